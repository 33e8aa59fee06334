"""Tables to publish: a workbook laid out as the Office for National Statistics lays out its own, and the same as CSV.

A cover, contents with links, notes, then one table a sheet that begins in A1 with its title. Nothing is merged, no row
or column within a table is blank, a number is a number, and what has no figure says why in shorthand. The layout is
that of “Releasing statistics in spreadsheets” by the Government Analysis Function.
"""

import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

from resources.files.replacing import safe_write
from resources.files.writing import save_csv, verify_workbook
from resources.tables import Cell, Column, ColumnKind, Table
from resources.wording import and_list, date_words

_LARGE, _MEDIUM, _BODY = 16, 14, 12
_LINE, _TITLE_LINE = 15.75, 21.0
_HIGH = {(False, False): _LINE, (False, True): 24.0, (True, False): _TITLE_LINE}
"""How high a row is, in points: one of text, one with a heading, one with the title."""
_COVER, _SECOND = 90, 100
_WIDEST, _NARROWEST = 68, 14
_FIGURES = frozenset({ColumnKind.NUMBER, ColumnKind.PERCENT, ColumnKind.MONEY})


class Shorthand(StrEnum):
    """What stands where there is no figure."""

    CONFIDENTIAL = "[c]"
    LOW_BASE = "[u]"
    NOT_AVAILABLE = "[x]"
    NOT_APPLICABLE = "[z]"

    @property
    def meaning(self) -> str:
        """For the notes of the workbook."""
        return _MEANINGS[self]


_MEANINGS = {
    Shorthand.CONFIDENTIAL: "confidential: the figure is small, or would give a figure away that is not shown",
    Shorthand.LOW_BASE: "of low reliability: too few answered to give a percentage or a median",
    Shorthand.NOT_AVAILABLE: "not available",
    Shorthand.NOT_APPLICABLE: "not applicable",
}


@dataclass(frozen=True)
class Publication:
    """What is published, by whom. `about` are sentences for the cover; a table's own notes stand in the table."""

    title: str
    tables: Sequence[Table]
    about: Sequence[str] = ()
    source: str = ""
    published_on: date | None = None
    publisher: str = ""
    contact: Sequence[str] = ()
    notes: Sequence[str] = ()


@dataclass(frozen=True)
class _Sheet:
    """A table with its number and the numbers of the notes that belong to it."""

    number: int
    table: Table
    notes: tuple[int, ...] = ()

    @property
    def name(self) -> str:
        return f"Table_{self.number}"

    @property
    def title(self) -> str:
        references = "".join(f" [note {number}]" for number in self.notes)
        return f"Table {self.number}: {self.table.title}{references}"

    @property
    def shorthand(self) -> list[Shorthand]:
        said = {cell for row in self.table.rows for cell in _cells(self.table, row)}
        return [one for one in Shorthand if one.value in said]


@dataclass
class _Notes:
    """Notes in the order in which they are first needed; the same words are one note."""

    texts: list[str] = field(default_factory=list)

    def number(self, text: str) -> int:
        if text not in self.texts:
            self.texts.append(text)
        return self.texts.index(text) + 1


# --- the workbook -----------------------------------------------------------------------------------------


def save_publication(publication: Publication, path: Path) -> None:
    """The whole workbook, verified before it takes its place."""
    data = _workbook(publication)

    def write(temporary: Path) -> None:
        temporary.write_bytes(data)

    safe_write(path, write, lambda written: verify_workbook(path, written, len(publication.tables) + 3))


def _workbook(publication: Publication) -> bytes:
    import xlsxwriter  # loaded when first used

    notes = _Notes()
    for text in publication.notes:
        notes.number(text)
    sheets = [
        _Sheet(number, table, tuple(notes.number(text) for text in table.notes))
        for number, table in enumerate(publication.tables, 1)
    ]
    memory = io.BytesIO()
    book = xlsxwriter.Workbook(
        memory,
        {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False,
         "default_format_properties": {"font_name": "Arial", "font_size": _BODY}},
    )  # fmt: skip
    book.set_properties(_properties(publication))
    looks = _Looks(book)
    _cover(book, looks, publication)
    _contents(book, looks, sheets)
    _notes_sheet(book, looks, notes.texts, sheets)
    for sheet in sheets:
        _table_sheet(book, looks, sheet)
    book.close()
    return memory.getvalue()


