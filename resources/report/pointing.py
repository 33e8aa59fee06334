"""Figures pointed out in a sentence that is written already, so that it is said in one place and still knows them."""

import re
from collections.abc import Iterable

from resources.report.told import Figure, Shown, Told


def pointed(key: str, text: str, **shown: Shown) -> Told:
    """The sentence with those of its figures that stand in it, in the order in which they do.

    A figure stands where its words do as a whole: "2" does not stand in "12" or "2%". Of two with the same words each
    has a place of its own, in the order in which they are given.
    """
    taken: list[range] = []
    found: list[tuple[int, Figure]] = []
    for name, one in shown.items():
        at = _place(text, one.words, taken)
        if at is not None:
            taken.append(at)
            found.append((at.start, Figure(name, one.words, one.value, one.base, one.rows)))
    return Told(key, text, tuple(figure for _, figure in sorted(found, key=lambda each: each[0])))


def standing_in(text: str, figures: Iterable[Figure]) -> tuple[Figure, ...]:
    """Those of its figures that a text still tells, as when somebody put it in other words."""
    return tuple(one for one in figures if _place(text, one.words, []) is not None)


def whole(words: str) -> re.Pattern[str]:
    """Finds the words of a figure where they stand as a whole; nowhere where it has none."""
    return re.compile(rf"(?<![\w£.,/-]){re.escape(words)}(?![\w%]|[.,/]\d)" if words else r"(?!)")


def _place(text: str, words: str, taken: list[range]) -> range | None:
    for match in whole(words).finditer(text):
        at = range(*match.span())
        if all(at.stop <= one.start or one.stop <= at.start for one in taken):
            return at
    return None
