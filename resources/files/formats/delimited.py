"""CSV, TSV and other delimited text: encoding and delimiter are found from the content."""

import codecs
import csv
import io
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import count, islice
from pathlib import Path
from typing import Protocol

from resources.files.formats.guards import (
    MAX_COLUMNS,
    MAX_ROWS,
    Stamp,
    cannot_read,
    refuse_changed,
    stamp_of,
    too_many_columns,
    too_many_rows,
)
from resources.files.formats.kinds import HEAD_SIZE, looks_like_utf16, quoted
from resources.files.names import whole_text
from resources.files.rows import Progress, Row, RowsFrom, Sheet
from resources.problem import Problem

DELIMITERS = ",;\t|"
_CHUNK = 1024 * 1024
_LONGEST_LINE = 16 * _CHUNK
_BATCH = 1_000
_ENOUGH_TO_JUDGE = 20  # rows of one width before a shorter last row means that the file was cut off
_FALLBACK = "windows_1252_where_not_utf_8"


@dataclass(frozen=True)
class TextLayout:
    """How a delimited text file is written."""

    encoding: str
    delimiter: str
    has_nul: bool = False
    declares_delimiter: bool = False
    ends_with_quote: bool = False
    ends_with_newline: bool = True


def read_text(path: Path, progress: Progress | None) -> Sheet:
    """The one sheet of a delimited text file."""
    codecs.register_error(_FALLBACK, _as_windows_1252)
    before = stamp_of(path)
    layout = find_layout(path)
    return Sheet(whole_text(path.stem), RowsFrom(lambda: _rows(path, layout, before, progress)))


def _as_windows_1252(error: UnicodeError) -> tuple[str, int]:
    """Decodes only the bytes that are not UTF-8, so a file with both kinds of text reads right."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


def find_layout(path: Path) -> TextLayout:
    """Encoding, delimiter and peculiarities of a text file."""
    try:
        with path.open("rb") as handle:
            head = handle.read(HEAD_SIZE)
            encoding = _encoding(head)
            has_nul, tail = _survey(path, handle)
    except OSError as error:
        raise cannot_read(path, error) from error
    text = head.decode(encoding, _errors(encoding))
    declared = _declared_delimiter(text)
    sample = text.replace("\0", "")
    delimiter = declared or best_delimiter(sample, whole=len(head) < HEAD_SIZE)
    _refuse_wide(path, sample, delimiter)
    ending = tail.decode(encoding.removesuffix("-sig"), "replace").replace("\0", "") if tail else ""
    return TextLayout(
        encoding,
        delimiter,
        has_nul=has_nul,
        declares_delimiter=bool(declared),
        ends_with_quote=ending.rstrip("\r\n").endswith('"'),
        ends_with_newline=ending.endswith(("\n", "\r")),
    )


def _encoding(head: bytes) -> str:
    if head.startswith((b"\xff\xfe\0\0", b"\0\0\xfe\xff")):
        return "utf-32"
    return looks_like_utf16(head) or "utf-8-sig"


def _errors(encoding: str) -> str:
    return _FALLBACK if encoding.startswith("utf-8") else "replace"


def _survey(path: Path, handle: io.BufferedReader) -> tuple[bool, bytes]:
    """Whether there are NUL bytes, and the last bytes; refuses a file without line ends."""
    handle.seek(0)
    has_nul, unbroken, tail = False, 0, b""
    while chunk := handle.read(_CHUNK):
        has_nul = has_nul or b"\0" in chunk
        unbroken = 0 if b"\n" in chunk or b"\r" in chunk else unbroken + len(chunk)
        if unbroken > _LONGEST_LINE:
            raise Problem(
                f"{quoted(path)} has a line of over {_LONGEST_LINE // _CHUNK} MB, so it is no table of rows. "
                "Check that it is the right file."
            )
        tail = chunk[-16 + len(chunk) % 2 :] if len(chunk) > 16 else chunk
    return has_nul, tail


def _declared_delimiter(text: str) -> str:
    """Excel's own first line 'sep=;'."""
    first = text[:8].lower()
    return text[4] if first.startswith("sep=") and text[5:6] in ("\r", "\n") else ""


def best_delimiter(sample: str, *, whole: bool) -> str:
    """The delimiter that cuts the most rows into the same number of cells; a comma when none does."""
    lines = sample.splitlines(keepends=True)
    if not whole and len(lines) > 1:
        lines = lines[:-1]
    ranked = [(_evenness(lines, delimiter), delimiter) for delimiter in DELIMITERS]
    best = max(share for (share, _, _), _ in ranked)
    if best <= 0:
        return ","
    near = [item for item in ranked if item[0][0] >= best - 0.05]
    return min(near, key=lambda item: (item[0][1], -item[0][2]))[1]


def _evenness(lines: list[str], delimiter: str) -> tuple[float, int, int]:
    """Share of rows of the commonest width, place of the first such row, and that width."""
    try:
        rows = [row for row in islice(csv.reader(lines, delimiter=delimiter), 300) if row]
    except csv.Error:
        return 0.0, 0, 0
    widths = [len(row) for row in rows]
    cut = Counter(width for width in widths if width > 1)
    if not cut:
        return 0.0, 0, 0
    width = max(cut, key=lambda item: cut[item] * (item - 1))
    score = sum(_weight(row, width) for row in rows) / len(rows)
    return score, widths.index(width), width


