"""From submitted to the judges, or out: each act moves a nominee, with a reason where something speaks against it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from awards.nominations.entries import Entry, entry
from awards.nominations.moving import move_entry
from awards.qualifying.gathering import Standing, standing, standings
from awards.vocabulary import EntryStatus
from resources.database import Database, change
from resources.problem import FieldProblem, Problem
from resources.wording import count_of, in_london

WAITING = (EntryStatus.SUBMITTED, EntryStatus.QUALIFYING, EntryStatus.RETURNED_FOR_INFO)
"""Those about whom it is still to be decided whether the judges are asked."""


@dataclass(frozen=True)
class SentOn:
    """What came of sending several on: how many went, and how many stay behind and why."""

    sent: int
    stay: int

    @property
    def sentence(self) -> str:
        """For the window and the command line."""
        went = f"{count_of(self.sent, 'nominee')} went to the judges"
        return (
            f"{went}; {count_of(self.stay, 'nominee')} {_stays(self.stay)} to be decided"
            if self.stay
            else went
        )


def _stays(number: int) -> str:
    return "is still" if number == 1 else "are still"


def start_qualifying(db: Database, keys: Iterable[str], *, now: datetime) -> int:
    """Take up those that are submitted; how many that were."""
    held = [one for one in (entry(db, key) for key in keys) if one.status is EntryStatus.SUBMITTED]
    with change(db, f"Took up {count_of(len(held), 'nominee')} for qualifying"):
        for one in held:
            move_entry(db, one.id, EntryStatus.QUALIFYING, now=now)
    return len(held)


def qualify(db: Database, key: str, *, now: datetime, reason: str = "") -> Entry:
    """Send a nominee to the judges. What speaks against it is passed with the chair's reason, and only so."""
    held = standing(db, key, in_london(now).date())
    refused = held.readiness.refusal(held.entry.nominee, reason)
    if refused is not None:
        raise FieldProblem("reason", refused)
    return _send(db, held, now=now, reason=reason)


def _send(db: Database, held: Standing, *, now: datetime, reason: str) -> Entry:
    with change(db, f"Sent {held.entry.nominee} to the judges"):
        if held.entry.status in (EntryStatus.SUBMITTED, EntryStatus.RETURNED_FOR_INFO):
            move_entry(db, held.entry.id, EntryStatus.QUALIFYING, now=now)
        return move_entry(db, held.entry.id, EntryStatus.JUDGING, now=now, reason=reason)


def qualify_ready(db: Database, round_id: str, *, now: datetime) -> SentOn:
    """Send all who are ready to the judges, as one change; the others stay where they are."""
    waiting = standings(db, round_id, in_london(now).date(), statuses=WAITING)
    ready = [one for one in waiting if one.readiness.is_ready]
    if not ready:
        raise Problem(_nobody(len(waiting)))
    with change(db, f"Sent {count_of(len(ready), 'nominee')} to the judges"):
        for one in ready:
            _send(db, one, now=now, reason="")
    return SentOn(len(ready), len(waiting) - len(ready))


def _nobody(waiting: int) -> str:
    if not waiting:
        return "Nobody is waiting to be qualified in this round."
    still = f"{count_of(waiting, 'nominee')} {_stays(waiting)} to be decided"
    return f"Nobody is ready for the judges: {still}. Open one to see what speaks against it."


def find_ineligible(db: Database, key: str, *, reason: str, now: datetime) -> Entry:
    """Out of the round, with the reason on file."""
    _needs_reason(reason, "Why they are ineligible is needed: somebody will ask. Write the reason.")
    with change(db, f"Found {entry(db, key).nominee} ineligible"):
        return move_entry(db, key, EntryStatus.INELIGIBLE, now=now, reason=reason)


def return_for_information(db: Database, key: str, *, reason: str, now: datetime) -> Entry:
    """Wait for an answer; the reason says what was asked of whom."""
    _needs_reason(reason, "What is asked is needed. Write what, and of whom.")
    with change(db, f"Returned {entry(db, key).nominee} for information"):
        return move_entry(db, key, EntryStatus.RETURNED_FOR_INFO, now=now, reason=reason)


def back_to_qualifying(db: Database, key: str, *, reason: str, now: datetime) -> Entry:
    """Look again at somebody who was sent on, was found ineligible or had been returned."""
    with change(db, f"Brought {entry(db, key).nominee} back to qualifying"):
        return move_entry(db, key, EntryStatus.QUALIFYING, now=now, reason=reason)


def _needs_reason(reason: str, sentence: str) -> None:
    if not reason.strip():
        raise FieldProblem("reason", sentence)
