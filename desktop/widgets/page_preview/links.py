"""Where the figures of a block stand in its texts. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from resources.report.blocks import Block, Bullets, Paragraph
from resources.report.pointing import whole
from resources.report.told import Figure


@dataclass(frozen=True)
class Link:
    """Where the words of a figure stand in a text."""

    start: int
    end: int
    name: str


def links_of(block: Block) -> tuple[tuple[Link, ...], ...]:
    """Of a paragraph, and of each item of a list; nothing where there are no figures."""
    match block:
        case Paragraph():
            return links_over((block.text,), block.figures)
        case Bullets():
            return links_over(block.items, block.figures)
    return ()


def links_over(texts: Sequence[str], figures: Sequence[Figure]) -> tuple[tuple[Link, ...], ...]:
    """Figures stand in the order in which they are given; one that was edited away stands nowhere.

    Words stand where they do as a whole: "2" does not stand in "12".
    """
    found: list[list[Link]] = [[] for _ in texts]
    at, start = 0, 0
    for figure in figures:
        place = _next(texts, at, start, figure.words)
        if place is not None:
            at, start = place[0], place[2]
            found[at].append(Link(place[1], start, figure.name))
    return tuple(tuple(links) for links in found)


def _next(texts: Sequence[str], at: int, start: int, words: str) -> tuple[int, int, int] | None:
    sought = whole(words)
    for number in range(at, len(texts)):
        match = sought.search(texts[number], start if number == at else 0)
        if match is not None:
            return number, *match.span()
    return None
