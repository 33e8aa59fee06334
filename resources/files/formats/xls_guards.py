"""What an old workbook (XLS) must be before it is parsed: no count in it may promise more than the file holds.

The parser sets memory aside for the counts it reads, so one wrong number in a damaged file would end the program.
"""

import struct
from collections.abc import Iterator
from pathlib import Path

from resources.files.formats.compound import CompoundFile
from resources.files.formats.kinds import cut_off, locked
from resources.files.formats.workbook_guards import Extent
from resources.problem import Problem

MAX_SHEETS = 1_000
_MULTIPLE_NUMBERS = 0x00BD
_CELLS = frozenset(
    {0x0003, 0x0004, 0x0006, 0x00D6, 0x00FD, 0x0203, 0x0204, 0x0205, 0x027E, _MULTIPLE_NUMBERS}
)
_END, _SHEET_AT, _ENCRYPTED, _SHARED_TEXTS, _DIMENSIONS = 0x000A, 0x0085, 0x002F, 0x00FC, 0x0200


def check_xls(path: Path) -> None:
    """Measures every sheet from its own records; damage and counts that cannot be true are refused."""
    book = CompoundFile(path)
    data = book.stream("Workbook") or book.stream("Book")
    if len(data) < 8 or not book.is_sound():
        raise cut_off(path)
    sheets = _sheet_places(path, data)
    if len(sheets) > MAX_SHEETS or any(place >= len(data) for place in sheets):
        raise cut_off(path)
    for place in sheets:
        _measure(path, data, place)


def _records(data: bytes, place: int) -> Iterator[tuple[int, int, int]]:
    """Kind, place of the content and its size, of each record up to the end of its section."""
    last = len(data) - 4
    while place <= last:
        kind, size = struct.unpack_from("<HH", data, place)
        if kind == _END:
            return
        yield kind, place + 4, size
        place += 4 + size


def _sheet_places(path: Path, data: bytes) -> set[int]:
    places = set()
    for kind, start, size in _records(data, 0):
        if kind == _ENCRYPTED:
            raise locked(path)
        if kind == _SHEET_AT and start + 4 <= len(data):
            places.add(struct.unpack_from("<I", data, start)[0])
        elif kind == _SHARED_TEXTS and size >= 8 and start + 8 <= len(data):
            count = struct.unpack_from("<I", data, start + 4)[0]
            if count * 3 > len(data):  # each takes three bytes at the least
                raise cut_off(path)
    return places


def _measure(path: Path, data: bytes, place: int) -> None:
    extent = Extent()
    for kind, start, size in _records(data, place):
        if kind in _CELLS and size >= 6 and start + 4 <= len(data):
            row, column = struct.unpack_from("<HH", data, start)
            extent.add(row, column + (size - 6) // 6 if kind == _MULTIPLE_NUMBERS else column)
        elif kind == _DIMENSIONS and start + size <= len(data):
            _refuse_dimensions(path, data[start : start + size])
    extent.check(path)


def _refuse_dimensions(path: Path, record: bytes) -> None:
    """The stated size is believed by the parser, whatever cells there are."""
    if len(record) >= 14:
        first_row, end_row, first_column, end_column = struct.unpack_from("<IIHH", record)
    elif len(record) >= 8:
        first_row, end_row, first_column, end_column = struct.unpack_from("<HHHH", record)
    else:
        return
    stated = Extent(end_row - 1, end_column - 1)
    try:
        stated.check(path)
    except Problem as error:
        raise cut_off(path) from error
    if first_row > end_row or first_column > end_column:
        raise cut_off(path)
