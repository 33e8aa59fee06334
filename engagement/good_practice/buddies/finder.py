"""Who could be a buddy to a service, in which order and why; and why each of the others could not. Pure.

There is no score: candidates stand in the order of plain facts, one after the other (`order_words`), and each says
its own. Distances are straight lines between postcodes, not roads.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache
from math import hypot

from engagement.register.names import letters_of
from engagement.register.vocabulary import ContractStatus, KeyQuestion, Rating, ServiceKind
from resources.wording import and_list, count_of, date_words, number
from resources.words import Word

METRES_IN_A_MILE = 1609.344
LATELY = timedelta(days=365)
WELL_RATED = (Rating.GOOD, Rating.OUTSTANDING)
POORLY_RATED = (Rating.INADEQUATE, Rating.REQUIRES_IMPROVEMENT)
BARRING = (ContractStatus.IMPROVEMENT_NOTICE, ContractStatus.SUSPENDED, ContractStatus.TERMINATED)
_QUESTIONS = tuple(question for question in KeyQuestion if question is not KeyQuestion.OVERALL)


@dataclass(frozen=True)
class BuddyLimits:
    """How far a buddy may be, in miles, and to how many services at once it may be one."""

    miles: int = 15
    most_pairs: int = 2


@dataclass(frozen=True)
class Standing:
    """A service as the finder sees it. `place` is easting and northing in metres; `shared` the themes it told of.

    `current` is whether it is in use and neither dormant nor gone from CQC; `buddy_to` counts its pairs that go on.
    """

    id: str
    name: str
    kind: ServiceKind
    provider_id: str
    provider: str
    brand: str = ""
    district: str = ""
    beds: int | None = None
    ratings: Mapping[KeyQuestion, Rating] = field(default_factory=dict)
    rated_on: date | None = None
    place: tuple[int, int] | None = None
    current: bool = True
    contract: ContractStatus = ContractStatus.NONE
    buddy_to: int = 0
    last_came: date | None = None
    shared: tuple[str, ...] = ()

    @property
    def overall(self) -> Rating:
        """Its overall rating; NOT_RATED where none was published."""
        return self.ratings.get(KeyQuestion.OVERALL, Rating.NOT_RATED)

    @property
    def falls_short_in(self) -> tuple[KeyQuestion, ...]:
        """The key questions in which it is Inadequate or Requires improvement."""
        return tuple(one for one in _QUESTIONS if self.ratings.get(one) in POORLY_RATED)


class WhyNot(Word):
    """Why a service of the same kind is not offered, in the order in which it is asked: the first that holds."""

    NOT_CURRENT = "not_current", "Dormant, or no longer registered"
    SAME_COMPANY = "same_company", "Of the same provider or group"
    NOT_WELL_RATED = "not_well_rated", "Not rated Good or Outstanding"
    CONTRACT = "contract", "Contract suspended, terminated or under an improvement notice"
    BUDDY_ALREADY = "buddy_already", "In a pair with it already"
    BUSY = "busy", "Buddy to as many services as is allowed"
    NO_POSTCODE = "no_postcode", "Postcode not known, so the distance is not"
    TOO_FAR = "too_far", "Too far away"

    @property
    def is_exempt(self) -> bool:
        """Whether saying it of a named service is exempt from publication."""
        return self is WhyNot.CONTRACT


@dataclass(frozen=True)
class LeftOut:
    """A service that is not offered, and the first reason."""

    service: Standing
    why: WhyNot


@dataclass(frozen=True)
class Candidate:
    """A service that could be a buddy. `miles` is None where it cannot be measured; `reasons` are said in order."""

    service: Standing
    miles: float | None
    better_in: tuple[KeyQuestion, ...]
    came_lately: bool
    shared: tuple[str, ...]
    similar_size: bool
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class Found:
    """The candidates in their order, everybody left out, and what a reader needs to judge them."""

    of: Standing
    candidates: tuple[Candidate, ...]
    left_out: tuple[LeftOut, ...]
    order_words: str
    notes: tuple[str, ...]

    @property
    def considered(self) -> int:
        """How many services of the kind there are beside this one."""
        return len(self.candidates) + len(self.left_out)

    @property
    def counts(self) -> dict[WhyNot, int]:
        """How many were left out for each reason, in the order of the reasons."""
        counted = Counter(one.why for one in self.left_out)
        return {why: counted[why] for why in WhyNot if counted[why]}


def find_buddies(
    of: Standing,
    others: Iterable[Standing],
    limits: BuddyLimits | None = None,
    *,
    today: date,
    theme: str = "",
    paired: frozenset[str] = frozenset(),
) -> Found:
    """Everybody of the same kind, sorted into candidates and left out. `paired` are keys of its own buddies now."""
    limits = limits or BuddyLimits()
    candidates, left_out = [], []
    for one in others:
        if one.id == of.id or one.kind is not of.kind:
            continue
        why = why_not(of, one, limits, paired)
        if why is None:
            candidates.append(_candidate(of, one, today, theme))
        else:
            left_out.append(LeftOut(one, why))
    candidates.sort(key=_place_in_order)
    places = {why: at for at, why in enumerate(WhyNot)}
    left_out.sort(key=lambda one: (places[one.why], one.service.name.casefold(), one.service.id))
    return Found(of, tuple(candidates), tuple(left_out), order_words(of, theme), _notes(of, limits))


def why_not(of: Standing, one: Standing, limits: BuddyLimits, paired: frozenset[str]) -> WhyNot | None:
    """The first reason against a service; None when it can be offered."""
    if not one.current:
        return WhyNot.NOT_CURRENT
    if same_company(of, one):
        return WhyNot.SAME_COMPANY
    if one.overall not in WELL_RATED:
        return WhyNot.NOT_WELL_RATED
    if one.contract in BARRING:
        return WhyNot.CONTRACT
    if one.id in paired:
        return WhyNot.BUDDY_ALREADY
    if one.buddy_to >= limits.most_pairs:
        return WhyNot.BUSY
    return _out_of_reach(of, one, limits)


def _out_of_reach(of: Standing, one: Standing, limits: BuddyLimits) -> WhyNot | None:
    """Where the service itself cannot be placed, its district stands in for the distance."""
    if of.place is None:
        return None if of.district and one.district == of.district else WhyNot.TOO_FAR
    miles = miles_between(of.place, one.place)
    if miles is None:
        return WhyNot.NO_POSTCODE
    return WhyNot.TOO_FAR if miles > limits.miles else None


def same_company(one: Standing, other: Standing) -> bool:
    """Whether one provider runs both, or providers of one brand."""
    if one.provider_id == other.provider_id:
        return True
    brand = _plain_brand(one.brand)
    return brand != "" and brand == _plain_brand(other.brand)


@lru_cache(maxsize=10_000)
def _plain_brand(brand: str) -> str:
    return letters_of(brand)


def miles_between(one: tuple[int, int] | None, other: tuple[int, int] | None) -> float | None:
    """Miles in a straight line, from eastings and northings."""
    if one is None or other is None:
        return None
    return hypot(one[0] - other[0], one[1] - other[1]) / METRES_IN_A_MILE


def is_similar_size(one: int | None, other: int | None) -> bool:
    """Neither has more than twice the beds of the other."""
    return bool(one and other) and max(one or 0, other or 0) <= 2 * min(one or 0, other or 0)


# --- the order and the reasons ----------------------------------------------------------------------------


def order_words(of: Standing, theme: str = "") -> str:
    """By what the candidates are put in order, the first first."""
    short = of.falls_short_in
    on = f" on “{theme}”" if theme else ""
    falls_short = (
        f"in how many of the key questions in which {of.name} falls short ({_questions(short)}) it is Good"
    )
    keys = [f"{falls_short} or Outstanding, the most first"] if short else []
    keys += [
        "Outstanding before Good", f"those that have shared good practice{on}",
        "those that came to a forum in the last 12 months", "those of similar size", "the nearest first", "name",
    ]  # fmt: skip
    return f"In the order of: {'; then '.join(keys)}. There is no score."


def _place_in_order(one: Candidate) -> tuple[object, ...]:
    return (
        -len(one.better_in),
        one.service.overall is not Rating.OUTSTANDING,
        not one.shared,
        not one.came_lately,
        not one.similar_size,
        one.miles if one.miles is not None else float("inf"),
        one.service.name.casefold(),
        one.service.id,
    )


def _candidate(of: Standing, one: Standing, today: date, theme: str) -> Candidate:
    miles = miles_between(of.place, one.place)
    better = tuple(question for question in of.falls_short_in if one.ratings.get(question) in WELL_RATED)
    lately = one.last_came is not None and today - LATELY <= one.last_came <= today
    wanted = theme.strip().casefold()
    shared = tuple(each for each in one.shared if not wanted or each.casefold() == wanted)
    similar = is_similar_size(of.beds, one.beds)
    made = Candidate(one, miles, better, lately, shared, similar, ())
    return Candidate(one, miles, better, lately, shared, similar, tuple(_reasons(of, made)))


def _reasons(of: Standing, made: Candidate) -> list[str]:
    one = made.service
    since = f", published {date_words(one.rated_on)}" if one.rated_on else ""
    reasons = [f"Rated {one.overall.label} overall{since}"]
    if made.better_in:
        reasons.append(f"Good or better in {_questions(made.better_in)}, where {of.name} falls short")
    worse = [question for question in of.falls_short_in if question not in made.better_in]
    if worse:
        reasons.append(f"Not known to be Good in {_questions(worse)}, where {of.name} falls short too")
    reasons.append(_distance(of, made))
    if made.shared:
        reasons.append(f"Has shared good practice: {and_list(list(made.shared))}")
    if made.came_lately and one.last_came is not None:
        reasons.append(f"Came to a forum on {date_words(one.last_came)}")
    if made.similar_size:
        reasons.append(f"Of similar size: {count_of(one.beds or 0, 'bed')}, here {of.beds}")
    if one.buddy_to:
        reasons.append(f"Buddy to {count_of(one.buddy_to, 'other service')} now")
    return reasons


def _distance(of: Standing, made: Candidate) -> str:
    if made.miles is None:
        return f"In the same district, {of.district}; the distance is not known"
    return f"{miles_words(made.miles)} away in a straight line"


def miles_words(miles: float) -> str:
    """4.2 miles, 1.0 miles."""
    return f"{number(round(miles, 1), 1)} miles"


def _questions(questions: Iterable[KeyQuestion]) -> str:
    return and_list([question.label for question in questions])


def _notes(of: Standing, limits: BuddyLimits) -> tuple[str, ...]:
    far = f"Distances are straight lines between postcodes, not roads; the limit is {count_of(limits.miles, 'mile')}."
    if of.place is None:
        where = f"those in the same district, {of.district}, are" if of.district else "nobody is"
        far = f"The postcode of {of.name} is not known, so distances are not either: {where} offered."
    short = of.falls_short_in
    if of.overall in POORLY_RATED and not short:
        return (far, f"No key question in which {of.name} falls short is recorded.")
    return (far,)
