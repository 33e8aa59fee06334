"""At what age a text can be read. Pure.

The Flesch–Kincaid grade (Kincaid, Fishburne, Rogers and Chissom, 1975) is 0.39 × words a sentence + 11.8 × syllables
a word − 15.59, a school year of the United States; five years more are the age. Syllables are counted by rule, so that
the figure is near, not exact, and a text of few words has none.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from resources.report.lint.sentences import sentences, words

LEAST_WORDS = 100
"""Fewer tell nothing."""
_GROUPS = re.compile(r"[aeiouy]+")
_TWO_SOUNDS = re.compile(r"(?<![tcsgx])i[ao]|(?<=[aeiou][rd])ea$|eo(?!u)|[aeiou]ing$|(?<![qg])ua|uou")
_ENDS_SILENT = re.compile(r"(?<![aeiouyl])e$|(?<=[aeiouy]l)e$|(?<![dt])ed$|(?<![cgsxz])(?<!sh)(?<!ch)es$")


@dataclass(frozen=True)
class Readability:
    """What a text was found to be: its words, sentences and syllables, counted."""

    words: int
    sentences: int
    syllables: int

    @property
    def grade(self) -> float | None:
        """The Flesch–Kincaid grade; None of a text too short to tell."""
        if self.words < LEAST_WORDS:
            return None
        return 0.39 * self.words / self.sentences + 11.8 * self.syllables / self.words - 15.59

    @property
    def age(self) -> int | None:
        """The age in whole years, rounded to the nearest."""
        return None if self.grade is None else max(round(self.grade + 5), 5)


def readability(texts: Iterable[str]) -> Readability:
    """Of several passages together; a figure counts as one syllable."""
    said = [sentence for text in texts for sentence in sentences(text)]
    spoken = [word for sentence in said for word in words(sentence)]
    return Readability(len(spoken), len(said), sum(syllables(word) for word in spoken))


@lru_cache(maxsize=20_000)
def syllables(word: str) -> int:
    """How many syllables an English word has, by rule: at least one."""
    parts = re.split(r"[’'\-/.&]", word.casefold())
    return max(sum(_of_part(part) for part in parts if part), 1)


def _of_part(part: str) -> int:
    if not part.isalpha():
        return 1
    if part == "s":  # of a possessive
        return 0
    spoken = _ENDS_SILENT.sub("", part) if len(part) > 3 else part
    return max(len(_GROUPS.findall(spoken)) + len(_TWO_SOUNDS.findall(spoken)), 1)
