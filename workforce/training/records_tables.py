"""The training records as tables: what the page and the command line draw from."""

from datetime import date
from typing import Any

from resources.database import Database
from resources.tables import Cell, Column, ColumnKind, Table
from resources.wording import count_of
from workforce.training.learners import LEARNERS_NAMED
from workforce.training.requirements import requirements
from workforce.training.status import SOON_DAYS, status_on
from workforce.training.vocabulary import DeliveredBy, HowDelivered, JobRole, RecordSource

RECORD_COLUMNS = (
    Column("course", "Course", width=222),
    Column("whose", "Whose", width=132),
    Column("provider", "Provider", width=182),
    Column("status", "Status", ColumnKind.STATUS, 120),
    Column("expires_on", "Expires", ColumnKind.DATE, 100),
    Column("completed_on", "Completed", ColumnKind.DATE, 104),
    Column("service", "Service", width=170),
    Column("source", "From", width=110),
    Column("delivered_by", "Delivered by", width=130),
    Column("how", "How", width=110),
    Column("note", "Note", width=160),
)


def record_rows(db: Database, *, on: date, key: str = "") -> tuple[list[str], list[tuple[Cell, ...]]]:
    """The keys and the rows of all records, the latest completed first; of one alone with its `key`."""
    windows = _windows(db, on)
    rows = db.rows(
        """select training_record.id, course_id, course.name, learner_id, given_name, family_name, job_role, people,
            of_people, completed_on, expires_on, service.name, provider.name, training_record.source, delivered_by,
            how, training_record.note
        from training_record join course on course.id = course_id
        join provider on provider.id = training_record.provider_id
        left join service on service.id = service_id left join learner on learner.id = learner_id
        where ? in ('', training_record.id) order by completed_on desc, training_record.id""",
        (key,),
    )
    return [row[0] for row in rows], [_cells(row, windows, on) for row in rows]


def _windows(db: Database, on: date) -> dict[str, int]:
    """For how many days before its end each required course counts as expiring soon; the longest that is asked."""
    found: dict[str, int] = {}
    for one in requirements(db, on=on):
        found[one.course_id] = max(one.soon_days, found.get(one.course_id, 0))
    return found


def _cells(row: tuple[Any, ...], windows: dict[str, int], on: date) -> tuple[Cell, ...]:
    (_, course_id, course, learner, given, family, role, people, of_people, completed, expires, service, provider,
     source, delivered_by, how, note) = row  # fmt: skip
    whose = f"{given} {family}".strip() if learner else group_words(people, of_people, role)
    status = status_on(
        date.fromisoformat(completed), date.fromisoformat(expires) if expires else None, on=on,
        soon_days=windows.get(course_id, SOON_DAYS[0]),
    )  # fmt: skip
    return (
        course, whose, provider, status.label, expires, completed, service or "", RecordSource(source).label,
        DeliveredBy(delivered_by).label if delivered_by else "", HowDelivered(how).label if how else "", note,
    )  # fmt: skip


def group_words(people: int, of_people: int | None, role: str | None) -> str:
    """12 of 20, care worker; 12 workers."""
    number = f"{people:,} of {of_people:,} workers" if of_people is not None else count_of(people, "worker")
    return f"{number}, {JobRole(role).label}" if role else number


def records_table(db: Database, *, on: date, keys: bool = False) -> Table:
    """Every record; with `keys` the key of each stands last. It names learners: the team’s own."""
    names, rows = record_rows(db, on=on)
    columns: tuple[Column, ...] = RECORD_COLUMNS
    if keys:
        columns = (*columns, Column("key", "Key", width=290))
        rows = [(*row, name) for row, name in zip(rows, names, strict=True)]
    base = count_of(len(rows), "record")
    return Table("Training records", columns, rows, base=base, as_at=on, exempt=LEARNERS_NAMED)
