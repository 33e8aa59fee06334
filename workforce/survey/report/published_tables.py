"""Every table of a wave that is given to others, with what may not be known hidden in it.

The workbook and the CSV print them as they stand, and the Word papers are made from them (see `paper`), so that a
figure that is hidden in one is hidden in all. Bounds have columns of their own, by the names x_low and x_high.
"""

from collections.abc import Iterable, Mapping, Sequence

from resources.files.publication_workbook import Shorthand
from resources.statistics import BASES_OF_PROVIDERS, Bounds, Interval, Share
from resources.suppression import HIDDEN, suppression_note
from resources.tables import Cell, Column, ColumnKind, Table
from resources.wording import count_of, rounded_whole
from workforce.survey.analysis.crosstabs import Crosstab
from workforce.survey.analysis.figures import QUARTILES, NumberFigures
from workforce.survey.analysis.frequencies import Frequency, frequency_table, place_words
from workforce.survey.analysis.groups import GroupBy, group_words
from workforce.survey.analysis.rates import Rate, RateFigures, rate_figures, rates_by
from workforce.survey.analysis.words import NOT_IN_THE_BASE, SMALL_BASES, filter_notes, wave_day, wave_source
from workforce.survey.funnel.steps import PEOPLE_AT
from workforce.survey.report.few_providers import RULE, providers_by_number
from workforce.survey.report.material import Material
from workforce.survey.report.people import LENGTH_WORDS, has_small_total, is_small
from workforce.survey.report.safe_steps import SafeStep

LOW, NONE = Shorthand.LOW_BASE.value, Shorthand.NOT_APPLICABLE.value
BOUNDS = (
    "Where some gave a range or a band, the lowest and the highest that a figure can be are given; otherwise the two "
    "are the same."
)
TYPICAL = "Typical is the median of the responses’ own figures, each counting as one."
_P, _N, _T = ColumnKind.PERCENT, ColumnKind.NUMBER, ColumnKind.TEXT


def too_few(base: int) -> bool:
    """Whether so few answered that neither how many of them nor what share of them is given."""
    return base < BASES_OF_PROVIDERS.hide


def base_cell(base: int) -> Cell:
    """How many a group is, unless it is too few to be looked at."""
    return LOW if too_few(base) else base


