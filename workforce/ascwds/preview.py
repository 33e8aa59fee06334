"""What is shown before ASC-WDS files are taken in: workplaces, workers, what is in doubt, what is refused."""

from collections.abc import Iterable, Iterator

from resources.files.forms.preview import PreviewGroup
from resources.files.refused import RefusedRow, rows_by_repair
from resources.tables import Cell, Column, ColumnKind, Table
from resources.wording import count_of
from workforce.ascwds import codes
from workforce.ascwds.checking import Checked, CheckedFile, Found
from workforce.ascwds.codes import words_of
from workforce.ascwds.layouts import Use
from workforce.ascwds.reading import AscwdsFile, rows_words
from workforce.ascwds.rows import WorkerRow
from workforce.ascwds.tables import NAMES_EXEMPT
from workforce.ascwds.vocabulary import FileKind, TiedBy

MOST_SHOWN = 500
_WORKPLACES = (
    Column("name", "Workplace", width=230),
    Column("local_id", "LOCALESTID", width=130),
    Column("service", "Main service", width=190),
    Column("staff", "Staff", ColumnKind.NUMBER, 70),
    Column("tied", "Tied to the register by", width=170),
    Column("postcode", "Postcode", width=100),
)
_DOUBTS = (
    Column("column", "Column", width=140),
    Column("sentence", "What is in doubt", width=470),
    Column("rows", "Rows", ColumnKind.NUMBER, 70),
    Column("lines", "Lines", width=130),
    Column("file", "File", width=190),
)
_WORKERS = (
    Column("workplace", "Workplace", width=240),
    Column("workers", "Worker records", ColumnKind.NUMBER, 110),
    Column("looked_at", "Looked at again", ColumnKind.NUMBER, 110),
)
_TRAINING = (
    Column("workplace", "Workplace", width=240),
    Column("records", "Training records", ColumnKind.NUMBER, 120),
)
_REFUSED = (
    Column("line", "Line", ColumnKind.NUMBER, 66),
    Column("field", "Column", width=140),
    Column("reason", "Why", width=520),
    Column("file", "File", width=190),
)
_COLUMNS = (
    Column("column", "Column", width=180),
    Column("use", "What is made of it", width=260),
    Column("file", "File", width=220),
)


def preview_groups(checked: Checked) -> list[PreviewGroup]:
    """In the order in which they are looked at; empty ones are left out."""
    found = [each for one in checked.fresh for each in one.workplaces]
    groups = [
        _workplaces("New workplaces", "No file had them before.", [one for one in found if one.is_new]),
        _workplaces("Known workplaces", "What they said before stays beside it.",
                    [one for one in found if not one.is_new]),
        _workplaces(
            "Not tied to the register", "Nothing says for certain which service each of them is. Tie them afterwards "
            "with “Tie to the register…”.",
            [one for one in found if one.tie is None and not (one.held is not None and one.held.is_tied)],
        ),
        _workers(checked),
        _training(checked),
        _doubts(checked),
        *_refused(checked),
        _columns(checked),
    ]  # fmt: skip
    return [group for group in groups if group.number]


def _workplaces(name: str, explanation: str, found: list[Found]) -> PreviewGroup:
    rows: list[tuple[Cell, ...]] = [
        (
            one.row.name, one.row.local_id, words_of(codes.SERVICES, one.row.main_service), one.row.staff,
            _tied(one), one.row.postcode,
        )
        for one in found[:MOST_SHOWN]
    ]  # fmt: skip
    return PreviewGroup(name, len(found), Table(name, _WORKPLACES, rows, exempt=NAMES_EXEMPT), explanation)


def _tied(one: Found) -> str:
    by: TiedBy | None = one.tie.tied_by if one.tie is not None else one.held.tied_by if one.held else None
    return by.label if by is not None else "Not tied"


def _of_kind(checked: Checked, kind: FileKind) -> Iterator[CheckedFile]:
    return (one for one in checked.fresh if one.file.kind is kind)


