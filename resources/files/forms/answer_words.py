"""The words with which people answer a form: yes and no, the steps of a scale, and what is no answer. Pure.

“Don’t know”, “not applicable” and nothing at all are three things, and none of them is an answer.
"""

from collections.abc import Sequence
from enum import Enum

from resources.words import plain


class Unanswered(Enum):
    """What is no answer."""

    NOTHING = "nothing"
    DONT_KNOW = "don’t know"
    NOT_APPLICABLE = "not applicable"


_NOTHING = frozenset(
    {"no answer", "no response", "prefer not to say", "rather not say", "skipped", "not answered"}
)
_DONT_KNOW = frozenset(
    {
        "don t know",
        "dont know",
        "do not know",
        "dk",
        "not sure",
        "unsure",
        "i don t know",
        "i m not sure",
        "no opinion",
    }
)
_NOT_APPLICABLE = frozenset(
    {"n a", "na", "not applicable", "does not apply", "doesn t apply", "not relevant"}
)
_YES = frozenset({"yes", "y", "true", "1", "yes definitely", "definitely", "yes probably", "yes i would"})
_NO = frozenset(
    {"no", "n", "false", "0", "no definitely not", "definitely not", "no i would not", "probably not"}
)
_FAMILIES: tuple[tuple[tuple[str, ...], ...], ...] = (
    (
        ("strongly disagree",), ("disagree", "tend to disagree"),
        ("neither agree nor disagree", "neither agree or disagree", "neutral", "neither"),
        ("agree", "tend to agree"), ("strongly agree",),
    ),
    (
        ("very dissatisfied",), ("dissatisfied", "fairly dissatisfied", "somewhat dissatisfied"),
        ("neither satisfied nor dissatisfied",), ("satisfied", "fairly satisfied", "somewhat satisfied"),
        ("very satisfied", "extremely satisfied"),
    ),
    (("very poor",), ("poor",), ("fair", "average", "ok", "okay"), ("good",), ("very good", "excellent")),
    (
        ("not at all useful", "not useful at all"), ("not very useful", "not so useful"),
        ("somewhat useful", "moderately useful", "quite useful"), ("useful",), ("very useful", "extremely useful"),
    ),
)  # fmt: skip
"""Scales that forms offer, in their five steps."""


def unanswered_by(text: str) -> Unanswered | None:
    """How a cell does not answer its question; None where it may answer it."""
    key = plain(text)
    if not text or key in _NOTHING:
        return Unanswered.NOTHING
    if key in _DONT_KNOW:
        return Unanswered.DONT_KNOW
    return Unanswered.NOT_APPLICABLE if key in _NOT_APPLICABLE else None


def yes_or_no(text: str) -> bool | None:
    """Whether words say yes; None where they say neither yes nor no."""
    key = plain(text)
    return True if key in _YES else False if key in _NO else None


def step_of(words: str, options: Sequence[str] = ()) -> int | None:
    """The step from 1 to 5 that words stand for: of the question's own `options`, or of a scale that forms offer."""
    key = plain(words)
    for place, option in enumerate(options, 1):
        if key == plain(option):
            return place
    for family in _FAMILIES:
        for place, names in enumerate(family, 1):
            if key in names:
                return place
    return None


def scale_that_fits(words: Sequence[str]) -> tuple[str, ...] | None:
    """The five words of the one scale that forms offer and that has all of these; None where there is no such scale."""
    keys = {plain(one) for one in words}
    for family in _FAMILIES:
        if keys and all(any(key in names for names in family) for key in keys):
            return tuple(names[0].capitalize() for names in family)
    return None
