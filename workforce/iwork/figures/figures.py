"""The figures of a period as they may be told. No number of a few people, employers or posts leaves this module.

An employer or a post is nobody, but one alone in a district, or in a period, tells where somebody works: they are held
to the same rule.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from engagement.register.council import council
from resources.database import Database
from resources.geography import districts_of
from resources.linked_sums import Linked, Sum, sums_to_hide
from resources.report.committee.section import NothingToTell
from resources.spans import Span
from resources.suppression import suppress_list
from resources.wording import rounded_whole
from workforce.iwork.figures.counted import OF_MEASURE, Counted, PersonFacts, State, state_of
from workforce.iwork.figures.measure_bases import MeasureBase, base_on
from workforce.iwork.figures.periods import period_to, refuse_end
from workforce.iwork.figures.reading import (
    EmployerFacts,
    NewPosts,
    by_district,
    employer_facts,
    new_posts,
    person_facts,
)
from workforce.iwork.figures.safe_counts import BELOW, Told, safe_counts
from workforce.iwork.placements.benefits import benefit_rules, rule_on
from workforce.iwork.placements.pay import total_on
from workforce.iwork.vocabulary import BenefitKind, MeasureKind

ELSEWHERE = "Elsewhere, or not known"
_BAND = 16 * 60
_LEAST_FOR_AVERAGE = 10


@dataclass(frozen=True)
class DistrictLine:
    """A district with its people and employers on the last day; None where a number is not shown."""

    name: str
    people: int | None
    employers: int | None


@dataclass(frozen=True)
class IWorkFigures:
    """What may be told of a period, as at its last day. None: fewer than five, or it would give such a number away.

    `tells_people` and `tells_employers`: whether their column by district tells anything.
    """

    period: Span
    counts: Mapping[Counted, int | None]
    band_minutes: int
    average_hours: int | None
    employers: int | None
    new_employers: int | None
    posts: int | None
    places: tuple[int, int] | None
    districts: tuple[DistrictLine, ...]
    tells_people: bool
    tells_employers: bool
    bases: Mapping[MeasureKind, MeasureBase | None]

    @property
    def as_at(self) -> date:
        """The last day."""
        return self.period.last

    @property
    def hides(self) -> bool:
        """Whether any number is not shown."""
        numbers = (
            *self.counts.values(),
            self.employers,
            self.new_employers,
            self.posts,
            *self._by_district(),
        )
        return None in numbers

    def _by_district(self) -> list[int | None]:
        people = [one.people for one in self.districts] if self.tells_people else []
        return people + ([one.employers for one in self.districts] if self.tells_employers else [])


def iwork_figures(vault: Database, db: Database, last: date, *, today: date) -> IWorkFigures:
    """As the register tells it now; `db` says whose districts are told. Raises NothingToTell while nothing is there."""
    refuse_end(last, today)
    period, people, employers = period_to(last), person_facts(vault), employer_facts(vault)
    posts = new_posts(vault, period)
    if not people and not employers:
        raise NothingToTell(NOTHING)
    rule = rule_on(benefit_rules(vault), BenefitKind.HOURS_BAND, last)
    band = rule.amount if rule is not None and rule.amount else _BAND
    bases = {kind: base_on(vault, kind, last) for kind in MeasureKind}
    return figures_of(period, people, employers, posts, bases, districts_of(council(db)), band_minutes=band)


NOTHING = (
    "The register holds nobody and no employer yet, so that there are no figures. Add a person on the side People "
    "first."
)


def figures_of(
    period: Span, people: Sequence[PersonFacts], employers: Sequence[EmployerFacts], posts: NewPosts,
    bases: Mapping[MeasureKind, MeasureBase | None], districts: Sequence[str], *, band_minutes: int = _BAND,
) -> IWorkFigures:  # fmt: skip
    """The same from plain facts. Pure."""
    states = [state_of(one, period, band_minutes) for one in people]
    counts = safe_counts(states, also=_nearly_all(states, bases))
    held, new, employed = _employers(employers, period)
    lines, tells_people, tells_employers = _districts(period, people, employers, counts, held, districts)
    told = posts.posts if not 1 <= posts.posts < BELOW else None
    return IWorkFigures(
        period, counts, band_minutes, _average(people, period.last, counts), held, new, told,
        (posts.least, posts.most) if told else None, lines, tells_people, tells_employers and bool(employed), bases,
    )  # fmt: skip


def _nearly_all(states: Sequence[State], bases: Mapping[MeasureKind, MeasureBase | None]) -> list[Counted]:
    """Measures that would tell of a base all but a few: who of it is not in work would be those few."""
    found: list[Counted] = []
    for kind, numbers in OF_MEASURE.items():
        base, count = bases.get(kind), sum(numbers[0] in one for one in states)
        if base is not None and 1 <= base.number - count < BELOW:
            found += numbers
    return found


def _average(people: Sequence[PersonFacts], day: date, counts: Told) -> int | None:
    """Hours a week of those in work, in whole hours; not of so few that somebody’s own hours could be reckoned."""
    if counts[Counted.WORK] is None:
        return None
    totals = [total_on(one.jobs, day).minutes for one in people if one.is_in_work(day)]
    if len(totals) < _LEAST_FOR_AVERAGE or not all(totals):
        return None
    return rounded_whole(Fraction(sum(totals), 60 * len(totals)))


def _employers(employers: Sequence[EmployerFacts], period: Span) -> tuple[int | None, int | None, int]:
    """On the last day, of them new in the period, and how many there are in truth."""
    held = [one for one in employers if one.is_held_on(period.last)]
    new = sum(one.interest_on >= period.first for one in held)
    every, fresh = Sum(("before", "new")), Sum(("new",))
    linked = Linked({"before": len(held) - new, "new": new}, (every, fresh), (Sum(("before",)),))
    hidden = sums_to_hide(linked, below=BELOW)
    return (None if every in hidden else len(held), None if fresh in hidden else new, len(held))


def _districts(
    period: Span, people: Sequence[PersonFacts], employers: Sequence[EmployerFacts], counts: Told, held: int | None,
    districts: Sequence[str],
) -> tuple[tuple[DistrictLine, ...], bool, bool]:  # fmt: skip
    """Both by district. A column whose total is not shown elsewhere tells nothing at all, nor one of small numbers."""
    here = [one.district for one in people if one.is_on_register(period.last)]
    there = [one.district for one in employers if one.is_held_on(period.last)]
    first = _column(by_district(districts, here), counts[Counted.REGISTER])
    second = _column(by_district(districts, there), held)
    lines = tuple(
        DistrictLine(name, first[at] if first else None, second[at] if second else None)
        for at, name in enumerate((*districts, ELSEWHERE))
    )
    return lines, first is not None, second is not None


def _column(numbers: Sequence[int], total: int | None) -> tuple[int | None, ...] | None:
    safe = suppress_list(numbers, below=BELOW)
    told = total is not None and safe.total is not None and any(safe.counts)
    return safe.counts if told else None
