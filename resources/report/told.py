"""Sentences that survive questions: each knows what it is called and which figures stand in it.

The name of a sentence stays the same from one report to the next, so that an edit is kept, two reports can be compared,
and a figure can be opened to the rows behind it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from string import Formatter

from resources.tables import Table

Rows = Callable[[], Table]
"""Reads the rows behind a figure when somebody asks for them."""


@dataclass(frozen=True)
class Figure:
    """A figure as a sentence prints it.

    `name` is its own within the sentence, `words` how it is printed ("12 events", "7%"), `value` what it is before it
    was rounded. `base` is what a share is of. `rows` names the table behind it (see `Section.rows`); "" where the
    figure has none of its own.
    """

    name: str
    words: str
    value: float | None = None
    base: int | None = None
    rows: str = ""


@dataclass(frozen=True)
class Shown:
    """A figure before it has a name: what `tell` is given."""

    words: str
    value: float | None = None
    base: int | None = None
    rows: str = ""


@dataclass(frozen=True)
class Told:
    """A sentence or paragraph with its name and its figures, in the order in which they stand in it."""

    key: str
    text: str
    figures: tuple[Figure, ...] = ()


def tell(key: str, words: str, **shown: Shown | str) -> Told:
    """Put figures and plain words in the places of `words`: `tell("held", "{events} were held.", events=Shown(…))`.

    Names that somebody typed are given, never written into `words`: a brace in one would be a place. Raises KeyError
    for a place that nothing is given for.
    """
    text: list[str] = []
    figures: list[Figure] = []
    for before, name, _, _ in Formatter().parse(words):
        text.append(before)
        if name is None:
            continue
        given = shown[name]
        if isinstance(given, Shown):
            figures.append(Figure(name, given.words, given.value, given.base, given.rows))
            text.append(given.words)
        else:
            text.append(given)
    return Told(key, "".join(text), tuple(figures))


def joined(key: str, parts: "list[Told] | tuple[Told, ...]") -> Told:
    """Several sentences as one paragraph; figures keep their sentence's name before their own."""
    figures = tuple(
        Figure(f"{part.key}.{one.name}", one.words, one.value, one.base, one.rows)
        for part in parts
        for one in part.figures
    )
    return Told(key, " ".join(part.text for part in parts if part.text), figures)
