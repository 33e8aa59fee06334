"""Which options a cell names, though they are joined by marks that options hold themselves. Pure."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from resources.files.cells import clean_text
from resources.words import plain
from workforce.survey.plain_words import words_key

_HARD, _SOFT = re.compile(r"([;\n|]|\r\n?)"), re.compile(r"([;\n|,]|\r\n?)")
_SPECIFY = r"(?: ?\(?(?:please )?(?:specify|state|say|give details|describe|explain)\b[^:;\n)]{0,40}\)?)?"
_OTHER = re.compile(rf"others?\b{_SPECIFY}\s*(?::|-|–|\()\s*(.+?)\s*\)?", re.I | re.S)
_OTHER_ALONE = re.compile(rf"others?{_SPECIFY}:?", re.I)


@dataclass(frozen=True)
class Vocabulary:
    """The words that can be told apart in a column, each with what it stands for.

    Those that recur in the column or were decided once are words too, and part what stands beside them.
    """

    words: Mapping[str, str]
    """What is written, and the key of what it stands for."""

    @cached_property
    def by_key(self) -> dict[str, str]:
        """By the words as they stand."""
        return {words_key(words): key for words, key in reversed(list(self.words.items()))}

    @cached_property
    def by_plain(self) -> dict[str, str]:
        """By letters and digits alone, where these are one option's."""
        found: dict[str, set[str]] = {}
        for words, key in self.words.items():
            found.setdefault(plain(words), set()).add(key)
        return {words: next(iter(keys)) for words, keys in found.items() if words and len(keys) == 1}

    @cached_property
    def exact(self) -> tuple[tuple[str, str], ...]:
        """As they are written but for capitals and spaces, with what each stands for; the longest first."""
        found: dict[str, str] = {}
        for words, key in self.words.items():
            if spaced(words):
                found.setdefault(spaced(words), key)
        return tuple(sorted(found.items(), key=lambda pair: -len(pair[0])))

    @cached_property
    def _marked(self) -> re.Pattern[str] | None:
        """The options that hold a mark which else joins options."""
        some = [re.escape(words) for words, _ in self.exact if _HARD.search(words)]
        return re.compile("|".join(some)) if some else None

    def without_marked(self, text: str) -> str:
        """A text without the options that hold semicolons, lines or bars themselves."""
        return self._marked.sub("", spaced(text)) if self._marked is not None else text

    @cached_property
    def widest(self) -> int:
        """Of how many pieces the option with the most marks in it is."""
        return max((len(_SOFT.split(words)) // 2 + 1 for words in self.words), default=1)

    def find(self, text: str) -> str | None:
        """What a text stands for, whatever its capitals, spaces and quotation marks."""
        return self.by_key.get(words_key(text)) or self.by_plain.get(plain(text))


def spaced(text: str) -> str:
    """Without capitals, and with one space where there are several; lines stay."""
    return re.sub(r" ?\n ?", "\n", re.sub(r"[^\S\n]+", " ", re.sub(r"\r\n?", "\n", text))).strip().casefold()


def vocabulary(options: Iterable[tuple[str, str]]) -> Vocabulary:
    """Of pairs of words and keys; the first of two that are the same counts."""
    words: dict[str, str] = {}
    for text, key in options:
        words.setdefault(text, key)
    return Vocabulary(words)


@dataclass(frozen=True)
class Told:
    """What a cell names: keys in order, and the words that are no option's; `other` is what “Other:” said."""

    keys: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    other: tuple[str, ...] = ()
    other_alone: bool = False


def told_in(text: str, known: Vocabulary, extra: Vocabulary | None = None, *, several: bool) -> Told:
    """The options that a cell names; of one that holds marks, the longest that fits.

    A cell of options alone, joined by one and the same mark, is read as that, whatever marks they hold. Else where
    something is joined by semicolons, lines or bars, commas part nothing; else they part what is an option from what
    is none, and words of no option stay together.
    """
    exact = _selection(text, known) if several else None
    if exact is not None:
        return Told(keys=exact)
    whole = known.find(text)
    if whole is not None:
        return Told(keys=(whole,))
    if not several:
        return _one_of(text)
    hard = _HARD.search(known.without_marked(text).strip().strip(";|\n")) is not None
    pieces = (_HARD if hard else _SOFT).split(text)
    return _gathered(pieces, known, extra or Vocabulary({}), hard=hard)


_JOINERS = (";", ",", "\n", "|")
_WAYS = 8


def _selection(text: str, known: Vocabulary) -> tuple[str, ...] | None:
    """The options of which a text is made whole, joined by one mark; of several ways that with the fewest options."""
    told = spaced(text)
    ways = [way for mark in _JOINERS for way in _joined(told, mark, known)]
    if not ways:
        return None
    likeliest = min(ways, key=_unlikeliness)
    return tuple(dict.fromkeys(likeliest))


def _unlikeliness(way: tuple[str, ...]) -> tuple[int, int]:
    """Nobody chooses an option twice; else the fewest options."""
    return len(way) - len(set(way)), len(way)


def _joined(told: str, mark: str, known: Vocabulary) -> list[tuple[str, ...]]:
    """The likeliest ways in which options make up a text, found from its end."""
    joiner = re.compile(rf" ?{re.escape(mark)} ?")
    ways: dict[int, list[tuple[str, ...]]] = {len(told): [()]}
    starts = [0, *(match.end() for match in joiner.finditer(told))]
    for at in reversed([one for one in starts if one < len(told)]):
        found = []
        for words, key in known.exact:
            if not told.startswith(words, at):
                continue
            end = at + len(words)
            after = joiner.match(told, end)
            if after or end == len(told):
                found += [(key, *rest) for rest in ways.get(after.end() if after else end, [])]
        if found:
            ways[at] = sorted(found, key=_unlikeliness)[:_WAYS]
    return ways.get(0, []) if told else []


def _one_of(text: str) -> Told:
    said = clean_text(text)
    match = _OTHER.fullmatch(said)
    if match:
        return Told(other=(match[1],))
    if _OTHER_ALONE.fullmatch(said):
        return Told(other_alone=True)
    return Told(unknown=(said,)) if said else Told()


def _gathered(pieces: Sequence[str], known: Vocabulary, extra: Vocabulary, *, hard: bool) -> Told:
    keys: dict[str, None] = {}
    unknown: list[str] = []
    loose: list[str] = []
    at = 0
    while at < len(pieces):
        found, step = _longest(pieces, at, known)
        if found is None:
            stands, wide = _longest(pieces, at, extra)
            if stands is not None:
                _close(loose, unknown)
                unknown.append(clean_text("".join(pieces[at : at + wide])))
                at += wide + 1
                continue
        if found is not None:
            _close(loose, unknown)
            keys[found] = None
            at += step + 1
            continue
        loose += pieces[at : at + 2]
        at += 2
        if hard:
            _close(loose, unknown)
    _close(loose, unknown)
    return _with_other(keys, unknown)


def _longest(pieces: Sequence[str], at: int, known: Vocabulary) -> tuple[str | None, int]:
    """What the longest run of pieces from here stands for, and how many items of the list it takes."""
    if not known.words:
        return None, 1
    most = min(2 * known.widest - 1, len(pieces) - at)
    for width in range(most if most % 2 else most - 1, 0, -2):
        text = "".join(pieces[at : at + width])
        key = known.find(text) if text.strip() else None
        if key is not None:
            return key, width
    return None, 1


def _close(loose: list[str], unknown: list[str]) -> None:
    """The words gathered so far are one text, without the mark that ended it."""
    text = clean_text("".join(loose)).strip(" ;|,")
    loose.clear()
    if plain(text):
        unknown.append(text)


def _with_other(keys: Mapping[str, None], unknown: Sequence[str]) -> Told:
    left: list[str] = []
    other: list[str] = []
    alone = False
    for one in unknown:
        match = _OTHER.fullmatch(one)
        if match:
            other.append(match[1])
        elif _OTHER_ALONE.fullmatch(one):
            alone = True
        else:
            left.append(one)
    return Told(tuple(keys), tuple(left), tuple(other), alone)
