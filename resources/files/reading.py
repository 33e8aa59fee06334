"""One way in for every kind of file: rows of text that remember their line."""

from pathlib import Path

from resources.files.formats.delimited import read_text
from resources.files.formats.guards import check, refuse_changed, stamp_of
from resources.files.formats.kinds import FileKind, quoted
from resources.files.formats.workbooks import read_workbook
from resources.files.rows import Progress, Row, Sheet
from resources.problem import Problem

__all__ = ["Progress", "Row", "Sheet", "read_sheets"]


def read_sheets(path: Path, *, progress: Progress | None = None) -> list[Sheet]:
    """The sheets of a CSV, XLSX, XLS or ODS file; every file that cannot be read raises a Problem.

    The kind is told from the bytes. Cells are text as a person would type them: telephone numbers keep
    their zeros, dates in workbooks come as ISO text, whole numbers without '.0'. A text file is read while
    its rows are gone through, so a Problem may also come from there: that it changed meanwhile, too.
    """
    kind = check(path)
    before = stamp_of(path)
    if kind is FileKind.TEXT:
        return [read_text(path, progress)]
    sheets = read_workbook(path, kind, progress)
    refuse_changed(path, before)
    if not sheets:
        raise Problem(f"{quoted(path)} has no sheet with a table. Choose another file.")
    return sheets
