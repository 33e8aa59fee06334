"""The matrix as tables: a column for each required course, and what one provider has of each."""

from collections.abc import Sequence
from datetime import date

from engagement.register.facts import key_list
from resources.database import Database
from resources.report.exemption import Exemption
from resources.tables import Cell, Column, ColumnKind, Table
from resources.wording import and_list, capital_first, count_of
from workforce.training.coverage import NOT_BY_ROLE
from workforce.training.matrix import CourseAtPlace, Matrix, MatrixRow
from workforce.training.requirements import requirements
from workforce.training.status import SOON_DAYS
from workforce.training.vocabulary import TrainingStatus

NAMED_EXEMPT = Exemption(
    3, "It says which training named providers lack, which is of their business affairs."
)
"""Why the matrix is not for publication; how many have what is public."""
HOW_TO_READ = (
    "How the worst of those who should have it stands, then how many hold it of how many should (without a number: "
    "nobody has told). Expiring soon holds still."
)
ONCE_EACH = (
    "Named learners, groups of workers and ASC-WDS may tell of the same people, and are not added together: the one "
    "that tells of most people who hold it counts."
)
NOT_REQUIRED = "Not required"
BY_ROLE = (
    "A course that is required of one role counts those whom ASC-WDS knows in that role; “not known by role”: it tells "
    "of workers there without their roles."
)
_COURSE = "course "


def matrix_columns(found: Matrix) -> tuple[Column, ...]:
    """The provider, how many courses want doing, and each course."""
    return (
        Column("provider", "Provider", width=208),
        Column("missing", "Missing", ColumnKind.NUMBER, 70),
        Column("expired", "Expired", ColumnKind.NUMBER, 70),
        Column("soon", "Expiring soon", ColumnKind.NUMBER, 74),
        *(Column(f"{_COURSE}{key}", name, ColumnKind.STATUS, 150) for key, name in found.courses.items()),
        Column("district", "District", width=120),
        Column("kinds", "Kinds of service", width=170),
        Column("officer", "Portfolio officer", width=140),
    )


def matrix_row(row: MatrixRow, courses: Sequence[str]) -> tuple[Cell, ...]:
    """A provider’s cells."""
    return (
        row.provider, row.number(TrainingStatus.MISSING), row.number(TrainingStatus.EXPIRED),
        row.number(TrainingStatus.EXPIRING_SOON),
        *(row.covers[key].words if key in row.covers else NOT_REQUIRED for key in courses),
        *(_all(sorted({said for said in some if said})) for some in _places(row)),
    )  # fmt: skip


def _places(row: MatrixRow) -> tuple[list[str], list[str], list[str]]:
    some = row.services
    return [one.district for one in some], [one.kind.label for one in some], [one.officer for one in some]


def _all(words: Sequence[str]) -> str:
    return and_list(list(words))


def matrix_table(found: Matrix) -> Table:
    """The whole matrix."""
    rows = [matrix_row(row, list(found.courses)) for row in found.rows]
    base = f"{count_of(len(rows), 'provider')}, {count_of(len(found.courses), 'required course')}"
    return Table(
        "Who has what training",
        matrix_columns(found),
        rows,
        base=base,
        as_at=found.on,
        notes=(HOW_TO_READ, ONCE_EACH, BY_ROLE),
        exempt=NAMED_EXEMPT,
    )


PROVIDER_COLUMNS = (
    Column("course", "Course", width=142),
    Column("status", "Status", ColumnKind.STATUS, 124),
    Column("people", "Hold it", width=72),
    Column("service", "Service", width=160),
)


def provider_table(db: Database, name: str, found: Sequence[CourseAtPlace], *, on: date) -> Table:
    """Each required course at each service of one provider."""
    courses = dict(db.rows("select id, name from course"))
    services = dict(db.rows("select id, name from service where id in (select value from json_each(?))",
                            (key_list(one.service_id for one in found if one.service_id),)))  # fmt: skip
    rows: list[tuple[Cell, ...]] = [
        (courses[one.course_id], one.cover.status.label, _people(one),
         services[one.service_id] if one.service_id else "The provider as a whole")
        for one in found
    ]  # fmt: skip
    columns: tuple[Column, ...] = PROVIDER_COLUMNS
    if len({one.service_id for one in found}) == 1:  # its one service needs no column
        columns, rows = columns[:-1], [row[:-1] for row in rows]
    base = count_of(len({one.course_id for one in found}), "required course")
    return Table(f"Training of {name}", columns, rows, base=base, as_at=on, exempt=NAMED_EXEMPT)


def _people(one: CourseAtPlace) -> str:
    have, should = one.cover.have, one.cover.should
    if should is None and not have and not one.cover.by_role:
        return capital_first(NOT_BY_ROLE)
    return f"{have:,} of {should:,}" if should is not None else f"{have:,}" if have else ""


REQUIRED_COLUMNS = (
    Column("course", "Course", width=240),
    Column("kind", "Kind of service", width=170),
    Column("role", "Role", width=190),
    Column("soon", "Expiring soon within, days", ColumnKind.NUMBER, 120),
    Column("from_on", "From", ColumnKind.DATE, 108),
    Column("until_on", "Until", ColumnKind.DATE, 108),
    Column("source", "Why", width=240),
)


def required_table(db: Database) -> Table:
    """Everything that is required, was, or will be."""
    courses = dict(db.rows("select id, name from course"))
    rows: list[tuple[Cell, ...]] = [
        (
            courses[one.course_id], one.kind.label if one.kind else "Every kind",
            one.job_role.label if one.job_role else "All staff", one.soon_days,
            one.from_on.isoformat() if one.from_on else None, one.until_on.isoformat() if one.until_on else None,
            one.source,
        )
        for one in requirements(db)
    ]  # fmt: skip
    windows = and_list([str(each) for each in SOON_DAYS], "or")
    notes = (f"A course counts as expiring soon for {windows} days before it expires, both included.",)
    return Table(
        "Required training", REQUIRED_COLUMNS, rows, base=count_of(len(rows), "requirement"), notes=notes
    )
