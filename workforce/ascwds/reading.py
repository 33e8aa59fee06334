"""Reading a bulk-upload file: which kind and layout it is, what day it is of, and what each row says.

Who somebody is, and what is of nobody's concern here, is dropped as the file is read: see `layouts.use_of`.
"""

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from resources.files.cells import clean_text
from resources.files.dates import date_in_text
from resources.files.formats.guards import refuse_changed, stamp_of
from resources.files.headers import HeaderFound, find_header
from resources.files.names import name_of
from resources.files.reading import Progress, Sheet, read_sheets
from resources.files.refused import RefusedRow
from resources.files.rows import Row
from resources.files.sha256 import sha256_of
from resources.problem import Problem
from resources.wording import and_list, count_of, date_words
from workforce.ascwds.layouts import ONLY_WHETHER, SPECIFICATIONS, Use, layout_of, use_of
from workforce.ascwds.rows import (
    FILLED_IN,
    USUAL,
    BadRow,
    Choices,
    Doubt,
    TrainingRow,
    WorkerRow,
    WorkplaceRow,
    read_training,
    read_worker,
    read_workplace,
    same,
)
from workforce.ascwds.vocabulary import FileKind

AnyRow = WorkplaceRow | WorkerRow | TrainingRow
_BEGAN = date(2005, 10, 1)
_EVERY = 500


class NeedsDay(Problem):
    """Nothing in the file or its name says what day it is of: the person is asked."""


@dataclass(frozen=True)
class AscwdsFile:
    """A file as it was read. The rows of `refused` hold no cells: see `rows_again`."""

    kind: FileKind
    layout: str
    name: str
    sha256: str
    as_at: date
    headings: tuple[str, ...]
    rows: Sequence[AnyRow]
    columns: tuple[tuple[str, Use], ...] = ()
    doubts: tuple[Doubt, ...] = ()
    refused: tuple[RefusedRow, ...] = ()
    path: Path | None = None

    @property
    def workplaces(self) -> list[WorkplaceRow]:
        """Its rows, where it lists workplaces."""
        return [row for row in self.rows if isinstance(row, WorkplaceRow)]

    @property
    def workers(self) -> list[WorkerRow]:
        """Its rows, where it lists workers."""
        return [row for row in self.rows if isinstance(row, WorkerRow)]

    @property
    def training(self) -> list[TrainingRow]:
        """Its rows, where it lists training."""
        return [row for row in self.rows if isinstance(row, TrainingRow)]


def read_file(
    path: Path,
    *,
    today: date,
    as_at: date | None = None,
    choices: Choices = USUAL,
    progress: Progress | None = None,
) -> AscwdsFile:
    """What the file says. `as_at` is a person's word and wins. Raises NeedsDay or another Problem."""
    before = stamp_of(path)
    kind, sheet, header = _recognise(path, read_sheets(path, progress=progress))
    day = _day_of(path, as_at, today)
    reading = _Reading(kind, sheet.name, header, choices)
    for number, row in enumerate(header.below(sheet.rows)):
        if progress is not None and number % _EVERY == 0:
            progress(number, None)
        reading.take(row)
    if not reading.rows and not reading.refused:
        raise Problem(f"“{name_of(path)}” has headings and no rows beneath them. Choose another file.")
    sha256 = sha256_of(path)
    refuse_changed(path, before)
    headings = [one for one in header.headings if one.strip()]
    uses = tuple((one, use_of(kind, one, keep_reference=choices.keep_reference)) for one in headings)
    return AscwdsFile(
        kind, layout_of(headings), name_of(path), sha256, day, reading.names, tuple(reading.rows), uses,
        tuple(reading.doubts), tuple(reading.refused), path,
    )  # fmt: skip


def days_in_name(name: str) -> list[date]:
    """The different days in a file's name, such as 2019-09-30 or 30_09_2019; of several a person has to say which."""
    spaced = re.sub(r"[_.]+", "-", name)
    found = map(
        _day_in, re.findall(r"(?<!\d)(?:20\d\d-\d{1,2}-\d{1,2}|\d{1,2}-\d{1,2}-20\d\d)(?!\d)", spaced)
    )
    days = [day for day in found if day is not None]
    if not days and (in_words := date_in_text([name.replace("_", " ")])):
        days = [in_words]
    return list(dict.fromkeys(days))


def _day_in(text: str) -> date | None:
    parts = [int(part) for part in text.split("-")]
    year, month, day = parts if parts[0] > 31 else reversed(parts)
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _day_of(path: Path, as_at: date | None, today: date) -> date:
    day = as_at or _named_day(path)
    if day > today:
        raise Problem(
            f"“{name_of(path)}” is of {date_words(day)}, which is still to come. Say which day it is of."
        )
    if day < _BEGAN:
        raise Problem(
            f"“{name_of(path)}” is of {date_words(day)}, before there was such a data set. Say which day it is of."
        )
    return day


def _named_day(path: Path) -> date:
    days = days_in_name(path.stem)
    if not days:
        raise NeedsDay(
            f"Nothing in “{name_of(path)}” says which day it is of. Say which day it was downloaded."
        )
    if len(days) > 1:
        raise NeedsDay(
            f"“{name_of(path)}” names {and_list([date_words(day) for day in days])}. Say which day it is of."
        )
    return days[0]


