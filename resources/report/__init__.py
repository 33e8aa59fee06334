"""Reports: the model, the Word writer, and the gate that keeps exempt words out of public documents."""

from resources.report.blocks import (
    Block,
    Bullets,
    ChartBlock,
    FactList,
    Heading,
    House,
    PageBreak,
    Paragraph,
    Report,
    TableBlock,
    TickBoxes,
    WritingRoom,
    exempt_part,
    exemption_notice,
    public_part,
)
from resources.report.exemption import DESCRIPTIONS, Exemption

__all__ = [
    "DESCRIPTIONS",
    "Block",
    "Bullets",
    "ChartBlock",
    "Exemption",
    "FactList",
    "Heading",
    "House",
    "PageBreak",
    "Paragraph",
    "Report",
    "TableBlock",
    "TickBoxes",
    "WritingRoom",
    "exempt_part",
    "exemption_notice",
    "public_part",
]
