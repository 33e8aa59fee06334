"""The catalogue: courses, qualifications and apprenticeships that people at providers take."""

from dataclasses import dataclass
from datetime import date
from typing import Any, TypedDict, Unpack

from engagement.register import archiving
from resources.database import Database, change, new_key
from resources.problem import FieldProblem
from resources.tables import Cell
from resources.words import plain
from workforce.training.vocabulary import CourseKind

COLUMNS = (
    "id", "name", "kind", "code", "awarding_body", "level", "credits", "category", "valid_months", "description",
    "source", "archived_on",
)  # fmt: skip
LEVELS = range(1, 9)
"""Those that the regulators of England know; entry level has none."""
MOST_MONTHS, MOST_CREDITS = 120, 1_000


class NewCourse(TypedDict, total=False):
    """What can be said of a new one. `code` is the qualification’s number, `category` ASC-WDS’s code of it."""

    code: str
    awarding_body: str
    level: int | None
    credits: int | None
    category: str
    valid_months: int | None
    description: str
    source: str


class CourseFacts(NewCourse, total=False):
    """What can be put right of one."""

    name: str
    kind: CourseKind


@dataclass(frozen=True)
class Course:
    """One of the catalogue. `valid_months` is None where what was learnt does not run out."""

    id: str
    name: str
    kind: CourseKind = CourseKind.COURSE
    code: str = ""
    awarding_body: str = ""
    level: int | None = None
    credits: int | None = None
    category: str = ""
    valid_months: int | None = None
    description: str = ""
    source: str = ""
    archived_on: date | None = None


def _course(row: tuple[Any, ...]) -> Course:
    cells = dict(zip(COLUMNS, row, strict=True))
    archived = date.fromisoformat(cells["archived_on"]) if cells["archived_on"] else None
    return Course(**{**cells, "kind": CourseKind(cells["kind"]), "archived_on": archived})


# --- reading --------------------------------------------------------------------------------------------------


def course(db: Database, key: str) -> Course:
    """The course with this key."""
    row = db.row(f"select {', '.join(COLUMNS)} from course where id = ?", (key,))
    if row is None:
        raise LookupError(f"there is no course {key}")
    return _course(row)


def is_course(db: Database, key: str) -> bool:
    """Whether the key is a course’s."""
    return bool(db.value("select exists (select 1 from course where id = ?)", (key,)))


def courses(db: Database, *, archived: bool = False, kind: CourseKind | None = None) -> list[Course]:
    """The catalogue by name; with `archived`, those too, last."""
    rows = db.rows(
        f"""select {", ".join(COLUMNS)} from course where (?1 or archived_on is null) and (?2 is null or kind = ?2)
        order by archived_on is not null, name collate nocase, id""",
        (archived, kind.value if kind else None),
    )
    return [_course(row) for row in rows]


def course_named(db: Database, name: str) -> Course | None:
    """The course of this name, whatever its capitals and marks; an archived one too."""
    wanted = plain(name)
    return next((one for one in courses(db, archived=True) if plain(one.name) == wanted), None)


def find_courses(db: Database, text: str, *, limit: int = 8) -> list[Course]:
    """Courses in use whose name, code or awarding body holds every word typed; names that begin with it first."""
    wanted = text.casefold().strip()
    found = [
        one
        for one in courses(db)
        if all(word in f"{one.name} {one.code} {one.awarding_body}".casefold() for word in wanted.split())
    ]
    return sorted(found, key=lambda one: not one.name.casefold().startswith(wanted))[:limit]


# --- the verbs ------------------------------------------------------------------------------------------------


def add_course(
    db: Database, name: str, kind: CourseKind = CourseKind.COURSE, **given: Unpack[NewCourse]
) -> Course:
    """Add a course to the catalogue; a qualification needs no code until somebody claims for it."""
    facts: CourseFacts = {"name": name, "kind": kind, **given}
    cells = _checked(db, facts)
    key = new_key()
    with change(db, f"Added the course {cells['name']}"):
        db.insert_row("course", {"id": key, **cells})
    return course(db, key)


def edit_course(db: Database, key: str, **given: Unpack[CourseFacts]) -> Course:
    """Change what is given and leave the rest."""
    before = course(db, key)
    cells = _checked(db, given, but=key)
    if cells:
        with change(db, f"Changed the course {cells.get('name', before.name)}"):
            db.update_row("course", key, cells)
    return course(db, key)


def archive_course(db: Database, key: str, *, today: date) -> Course:
    """Offer it no more; its sessions and who has it stay."""
    archiving.archive(db, "course", course(db, key), today=today, called="the course")
    return course(db, key)


def restore_course(db: Database, key: str) -> Course:
    """Offer an archived course again."""
    archiving.restore(db, "course", course(db, key), called="the course")
    return course(db, key)


# --- what is checked ------------------------------------------------------------------------------------------

_RANGES = {
    "level": ("Level", LEVELS[0], LEVELS[-1]),
    "credits": ("Credits", 0, MOST_CREDITS),
    "valid_months": ("Valid for", 1, MOST_MONTHS),
}


def _checked(db: Database, given: CourseFacts, *, but: str = "") -> dict[str, Cell]:
    cells: dict[str, Cell] = {}
    for name, value in given.items():
        if name == "name":
            cells[name] = _checked_name(db, str(value), but=but)
        elif name in _RANGES:
            cells[name] = _in_range(name, value)
        elif isinstance(value, CourseKind):
            cells[name] = value.value
        else:
            cells[name] = (
                " ".join(str(value or "").split()) if name != "description" else str(value or "").strip()
            )
    return cells


def _in_range(name: str, value: object) -> int | None:
    heading, least, most = _RANGES[name]
    if value is None:
        return None
    if not isinstance(value, int) or not least <= value <= most:
        raise FieldProblem(
            name,
            f"{heading}: “{value}” is not a whole number from {least} to {most:,}. Write one, or nothing.",
        )
    return value


def _checked_name(db: Database, name: str, *, but: str) -> str:
    name = " ".join(name.split())
    if not plain(name):
        raise FieldProblem("name", "The course has no name. Type one, such as “Moving and handling”.")
    same = course_named(db, name)
    if same is not None and same.id != but:
        put_away = ", and is archived: restore it" if same.archived_on else ""
        raise FieldProblem(
            "name", f"There is a course “{same.name}” already{put_away}. Choose that, or another name."
        )
    return name
