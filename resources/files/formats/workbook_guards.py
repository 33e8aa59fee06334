"""What a workbook must be before it is parsed: whole, of a sane size once unpacked, without XML tricks.

The parser lays a sheet out as a full rectangle, so two cells at opposite corners would ask for hundreds of
gigabytes and end the program. The rectangle is therefore measured here first, by streaming.
"""

import re
import struct
import xml.parsers.expat
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from resources.files.formats.guards import MAX_COLUMNS, MAX_ROWS, too_many_columns, too_many_rows
from resources.files.formats.kinds import cut_off, locked, quoted
from resources.problem import Problem

MAX_UNPACKED_BYTES = 1024 * 1024 * 1024
MAX_PART_RATIO = 1_000  # honest sheets pack to a tenth or a fiftieth
MAX_PARTS = 10_000
MAX_CELLS = 45_000_000  # of the rectangle the parser lays out, 32 bytes each
MAX_TEXT_BYTES = 2 * 1024 * 1024 * 1024  # of all cells, each with its own copy of a shared text
_CHUNK = 1024 * 1024

_FAR_CELL = re.compile(rb'<c r="(?:[A-Z]{3}|[J-Z][A-Z]\d|[A-Z]{1,2}\d{6})')
_STRANGE_CELL = re.compile(rb'<c r="(?![A-Z]{1,3}[1-9][0-9]{0,6}")')
_XLSX_CELL = re.compile(
    rb'<c r="([A-Z]{1,3})([0-9]{1,7})"(?:(?:[^>"\'/]|"[^"]*"|\'[^\']*\'|/(?!>)){0,4096}(/?)>)?'
)  # bounded and not possessive, which Pythons before 3.11.5, Debian 12's among them, match wrongly
_REFERENCE = re.compile(r"([A-Za-z]{1,9})([1-9][0-9]{0,19})")
_ROW_NUMBER = re.compile(r"[1-9][0-9]{0,19}")
_LONGEST_TAG = 4096
_UNIQUE_COUNT = re.compile(rb"""\suniqueCount\s*=\s*["'](\d+)""")
_COUNT = re.compile(rb"""\scount\s*=\s*["'](\d+)""")
_ERROR_CELL = re.compile(
    rb'<c r="([A-Z]{1,3})(\d{1,7})"[^>]* t="e"[^>]*>(?:<f[^>]*>[^<]*</f>|<f[^>]*/>)?<v>(#[^<]{1,20})</v>'
)
_SHARED_CELL = re.compile(rb't="s"[^>]*>\s*<v>(\d{1,9})</v>')
_PREFIXED_CELL = re.compile(rb"<[^\s<>/\"=]+:c[\s/>]")
_REPEAT = re.compile(rb'number-(?:columns|rows)-repeated="(\d{1,12})"')


@dataclass
class Extent:
    """The rectangle that a sheet's cells span, rows and columns counted from 0."""

    last_row: int = -1
    last_column: int = -1

    def add(self, row: int, column: int) -> None:
        """Widens the rectangle to hold a cell."""
        self.last_row = max(self.last_row, row)
        self.last_column = max(self.last_column, column)

    def check(self, path: Path) -> None:
        """Refuses a rectangle that is too wide, too long or too large."""
        if self.last_column >= MAX_COLUMNS:
            raise too_many_columns(path, 1)
        if self.last_row >= MAX_ROWS:
            raise too_many_rows(path)
        if (self.last_row + 1) * (self.last_column + 1) > MAX_CELLS:
            raise Problem(
                f"{quoted(path)} has a sheet of {self.last_row + 1:,} rows by {self.last_column + 1:,} columns, more "
                f"than the {MAX_CELLS // 1_000_000} million cells that can be read. Delete what lies far from the "
                "table, or save the sheet as CSV."
            )


@dataclass(frozen=True)
class Checked:
    """What the check of a workbook learnt: the part of each sheet, and the texts of error cells in it."""

    parts: list[str] = field(default_factory=list)
    errors: dict[str, dict[tuple[int, int], str]] = field(default_factory=dict)


def check_zip(path: Path) -> Checked:
    """Checks every part of an XLSX or ODS file; damage and bombs are refused."""
    try:
        with path.open("rb") as handle, zipfile.ZipFile(handle) as archive:
            parts = archive.infolist()
            _refuse_contents(path, parts)
            checked = _check_parts(path, handle, parts)
            checked.parts.extend(_sheet_parts(archive))
            return checked
    except (
        zipfile.BadZipFile,
        zipfile.LargeZipFile,
        zlib.error,
        struct.error,
        xml.parsers.expat.ExpatError,
        EOFError,
        NotImplementedError,
        RuntimeError,
        LookupError,
        ValueError,
        OverflowError,
    ) as error:
        raise cut_off(path) from error


