"""Tables of a wave to be published as data: figures are numbers, bounds have columns, counts of people are safe."""

from collections.abc import Sequence

from resources.files.publication_workbook import Shorthand
from resources.statistics import BASES_OF_PROVIDERS, Interval, Share
from resources.suppression import SMALLEST_SHOWN, suppression_note
from resources.tables import Cell, Column, ColumnKind, Table
from resources.wording import count_of
from workforce.survey.analysis.bounds import Bounds
from workforce.survey.analysis.crosstabs import Crosstab
from workforce.survey.analysis.frequencies import Frequency, place_words
from workforce.survey.analysis.groups import GroupBy, group_words
from workforce.survey.analysis.length_of_service import length_of_service
from workforce.survey.analysis.rates import Rate, RateFigures, rate_figures, rates_by
from workforce.survey.analysis.words import (
    NOT_IN_THE_BASE,
    SMALL_BASES,
    filter_notes,
    interval_note,
    wave_day,
    wave_source,
)
from workforce.survey.funnel.steps import PEOPLE_AT, Step
from workforce.survey.funnel.tables import gives_small_count
from workforce.survey.report.material import Material
from workforce.survey.report.people import is_small, safe_lengths

LOW, NONE = Shorthand.LOW_BASE.value, Shorthand.NOT_APPLICABLE.value
BOUNDS = (
    "Where some gave a range or a band, the lowest and the highest that a figure can be are given; otherwise the two "
    "are the same."
)
TYPICAL = "Typical is the median of the responses’ own figures, each counting as one."
_P, _N, _T = ColumnKind.PERCENT, ColumnKind.NUMBER, ColumnKind.TEXT


def frequency_to_publish(m: Material, found: Frequency) -> Table:
    """A row for each answer, then don’t know, not applicable and no answer, which have no percentage."""
    weighted = m.weights is not None
    columns = [
        Column("answer", "Answer"), Column("count", "Responses", _N),
        Column("share", "Percentage of those who answered", _P),
        Column("low", "95% interval, lower bound", _P), Column("high", "95% interval, upper bound", _P),
        Column("place", "Place"),
        *([Column("weighted", "Weighted percentage", _P)] if weighted else []),
    ]  # fmt: skip
    rows: list[tuple[Cell, ...]] = [
        (
            row.wording, row.share.count, percent_cell(row.share), *_interval(row.interval, row.share),
            place_words(row.place) or NONE,
            *([_weighted(row.weighted, row.share)] if weighted else []),
        )
        for row in found.ordered
    ]  # fmt: skip
    rows += [
        (words, count, *[NONE] * (len(columns) - 2))
        for words, count in (
            ("Don’t know", found.dont_know), ("Not applicable", found.not_applicable), ("No answer", found.missing),
        )
    ]  # fmt: skip
    interval = interval_note(m.data.known_population)
    notes = [*filter_notes(m.data), NOT_IN_THE_BASE, SMALL_BASES, interval, *found.notes]
    return _table(m, found.wording, columns, rows, f"{found.answered:,} that answered this question", notes)


_SECOND_GROUP = (
    "Of one group too few answered. A second one is not shown either: from all and the others the first would be "
    "known."
)


def crosstab_to_publish(m: Material, found: Crosstab) -> Table:
    """A column for each group with its base in the heading; one group alone is never hidden."""
    second = _hidden_too(found)
    columns = [
        Column("answer", "Answer"), Column("all", f"All (base {found.answered:,})", _P),
        *(Column(one.key, f"{one.wording} (base {one.base:,})", _P) for one in found.groups),
    ]  # fmt: skip
    rows: list[tuple[Cell, ...]] = [
        (
            row.wording, percent_cell(row.total),
            *(Shorthand.CONFIDENTIAL.value if group.key == second else percent_cell(share)
              for group, share in zip(found.groups, row.shares, strict=True)),
        )
        for row in found.rows
    ]  # fmt: skip
    notes = [
        *filter_notes(m.data),
        NOT_IN_THE_BASE,
        SMALL_BASES,
        *found.notes,
        *([_SECOND_GROUP] if second else []),
    ]
    base = "those who answered, in each column"
    return _table(m, f"{found.wording} By {found.by}", columns, rows, base, notes)


def _hidden_too(found: Crosstab) -> str | None:
    """The key of the smallest group that may be shown, where one other is not; None where that tells nothing."""
    shown = [one for one in found.groups if one.base >= BASES_OF_PROVIDERS.hide]
    if not shown or len(found.groups) - len(shown) != 1 or found.answered < BASES_OF_PROVIDERS.hide:
        return None
    return min(shown, key=lambda one: one.base).key


def percent_cell(share: Share) -> Cell:
    """The percentage, or why there is none."""
    return LOW if share.shown is None else share.shown


def _weighted(value: float | None, share: Share) -> Cell:
    return LOW if share.hidden or value is None else round(value * 100)


def _interval(interval: Interval | None, share: Share) -> tuple[Cell, Cell]:
    if share.hidden or interval is None:
        return LOW, LOW
    return round(interval.low * 100, 1), round(interval.high * 100, 1)


# --- the funnel -------------------------------------------------------------------------------------------------


