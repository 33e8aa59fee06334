"""Whether everybody can read a report, before it is written: what a person can mend in it. Pure."""

import re
from collections.abc import Container, Iterator

from resources.report.blocks import (
    Block,
    Bullets,
    ChartBlock,
    Heading,
    Paragraph,
    Recommendations,
    Report,
    TableBlock,
)
from resources.report.committee.to_mend import Weight
from resources.report.contrast import READABLE, contrast
from resources.report.found import Found
from resources.report.looks import Looks
from resources.tables import Table
from resources.wording import number

MOST_HEADING, MOST_ALT, LEAST_BODY = 200, 250, 12
MOST_WITH_FIGURES = 1_500  # a chart that the program drew has its figures in its description
INK = "1B1F24"  # of all text but headings
_FILE_NAME = re.compile(r"[\w\-. ()]+\.(png|jpe?g|gif|bmp|tiff?|webp|svg|docx?|pdf|xlsx?)", re.I)
_SAYS_NOTHING = re.compile(
    r"(image|picture|photo|photograph|chart|graph|table|figure|logo|untitled|img[_ -]?\d*) ?\d*\.?", re.I
)
_BARE_LINK = re.compile(
    r"\b(click|tap|press|see|go|look) here\b|\bfollow this link\b|\b(more|further) information here\b", re.I
)
_ADDRESS = re.compile(r"\bhttps?://\S{41,}")


def check_blocks(report: Report, *, drawn: Container[int] = ()) -> tuple[Found, ...]:
    """All that is to be mended in the blocks of a report, in their order, and in its looks.

    Charts at the places `drawn` were drawn by the program.
    """
    found = [*check_looks(report.looks)]
    for place, block in enumerate(report.blocks):
        found += (
            Found(words, place, weight)
            for weight, words in _of_block(block, MOST_WITH_FIGURES if place in drawn else MOST_ALT)
        )
    return tuple(dict.fromkeys(found))


def _of_block(block: Block, most: int) -> Iterator[tuple[Weight, str]]:
    match block:
        case Heading(text=text):
            yield from _heading(text)
        case Paragraph(text=text):
            yield from _text(text)
        case Bullets(items=items) | Recommendations(items=items):
            for item in items:
                yield from _text(item)
        case TableBlock(table=table, alt=alt):
            yield from _table(table)
            yield from _alt(alt, "table", table.title)
        case ChartBlock(alt=alt, caption=caption, data=data):
            yield from _alt(alt, "picture", caption, most=most)
            if data is not None:
                yield from _table(data)


def _heading(text: str) -> Iterator[tuple[Weight, str]]:
    if not text.strip():
        yield Weight.STOPS, "A heading has no words. Write it, or take it out."
    if len(text) > MOST_HEADING:
        yield (
            Weight.LOOK,
            f"The heading has {number(len(text))} signs; up to {MOST_HEADING} can be taken in at once. Shorten it.",
        )


def _text(text: str) -> Iterator[tuple[Weight, str]]:
    if not text.strip():
        yield Weight.LOOK, "A paragraph has no words. Write it, or take it out."
    if _BARE_LINK.search(text):
        yield Weight.LOOK, "“Here” does not say where a link leads. Name the page or document itself."
    if _ADDRESS.search(text):
        yield (
            Weight.LOOK,
            "A long web address is read out letter by letter. Name the page, and give a short address.",
        )


def _alt(alt: str, what: str, caption: str, *, most: int = MOST_ALT) -> Iterator[tuple[Weight, str]]:
    told = alt.strip()
    if not told:
        yield Weight.STOPS, f"The {what} is not described for those who cannot see it. Write its description."
    elif _FILE_NAME.fullmatch(told):
        yield Weight.LOOK, f"The description of the {what} is the name of a file. Say what it shows."
    elif _SAYS_NOTHING.fullmatch(told) or (what == "picture" and told == caption.strip()):
        yield Weight.LOOK, f"The description of the {what} does not say what it shows. Say it in a sentence."
    if len(told) > most:
        yield (
            Weight.LOOK,
            f"The description of the {what} has {number(len(told))} signs; up to {number(most)} can be listened to. "
            "Shorten it, and tell the rest in a paragraph.",
        )


def _table(table: Table) -> Iterator[tuple[Weight, str]]:
    if not table.columns or any(not column.heading.strip() for column in table.columns):
        yield Weight.STOPS, "A column of the table has no name. Name it."
    headings = [column.heading.strip().casefold() for column in table.columns]
    if len(set(headings)) < len(headings):
        yield Weight.LOOK, "Two columns of the table have the same name. Give each its own."


def check_looks(looks: Looks) -> Iterator[Found]:
    """Sizes and colours, wherever they were taken from."""
    if looks.body < LEAST_BODY:
        yield Found(
            f"The text has {number(looks.body)} points and {LEAST_BODY} are needed. Choose other looks.",
            where="looks",
        )
    if contrast(looks.accent, "FFFFFF") < READABLE:
        yield Found(
            f"Headings in #{looks.accent} are too light upon white. Choose other looks.", where="looks"
        )
    if contrast(INK, looks.shade) < READABLE:
        yield Found(
            f"The shade #{looks.shade} of table headings is too dark. Choose other looks.", where="looks"
        )
