"""What the answers to one question look like: a chart whose title is the finding, and the table that says the same."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from desktop.pages.survey.paper import Part
from desktop.widgets.bars import Bars
from resources.statistics import Bounds, Interval, Share, wilson
from resources.tables import Cell, Table
from resources.wording import and_list, count_of, date_words, lower_first, number, percent
from workforce.survey.analysis.crosstabs import CrossRow, Crosstab, crosstab, crosstab_table
from workforce.survey.analysis.figures import NumberFigures, figures_by_table, number_figures
from workforce.survey.analysis.frame import WaveData
from workforce.survey.analysis.frequencies import (
    Frequency,
    FrequencyRow,
    Weights,
    frequency,
    frequency_table,
    nothing_chosen,
)
from workforce.survey.analysis.groups import GroupBy
from workforce.survey.analysis.words import apart_words, filter_words, share_words, wave_day, wave_source
from workforce.survey.vocabulary import QuestionKind

_MOST_JOINT = 3
NO_FIGURE = "no figure: too few"
"""Where a table hides a percentage its chart hides the counts too: the picture can be given away."""
_WEIGHTED = ("As answered", "Weighted by kind of service")


def question_part(
    data: WaveData, question_id: str, split: GroupBy | str | None, weights: Weights | None
) -> Part:
    """A question, split by what the register tells or by another question where that is asked for."""
    kind = data.question(question_id).question.kind
    if kind in (QuestionKind.NUMBER, QuestionKind.PEOPLE):
        return _numbers(data, question_id, split if isinstance(split, GroupBy) else GroupBy.KIND)
    if split is not None:
        return crosstab_part(data, question_id, split, weights)
    return _frequency(data, frequency(data, question_id, weights))


def subtitle(data: WaveData, wording: str, what: str) -> str:
    """The question, what is measured, the date, and who alone is counted."""
    only = filter_words(data.filter)
    words = f"{wording} {what}, {date_words(wave_day(data))}."
    return f"{words} Only: {only}." if only else words


def source(data: WaveData) -> str:
    """Whose answers they are."""
    return f"Source: {lower_first(wave_source(data))}"


# --- choices ------------------------------------------------------------------------------------------------


def _frequency(data: WaveData, found: Frequency) -> Part:
    table = frequency_table(found, data)
    rows = found.ordered
    said = (table.base_line,)
    if not rows or not found.answered:
        return Part(_nobody(found), None, table if rows else None, said, _texts_note(found))
    if rows[0].share.hidden:
        title = f"Too few answered to give percentages: {count_of(found.answered, 'response')}"
        only = filter_words(data.filter)
        who = f"{found.wording}{f' Only: {only}.' if only else ''}"
        return Part(title, None, table, (who, *said), table.notes)
    return Part(finding(found), _bars(data, found, rows), table, said, table.notes)


def _nobody(found: Frequency) -> str:
    if found.kind is QuestionKind.TEXT and found.answered:
        return f"{found.wording} {count_of(found.answered, 'text')}, none of them coded yet"
    return f"{found.wording} Nobody has answered this"


def _texts_note(found: Frequency) -> tuple[str, ...]:
    return ("Texts are read and coded behind the tab In words.",) if found.kind is QuestionKind.TEXT else ()


def finding(found: Frequency) -> str:
    """Not enough applicants: named by 45% of 88."""
    named = "named by" if found.kind in (QuestionKind.SEVERAL_CHOICES, QuestionKind.TEXT) else "chosen by"
    weighted = any(row.weighted is not None for row in found.rows)
    if found.scale is not None:
        as_answered = ", as answered" if weighted else ""
        return f"{found.scale.top_words}: {share_words(found.scale.top)}{as_answered}"
    first = [row for row in found.ordered if row.place is not None and row.place.place == 1]
    if not first:
        nothing = nothing_chosen(found)
        if nothing:
            return nothing
        most = max(found.ordered, key=lambda row: (row.weighted or 0, row.share.count))
        return f"{most.wording}: {named} {_printed_words(most)}"
    of = _printed_words(first[0])
    if len(first) > _MOST_JOINT:
        return f"{len(first)} answers are joint first, each {named} {of}"
    names = and_list([row.wording for row in first])
    return f"{names}, joint first: each {named} {of}" if len(first) > 1 else f"{names}: {named} {of}"


def _printed_words(row: FrequencyRow) -> str:
    """45% of 88; where answers are weighted: 43% of 88, weighted."""
    if row.weighted is None or row.printed is None:
        return share_words(row.share)
    base = f"{row.share.base:,}{' (small base)' if row.share.small else ''}"
    return f"{percent(row.printed)} of {base}, weighted"


def _bars(data: WaveData, found: Frequency, rows: Sequence[FrequencyRow]) -> Bars:
    weighted = any(row.weighted is not None for row in rows)
    series = _WEIGHTED if weighted else ("",)
    figures = [(row.wording, (_percent(row.share), *((_weighted(row),) if weighted else ()))) for row in rows]
    ranges = [(range_of(row.interval), *((None,) if weighted else ())) for row in rows]
    said = f"% of the {found.answered:,} that answered"
    return Bars(
        finding(found), series, figures, subtitle(data, found.wording, said), _source_with_lines(data, ranges),
        stacked=False, unit="%", ranges=ranges,
    )  # fmt: skip


def _source_with_lines(data: WaveData, ranges: Sequence[tuple[tuple[float, float] | None, ...]]) -> str:
    drawn = any(part for row in ranges for part in row)
    return f"{source(data)}. Lines: 95% intervals" if drawn else source(data)


def _percent(of: Share) -> float | None:
    return None if of.shown is None else float(of.shown)


def _weighted(row: FrequencyRow) -> float | None:
    return None if row.weighted is None or row.printed is None else float(row.printed)


def range_of(interval: Interval | None) -> tuple[float, float] | None:
    """An interval as the chart draws it; none where everybody answered."""
    if interval is None or interval.low == interval.high:
        return None
    return interval.low * 100, interval.high * 100


# --- split by groups ----------------------------------------------------------------------------------------


def crosstab_part(
    data: WaveData, question_id: str, by: GroupBy | str, weights: Weights | None = None, *, option: str = ""
) -> Part:
    """The table has every answer; the chart shows one of them in each group."""
    found = crosstab(data, question_id, by, weights)
    if found.question.kind not in (QuestionKind.BAND, QuestionKind.SCALE):
        found = replace(found, rows=tuple(sorted(found.rows, key=lambda row: -row.total.count)))
    table, keys = crosstab_table(found, data), tuple(row.option_id for row in found.rows)
    said = ("The chart shows the answer that the cursor is on in the table.", table.base_line)
    if not found.rows or not found.answered:
        return Part(f"{found.wording} Nobody has answered this", None, None, (table.base_line,))
    row = next((row for row in found.rows if row.option_id == option), None)
    row = row or max(found.rows, key=lambda row: row.total.count)
    return Part(row.wording, _across(data, found, row, by), table, said, table.notes, keys)


def _across(data: WaveData, found: Crosstab, row: CrossRow, by: GroupBy | str) -> Bars:
    names = [
        ("All", row.total),
        *((one.wording, part) for one, part in zip(found.groups, row.shares, strict=True)),
    ]
    known = _group_populations(data, found, by)
    weighted = (
        [_whole_percent(one, part) for one, (_, part) in zip(row.weighted, names, strict=True)]
        if row.weighted
        else []
    )
    ranges = [
        (None if part.hidden else range_of(wilson(part.count, part.base, population=population)),)
        for (_, part), population in zip(names, known, strict=True)
    ]
    texts = [(NO_FIGURE if part.hidden else share_words(part),) for _, part in names]
    rows = [(name, (_percent(part),)) for name, part in names]
    of = subtitle(data, found.wording, f"% in each group, by {lower_first(found.by).rstrip('?')}")
    from_where = _source_with_lines(data, ranges)
    if not weighted:
        return Bars(
            _across_title(found, row), ("",), rows, of, from_where, unit="%", ranges=ranges, texts=texts
        )
    return Bars(
        _across_title(found, row), _WEIGHTED,
        [(name, (*values, other)) for (name, values), other in zip(rows, weighted, strict=True)], of, from_where,
        stacked=False, unit="%", ranges=[(*one, None) for one in ranges],
        texts=[
            (*one, "" if other is None else percent(other)) for one, other in zip(texts, weighted, strict=True)
        ],
    )  # fmt: skip


def _whole_percent(part: float | None, of: Share) -> float | None:
    return None if part is None or of.hidden else float(round(part * 100))


def _group_populations(data: WaveData, found: Crosstab, by: GroupBy | str) -> list[int | None]:
    """How many could have answered in each group, where the register tells; all of them first."""
    if data.known_population is None or not isinstance(by, GroupBy) or by is GroupBy.SIZE:
        return [data.known_population, *(None for _ in found.groups)]
    invited = Counter(data.population[by.value].tolist())
    return [data.known_population, *(max(invited[one.key], one.base) for one in found.groups)]


def _across_title(found: Crosstab, row: CrossRow) -> str:
    """From the lowest to the highest group, by the weights where answers are weighted."""
    weighted = row.weighted[1:] or [None] * len(row.shares)
    figures = [
        (part.shown if held is None else _whole_percent(held, part), one.wording)
        for one, part, held in zip(found.groups, row.shares, weighted, strict=True)
    ]
    shown = [(figure, words) for figure, words in figures if figure is not None]
    if len(shown) < 2:
        return f"{row.wording}: {NO_FIGURE if row.total.hidden else share_words(row.total)}"
    (low, lowest), (high, highest) = min(shown), max(shown)
    how = ", weighted" if row.weighted else ""
    if low == high:
        return f"{row.wording}: {percent(low)} in each group{how}"
    return f"{row.wording}: from {percent(low)} ({lowest}) to {percent(high)} ({highest}){how}"


# --- figures ------------------------------------------------------------------------------------------------


def _numbers(data: WaveData, question_id: str, by: GroupBy) -> Part:
    found = number_figures(data, question_id)
    table = figures_by_table(data, question_id, by)
    base = f"Base: {apart_words(found.base, found.dont_know, found.not_applicable, found.missing)}"
    if not found.base:
        return Part(f"{found.wording} Nobody has given a figure", None, None, (base,))
    total = () if found.total is None or found.hidden else (f"Together: {_people(found.total)}.",)
    return Part(_middle_title(found), _middles(data, found, table), table, (base, *total), table.notes)


def _middle_title(found: NumberFigures) -> str:
    if found.spread is None or found.hidden:
        return f"Too few gave a figure to show one: {count_of(found.base, 'response')}"
    held, unit = (
        found.spread,
        f" {found.question.unit}" if found.question.unit not in ("", "%") else found.question.unit,
    )
    return (
        f"Half gave {held.median.cell()}{unit} or fewer; the middle half from {held.lower_quartile.cell()} to "
        f"{held.upper_quartile.cell()}"
    )


def _middles(data: WaveData, found: NumberFigures, table: Table) -> Bars | None:
    """The median of each group, with the quartiles as a line over it."""
    if found.hidden:
        return None
    rows = [(str(row[0]), _figure(row[2]), _quartiles(row[3], row[4]), _said(row)) for row in table.rows]
    return Bars(
        _middle_title(found), ("",), [(name, (middle,)) for name, middle, _, _ in rows],
        subtitle(data, found.wording, "Median, and how many gave a figure"),
        f"{source(data)}. Lines: from the lower to the upper quartile",
        ranges=[(quartiles,) for _, _, quartiles, _ in rows], texts=[(words,) for *_, words in rows],
    )  # fmt: skip


def _figure(cell: Cell) -> float | None:
    return None if cell is None or isinstance(cell, str) else float(cell)


def _quartiles(low: Cell, high: Cell) -> tuple[float, float] | None:
    ends = _figure(low), _figure(high)
    return None if ends[0] is None or ends[1] is None or ends[0] == ends[1] else (ends[0], ends[1])


def _said(row: Sequence[Cell]) -> str:
    middle, base = row[2], row[1]
    if middle is None:
        return NO_FIGURE
    return f"{middle if isinstance(middle, str) else number(middle, 0 if float(middle).is_integer() else 1)} of {base}"


def _people(total: Bounds) -> str:
    words = number(total.low) if total.exact else f"{number(total.low)} to {number(total.high)}"
    return f"{words} people"
