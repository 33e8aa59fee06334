"""Words that come often in what people wrote: names for themes and codes. Nothing is decided by them. Pure."""

import re
from collections import Counter
from collections.abc import Iterable

_COMMON_WORDS = (
    "about after again also always another anything because been before being best better both bring could",
    "different differently does doing done down each else even event events ever every everyone everything feel",
    "felt find first forum from gave generally give given going good great have having helpful here into itself",
    "just keep know least less like little look lots made make making many maybe more most much must need needs",
    "never nice nothing only other others over people perhaps please quite rather really same session should",
    "since some someone something sometimes such sure take team than thank thanks that their them then there",
    "these they thing things think this those though through time today together very want well went were what",
    "when where which while will with within without would year your useful using used meeting",
)
_COMMON = frozenset(" ".join(_COMMON_WORDS).split())
_LEAST_LETTERS, _LEAST_TEXTS = 4, 2


def subject_words(text: str, *, also_common: Iterable[str] = ()) -> dict[str, str]:
    """The words of a text that say what it is about, by their singular; what is in most texts anyway is left out."""
    words = {word for word in re.findall(r"[^\W\d_]+", text.casefold()) if len(word) >= _LEAST_LETTERS}
    stems: dict[str, str] = {}
    for word in sorted(words - _COMMON - set(also_common)):
        stems.setdefault(singular(word), word)
    return stems


def frequent_words(
    texts: Iterable[str], *, most: int = 12, also_common: Iterable[str] = ()
) -> list[tuple[str, int]]:
    """Words that stand in two texts or more, with in how many, each in its commonest form."""
    counts: Counter[str] = Counter()
    forms: dict[str, Counter[str]] = {}
    beside = frozenset(also_common)
    for text in texts:
        for stem, word in subject_words(text, also_common=beside).items():
            counts[stem] += 1
            forms.setdefault(stem, Counter())[word] += 1
    ranked = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    often = [(stem, number) for stem, number in ranked if number >= _LEAST_TEXTS]
    return [(forms[stem].most_common(1)[0][0], number) for stem, number in often[:most]]


def singular(word: str) -> str:
    """Near enough to count “break” and “breaks” together."""
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word
