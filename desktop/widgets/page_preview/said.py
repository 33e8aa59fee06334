"""What each block says, for a screen reader. Pure."""

from collections.abc import Iterator

from resources.report.blocks import (
    Block,
    Bullets,
    ChartBlock,
    FactList,
    Heading,
    Paragraph,
    Recommendations,
    SignOff,
    TableBlock,
    TickBoxes,
    WritingRoom,
)
from resources.report.committee.numbering import Numbers, recommendation_label
from resources.report.word.printed import lines_beneath, printed_cell, sentence
from resources.tables import Table


def block_said(block: Block, numbers: Numbers) -> str:
    """All that a block says, a line each, with its number."""
    return "\n".join(line for line in _lines(block, numbers) if line)


def _lines(block: Block, numbers: Numbers) -> Iterator[str]:
    match block:
        case Heading():
            yield f"Heading: {_labelled(numbers.label, block.text)}"
        case Paragraph():
            yield _labelled(numbers.label, block.text)
        case Bullets() | TickBoxes():
            yield from block.items
        case Recommendations():
            for place, item in enumerate(block.items):
                yield _labelled(recommendation_label(place), item)
        case SignOff():
            yield block.name
            yield block.post
        case WritingRoom():
            yield f"{block.label}: room to write"
        case FactList():
            for label, words in block.items:
                yield f"{label}: {words}"
        case TableBlock():
            yield f"Table {numbers.table}: {block.caption or block.table.title}"
            yield block.alt
            yield from _rows(block.table)
        case ChartBlock():
            yield from _chart(block, numbers)
        case _:
            yield "New page"


def _chart(block: ChartBlock, numbers: Numbers) -> Iterator[str]:
    yield f"Figure {numbers.figure}: {block.caption}"
    yield block.alt
    yield f"Source: {sentence(block.source)}" if block.source else ""
    if block.data is not None:
        yield f"Table {numbers.table}: {block.data.title}"
        yield from _rows(block.data)


def _rows(table: Table) -> Iterator[str]:
    """A line for each row: its cells with their headings."""
    for row in table.rows:
        cells = zip(table.columns, row, strict=True)
        yield ", ".join(f"{column.heading}: {printed_cell(column, cell)}" for column, cell in cells)
    if not table.rows:
        yield "None."
    yield from lines_beneath(table)


def _labelled(label: str, text: str) -> str:
    return f"{label} {text}" if label else text
