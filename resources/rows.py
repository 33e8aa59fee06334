"""Rows of a table as values, and values as cells: the same for every table."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import Field, fields
from datetime import date, datetime
from typing import Any, ClassVar, Protocol, TypeVar

from resources.files.cells import typed_text
from resources.problem import FieldProblem
from resources.tables import Cell
from resources.wording import instant_text


class RowValue(Protocol):
    """A dataclass with the columns of its table, in their order."""

    __dataclass_fields__: ClassVar[dict[str, Field[Any]]]


R = TypeVar("R", bound=RowValue)


def columns_of(kind: type[RowValue]) -> str:
    """Its columns, for a select."""
    return ", ".join(one.name for one in fields(kind))


def made(kind: type[R], row: Sequence[Any], /, **read: Callable[[Any], Any]) -> R:
    """The row as a value; `read` turns the cells of a column into what is no text and no number."""
    names = [one.name for one in fields(kind)]
    cells = dict(zip(names, row, strict=True))
    for name, turn in read.items():
        if cells[name] is not None:
            cells[name] = turn(cells[name])
    return kind(**cells)


def cells_of(given: Mapping[str, Any]) -> dict[str, Cell]:
    """What was given as it is kept: dates and instants as ISO text, flags 0 or 1.

    Texts are without space around them and without signs that nobody sees.
    """
    return {name: cell_of(value) for name, value in given.items()}


def cell_of(value: Any) -> Cell:
    """One value as it is kept."""
    if isinstance(value, datetime):
        return instant_text(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str):
        return typed_text(str(value))
    return int(value) if isinstance(value, bool) else value


def refuse_empty(field: str, value: object, sentence: str) -> None:
    """A FieldProblem where a text that is needed has no letters."""
    if not typed_text(str(value or "")):
        raise FieldProblem(field, sentence)
