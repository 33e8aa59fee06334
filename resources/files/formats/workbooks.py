"""Workbooks (XLSX, XLS, ODS) as sheets of text: the values that were saved, never the formulas."""

import io
from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from resources.files.formats.guards import MAX_COLUMNS, MAX_ROWS, cannot_read, too_many_columns, too_many_rows
from resources.files.formats.kinds import FileKind, cut_off, locked
from resources.files.formats.workbook_guards import Checked, check_zip
from resources.files.formats.xls_guards import check_xls
from resources.files.rows import Progress, Row, RowsFrom, Sheet

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

Result = TypeVar("Result")
Places = dict[tuple[int, int], str]
_BATCH = 1_000
_ABOUT_WHOLE = 1e15  # beyond this a spreadsheet no longer holds every whole number


def read_workbook(path: Path, kind: FileKind, progress: Progress | None) -> list[Sheet]:
    """The worksheets of a workbook in order, each with whether it is hidden; chart sheets are left out."""
    checked = _check(path, kind)
    import python_calamine  # loaded when first used

    book = _parsed(
        path, lambda: python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(path.read_bytes()))
    )
    usual = python_calamine.SheetTypeEnum.WorkSheet
    shown = python_calamine.SheetVisibleEnum.Visible
    sheets = []
    for place, about in enumerate(book.sheets_metadata):
        if about.typ == usual:
            sheet = _sheet(path, book, place)
            errors = checked.errors.get(checked.parts[place], {}) if place < len(checked.parts) else {}
            sheets.append(
                Sheet(about.name, RowsFrom(_start(path, sheet, errors, progress)), about.visible != shown)
            )
    return sheets


def _check(path: Path, kind: FileKind) -> Checked:
    try:
        if kind is FileKind.XLS:
            check_xls(path)
            return Checked()
        return check_zip(path)
    except OSError as error:
        raise cannot_read(path, error) from error


def _sheet(path: Path, book: "CalamineWorkbook", place: int) -> "CalamineSheet":
    sheet = _parsed(path, lambda: book.get_sheet_by_index(place))
    if sheet.end is not None:
        if sheet.end[1] >= MAX_COLUMNS:
            raise too_many_columns(path, sheet.end[0] + 1)
        if sheet.end[0] >= MAX_ROWS:
            raise too_many_rows(path)
    return sheet


def _parsed(path: Path, parse: Callable[[], Result]) -> Result:
    import python_calamine  # loaded when first used

    try:
        return parse()
    except python_calamine.PasswordError as error:
        raise locked(path) from error
    except (python_calamine.CalamineError, OSError, ValueError, OverflowError, IndexError) as error:
        raise cut_off(path) from error
    except BaseException as error:
        # the parser's own abandoned work ("panic") comes as a class that cannot be imported
        if type(error).__name__ == "PanicException":
            raise cut_off(path) from error
        raise


def _start(
    path: Path, sheet: "CalamineSheet", errors: Places, progress: Progress | None
) -> Callable[[], Iterator[Row]]:
    def rows() -> Iterator[Row]:
        total = sheet.end[0] + 1 if sheet.end is not None else 0
        left = ("",) * (sheet.start[1] if sheet.start is not None else 0)
        found = iter(sheet.iter_rows())
        for line in range(1, total + 1):
            cells = _parsed(path, lambda: next(found, None))
            if cells is None:
                return
            if progress is not None and line % _BATCH == 0:
                progress(line, total)
            texts = left + tuple([cell if type(cell) is str else _TEXT[type(cell)](cell) for cell in cells])
            yield Row(line, _with_errors(line - 1, texts, errors) if errors else texts)
        if progress is not None:
            progress(total, total)

    return rows


def _with_errors(row: int, texts: tuple[str, ...], errors: Places) -> tuple[str, ...]:
    """The parser leaves error cells blank; their text ('#N/A') is put back."""
    return tuple(text or errors.get((row, column), "") for column, text in enumerate(texts))


def _number(value: float) -> str:
    if value.is_integer() and abs(value) < _ABOUT_WHOLE:
        return str(int(value))
    return format(value, ".15g")


def _instant(value: datetime) -> str:
    rounded = value + timedelta(microseconds=500_000) if value.microsecond and value.year < 9999 else value
    return rounded.isoformat(timespec="seconds").removesuffix("T00:00:00")


def _duration(value: timedelta) -> str:
    seconds = round(value.total_seconds())
    sign, seconds = ("-", -seconds) if seconds < 0 else ("", seconds)
    return f"{sign}{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"


_TEXT: dict[type, Callable[[Any], str]] = {
    str: str,
    int: str,
    float: _number,
    bool: lambda value: "TRUE" if value else "FALSE",
    date: date.isoformat,
    datetime: _instant,
    time: lambda value: str(value.isoformat(timespec="seconds")),
    timedelta: _duration,
    type(None): lambda _: "",
}