def _recognise(path: Path, sheets: Sequence[Sheet]) -> tuple[FileKind, Sheet, HeaderFound]:
    """The sheet and kind whose needed columns are there; of several the one with most columns."""
    found = [one for sheet in sheets if not sheet.hidden for one in _candidates(sheet)]
    whole = [one for one in found if not one[2].missing and not one[2].ambiguous]
    if not whole:
        near = max(found, key=lambda one: len(one[2].mapping) - 10 * len(one[2].missing), default=None)
        details = near[2].sentences() if near is not None and len(near[2].mapping) > 3 else ()
        raise Problem(
            f"“{name_of(path)}” is no ASC-WDS bulk-upload file: the columns LOCALESTID and ESTNAME, UNIQUEWORKERID "
            "and MAINJOBROLE, or UNIQUEWORKERID and CATEGORY were expected. Choose another file.",
            details=details,
        )
    return max(whole, key=lambda one: len(one[2].mapping))


def _candidates(sheet: Sheet) -> Iterator[tuple[FileKind, Sheet, HeaderFound]]:
    head = sheet.head()
    for kind, specs in SPECIFICATIONS.items():
        header = find_header(head, specs)
        if header is not None:
            yield kind, sheet, header


@dataclass
class _Reading:
    """One file's rows on their way in."""

    kind: FileKind
    sheet: str
    header: HeaderFound
    choices: Choices
    rows: list[AnyRow] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    refused: list[RefusedRow] = field(default_factory=list)
    _seen: dict[tuple[str, str], int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.names = tuple(
            spec.name for spec in SPECIFICATIONS[self.kind] if spec.name in self.header.mapping
        )
        self._pick = self.header.picker(self.names)
        self._read: Callable[[int, Mapping[str, str], Choices, Callable[[str, str], None]], AnyRow] = {
            FileKind.WORKPLACE: read_workplace,
            FileKind.WORKER: read_worker,
            FileKind.TRAINING: read_training,
        }[self.kind]  # type: ignore[assignment]

    def cells(self, row: Row) -> dict[str, str]:
        """What stands under each column that is read."""
        return dict(zip(self.names, map(clean_text, self._pick(row)), strict=True))

    def take(self, row: Row) -> None:
        """Read a row, or refuse it."""
        cells = self.cells(row)
        whose = cells.get("LOCALESTID", "")
        found: list[tuple[str, str]] = []
        try:
            read = self._read(row.line, cells, self.choices, lambda *said: found.append(said))
            self._once(read)
        except BadRow as bad:
            self.refused.append(RefusedRow(row.line, self.sheet, (), bad.reason, bad.column))
            return
        self.rows.append(read)
        self.doubts += [Doubt(row.line, column, whose, sentence) for column, sentence in found]

    def _once(self, row: AnyRow) -> None:
        """A workplace, and a worker of a workplace, stands in a file once."""
        if isinstance(row, TrainingRow):
            return
        key = same(row.local_id), row.worker if isinstance(row, WorkerRow) else ""
        first = self._seen.setdefault(key, row.line)
        if first != row.line:
            worker = isinstance(row, WorkerRow)
            raise BadRow(
                "UNIQUEWORKERID" if worker else "LOCALESTID",
                f"This {'worker' if worker else 'workplace'} stands in line {first} already. Keep one of the two.",
            )


def rows_again(path: Path, lines: Collection[int]) -> tuple[tuple[str, ...], dict[int, tuple[str, ...]]]:
    """Some rows of a file once more, to be mended by a person: its columns, and the cells of each line.

    Of what is not kept a row says only that it was filled in.
    """
    kind, sheet, header = _recognise(path, read_sheets(path))
    reading = _Reading(kind, sheet.name, header, USUAL)
    found = {row.line: reading.cells(row) for row in header.below(sheet.rows) if row.line in lines}
    return reading.names, {line: _may_be_kept(cells) for line, cells in found.items()}


def _may_be_kept(cells: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(
        FILLED_IN if cell and name in ONLY_WHETHER and name != "SALARYINT" else cell
        for name, cell in cells.items()
    )


def read_files(
    paths: Sequence[Path],
    *,
    today: date,
    as_at: date | None = None,
    choices: Choices = USUAL,
    progress: Progress | None = None,
) -> list[AscwdsFile]:
    """Several files, workplaces before workers before training."""
    if not paths:
        raise Problem("No file was chosen. Choose the workplace, worker and training files of a provider.")
    read = [
        read_file(path, today=today, as_at=as_at, choices=choices, progress=progress)
        for path in dict.fromkeys(paths)
    ]
    return sorted(read, key=lambda one: (one.as_at, list(FileKind).index(one.kind), one.name))


def rows_words(file: AscwdsFile) -> str:
    """6 workplaces, of the layout of 2019."""
    layout = "the layout of 2019" if file.layout == "2019" else "the present layout"
    return f"{count_of(len(file.rows) + len(file.refused), file.kind.singular)}, {layout}"
