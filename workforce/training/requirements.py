"""Which training is required: of the workers of which kinds of service, in which roles, from when until when."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, TypedDict, Unpack, cast

from engagement.register.vocabulary import ServiceKind
from resources.database import Database, change, new_key
from resources.problem import FieldProblem
from resources.tables import Cell
from resources.wording import and_list, lower_first
from workforce.training.records import course_name
from workforce.training.status import SOON_DAYS
from workforce.training.vocabulary import JobRole

_COLUMNS = "id, course_id, kind, job_role, soon_days, from_on, until_on, source"


class RequirementFacts(TypedDict, total=False):
    """What can be said of a requirement. A `kind` of None is every kind of service, a `job_role` of None every role."""

    kind: ServiceKind | None
    job_role: JobRole | None
    soon_days: int
    from_on: date | None
    until_on: date | None
    source: str


@dataclass(frozen=True)
class Requirement:
    """One course that is required. It counts as expiring soon for `soon_days` before it expires."""

    id: str
    course_id: str
    kind: ServiceKind | None
    job_role: JobRole | None
    soon_days: int
    from_on: date | None
    until_on: date | None
    source: str

    def holds_on(self, day: date) -> bool:
        """Whether it is in force."""
        return (self.from_on is None or self.from_on <= day) and (
            self.until_on is None or day <= self.until_on
        )

    def is_of(self, kind: ServiceKind) -> bool:
        """Whether services of a kind need it."""
        return self.kind is None or self.kind is kind

    @property
    def whose(self) -> str:
        """All staff of every service; Care workers of nursing homes."""
        role = self.job_role.label if self.job_role else "All staff"
        return f"{role}, {lower_first(self.kind.label) if self.kind else 'every kind of service'}"


def _requirement(row: tuple[Any, ...]) -> Requirement:
    key, course, kind, role, soon, from_on, until_on, source = row
    return Requirement(
        key, course, ServiceKind(kind) if kind else None, JobRole(role) if role else None, soon,
        date.fromisoformat(from_on) if from_on else None, date.fromisoformat(until_on) if until_on else None, source,
    )  # fmt: skip


def requirement(db: Database, key: str) -> Requirement:
    """One by its key."""
    row = db.row(f"select {_COLUMNS} from training_requirement where id = ?", (key,))
    if row is None:
        raise LookupError(f"no required training {key}")
    return _requirement(row)


def requirements(db: Database, *, on: date | None = None) -> list[Requirement]:
    """All by the name of their course; with `on` those in force that day."""
    columns = ", ".join(f"training_requirement.{name}" for name in _COLUMNS.split(", "))
    rows = db.rows(
        f"""select {columns} from training_requirement join course on course.id = course_id
        order by course.name collate nocase, training_requirement.kind, training_requirement.job_role,
        training_requirement.id"""
    )
    found = [_requirement(row) for row in rows]
    return found if on is None else [one for one in found if one.holds_on(on)]


# --- the verbs ------------------------------------------------------------------------------------------------


def add_requirement(db: Database, course_id: str, **facts: Unpack[RequirementFacts]) -> Requirement:
    """Require a course."""
    cells = _checked(db, course_id, {**_DEFAULTS, **_cells(facts)}, but="")
    key = new_key()
    with change(db, f"Required {course_name(db, course_id)}"):
        db.insert_row("training_requirement", {"id": key, "course_id": course_id, **cells})
    return requirement(db, key)


def require_courses(
    db: Database, course_ids: Iterable[str], **facts: Unpack[RequirementFacts]
) -> list[Requirement]:
    """Require several courses of the same people, as one change."""
    keys = list(course_ids)
    if not keys:
        raise FieldProblem("course_id", "No course is chosen. Choose one or more.")
    names = [course_name(db, key) for key in keys]
    with change(db, f"Required {and_list(names) if len(names) < 3 else f'{len(names)} courses'}"):
        return [add_requirement(db, key, **facts) for key in keys]


def edit_requirement(db: Database, key: str, **facts: Unpack[RequirementFacts]) -> Requirement:
    """Put right what is said of a requirement; what is not given stays."""
    held = requirement(db, key)
    before = _cells(
        RequirementFacts(
            kind=held.kind, job_role=held.job_role, soon_days=held.soon_days, from_on=held.from_on,
            until_on=held.until_on, source=held.source,
        )
    )  # fmt: skip
    cells = _checked(db, held.course_id, {**before, **_cells(facts)}, but=key)
    with change(db, f"Changed that {course_name(db, held.course_id)} is required"):
        db.update_row("training_requirement", key, cells)
    return requirement(db, key)


def remove_requirement(db: Database, key: str) -> None:
    """Require it no more, as if it never had been; one that ends on a day is given its last day instead."""
    held = requirement(db, key)
    with change(db, f"Required {course_name(db, held.course_id)} no more"):
        db.delete_row("training_requirement", key)


_DEFAULTS: Mapping[str, Cell] = {
    "kind": None, "job_role": None, "soon_days": SOON_DAYS[0], "from_on": None, "until_on": None, "source": "",
}  # fmt: skip


def _cells(facts: RequirementFacts) -> dict[str, Cell]:
    return {
        name: given.isoformat()
        if isinstance(given, date)
        else given.strip()
        if isinstance(given, str)
        else given
        for name, given in cast("dict[str, Cell | date]", facts).items()
    }


def _checked(db: Database, course_id: str, given: Mapping[str, Cell], *, but: str) -> dict[str, Cell]:
    cells = dict(given)
    for name in ("kind", "job_role"):
        cells[name] = cells[name] or None
    course_name(db, course_id)
    if cells["soon_days"] not in SOON_DAYS:
        raise FieldProblem(
            "soon_days", f"Expiring soon: choose {and_list([str(each) for each in SOON_DAYS], 'or')} days."
        )
    if cells["from_on"] and cells["until_on"] and str(cells["until_on"]) < str(cells["from_on"]):
        raise FieldProblem("until_on", "Until: the last day is before the first. Give a later day, or none.")
    _only_once(db, course_id, cells, but=but)
    return cells


def _only_once(db: Database, course_id: str, cells: Mapping[str, Cell], *, but: str) -> None:
    for one in requirements(db):
        same = one.course_id == course_id and (one.kind, one.job_role) == (cells["kind"], cells["job_role"])
        if same and one.id != but and _overlap(one, cells):
            raise FieldProblem(
                "course_id",
                f"{course_name(db, course_id)} is required of them already ({lower_first(one.whose)}). Change that "
                "one, or give days that do not overlap.",
            )


def _overlap(one: Requirement, cells: Mapping[str, Cell]) -> bool:
    first, last = str(cells["from_on"] or "0"), str(cells["until_on"] or "9999")
    ends = one.until_on.isoformat() if one.until_on else "9999"
    begins = one.from_on.isoformat() if one.from_on else "0"
    return first <= ends and begins <= last
