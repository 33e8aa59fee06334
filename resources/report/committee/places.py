"""Where the blocks of a report stand, as a reader finds them: said in one way, whatever is told of them. Pure."""

from resources.report.blocks import (
    Block,
    Bullets,
    ChartBlock,
    Heading,
    Recommendations,
    Report,
    TableBlock,
    exemptions_of,
)
from resources.report.committee.numbering import Numbers, numbers
from resources.wording import shortened

_HEADING_MOST = 60


def of_the_appendix(where: str) -> str:
    """The same place of the exempt appendix, which counts for itself."""
    return f"{where} of the exempt appendix".lstrip()


def numbered_place(block: Block, number: Numbers) -> str:
    """“table 3”, “paragraph 2.1” or “heading “Homes””; "" where it has no number nor words of its own."""
    match block:
        case Heading(text=text):
            return f"heading “{shortened(text, _HEADING_MOST)}”"
        case TableBlock() if number.table:
            return f"table {number.table}"
        case ChartBlock() if number.figure:
            return f"figure {number.figure}"
    return f"paragraph {number.label.rstrip('.')}" if number.label else ""


def places_of(report: Report) -> tuple[str, ...]:
    """Of each block: its number, its table or figure, or the heading that it stands beneath."""
    told, heading = [], ""
    for block, number, exempt in zip(
        report.blocks, numbers(report), exemptions_of(report.blocks), strict=True
    ):
        where = numbered_place(block, number)
        if isinstance(block, Heading):
            heading = where.removeprefix("heading ")
        where = where or _beneath(block, heading)
        told.append(of_the_appendix(where) if exempt else where)
    return tuple(told)


def _beneath(block: Block, heading: str) -> str:
    match block:
        case Bullets():
            kind = "list"
        case Recommendations():
            kind = "recommendations"
        case _:
            kind = ""
    if not heading:
        return kind or "beginning"
    return f"{kind} beneath {heading}".lstrip()
