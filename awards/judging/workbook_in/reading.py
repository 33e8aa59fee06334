"""A scoring workbook as it came back: what its cover says, and its rows of text, in whatever order they stand."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from awards.judging.workbook import (
    ABSTAIN,
    CATEGORY,
    CODE,
    COMMENT,
    JUDGE,
    NOT_SCORED,
    NUMBER,
    REFERENCE,
    ROUND,
    SCALES_CODE,
)
from engagement.register.names import folded
from resources.files.names import name_of
from resources.files.reading import Progress, read_sheets
from resources.files.rows import Row, Sheet
from resources.problem import Problem

_REFERENCES = frozenset({folded(REFERENCE), "ref", "nominee reference", "nominee"})
_ABSTAINS = frozenset({folded(ABSTAIN), "abstain", "abstention", "abstained"})
_COMMENTS = frozenset({folded(COMMENT), "comments", "notes"})
_OTHERS = frozenset({folded(CATEGORY)})
_COVER = {folded(one): one for one in (ROUND, JUDGE, NUMBER, CODE, SCALES_CODE)}
_COUNTED = re.compile(r"\s*\(\d+\)$")
_NOTHING = frozenset({"", NOT_SCORED, "-", "—"})


@dataclass(frozen=True)
class Cover:
    """Whose workbook it says it is; '' for what it does not say."""

    round: str = ""
    number: str = ""
    judge: str = ""
    code: str = ""
    scales: str = ""

    @property
    def is_said(self) -> bool:
        """Whether it says anything."""
        return bool(self.round or self.judge or self.code)


@dataclass(frozen=True)
class ReadRow:
    """A row: `points` are the cells that hold anything, by heading without its count."""

    line: int
    cells: tuple[str, ...]
    reference: str
    points: tuple[tuple[str, str], ...]
    abstain: str
    comment: str


@dataclass(frozen=True)
class ScoreFile:
    """The workbook as it was read; `scored` are the headings of criteria as they stand.

    `others` are sheets that hold references too and are not read.
    """

    name: str
    sheet: str
    cover: Cover
    headings: tuple[str, ...]
    scored: tuple[str, ...]
    rows: tuple[ReadRow, ...]
    others: tuple[str, ...] = ()


def read_score_file(path: Path, *, progress: Progress | None = None) -> ScoreFile:
    """The first sheet with references that is not hidden, and the cover wherever it is, hidden too."""
    sheets = sorted(read_sheets(path, progress=progress), key=lambda one: one.hidden)
    cover = _cover(row for sheet in sheets for row in sheet.head())
    read = [(sheet, found) for sheet in sheets if (found := _scores(sheet)) is not None]
    for sheet, (headings, places, rows) in read:
        if not sheet.hidden:
            scored = tuple(headings[place] for place in places)
            others = tuple(one.name for one, (_, _, held) in read if one is not sheet and held)
            return ScoreFile(name_of(path), sheet.name, cover, headings, scored, rows, others)
    raise Problem(
        f"“{name_of(path)}” has no row with the heading “{REFERENCE}”, so it is no scoring workbook. Choose the file "
        "that the judge sent back."
    )


def _cover(rows: Iterable[Row]) -> Cover:
    said: dict[str, str] = {}
    for row in rows:
        label = _COVER.get(folded(row.cell(0)) if row.cell(0).strip() else "")
        if label is not None and row.cell(1).strip():
            said.setdefault(label, row.cell(1).strip())
    return Cover(*(said.get(label, "") for label in (ROUND, NUMBER, JUDGE, CODE, SCALES_CODE)))


def _scores(sheet: Sheet) -> tuple[tuple[str, ...], list[int], tuple[ReadRow, ...]] | None:
    rows = list(sheet.rows)
    at = next((place for place, row in enumerate(rows) if _is_header(row)), None)
    if at is None:
        return None
    headings = tuple(cell.strip() for cell in rows[at].cells)
    meant = _meant(headings)
    known = {*meant.values(), *(place for place, one in enumerate(headings) if folded(one) in _OTHERS)}
    places = [place for place, heading in enumerate(headings) if heading and place not in known]
    read = tuple(_row(row, headings, meant, places) for row in rows[at + 1 :] if not row.is_blank)
    return headings, places, read


def _is_header(row: Row) -> bool:
    named = [folded(cell) for cell in row.cells if cell.strip()]
    return len(named) > 2 and not _REFERENCES.isdisjoint(named)


def _meant(headings: tuple[str, ...]) -> dict[str, int]:
    found: dict[str, int] = {}
    for place, heading in enumerate(headings):
        for what, words in ((REFERENCE, _REFERENCES), (ABSTAIN, _ABSTAINS), (COMMENT, _COMMENTS)):
            if heading and folded(heading) in words:
                found.setdefault(what, place)
    return found


def _row(row: Row, headings: tuple[str, ...], meant: Mapping[str, int], places: list[int]) -> ReadRow:
    def said(what: str) -> str:
        return row.cell(meant[what]).strip() if what in meant else ""

    points = tuple(
        (plain_heading(headings[place]), row.cell(place).strip())
        for place in places
        if row.cell(place).strip() not in _NOTHING
    )
    abstain = "" if said(ABSTAIN) in _NOTHING else said(ABSTAIN)
    return ReadRow(row.line, row.cells, said(REFERENCE), points, abstain, said(COMMENT))


def plain_heading(heading: str) -> str:
    """As criteria are compared: “Impact (2)” is Impact of another category."""
    return folded(_COUNTED.sub("", heading))
