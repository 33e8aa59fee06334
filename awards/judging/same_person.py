"""Whether two names, or a name and an e-mail address, are of the same person: surely, perhaps, or not. Pure."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from engagement.register.names import email_key, folded, letters_of, name_key
from engagement.register.person_names import TITLES
from engagement.register.short_names import long_forms

_TITLES = frozenset({
    *TITLES, "prof", "professor", "doctor", "rev", "revd", "reverend", "sir", "dame", "lord", "lady", "cllr",
    "councillor", "sister", "father", "imam", "rabbi", "hon",
})  # fmt: skip
_AFTER = """
    mbe obe cbe kbe dbe bem gbe ch rgn rn rmn rnld srn en qn qni dl jp kc qc mp phd dphil md ba bsc bsocsc msc ma mba
    bed med pgce pgdip certed dipsw cqsw hnd hnc nvq frcn frsa frcp mrcp frcgp mrcgp frcs fcipd mcipd cipd esq jr sr
    snr jnr rhv scphn rsw hcpc dms fcmi mcmi hons
"""
_LETTERS_AFTER = frozenset(_AFTER.split())
"""What follows a name and is none."""
_BRACKETS = re.compile(r"\(([^)]*)\)|\[([^\]]*)\]|“([^”]*)”|\"([^\"]*)\"")
_FORMER = re.compile(r"\b(?:née|nee|formerly|previously|also known as|known as|aka)\b", re.IGNORECASE)
_AND = re.compile(r"\s+and\s+|\s*[&+/;]\s*", re.IGNORECASE)
_ADDRESS = re.compile(r"[^\s<>;,:\"()]+@[^\s<>;,:\"()]+")
_LEAST_SURNAME = 4
"""So many letters a surname has at least to be known after an initial without a mark between: rspecimen."""


@dataclass(frozen=True)
class _Person:
    given: tuple[str, ...]
    surname: tuple[str, ...]
    nicknames: tuple[str, ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        return (*self.given, *self.surname)


def same_person(one: str, other: str) -> bool | None:
    """None where they differ; else whether it is doubtful: J. Smith, Bob Smith or Jane A. Smith, and Jane Smith."""
    if not one.strip() or not other.strip():
        return None
    if name_key(one) == name_key(other):
        return False
    found = [_alike(first, second) for first in _people(one) for second in _people(other)]
    said = [one for one in found if one is not None]
    return all(said) if said else None


def same_address(one: str, other: str) -> bool:
    """Whether two fields hold the same e-mail address, however it was put: “Wren <wren@example.org>”, wren+x@."""
    if not one.strip() or not other.strip():
        return False
    return email_key(one) == email_key(other) or bool(_addresses(one) & _addresses(other))


def is_in_address(name: str, email: str) -> bool:
    """Whether an e-mail address may be made of a name: robin.specimen@, r.specimen@, specimenr@."""
    return any(
        _spells(local, person)
        for local in (address.partition("@")[0] for address in _addresses(email))
        for person in _people(name)
    )


def _addresses(text: str) -> frozenset[str]:
    found = _ADDRESS.findall(text.casefold())
    return frozenset(re.sub(r"\+[^@]*@", "@", address) for address in found)


def _spells(local: str, person: _Person) -> bool:
    words = tuple(re.sub(r"\d+", " ", letters_of(local)).split())
    if not person.given or not words:
        return False
    if len(words) > 1:
        ways_round = (_Person(words[:-1], words[-1:]), _Person(words[1:], words[:1]))
        return any(_alike(one, person) is not None for one in ways_round)
    first, last = person.given[0], "".join(person.surname)
    ways = {first + last, last + first} if len(first) > 1 else set()
    if len(last) >= _LEAST_SURNAME:
        ways |= {first[0] + last, last + first[0]}
    return words[0] in ways


# --- two people -----------------------------------------------------------------------------------------------


def _alike(one: _Person, other: _Person) -> bool | None:
    if sorted(one.words) == sorted(other.words):
        return False
    if not one.given or not other.given:
        return None
    short, long = sorted((one.words, other.words), key=lambda words: len(set(words)))
    if len(set(short)) > 1 and all(len(word) > 1 for word in short) and set(short) <= set(long):
        return True  # a second first name or surname more
    if one.surname != other.surname or _initials_differ(one.given, other.given):
        return None
    firsts = ((a, b) for a in (one.given[0], *one.nicknames) for b in (other.given[0], *other.nicknames))
    return True if any(_may_be_one(a, b) for a, b in firsts) else None


def _initials_differ(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """J. A. Smith is not Jane Beth Smith."""
    alone = all(len(word) == 1 for word in one) or all(len(word) == 1 for word in other)
    return alone and any(a[0] != b[0] for a, b in zip(one[1:], other[1:], strict=False))


def _may_be_one(one: str, other: str) -> bool:
    """First names: the same, an initial of the other, or short for it or for the same one."""
    mine, theirs = long_forms(one), long_forms(other)
    if min(len(one), len(other)) == 1:
        return not {name[0] for name in mine}.isdisjoint(name[0] for name in theirs)
    return not mine.isdisjoint(theirs)


# --- a name as it is written ----------------------------------------------------------------------------------


@lru_cache(maxsize=5000)
def _people(name: str) -> tuple[_Person, ...]:
    """Everybody whom a name may mean: two with one surname, a name in either order, a former surname."""
    text = "".join(one for one in name if unicodedata.category(one) != "Cf")
    parts = [part for part in _AND.split(text) if part.strip()]
    if len(parts) > 1:
        parts = [one for part in parts for one in (part.split(",") if "," in part else [part]) if one.strip()]
    last = next(_read(parts[-1]), None) if parts else None
    found: list[_Person] = []
    for part in parts:
        people = list(_read(part))
        alone = len(people) == 1 and not people[0].given
        if alone and last is not None and last.given:
            people = [_Person(people[0].surname, last.surname)]
        found += people
    if len(parts) > 1:
        found += _read(text)
    return tuple(dict.fromkeys(found))


def _read(text: str) -> Iterator[_Person]:
    nicknames = tuple(
        word for found in _BRACKETS.findall(text) for word in _words("".join(found)) if len(word) > 1
    )
    bare, *former = _FORMER.split(_BRACKETS.sub(" ", text))
    head, comma, tail = bare.partition(",")
    surname, given = _words(head), _words(tail)
    if comma and given and surname and len(given) <= 3:
        yield _Person(given, surname, nicknames)
    words = surname if comma else _words(bare)
    if not words:
        return
    if len(words) > 1 and len(words[0]) > 1 and len(words[-1]) == 1:
        at = next(place for place, word in enumerate(words) if len(word) == 1)
        yield _Person(words[at:], words[:at], nicknames)  # Smith J
    plain = _Person(words[:-1], words[-1:], nicknames)
    yield plain
    for other in former:
        if plain.given and (last := _words(other)):
            yield _Person(plain.given, last[-1:], nicknames)


def _words(text: str) -> tuple[str, ...]:
    """As they are compared, without titles before and letters after; JA as two initials."""
    shouted = text.upper() == text
    raw = text.replace(".", " ").split()
    while len(raw) > 1 and folded(raw[0]) in _TITLES:
        raw = raw[1:]
    if len(raw) == 1 and folded(raw[0]) in _TITLES:
        return ()
    while raw and _is_letters_after(raw[-1].strip(","), alone=len(raw) < 3 and not shouted):
        raw = raw[:-1]
    found: list[str] = []
    for word in raw:
        initials = not shouted and 1 < len(word) <= 3 and word.isupper() and word.isalpha()
        found += list(word.casefold()) if initials else letters_of(word).split()
    return tuple(found)


def _is_letters_after(word: str, *, alone: bool) -> bool:
    """“Jo Ma” keeps her surname: what else might be a name is none only in capitals or after two more words."""
    return folded(word) in _LETTERS_AFTER and (word.isupper() or not alone)
