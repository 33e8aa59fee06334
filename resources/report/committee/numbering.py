"""The numbers of paragraphs, headings, tables and figures as the written documents have them."""

from collections.abc import Iterator
from dataclasses import dataclass

from resources.report.blocks import (
    Block,
    ChartBlock,
    Heading,
    Numbering,
    Paragraph,
    Report,
    TableBlock,
    exempt_places,
    public_places,
)


@dataclass(frozen=True)
class Numbers:
    """Of one block: its label ("12.", "2.1", "3."), and the numbers of its figure and table, 0 where it has none."""

    label: str = ""
    figure: int = 0
    table: int = 0


def labels(report: Report) -> tuple[str, ...]:
    """The label of each block: "12." or "2.1" of a paragraph, "3." of a numbered heading, "" of anything else.

    Recommendations count 1) 2) within their block. Each document counts for itself: what is exempt has the numbers that
    it has in the appendix, so that those of the public document have no gap.
    """
    return tuple(one.label for one in numbers(report))


def numbers(report: Report) -> tuple[Numbers, ...]:
    """All the numbers of each block, in the document in which it is printed."""
    blocks = report.blocks
    if report.is_exempt:
        return tuple(_counted(blocks, report.numbering))
    found = [Numbers()] * len(blocks)
    for places in (
        exempt_places(blocks),
        public_places(blocks),
    ):  # a heading in both counts as the public one
        part = tuple(blocks[place] for place in places)
        for place, one in zip(places, _counted(part, report.numbering), strict=True):
            found[place] = one
    return tuple(found)


def recommendation_label(place: int) -> str:
    """Of the recommendation at a place counted from 0."""
    return f"{place + 1})"


def _counted(blocks: tuple[Block, ...], numbering: Numbering) -> Iterator[Numbers]:
    heading = paragraph = table = figure = 0
    by_section = numbering is Numbering.BY_SECTION
    for block in blocks:
        match block:
            case Heading(level=1) if by_section:
                heading, paragraph = heading + 1, 0
                yield Numbers(f"{heading}.")
            case Paragraph(numbered=True):
                paragraph += 1
                yield Numbers(f"{heading}.{paragraph}" if by_section else f"{paragraph}.")
            case TableBlock():
                table += 1
                yield Numbers(table=table)
            case ChartBlock(data=data):
                figure += 1
                table += data is not None
                yield Numbers(figure=figure, table=table if data is not None else 0)
            case _:
                yield Numbers()