def _weight(row: list[str], width: int) -> float:
    if len(row) < 2:
        return 0.0
    # a delimiter followed by a space is more often prose ("Surname, First") than a table
    prose = 0.3 if sum(cell.startswith(" ") for cell in row[1:]) * 2 > len(row) - 1 else 1.0
    return prose * (1.0 if len(row) == width else 0.5)


def _refuse_wide(path: Path, sample: str, delimiter: str) -> None:
    """Before the csv module is asked: a first line of a million cells is refused from its start alone."""
    for number, line in enumerate(sample.splitlines()[:50], start=1):
        if (
            line.count(delimiter) >= MAX_COLUMNS
            and len(next(csv.reader([line], delimiter=delimiter))) > MAX_COLUMNS
        ):
            raise too_many_columns(path, number)


def _rows(path: Path, layout: TextLayout, before: Stamp, progress: Progress | None) -> Iterator[Row]:
    try:
        with path.open("rb") as raw:
            total = path.stat().st_size
            handle = io.TextIOWrapper(
                raw, encoding=layout.encoding, errors=_errors(layout.encoding), newline=""
            )
            lines: Iterable[str] = handle
            if layout.has_nul:
                lines = (line.replace("\0", "") for line in handle)
            for batch in _batches(path, lines, layout):
                if progress is not None:
                    progress(min(raw.tell(), total), total)
                yield from batch
    except OSError as error:
        raise cannot_read(path, error) from error
    refuse_changed(path, before)


def _batches(path: Path, lines: Iterable[str], layout: TextLayout) -> Iterator[Iterator[Row]]:
    reader = csv.reader(lines, delimiter=layout.delimiter)
    first = 1
    if layout.declares_delimiter:
        next(reader, None)
        first = 2
    widths: set[int] = set()
    last: list[str] = []
    filled = 0
    while batch := _next_batch(path, reader, first):
        if max(map(len, batch)) > MAX_COLUMNS:
            raise too_many_columns(
                path, first + next(n for n, row in enumerate(batch) if len(row) > MAX_COLUMNS)
            )
        widths.update(map(len, batch[:-1]), (len(last),) if last else ())
        last = batch[-1]
        yield map(Row, count(first), map(tuple, batch))
        first += len(batch)
        filled += sum(map(any, batch))
        if first > MAX_ROWS:
            raise too_many_rows(path) if filled * 10 > MAX_ROWS else _nearly_all_blank(path, filled)
    _refuse_cut_off(path, layout, widths, last, first - 1)


class _Reader(Protocol):
    """What the csv module gives."""

    @property
    def line_num(self) -> int: ...
    def __iter__(self) -> Iterator[list[str]]: ...
    def __next__(self) -> list[str]: ...


def _next_batch(path: Path, reader: _Reader, first: int) -> list[list[str]]:
    batch: list[list[str]] = []
    lines = reader.line_num
    try:
        for row in islice(reader, _BATCH):
            batch.append(row)
            lines = reader.line_num
    except csv.Error as error:
        if "field limit" not in str(error):
            raise _unclosed(path, first + len(batch)) from error
        raise _too_long_a_cell(path, first + len(batch), over_lines=reader.line_num > lines + 1) from error
    return batch


def _nearly_all_blank(path: Path, filled: int) -> Problem:
    held = f"only {filled:,}" if filled else "none"
    return Problem(
        f"{quoted(path)} has more than {MAX_ROWS:,} rows, and {held} of them hold anything. Delete the blank rows and "
        "save it again."
    )


def _too_long_a_cell(path: Path, line: int, *, over_lines: bool) -> Problem:
    """A cell that runs over lines for so long has nearly always lost the mark that ends it."""
    most = csv.field_size_limit()
    if over_lines:
        return Problem(
            f"{quoted(path)} has a cell on line {line:,} that runs on for more than {most:,} characters: most likely "
            'its quotation mark (") is never closed. Mend or delete that mark, or get the file again.'
        )
    return Problem(
        f"{quoted(path)} has a cell of more than {most:,} characters on line {line:,}, and cells of up to {most:,} can "
        "be read. Shorten that cell, or check that it is the right file."
    )


def _unclosed(path: Path, line: int) -> Problem:
    return Problem(
        f'{quoted(path)} has a quotation mark (") on line {line:,} that is never closed, so the rows after it cannot '
        "be told apart. Mend or delete that mark, or get the file again."
    )


def _refuse_cut_off(path: Path, layout: TextLayout, widths: set[int], last: list[str], line: int) -> None:
    """A file that stops inside a quoted cell, or whose last row alone is short and has no line end."""
    if last and "\n" in last[-1] and not layout.ends_with_quote:
        raise _unclosed(path, line)
    if layout.ends_with_newline or line <= _ENOUGH_TO_JUDGE or len(widths) != 1 or not last:
        return
    (width,) = widths
    if len(last) < width:
        raise Problem(
            f"{quoted(path)} was cut off in the middle: line {line:,}, the last, has {len(last)} of {width} columns. "
            "Get the whole file again."
        )
