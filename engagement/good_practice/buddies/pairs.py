"""Pairs of buddies: agreed, met, ended. Of the two the second helps the first."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from engagement.good_practice.buddies.finder import BARRING
from engagement.good_practice.vocabulary import MetHow
from engagement.register.contracts import status_on
from engagement.register.ratings import DatedRating, overall_on_days
from engagement.register.services import Service, service
from engagement.register.vocabulary import GRADES, Rating
from resources.database import Database, change, new_key
from resources.problem import FieldProblem, Problem
from resources.spans import refuse_after
from resources.tables import Cell
from resources.wording import count_of, date_words

QUIET_AFTER = timedelta(days=91)
"""Three months: a pair that has not met for so long is asked about."""

NOT_PROOF = "This is what CQC published since; it is no proof that the meetings were the cause."


@dataclass(frozen=True)
class Meeting:
    """One time that a pair met."""

    id: str
    pair_id: str
    met_on: date
    how: MetHow
    note: str


@dataclass(frozen=True)
class Pair:
    """Two services, of which `buddy` helps `service`; `meetings` newest first. Ratings are overall, None without one.

    `rating_then` is that of the day the pair was agreed, `rating_now` that of the day asked about, or of the end.
    """

    id: str
    service_id: str
    service: str
    buddy_id: str
    buddy: str
    district: str
    started_on: date
    ended_on: date | None
    end_reason: str
    reasons: str
    note: str
    meetings: tuple[Meeting, ...]
    rating_then: Rating | None
    rating_now: Rating | None
    rated_on: date | None

    @property
    def name(self) -> str:
        """Elm Lodge and Rosewood House."""
        return f"{self.service} and {self.buddy}"

    @property
    def last_met(self) -> date | None:
        """The day of the newest meeting."""
        return self.meetings[0].met_on if self.meetings else None

    @property
    def met_words(self) -> str:
        """Met 3 times, last on 9 December 2019."""
        if self.last_met is None:
            return "Has not met yet"
        times = {1: "once", 2: "twice"}.get(len(self.meetings), count_of(len(self.meetings), "time"))
        on = "on" if len(self.meetings) == 1 else "last on"
        return f"Met {times}, {on} {date_words(self.last_met)}"

    @property
    def rated_better(self) -> bool:
        """Whether the service has a better grade than when the pair was agreed, published since."""
        then, now = self.rating_then, self.rating_now
        return (
            then in GRADES and now in GRADES and GRADES.index(now) > GRADES.index(then)
            and self.rated_on is not None and self.rated_on > self.started_on
        )  # fmt: skip

    @property
    def better_words(self) -> str:
        """Rated Good on 3 May 2019, Requires improvement when the pair was agreed; '' when it is not better."""
        if not self.rated_better or not (self.rating_then and self.rating_now and self.rated_on):
            return ""
        then = self.rating_then.label
        return (
            f"Rated {self.rating_now.label} on {date_words(self.rated_on)}, {then} when the pair was agreed"
        )

    def is_quiet(self, today: date) -> bool:
        """Whether it goes on and has not met for three months."""
        return self.ended_on is None and (self.last_met or self.started_on) + QUIET_AFTER <= today

    def state(self, today: date) -> str:
        """Its state as people read it."""
        if self.ended_on is not None:
            return "Ended"
        return "Not met for 3 months" if self.is_quiet(today) else "Active"


# --- reading --------------------------------------------------------------------------------------------

_SELECT = """select buddy_pair.id, service.id, service.name, buddy.id, buddy.name, service.district, started_on,
    ended_on, end_reason, reasons, note from buddy_pair
    join service on service.id = buddy_pair.service_id
    join service as buddy on buddy.id = buddy_pair.buddy_service_id"""


def pair(db: Database, key: str, *, today: date) -> Pair:
    """The pair with this key."""
    found = _pairs(db, "where buddy_pair.id = ?", (key,), today)
    if not found:
        raise LookupError(f"there is no pair {key}")
    return found[0]


def pairs(db: Database, *, today: date, service: str = "", ended: bool = True) -> list[Pair]:
    """Those that go on first, by the service's name; of one service, on either side, if given."""
    tests = ["? in (buddy_pair.service_id, buddy_pair.buddy_service_id)"] if service else []
    tests += [] if ended else ["ended_on is null"]
    where = f"where {' and '.join(tests)}" if tests else ""
    found = _pairs(db, where, (service,) if service else (), today)
    return sorted(
        found, key=lambda one: (one.ended_on is not None, one.service.casefold(), one.started_on, one.id)
    )


