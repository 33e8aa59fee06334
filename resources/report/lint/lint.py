"""A report looked through for what is hard to read: long sentences, initials nobody explained, words, reading age.

Pure. Nothing of it stops a report: it is for a person to decide.
"""

from collections.abc import Container, Iterable, Iterator

from resources.report.blocks import (
    Block,
    Bullets,
    ChartBlock,
    Heading,
    Paragraph,
    Recommendations,
    Report,
    TableBlock,
    exempt_places,
    public_places,
)
from resources.report.found import Found
from resources.report.lint.initials import unexplained
from resources.report.lint.reading_age import readability
from resources.report.lint.sentences import sentences, words
from resources.report.lint.wording import wordings
from resources.wording import shortened

MOST_WORDS = 25
READING_AGE = 15
"""At which the public can read it, unless another is set."""
LEAST_AGE, MOST_AGE = 9, 21


def lint(
    report: Report, *, reading_age: int = READING_AGE, known: Iterable[str] = (), let_be: Container[int] = ()
) -> tuple[Found, ...]:
    """What to look at, in the order of the report, and first of all its reading age.

    `known` initials need no explaining; blocks at the places `let_be` are a council's formula, which nobody rewrites.
    """
    found = [*_age(report, reading_age)]
    initials = dict(_initials(report, known))
    for place, block in enumerate(report.blocks):
        if place not in let_be:
            found += (Found(said, place) for said in _of_block(block))
        found += (Found(said, place) for said in initials.get(place, ()))
    return tuple(dict.fromkeys(found))


def age_of(report: Report) -> int | None:
    """At what age the public document can be read; None while there is too little of it."""
    public = (report.blocks[place] for place in public_places(report.blocks))
    return readability(text for block in public for text in _prose(block)).age


def _age(report: Report, wanted: int) -> Iterator[Found]:
    age = age_of(report)
    if age is not None and age > wanted:
        yield Found(
            f"It can be read at the age of {age}; {wanted} is what you set. Shorten sentences, and use shorter words.",
            where="whole report",
        )


def _of_block(block: Block) -> Iterator[str]:
    for text in _prose(block):
        yield from _long(text)
    for text in _texts(block):
        yield from wordings(text)


def _long(text: str) -> Iterator[str]:
    """What stands between semicolons is read by itself."""
    for sentence in sentences(text):
        length = max(len(words(clause)) for clause in sentence.split(";"))
        if length > MOST_WORDS:
            yield (
                f"A sentence has {length} words, and {MOST_WORDS} are easily followed: “{shortened(sentence, 80)}” "
                "Make two of it, or a list."
            )


def _prose(block: Block) -> tuple[str, ...]:
    """What is written in sentences."""
    match block:
        case Paragraph(text=text):
            return (text,)
        case Bullets(items=items) | Recommendations(items=items):
            return items
    return ()


def _texts(block: Block) -> tuple[str, ...]:
    """Sentences, headings and captions."""
    match block:
        case Heading(text=text):
            return (text,)
        case TableBlock(table=table, caption=caption):
            return (caption or table.title, *table.notes)
        case ChartBlock(caption=caption):
            return (caption,)
    return _prose(block)


def _initials(report: Report, known: Iterable[str]) -> dict[int, list[str]]:
    """By the places of their blocks: each document explains its own, in the order in which it is read."""
    found: dict[int, list[str]] = {}
    allowed = tuple(known)
    for places in (public_places(report.blocks), exempt_places(report.blocks)):
        passages = [(place, text) for place in places for text in _texts(report.blocks[place])]
        for one in unexplained([text for _, text in passages], known=allowed):
            later = " It is explained further on: do it here." if one.explained_later else ""
            said = (
                f"“{one.initials}” is not explained. Write it in full with the initials in brackets.{later}"
            )
            found.setdefault(passages[one.place][0], []).append(said)
    return found