def _workers(checked: Checked) -> PreviewGroup:
    counted: dict[str, list[int]] = {}
    for one in _of_kind(checked, FileKind.WORKER):
        for key, row in one.rows:
            counts = counted.setdefault(key, [0, 0])
            counts[0] += 1
            counts[1] += int(isinstance(row, WorkerRow) and row.updated)
    rows: list[tuple[Cell, ...]] = [(checked.names[key], *counts) for key, counts in counted.items()]
    return PreviewGroup(
        "Worker records", sum(counts[0] for counts in counted.values()),
        Table("Worker records", _WORKERS, rows, exempt=NAMES_EXEMPT),
        "By workplace. UNCHECKED records were not looked at again; they count until 31 March if they did before.",
    )  # fmt: skip


def _training(checked: Checked) -> PreviewGroup:
    counted: dict[str, int] = {}
    for one in _of_kind(checked, FileKind.TRAINING):
        for key, _ in one.rows:
            counted[key] = counted.get(key, 0) + 1
    rows: list[tuple[Cell, ...]] = [(checked.names[key], number) for key, number in counted.items()]
    return PreviewGroup(
        "Training records", sum(counted.values()),
        Table("Training records", _TRAINING, rows, exempt=NAMES_EXEMPT), "By workplace.",
    )  # fmt: skip


def _doubts(checked: Checked) -> PreviewGroup:
    """Each thing once, with the lines of a few."""
    found: dict[tuple[str, str, str], list[int]] = {}
    for one in checked.fresh:
        for doubt in one.file.doubts:
            found.setdefault((doubt.column, doubt.sentence, one.file.name), []).append(doubt.line)
    rows: list[tuple[Cell, ...]] = [
        (column, sentence, len(lines), _lines(lines), name)
        for (column, sentence, name), lines in found.items()
    ]
    return PreviewGroup(
        "To look at", sum(map(len, found.values())), Table("To look at", _DOUBTS, rows[:MOST_SHOWN]),
        "The rows are taken in without what is in doubt, so that it counts as missing.",
    )  # fmt: skip


def _lines(lines: list[int]) -> str:
    more = "…" if len(lines) > 5 else ""
    return ", ".join(map(str, lines[:5])) + more


def _refused(checked: Checked) -> Iterator[PreviewGroup]:
    """A group for each thing that would repair the rows."""
    names = {id(row): file.name for file, row in checked.refused}
    for some in rows_by_repair([row for _, row in checked.refused]):
        other = "of another workplace" in some[0].reason or "no file has brought" in some[0].reason
        name = "Refused: of another workplace" if other else f"Refused: {some[0].field or 'the row'}"
        rows = [_refused_row(row, names[id(row)]) for row in some[:MOST_SHOWN]]
        yield PreviewGroup(name, len(some), Table(name, _REFUSED, rows), some[0].reason, refused=True)


def _refused_row(row: RefusedRow, file: str) -> tuple[Cell, ...]:
    return row.line, row.field, row.reason, file


def _columns(checked: Checked) -> PreviewGroup:
    rows = list(_uses(one.file for one in checked.fresh))
    left_out = sum(use == Use.LEFT_OUT.value for _, use, _ in rows)
    return PreviewGroup(
        "Columns", len(rows), Table("Columns", _COLUMNS, rows),
        f"{count_of(left_out, 'column is', 'columns are')} left out as the files are read.",
    )  # fmt: skip


def _uses(files: Iterable[AscwdsFile]) -> Iterator[tuple[Cell, ...]]:
    for file in files:
        for heading, use in sorted(file.columns, key=lambda each: -list(Use).index(each[1])):
            yield heading, use.value, file.name


def sources_words(checked: Checked) -> str:
    """Each file with what it holds."""
    return ". ".join(f"{one.file.name}: {rows_words(one.file)}" for one in checked.files)