def _sheet_parts(archive: zipfile.ZipFile) -> list[str]:
    """The part that holds each sheet of an XLSX file, in the order of the sheets."""
    if not {"xl/workbook.xml", "xl/_rels/workbook.xml.rels"} <= set(archive.namelist()):
        return []
    places = {}
    for relation in re.findall(
        r"<Relationship\b[^>]*>", archive.read("xl/_rels/workbook.xml.rels").decode("utf-8")
    ):
        attributes = dict(re.findall(r'(\w+)="([^"]*)"', relation))
        target = attributes.get("Target", "")
        places[attributes.get("Id", "")] = target[1:] if target.startswith("/") else f"xl/{target}"
    keys = re.findall(
        r'<(?:\w+:)?sheet\b[^>]*\br:id="([^"]*)"', archive.read("xl/workbook.xml").decode("utf-8")
    )
    return [places.get(key, "") for key in keys]


def _refuse_contents(path: Path, parts: list[zipfile.ZipInfo]) -> None:
    if len(parts) > MAX_PARTS:
        raise Problem(
            f"{quoted(path)} holds {len(parts):,} parts, which no workbook needs. Open it in Excel, save it under "
            "another name, and bring that in."
        )
    if any(part.flag_bits & 1 for part in parts):
        raise locked(path)
    unpacked = sum(part.file_size for part in parts)
    if unpacked > MAX_UNPACKED_BYTES:
        raise _bomb(path)


def _bomb(path: Path) -> Problem:
    return Problem(
        f"{quoted(path)} unpacks to more than {MAX_UNPACKED_BYTES // 2**30} GB, which no workbook of this kind "
        "should, so it was not opened. Check where it came from, or save the sheet as CSV."
    )


def _check_parts(path: Path, handle: BinaryIO, parts: list[zipfile.ZipInfo]) -> Checked:
    checked, longest_text, shared_cells, unpacked = Checked(), 0, 0, 0
    for part in parts:
        chunks = _unpacked(path, handle, part)
        if part.filename.endswith((".xml", ".rels")):
            chunks = _without_entities(path, chunks)
        if part.filename.startswith("xl/worksheets/") and part.filename.endswith(".xml"):
            scan = _SheetScan()
            for chunk in chunks:
                scan.feed(chunk)
            _measure_sheet(path, handle, part, scan)
            checked.errors[part.filename] = scan.errors
            shared_cells += scan.shared
        elif part.filename == "xl/sharedStrings.xml":
            longest_text = _longest_text(_with_true_counts(path, part, chunks, _UNIQUE_COUNT))
        elif part.filename == "content.xml":
            _measure_ods(path, _well_formed(chunks))
        else:
            for _ in _with_true_counts(path, part, chunks, _COUNT):
                pass
        unpacked += part.file_size
        if unpacked > MAX_UNPACKED_BYTES:
            raise _bomb(path)
    if longest_text * shared_cells > MAX_TEXT_BYTES:
        _refuse_repeated_text(path, handle, parts)
    return checked


def _unpacked(path: Path, handle: BinaryIO, part: zipfile.ZipInfo) -> Iterator[bytes]:
    """The bytes of a part, unpacked by its real stream: sizes in the listing may lie."""
    handle.seek(part.header_offset)
    header = handle.read(30)
    if header[:4] != b"PK\3\4":
        raise cut_off(path)
    name_size, extra_size = struct.unpack_from("<HH", header, 26)
    handle.seek(part.header_offset + 30 + name_size + extra_size)
    if part.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise cut_off(path)
    pieces = _pieces(path, handle, part.compress_size)
    if part.compress_type == zipfile.ZIP_DEFLATED:
        pieces = _inflated(path, pieces, part)
    size = crc = 0
    for piece in pieces:
        size += len(piece)
        crc = zlib.crc32(piece, crc)
        if size > part.file_size:
            raise _bomb(path)
        yield piece
    if size != part.file_size or crc != part.CRC:
        raise cut_off(path)


def _pieces(path: Path, handle: BinaryIO, size: int) -> Iterator[bytes]:
    left, place = size, handle.tell()
    while left > 0:
        handle.seek(place)
        piece = handle.read(min(left, _CHUNK))
        if not piece:
            raise cut_off(path)
        left -= len(piece)
        place += len(piece)
        yield piece


