"""Refused rows of ASC-WDS files as a workbook, to be mended and taken in again: without who anybody is."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from resources.files.refused import RefusedRow, save_refused
from resources.files.sha256 import sha256_of
from resources.problem import Problem
from workforce.ascwds.reading import AscwdsFile, rows_again


def save_refused_rows(file: AscwdsFile, refused: Sequence[RefusedRow], path: Path) -> None:
    """Read anew from the file, which must be as it was: nothing of the rows was held until now."""
    if file.path is None or not file.path.exists() or sha256_of(file.path) != file.sha256:
        raise Problem(
            f"“{file.name}” is not there as it was when it was read, so its rows cannot be saved. Choose it once more."
        )
    headings, cells = rows_again(file.path, {row.line for row in refused})
    save_refused(path, headings, [replace(row, cells=cells.get(row.line, ())) for row in refused])
