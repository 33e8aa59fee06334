"""A cell of a table as people read it: in Word, in text, on the command line and on the screen."""

from resources.tables import Cell, Column, ColumnKind
from resources.wording import date_short, date_words, hundredths, moment_short, moment_words, money, number

FIGURES = frozenset({ColumnKind.NUMBER, ColumnKind.PERCENT, ColumnKind.MONEY, ColumnKind.POINTS})
"""The kinds of column whose cells are aligned right."""


def cell_text(column: Column, cell: Cell, *, short: bool = False) -> str:
    """The cell in words: 9 December 2019, £112,000, 7%, Yes; `short` gives 9 Dec 2019 for narrow columns.

    Nothing is shown for None. Text in a column of figures or dates ("not known", "fewer than 5") stands
    as it is.
    """
    if cell is None:
        return ""
    match column.kind:
        case ColumnKind.DATE if isinstance(cell, str):
            return _date_text(cell, short=short)
        case ColumnKind.TIME if isinstance(cell, str):
            return _moment_text(cell, short=short)
        case ColumnKind.FLAG if not isinstance(cell, str):
            return "Yes" if cell else "No"
        case ColumnKind.MONEY if isinstance(cell, int):
            return money(cell)
        case ColumnKind.POINTS if not isinstance(cell, str):
            return hundredths(cell)
        case ColumnKind.PERCENT if not isinstance(cell, str):
            return f"{figure_text(cell)}%"
        case _ if not isinstance(cell, str):
            return figure_text(cell)
    return str(cell)


def figure_text(figure: int | float) -> str:
    """1,234 or 30.4: at most one decimal, and none when it would be 0."""
    text = number(figure, 0 if isinstance(figure, int) else 1)
    return text.removesuffix(".0")


def _date_text(cell: str, *, short: bool) -> str:
    try:
        return date_short(cell) if short else date_words(cell)
    except ValueError:
        return cell


def _moment_text(cell: str, *, short: bool) -> str:
    try:
        return moment_short(cell) if short else moment_words(cell)
    except ValueError:
        return cell
