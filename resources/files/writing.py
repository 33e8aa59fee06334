"""A Table as CSV, as an Excel workbook and as text for the clipboard."""

import csv
import io
import math
import re
import zipfile
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

from resources.files.replacing import safe_write, safe_write_bytes
from resources.problem import Problem
from resources.report.exemption import marked_title, notice_of
from resources.tables import Cell, Column, ColumnKind, Table
from resources.wording import LONDON

__all__ = ["safe_write", "save_csv", "save_xlsx", "sheet_names", "table_as_text", "verify_workbook"]

EXCEL_ROWS = 1_048_576
_LONGEST_CELL = 32_767
_NAME_LENGTH = 31
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
_RIGHT = frozenset(
    {
        ColumnKind.NUMBER,
        ColumnKind.PERCENT,
        ColumnKind.MONEY,
        ColumnKind.POINTS,
        ColumnKind.DATE,
        ColumnKind.TIME,
    }
)


def save_csv(table: Table, path: Path) -> None:
    """Headings and rows, as Excel opens them by double-click: UTF-8 with its mark, CRLF, money in pounds.

    Why it is exempt stands in quotation marks on a line of its own above the headings.
    """
    text = io.StringIO(newline="")
    if table.exempt is not None:
        notice = notice_of((table.exempt,))
        csv.writer(text, lineterminator="\r\n", quoting=csv.QUOTE_ALL).writerow([notice])
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(_harmless(column.heading) for column in table.columns)
    shown = [_plain(column) for column in table.columns]
    writer.writerows([show(cell) for show, cell in zip(shown, row, strict=True)] for row in table.rows)
    data = text.getvalue().encode("utf-8-sig", "replace")
    safe_write_bytes(path, data)


def table_as_text(table: Table) -> str:
    """Tab-separated text that pastes into Excel as numbers and dates and into Word as a table."""
    shown = [_plain(column, percent_sign=True) for column in table.columns]
    lines = ["\t".join(_one_line(_harmless(column.heading)) for column in table.columns)]
    for row in table.rows:
        lines.append("\t".join(_one_line(str(show(cell))) for show, cell in zip(shown, row, strict=True)))
    return "\r\n".join(lines) + "\r\n"


def _write_bytes(path: Path, data: bytes) -> None:
    path.write_bytes(data)


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _harmless(text: str) -> str:
    """Text that a spreadsheet would take for a formula gets the apostrophe that keeps it text."""
    return "'" + text if text.startswith(_FORMULA_STARTS) else text


def _plain(column: Column, *, percent_sign: bool = False) -> Callable[[Cell], str | int | float]:
    """How a column's cells stand in plain text."""

    def show(cell: Cell) -> str | int | float:
        if cell is None:
            return ""
        if isinstance(cell, str):
            return _harmless(_local(cell) if column.kind is ColumnKind.TIME else cell)
        if not math.isfinite(cell):
            return ""
        if column.kind in (ColumnKind.MONEY, ColumnKind.POINTS):
            return _hundredths(cell)
        if column.kind is ColumnKind.FLAG:
            return "Yes" if cell else "No"
        return f"{cell}%" if column.kind is ColumnKind.PERCENT and percent_sign else cell

    return show


def _hundredths(cell: int | float) -> str:
    whole = round(cell)
    return f"{'-' if whole < 0 else ''}{abs(whole) // 100}.{abs(whole) % 100:02}"


def _local(instant: str) -> str:
    """An instant kept in UTC as the clock in London showed it; any other text as it is."""
    when = _instant(instant)
    return when.strftime("%Y-%m-%d %H:%M") if when else instant


def _instant(text: str) -> datetime | None:
    try:
        when = datetime.fromisoformat(text)
    except ValueError:
        return None
    return when.astimezone(LONDON).replace(tzinfo=None) if when.tzinfo else when


def save_xlsx(tables: Sequence[Table], path: Path) -> None:
    """A workbook with a sheet for each table: real numbers and dates, and beneath them what they rest on."""
    for table in tables:
        if len(table.rows) + 20 + len(table.notes) > EXCEL_ROWS:
            raise Problem(
                f"“{table.title}” has {len(table.rows):,} rows, and Excel takes {EXCEL_ROWS:,}. Save it as CSV, or "
                "filter it first."
            )
    data = _workbook(tables)
    safe_write(
        path,
        lambda temporary: _write_bytes(temporary, data),
        lambda written: verify_workbook(path, written, len(tables)),
    )


def _workbook(tables: Sequence[Table]) -> bytes:
    import xlsxwriter  # loaded when first used

    memory = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    book = xlsxwriter.Workbook(memory, options)
    book.set_properties(
        {"title": _title(tables[0]) if tables else "", "author": "", "company": "", "comments": ""}
    )
    names = sheet_names([table.title for table in tables])
    for table, name in zip(tables, names, strict=True):
        _write_sheet(book, book.add_worksheet(name), table)
    book.close()
    return memory.getvalue()


