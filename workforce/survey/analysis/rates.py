"""Vacancy, turnover and starters rates, by the formulas of the Adult Social Care Workforce Data Set (ASC-WDS).

Vacancy rate: vacancies ÷ (permanent and temporary staff + vacancies). Turnover rate: leavers of 12 months ÷ permanent
and temporary staff; more than 995 % cannot be. None is a rate of 0; don't know, no answer and nobody employed give no
result.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from resources.statistics import BASES_OF_PROVIDERS, Bounds, Spread, spread, total_of
from resources.tables import Cell, Column, ColumnKind, Table
from resources.wording import count_of
from resources.words import Word
from workforce.survey.analysis.figures import FEW_FIGURES, RANGES
from workforce.survey.analysis.frame import WaveData
from workforce.survey.analysis.groups import GroupBy, group_words, in_order
from workforce.survey.analysis.words import ANSWERED_IN_CONFIDENCE, filter_notes, wave_day, wave_source
from workforce.survey.vocabulary import Role

MOST_TURNOVER = Fraction(995, 100)
INCORRECT_TURNOVER = "incorrect-turnover"
"""ASC-WDS's own name for the error."""


class Rate(Word):
    """A rate and the question over which it is taken."""

    VACANCY = "vacancy_rate", "Vacancy rate"
    TURNOVER = "turnover_rate", "Turnover rate"
    STARTERS = "starters_rate", "Starters rate"

    @property
    def counted(self) -> Role:
        """What is counted."""
        return _COUNTED[self]

    @property
    def formula(self) -> str:
        """How it is made, for a note."""
        return _FORMULAS[self]


_COUNTED = {Rate.VACANCY: Role.VACANCIES, Rate.TURNOVER: Role.LEAVERS, Rate.STARTERS: Role.STARTERS}
_FORMULAS = {
    Rate.VACANCY: "Vacancy rate: vacancies ÷ (permanent and temporary staff + vacancies), as ASC-WDS computes it.",
    Rate.TURNOVER: "Turnover rate: leavers in 12 months ÷ permanent and temporary staff, as ASC-WDS computes it; above "
    "995% is taken for a mistake and left out.",
    Rate.STARTERS: "Starters rate: starters in 12 months ÷ permanent and temporary staff. By analogy with the "
    "turnover rate; Skills for Care’s own formula is not known.",
}  # fmt: skip
_NOT_NATIONAL = "Skills for Care’s published estimates are weighted, so they are not made in quite this way."
_POOLED = "Pooled: of all staff together. Typical: the median of the responses, each counting as one."


@dataclass(frozen=True)
class ServiceRate:
    """One response’s rate; `error` says why it is left out."""

    number: int
    name: str
    counted: Bounds
    staff: Bounds
    rate: Bounds
    error: str = ""

    @property
    def exact(self) -> bool:
        """Whether figures were given, not ranges."""
        return self.counted.exact and self.staff.exact


@dataclass(frozen=True)
class RateFigures:
    """A rate of several responses; bounds where ranges were given. Rates run from 0 (1 is 100 %).

    `weighted` is `pooled` with weights, which are decimals and not exact.
    """

    rate: Rate
    services: tuple[ServiceRate, ...]
    errors: tuple[ServiceRate, ...]
    no_result: int
    pooled: Bounds | None
    spread: Spread | None
    weighted: Bounds | None = None

    @property
    def base(self) -> int:
        """How many responses have a result."""
        return len(self.services)

    @property
    def hidden(self) -> bool:
        """Whether these are too few for more than their number to be shown."""
        return self.base < BASES_OF_PROVIDERS.hide


def rate_figures(data: WaveData, rate: Rate, weights: Mapping[int, float] | None = None) -> RateFigures:
    """One rate of the wave; weighted, the staff of each response count as often as its weight says."""
    found = data.once(
        ("rate_figures", rate), lambda: _figures(rate, service_rates(data, rate), len(data.responses))
    )
    if weights is None or not any(weights.get(one.number) for one in found.services):
        return found
    return replace(found, weighted=_pooled(rate, found.services, weights))


