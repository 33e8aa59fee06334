"""Letters on the council's paper: who writes, to whom, the day, and the text with its subject beneath the greeting."""

from collections.abc import Sequence
from datetime import date

from resources.report.word import markup as xml
from resources.report.word.markup import Xml
from resources.report.word.pages import Paper, placed, sized
from resources.report.word.styles import ACCENT, QUIET
from resources.wording import date_words

LETTER_PAPER = Paper(top=18, bottom=20, left=25, right=25)
ADDRESS_LINES = 6
"""The address takes at least so many lines, so that the text of every letter begins at one height."""
_SIGNING = ("yours sincerely", "yours faithfully", "kind regards", "best wishes")


def letter_page(
    body: str, *, subject: str, address: Sequence[str], council: str, beneath: Sequence[str], day: date
) -> Xml:
    """One letter, to be followed by its section. Paragraphs of the body are parted by empty lines.

    The first is the greeting where more follow; a line that begins with “- ” is an item of a list.
    """
    paragraphs = [part.strip("\n") for part in body.split("\n\n") if part.strip()]
    greeting, rest = (paragraphs[0], paragraphs[1:]) if len(paragraphs) > 1 else ("", paragraphs)
    return xml.joined(
        *_head(council, beneath),
        *_address(address),
        placed(xml.run(date_words(day)), before=6, after=18),
        *([_text(greeting)] if greeting else []),
        xml.paragraph("Heading2", xml.run(subject)),
        *(line for part in rest for line in _lines(part)),
    )


def _head(council: str, beneath: Sequence[str]) -> list[Xml]:
    made = [placed(sized(council, 18, bold=True, colour=ACCENT), after=2)] if council else []
    made += [placed(sized(line, 10, colour=QUIET)) for line in beneath]
    return [*made, placed(after=24)]


def _address(lines: Sequence[str]) -> list[Xml]:
    filled = [*lines, *[""] * (ADDRESS_LINES - len(lines))]
    return [placed(xml.run(line)) if line else placed() for line in filled]


def _lines(part: str) -> list[Xml]:
    """A paragraph, or the items of a list."""
    items = part.split("\n")
    if not all(item.startswith("- ") for item in items):
        return [_text(part)]
    return [xml.paragraph("ListBullet", xml.run(item.removeprefix("- "))) for item in items]


def _text(part: str) -> Xml:
    signed = part.casefold().startswith(_SIGNING)
    return placed(xml.run(part), after=44 if signed and "\n" not in part else 8)
