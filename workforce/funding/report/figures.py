"""The figures of a funding year, from plain facts: each fund's money, what was claimed by whom, and people trained."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from engagement.register.vocabulary import NO_DISTRICT, ServiceKind
from resources.database import Database
from resources.suppression import SMALLEST_SHOWN, suppress_list
from workforce.funding.funds.balance import Balance, Pot, added, balances_by_pot
from workforce.funding.funds.forecast import runway_of
from workforce.funding.funds.funds import Fund, funds
from workforce.funding.funds.overspends import PassedOverspend, overspent_pots, passed_overspends
from workforce.funding.funds.runway import Runway
from workforce.funding.report.disclosure import groups_to_hide, is_safe, together
from workforce.funding.report.reading import (
    SEVERAL_DISTRICTS,
    SEVERAL_KINDS,
    ClaimRow,
    TrainedRow,
    claims_of_year,
    trained_in_year,
)
from workforce.funding.vocabulary import ClaimStatus
from workforce.years import year_span

BELOW = SMALLEST_SHOWN[0]
MOST_COURSES = 12
OTHER_COURSES = "All other courses"
_LAST = (SEVERAL_KINDS, SEVERAL_DISTRICTS, NO_DISTRICT, "Kind not known")


@dataclass(frozen=True)
class FundLine:
    """A fund of ours with its money in the year and over all its years, and how long it will last.

    `over` is by how much its pots of the year are overspent; `passed` who let that pass, which is not for publication.
    """

    fund: Fund
    year: Balance
    whole: Balance
    runway: Runway | None
    over: Mapping[Pot, int] = field(default_factory=dict)
    passed: tuple[PassedOverspend, ...] = ()

    @property
    def is_of_several_years(self) -> bool:
        """Whether it has money in another year too."""
        return self.whole != self.year


@dataclass(frozen=True)
class ClaimedLine:
    """What providers of a kind or district claimed. `pence` and `claims` are None where they may not be told."""

    name: str
    providers: int
    claims: int | None
    pence: int | None


@dataclass(frozen=True)
class Claimed:
    """Claims that count in a year: those awaiting a decision, approved or paid. `refused` were declined.

    `refused_pence` is None where it would tell what a provider was refused.
    """

    claims: int
    providers: int
    pence: int
    by_kind: tuple[ClaimedLine, ...]
    by_district: tuple[ClaimedLine, ...]
    refused: int
    refused_pence: int | None
    withdrawn: int

    @property
    def hides(self) -> bool:
        """Whether any amount is not told."""
        return any(one.pence is None for one in (*self.by_kind, *self.by_district))


@dataclass(frozen=True)
class PeopleLine:
    """People, rounded; None where the number may not be told."""

    name: str
    people: int | None


@dataclass(frozen=True)
class Trained:
    """People who completed something. Somebody who completed two courses counts at each of them."""

    by_course: tuple[PeopleLine, ...]
    by_course_total: int | None
    claimed_for: tuple[PeopleLine, ...]
    claimed_for_total: int | None

    @property
    def any(self) -> bool:
        """Whether there is anything to be told."""
        return bool(self.by_course or self.claimed_for)


@dataclass(frozen=True)
class FundingFigures:
    """All of it as at a day. `signposted_claimed` is None where it would tell what a provider claimed elsewhere."""

    year: int
    as_at: date
    funds: tuple[FundLine, ...]
    signposted: tuple[Fund, ...]
    signposted_claimed: int | None
    claimed: Claimed
    trained: Trained

    @property
    def together(self) -> Balance:
        """All funds of ours in the year."""
        return added(one.year for one in self.funds)


def funding_figures(db: Database, year: int, *, today: date) -> FundingFigures:
    """The figures of a year as they are known today."""
    pots = balances_by_pot(db)
    held = [
        one
        for one in funds(db, archived=True)
        if _is_of(one, year, {pot.year for pot in pots.get(one.id, ())})
    ]
    lines = []
    for one in reversed([each for each in held if each.is_ours]):
        own = pots.get(one.id, {})
        lines.append(
            FundLine(
                one, added(found for pot, found in own.items() if pot.year == year), added(own.values()),
                runway_of(db, one, today=today, known=added(own.values())),
                overspent_pots({pot: found for pot, found in own.items() if pot.year == year}),
                tuple(passed_overspends(db, one.id, year=year)),
            )
        )  # fmt: skip
    ours = {one.fund.id for one in lines}
    claims = claims_of_year(db, year)
    elsewhere = [one for one in claims if one.fund_id not in ours and one.status.counts]
    return FundingFigures(
        year, today, tuple(sorted(lines, key=lambda one: -one.year.allocated)),
        tuple(one for one in held if not one.is_ours and one.archived_on is None),
        _if_safe(elsewhere),
        claimed_figures([one for one in claims if one.fund_id in ours]),
        trained_figures(trained_in_year(db, year, today), [one for one in claims if one.status.counts]),
    )  # fmt: skip


def _is_of(one: Fund, year: int, years: Iterable[int]) -> bool:
    span = year_span(year)
    runs = one.opens_on <= span.last and (one.closes_on is None or one.closes_on >= span.first)
    return year in years or (runs and one.archived_on is None)


# --- claims -----------------------------------------------------------------------------------------------------


def claimed_figures(claims: Sequence[ClaimRow]) -> Claimed:
    """What was claimed in a year, in all and by kind and district. Pure."""
    counts = [one for one in claims if one.status.counts]
    declined = [one for one in claims if one.status is ClaimStatus.DECLINED]
    return Claimed(
        len(counts), len({one.provider_id for one in counts}), sum(one.pence for one in counts),
        _lines(counts, lambda one: one.kind, [kind.label for kind in ServiceKind]),
        _lines(counts, lambda one: one.district, ()),
        len(declined), _if_safe(declined),
        sum(one.status is ClaimStatus.WITHDRAWN for one in claims),
    )  # fmt: skip


def _if_safe(claims: Iterable[ClaimRow]) -> int | None:
    """What they come to; None where too few providers are behind it."""
    by_provider = together({one.provider_id: one.pence} for one in claims)
    return sum(by_provider.values()) if is_safe(by_provider) else None


def _lines(
    claims: Sequence[ClaimRow], name_of: Callable[[ClaimRow], str], order: Sequence[str]
) -> tuple[ClaimedLine, ...]:
    groups: dict[str, Counter[str]] = defaultdict(Counter)
    numbers: Counter[str] = Counter()
    for one in claims:
        groups[name_of(one)][one.provider_id] += one.pence
        numbers[name_of(one)] += 1
    hidden = groups_to_hide(groups)
    return tuple(
        ClaimedLine(
            name, len(groups[name]), None if name in hidden else numbers[name],
            None if name in hidden else sum(groups[name].values()),
        )
        for name in _in_order(groups, order)
    )  # fmt: skip


def _in_order(names: Mapping[str, object], order: Sequence[str]) -> list[str]:
    """In an order that is given, else by the alphabet; what stands for several or none comes last."""
    known = [name for name in order if name in names]
    others = sorted(name for name in names if name not in known and name not in _LAST)
    return [*known, *others, *(name for name in _LAST if name in names)]


# --- people -----------------------------------------------------------------------------------------------------


def trained_figures(trained: Sequence[TrainedRow], claims: Sequence[ClaimRow]) -> Trained:
    """People by course, and those whose training was claimed by kind of service; small numbers hidden. Pure."""
    courses: Counter[str] = Counter()
    named: set[tuple[str, str]] = set()
    for one in trained:
        if one.learner_id is None:
            courses[one.course] += one.people
        elif (one.course, one.learner_id) not in named:
            named.add((one.course, one.learner_id))
            courses[one.course] += 1
    by_kind: dict[str, set[str]] = defaultdict(set)
    seen: set[str] = set()
    for claim in claims:
        if claim.learner_id is not None and claim.learner_id not in seen:
            seen.add(claim.learner_id)  # somebody claimed for by two kinds counts at the first
            by_kind[claim.kind].add(claim.learner_id)
    kinds = _in_order(by_kind, [kind.label for kind in ServiceKind])
    by_course, course_total = _people(_fewer(courses))
    claimed_for, total = _people({name: len(by_kind[name]) for name in kinds})
    return Trained(by_course, course_total, claimed_for, total)


def _fewer(courses: Counter[str]) -> dict[str, int]:
    """The courses that most people completed; the others are put together."""
    most = sorted(courses.items(), key=lambda one: (-one[1], one[0]))
    found = dict(most[:MOST_COURSES])
    rest = sum(number for _, number in most[MOST_COURSES:])
    return {**found, OTHER_COURSES: rest} if rest else found


def _people(counts: Mapping[str, int]) -> tuple[tuple[PeopleLine, ...], int | None]:
    safe = suppress_list(list(counts.values()), below=BELOW).rounded()
    return tuple(PeopleLine(name, told) for name, told in zip(counts, safe.counts, strict=True)), safe.total
