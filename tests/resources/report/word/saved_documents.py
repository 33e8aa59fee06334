"""A Word file saved and opened again, with what it is made of."""

import struct
import zipfile
import zlib
from datetime import date

from docx import Document

from resources.report import (
    Report,
)
from resources.report.word import save_word
from resources.tables import Column, ColumnKind, Table

COLUMNS = (
    Column("home", "Home"),
    Column("beds", "Beds", ColumnKind.NUMBER),
    Column("share", "Share", ColumnKind.PERCENT),
    Column("fee", "Fee", ColumnKind.MONEY),
    Column("since", "Since", ColumnKind.DATE),
)


def png(width=1890, height=945):
    def chunk(name, content):
        return (
            struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))
        )

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = b"".join(b"\0" + bytes(width) for _ in range(height))
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )


def table(rows=(("Beech Lodge", 40, 7, 7550, "2019-12-09"),), **more):
    return Table("Homes", COLUMNS, rows, **more)


def report(*blocks, **more):
    return Report("Winter forum", as_at=date(2019, 12, 9), blocks=blocks, **more)


def saved(tmp_path, *blocks, terms=(), **more):
    save_word(report(*blocks, **more), tmp_path / "report.docx", exempt_terms=terms)
    return Document(str(tmp_path / "report.docx"))


def part(tmp_path, name):
    with zipfile.ZipFile(tmp_path / "report.docx") as archive:
        return archive.read(name).decode()


def saved_as(report, path):
    """Any report, with no term to search for."""
    save_word(report, path, exempt_terms=[])
    return Document(str(path))
