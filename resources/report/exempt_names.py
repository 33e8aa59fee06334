"""A name that may not be published, the ways of writing it that still tell whom it means, and why a word does not."""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum

from resources.report.letters import clean, words
from resources.report.ordinary_words import NAMING_WORDS, ORDINARY_WORDS

COMPANY_WORDS = frozenset({"ltd", "limited", "plc", "llp", "cic", "cio"})
GENERIC_WORDS = COMPANY_WORDS | {
    "care", "home", "homes", "house", "nursing", "residential", "service", "services", "group", "agency",
    "centre", "support", "living", "uk", "the", "of", "and", "at", "in", "for", "with",
}  # fmt: skip
"""Words that end many names; a name without them is still that name only if enough of it is left."""
PLACE_WORDS = frozenset({
    "ashfield", "bassetlaw", "broxtowe", "gedling", "mansfield", "newark", "sherwood", "rushcliffe",
    "nottingham", "nottinghamshire", "derby", "derbyshire", "leicester", "leicestershire", "lincoln",
    "lincolnshire", "northampton", "northamptonshire", "rutland", "east", "midlands", "england", "english",
    "national", "county",
})  # fmt: skip
"""Places alone do not tell a provider apart: 'Mansfield homes' is anybody's."""
TROUBLE_WORDS = frozenset({
    "suspended", "suspension", "suspensions", "suspend", "suspends", "suspending", "unsuspended", "terminated",
    "termination", "terminations", "terminate", "terminates", "terminating", "embargo", "embargoed",
})  # fmt: skip
"""Words of a contract that is in trouble."""
SHARED_BY = 2  # public services that may bear a word which still tells whom it means
SHORTEST = 3  # letters of a word that can tell

_TAIL = re.compile(r"\s+[-\u2010-\u2015]\s+|[,(\[;:]")


@dataclass(frozen=True)
class Spelling:
    """Another way of writing a name: 'Example, Ada'; `capitals` when it counts only in capitals ('A Example')."""

    text: str
    capitals: bool = False


@dataclass(frozen=True)
class ExemptTerm:
    """Words that may not be published, and what the exempt fact is ('contract suspended').

    `telling` are the words of it that tell by themselves whom it means ('quillmere'). It is None of a person, whose
    name counts in a longer one too, though that be public ('Ada Example Homes'). `spellings` are other ways of writing
    it. With `capitals` it counts only in capitals, undivided. `is_person`: a name of everyday words ('Grace Park') is
    then sought as names of people are written.
    """

    text: str
    what: str
    telling: tuple[str, ...] | None = field(default=None, compare=False)
    spellings: tuple[Spelling, ...] = field(default=(), compare=False)
    capitals: bool = field(default=False, compare=False)
    is_person: bool = field(default=False, compare=False)


class Writing(Enum):
    """Which of the ways of writing a name was found."""

    FULL = "in full"
    SHORT = "in a short form"
    WORD = "by a word of it"
    SPELLING = "in another way of writing it"
    ORDINARY = "in full, in capitals"


@dataclass(frozen=True)
class Form:
    """One way of writing a name: its words; `capitals` when it counts only as a name, in capitals.

    `turned` is of a person's name that does not begin as it is written in full: 'Example Ada'.
    """

    words: tuple[str, ...]
    writing: Writing
    capitals: bool = False
    is_person: bool = False
    turned: bool = False


class Standing(Enum):
    """Whether a word of an exempt name tells by itself whom it means, and if not, why not."""

    TELLING = "few others bear it"
    SHORT = "it is too short, or a number"
    ORDINARY = "it is an ordinary word"
    LABEL = "documents print it of themselves"
    PLACE = "it is a place"
    SHARED = "the names of several public services hold it"


@dataclass(frozen=True)
class KnownWords:
    """What the words of the documents and of the register are, folded.

    `bearers` has for a word how many services hold it in their names that are not exempt.
    """

    labels: Collection[str] = frozenset()
    places: Collection[str] = frozenset()
    bearers: Mapping[str, int] = field(default_factory=dict)


def standing(word: str, known: KnownWords) -> Standing:
    """What a folded word of an exempt name tells by itself."""
    if len(word) < SHORTEST or not word.isalpha():
        return Standing.SHORT
    if word in ORDINARY_WORDS:
        return Standing.ORDINARY
    if word in known.labels:
        return Standing.LABEL
    if word in known.places or word in PLACE_WORDS:
        return Standing.PLACE
    return Standing.SHARED if known.bearers.get(word, 0) > SHARED_BY else Standing.TELLING


