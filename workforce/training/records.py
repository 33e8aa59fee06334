"""Training records: a course that a named learner, or some of a service’s workers, completed on a day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, TypedDict, Unpack, cast

from resources.database import Database, change, new_key
from resources.problem import FieldProblem
from resources.spans import refuse_after
from resources.tables import Cell
from resources.wording import count_of, date_words, shortened
from workforce.training.status import expiry_after
from workforce.training.vocabulary import (
    MOST_PEOPLE,
    Accredited,
    DeliveredBy,
    HowDelivered,
    JobRole,
    RecordSource,
)

_COLUMNS = (
    "id, course_id, provider_id, service_id, learner_id, job_role, people, of_people, completed_on, expires_on, "
    "accredited, delivered_by, how, source, booking_id, note"
)


class NewRecord(TypedDict, total=False):
    """What can be said of a new one. An `expires_on` left out follows from the months that the course is valid for."""

    service_id: str | None
    learner_id: str | None
    job_role: JobRole | None
    people: int
    of_people: int | None
    expires_on: date | None
    accredited: Accredited
    delivered_by: DeliveredBy | None
    how: HowDelivered | None
    booking_id: str | None
    note: str


class RecordFacts(NewRecord, total=False):
    """What can be put right of one."""

    course_id: str
    provider_id: str
    completed_on: date


@dataclass(frozen=True)
class TrainingRecord:
    """One record: of `learner_id`, or of `people` of the `of_people` workers in a role (None: in any role)."""

    id: str
    course_id: str
    provider_id: str
    service_id: str | None
    learner_id: str | None
    job_role: JobRole | None
    people: int
    of_people: int | None
    completed_on: date
    expires_on: date | None
    accredited: Accredited
    delivered_by: DeliveredBy | None
    how: HowDelivered | None
    source: RecordSource
    booking_id: str | None
    note: str


def _record(row: tuple[Any, ...]) -> TrainingRecord:
    (key, course, provider, service, learner, role, people, of_people, completed, expires, accredited, by, how,
     source, booking, note) = row  # fmt: skip
    return TrainingRecord(
        key, course, provider, service, learner, JobRole(role) if role else None, people, of_people,
        date.fromisoformat(completed), date.fromisoformat(expires) if expires else None, Accredited(accredited),
        DeliveredBy(by) if by else None, HowDelivered(how) if how else None, RecordSource(source), booking, note,
    )  # fmt: skip


def record(db: Database, key: str) -> TrainingRecord:
    """One by its key."""
    row = db.row(f"select {_COLUMNS} from training_record where id = ?", (key,))
    if row is None:
        raise LookupError(f"no training record {key}")
    return _record(row)


def is_record(db: Database, key: str) -> bool:
    """Whether the key is a training record’s."""
    return bool(db.value("select exists (select 1 from training_record where id = ?)", (key,)))


def records(db: Database) -> list[TrainingRecord]:
    """Every record, the latest completed first."""
    rows = db.rows(f"select {_COLUMNS} from training_record order by completed_on desc, id")
    return [_record(row) for row in rows]


def records_of(
    db: Database, *, provider_id: str = "", service_id: str = "", learner_id: str = "", course_id: str = ""
) -> list[TrainingRecord]:
    """The records of a provider, service, learner or course, or of several at once; the latest completed first."""
    asked = {
        "provider_id": provider_id,
        "service_id": service_id,
        "learner_id": learner_id,
        "course_id": course_id,
    }
    given = {column: key for column, key in asked.items() if key}
    where = " and ".join(f"{column} = ?" for column in given) or "1"
    rows = db.rows(
        f"select {_COLUMNS} from training_record where {where} order by completed_on desc, id",
        tuple(given.values()),
    )
    return [_record(row) for row in rows]


# --- the verbs ------------------------------------------------------------------------------------------------


def add_record(
    db: Database, course_id: str, provider_id: str, completed_on: date, *, today: date,
    source: RecordSource = RecordSource.TYPED, **facts: Unpack[NewRecord],
) -> TrainingRecord:  # fmt: skip
    """Record that a named learner (`learner_id`), or `people` of a service’s workers, completed a course."""
    said: RecordFacts = {
        "course_id": course_id,
        "provider_id": provider_id,
        "completed_on": completed_on,
        **facts,
    }
    if "expires_on" not in said:
        said["expires_on"] = expiry_after(completed_on, _valid_months(db, course_id))
    cells = _checked(db, _cells(said), today)
    key = new_key()
    with change(db, f"Recorded {course_name(db, course_id)} for {_whose(db, cells)}"):
        db.insert_row("training_record", {"id": key, **cells, "source": source.value})
    return record(db, key)


def edit_record(db: Database, key: str, *, today: date, **facts: Unpack[RecordFacts]) -> TrainingRecord:
    """Put right what is said of a record; what is not given stays."""
    held = db.row(f"select {_COLUMNS} from training_record where id = ?", (key,))
    if held is None:
        raise LookupError(f"no training record {key}")
    before = dict(zip(_COLUMNS.split(", "), held, strict=True))
    cells = _checked(db, {**before, **_cells(facts)}, today)
    with change(
        db, f"Changed the record of {course_name(db, str(cells['course_id']))} for {_whose(db, cells)}"
    ):
        db.update_row("training_record", key, cells)
    return record(db, key)


def remove_record(db: Database, key: str) -> None:
    """Take away a record that was entered by mistake."""
    held = record(db, key)
    cells: dict[str, Cell] = {
        "learner_id": held.learner_id, "service_id": held.service_id, "provider_id": held.provider_id,
        "people": held.people,
    }  # fmt: skip
    with change(db, f"Removed the record of {course_name(db, held.course_id)} for {_whose(db, cells)}"):
        db.delete_row("training_record", key)


# --- what it says and what is checked -------------------------------------------------------------------------


def course_name(db: Database, course_id: str) -> str:
    """What the course is called."""
    return str(_course(db, course_id)[0])


def _course(db: Database, course_id: str) -> tuple[Any, ...]:
    row = db.row("select name, valid_months from course where id = ?", (course_id,))
    if row is None:
        raise FieldProblem("course_id", "No course is chosen. Choose one of the catalogue.")
    return row


def _valid_months(db: Database, course_id: str) -> int | None:
    months: int | None = _course(db, course_id)[1]
    return months


def _whose(db: Database, cells: Mapping[str, Cell]) -> str:
    """Ada Example; 12 workers of Rosewood House."""
    if cells["learner_id"]:
        row = db.row("select given_name, family_name from learner where id = ?", (cells["learner_id"],))
        return " ".join(part for part in row or () if part)
    return f"{count_of(_number(cells['people']), 'worker')} of {_place(db, cells)}"


def _place(db: Database, cells: Mapping[str, Cell]) -> str:
    table, key = (
        ("service", cells["service_id"]) if cells["service_id"] else ("provider", cells["provider_id"])
    )
    return shortened(str(db.value(f"select name from {table} where id = ?", (key,))))


def _number(cell: Cell) -> int:
    return cell if isinstance(cell, int) else 0


_DEFAULTS: Mapping[str, Cell] = {
    "service_id": None, "learner_id": None, "job_role": None, "people": 1, "of_people": None,
    "accredited": Accredited.DONT_KNOW.value, "delivered_by": None, "how": None, "booking_id": None, "note": "",
}  # fmt: skip


def _cells(facts: RecordFacts) -> dict[str, Cell]:
    cells: dict[str, Cell] = {}
    for name, given in cast("dict[str, Cell | date]", facts).items():
        if isinstance(given, date):
            cells[name] = given.isoformat()
        else:
            cells[name] = str(given).strip() if isinstance(given, str) else given
    return cells


def _checked(db: Database, given: Mapping[str, Cell], today: date) -> dict[str, Cell]:
    cells = {**_DEFAULTS, **given}
    for name in ("service_id", "learner_id", "job_role", "delivered_by", "how", "booking_id"):
        cells[name] = cells[name] or None
    for name in ("id", "source"):
        cells.pop(name, None)
    _check_place(db, cells)
    _check_people(cells)
    _check_days(cells, today)
    return cells


def _check_place(db: Database, cells: Mapping[str, Cell]) -> None:
    _course(db, str(cells["course_id"]))
    if db.value("select 1 from provider where id = ?", (cells["provider_id"],)) is None:
        raise FieldProblem("provider_id", "No provider is chosen. Choose whose workers these are.")
    if cells["service_id"]:
        held = db.row("select provider_id, name from service where id = ?", (cells["service_id"],))
        if held is None or held[0] != cells["provider_id"]:
            raise FieldProblem(
                "service_id",
                "This service is run by another provider. Choose one of this provider’s services.",
            )


def _check_people(cells: Mapping[str, Cell]) -> None:
    people, of_people = _number(cells["people"]), cells["of_people"]
    if people < 0:
        raise FieldProblem("people", "People: a number below nothing was given. Give how many completed it.")
    for name, heading, number in (
        ("people", "People", people),
        ("of_people", "Of how many", _number(of_people)),
    ):
        if number > MOST_PEOPLE:
            raise FieldProblem(
                name, f"{heading}: {number:,} is more than {MOST_PEOPLE:,}. Check its noughts."
            )
    if cells["learner_id"]:
        if people != 1:
            raise FieldProblem(
                "people", "A record of a named learner is of one person. Leave the number out."
            )
    elif of_people is not None and _number(of_people) < people:
        raise FieldProblem(
            "of_people",
            f"Of how many: {people:,} of {_number(of_people):,} cannot be. Give how many work there in all, or "
            "leave it empty.",
        )


def _check_days(cells: Mapping[str, Cell], today: date) -> None:
    completed = date.fromisoformat(str(cells["completed_on"]))
    if completed.year < 1950:
        raise FieldProblem(
            "completed_on", f"Completed: {date_words(completed)} is too long ago. Check the year."
        )
    refuse_after("completed_on", "Completed", completed, today)
    expires = cells["expires_on"]
    if expires is not None and str(expires) < completed.isoformat():
        raise FieldProblem(
            "expires_on",
            f"Expires: {date_words(str(expires))} is before it was completed, on {date_words(completed)}. Give a "
            "later day, or none.",
        )