def funnel_to_publish(m: Material) -> Table:
    """A row for each step: of all people together, and at a typical provider, each from its lowest to its highest."""
    columns = [
        Column("from", "Of those"), Column("to", "How many were or did"),
        Column("providers", "Responses with counts", _N), Column("pooled_low", "All people together, lowest", _P),
        Column("pooled_high", "All people together, highest", _P),
        Column("typical_base", "Responses with counts or a band", _N), Column("typical_low", "Typical, lowest", _P),
        Column("typical_high", "Typical, highest", _P),
    ]  # fmt: skip
    rows = [_step_cells(one) for one in (*m.funnel.steps, *m.funnel.onward)]
    base = f"{count_of(m.funnel.responses, 'response')}, those that answered both stages"
    return _table(
        m, "From application to start", columns, rows, base, [*filter_notes(m.data), BOUNDS, TYPICAL]
    )


def _step_cells(step: Step) -> tuple[Cell, ...]:
    pooled, typical = step.pooled, step.typical
    both: tuple[Cell, ...] = (LOW, LOW)
    if pooled is not None and gives_small_count(pooled, SMALLEST_SHOWN[0]):
        both = (Shorthand.CONFIDENTIAL.value,) * 2
    elif pooled is not None and not pooled.hidden:
        both = (_of_one(pooled.low.value or 0), _of_one(pooled.high.value or 0))
    middle: tuple[Cell, ...] = (LOW, LOW)
    if typical is not None and not typical.hidden:
        middle = (_of_one(typical.low.median), _of_one(typical.high.median))
    return (
        PEOPLE_AT[step.stage_from].capitalize(), PEOPLE_AT[step.stage_to].capitalize(),
        pooled.providers if pooled else 0, *both, typical.providers if typical else 0, *middle,
    )  # fmt: skip


def _of_one(value: object) -> float:
    return round(float(value) * 100, 1)  # type: ignore[arg-type]


# --- people -----------------------------------------------------------------------------------------------------


def lengths_to_publish(m: Material) -> Table | None:
    """People by length of service, small counts hidden; None where the wave did not ask."""
    found = length_of_service(m.data)
    if found is None or not found.rows:
        return None
    columns = [
        Column("length", "Length of service"), Column("people", "People", _N),
        Column("pooled", "All staff together", _P),
        *_two("typical", "Typical"),
    ]  # fmt: skip
    rows = [
        (
            told.wording, *((LOW, LOW) if found.hidden else (told.people, told.pooled)),
            *_bounds(one.typical, found.hidden),
        )
        for told, one in zip(safe_lengths(found), found.rows, strict=True)
    ]  # fmt: skip
    notes = [*filter_notes(m.data), BOUNDS, TYPICAL, suppression_note()]
    base = f"{count_of(found.base, 'response')} that gave all five figures"
    return _table(m, "Length of service of staff", columns, rows, base, notes)


def rates_to_publish(m: Material) -> Table:
    """Vacancy, turnover and starters rate: pooled and typical."""
    columns = [
        Column("rate", "Rate"), Column("base", "Responses", _N), *_two("pooled", "All staff together"),
        *_two("typical", "Typical"), *_two("lower", "Lower quartile"), *_two("upper", "Upper quartile"),
    ]  # fmt: skip
    found = [rate_figures(m.data, rate) for rate in Rate]
    rows = [(one.rate.label, one.base, *_bounds(one.pooled, one.hidden), *_spread(one)) for one in found]
    notes = [*filter_notes(m.data), *(one.rate.formula for one in found), BOUNDS, TYPICAL]
    return _table(m, "Vacancy, turnover and starters rates", columns, rows, _results(m), notes)


def rates_by_kind_to_publish(m: Material) -> Table:
    """Only typical rates: those of all staff together would tell of a group that is not shown, by subtraction."""
    columns = [
        Column("kind", "Kind of service"), Column("rate", "Rate"), Column("base", "Responses", _N),
        *_two("typical", "Typical"), *_two("lower", "Lower quartile"), *_two("upper", "Upper quartile"),
    ]  # fmt: skip
    rows = [
        (group_words(GroupBy.KIND, kind), rate.label, one.base, *_spread(one))
        for rate in Rate
        for kind, one in rates_by(m.data, rate).items()
    ]
    notes = [*filter_notes(m.data), *(rate.formula for rate in Rate), BOUNDS, TYPICAL]
    title = "Vacancy, turnover and starters rates by kind of service"
    return _table(m, title, columns, rows, _results(m), notes)


def _pooled(found: RateFigures) -> tuple[Cell, ...]:
    return (Shorthand.CONFIDENTIAL.value,) * 2 if is_small(found) else _bounds(found.pooled, found.hidden)


def _results(m: Material) -> str:
    return f"{count_of(len(m.data.responses), 'response')}, those with a result"


def _two(name: str, heading: str) -> list[Column]:
    return [
        Column(f"{name}_low", f"{heading}, lowest", _P),
        Column(f"{name}_high", f"{heading}, highest", _P),
    ]


def _spread(found: RateFigures) -> tuple[Cell, ...]:
    if found.spread is None:
        return (LOW,) * 6
    held = (found.spread.median, found.spread.lower_quartile, found.spread.upper_quartile)
    return tuple(cell for one in held for cell in _bounds(one, found.hidden))


def _bounds(found: Bounds | None, hidden: bool) -> tuple[Cell, Cell]:
    if found is None or hidden:
        return LOW, LOW
    return round(found.low * 100, 1), round(found.high * 100, 1)


def _table(
    m: Material,
    title: str,
    columns: Sequence[Column],
    rows: Sequence[tuple[Cell, ...]],
    base: str,
    notes: Sequence[str],
) -> Table:
    return Table(
        title,
        tuple(columns),
        list(rows),
        base,
        wave_source(m.data),
        wave_day(m.data),
        tuple(dict.fromkeys(notes)),
    )