def telling_words(name: str, known: KnownWords) -> tuple[str, ...]:
    """The words of a name that tell by themselves whom it means, in its order."""
    return tuple(word for word in words_of(name) if standing(word, known) is Standing.TELLING)


def words_of(name: str) -> tuple[str, ...]:
    """The folded words of a name, each also without its possessive ending."""
    return tuple(dict.fromkeys(form for word in words(clean(name)) for form in (word.folded, word.owner)))


def forms_of(term: ExemptTerm) -> list[Form]:
    """The name in full, the short forms that still tell whom it means, and its telling words.

    A name of ordinary words only ('Home Care') counts in capitals.
    """
    forms = _forms_of(term)
    if not term.is_person:
        return forms
    return [replace(one, is_person=True, turned=one.words[:1] != forms[0].words[:1]) for one in forms]


def _forms_of(term: ExemptTerm) -> list[Form]:
    whole = [word.folded for word in words(clean(term.text))]
    if not whole:
        return []
    more = [form for spelling in term.spellings for form in _spelt(spelling)]
    if ORDINARY_WORDS.issuperset(whole):
        return _first_of_each([*(Form(form, Writing.ORDINARY) for form in _ordinary(whole)), *more])
    if term.capitals:
        return _first_of_each([Form(tuple(whole), Writing.FULL, capitals=True), *more])
    before_tail = [word.folded for word in words(clean(_TAIL.split(term.text, maxsplit=1)[0]))]
    forms = [Form(tuple(whole), Writing.FULL), *_short_forms(whole), *_short_forms(before_tail)]
    for word in term.telling or ():
        forms += [Form((form,), Writing.WORD) for form in (word, f"{word}s")]
        forms += _run_on(whole, word)
    forms += [
        Form(tuple("saint" if word == "st" else word for word in form.words), form.writing, form.capitals)
        for form in forms
        if "st" in form.words
    ]
    return _first_of_each([*forms, *more])


def _spelt(spelling: Spelling) -> list[Form]:
    written = tuple(word.folded for word in words(clean(spelling.text)))
    if not written:
        return []
    writing = Writing.ORDINARY if ORDINARY_WORDS.issuperset(written) else Writing.SPELLING
    return [Form(written, writing, capitals=spelling.capitals)]


def _ordinary(whole: list[str]) -> list[tuple[str, ...]]:
    """A name of ordinary words, and the same without 'Ltd' and without 'The' if what is left is a name."""
    found = {tuple(whole)}
    short = _without_last(whole, COMPANY_WORDS)
    found |= {tuple(short)} if len(short) > 1 else set()
    for name in tuple(found):
        if name[0] == "the" and not NAMING_WORDS.isdisjoint(name):
            found.add(name[1:])
    return sorted(found)


def _first_of_each(forms: Iterable[Form]) -> list[Form]:
    first: dict[tuple[str, ...], Form] = {}
    for form in forms:
        first.setdefault(form.words, form)
    return list(first.values())


def _run_on(whole: list[str], telling: str) -> list[Form]:
    """The telling word with those after it, for 'quillmerecare@example.org' of 'Quillmere Care Home'."""
    if telling not in whole:
        return []
    begin = whole.index(telling)
    return [Form(tuple(whole[begin:end]), Writing.WORD) for end in range(begin + 2, len(whole) + 1)]


def _short_forms(whole: list[str]) -> list[Form]:
    forms: list[Form] = []
    name = whole[1:] if whole[:1] == ["the"] else whole
    company = _without_last(name, COMPANY_WORDS)
    short = _without_last(name, GENERIC_WORDS)
    if len(name) > 1 and _distinctive(name):
        forms.append(Form(tuple(name), Writing.SHORT))
    if len(company) > 1 and _distinctive(company):
        forms.append(Form(tuple(company), Writing.SHORT, capitals=_distinctive(company) < 2))
    if _distinctive(short) > 1:
        forms.append(Form(tuple(short), Writing.SHORT))
    return forms


def _without_last(name: list[str], generic: frozenset[str]) -> list[str]:
    kept = list(name)
    while kept and kept[-1] in generic:
        kept.pop()
    return kept


def _distinctive(name: Iterable[str]) -> int:
    return sum(word not in GENERIC_WORDS | PLACE_WORDS for word in name)