def _properties(publication: Publication) -> dict[str, Any]:
    made = {"title": publication.title, "author": publication.publisher, "company": publication.publisher,
            "comments": ""}  # fmt: skip
    day = publication.published_on
    return made | ({"created": datetime(day.year, day.month, day.day)} if day else {})


class _Looks:
    """The few looks that the workbook has."""

    def __init__(self, book: Any) -> None:
        plain = {"font_name": "Arial", "font_size": _BODY, "valign": "top"}
        self._book, self._plain = book, plain
        self.title = book.add_format({**plain, "bold": True, "font_size": _LARGE})
        self.heading = book.add_format({**plain, "bold": True, "font_size": _MEDIUM, "valign": "bottom"})
        self.text = book.add_format(plain)
        self.wrapped = book.add_format({**plain, "text_wrap": True})
        self.beside = book.add_format({**plain, "text_wrap": True, "align": "left", "indent": 1})
        self.link = book.add_format({**plain, "font_color": "#0563C1", "underline": 1})
        self.left = book.add_format({**plain, "bold": True, "text_wrap": True, "bottom": 1})
        self.left_beside = book.add_format(
            {**plain, "bold": True, "text_wrap": True, "bottom": 1, "align": "left", "indent": 1}
        )
        self.right = book.add_format(
            {**plain, "bold": True, "text_wrap": True, "align": "right", "bottom": 1}
        )
        self.short = book.add_format({**plain, "align": "right"})
        self._numbers: dict[str, Any] = {}

    def number(self, pattern: str) -> Any:
        """For figures, aligned right."""
        if pattern not in self._numbers:
            look = {**self._plain, "num_format": pattern, "align": "right"}
            self._numbers[pattern] = self._book.add_format(look)
        return self._numbers[pattern]


def _cover(book: Any, looks: _Looks, publication: Publication) -> None:
    sheet = _new_sheet(book, "Cover_sheet")
    sheet.set_column(0, 0, _COVER)
    lines: list[tuple[str, Any]] = [(publication.title, looks.title)]
    lines += [(one, looks.wrapped) for one in publication.about]
    day = publication.published_on
    for heading, texts in (
        ("Source", [publication.source]),
        ("Publication date", [date_words(day) if day else ""]),
        ("Publisher", [publication.publisher]),
        ("Contact details", list(publication.contact)),
    ):
        said = [text for text in texts if text]
        if said:
            lines += [(heading, looks.heading), *((text, looks.wrapped) for text in said)]
    for place, (text, look) in enumerate(lines):
        sheet.set_row(place, _HIGH[look is looks.title, look is looks.heading] * _lines(text, _COVER))
        sheet.write_string(place, 0, text, look)


def _contents(book: Any, looks: _Looks, sheets: Sequence[_Sheet]) -> None:
    sheet = _new_sheet(book, "Contents")
    rows: list[tuple[str, str]] = [("Notes", "Notes and shorthand used in this workbook")]
    rows += [(one.name, one.table.title) for one in sheets]
    header = _opening(
        sheet,
        looks,
        "Contents",
        ["This worksheet contains one table.", "The first column links to each worksheet."],
    )
    _mark_up(sheet, looks, header, ("Worksheet", "What it holds"), len(rows), "contents")
    sheet.set_column(0, 0, 16)
    sheet.set_column(1, 1, _SECOND)
    for place, (name, title) in enumerate(rows, header + 1):
        sheet.set_row(place, _LINE * _lines(title, _SECOND))
        sheet.write_url(place, 0, f"internal:'{name}'!A1", looks.link, string=name)
        sheet.write_string(place, 1, title, looks.wrapped)


