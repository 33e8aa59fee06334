"""Whether two records may be one, with reasons. Pure.

Two locations that CQC lists at the same time are two, however alike. One that has gone and one that came after it in
the same building under a like name may well be the same home, registered anew.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import combinations

from rapidfuzz.fuzz import token_sort_ratio

from resources.report.leak_gate import COMPANY_WORDS, GENERIC_WORDS

ALIKE = 85
"""From here on two names are alike when something else agrees too."""
ALMOST_THE_SAME = 92
"""From here on they are alike enough by themselves."""
LARGEST_BLOCK = 80
"""More records than this that share a word or a number share something that tells nothing."""


@dataclass(frozen=True)
class Record:
    """What is compared. `within` is the area of a service or the provider of a contact.

    `listed` is 1 when CQC lists it now. An empty text is not known.
    """

    key: str
    name: str
    cqc_id: str = ""
    postcode: str = ""
    email: str = ""
    phone: str = ""
    within: str = ""
    listed: int = 0
    words: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "words", _words(self.name))

    @cached_property
    def telling(self) -> tuple[str, ...]:
        """The words of the name that tell it apart; all of them where none does."""
        return tuple(word for word in self.words if word not in GENERIC_WORDS) or self.words

    @cached_property
    def digits(self) -> str:
        """The telephone number's last ten digits: with or without its country code or leading 0."""
        found = re.sub(r"\D", "", self.phone)
        return found[-10:] if len(found) >= 9 else ""


@dataclass(frozen=True)
class Duplicate:
    """Two records that may be one: `score` of 100, and why, in sentences."""

    table: str
    one: str
    other: str
    one_name: str
    other_name: str
    score: int
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class Likeness:
    """How alike two records are, from 0 to 100, and why."""

    score: int
    reasons: tuple[str, ...]


NOT_ALIKE = Likeness(0, ())


def _words(name: str) -> tuple[str, ...]:
    plain = unicodedata.normalize(
        "NFKD", name.casefold().replace("&", " and ").replace("’", "").replace("'", "")
    )
    found = re.findall(r"[a-z0-9]+", "".join(c for c in plain if not unicodedata.combining(c)))
    return tuple(word for word in found if word not in COMPANY_WORDS)


def names_alike(one: Record, other: Record) -> int:
    """How alike the telling words of two names are, from 0 to 100; a number in only one of them parts them."""
    if _numbers(one) != _numbers(other):
        return 0
    return _ratio(one.telling, other.telling)


def _whole_names_alike(one: Record, other: Record) -> int:
    return _ratio(one.words, other.words) if _numbers(one) == _numbers(other) else 0


def _ratio(one: tuple[str, ...], other: tuple[str, ...]) -> int:
    return round(token_sort_ratio(" ".join(one), " ".join(other)))


def _numbers(record: Record) -> set[str]:
    return {word for word in record.words if word.isdigit()}


# --- organisations and places ---------------------------------------------------------------------------------


def places_likeness(one: Record, other: Record) -> Likeness:
    """Two providers, or two services."""
    if one.cqc_id and _same(one.cqc_id, other.cqc_id):
        return Likeness(100, (f"Both have the CQC number {one.cqc_id}.",))
    if one.listed and other.listed and one.cqc_id and other.cqc_id:
        return NOT_ALIKE
    alike, reasons, score = names_alike(one, other), list[str](), 0
    if alike >= ALIKE and one.postcode and _same(one.postcode, other.postcode):
        reasons.append(f"Like names at the same postcode, {one.postcode}.")
        score = 90
    if alike >= ALIKE and one.digits and one.digits == other.digits:
        reasons.append(f"Like names with the same telephone number, {one.phone}.")
        score = max(score, 85)
    whole = _whole_names_alike(one, other)
    apart = one.postcode and other.postcode and not _same(one.postcode, other.postcode)
    if whole >= ALMOST_THE_SAME and not apart and (one.within == other.within or not reasons):
        reasons.append("The same name." if whole == 100 else "Names that are almost the same.")
        score = max(score + 5, 70 if whole == 100 else 65)
    if score and one.cqc_id and other.cqc_id:
        reasons.append("CQC gave them different numbers: one may be the other, registered anew.")
        score -= 15
    return Likeness(min(score, 99), tuple(reasons)) if score else NOT_ALIKE


def _same(one: str, other: str) -> bool:
    return re.sub(r"\s", "", one).casefold() == re.sub(r"\s", "", other).casefold()


# --- people -----------------------------------------------------------------------------------------------------


def people_likeness(one: Record, other: Record) -> Likeness:
    """Two contacts. One address may be a whole office's, so it counts only with a like name."""
    alike = max(_whole_names_alike(one, other), 95 if _initial_agrees(one, other) else 0)
    if alike < ALIKE:
        return NOT_ALIKE
    reasons, score = list[str](), 0
    if one.email and _same(one.email, other.email):
        reasons.append(f"Like names with the same e-mail address, {one.email}.")
        score = 95
    if one.digits and one.digits == other.digits:
        reasons.append(f"Like names with the same telephone number, {one.phone}.")
        score = max(score, 85)
    if one.within == other.within and alike >= ALMOST_THE_SAME:
        reasons.append("Like names at the same provider.")
        score = max(score, 80)
    elsewhere = one.within != other.within and one.words == other.words and len(one.words) > 1
    if elsewhere and not score and not (one.email and other.email):
        reasons.append("The same name at another provider.")
        score = 60
    return Likeness(score, tuple(reasons)) if score else NOT_ALIKE


def _initial_agrees(one: Record, other: Record) -> bool:
    """J Smith and Jane Smith."""
    if len(one.words) < 2 or len(other.words) < 2 or one.words[-1] != other.words[-1]:
        return False
    first, second = sorted((one.words[0], other.words[0]), key=len)
    return len(first) == 1 and second.startswith(first)


# --- which pairs are worth comparing ------------------------------------------------------------------------------


def pairs_to_compare(records: Iterable[Record]) -> Iterator[tuple[Record, Record]]:
    """Every pair that shares a number, a postcode, an address or, within one area or provider, a telling word.

    Each pair comes once. What very many records share tells nothing and pairs nobody.
    """
    blocks: dict[tuple[str, ...], list[Record]] = defaultdict(list)
    for record in records:
        for block in _blocks(record):
            blocks[block].append(record)
    met: set[tuple[str, str]] = set()
    for members in blocks.values():
        if len(members) > LARGEST_BLOCK:
            continue
        for one, other in combinations(members, 2):
            pair = (one.key, other.key) if one.key < other.key else (other.key, one.key)
            if pair not in met:
                met.add(pair)
                yield one, other


def _blocks(record: Record) -> set[tuple[str, ...]]:
    found = {("name", " ".join(sorted(record.words))), ("start", record.within, "".join(record.words)[:5])}
    found |= {("word", record.within, word) for word in record.telling if len(word) > 2}
    found |= {
        (what, re.sub(r"\s", "", value).casefold())
        for what, value in (
            ("cqc", record.cqc_id),
            ("postcode", record.postcode),
            ("email", record.email),
            ("phone", record.digits),
        )
        if value
    }
    return found
