"""Reading one of CQC's files: which it is, what day it is of, and what each row says."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from engagement.cqc_files.areas import with_areas
from engagement.cqc_files.at_once import without_collecting
from engagement.cqc_files.columns import lost_columns, names_of_columns, to_be_asked, with_choices
from engagement.cqc_files.contents import CqcFile, FileKind
from engagement.cqc_files.layouts import LAYOUTS, Layout
from engagement.cqc_files.rows import Reader, read_directory, read_hsca, read_ratings
from resources.files.dates import date_in_text
from resources.files.formats.guards import refuse_changed, stamp_of
from resources.files.headers import FieldSpec, HeaderFound, find_header, preamble
from resources.files.names import name_of
from resources.files.reading import Progress, Sheet, read_sheets
from resources.files.sha256 import sha256_of
from resources.problem import Problem
from resources.wording import count_of, date_words

CQC_BEGAN = date(2009, 4, 1)


class NeedsDate(Problem):
    """Nothing in the file says what day it is of: the person is asked, and the file is read again."""


class NeedsColumns(Problem):
    """Columns that are needed were not recognised: the person may say which they are, and the file is read again.

    `asked` are the fields that need a column, `choices` what the file's columns are called in the answer.
    """

    def __init__(
        self, sentence: str, *, kind: FileKind, header: HeaderFound, asked: tuple[FieldSpec, ...]
    ) -> None:
        super().__init__(sentence, details=header.sentences())
        self.kind = kind
        self.header = header
        self.missing = header.missing
        self.asked = asked
        self.choices = names_of_columns(header)


_HELD_WHOLE = (
    64 * 1024 * 1024
)  # a file up to this size is read once; a greater one again for each column of dates


@dataclass(frozen=True)
class _Recognised:
    layout: Layout
    sheet: Sheet
    header: HeaderFound

    @property
    def likeness(self) -> float:
        needed = [spec for spec in self.layout.fields if spec.required]
        return 1 - len(self.header.missing) / len(needed) + len(self.header.mapping) / 1000


def read(
    path: Path,
    *,
    today: date,
    as_at: date | None = None,
    expect: FileKind | None = None,
    columns: Mapping[str, str] | None = None,
    progress: Progress | None = None,
) -> CqcFile:
    """What the file says. `as_at` and `columns` (field → heading) are a person's word and win.

    Raises `NeedsDate`, `NeedsColumns` or another `Problem`.
    """
    before = stamp_of(path)
    sheets = read_sheets(path, progress=progress)
    found = _recognise(path, sheets, columns or {})
    if expect is not None and found.layout.kind is not expect:
        raise Problem(
            f"“{name_of(path)}” is a file of {found.layout.kind.label}; a file of {expect.label} was expected. "
            "Choose another file."
        )
    day, dated_by = (as_at, "your choice") if as_at else _as_at(path, found)
    _refuse_day(path, day, today)
    reader = _gone_through(path, found, day, today)
    sha256 = sha256_of(path)
    refuse_changed(path, before)
    placed = with_areas(reader.name, reader.locations)
    return CqcFile(
        kind=found.layout.kind,
        name=name_of(path),
        sha256=sha256,
        as_at=day,
        dated_by=dated_by,
        headings=found.header.headings,
        rows=reader.rows,
        locations=placed.locations,
        ratings=reader.ratings,
        refused=reader.refused,
        refused_ids=reader.refused_ids,
        only_placed=placed.only_placed,
        not_overall=reader.not_overall,
        remarks=(
            *lost_columns(reader.name, found.header, found.layout.fields),
            *placed.remarks,
            *reader.remarks,
            *_late(reader),
        ),
    )


def _refuse_day(path: Path, day: date, today: date) -> None:
    if day > today:
        raise Problem(
            f"“{name_of(path)}” is dated {day:%d/%m/%Y}, which is still to come. Say which day it is of."
        )
    if day < CQC_BEGAN:
        raise Problem(
            f"“{name_of(path)}” is dated {day:%d/%m/%Y}, and CQC began on {date_words(CQC_BEGAN)}. "
            "Say which day it is of."
        )


def _gone_through(path: Path, found: _Recognised, day: date, today: date) -> Reader:
    """The reader after all rows; a file of no rows is refused."""
    reader = Reader(name_of(path), day, found.header, found.sheet, today=today)
    work = {FileKind.DIRECTORY: read_directory, FileKind.RATINGS: read_ratings, FileKind.HSCA: read_hsca}
    with without_collecting():
        if path.stat().st_size <= _HELD_WHOLE:
            reader.hold()
        work[found.layout.kind](reader)
    if reader.rows == 0:
        raise Problem(f"“{name_of(path)}” has headings and no rows beneath them. Choose another file.")
    return reader


def _late(reader: Reader) -> list[str]:
    """A remark where ratings were published after the file's own day, which then may be the wrong one."""
    day = reader.as_at.isoformat()
    late = sum(rating.published_on > day for rating in reader.ratings)
    if not late:
        return []
    return [
        f"{count_of(late, 'rating')} of “{reader.name}” came out after {date_words(day)}, the day that the file "
        "is of. Check that day."
    ]


