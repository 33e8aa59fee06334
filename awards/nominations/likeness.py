"""Whether two nominees may be one, and whether two voices may be one voice, with reasons. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from rapidfuzz.fuzz import ratio

from awards.vocabulary import NomineeKind
from engagement.register.duplicates.likeness import ALIKE, NOT_ALIKE, Likeness, Record, names_alike
from engagement.register.names import email_key, folded, name_key
from engagement.register.short_names import may_be_one

NEARLY_THE_SAME_TEXT = 90
"""From here on two statements are one with a few words changed."""
_LEAST_WORDS = 12
_NEAR_CERTAIN = 90
SURNAME_ALONE = 30
"""The score of two people at one place whose surname alone agrees: mother and son, or one and a nickname."""


@dataclass(frozen=True)
class NomineeFacts:
    """A nominee as they are compared. `place` is the home as it is tied or told; '' where nobody said."""

    key: str
    names: tuple[str, ...]
    kind: NomineeKind
    category_id: str
    service_id: str = ""
    provider_id: str = ""
    contact_id: str = ""
    place: str = ""

    @cached_property
    def records(self) -> tuple[Record, ...]:
        """The names, ready to be compared."""
        return tuple(Record(self.key, name) for name in self.names)


@dataclass(frozen=True)
class VoiceFacts:
    """A voice as it is compared."""

    key: str
    entry_id: str
    nominator: str
    email: str
    statement: str

    @cached_property
    def plain(self) -> str:
        """The statement in small letters and figures."""
        return folded(self.statement)

    @cached_property
    def words(self) -> frozenset[str]:
        """Its words, each once."""
        return frozenset(self.plain.split())


def whole_names(nominee: str, others: Sequence[str]) -> tuple[str, ...]:
    """The nominee’s names as they are compared: a nickname alone is put before the surname."""
    given, _, surname = nominee.strip().rpartition(" ")
    put = [f"{name} {surname}" if " " not in name and given else name for name in others]
    return (nominee, *put)


# --- nominees -------------------------------------------------------------------------------------------------


def nominees_alike(one: NomineeFacts, other: NomineeFacts) -> Likeness:
    """Two nominees of one round. A team or a service is the same only at the same place.

    Of those in different categories only people are told, and only where it is near certain: both may stand.
    """
    found = _alike(one, other)
    if not found.score or one.category_id == other.category_id:
        return found
    if one.kind is not NomineeKind.INDIVIDUAL or found.score < _NEAR_CERTAIN:
        return NOT_ALIKE
    return Likeness(found.score, (*found.reasons, "They are nominated in different categories."))


def _alike(one: NomineeFacts, other: NomineeFacts) -> Likeness:
    if one.contact_id and one.contact_id == other.contact_id:
        return Likeness(100, ("Both are tied to the same person of the register.",))
    if (
        one.kind is NomineeKind.SERVICE is other.kind
        and one.service_id
        and one.service_id == other.service_id
    ):
        return Likeness(98, ("Both are the same service of the register.",))
    near, where = _nearness(one, other)
    named, how = _names(one, other)
    if not named:
        return _surname_alone(one, other, where) if near > 0 else NOT_ALIKE
    if near < 0 and (named < 100 or one.kind is not NomineeKind.INDIVIDUAL):
        return NOT_ALIKE
    if one.kind is not NomineeKind.INDIVIDUAL and near == 0:
        return NOT_ALIKE
    if near == 0 and named < 95:
        return NOT_ALIKE
    base = {100: 80, 95: 75}.get(named, 60)
    score = base + (18 if near > 0 else -25 if near < 0 else 0)
    return Likeness(score, (how, where) if where else (how,))


def _nearness(one: NomineeFacts, other: NomineeFacts) -> tuple[int, str]:
    """1 for one place, -1 for two, 0 where it is not known; and its sentence."""
    if one.service_id and other.service_id:
        if one.service_id == other.service_id:
            return 1, "Both work at the same service."
        if one.provider_id and one.provider_id == other.provider_id:
            return 1, "Both work for the same provider."
        return -1, "They are tied to different services."
    if one.place and other.place and _places_alike(one.place, other.place):
        return 1, "The same place was told for both."
    return 0, "For one of them no place of the register is known."


def _places_alike(one: str, other: str) -> bool:
    first, second = folded(one), folded(other)
    return first == second or names_alike(Record("", one), Record("", other)) >= ALIKE


def _names(one: NomineeFacts, other: NomineeFacts) -> tuple[int, str]:
    """How alike the names are at best: 100 the same, 95 by another name or an initial, less by letters."""
    keys, others = {name_key(name) for name in one.names}, {name_key(name) for name in other.names}
    if name_key(one.names[0]) == name_key(other.names[0]):
        return 100, "They have the same name."
    if keys & others:
        return 95, f"{one.names[0]} and {other.names[0]} share a name that they are also known by."
    if any(_initial_agrees(mine, theirs) for mine in one.records for theirs in other.records):
        return 95, f"{one.names[0]} and {other.names[0]} have the same surname and the same initial."
    if any(_short_agrees(mine, theirs) for mine in one.records for theirs in other.records):
        return 95, (
            f"{one.names[0]} and {other.names[0]} have the same surname, and one first name may be short for the other."
        )
    best = max(names_alike(mine, theirs) for mine in one.records for theirs in other.records)
    if best >= ALIKE:
        return best - 10, f"{one.names[0]} and {other.names[0]} are spelt almost alike."
    return 0, ""


def _surname_alone(one: NomineeFacts, other: NomineeFacts, where: str) -> Likeness:
    """Not every nickname is a short name: of two at one place whom the register does not know apart a person says."""
    if one.contact_id and other.contact_id:
        return NOT_ALIKE
    if not one.kind is NomineeKind.INDIVIDUAL is other.kind or not _is_one_place(one, other):
        return NOT_ALIKE
    if not any(_surname_agrees(mine, theirs) for mine in one.records for theirs in other.records):
        return NOT_ALIKE
    how = f"{one.names[0]} and {other.names[0]} have the same surname; their first names differ."
    return Likeness(SURNAME_ALONE, (how, where))


def _is_one_place(one: NomineeFacts, other: NomineeFacts) -> bool:
    """The same home: two homes of one provider are two places."""
    return not (one.service_id and other.service_id) or one.service_id == other.service_id


def _surname_agrees(one: Record, other: Record) -> bool:
    return len(one.words) > 1 and len(other.words) > 1 and one.words[-1] == other.words[-1]


def _short_agrees(one: Record, other: Record) -> bool:
    """Vicky Smith and Victoria Smith."""
    return _surname_agrees(one, other) and may_be_one(one.words[0], other.words[0])


def _initial_agrees(one: Record, other: Record) -> bool:
    """J Smith and Jane Smith."""
    if not _surname_agrees(one, other):
        return False
    first, second = sorted((one.words[0], other.words[0]), key=len)
    return len(first) == 1 and len(second) > 1 and second.startswith(first)


# --- voices ---------------------------------------------------------------------------------------------------


def voices_alike(one: VoiceFacts, other: VoiceFacts) -> Likeness:
    """Two voices: the same words, or the same person speaking twice for the same nominee."""
    same_person = _same_person(one, other)
    text = _texts_alike(one, other)
    if text == 100:
        return Likeness(
            99 if same_person else 90, ("The statements are the same, word for word.", *same_person)
        )
    if text >= NEARLY_THE_SAME_TEXT:
        return Likeness(92 if same_person else 80, ("The statements are almost the same.", *same_person))
    if same_person and one.entry_id == other.entry_id:
        return Likeness(70, same_person)
    return NOT_ALIKE


def _same_person(one: VoiceFacts, other: VoiceFacts) -> tuple[str, ...]:
    if one.email and email_key(one.email) == email_key(other.email):
        return (f"Both came from {one.email}.",)
    if one.nominator and name_key(one.nominator) == name_key(other.nominator):
        return (f"Both came from {one.nominator}.",)
    return ()


def _texts_alike(one: VoiceFacts, other: VoiceFacts) -> int:
    """How alike the statements are, from 0 to 100; short ones say too little to tell."""
    if min(len(one.words), len(other.words)) < _LEAST_WORDS:
        return 0
    if one.plain == other.plain:
        return 100
    shared = len(one.words & other.words)
    if shared < 0.8 * max(len(one.words), len(other.words)):
        return 0
    return min(99, round(ratio(one.plain, other.plain, score_cutoff=NEARLY_THE_SAME_TEXT)))