def _pooled(
    rate: Rate, services: Sequence[ServiceRate], weights: Mapping[int, float] | None = None
) -> Bounds:
    """All staff together."""

    def added(part: Callable[[ServiceRate], Fraction]) -> Fraction:
        if weights is None:
            return total_of(part(one) for one in services)
        return Fraction(sum(float(part(one)) * weights.get(one.number, 0.0) for one in services))

    if all(one.exact for one in services):
        each, of = added(lambda one: one.counted.low), added(lambda one: one.staff.low)
        return rate_of(rate, Bounds(each, each), Bounds(of, of))
    counted = Bounds(added(lambda one: one.counted.low), added(lambda one: one.counted.high))
    return rate_of(rate, counted, Bounds(added(lambda one: one.staff.low), added(lambda one: one.staff.high)))


def rates_by(data: WaveData, rate: Rate, by: GroupBy = GroupBy.KIND) -> dict[str, RateFigures]:
    """The same in each group that answered, in order."""
    return data.once(("rates_by", rate, by), lambda: _rates_by(data, rate, by))


def _rates_by(data: WaveData, rate: Rate, by: GroupBy) -> dict[str, RateFigures]:
    groups = data.responses[by.value].to_dict()
    found: dict[str, list[ServiceRate]] = {}
    for one in service_rates(data, rate):
        found.setdefault(groups[one.number], []).append(one)
    answered = Counter(groups.values())
    return {group: _figures(rate, found.get(group, []), answered[group]) for group in in_order(by, answered)}


def service_rates(data: WaveData, rate: Rate) -> Sequence[ServiceRate]:
    """Of each response that has a result, a wrong one too, by number."""
    return data.once(("service_rates", rate), lambda: _service_rates(data, rate))


def _service_rates(data: WaveData, rate: Rate) -> list[ServiceRate]:
    staff, counted = data.figures(Role.STAFF), data.figures(rate.counted)
    names = data.responses["name"].to_dict()
    return [
        found
        for number in sorted(staff.keys() & counted.keys())
        if (found := service_rate(rate, counted[number], staff[number], number, names.get(number) or ""))
        is not None
    ]


def service_rate(
    rate: Rate, counted: Bounds, staff: Bounds, number: int = 0, name: str = ""
) -> ServiceRate | None:
    """None where there is no result: nobody employed, or fewer than nobody counted."""
    if staff.low <= 0 or counted.low < 0:
        return None
    of = rate_of(rate, counted, staff)
    wrong = rate is Rate.TURNOVER and of.low > MOST_TURNOVER
    return ServiceRate(number, name, counted, staff, of, INCORRECT_TURNOVER if wrong else "")


def rate_of(rate: Rate, counted: Bounds, staff: Bounds) -> Bounds:
    """The lowest and the highest that the answers allow."""
    low = counted.low / whole_of(rate, counted.low, staff.high)
    if counted.exact and staff.exact:
        return Bounds(low, low)
    return Bounds(low, counted.high / whole_of(rate, counted.high, staff.low))


def whole_of(rate: Rate, counted: Fraction, staff: Fraction) -> Fraction:
    """What the rate is a share of: all posts for vacancies, the staff for leavers and starters."""
    return staff + counted if rate is Rate.VACANCY else staff


def _figures(rate: Rate, found: Sequence[ServiceRate], responses: int) -> RateFigures:
    services = tuple(one for one in found if not one.error)
    errors = tuple(one for one in found if one.error)
    pooled = _pooled(rate, services) if services else None
    typical = spread([one.rate.low for one in services], [one.rate.high for one in services])
    return RateFigures(rate, services, errors, responses - len(found), pooled, typical)


# --- tables -------------------------------------------------------------------------------------------------

_COLUMNS = (
    Column("base", "Responses", ColumnKind.NUMBER, 92),
    Column("pooled", "Pooled, %", ColumnKind.PERCENT, 100),
    Column("typical", "Typical, %", ColumnKind.PERCENT, 100),
    Column("lower_quartile", "Lower quartile, %", ColumnKind.PERCENT, 120),
    Column("upper_quartile", "Upper quartile, %", ColumnKind.PERCENT, 120),
    Column("no_result", "No result", ColumnKind.NUMBER, 92),
    Column("left_out", "Left out", ColumnKind.NUMBER, 92),
)
_WEIGHTED = Column("weighted", "Pooled, weighted, %", ColumnKind.PERCENT, 140)