def _recognise(path: Path, sheets: list[Sheet], columns: Mapping[str, str]) -> _Recognised:
    candidates = sorted(_candidates(sheets, columns), key=lambda one: one.likeness, reverse=True)
    if not candidates or candidates[0].likeness < 0.5:
        raise Problem(
            f"“{name_of(path)}” is none of CQC's files: a directory, latest ratings or HSCA active locations was "
            "expected, and their headings were not found. Choose another file."
        )
    best = candidates[0]
    asked = to_be_asked(best.header, best.layout.fields)
    if asked:
        but = (
            "not every column that is needed was found"
            if best.header.missing
            else "which column is which is not certain"
        )
        raise NeedsColumns(
            f"“{name_of(path)}” looks like {best.layout.kind.label}, but {but}. "
            + " ".join(best.header.sentences()),
            kind=best.layout.kind,
            header=best.header,
            asked=asked,
        )
    return best


def _candidates(sheets: list[Sheet], columns: Mapping[str, str]) -> Iterator[_Recognised]:
    for sheet in sheets:
        if sheet.hidden:
            continue
        head = sheet.head()
        for layout in LAYOUTS:
            header = find_header(head, layout.fields, saved=columns)
            if header is not None:
                yield _Recognised(layout, sheet, with_choices(header, columns, layout.fields))
            elif (by_place := layout.without_header(head)) is not None:
                yield _Recognised(layout, sheet, by_place)


def _as_at(path: Path, found: _Recognised) -> tuple[date, str]:
    day = date_in_text(preamble(found.sheet.head(), found.header))
    if day is not None:
        return day, "the lines above its headings"
    day = date_in_name(path.stem)
    if day is not None:
        return day, "its name"
    raise NeedsDate(
        f"Nothing in “{name_of(path)}” says which day it is of. Say which: CQC's files are "
        "usually of the 1st of a month."
    )


_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAME_DATES = (
    re.compile(r"(?<!\d)(?P<year>20\d\d)[-_. ]?(?P<month>\d\d)[-_. ]?(?P<day>\d\d)(?!\d)"),
    re.compile(r"(?<!\d)(?P<day>\d{1,2})[-_. ](?P<month>\d{1,2})[-_. ](?P<year>20\d\d)(?!\d)"),
    re.compile(
        r"(?<!\d)(?P<day>\d{1,2})(?:st|nd|rd|th)?[-_. ]*(?P<word>[a-z]{3,9})[-_. ]*(?P<year>20\d\d)(?!\d)"
    ),
    re.compile(r"(?P<word>[a-z]{3,9})[-_. ]*(?P<year>20\d\d)(?!\d)"),
    re.compile(r"(?<!\d)(?P<year>20\d\d)[-_. ]?(?P<month>\d\d)(?!\d)"),
)


def date_in_name(name: str) -> date | None:
    """The day in a file's name, such as '2019-05-01', '01_May_2019' or '2016-02' (its 1st); None without one."""
    plain = name.casefold()
    for pattern in _NAME_DATES:
        for match in pattern.finditer(plain):
            parts = match.groupdict()
            word = (parts.get("word") or "")[:3]
            if word and word not in _MONTHS:
                continue
            month = _MONTHS.index(word) + 1 if word else int(parts["month"])
            try:
                return date(int(parts["year"]), month, int(parts.get("day") or 1))
            except ValueError:
                continue
    return None


def read_all(
    paths: Iterable[Path],
    *,
    today: date,
    as_at: Mapping[Path, date] | None = None,
    columns: Mapping[Path, Mapping[str, str]] | None = None,
    expect: FileKind | None = None,
    progress: Progress | None = None,
) -> list[CqcFile]:
    """Several files, in the order in which they are to be taken in: by day, and a directory before ratings.

    `as_at` and `columns` are a person's word for single files: see `read`.
    """
    days, chosen = as_at or {}, columns or {}
    files = [
        read(
            path,
            today=today,
            as_at=days.get(path),
            columns=chosen.get(path),
            expect=expect,
            progress=progress,
        )
        for path in dict.fromkeys(paths)
    ]
    return sorted(files, key=lambda file: (file.as_at, file.kind is FileKind.RATINGS))
