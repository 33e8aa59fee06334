"""A report with one of each kind of block, for tests of the preview."""

import struct
import zlib
from datetime import date

from resources.report import (
    Bullets,
    ChartBlock,
    Exemption,
    FactList,
    Heading,
    Masthead,
    PageBreak,
    Paragraph,
    Recommendations,
    Report,
    SignOff,
    TableBlock,
    TickBoxes,
    WritingRoom,
)
from resources.report.blocks import Block, House
from resources.report.told import Figure
from resources.tables import Column, ColumnKind, Table

AFFAIRS = Exemption(3, "Names a provider.", "It would harm its residents.", "Members", "2020-06-01")
DISTRICTS = ("Ashfield", "Bassetlaw", "Broxtowe", "Gedling", "Mansfield", "Newark and Sherwood", "Rushcliffe")


def png(width: int = 40, height: int = 6) -> bytes:
    """A white picture."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress(b"".join(b"\0" + b"\xff" * width for _ in range(height)))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def table(rows: int = 4, title: str = "Events by district") -> Table:
    """Events by district, as many rows as are asked for."""
    return Table(
        title,
        (Column("d", "District"), Column("n", "Events", ColumnKind.NUMBER)),
        tuple((DISTRICTS[row % 7], None if row == 1 else row * 3) for row in range(rows)),
        base="12 events",
        as_at=date(2019, 12, 9),
        source="the council’s records",
    )


def held(events: int = 12) -> Paragraph:
    """A paragraph with two figures."""
    return Paragraph(
        f"In the 12 weeks to 31 December {events} events were held, and 34% of providers came.",
        numbered=True,
        key="held",
        figures=(Figure("held", f"{events} events"), Figure("share", "34%", 34.2, 353)),
    )


SUSPENDED = Paragraph("Rosewood House is suspended.", numbered=True, exempt=AFFAIRS)
BLOCKS: tuple[Block, ...] = (
    Heading("Information"),
    Heading("Forums", 2),
    held(),
    Bullets(("3 in Ashfield", "none in 3 districts"), "each", (Figure("most", "3"), Figure("none", "3"))),
    TableBlock(table(), "Events of each district."),
    ChartBlock(
        png(), "Bars of events.", "Most events were in Rushcliffe", "the register", table(2, "The same")
    ),
    Heading("Suspensions", 2),
    Paragraph("One service is suspended.", numbered=True),
    SUSPENDED,
    TickBoxes(("Noted",)),
    WritingRoom("Notes", 2),
    FactList((("Place", "County Hall"),)),
    PageBreak(),
    Heading("Recommendations"),
    Paragraph("That:", leads=True),
    Recommendations(("members note the report;", "a further report comes in six months.")),
    SignOff("Ada Example", "Service Director"),
)


def made(*blocks: Block) -> Report:
    """A report to a committee of these blocks, or of one of each kind."""
    return Report(
        "Care market",
        blocks=blocks or BLOCKS,
        masthead=Masthead("the Example Committee", date(2019, 12, 9), "5", "the Service Director"),
        house=House("Example County Council"),
    )