def _inflated(path: Path, pieces: Iterator[bytes], part: zipfile.ZipInfo) -> Iterator[bytes]:
    if part.file_size > MAX_PART_RATIO * max(part.compress_size, 1) and part.file_size > 50 * _CHUNK:
        raise _bomb(path)
    inflate = zlib.decompressobj(-15)
    for piece in pieces:
        while piece:
            yield inflate.decompress(piece, _CHUNK)
            piece = inflate.unconsumed_tail
    yield inflate.flush()
    if not inflate.eof:
        raise cut_off(path)


def _without_entities(path: Path, chunks: Iterator[bytes]) -> Iterator[bytes]:
    tail = b""
    for chunk in chunks:
        joined = tail + chunk[:16]
        if b"<!DOCTYPE" in chunk or b"<!ENTITY" in chunk or b"<!DOCTYPE" in joined or b"<!ENTITY" in joined:
            raise Problem(
                f"{quoted(path)} declares XML entities, which Excel never writes and which can be made to harm a "
                "reader, so it was not opened. Open it in Excel, save it under another name, and bring that in."
            )
        tail = chunk[-16:]
        yield chunk


def _with_true_counts(
    path: Path, part: zipfile.ZipInfo, chunks: Iterator[bytes], stated: re.Pattern[bytes]
) -> Iterator[bytes]:
    """The parser sets memory aside for the counts stated: none can exceed the bytes of its own part."""
    is_xml = part.filename.endswith(".xml")
    for chunk in chunks:
        if is_xml and any(int(count[:20]) > part.file_size for count in stated.findall(chunk)):
            raise cut_off(path)
        yield chunk


def _well_formed(chunks: Iterator[bytes]) -> Iterator[bytes]:
    """The parser of ODS waits for ever for an end tag that never comes."""
    parser = xml.parsers.expat.ParserCreate()
    for chunk in chunks:
        parser.Parse(chunk, False)
        yield chunk
    parser.Parse(b"", True)


class _SheetScan:
    """Looks over a sheet's XML quickly; says when it has to be measured cell by cell."""

    def __init__(self) -> None:
        self._rest = b""
        self.far = self.odd = False
        self.shared = 0
        self.errors: dict[tuple[int, int], str] = {}

    def feed(self, chunk: bytes) -> None:
        data = self._rest + chunk
        cut = max(data.rfind(b"<c "), data.rfind(b"<row"))
        if cut > 0 and len(data) - cut < 4 * _CHUNK:
            data, self._rest = data[:cut], data[cut:]
        else:
            self._rest = data[-_LONGEST_TAG:]  # a tag that begins here ends in the next chunk
        self._look(data)

    def finish(self) -> None:
        self._look(self._rest)
        self._rest = b""

    def _look(self, data: bytes) -> None:
        plain = data.count(b'<c r="')
        every = sum(map(data.count, (b"<c ", b"<c>", b"<c\t", b"<c\n", b"<c\r")))
        self.odd = self.odd or plain != every or (b":c" in data and _PREFIXED_CELL.search(data) is not None)
        self.odd = self.odd or _STRANGE_CELL.search(data) is not None
        self.far = self.far or _FAR_CELL.search(data) is not None
        self.shared += data.count(b't="s"')
        if b't="e"' in data:
            for letters, row, text in _ERROR_CELL.findall(data):
                self.errors[int(row) - 1, _column(letters)] = text.decode("utf-8", "replace")


def _measure_sheet(path: Path, handle: BinaryIO, part: zipfile.ZipInfo, scan: _SheetScan) -> None:
    scan.finish()
    if scan.odd:
        _extent_by_expat(path, _unpacked(path, handle, part))
    elif scan.far:
        _extent_by_pattern(path, _unpacked(path, handle, part))


def _extent_by_pattern(path: Path, chunks: Iterator[bytes]) -> None:
    """Cells without a value do not count: whole rows may be formatted to the far edge."""
    extent, rest = Extent(), b""
    for chunk in chunks:
        data = rest + chunk
        cut = data.rfind(b"<c ")
        data, rest = (data[:cut], data[cut:]) if cut > 0 else (data, data[-_LONGEST_TAG:])
        for letters, row, closed in _XLSX_CELL.findall(data):
            if not closed:
                extent.add(int(row) - 1, _column(letters))
        extent.check(path)
    for letters, row, closed in _XLSX_CELL.findall(rest):
        if not closed:
            extent.add(int(row) - 1, _column(letters))
    extent.check(path)


