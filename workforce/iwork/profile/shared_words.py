"""What tasks and adjustments have in common: words that people's profiles and posts share."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Protocol

from resources.database import Database, change, new_key
from resources.problem import FieldProblem, Problem
from resources.rows import cells_of, refuse_empty
from resources.tables import Cell

_AN = {"adjustment": "an"}


class SharedWord(Protocol):
    """A task or an adjustment."""

    @property
    def id(self) -> str:
        """Its key."""

    @property
    def name(self) -> str:
        """As it is said in lists."""

    @property
    def archived_on(self) -> date | None:
        """When it was put away."""


def checked(
    vault: Database, table: str, called: str, given: Mapping[str, Any], *, but: str = ""
) -> dict[str, Cell]:
    """What was given as it is kept; a name that is empty or taken is refused."""
    cells = cells_of(given)
    if "name" not in cells:
        return cells
    cells["name"] = " ".join(str(cells["name"] or "").split())
    refuse_empty("name", cells["name"], f"Name: nothing was typed. Say what the {called} is in a few words.")
    row = vault.row(
        f"select name, archived_on from {table} where name = ? collate nocase and id <> ?",
        (cells["name"], but),
    )
    if row is not None:
        instead = "Restore that one" if row[1] else "Use that one"
        raise FieldProblem(
            "name", f"Name: there is {_AN.get(called, 'a')} {called} “{row[0]}” already. {instead}."
        )
    return cells


def added(vault: Database, table: str, cells: Mapping[str, Cell], *, action: str) -> str:
    """The key of a new one."""
    key = new_key()
    with change(vault, action):
        vault.insert_row(table, {"id": key, **cells})
    return key


def put_away(vault: Database, table: str, one: SharedWord, called: str, *, today: date) -> None:
    """It is offered no more; where it is used it stays."""
    if one.archived_on is not None:
        raise Problem(f"The {called} “{one.name}” is archived already.")
    with change(vault, f"Archived the {called} {one.name}"):
        vault.update_row(table, one.id, {"archived_on": today.isoformat()})


def bring_back(vault: Database, table: str, one: SharedWord, called: str) -> None:
    """It is offered again."""
    if one.archived_on is None:
        raise Problem(f"The {called} “{one.name}” is not archived.")
    with change(vault, f"Restored the {called} {one.name}"):
        vault.update_row(table, one.id, {"archived_on": None})
