"""Sentences of a passage and the words in them that say what it is about."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from resources.report.document_text import Passage
from resources.report.exempt_names import PLACE_WORDS, TROUBLE_WORDS
from resources.report.gate.numbers import NumberKind, Spoken, SpokenDate, dates_in, numbers_in
from resources.report.letters import clean, words
from resources.report.ordinary_words import ORDINARY_WORDS

STATUS_WORDS = TROUBLE_WORDS | {"breach", "breached"}
"""Words by which two sentences are about the same contract in trouble; “notice” is not one: it is said of anything."""
_END = re.compile(r"(?<=[.!?])[”\"')\]]*\s+(?=[^\Wa-z_]|[“\"(£])")
_LITTLE = frozenset({
    "a", "an", "the", "of", "and", "or", "in", "on", "at", "to", "for", "by", "with", "from", "as", "is",
    "are", "was", "were", "be", "been", "has", "have", "had", "its", "it", "their", "they", "this", "that",
    "these", "those", "not", "no", "but", "who", "whom", "which", "than", "then", "so", "we", "our", "you",
    "he", "she", "his", "her", "there",
})  # fmt: skip
_UNITS = frozenset({
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december", "pounds", "pound",
})  # fmt: skip

_SHARED = 2  # words by which two sentences are taken to be about the same


@dataclass(frozen=True)
class Sentence:
    """A sentence, and the passage it stands in."""

    text: str
    passage: Passage

    @cached_property
    def numbers(self) -> list[Spoken]:
        """The numbers in it."""
        return numbers_in(self.text)

    @cached_property
    def dates(self) -> list[SpokenDate]:
        """The days in it."""
        return dates_in(self.text)

    @cached_property
    def folded(self) -> list[str]:
        """Its words, folded."""
        return [word.folded for word in words(self.text)]

    @cached_property
    def telling(self) -> frozenset[str]:
        """Those that say what it is about: rare ones, and those of a contract in trouble."""
        return frozenset(
            singular(word)
            for word in self.folded
            if word in STATUS_WORDS
            or (len(word) > 3 and word.isalpha() and not {word, singular(word)} & _ANYBODYS)
        )

    @cached_property
    def with_digits(self) -> list[str]:
        """Its words, folded, with 3 for three."""
        text = self.text
        for number in reversed(self.numbers):
            if number.kind is NumberKind.COUNT:
                text = f"{text[: number.start]}{int(number.value)}{text[number.end :]}"
        return self.folded if text is self.text else [word.folded for word in words(text)]

    @cached_property
    def saying(self) -> frozenset[str]:
        """All its words but those that hold it together."""
        found = {singular(word) for word in self.folded if len(word) > 3 and word.isalpha()}
        return frozenset(found - _LITTLE - _UNITS)

    def is_about(self, other: "Sentence", *, but: frozenset[str] = frozenset()) -> bool:
        """Whether both are about the same: they share a rare word, or two that are not so rare."""
        rare, common = (self.telling & other.telling) - but, (self.saying & other.saying) - but
        return bool(rare) or len(common) >= _SHARED

    def after(self, end: int, most: int) -> list[str]:
        """The first words after a place in it, in the singular, without little ones, as far as the clause goes."""
        clause = re.split(r"[.;:!?()]", self.text[end:], maxsplit=1)[0]
        found = (singular(word.folded) for word in words(clause))
        return [word for word in found if word.isalpha() and word not in _LITTLE][:most]


_ANYBODYS = ORDINARY_WORDS | PLACE_WORDS | _LITTLE | _UNITS


def sentences(passages: Iterable[Passage]) -> Iterator[Sentence]:
    """Every sentence of every passage."""
    for passage in passages:
        for line in passage.text.splitlines():
            for text in _END.split(clean(line)):
                if text:
                    yield Sentence(text, passage)


def singular(word: str) -> str:
    """A word without the s of a plural: agency of agencies, home of homes."""
    if len(word) > 4 and word.endswith("ies"):
        return f"{word[:-3]}y"
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def is_little(word: str) -> bool:
    """Whether it holds a sentence together and says nothing by itself."""
    return word in _LITTLE
