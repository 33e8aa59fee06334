"""The container of old Excel files (XLS): just enough to list its streams and read one."""

import struct
from pathlib import Path

_FREE = 0xFFFFFFFA  # sector numbers from here up are marks, not places
_MAX_SECTORS = 2_000_000


class CompoundFile:
    """Streams of an OLE2 compound file; damage gives fewer or shorter streams, never an error."""

    def __init__(self, path: Path) -> None:
        self._data = path.read_bytes()
        self._header = header = self._data[:512].ljust(512, b"\0")
        shift, mini_shift = struct.unpack_from("<HH", header, 30)
        self._size = 1 << shift if shift in (9, 12) else 512
        self._mini_size = 1 << mini_shift if mini_shift == 6 else 64
        self._directory_start, self._cutoff = struct.unpack_from("<I", header, 48)[0], 4096
        self._mini_fat_start = struct.unpack_from("<I", header, 60)[0]
        self._fat = self._read_fat(header)
        self._entries = self._read_directory()

    def names(self) -> set[str]:
        """The names of all streams and folders inside."""
        return set(self._entries)

    def is_sound(self) -> bool:
        """Whether no count in the header and no stream's size exceeds what the file can hold."""
        sectors = len(self._data) // 512 + 1
        folder_sectors, tables = struct.unpack_from("<II", self._header, 40)
        mini_tables, more_tables = (struct.unpack_from("<I", self._header, place)[0] for place in (64, 72))
        counts = (folder_sectors, tables, mini_tables, more_tables)
        known_version = struct.unpack_from("<H", self._header, 26)[0] in (3, 4)
        sizes = [size for _, size in self._entries.values()]
        return known_version and max(counts) <= sectors and max(sizes, default=0) <= len(self._data)

    def stream(self, name: str) -> bytes:
        """The bytes of one stream; b'' when there is none of that name."""
        if name not in self._entries:
            return b""
        start, size = self._entries[name]
        if size >= self._cutoff or "Root Entry" not in self._entries:
            return self._chain(start)[:size]
        root_start, root_size = self._entries["Root Entry"]
        container = self._chain(root_start)[:root_size]
        mini_fat = _numbers(self._chain(self._mini_fat_start))
        return b"".join(
            container[number * self._mini_size : (number + 1) * self._mini_size]
            for number in _follow(start, mini_fat)
        )[:size]

    def _sector(self, number: int) -> bytes:
        return self._data[(number + 1) * self._size : (number + 2) * self._size]

    def _chain(self, start: int) -> bytes:
        return b"".join(self._sector(number) for number in _follow(start, self._fat))

    def _read_fat(self, header: bytes) -> list[int]:
        places = list(struct.unpack_from("<109I", header, 76))
        more, seen = struct.unpack_from("<I", header, 68)[0], set[int]()
        while more < _FREE and more not in seen and len(seen) < 10_000:
            seen.add(more)
            numbers = _numbers(self._sector(more))
            if not numbers:
                break
            places += numbers[:-1]
            more = numbers[-1]
        return [number for place in places if place < _FREE for number in _numbers(self._sector(place))][
            :_MAX_SECTORS
        ]

    def _read_directory(self) -> dict[str, tuple[int, int]]:
        entries: dict[str, tuple[int, int]] = {}
        data = self._chain(self._directory_start)
        for place in range(0, len(data) - 127, 128):
            length = struct.unpack_from("<H", data, place + 64)[0]
            name = data[place : place + max(0, min(length, 64) - 2)].decode("utf-16-le", "replace")
            if name:
                entries.setdefault(name, struct.unpack_from("<II", data, place + 116))
        return entries


def _numbers(data: bytes) -> list[int]:
    count = len(data) // 4
    return list(struct.unpack_from(f"<{count}I", data))


def _follow(start: int, table: list[int]) -> list[int]:
    """The sectors of one chain in order; a loop ends it."""
    order: list[int] = []
    seen: set[int] = set()
    while start < len(table) and start not in seen:
        seen.add(start)
        order.append(start)
        start = table[start]
    return order
