"""What speaks against sending a nominee to the judges, each in a sentence. Pure: what is known, held against the rules.

What is said of a named service's contract is exempt (the register's paragraph 3) and is for the chair's screen only.
Everything else is still exempt as it names a nominee, and may stand beside the nominee wherever they are shown.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from awards.qualifying.checks import CheckedPoint
from awards.vocabulary import NomineeKind
from engagement.register.vocabulary import ContractStatus, Rating
from resources.wording import and_list, count_of, date_words
from resources.words import Word

NEWLY = timedelta(days=365)
"""For so long after it was published a worse rating is new."""

_NAMED = 3


class ConcernKind(Word):
    """What it is about."""

    NO_VOICE = "no_voice", "No nomination that counts"
    RETURNED = "returned", "Information awaited"
    OVER_LIMIT = "over_limit", "Statement over the limit"
    CHECKLIST_OPEN = "checklist_open", "Checklist open"
    CHECKLIST_NO = "checklist_no", "Found against them"
    NOT_TIED = "not_tied", "Not tied to the register"
    NOT_ASKED = "not_asked", "Employment not asked"
    ASKED_EARLY = "asked_early", "Employment asked too early"
    NOT_ANSWERED = "not_answered", "Employment not answered"
    LEFT = "left", "Left"
    CONTRACT = "contract", "Contract"
    RATING = "rating", "Rating"
    CLOSED = "closed", "Closed"
    DORMANT = "dormant", "Dormant"
    OUTSIDE = "outside", "Outside the council’s area"


@dataclass(frozen=True)
class Concern:
    """One thing. `stops`: the chair must give a reason to pass it. `exempt`: said on the chair's screen only.

    `since` is the day from which it holds, where the register knows one.
    """

    kind: ConcernKind
    sentence: str
    stops: bool = True
    exempt: bool = False
    since: date | None = None


@dataclass(frozen=True)
class RegisterFacts:
    """What the register knows of where somebody was nominated, as at a day. All empty where nothing is tied."""

    service: str = ""
    provider: str = ""
    contract: ContractStatus = ContractStatus.NONE
    contract_since: date | None = None
    rating: Rating | None = None
    rated_on: date | None = None
    rating_before: Rating | None = None
    closed_on: date | None = None
    dormant: bool = False
    authority: str = ""
    in_area: bool = True
    service_id: str = ""
    provider_id: str = ""

    @property
    def is_tied(self) -> bool:
        """Whether the register knows the place or the firm."""
        return bool(self.service or self.provider)

    @property
    def place(self) -> str:
        """What is spoken of: the service, else the provider."""
        return self.service or self.provider


@dataclass(frozen=True)
class Qualified:
    """All that is held against the rules: one nominee, as at `today`. `opened_on`: when nominations opened."""

    nominee: str
    nominee_kind: NomineeKind
    today: date
    opened_on: date | None = None
    place_told: str = ""
    employed: bool | None = None
    employed_asked_on: date | None = None
    voices: int = 1
    awaited: int = 0
    over_limit: int = 0
    checklist: Sequence[CheckedPoint] = ()
    register: RegisterFacts = field(default_factory=RegisterFacts)


def concerns(one: Qualified) -> tuple[Concern, ...]:
    """What speaks against the nominee: what stops them first."""
    found = [
        *_voices(one),
        *_checklist(one),
        *_employment(one),
        *_tied(one),
        *register_concerns(one.register, one.today),
    ]
    return tuple(sorted(found, key=lambda each: not each.stops))


_K = ConcernKind
_RECORDED = (
    (("employ", "still work"), {_K.NOT_ASKED, _K.ASKED_EARLY, _K.NOT_ANSWERED, _K.LEFT}),
    (("length", "over the limit", "too long"), {_K.OVER_LIMIT}),
)
"""Words of points about what is also recorded by itself, and the concerns that this record gives rise to."""


def beside_point(words: str, found: Sequence[Concern]) -> str:
    """What is recorded of the matter of a point and speaks against it; '' where nothing does."""
    kinds = {
        kind
        for telling, some in _RECORDED
        if any(one in words.casefold() for one in telling)
        for kind in some
    }
    return " ".join(one.sentence for one in found if one.kind in kinds)


def _voices(one: Qualified) -> Iterator[Concern]:
    if not one.voices:
        yield Concern(
            ConcernKind.NO_VOICE,
            "No nomination counts for them: each was withdrawn, is a draft or says the same as another.",
        )
    if one.awaited:
        what = "A nomination was" if one.awaited == 1 else f"{one.awaited} nominations were"
        yield Concern(
            ConcernKind.RETURNED,
            f"{what} returned for information, and the answer has not come.",
            stops=one.awaited >= one.voices,
        )
    if one.over_limit:
        what = "A statement is" if one.over_limit == 1 else f"{one.over_limit} statements are"
        yield Concern(
            ConcernKind.OVER_LIMIT,
            f"{what} longer than the limit, and nobody has decided whether the judges read all of it.",
        )


def _checklist(one: Qualified) -> Iterator[Concern]:
    waiting = [f"“{point.words}”" for point in one.checklist if point.is_open]
    if waiting:
        more = len(waiting) - _NAMED
        listed = [*waiting[:_NAMED], f"{more} more"] if more > 0 else waiting
        were = "was" if len(waiting) == 1 else "were"
        said = f"{count_of(len(waiting), 'point')} of the checklist {were} not looked at: {and_list(listed)}."
        yield Concern(ConcernKind.CHECKLIST_OPEN, said)
    for point in one.checklist:
        if point.speaks_against and point.found is not None:
            yield Concern(ConcernKind.CHECKLIST_NO, f"“{point.words}”: no. {point.found.note}")


def _employment(one: Qualified) -> Iterator[Concern]:
    """Only somebody alone can leave; a team and a service are asked about by the checklist."""
    if one.nominee_kind is not NomineeKind.INDIVIDUAL:
        return
    asked = one.employed_asked_on
    if asked is None:
        yield Concern(ConcernKind.NOT_ASKED, "Nobody has asked whether they still work there.")
    elif one.employed is None:
        yield Concern(
            ConcernKind.NOT_ANSWERED,
            f"Whether they still work there was asked on {date_words(asked)}, and the answer has not come.",
        )
    elif not one.employed:
        yield Concern(ConcernKind.LEFT, f"They no longer work there, as was said on {date_words(asked)}.")
    elif one.opened_on is not None and asked < one.opened_on:
        yield Concern(
            ConcernKind.ASKED_EARLY,
            f"Whether they still work there was asked on {date_words(asked)}, before nominations opened on "
            f"{date_words(one.opened_on)}.",
        )


def _tied(one: Qualified) -> Iterator[Concern]:
    if not one.register.is_tied:
        told = f"“{one.place_told}” is" if one.place_told else "Where they work is"
        yield Concern(
            ConcernKind.NOT_TIED,
            f"{told} not tied to the register, so that nothing is known of its contract and ratings.",
        )
    elif not one.register.service:
        yield Concern(
            ConcernKind.NOT_TIED,
            f"They are tied to {one.register.provider}, and to none of its services: no contract and no rating was "
            "looked at.",
            stops=False,
        )


def register_concerns(register: RegisterFacts, today: date) -> Iterator[Concern]:
    """What the register alone has to say; it may change after the judges were asked, and after the announcement."""
    yield from _contract(register)
    yield from _rating(register, today)
    if register.closed_on is not None:
        yield Concern(
            ConcernKind.CLOSED,
            f"{register.place} is closed, or archived, since {date_words(register.closed_on)}.",
            since=register.closed_on,
        )
    elif register.dormant:
        yield Concern(ConcernKind.DORMANT, f"CQC has {register.place} as dormant.", stops=False)
    if not register.in_area:
        yield Concern(
            ConcernKind.OUTSIDE,
            f"{register.place} is in the area of {register.authority}, not in the council’s own.",
        )


def _contract(register: RegisterFacts) -> Iterator[Concern]:
    words = {
        ContractStatus.SUSPENDED: "The council’s contract with {} is suspended{}.",
        ContractStatus.TERMINATED: "The council’s contract with {} was terminated{}.",
        ContractStatus.IMPROVEMENT_NOTICE: "{} is under an improvement notice{}.",
    }.get(register.contract)
    if words is not None:
        since = f" since {date_words(register.contract_since)}" if register.contract_since else ""
        if register.contract is ContractStatus.TERMINATED:
            since = since.replace(" since ", " on ")
        stops = register.contract is not ContractStatus.IMPROVEMENT_NOTICE
        yield Concern(
            ConcernKind.CONTRACT,
            words.format(register.place, since),
            stops=stops,
            exempt=True,
            since=register.contract_since,
        )


def _rating(register: RegisterFacts, today: date) -> Iterator[Concern]:
    now, on, before = register.rating, register.rated_on, register.rating_before
    if now is None or on is None or not now.is_rated:
        return
    order = [Rating.INADEQUATE, Rating.REQUIRES_IMPROVEMENT, Rating.GOOD, Rating.OUTSTANDING]
    worse = before is not None and before.is_rated and order.index(now) < order.index(before)
    newly = "newly " if (worse or before is None) and today - on <= NEWLY else ""
    was = f"; before that it was {before.label}" if worse and before is not None else ""
    if now is Rating.INADEQUATE or (worse and newly):
        yield Concern(
            ConcernKind.RATING,
            f"CQC {newly}rated {register.place} {now.label} on {date_words(on)}{was}.",
            stops=now is Rating.INADEQUATE,
            since=on,
        )
