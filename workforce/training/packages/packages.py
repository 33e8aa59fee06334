"""The learning packages that can be offered. Three come with the program, and are kept once one of them is used."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, TypedDict, Unpack

from engagement.register import archiving
from resources.database import Database, change, new_key
from resources.problem import FieldProblem
from resources.tables import Cell
from resources.words import plain

_COLUMNS = "id, name, description, source, archived_on"


class PackageFacts(TypedDict, total=False):
    """What can be said of a package."""

    name: str
    description: str
    source: str


@dataclass(frozen=True)
class LearningPackage:
    """One package; those that ship and are not kept yet have no `id`."""

    id: str
    name: str
    description: str
    source: str
    archived_on: date | None = None


_SHIPPED = {
    "Moving and Handling": "Safe moving of people and of loads: risk assessment, equipment, and practice watched "
    "at the service.",
    "Medicines Management": "Ordering, storing, giving and recording medicines, errors and near misses, and an audit "
    "of the records.",
    "Leadership and Management": "For registered managers and deputies: governance, supervision, audits and an action "
    "plan after an inspection.",
}
SHIPPED = tuple(
    LearningPackage("", name, what, "Shipped with the program") for name, what in _SHIPPED.items()
)
"""Offered from the first day."""


def _package(row: tuple[Any, ...]) -> LearningPackage:
    key, name, description, source, archived_on = row
    return LearningPackage(
        key, name, description, source, date.fromisoformat(archived_on) if archived_on else None
    )


def package(db: Database, key: str) -> LearningPackage:
    """One that is kept, by its key."""
    row = db.row(f"select {_COLUMNS} from learning_package where id = ?", (key,))
    if row is None:
        raise LookupError(f"no learning package {key}")
    return _package(row)


def packages(db: Database, *, archived: bool = False) -> list[LearningPackage]:
    """Those that are kept, then those that ship and are not kept yet; with `archived`, those too."""
    held = [
        _package(row)
        for row in db.rows(f"select {_COLUMNS} from learning_package order by name collate nocase")
    ]
    known = {plain(one.name) for one in held}
    shipped = [one for one in SHIPPED if plain(one.name) not in known]
    return [one for one in held if archived or one.archived_on is None] + shipped


def kept_package(db: Database, name: str) -> LearningPackage:
    """The package of this name; one that ships is kept from now on. Call it within a change."""
    found = next((one for one in packages(db, archived=True) if plain(one.name) == plain(name)), None)
    if found is None:
        raise FieldProblem(
            "package", f"There is no learning package “{name}”. Choose one of the list, or add it first."
        )
    if found.archived_on is not None:
        raise FieldProblem("package", f"{found.name} is archived. Restore it first, or choose another.")
    return (
        found if found.id else add_package(db, found.name, description=found.description, source=found.source)
    )


# --- the verbs ------------------------------------------------------------------------------------------------


def add_package(db: Database, name: str, *, description: str = "", source: str = "") -> LearningPackage:
    """One more package."""
    facts = PackageFacts(name=name, description=description, source=source)
    cells, key = _checked(db, facts, but=""), new_key()
    with change(db, f"Added the learning package {cells['name']}"):
        db.insert_row("learning_package", {"id": key, **cells})
    return package(db, key)


def edit_package(db: Database, key: str, **facts: Unpack[PackageFacts]) -> LearningPackage:
    """Put right what is said of a package."""
    held = package(db, key)
    cells = _checked(db, facts, but=key)
    with change(db, f"Changed the learning package {held.name}"):
        db.update_row("learning_package", key, cells)
    return package(db, key)


def archive_package(db: Database, key: str, *, today: date) -> LearningPackage:
    """Offer it no more; the offers that were made stay."""
    archiving.archive(db, "learning_package", package(db, key), today=today, called="the learning package")
    return package(db, key)


def restore_package(db: Database, key: str) -> LearningPackage:
    """Offer it again."""
    archiving.restore(db, "learning_package", package(db, key), called="the learning package")
    return package(db, key)


def _checked(db: Database, facts: PackageFacts, *, but: str) -> dict[str, Cell]:
    given: Mapping[str, str] = {name: str(said).strip() for name, said in facts.items()}
    if "name" in given:
        if not plain(given["name"]):
            raise FieldProblem("name", "Name: nothing was entered. Type what the package is called.")
        same = [
            one for one in packages(db, archived=True) if one.id and plain(one.name) == plain(given["name"])
        ]
        if any(one.id != but for one in same):
            raise FieldProblem(
                "name", f"There is a learning package “{same[0].name}” already. Choose another name."
            )
    return dict(given)
