"""The ways in which a name that a judge may not see is written. Pure.

Of people: in full, surname first, by initials, by title, first name, nickname or surname alone. Of homes: in full,
without “Care Home” and the like, by a word that tells, by initials. A way that is made of ordinary words alone
(“Grace”, “The Elms”) may be no name where it stands; it is hidden all the same, and a person looks at it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property

from awards.judging.blind.everyday_names import (
    COMMON_INITIALS,
    FIRST_NAMES,
    MAILBOX_WORDS,
    STREET_ENDS,
    WORDS_TOO,
)
from engagement.register.person_names import name_parts
from engagement.register.short_names import SHORT_NAMES
from resources.report.exempt_names import (
    COMPANY_WORDS,
    GENERIC_WORDS,
    PLACE_WORDS,
    ExemptTerm,
    KnownWords,
    forms_of,
    telling_words,
)
from resources.report.letters import clean, words
from resources.report.ordinary_words import BUILDING_WORDS, CARE_WORDS, SMALL_WORDS

LEAST_LETTERS = 2
_LEAST_START = 3
_INDEXED = 4
_NICKNAMES = re.compile(r"[,;|/\n()“”\"]|\bor\b|\baka\b|\bknown as\b", re.IGNORECASE)
_HIDDEN_TOO = re.compile(r"[,;|\n]")
_STREET = re.compile(r"^\W*\d+[a-zA-Z]?(?:\s*[-–/]\s*\d+[a-zA-Z]?)?\s+(?=\S)")
_HYPHEN = re.compile("[-\u2010\u2011\u2013]")
_PARISH = frozenset({"and", "in", "on", "upon", "by", "the", "with", "under", "le"})


class Stand(Enum):
    """What stands in a blind copy for what is hidden."""

    NOMINEE = "[the nominee]"
    NOMINATOR = "[the nominator]"
    HOME = "[the home]"
    PERSON = "[a person]"
    PLACE = "[a place]"
    ADDRESS = "[an address]"
    HIDDEN = "[hidden]"


ORDER = {one: place for place, one in enumerate(Stand)}
"""Who is meant by a word that is in the names of several."""


@dataclass(frozen=True)
class Form:
    """One way of writing a name, as folded words. With `capitals` it counts only with a capital letter.

    `doubtful` when it is made of ordinary words, `exact` when it counts only divided as it is here. `initials` count
    when all of them are capitals.
    """

    words: tuple[str, ...]
    stand: Stand
    capitals: bool = False
    doubtful: bool = False
    exact: bool = False
    initials: bool = False

    @cached_property
    def letters(self) -> str:
        """Its words without spaces."""
        return "".join(self.words)


@dataclass(frozen=True, eq=False)
class Names:
    """All that is hidden in the statements about one nominee. Read once for all who use them, and told apart by that.

    `elsewhere` are other homes and everybody else nominated, by `first_letters`: the same for all of a round.
    """

    forms: tuple[Form, ...] = ()
    elsewhere: Mapping[str, tuple[Form, ...]] = field(default_factory=dict)

    @property
    def telling(self) -> dict[str, Stand]:
        """Words of five letters and more that are a name by themselves: what is nearly one of them is looked at."""
        return {
            form.letters: form.stand for form in self.forms
            if len(form.words) == 1 and len(form.letters) > 4 and form.stand is not Stand.PLACE
            and form.letters not in CARE_WORDS | BUILDING_WORDS | PLACE_WORDS
        }  # fmt: skip


def all_names(*several: Iterable[Form], elsewhere: Mapping[str, tuple[Form, ...]] | None = None) -> Names:
    """The forms together, each once, for whom comes first in `Stand`."""
    found: dict[tuple[str, ...], Form] = {}
    for form in sorted((one for forms in several for one in forms), key=lambda one: ORDER[one.stand]):
        before = found.get(form.words)
        found[form.words] = form if before is None else _wider(before, form)
    return Names(tuple(found.values()), elsewhere or {})


def first_letters(letters: str, at: int = 0) -> str:
    """Under which letters a name that begins there is found in `Names.elsewhere`."""
    return letters[at : at + _INDEXED]


def can_be_indexed(form: Form) -> bool:
    """Whether it counts however it is written, and need not be looked for in every text by itself."""
    plain = not form.doubtful and not form.capitals and not form.exact
    return plain and len(form.words) > 1 and len(form.letters) >= _INDEXED


def by_first_letters(forms: Iterable[Form]) -> dict[str, tuple[Form, ...]]:
    """Names of several words that are no ordinary words, by how they begin; each for whom comes first in `Stand`."""
    found: dict[str, dict[tuple[str, ...], Form]] = {}
    for form in sorted(filter(can_be_indexed, forms), key=lambda one: ORDER[one.stand]):
        found.setdefault(first_letters(form.letters), {}).setdefault(form.words, form)
    return {first: tuple(held.values()) for first, held in found.items()}


def _wider(first: Form, other: Form) -> Form:
    return Form(
        first.words, first.stand, first.capitals and other.capitals, first.doubtful and other.doubtful,
        first.exact and other.exact, first.initials and other.initials,
    )  # fmt: skip


# --- people ---------------------------------------------------------------------------------------------------


def person_forms(name: str, stand: Stand, *, also: str = "", alone: bool = True) -> Iterator[Form]:
    """Every way of writing a person’s name; `also` are nicknames as the record has them.

    Without `alone` neither first name nor surname counts by itself.
    """
    first, last = name_parts(name)
    nicknames = [one.strip() for one in _NICKNAMES.split(also) if one.strip()]
    for whole in (name, " ".join([*first, *last]), " ".join([*last, *first])):
        yield from _form(whole, stand)
    for nickname in (*nicknames, *_bracketed(name)):
        yield from _form(nickname, stand)
        yield from _called(nickname.split()[0], last, stand, alone=alone)
        if alone and len(nickname.split()) > 1:
            yield from person_forms(nickname, stand)
    yield from _of_first(first, last, stand, alone=alone)
    yield from _of_surname(last, stand, alone=alone)
    yield from _of_initials(first, last, stand)


def _bracketed(name: str) -> list[str]:
    """“Addie” of “Ada (Addie) Example”."""
    return [one.strip() for one in re.findall(r"[(“\"‘']([^)”\"’']{2,})[)”\"’']", name) if one.strip()]


def _of_first(first: list[str], last: list[str], stand: Stand, *, alone: bool) -> Iterator[Form]:
    for place, one in enumerate(first):
        for called in (one, *_HYPHEN.split(one)):
            yield from _called(called, last, stand, alone=alone)
            if place == 0:
                for short in SHORT_NAMES.get(clean(called).casefold(), ()):
                    yield from _called(short, last, stand, alone=alone)
                for short in begun_names(called):
                    yield from _called(short, last, stand, alone=alone, short=True)


def _called(first: str, last: list[str], stand: Stand, *, alone: bool, short: bool = False) -> Iterator[Form]:
    if last:
        yield from _form(f"{first} {' '.join(last)}", stand)
        yield from _form(f"{first} {last[-1]}", stand)
        yield from _form(f"{first} {last[0][0]}", stand, capitals=True)
    if alone and len(first.strip(".")) >= LEAST_LETTERS:
        yield from _form(first, stand, capitals=short)


def _of_surname(last: list[str], stand: Stand, *, alone: bool) -> Iterator[Form]:
    if not alone or not last:
        return
    yield from _form(" ".join(last), stand)
    for part in (part for one in last for part in (one, *_HYPHEN.split(one))):
        if len(part) > LEAST_LETTERS:
            yield from _form(part, stand)


def _of_initials(first: list[str], last: list[str], stand: Stand) -> Iterator[Form]:
    if not first or not last:
        return
    double = [part[0] for one in first for part in _HYPHEN.split(one) if part]
    if len(double) > 1:
        yield from _initials("".join(double), stand)
    for letters in (double, [one[0] for one in first], [first[0][0]]):
        for surname in dict.fromkeys((" ".join(last), last[-1])):
            yield from _form(f"{' '.join(letters)} {surname}", stand, capitals=True)
            yield from _form(f"{''.join(letters)} {surname}", stand, capitals=True)
            yield from _form(f"{surname} {' '.join(letters)}", stand, capitals=True)
        ends = [
            last[-1][0],
            "".join(one[0] for one in re.split(r"\s", _HYPHEN.sub(" ", " ".join(last))) if one),
        ]
        for end in dict.fromkeys(ends):
            whole = "".join(letters) + end
            yield from _initials(whole, stand)
    yield from _initials(first[0][0], stand)


def _initials(letters: str, stand: Stand) -> Iterator[Form]:
    """AE, A.E. and A E; one letter alone, or those of an ordinary word, are looked at."""
    small = tuple(clean(letters).casefold())
    if not all(one.isalpha() for one in small):
        return
    if len(small) == 1:
        if small[0] not in "ai":
            yield Form(small, stand, capitals=True, doubtful=True, exact=True, initials=True)
        return
    usual = "".join(small) in WORDS_TOO
    yield Form(_as_read("".join(small)), stand, capitals=True, doubtful=usual, exact=True, initials=True)
    yield Form(small, stand, capitals=True, exact=True)


def _as_read(letters: str) -> tuple[str, ...]:
    """As a text’s words are read: MT may stand for Mount there."""
    return tuple(word.folded for word in words(letters.upper()))


def begun_names(first: str) -> list[str]:
    """What somebody with this first name may be called by its beginning, and by that with a y or ie."""
    plain = clean(first).casefold()
    found: dict[str, None] = {}
    for end in range(_LEAST_START, min(len(plain), 6)):
        start = plain[:end]
        found |= dict.fromkeys(
            (start, f"{start}y", f"{start}ie", f"{start}{start[-1]}y", f"{start}{start[-1]}ie")
        )
    return [one for one in found if one != plain and one not in WORDS_TOO]


def email_forms(email: str, stand: Stand) -> Iterator[Form]:
    """Names that an e-mail address begins with: Robin Nightingale of robin.nightingale84@example.org."""
    local = email.partition("@")[0]
    parts = [one for one in re.split(r"[\W\d_]+", local) if one]
    parts = [one for one in parts if one.casefold() not in MAILBOX_WORDS]
    if not parts:
        return
    if len(parts) > 1:
        yield from person_forms(" ".join(parts), stand)
        return
    (whole,) = parts
    if len(whole) > LEAST_LETTERS:
        yield from _form(whole, stand, capitals=len(whole) < _INDEXED)
    if len(whole) > _INDEXED + 1:
        yield from _form(whole[1:], stand, capitals=True)
    first = max((one for one in FIRST_NAMES if whole.casefold().startswith(one)), key=len, default="")
    if len(first) > LEAST_LETTERS and len(whole) - len(first) > LEAST_LETTERS:
        yield from person_forms(f"{whole[: len(first)]} {whole[len(first) :]}", stand)


def full_name_forms(name: str, stand: Stand) -> Iterator[Form]:
    """The name in full alone, of people with the surname first too: of whom is not near."""
    first, last = name_parts(name)
    ways = (name, " ".join([*first, *last]), " ".join([*last, *first])) if stand is Stand.PERSON else (name,)
    for way in dict.fromkeys(ways):
        if len(way.split()) > 1:
            yield from _form(way, stand)


# --- homes, firms and places ----------------------------------------------------------------------------------


def home_forms(name: str, stand: Stand = Stand.HOME) -> Iterator[Form]:
    """Every way of writing the name of a home, firm or team."""
    telling = telling_words(name, KnownWords())
    for form in forms_of(ExemptTerm(name, "hidden", telling=telling)):
        yield _made(form.words, stand, capitals=False)
    whole = [word.folded for word in words(clean(name))]
    yield from _without_generic(whole, stand)
    for word in whole:
        if word in BUILDING_WORDS - CARE_WORDS - SMALL_WORDS:
            yield Form((word,), stand, capitals=True, doubtful=True)
        elif word not in GENERIC_WORDS | PLACE_WORDS | CARE_WORDS | SMALL_WORDS and len(word) > LEAST_LETTERS:
            yield Form((word,), stand, capitals=word in WORDS_TOO, doubtful=True)
    main = [word for word in whole if word not in COMPANY_WORDS | SMALL_WORDS | {"the"}]
    if not set(main) <= GENERIC_WORDS | CARE_WORDS | SMALL_WORDS:
        yield from _home_initials(main, stand)
    if len(whole) > 2 and whole[0] in ("st", "saint"):
        yield _made(("st", whole[1]), stand, capitals=False)
    for short in _short_streets(whole):
        yield _made(short, stand, capitals=False)


def _home_initials(main: list[str], stand: Stand) -> Iterator[Form]:
    """RHNH and RH of “Rosewood House Nursing Home”, with full stops too."""
    kept = main
    while len(kept) > 1:
        letters = tuple(word[0] for word in kept)
        usual = "".join(letters) in WORDS_TOO | COMMON_INITIALS
        yield Form(
            _as_read("".join(letters)), stand, capitals=True, doubtful=usual, exact=True, initials=True
        )
        yield Form(letters, stand, capitals=True, exact=True, initials=True)
        if kept[-1] not in GENERIC_WORDS | CARE_WORDS | BUILDING_WORDS:
            break
        kept = kept[:-1]


def _short_streets(whole: list[str]) -> Iterator[tuple[str, ...]]:
    """“Elm Tree Ave” and “Elm Tree” of “Elm Tree Avenue”."""
    if len(whole) < 2:
        return
    for end, shorter in STREET_ENDS.items():
        if whole[-1] == end or whole[-1] in shorter:
            yield from ((*whole[:-1], one) for one in (end, *shorter))
            if len(whole) > 2 and not {*whole[:-1]} <= GENERIC_WORDS | PLACE_WORDS:
                yield tuple(whole[:-1])


def _without_generic(whole: list[str], stand: Stand) -> Iterator[Form]:
    """“Rosewood House” of “The Rosewood House Nursing Home Ltd”, word by word from the end."""
    kept = whole[1:] if whole[:1] == ["the"] else whole
    yield from [_made(tuple(kept), stand, capitals=len(kept) == 1)] if len(kept) > 1 else []
    while len(kept) > 1 and kept[-1] in GENERIC_WORDS | CARE_WORDS:
        kept = kept[:-1]
        if not set(kept) <= GENERIC_WORDS | PLACE_WORDS:
            yield _made(tuple(kept), stand, capitals=False)


def place_forms(place: str) -> Iterator[Form]:
    """A town, a district or a street."""
    yield from _form(place, Stand.PLACE)
    parts = [word.folded for word in words(clean(place))]
    for short in _short_streets(parts):
        yield _made(short, Stand.PLACE, capitals=False)
    if len(parts) > 1:
        for word in parts:
            if word in PLACE_WORDS or (
                word not in WORDS_TOO and word not in _PARISH and len(word) > _LEAST_START
            ):
                yield Form((word,), Stand.PLACE, capitals=True, doubtful=True)


def address_forms(address: str, district: str, postcode: str) -> Iterator[Form]:
    """The lines of an address, the street without its number, and the district; a postcode in any spacing."""
    for part in (one.strip() for one in address.split(",")):
        if len(part) > LEAST_LETTERS and not part.isdigit():
            yield from _form(part, Stand.PLACE)
            numbered = [word.folded for word in words(clean(part))]
            yield from (_made(short, Stand.PLACE, capitals=False) for short in _short_streets(numbered))
            yield from place_forms(_STREET.sub("", part))
    if district:
        yield from place_forms(district)
    for code in (postcode, postcode.split()[0] if postcode.split() else ""):
        if code:
            folded = tuple(word.folded for word in words(clean(code)))
            yield Form(folded, Stand.ADDRESS, capitals=True)


def hidden_forms(also_hide: str) -> Iterator[Form]:
    """What a person wrote to be hidden besides: as it stands, whatever it is."""
    for one in (part.strip() for part in _HIDDEN_TOO.split(also_hide)):
        yield from (Form(form.words, form.stand) for form in _form(one, Stand.HIDDEN))


# --- forms ----------------------------------------------------------------------------------------------------


def _form(text: str, stand: Stand, *, capitals: bool = False) -> Iterator[Form]:
    for written in _cases(text):
        folded = tuple(word.folded for word in words(clean(written)))
        if folded and sum(map(len, folded)) >= LEAST_LETTERS:
            yield _made(folded, stand, capitals=capitals)


def _cases(text: str) -> tuple[str, ...]:
    """A name in another alphabet in capitals and small letters too: which look like Latin ones differs."""
    return (text,) if text.isascii() else tuple(dict.fromkeys((text, text.upper(), text.lower())))


def _made(folded: tuple[str, ...], stand: Stand, *, capitals: bool) -> Form:
    """A form of ordinary words needs a capital and is doubtful; a short word counts only undivided."""
    usual = WORDS_TOO.issuperset(folded) or all(len(word) == 1 for word in folded)
    return Form(folded, stand, capitals=capitals or usual, doubtful=usual, exact=len("".join(folded)) < 4)