def _cells(found: RateFigures) -> tuple[Cell, ...]:
    cells: tuple[Cell, ...] = (None,) * 4
    if found.pooled is not None and found.spread is not None and not found.hidden:
        held = found.spread
        told = (found.pooled, held.median, held.lower_quartile, held.upper_quartile)
        cells = tuple(one.times(100).cell() for one in told)
    return (found.base, *cells, found.no_result, len(found.errors))


def _weighted_cell(found: RateFigures) -> Cell:
    return None if found.hidden or found.weighted is None else found.weighted.times(100).cell()


def _notes(data: WaveData, found: Sequence[RateFigures]) -> tuple[str, ...]:
    rates = dict.fromkeys(one.rate for one in found)
    ranged = any(one.spread and one.spread.ranges for one in found)
    return (
        *filter_notes(data), *(rate.formula for rate in rates), _POOLED, *((RANGES,) if ranged else ()),
        *((FEW_FIGURES,) if any(one.hidden for one in found) else ()), _NOT_NATIONAL,
    )  # fmt: skip


def rates_table(data: WaveData, weights: Mapping[int, float] | None = None) -> Table:
    """A row for each rate."""
    found = [rate_figures(data, rate, weights) for rate in Rate]
    weighted = (_WEIGHTED,) if weights is not None else ()
    base = f"{count_of(len(data.responses), 'response')}, those with a result."
    rows: list[tuple[Cell, ...]] = [
        (one.rate.label, *_cells(one), *((_weighted_cell(one),) if weighted else ())) for one in found
    ]
    columns = (Column("rate", "Rate", width=200), *_COLUMNS, *weighted)
    notes = _notes(data, found)
    return Table(
        "Vacancy and turnover rates", columns, rows, base, wave_source(data), wave_day(data), notes,
        ANSWERED_IN_CONFIDENCE,
    )  # fmt: skip


def rates_by_table(data: WaveData, rate: Rate, by: GroupBy = GroupBy.KIND) -> Table:
    """A row for each group, the whole first."""
    groups = rates_by(data, rate, by)
    each = [one for figures in groups.values() for one in (*figures.services, *figures.errors)]
    whole = _figures(rate, each, len(data.responses))
    rows = [("All", *_cells(whole)), *((group_words(by, key), *_cells(one)) for key, one in groups.items())]
    base = f"{count_of(len(data.responses), 'response')}, those with a result."
    notes = _notes(data, [whole, *groups.values()])
    columns = (Column("group", by.label, width=200), *_COLUMNS)
    return Table(
        f"{rate.label} by {by.words}", columns, rows, base, wave_source(data), wave_day(data), notes,
        ANSWERED_IN_CONFIDENCE,
    )  # fmt: skip


def incorrect_table(data: WaveData) -> Table:
    """The rates that cannot be, with who gave them: to be asked about."""
    rows: list[tuple[Cell, ...]] = [
        (
            one.number,
            one.name,
            rate.label,
            one.counted.cell(),
            one.staff.cell(),
            one.rate.times(100).cell(),
            one.error,
        )
        for rate in Rate
        for one in rate_figures(data, rate).errors
    ]
    columns = (
        Column("number", "Response", ColumnKind.NUMBER, 92),
        Column("name", "Provider", width=240),
        Column("rate", "Rate", width=140),
        Column("counted", "Counted", ColumnKind.NUMBER, 92),
        Column("staff", "Staff", ColumnKind.NUMBER, 92),
        Column("percent", "Rate, %", ColumnKind.PERCENT, 92),
        Column("error", "Error", width=160),
    )
    return Table(
        "Rates that cannot be", columns, rows, f"{count_of(len(rows), 'rate')} left out.", wave_source(data),
        wave_day(data), (*filter_notes(data), Rate.TURNOVER.formula), ANSWERED_IN_CONFIDENCE,
    )  # fmt: skip
