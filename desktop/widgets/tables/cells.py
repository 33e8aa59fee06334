"""How a cell is said on screen: one function for tables, detail panes, the clipboard and screen readers."""

from functools import lru_cache

from resources.tables import Cell, ColumnKind
from resources.wording import date_short, hundredths, moment_short, money, number, percent

RIGHT = frozenset({ColumnKind.NUMBER, ColumnKind.PERCENT, ColumnKind.MONEY, ColumnKind.POINTS})
PILLS = frozenset({ColumnKind.RATING, ColumnKind.STATUS})


def cell_text(kind: ColumnKind, cell: Cell) -> str:
    """The cell's words: `9 Dec 2019`, `£75.50`, `7%`, `Yes`; an empty cell says nothing."""
    if cell is None or cell == "":
        return ""
    if kind is ColumnKind.TEXT or kind in PILLS:
        return str(cell)
    return _formatted(kind, cell)


@lru_cache(maxsize=8192)
def _formatted(kind: ColumnKind, cell: str | int | float) -> str:
    if kind is ColumnKind.DATE:
        return date_short(str(cell))
    if kind is ColumnKind.TIME:
        return moment_short(str(cell))
    if kind is ColumnKind.FLAG:
        return "Yes" if cell else "No"
    if isinstance(cell, str):
        return cell
    if kind is ColumnKind.MONEY:
        return money(int(cell))
    if kind is ColumnKind.POINTS:
        return hundredths(cell)
    if kind is ColumnKind.PERCENT:
        return percent(cell)
    return number(cell, 0 if isinstance(cell, int) or cell.is_integer() else 1)