def _notes_sheet(book: Any, looks: _Looks, notes: Sequence[str], sheets: Sequence[_Sheet]) -> None:
    sheet = _new_sheet(book, "Notes")
    used = [one for one in Shorthand if any(one in table.shorthand for table in sheets)]
    lines = ["This worksheet contains one table."]
    lines += [f"Shorthand: {one.value} means {one.meaning}." for one in used]
    header = _opening(sheet, looks, "Notes", lines)
    rows = list(notes) or ["There are no notes."]
    _mark_up(sheet, looks, header, ("Note number", "Note text"), len(rows), "notes")
    sheet.set_column(0, 0, 16)
    sheet.set_column(1, 1, _SECOND)
    for number, text in enumerate(rows, 1):
        sheet.set_row(header + number, _LINE * _lines(text, _SECOND))
        sheet.write_string(header + number, 0, f"note {number}", looks.text)
        sheet.write_string(header + number, 1, text, looks.wrapped)


def _table_sheet(book: Any, looks: _Looks, one: _Sheet) -> None:
    sheet, table = _new_sheet(book, one.name), one.table
    lines = ["This worksheet contains one table."]
    if one.notes:
        lines[0] += " The notes that its title names are in the Notes worksheet."
    if one.shorthand:
        meanings = and_list([f"{short.value} {short.meaning}" for short in one.shorthand])
        lines.append(f"Where there is no figure, this stands for it: {meanings}.")
    lines += [f"Base: {table.base}"] if table.base else []
    lines += [f"Source: {table.source}"] if table.source else []
    header, headings = _opening(sheet, looks, one.title, lines), unit_headings(table.columns)
    _mark_up(
        sheet,
        looks,
        header,
        unit_headings(table.columns),
        len(table.rows),
        f"table_{one.number}",
        table.columns,
    )
    widths = [
        _width(heading, [_filled(column, row[place]) for row in table.rows])
        for place, (heading, column) in enumerate(zip(headings, table.columns, strict=True))
    ]
    sheet.set_row(header, _LINE * max(map(_lines, headings, widths)))
    for down, row in enumerate(table.rows, header + 1):
        sheet.set_row(down, _LINE * max(map(_lines, map(str, _cells(table, row)), widths)))
    for place, column in enumerate(table.columns):
        cells = [_filled(column, row[place]) for row in table.rows]
        sheet.set_column(place, place, widths[place])
        pattern = _pattern(column, cells)
        for down, cell in enumerate(cells, header + 1):
            _write(sheet, looks, (down, place), column, cell, pattern)
    sheet.freeze_panes(header + 1, 0)
    sheet.repeat_rows(header)


def _new_sheet(book: Any, name: str) -> Any:
    sheet = book.add_worksheet(name)
    sheet.set_paper(9)  # A4
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    return sheet


def _opening(sheet: Any, looks: _Looks, title: str, lines: Iterable[str]) -> int:
    """The title in A1 and a line a row beneath it; returns the row on which the table begins."""
    sheet.set_row(0, _TITLE_LINE)
    sheet.write_string(0, 0, title, looks.title)
    row = 0
    for row, line in enumerate(lines, 1):
        sheet.write_string(row, 0, line, looks.text)
    return row + 1


def _mark_up(
    sheet: Any,
    looks: _Looks,
    header: int,
    headings: Sequence[str],
    rows: int,
    name: str,
    columns: Sequence[Column] = (),
) -> None:
    """Excel and screen readers then know where the table is and which row names its columns."""
    head = [looks.left, *[looks.left_beside] * (len(headings) - 1)]
    for place, column in enumerate(columns):
        head[place] = looks.right if column.kind in _FIGURES else head[place]
    sheet.add_table(
        header, 0, header + max(rows, 1), len(headings) - 1,
        {
            "name": name, "autofilter": False, "style": None,
            "columns": [
                {"header": heading, "header_format": look} for heading, look in zip(headings, head, strict=True)
            ],
        },
    )  # fmt: skip


# --- cells ------------------------------------------------------------------------------------------------


