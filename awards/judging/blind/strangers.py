"""Full names of people whom no record holds: they may be residents. Pure.

Two words with a capital in a row that are no ordinary words, or a title and one, are taken for a name. Months, papers,
firms and whatever else is written with capitals are not; before a word of a building or a street it is a place.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from awards.judging.blind.everyday_names import (
    FIRST_NAMES,
    MONTHS,
    NAME_WORDS,
    NO_NAMES,
    ORGANISATION_ENDS,
    WORDS_TOO,
)
from awards.judging.blind.names import Stand
from engagement.register.person_names import TITLES
from resources.report.letters import Word, words

_GAP = re.compile(r"(?: ?[-\u2010\u2011] ?| |\n)$")
_AFTER_INITIAL = re.compile(r"\.? ?$")
_SENTENCE_BEGINS = re.compile(r"(?:^|[.!?:;]['\")\]]*\s|[-–—•*]\s|\n)\s*['\"(\[]*$")
_PARTICLES = frozenset(
    {"van", "von", "der", "den", "de", "del", "della", "da", "dos", "di", "la", "le", "el", "al", "bin"}
)
_PLACES_LIST = """
    house lodge court manor grange villa cottage cottages road street lane avenue close drive crescent home
    hall view gardens grove terrace school church village
"""
_PLACES = frozenset(_PLACES_LIST.split())
_TITLES = frozenset({
    *TITLES, "prof", "professor", "doctor", "rev", "cllr", "councillor", "auntie", "aunty", "uncle", "nurse", "sir",
    "dame", "lady", "lord",
})  # fmt: skip
_LONGEST = 4
_OF_TIME = re.compile(
    r"\b(?:in|since|last|this|until|till|by|from|of|every|next|during|and|to)\s+$", re.IGNORECASE
)


@dataclass(frozen=True)
class Stranger:
    """Where what may be somebody’s name stands; `word` is it folded."""

    start: int
    end: int
    word: str
    stand: Stand
    why: str


def strangers(
    source: str, taken: Collection[tuple[int, int]], known: Collection[str] = ()
) -> Iterator[Stranger]:
    """Those of a text in plain letters, apart from the places `taken` already and phrases `known` to be no names."""
    if source == source.upper():
        return
    free = _masked(source, taken, known)
    run: list[Word] = []
    before: Word | None = None
    for word in (*words(free), None):
        joined = word is not None and bool(run) and _follows(free, run[-1], word)
        part = word is not None and _is_part(free, word, bool(run) and joined)
        if run and not (joined and part and len(run) < _LONGEST):
            yield from _told(free, run, before, word if joined else None)
            before, run = run[-1], []
        if word is None:
            break
        if part and (run or free[word.start].isupper()):
            if not run and word.folded in WORDS_TOO and _begins(free, word) and word.folded not in NAME_WORDS:
                before = word
                continue
            run.append(word)
        else:
            before = word


def _masked(source: str, taken: Collection[tuple[int, int]], known: Collection[str]) -> str:
    """The text with `taken` names struck out by underlines, phrases and names without a capital by other signs."""
    spans = [(begin, end, "_" if source[begin].isupper() else "~") for begin, end in taken]
    for phrase in known:
        pattern = r"\s+".join(map(re.escape, phrase.split()))
        spans += (
            [(*match.span(), "~") for match in re.finditer(pattern, source, re.IGNORECASE)] if pattern else []
        )
    for begin, end, sign in spans:
        source = source[:begin] + sign * (end - begin) + source[end:]
    return source


def _begins(text: str, word: Word) -> bool:
    return _SENTENCE_BEGINS.search(text[max(0, word.start - 16) : word.start]) is not None


def _follows(text: str, before: Word, word: Word) -> bool:
    between = text[before.end : word.start]
    one_letter = len(before.folded) == 1 and _AFTER_INITIAL.fullmatch(between) is not None
    return one_letter or _GAP.fullmatch(between) is not None


def _is_part(text: str, word: Word, within: bool) -> bool:
    written, plain = text[word.start : word.end], word.owner
    if not written[0].isupper():
        return within and plain in _PARTICLES
    if any(letter.isdigit() for letter in written) or plain in NO_NAMES or word.folded in NO_NAMES:
        return False
    if len(written) == 1:
        return within
    if plain in MONTHS and _OF_TIME.search(text[max(0, word.start - 8) : word.start]):
        return False
    if written.isupper() and len(plain) < 4:
        return False
    return plain in NAME_WORDS or plain not in WORDS_TOO


def _told(text: str, run: list[Word], before: Word | None, after: Word | None) -> Iterator[Stranger]:
    """The run as a stranger where it is one; `after` is the word that follows without a stop."""
    while run and run[-1].owner in _PARTICLES:
        run = run[:-1]
    if not run:
        return
    title = before is not None and _is_title(text, before, run[0])
    if after is not None and text[after.start].isupper():
        if after.folded in ORGANISATION_ENDS:
            return
        if after.folded in _PLACES and any(one.owner not in WORDS_TOO for one in run):
            yield _stranger(text, [*run, after], Stand.PLACE)
            return
    several = len([one for one in run if len(one.owner) > 1]) > 1 or _with_initial(run)
    if not several and not title and not _before_hidden(text, run[-1]):
        return
    yield _stranger(text, run, Stand.PERSON)


def _is_title(text: str, title: Word, word: Word) -> bool:
    between = text[title.end : word.start]
    return (
        title.folded in _TITLES
        and text[title.start].isupper()
        and re.fullmatch(r"\.?\s", between) is not None
    )


def _before_hidden(text: str, word: Word) -> bool:
    """Whether a hidden name follows: one surname is of several people, and the first name would tell."""
    if text[word.end : word.end + 2] != " _" or word.owner != word.folded or word.folded in _TITLES:
        return False
    return word.folded in FIRST_NAMES or not _begins(text, word)


def _with_initial(run: list[Word]) -> bool:
    return len(run) > 1 and len(run[-1].owner) == 1 and run[0].owner not in WORDS_TOO


def _stranger(text: str, run: list[Word], stand: Stand) -> Stranger:
    last = run[-1]
    end = (
        last.end - 2
        if last.owner != last.folded and text[last.end - 2 : last.end] in ("'s", "'S")
        else last.end
    )
    word = " ".join((*(one.folded for one in run[:-1]), last.owner))
    why = (
        "a place, it may be, that no record holds"
        if stand is Stand.PLACE
        else "somebody, it may be, of no record"
    )
    return Stranger(run[0].start, end, word, stand, why)
