"""What becomes of one voice: returned for information, answered, a duplicate, withdrawn; each with its reason."""

from datetime import datetime

from awards.nominations.entries import Entry, entry
from awards.nominations.moving import move_entry, steps_of, why_not
from awards.nominations.nominations import Nomination, nomination, nominations_of
from awards.rounds.rounds import award_round, refuse_archived
from awards.vocabulary import COUNTED_VOICES, EntryStatus, NominationStatus
from resources.database import Database, change
from resources.problem import FieldProblem, Problem
from resources.tables import Cell
from resources.wording import lower_first

N, E = NominationStatus, EntryStatus


def return_nomination(db: Database, key: str, *, now: datetime, reason: str) -> Nomination:
    """Ask the nominator for more. Whom it is for waits too, where no other voice stands."""
    held, of = _held(db, key, (N.SUBMITTED,), "be returned")
    _needs(reason, f"The nomination of {of.nominee} is returned only with what is asked for. Write it.")
    with change(db, f"Returned a nomination of {of.nominee}"):
        _put(db, held, N.RETURNED_FOR_INFO, reason)
        if of.status in (E.SUBMITTED, E.QUALIFYING) and not _standing(db, of, (N.SUBMITTED,)):
            move_entry(db, of.id, E.RETURNED_FOR_INFO, now=now, reason=reason)
    return nomination(db, key)


def answer_returned(db: Database, key: str, *, now: datetime, reason: str = "") -> Nomination:
    """What was asked for has come; whom it is for goes on where they were."""
    held, of = _held(db, key, (N.RETURNED_FOR_INFO,), "be answered")
    with change(db, f"Took in the answer to a nomination of {of.nominee}"):
        _put(db, held, N.SUBMITTED, reason)
        if of.status is E.RETURNED_FOR_INFO:
            move_entry(db, of.id, _before_return(db, of), now=now, reason=reason)
    return nomination(db, key)


def _before_return(db: Database, of: Entry) -> EntryStatus:
    """Where somebody was when the question was asked."""
    last = next((one for one in reversed(steps_of(db, of.id)) if one.to_status is E.RETURNED_FOR_INFO), None)
    return E.QUALIFYING if last is not None and last.from_status is E.QUALIFYING else E.SUBMITTED


def mark_duplicate(db: Database, key: str, of_key: str, *, reason: str) -> Nomination:
    """Say that a voice is another one again, so that it is counted once."""
    held, of = _held(db, key, (N.SUBMITTED, N.RETURNED_FOR_INFO, N.DRAFT), "be a duplicate")
    other = nomination(db, of_key)
    _needs(reason, f"A voice for {of.nominee} is set aside only with a reason. Write why it is the same.")
    if other.id == held.id or other.entry_id != held.entry_id:
        raise Problem(
            f"A duplicate is of another voice for {of.nominee}. Where the two are under different nominees, group "
            "those first."
        )
    if not other.status.is_counted:
        raise Problem(
            f"The voice of {other.by} is {lower_first(other.status.label)} and not counted. Choose one that is."
        )
    with change(db, f"Marked a nomination of {of.nominee} as a duplicate"):
        _put(db, held, N.DUPLICATE, reason, of_key)
    return nomination(db, key)


def not_a_duplicate(db: Database, key: str, *, reason: str) -> Nomination:
    """Count a voice again that was taken for a duplicate."""
    held, of = _held(db, key, (N.DUPLICATE,), "be counted again")
    _needs(reason, f"A voice for {of.nominee} is counted again only with a reason. Write why.")
    with change(db, f"Counted a nomination of {of.nominee} again"):
        _put(db, held, N.SUBMITTED, reason)
    return nomination(db, key)


def withdraw_nomination(db: Database, key: str, *, now: datetime, reason: str) -> Nomination:
    """The nominator takes it back. With the last voice goes the nominee, unless judges have them already."""
    held, of = _held(db, key, (N.DRAFT, N.SUBMITTED, N.RETURNED_FOR_INFO), "be withdrawn")
    _needs(reason, f"The nomination of {of.nominee} is withdrawn only with a reason. Write it.")
    with change(db, f"Withdrew a nomination of {of.nominee}"):
        _put(db, held, N.WITHDRAWN, reason)
        _count_again(db, of, held)
        if of.status.is_before_judging and not _standing(db, of, (N.DRAFT, N.SUBMITTED, N.RETURNED_FOR_INFO)):
            move_entry(db, of.id, E.WITHDRAWN, now=now, reason=reason)
    return nomination(db, key)


def bring_back_nomination(db: Database, key: str, *, now: datetime, reason: str) -> Nomination:
    """Count a withdrawn voice again, and bring its nominee back where nobody else spoke for them."""
    held, of = _held(db, key, (N.WITHDRAWN,), "be brought back")
    _needs(reason, f"The nomination of {of.nominee} is brought back only with a reason. Write it.")
    with change(db, f"Brought back a nomination of {of.nominee}"):
        _put(db, held, N.SUBMITTED, reason)
        if of.status is E.WITHDRAWN and why_not(db, of, E.SUBMITTED) is None:
            move_entry(db, of.id, E.SUBMITTED, now=now, reason=reason)
    return nomination(db, key)


def without_voices(db: Database, round_id: str) -> list[Entry]:
    """Those whom judges have or had, and for whom nobody speaks any more: a person decides what becomes of them."""
    keys = db.rows(
        f"""select id from award_entry where round_id = ? and status not in
            ('draft', 'submitted', 'qualifying', 'returned_for_info', 'merged', 'ineligible', 'withdrawn')
        and not exists (select 1 from nomination where entry_id = award_entry.id
            and nomination.status in ({COUNTED_VOICES})) order by number""",
        (round_id,),
    )
    return [entry(db, key) for (key,) in keys]


# --- what the acts share --------------------------------------------------------------------------------------


def _held(
    db: Database, key: str, allowed: tuple[NominationStatus, ...], what: str
) -> tuple[Nomination, Entry]:
    held = nomination(db, key)
    of = entry(db, held.entry_id)
    refuse_archived(award_round(db, of.round_id))
    if held.status not in allowed:
        raise Problem(
            f"The nomination of {of.nominee} by {held.by} is {lower_first(held.status.label)}, and cannot {what}."
        )
    return held, of


def _needs(reason: str, sentence: str) -> None:
    if not reason.strip():
        raise FieldProblem("reason", sentence)


def _put(
    db: Database, held: Nomination, status: NominationStatus, reason: str, of_key: str | None = None
) -> None:
    cells: dict[str, Cell] = {"status": status.value, "duplicate_of_id": of_key}
    if reason.strip():
        cells["reason"] = reason.strip()
    db.update_row("nomination", held.id, cells)


def _standing(db: Database, of: Entry, statuses: tuple[NominationStatus, ...]) -> bool:
    return any(one.status in statuses for one in nominations_of(db, of.id))


def _count_again(db: Database, of: Entry, gone: Nomination) -> None:
    """The first duplicate of a voice that is gone stands for it; the others are its duplicates."""
    copies = [one for one in nominations_of(db, of.id) if one.duplicate_of_id == gone.id]
    if not copies:
        return
    first, *others = copies
    _put(db, first, N.SUBMITTED, "")
    for one in others:
        _put(db, one, N.DUPLICATE, "", first.id)
