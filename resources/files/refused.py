"""Rows that could not be brought in: grouped for the preview, and as a workbook to mend and bring in again."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from resources.files.writing import save_xlsx
from resources.tables import Column, Table

REASON, LINE = "Reason", "Line"
_EXAMPLES = 5
_QUOTED = re.compile(r"“[^”]*”|\d+")


@dataclass(frozen=True)
class RefusedRow:
    """A row as it stood in the file, and why it was refused; `field` is the heading to mend, '' for the row.

    `repair` says in a few words what is to be mended, where a heading would not tell.
    """

    line: int
    sheet: str
    cells: tuple[str, ...]
    reason: str
    field: str = ""
    repair: str = ""


class RefusedGroup(NamedTuple):
    """Rows that the same mending would repair; `reason` is that of the first of them."""

    reason: str
    rows: int
    lines: tuple[int, ...]


def group_refused(refused: Iterable[RefusedRow]) -> list[RefusedGroup]:
    """The refused rows by what would repair them, the most frequent first, with the lines of a few.

    Reasons that differ only in the value they quote, for the same field, are one group; so are those of one repair.
    """
    return [
        RefusedGroup(_with_field(rows[0]), len(rows), tuple(row.line for row in rows[:_EXAMPLES]))
        for rows in rows_by_repair(refused)
    ]


def rows_by_repair(refused: Iterable[RefusedRow]) -> list[list[RefusedRow]]:
    """The rows themselves, in the groups and the order of `group_refused`."""
    groups: dict[tuple[str, ...], list[RefusedRow]] = {}
    for row in refused:
        key = (row.repair,) if row.repair else (row.field, _QUOTED.sub("…", row.reason))
        groups.setdefault(key, []).append(row)
    return sorted(groups.values(), key=lambda rows: (-len(rows), [row.line for row in rows[:_EXAMPLES]]))


def _with_field(row: RefusedRow) -> str:
    return row.reason if not row.field or row.field in row.reason else f"{row.field}: {row.reason}"


def save_refused(path: Path, headings: Sequence[str], refused: Sequence[RefusedRow]) -> None:
    """A workbook of the rows as they stood, with reason and line at the end, which is read like the file was.

    The two added columns are ignored on the way in, and not added twice when rows are refused again.
    """
    kept = len(headings)
    if tuple(headings[-2:]) == (REASON, LINE):
        kept -= 2
    widest = max((len(row.cells) for row in refused), default=0) if kept == len(headings) else kept
    shown = [*headings[:kept], *[""] * (widest - kept)]
    columns = [Column(f"column_{place}", heading) for place, heading in enumerate(shown)]
    columns += [
        Column("reason", _unused(REASON, shown), width=360),
        Column("line", _unused(LINE, shown), width=60),
    ]
    rows = [
        (*row.cells[: len(shown)], *[""] * (len(shown) - len(row.cells)), row.reason, str(row.line))
        for row in refused
    ]
    save_xlsx([Table("Refused rows", tuple(columns), rows)], path)


def _unused(heading: str, taken: Sequence[str]) -> str:
    return f"{heading} for refusal" if heading.casefold() in {name.casefold() for name in taken} else heading