def _write_sheet(book: Any, sheet: Any, table: Table) -> None:
    heads = {
        side: book.add_format({"bold": True, "align": side, "valign": "top", "text_wrap": True, "bottom": 1})
        for side in ("left", "right")
    }
    for place, column in enumerate(table.columns):
        sheet.set_column_pixels(place, place, max(column.width, 24))
        side = "right" if column.kind in _RIGHT else "left"
        sheet.write_string(0, place, column.heading[:_LONGEST_CELL], heads[side])
        _write_column(book, sheet, place, column, (row[place] for row in table.rows))
    sheet.freeze_panes(1, 0)
    if table.columns:
        sheet.autofilter(0, 0, max(len(table.rows), 1), len(table.columns) - 1)
    sheet.repeat_rows(0)
    sheet.set_paper(9)  # A4
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.set_header("&L" + _title(table).replace("&", "&&")[:200])
    for below, line in enumerate(_beneath(table)):
        sheet.write_string(len(table.rows) + 2 + below, 0, line[:_LONGEST_CELL])


def _beneath(table: Table) -> list[str]:
    """What a reader needs to judge the figures; a table without any of it has nothing beneath."""
    lines = [notice_of((table.exempt,))] if table.exempt is not None else []
    lines += [f"Base: {table.base}"] if table.base else []
    lines += table.notes
    lines += [f"Source: {table.source}"] if table.source else []
    if table.as_at is not None:
        lines.append(f"As at {table.as_at.day} {table.as_at:%B %Y}")
    return [_title(table), *lines] if lines else []


def _title(table: Table) -> str:
    return marked_title(table.title, table.exempt)


_FORMATS: dict[ColumnKind, dict[str, str]] = {
    ColumnKind.MONEY: {"num_format": "£#,##0.00"},
    ColumnKind.POINTS: {"num_format": "0.00"},
    ColumnKind.DATE: {"num_format": "d mmm yyyy", "align": "right"},
    ColumnKind.TIME: {"num_format": "d mmm yyyy hh:mm", "align": "right"},
}


def _write_column(book: Any, sheet: Any, place: int, column: Column, cells: Iterable[Cell]) -> None:
    cells = list(cells)
    look = dict(_FORMATS.get(column.kind, {"valign": "top"}))
    if column.kind is ColumnKind.PERCENT:
        whole = all(float(cell).is_integer() for cell in cells if isinstance(cell, int | float))
        look = {"num_format": "0%" if whole else "0.0%"}
    style = book.add_format(look)
    for row, cell in enumerate(cells, start=1):
        value = _excel_value(column.kind, cell)
        if isinstance(value, str):
            sheet.write_string(row, place, value, style)
        elif isinstance(value, date):
            sheet.write_datetime(row, place, value, style)
        elif value is not None:
            sheet.write_number(row, place, value, style)


def _excel_value(kind: ColumnKind, cell: Cell) -> str | int | float | date | None:
    if cell is None or cell == "":
        return None
    if isinstance(cell, str):
        when = _date_value(kind, cell)
        text = cell if len(cell) <= _LONGEST_CELL else cell[: _LONGEST_CELL - 1] + "…"
        return text if when is None or when.year < 1900 else when
    if not math.isfinite(cell):
        return None
    if kind in (ColumnKind.MONEY, ColumnKind.PERCENT, ColumnKind.POINTS):
        return cell / 100
    if kind is ColumnKind.FLAG:
        return "Yes" if cell else "No"
    return str(cell) if isinstance(cell, int) and abs(cell) >= 10**15 else cell


def _date_value(kind: ColumnKind, text: str) -> date | None:
    if kind is ColumnKind.TIME:
        return _instant(text)
    if kind is not ColumnKind.DATE:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def sheet_names(titles: Sequence[str]) -> list[str]:
    """Names that Excel takes for sheets: short, without its forbidden marks, no two alike."""
    names: list[str] = []
    for number, title in enumerate(titles, start=1):
        plain = " ".join(re.sub(r"[\[\]:*?/\\\x00-\x1f]", " ", title).split())
        base = plain[:_NAME_LENGTH].strip(" '") or f"Table {number}"
        if base.casefold() == "history":  # Excel keeps this name for itself
            base = "History of changes"
        name, repeat = base, 2
        while name.casefold() in {taken.casefold() for taken in names}:
            ending = f" ({repeat})"
            name, repeat = base[: _NAME_LENGTH - len(ending)].rstrip(" '") + ending, repeat + 1
        names.append(name)
    return names


def verify_workbook(path: Path, written: Path, sheets: int) -> None:
    """Refuse what the drive gave back otherwise than it was given."""
    import python_calamine  # loaded when first used

    try:
        with zipfile.ZipFile(written) as archive:
            whole = archive.testzip() is None
        with python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(written.read_bytes())) as book:
            whole = whole and len(book.sheet_names) == sheets
    except (zipfile.BadZipFile, python_calamine.CalamineError):
        whole = False
    if not whole:
        raise Problem(f"“{path.name}” was not saved: the drive gave back another workbook than it was given.")