def is_pair(db: Database, key: str) -> bool:
    """Whether the key is a pair's."""
    return bool(db.value("select exists (select 1 from buddy_pair where id = ?)", (key,)))


def _pairs(db: Database, where: str, params: tuple[Cell, ...], today: date) -> list[Pair]:
    rows = db.rows(f"{_SELECT} {where}", params)
    meetings = _meetings(db)
    days = {(row[1], date.fromisoformat(day)) for row in rows for day in row[6:8] if day}
    ratings = overall_on_days(db, days | {(row[1], today) for row in rows})
    return [_pair(row, meetings.get(row[0], ()), ratings, today) for row in rows]


def _pair(
    row: tuple[Any, ...],
    met: tuple[Meeting, ...],
    ratings: Mapping[tuple[str, date], DatedRating],
    today: date,
) -> Pair:
    started = date.fromisoformat(row[6])
    ended = date.fromisoformat(row[7]) if row[7] else None
    then, held = ratings.get((row[1], started)), ratings.get((row[1], ended or today))
    return Pair(
        row[0], row[1], row[2], row[3], row[4], row[5], started, ended, row[8], row[9], row[10], met,
        then.rating if then else None, held.rating if held else None, held.published_on if held else None,
    )  # fmt: skip


def _meetings(db: Database) -> dict[str, tuple[Meeting, ...]]:
    found: defaultdict[str, tuple[Meeting, ...]] = defaultdict(tuple)
    for row in db.rows(
        "select id, pair_id, met_on, how, note from buddy_meeting order by met_on desc, id desc"
    ):
        found[row[1]] += (_meeting(row),)
    return found


def _meeting(row: tuple[Any, ...]) -> Meeting:
    return Meeting(row[0], row[1], date.fromisoformat(row[2]), MetHow(row[3]), row[4])


# --- agreeing and ending --------------------------------------------------------------------------------


def agree_pair(
    db: Database,
    service_id: str,
    buddy_id: str,
    *,
    on: date,
    today: date,
    reasons: str = "",
    note: str = "",
) -> Pair:
    """Two services agreed that the second helps the first. `reasons` are those for which it was chosen."""
    of, buddy = service(db, service_id), service(db, buddy_id)
    refuse_pair(db, of, buddy, today)
    refuse_after("started_on", "Agreed on", on, today)
    cells: dict[str, Cell] = {
        "id": new_key(), "service_id": of.id, "buddy_service_id": buddy.id, "started_on": on.isoformat(),
        "reasons": reasons.strip(), "note": note.strip(),
    }  # fmt: skip
    with change(db, f"Agreed that {buddy.name} is a buddy to {of.name}"):
        db.insert_row("buddy_pair", cells)
    return pair(db, str(cells["id"]), today=today)


def edit_pair(db: Database, key: str, *, on: date, note: str, today: date) -> Pair:
    """Put the day of a pair or its note right."""
    before = pair(db, key, today=today)
    refuse_after("started_on", "Agreed on", on, before.ended_on or today)
    if before.meetings and on > before.meetings[-1].met_on:
        raise FieldProblem(
            "started_on",
            f"Agreed on: the pair met on {date_words(before.meetings[-1].met_on)} already. Give a day up to then.",
        )
    with change(db, f"Changed the pair {before.name}"):
        db.update_row("buddy_pair", key, {"started_on": on.isoformat(), "note": note.strip()})
    return pair(db, key, today=today)