def frequency_to_publish(m: Material, found: Frequency) -> Table:
    """A row for each answer, then don’t know, not applicable and no answer, which have no percentage."""
    weighted = m.weights is not None
    columns = [
        Column("answer", "Answer"), Column("count", "Responses", _N),
        Column("share", "Percentage of those who answered", _P),
        Column("interval_low", "95% interval, lower bound", _P),
        Column("interval_high", "95% interval, upper bound", _P),
        Column("place", "Place"),
        *([Column("weighted", "Weighted percentage", _P)] if weighted else []),
    ]  # fmt: skip
    rows: list[tuple[Cell, ...]] = [
        (
            row.wording, LOW if too_few(row.share.base) else row.share.count, percent_cell(row.share),
            *_interval(row.interval, row.share), place_words(row.place) or NONE,
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
    notes = [NOT_IN_THE_BASE, SMALL_BASES, *frequency_table(found, m.data).notes]
    return published(
        m, found.wording, columns, rows, f"{found.answered:,} that answered this question", notes
    )


_SECOND_GROUP = (
    "Of one group too few answered. A second one is not shown either: from all and the others the first would be "
    "known."
)


def crosstab_to_publish(m: Material, found: Crosstab) -> Table:
    """A column for each group with its base in the heading; one group alone is never hidden."""
    second = _hidden_too(found)
    columns = [
        Column("answer", "Answer"), Column("all", f"All ({_base_words(found.answered)})", _P),
        *(Column(one.key, f"{one.wording} ({_base_words(one.base)})", _P) for one in found.groups),
    ]  # fmt: skip
    rows: list[tuple[Cell, ...]] = [
        (
            row.wording, percent_cell(row.total),
            *(HIDDEN if group.key == second else percent_cell(share)
              for group, share in zip(found.groups, row.shares, strict=True)),
        )
        for row in found.rows
    ]  # fmt: skip
    notes = [
        NOT_IN_THE_BASE,
        SMALL_BASES,
        *found.notes,
        *([_SECOND_GROUP] if second else []),
    ]
    base = "those who answered, in each column"
    return published(m, f"{found.wording} By {found.by}", columns, rows, base, notes)


def _base_words(base: int) -> str:
    return f"base under {BASES_OF_PROVIDERS.hide}" if too_few(base) else f"base {base:,}"


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
    return LOW if share.hidden or value is None else rounded_whole(value * 100)


def _interval(interval: Interval | None, share: Share) -> tuple[Cell, Cell]:
    if share.hidden or interval is None:
        return LOW, LOW
    return round(interval.low * 100, 1), round(interval.high * 100, 1)


# --- people -----------------------------------------------------------------------------------------------------


def funnel_to_publish(m: Material) -> Table:
    """A row for each step: of all people together, and at a typical provider, each from its lowest to its highest."""
    columns = [
        Column("from", "Of those"), Column("to", "How many were or did"),
        Column("providers", "Responses with counts", _N), *_two("of", "People at the earlier stage", _N),
        *_two("reached", "People at the later stage", _N), *_two("pooled", "All people together"),
        Column("typical_base", "Responses with counts or a band", _N), *_two("typical", "Typical"),
    ]  # fmt: skip
    told = [m.steps[one.stage_from, one.stage_to] for one in (*m.funnel.steps, *m.funnel.onward)]
    rows = [_step_cells(one) for one in told]
    notes = [BOUNDS, TYPICAL, *_suppressed(rows)]
    base = f"{count_of(m.funnel.responses, 'response')}, those that answered both stages"
    return published(m, "From application to start", columns, rows, base, notes)


def _step_cells(one: SafeStep) -> tuple[Cell, ...]:
    pooled, typical = one.step.pooled, one.step.typical
    return (
        PEOPLE_AT[one.step.stage_from].capitalize(), PEOPLE_AT[one.step.stage_to].capitalize(),
        pooled.providers if pooled else 0, *one.of, *one.reached, *one.pooled, typical.providers if typical else 0,
        *one.typical,
    )  # fmt: skip


def _suppressed(rows: Iterable[tuple[Cell, ...]]) -> tuple[str, ...]:
    return (suppression_note(), RULE) if any(HIDDEN in row for row in rows) else ()


def lengths_to_publish(m: Material) -> Table | None:
    """People by length of service, small counts hidden; None where the wave did not ask."""
    found, safe = m.lengths, m.safe_lengths
    if found is None or not found.rows:
        return None
    columns = [
        Column("length", "Length of service"), Column("people", "People", _N),
        Column("pooled", "All staff together", _P), *_two("typical", "Typical"),
    ]  # fmt: skip
    rows: list[tuple[Cell, ...]] = [(one.wording, LOW, LOW, LOW, LOW) for one in found.rows]
    if safe is not None:
        rows = [
            (told.wording, told.people, told.pooled, *_bounds(one.typical, False))
            for told, one in zip(safe.rows, found.rows, strict=True)
        ]
    base = f"{count_of(found.base, 'response')} that gave all five figures"
    return published(
        m, "Length of service of staff", columns, rows, base, [BOUNDS, TYPICAL, *_suppressed(rows)]
    )


def lengths_by_kind_to_publish(m: Material) -> Table | None:
    """The same people by kind of service; kinds of which too few answered are one. None where one is all."""
    safe = m.safe_lengths
    if m.lengths is None or safe is None or not safe.groups:
        return None
    columns = [
        Column("kind", "Kind of service"), *(Column(f"length_{n}", words, _N) for n, words in enumerate(LENGTH_WORDS)),
        Column("all", "All staff", _N),
    ]  # fmt: skip
    rows: list[tuple[Cell, ...]] = [(one.wording, *one.people, one.total) for one in safe.groups]
    rows.append(("All", *(one.people for one in safe.rows), safe.total))
    base = f"{count_of(m.lengths.base, 'response')} that gave all five figures; these are numbers of staff"
    title = "Length of service of staff by kind of service"
    return published(m, title, columns, rows, base, _suppressed(rows))


def figures_to_publish(m: Material, found: NumberFigures) -> Table:
    """Of a question that is answered with a figure: median, quartiles, mean and, of people, the total."""
    columns = [
        Column("base", "Gave a figure", _N), *_two("median", "Median", _N), *_two("lower", "Lower quartile", _N),
        *_two("upper", "Upper quartile", _N), *_two("mean", "Mean", _N), *_two("total", "Total", _N),
        Column("unit", "Unit"),
    ]  # fmt: skip
    held, few = found.spread, found.hidden or found.spread is None
    cells: list[Cell] = []
    for one in (held.median, held.lower_quartile, held.upper_quartile) if held else (None,) * 3:
        cells += (LOW, LOW) if few or one is None else _figures(one)
    if held is None or few:
        cells += [LOW] * 4
    elif has_small_total(found, m.data):
        cells += [HIDDEN] * 4
    else:
        cells += [*_figures(held.mean), *(_figures(found.total) if found.total else (NONE, NONE))]
    row: tuple[Cell, ...] = (found.base, *cells, found.question.unit or NONE)
    base = count_of(found.base, "response that gave a figure", "responses that gave a figure")
    notes = [NOT_IN_THE_BASE, QUARTILES, BOUNDS, *_suppressed([row])]
    return published(m, found.wording, columns, [row], base, notes)


def _figures(found: Bounds) -> tuple[Cell, Cell]:
    return found.ends()


def rates_to_publish(m: Material) -> Table:
    """Vacancy, turnover and starters rate: pooled and typical."""
    columns = [
        Column("rate", "Rate"), Column("base", "Responses", _N), *_two("pooled", "All staff together"),
        *_two("typical", "Typical"), *_two("lower", "Lower quartile"), *_two("upper", "Upper quartile"),
    ]  # fmt: skip
    found, whose = [rate_figures(m.data, rate) for rate in Rate], providers_by_number(m.data)
    rows: list[tuple[Cell, ...]] = [
        (one.rate.label, one.base, *_pooled(one, whose), *_spread(one)) for one in found
    ]
    notes = [*(one.rate.formula for one in found), BOUNDS, TYPICAL, *_suppressed(rows)]
    return published(m, "Vacancy, turnover and starters rates", columns, rows, _results(m), notes)


def rates_by_kind_to_publish(m: Material) -> Table:
    """Only typical rates: those of all staff together would tell of a group that is not shown, by subtraction."""
    columns = [
        Column("kind", "Kind of service"), Column("rate", "Rate"), Column("base", "Responses", _N),
        *_two("typical", "Typical"), *_two("lower", "Lower quartile"), *_two("upper", "Upper quartile"),
    ]  # fmt: skip
    rows = [
        (group_words(GroupBy.KIND, kind), rate.label, base_cell(one.base), *_spread(one))
        for rate in Rate
        for kind, one in rates_by(m.data, rate).items()
    ]
    notes = [*(rate.formula for rate in Rate), BOUNDS, TYPICAL]
    title = "Vacancy, turnover and starters rates by kind of service"
    return published(m, title, columns, rows, _results(m), notes)


def _pooled(found: RateFigures, whose: Mapping[int, str]) -> tuple[Cell, ...]:
    """Of so few people the rate of all together would tell how many they are."""
    if found.hidden:
        return LOW, LOW
    return (HIDDEN, HIDDEN) if is_small(found, whose) else _bounds(found.pooled, False)


def _results(m: Material) -> str:
    return f"{count_of(len(m.data.responses), 'response')}, those with a result"


def _two(name: str, heading: str, kind: ColumnKind = _P) -> list[Column]:
    return [
        Column(f"{name}_low", f"{heading}, lowest", kind),
        Column(f"{name}_high", f"{heading}, highest", kind),
    ]


def _spread(found: RateFigures) -> tuple[Cell, ...]:
    if found.spread is None:
        return (LOW,) * 6
    held = (found.spread.median, found.spread.lower_quartile, found.spread.upper_quartile)
    return tuple(cell for one in held for cell in _bounds(one, found.hidden))


def _bounds(found: Bounds | None, hidden: bool) -> tuple[Cell, Cell]:
    if found is None or hidden:
        return LOW, LOW
    return found.times(100).ends()


def published(
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
        tuple(dict.fromkeys((*filter_notes(m.data), *notes))),
    )
