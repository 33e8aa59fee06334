"""A decision taken back: by mistake, or because the winner withdrew. The category then waits for a person to decide."""

from datetime import datetime

from awards.nominations.entries import Entry, entries, entry
from awards.nominations.moving import move_entry, steps_of
from awards.results.deciding.deciding import end, refuse_ended
from awards.results.deciding.decisions import ANNOUNCED_AS, PENDING_AS, Decision, decision, decisions
from awards.rounds.categories import category
from awards.rounds.rounds import award_round, refuse_archived
from awards.vocabulary import EntryStatus
from resources.database import Database, change
from resources.problem import FieldProblem
from resources.rows import refuse_empty
from resources.wording import lower_first

OUT = (EntryStatus.WITHDRAWN, EntryStatus.INELIGIBLE)
_HONOURS = (*PENDING_AS.values(), *ANNOUNCED_AS.values())


def withdraw_honour(
    db: Database, key: str, reason: str, *, now: datetime, to: EntryStatus | None = None
) -> Decision:
    """End the decision. The nominee goes back to where they stood before it, or to `to` (withdrawn, ineligible); who is
    out already stays so. Nobody takes their place but by a new decision.
    """
    held = decision(db, key)
    refuse_archived(award_round(db, category(db, held.category_id).round_id))
    refuse_ended(held)
    refuse_empty(
        "reason", reason, "Reason: nothing is written. Say why the honour ends; it is kept with the round."
    )
    if to is not None and to not in OUT:
        raise FieldProblem("to", "A nominee whose honour ends withdraws, is ineligible, or stands as before.")
    who = entry(db, held.entry_id) if held.entry_id else None
    named = f"{who.nominee}: {lower_first(held.outcome.label)}" if who else lower_first(held.outcome.label)
    with change(
        db, f"Took back the decision on {named}" if who else "Took back that a category is not awarded"
    ):
        end(db, held, reason, now=now)
        if who is not None and who.status in _HONOURS:
            move_entry(db, who.id, to or _before(db, who), now=now, reason=reason)
    return decision(db, key)


def _before(db: Database, who: Entry) -> EntryStatus:
    """A finalist, or with the judges where nobody was one. From an announced honour only the first."""
    if who.status.is_honoured:
        return EntryStatus.SHORTLISTED
    into = next((one for one in reversed(steps_of(db, who.id)) if one.from_status not in _HONOURS), None)
    return (
        EntryStatus.JUDGING
        if into is not None and into.from_status is EntryStatus.JUDGING
        else EntryStatus.SHORTLISTED
    )


# --- what does not fit together -----------------------------------------------------------------------------------


def fallen(db: Database, round_id: str) -> list[Decision]:
    """Decisions that stand on somebody who is out by now: a person takes each back, and decides anew."""
    return [
        one
        for one in decisions(db, round_id)
        if one.entry_id is not None and entry(db, one.entry_id).status.is_out
    ]


def fallen_words(db: Database, one: Decision) -> str:
    """Ada Example is withdrawn and still counts as the winner of …"""
    assert one.entry_id is not None  # only such decisions fall
    who = entry(db, one.entry_id)
    name = db.value("select name from award_category where id = ?", (one.category_id,))
    return (
        f"{who.nominee} is {lower_first(who.status.label)} and still stands as “{one.outcome.label}” in “{name}”. Take "
        "the decision back, and decide the category anew."
    )


def moved_away(db: Database, round_id: str) -> list[Decision]:
    """Decisions that stand on somebody who is judged and does not stand as it says: they were moved since."""
    found = []
    for one in decisions(db, round_id):
        if one.entry_id is None or one.outcome not in PENDING_AS:
            continue
        status = entry(db, one.entry_id).status
        expected = (PENDING_AS if one.is_pending else ANNOUNCED_AS)[one.outcome]
        if status is not expected and not status.is_out:
            found.append(one)
    return found


def undecided_honours(db: Database, round_id: str) -> list[Entry]:
    """Nominees who stand as honoured without a decision that says so."""
    held = {one.entry_id: one.outcome for one in decisions(db, round_id)}
    return [
        one
        for one in entries(db, round_id, statuses=_HONOURS)
        if one.id not in held or one.status not in (PENDING_AS[held[one.id]], ANNOUNCED_AS[held[one.id]])
    ]