def end_pair(db: Database, key: str, *, on: date, reason: str, today: date) -> Pair:
    """The two are no longer buddies."""
    before = pair(db, key, today=today)
    if before.ended_on is not None:
        raise Problem(f"The pair {before.name} ended on {date_words(before.ended_on)} already.")
    if not reason.strip():
        raise FieldProblem("reason", "Why it ended: nothing was entered. Write a few words.")
    refuse_after("ended_on", "Ended on", on, today)
    earliest = before.last_met or before.started_on
    if on < earliest:
        raise FieldProblem(
            "ended_on",
            f"Ended on: {date_words(on)} is before {date_words(earliest)}, when the pair last met or began.",
        )
    with change(db, f"Ended the pair {before.name}"):
        db.update_row("buddy_pair", key, {"ended_on": on.isoformat(), "end_reason": reason.strip()})
    return pair(db, key, today=today)


def resume_pair(db: Database, key: str, *, today: date) -> Pair:
    """A pair that had ended goes on."""
    before = pair(db, key, today=today)
    if before.ended_on is None:
        raise Problem(f"The pair {before.name} has not ended.")
    refuse_pair(db, service(db, before.service_id), service(db, before.buddy_id), today)
    with change(db, f"Resumed the pair {before.name}"):
        db.update_row("buddy_pair", key, {"ended_on": None, "end_reason": ""})
    return pair(db, key, today=today)


def refuse_pair(db: Database, of: Service, buddy: Service, today: date) -> None:
    if of.id == buddy.id:
        raise FieldProblem("buddy", f"Buddy: {of.name} cannot be a buddy to itself. Choose another service.")
    for one in (of, buddy):
        if one.archived_on is not None:
            raise Problem(f"{one.name} is archived. Restore it first, or choose another service.")
    if status_on(db, buddy.id, today) in BARRING:
        raise FieldProblem(
            "buddy",
            f"Buddy: the contract of {buddy.name} is suspended, terminated or under an improvement notice (exempt: not "
            "for publication). Choose another service.",
        )
    known = db.value(
        "select started_on from buddy_pair where ended_on is null and service_id = ? and buddy_service_id = ?",
        (of.id, buddy.id),
    )
    if known:
        raise FieldProblem(
            "buddy", f"Buddy: {buddy.name} has been a buddy to {of.name} since {date_words(known)} already."
        )


# --- meetings -------------------------------------------------------------------------------------------


def log_meeting(db: Database, key: str, *, met_on: date, how: MetHow, note: str = "", today: date) -> Meeting:
    """A pair met."""
    held = pair(db, key, today=today)
    _within(held, met_on, today)
    cells: dict[str, Cell] = {
        "id": new_key(), "pair_id": key, "met_on": met_on.isoformat(), "how": how.value, "note": note.strip(),
    }  # fmt: skip
    with change(db, f"Logged a meeting of {held.name}"):
        db.insert_row("buddy_meeting", cells)
    return meeting(db, str(cells["id"]))


def meeting(db: Database, key: str) -> Meeting:
    """The meeting with this key."""
    row = db.row("select id, pair_id, met_on, how, note from buddy_meeting where id = ?", (key,))
    if row is None:
        raise LookupError(f"there is no meeting of buddies {key}")
    return _meeting(row)


def edit_meeting(db: Database, key: str, *, met_on: date, how: MetHow, note: str, today: date) -> Meeting:
    """Put a meeting right."""
    held = pair(db, meeting(db, key).pair_id, today=today)
    _within(held, met_on, today)
    with change(db, f"Changed a meeting of {held.name}"):
        db.update_row(
            "buddy_meeting", key, {"met_on": met_on.isoformat(), "how": how.value, "note": note.strip()}
        )
    return meeting(db, key)


def remove_meeting(db: Database, key: str, *, today: date) -> None:
    """Take away a meeting that did not happen."""
    held = pair(db, meeting(db, key).pair_id, today=today)
    with change(db, f"Removed a meeting of {held.name}"):
        db.delete_row("buddy_meeting", key)


def _within(held: Pair, met_on: date, today: date) -> None:
    if met_on < held.started_on:
        raise FieldProblem(
            "met_on",
            f"Met on: {date_words(met_on)} is before the pair was agreed ({date_words(held.started_on)}). Give a later "
            "day, or change the pair.",
        )
    refuse_after("met_on", "Met on", met_on, held.ended_on or today)
