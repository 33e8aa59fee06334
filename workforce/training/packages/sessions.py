"""Sessions of a learning package at a service: when, on what, and how many people came."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from engagement.register.names import name_of
from resources.database import Database, change, new_key
from resources.problem import FieldProblem, Problem
from resources.spans import refuse_after
from resources.wording import date_words, lower_first
from workforce.training.packages.offers import offer, package_name
from workforce.training.vocabulary import MOST_PEOPLE, OfferStatus

_COLUMNS = "id, offer_id, held_on, topic, people, note"


@dataclass(frozen=True)
class PackageSession:
    """One session."""

    id: str
    offer_id: str
    held_on: date
    topic: str
    people: int
    note: str


def _session(row: tuple[Any, ...]) -> PackageSession:
    return PackageSession(row[0], row[1], date.fromisoformat(row[2]), *row[3:])


def package_session(db: Database, key: str) -> PackageSession:
    """One by its key."""
    row = db.row(f"select {_COLUMNS} from package_session where id = ?", (key,))
    if row is None:
        raise LookupError(f"no session of a learning package {key}")
    return _session(row)


def package_sessions(db: Database) -> dict[str, list[PackageSession]]:
    """The sessions of every offer, by its key, in the order in which they were held."""
    found: dict[str, list[PackageSession]] = {}
    for row in db.rows(f"select {_COLUMNS} from package_session order by held_on, id"):
        found.setdefault(row[1], []).append(_session(row))
    return found


def package_sessions_of(db: Database, offer_id: str) -> list[PackageSession]:
    """The sessions of one offer, in the order in which they were held."""
    rows = db.rows(
        f"select {_COLUMNS} from package_session where offer_id = ? order by held_on, id", (offer_id,)
    )
    return [_session(row) for row in rows]


def add_package_session(
    db: Database, offer_id: str, held_on: date, *, people: int, today: date, topic: str = "",
    note: str = "",
) -> PackageSession:  # fmt: skip
    """Record a session; with it the offer is in progress, and was accepted that day if it was not before."""
    held = offer(db, offer_id)
    if not held.is_open:
        raise Problem(
            f"This offer is {lower_first(held.status.label)}. Open it again first, and then record the session."
        )
    _check(held_on, people, held.offered_on, today)
    key = new_key()
    cells = {"status": OfferStatus.IN_PROGRESS.value}
    if held.accepted_on is None:
        cells["accepted_on"] = held_on.isoformat()
    with change(
        db, f"Recorded a session of {package_name(db, held)} at {name_of(db, 'service', held.service_id)}"
    ):
        db.insert_row(
            "package_session",
            {"id": key, "offer_id": offer_id, "held_on": held_on.isoformat(), "topic": topic.strip(), "people": people,
             "note": note.strip()},
        )  # fmt: skip
        db.update_row("package_offer", offer_id, dict(cells))
    return package_session(db, key)


def edit_package_session(
    db: Database, key: str, *, held_on: date, people: int, today: date, topic: str = "", note: str = ""
) -> PackageSession:
    """Put right what is said of a session."""
    before = package_session(db, key)
    held = offer(db, before.offer_id)
    _check(held_on, people, held.offered_on, today)
    with change(
        db, f"Changed a session of {package_name(db, held)} at {name_of(db, 'service', held.service_id)}"
    ):
        db.update_row(
            "package_session", key,
            {"held_on": held_on.isoformat(), "people": people, "topic": topic.strip(), "note": note.strip()},
        )  # fmt: skip
    return package_session(db, key)


def remove_package_session(db: Database, key: str) -> None:
    """Take away a session that was not held."""
    before = package_session(db, key)
    held = offer(db, before.offer_id)
    with change(
        db, f"Removed a session of {package_name(db, held)} at {name_of(db, 'service', held.service_id)}"
    ):
        db.delete_row("package_session", key)


def _check(held_on: date, people: int, offered_on: date, today: date) -> None:
    refuse_after("held_on", "Held", held_on, today)
    if held_on < offered_on:
        raise FieldProblem(
            "held_on", f"Held: {date_words(held_on)} is before the package was offered, on {date_words(offered_on)}. "
            "Give a later day, or put the day of the offer right.",
        )  # fmt: skip
    if people < 0:
        raise FieldProblem("people", "People: a number below nothing was given. Give how many came.")
    if people > MOST_PEOPLE:
        raise FieldProblem("people", f"People: {people:,} is more than {MOST_PEOPLE:,}. Give how many came.")
