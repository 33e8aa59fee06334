"""Rows read by the types of their fields, and drafts as cells; the rest is `resources.rows`."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields
from datetime import date
from functools import cache
from types import UnionType
from typing import Any, TypeVar, get_args, get_type_hints

from resources import rows
from resources.rows import RowValue
from resources.tables import Cell

R = TypeVar("R", bound=RowValue)


def row_as(kind: type[R], row: Sequence[Any]) -> R:
    """A row whose cells stand in the order of the fields of a dataclass."""
    return rows.made(kind, row, **_readers(kind))


def columns_of(kind: type[RowValue], table: str = "") -> str:
    """The columns that the fields of a dataclass are read from, of a table where several are joined."""
    return ", ".join(f"{table}.{one.name}" if table else one.name for one in fields(kind))


def cells_of(draft: RowValue) -> dict[str, Cell]:
    """What a draft says, as cells to keep."""
    return rows.cells_of({one.name: getattr(draft, one.name) for one in fields(draft)})


def draft_of(kind: type[R], held: RowValue) -> R:
    """What is kept, as it would be entered."""
    return kind(**{one.name: getattr(held, one.name) for one in fields(kind)})


@cache
def _readers(kind: type[RowValue]) -> Mapping[str, Callable[[Any], Any]]:
    """How the cells of each column are read that hold no text and no number."""
    found = {name: _plain(hint) for name, hint in get_type_hints(kind).items()}
    return {
        name: date.fromisoformat if of is date else of for name, of in found.items() if of not in (str, int)
    }


def _plain(hint: Any) -> Any:
    """Of `date | None` the date."""
    some = get_args(hint) if isinstance(hint, UnionType) else (hint,)
    return next(one for one in some if one is not type(None))
