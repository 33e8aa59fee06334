"""People told by a surname that is theirs: “Mrs Example”, “A. Example”, “Ada B. Example”, “Ada and Bo Example”."""

import re
from collections.abc import Iterable, Iterator

from resources.report.document_text import Passage
from resources.report.exempt_names import words_of
from resources.report.gate.known import Known, Looked, PersonName, leak
from resources.report.leak_gate import Leak
from resources.report.letters import Word, clean, words
from resources.report.ordinary_words import CHANCE_WORDS

_TITLES = frozenset({
    "mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "doctor", "rev", "revd", "reverend", "sir", "dame",
    "sister", "messrs",
})  # fmt: skip
_BETWEEN = "with other names between"
_FARTHEST = 6  # words before a surname among which a given name is looked for
_NEXT = re.compile(r"\.?\s*$")
_GOES_ON = re.compile(r"[\s,&–-]*$")
_INITIALS = re.compile(r"[A-Z]{1,3}")
_WORDS_THEMSELVES = frozenset("AI")


def people_in_short(looked: Looked, known: Known) -> Iterator[Leak]:
    """Those whose surname nobody else bears, and those told by their given name too."""
    yield from in_short(looked.read_once, known.persons)
    for one in in_short(looked.read_once, known.perhaps):
        if _is_whole(one):
            yield one


def perhaps_in_short(looked: Looked, known: Known) -> Iterator[Leak]:
    """Those whose surname others bear too, so that somebody else may be meant."""
    return (one for one in in_short(looked.read_once, known.perhaps) if not _is_whole(one))


def _is_whole(one: Leak) -> bool:
    """Whether the given name stands there too, and the name is not of everyday words only."""
    return one.found_as == _BETWEEN and not CHANCE_WORDS.issuperset(words_of(one.term.text))


def in_short(passages: Iterable[Passage], persons: Iterable[PersonName]) -> Iterator[Leak]:
    """Each of them once in each passage."""
    by_end: dict[str, list[tuple[PersonName, list[str]]]] = {}
    for person in persons:
        for ending in dict.fromkeys((" ".join(person.last), *person.last[-1:])):
            surname = _folded(ending)
            if surname and person.first:
                by_end.setdefault(surname[-1], []).append((person, surname))
    for passage in passages if by_end else ():
        told = set()
        text = clean(passage.text)
        found = list(words(text))
        for at, word in enumerate(found):
            for person, surname in _ending(by_end, word):
                how = _how(text, found, at, person, surname)
                if how and person not in told:
                    told.add(person)
                    yield leak(person.text, person.what, how, passage, _around(text, word))


def _ending(
    by_end: dict[str, list[tuple[PersonName, list[str]]]], word: Word
) -> Iterator[tuple[PersonName, list[str]]]:
    for letters in dict.fromkeys((word.folded, word.owner)):
        yield from by_end.get(letters, ())


def _folded(text: str) -> list[str]:
    return [word.folded for word in words(clean(text))]


def _how(text: str, found: list[Word], at: int, person: PersonName, surname: list[str]) -> str:
    """How the word with which a surname ends tells whom it means; "" where it does not."""
    begin = at - len(surname) + 1
    before = [word.folded for word in found[max(begin, 0) : at]]
    if begin < 0 or before != surname[:-1] or not text[found[at].start].isupper():
        return ""
    initial = person.first[0][0].upper()
    if begin and found[begin - 1].folded in _TITLES and _gap(_NEXT, text, found, begin - 1):
        return "with a title"
    if _initial_before(text, found, begin) == initial or _initial_after(text, found, at, initial):
        return "by initials"
    return _BETWEEN if _given_before(text, found, begin, person) else ""


def _gap(pattern: re.Pattern[str], text: str, found: list[Word], at: int) -> bool:
    """Whether what stands between a word and the next is nothing that parts a name."""
    return pattern.match(text, found[at].end, found[at + 1].start) is not None


def _initial_before(text: str, found: list[Word], begin: int) -> str:
    """The first of the initials before a surname; 'A' and 'I' have a full stop, or they are words."""
    first = ""
    while begin:
        word = found[begin - 1]
        written = text[word.start : word.end]
        if not _INITIALS.fullmatch(written) or not _gap(_NEXT, text, found, begin - 1):
            break
        if written in _WORDS_THEMSELVES and text[word.end] != ".":
            break
        first, begin = written[0], begin - 1
    return first


def _initial_after(text: str, found: list[Word], at: int, initial: str) -> bool:
    if at + 1 >= len(found) or not re.fullmatch(r",?\s+", text[found[at].end : found[at + 1].start]):
        return False
    word = found[at + 1]
    ends = text[word.end : word.end + 1]
    return text[word.start : word.end] == initial and (initial not in _WORDS_THEMSELVES or ends == ".")


def _given_before(text: str, found: list[Word], begin: int, person: PersonName) -> bool:
    """Whether the given name stands before it with other names or initials between."""
    given = _folded(person.first[0])[:1]
    for at in range(begin - 1, max(begin - 1 - _FARTHEST, -1), -1):
        word = found[at]
        one = word.end - word.start == 1
        if not _gap(_NEXT if one else _GOES_ON, text, found, at):
            return False
        if [word.folded] == given and at < begin - 1:
            return text[word.start].isupper()
        if word.folded != "and" and not text[word.start].isupper():
            return False
    return False


def _around(text: str, word: Word) -> str:
    begin = text.rfind(" ", 0, max(word.start - 60, 0)) + 1
    return text[begin : word.end + 60]
