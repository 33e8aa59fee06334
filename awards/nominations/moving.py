"""Moving somebody nominated from one status or category to another: the one place that writes either."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from awards.nominations.entries import Entry, entry
from awards.nominations.steps import may_move, needs_reason, status_words
from awards.rounds.rounds import award_round, refuse_archived
from awards.vocabulary import EntryStatus
from resources.database import Database, change, new_key
from resources.problem import FieldProblem, Problem
from resources.rows import columns_of, made
from resources.wording import as_instant, in_london, instant_text, lower_first, moment_words


@dataclass(frozen=True)
class EntryStep:
    """A step that was taken. Without `from_status` it is the first; with categories it moved from one to the other."""

    id: str
    entry_id: str
    at: datetime
    by: str
    from_status: EntryStatus | None
    to_status: EntryStatus
    from_category_id: str | None
    to_category_id: str | None
    reason: str

    @property
    def words(self) -> str:
        """Qualifying, by Ada Example, 3 May 2026 at 14:30."""
        what = "Moved to another category" if self.to_category_id else self.to_status.label
        return f"{what}, by {self.by or 'somebody not named'}, {moment_words(in_london(self.at))}"


def _step(row: tuple[Any, ...]) -> EntryStep:
    return made(EntryStep, row, at=as_instant, from_status=EntryStatus, to_status=EntryStatus)


_COLUMNS = columns_of(EntryStep)


def steps_of(db: Database, entry_id: str) -> list[EntryStep]:
    """The steps of somebody nominated in the order in which they were taken, whatever the clock said."""
    rows = db.rows(f"select {_COLUMNS} from entry_step where entry_id = ? order by rowid", (entry_id,))
    return [_step(row) for row in rows]


def move_entry(
    db: Database, key: str, to: EntryStatus, *, now: datetime, reason: str = "", into_id: str | None = None,
    decided: bool = False,
) -> Entry:  # fmt: skip
    """Take a step, where it may be taken now; `into_id` is whom they are grouped with.

    `decided` when a decision of the panel is written with it: nobody comes to an honour without one, or leaves an
    honour while one stands.
    """
    held = entry(db, key)
    refuse_archived(award_round(db, held.round_id))
    against = why_not(db, held, to)
    if against is not None:
        raise Problem(f"{held.nominee}: {against}")
    if (to.is_pending or to.is_honoured) and not decided:
        raise Problem(
            f"{held.nominee} is honoured only by a decision of the panel, with its reason. Decide under “Results”."
        )
    if not decided:
        refuse_decided(db, held)
    _refuse_unreasoned(held, to, reason)
    if (to is EntryStatus.MERGED) != (into_id is not None):
        raise Problem("Nobody was chosen to group them with. Choose both, and then “Group as one nominee”.")
    with change(db, f"Moved {held.nominee} to “{to.label}”"):
        db.update_row("award_entry", key, {"status": to.value, "merged_into_id": into_id})
        keep_step(db, key, now=now, held=held.status, to=to, reason=reason)
    return entry(db, key)


def why_not(db: Database, held: Entry, to: EntryStatus) -> str | None:
    """Why somebody cannot come to a status now; None where they can."""
    return may_move(held.status, to, award_round(db, held.round_id).phase)


def refuse_decided(db: Database, held: Entry) -> None:
    """Raises Problem for somebody who is honoured by a decision that stands."""
    against = decided_words(db, held)
    if against is not None:
        raise Problem(against)


def decided_words(db: Database, held: Entry) -> str | None:
    """Why somebody stays as they are until the decision on them is taken back; None where none stands."""
    if not (held.status.is_pending or held.status.is_honoured):
        return None
    stands = "select exists (select 1 from award_decision where entry_id = ? and ended_on is null)"
    if not db.value(stands, (held.id,)):
        return None
    return (
        f"{held.nominee} is {status_words(held.status)} by a decision of the panel. Take the decision back on the side "
        "“Results”, and say there whether they withdraw, are ineligible or stand as before."
    )


def _refuse_unreasoned(held: Entry, to: EntryStatus, reason: str) -> None:
    if needs_reason(held.status, to) and not reason.strip():
        raise FieldProblem(
            "reason",
            f"{held.nominee} becomes “{to.label}” only with a reason, which is kept. Write why.",
        )


def move_category(db: Database, key: str, category_id: str, *, now: datetime, reason: str) -> Entry:
    """Have somebody judged in another category of the round, before the judges read."""
    held = entry(db, key)
    refuse_archived(award_round(db, held.round_id))
    name = _refuse_category(db, held, category_id)
    if not reason.strip():
        raise FieldProblem("reason", f"{held.nominee} is moved only with a reason, which is kept. Write why.")
    with change(db, f"Moved {held.nominee} to “{name}”"):
        db.update_row("award_entry", key, {"category_id": category_id})
        keep_step(
            db, key, now=now, held=held.status, to=held.status, reason=reason,
            categories=(held.category_id, category_id),
        )  # fmt: skip
    return entry(db, key)


def _refuse_category(db: Database, held: Entry, category_id: str) -> str:
    """The name of the category that somebody may be moved to."""
    row = db.row("select name, round_id from award_category where id = ?", (category_id,))
    if row is None or row[1] != held.round_id:
        raise FieldProblem("category_id", "It is no category of this round. Choose one from the list.")
    if category_id == held.category_id:
        raise FieldProblem(
            "category_id", f"{held.nominee} is in “{row[0]}” already. Choose another category."
        )
    if not held.status.is_before_judging:
        raise Problem(
            f"{held.nominee} is {lower_first(held.status.label)}, and the category changes only before the judges "
            "read. Move them back to “Qualifying” first."
        )
    if db.value("select exists (select 1 from judge_assignment where entry_id = ?)", (held.id,)):
        raise Problem(
            f"{held.nominee} was given to judges of this category. Take them back from the judges first, on the "
            "side “Panel”."
        )
    return str(row[0])


def keep_step(
    db: Database, key: str, *, now: datetime, held: EntryStatus | None, to: EntryStatus, reason: str = "",
    categories: tuple[str, str] | None = None,
) -> None:  # fmt: skip
    """Write down a step, within the change that takes it."""
    before, after = categories or (None, None)
    db.insert_row(
        "entry_step",
        {
            "id": new_key(), "entry_id": key, "at": instant_text(now), "by": db.who,
            "from_status": held.value if held else None, "to_status": to.value,
            "from_category_id": before, "to_category_id": after, "reason": reason.strip(),
        },
    )  # fmt: skip