def _extent_by_expat(path: Path, chunks: Iterator[bytes]) -> None:
    extent, row, column = Extent(), -1, -1

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal row, column
        tag = name.rsplit(":", 1)[-1]
        if tag == "row":
            number = attributes.get("r")
            if number is not None and not _ROW_NUMBER.fullmatch(number):
                raise _no_place(path, number)
            row, column = (row + 1 if number is None else int(number) - 1), -1
        elif tag == "c":
            row, column = _place(path, attributes.get("r"), row, column)
        elif tag in ("v", "is", "t"):
            extent.add(row, column)

    parser = xml.parsers.expat.ParserCreate()
    parser.StartElementHandler = start
    for chunk in chunks:
        parser.Parse(chunk, False)
        extent.check(path)
    parser.Parse(b"", True)


def _place(path: Path, reference: str | None, row: int, column: int) -> tuple[int, int]:
    """Where a cell stands; without a reference it follows the cell before it."""
    if reference is None:
        return row, column + 1
    place = _REFERENCE.fullmatch(reference)
    if place is None:
        raise _no_place(path, reference)
    return int(place[2]) - 1, _column(place[1].upper().encode())


def _no_place(path: Path, reference: str) -> Problem:
    return Problem(
        f"{quoted(path)} says that a cell stands at “{reference[:20]}”, which is no place in a sheet, so it was not "
        "read. Open it in Excel, save it under another name, and bring that in."
    )


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number - 1


def _longest_text(chunks: Iterator[bytes]) -> int:
    """The longest shared text, roughly: the widest gap between the ends of two."""
    longest, gap = 0, 0
    for chunk in chunks:
        pieces = chunk.split(b"</si>")
        longest = max(longest, gap + len(pieces[0]), *map(len, pieces))
        gap = gap + len(chunk) if len(pieces) == 1 else len(pieces[-1])
    return longest


def _refuse_repeated_text(path: Path, handle: BinaryIO, parts: list[zipfile.ZipInfo]) -> None:
    """Adds up the texts as cells repeat them, for the few files where that could matter."""
    shared = next(part for part in parts if part.filename == "xl/sharedStrings.xml")
    sizes = [len(piece) for piece in b"".join(_unpacked(path, handle, shared)).split(b"</si>")]
    total = 0
    for part in parts:
        if part.filename.startswith("xl/worksheets/"):
            rest = b""
            for chunk in _unpacked(path, handle, part):
                data = rest + chunk
                cut = max(data.rfind(b"<c "), 0)
                rest = data[cut:]
                total += sum(sizes[i] for i in map(int, _SHARED_CELL.findall(data[:cut])) if i < len(sizes))
                if total > MAX_TEXT_BYTES:
                    raise _bomb(path)


def _measure_ods(path: Path, chunks: Iterator[bytes]) -> None:
    """Rows and columns may be written once with a count of repeats; empty ones at the edges do not count."""
    extent, rest, row, text = Extent(), b"", 0, 0
    for chunk in chunks:
        pieces = (rest + chunk).split(b"</table:table-row>")
        rest = pieces.pop()
        for piece in pieces:
            if b"<table:table " in piece:
                row = 0
            repeats, width, bytes_ = _ods_row(piece)
            if width:
                extent.add(row + repeats - 1, width - 1)
                text += bytes_ * repeats
            row += repeats
            if b"<table:table-row" in piece and row > MAX_ROWS and width:
                raise too_many_rows(path)
        extent.check(path)
        if text > MAX_TEXT_BYTES or len(rest) > 64 * _CHUNK:
            raise _bomb(path)


def _ods_row(piece: bytes) -> tuple[int, int, int]:
    """How often a row stands, how many columns it fills and how many bytes that is."""
    start = max(piece.rfind(b"<table:table-row"), 0)
    head_end = piece.find(b">", start)
    repeats = _REPEAT.search(piece, start, head_end)
    rows = int(repeats[1]) if repeats else 1
    cells = piece[head_end:]
    while True:
        last = max(cells.rfind(b"<table:table-cell"), cells.rfind(b"<table:covered-table-cell"))
        if last < 0:
            return rows, 0, 0
        cell = cells[last:]
        if b"office:" in cell or b"<text:" in cell:
            break
        cells = cells[:last]
    counts = [int(count) for count in _REPEAT.findall(cells)] if b"-repeated" in cells else []
    width = (
        cells.count(b"<table:table-cell")
        + cells.count(b"<table:covered-table-cell")
        + sum(counts)
        - len(counts)
    )
    return rows, width, len(cells) * max(counts, default=1)