def unit_headings(columns: Sequence[Column]) -> list[str]:
    """Headings with their unit, no two alike, as a table in Excel needs them."""
    found: list[str] = []
    for column in columns:
        unit = _unit(column)
        heading = column.heading if not unit or unit in column.heading else f"{column.heading} ({unit})"
        while heading in found:
            heading += " (again)"
        found.append(heading)
    return found


def _unit(column: Column) -> str:
    return {ColumnKind.PERCENT: "%", ColumnKind.MONEY: "£"}.get(column.kind, "")


def _cells(table: Table, row: Sequence[Cell]) -> Iterator[Cell]:
    return (_filled(column, cell) for column, cell in zip(table.columns, row, strict=True))


def _filled(column: Column, cell: Cell) -> Cell:
    """No cell is left blank."""
    if cell is None or cell == "":
        return Shorthand.NOT_AVAILABLE.value if column.kind in _FIGURES else Shorthand.NOT_APPLICABLE.value
    if column.kind is ColumnKind.FLAG and not isinstance(cell, str):
        return "Yes" if cell else "No"
    if column.kind is ColumnKind.MONEY and not isinstance(cell, str):
        return cell / 100
    if column.kind is ColumnKind.DATE and isinstance(cell, str):
        return _day_words(cell)
    return cell


def _day_words(text: str) -> str:
    try:
        return date_words(text)
    except ValueError:
        return text


def _pattern(column: Column, cells: Iterable[Cell]) -> str:
    if column.kind is ColumnKind.MONEY:
        return "#,##0.00"
    whole = all(float(cell).is_integer() for cell in cells if isinstance(cell, int | float))
    return "#,##0" if whole else "#,##0.0"


def _write(sheet: Any, looks: _Looks, at: tuple[int, int], column: Column, cell: Cell, pattern: str) -> None:
    if isinstance(cell, int | float):
        sheet.write_number(*at, cell, looks.number(pattern))
    else:
        text = looks.beside if at[1] else looks.wrapped
        sheet.write_string(*at, str(cell), looks.short if column.kind in _FIGURES else text)


def _width(heading: str, cells: Iterable[Cell]) -> int:
    """In letters: as wide as the longest cell, up to a limit, and as the longest word of the heading."""
    longest = max([len(str(cell)) for cell in cells], default=0)
    word = max(len(word) for word in heading.split())
    return max(_NARROWEST, min(_WIDEST, longest + 3), word + 3)


def _lines(text: str, width: int) -> int:
    """How many lines a text takes in a column; a word is never broken."""
    lines, used = 1, 0
    for word in text.split():
        if used and used + 1 + len(word) > width:
            lines, used = lines + 1, 0
        used += len(word) + (1 if used else 0)
    return lines


# --- CSV --------------------------------------------------------------------------------------------------

_LONG = (
    Column("number", "Table"), Column("title", "Title"), Column("row", "Row"), Column("measure", "Measure"),
    Column("value", "Value", ColumnKind.NUMBER), Column("unit", "Unit"), Column("marker", "Marker"),
    Column("base", "Base"),
)  # fmt: skip


def long_table(publication: Publication) -> Table:
    """A row for each figure of every table; what has no figure has its shorthand as a marker."""
    rows = [
        (f"Table {number}", table.title, " – ".join(_labels(table, row)), column.heading, *_figure(column, cell),
         table.base)
        for number, table in enumerate(publication.tables, 1)
        for row in table.rows
        for column, cell in zip(table.columns, row, strict=True)
        if column.kind in _FIGURES
    ]  # fmt: skip
    return Table(publication.title, _LONG, rows, source=publication.source)


def save_publication_csv(publication: Publication, path: Path) -> None:
    """The long table as CSV."""
    save_csv(long_table(publication), path)


def _labels(table: Table, row: Sequence[Cell]) -> list[str]:
    return [
        str(cell)
        for column, cell in zip(table.columns, row, strict=True)
        if column.kind not in _FIGURES and cell not in (None, "")
    ]


def _figure(column: Column, cell: Cell) -> tuple[Cell, str, str]:
    filled, unit = _filled(column, cell), _unit(column)
    return (None, unit, str(filled)) if isinstance(filled, str) else (filled, unit, "")
