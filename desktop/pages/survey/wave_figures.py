"""Figures of a wave that are not of one question: who answered and who did not, length of service, rates."""

from collections.abc import Sequence

from desktop.pages.survey.paper import Figures, Part
from desktop.pages.survey.question_figures import NO_FIGURE, source
from desktop.pages.survey.results_entries import LENGTH_OF_SERVICE, RATES, WHO_ANSWERED, WHO_DID_NOT
from desktop.widgets.bars import Bars
from resources.problem import Problem
from resources.statistics import Bounds, Share
from resources.wording import date_words, lower_first, percent
from workforce.survey.analysis.frame import WaveData
from workforce.survey.analysis.frequencies import Weights
from workforce.survey.analysis.groups import GroupBy, group_words
from workforce.survey.analysis.length_of_service import (
    differences_table,
    length_of_service,
    length_of_service_table,
)
from workforce.survey.analysis.non_response import NonResponse, non_response, non_response_table
from workforce.survey.analysis.rates import (
    Rate,
    RateFigures,
    incorrect_table,
    rate_figures,
    rates_by,
    rates_by_table,
    rates_table,
)
from workforce.survey.analysis.response_rate import (
    RateOf,
    ResponseRate,
    not_answered_table,
    response_rate,
    response_rate_by_table,
    response_rate_table,
)
from workforce.survey.analysis.words import filter_words, share_words, wave_day

_OF_WAVE = (WHO_ANSWERED, WHO_DID_NOT, LENGTH_OF_SERVICE, RATES)
_TWO_WAYS = ("Pooled", "Typical")
_NO_CONTRACT = "No active contract is recorded for anybody invited, so that share is left out."
_MIDDLE_HALF = "Lines: from the lower to the upper quartile"

Drawn = tuple[float | None, tuple[float, float] | None, str]
"""A figure as a bar, what is drawn as a line over it, and the words at its end."""


def is_of_wave(entry: str) -> bool:
    """Whether a line of the list is none of the questions."""
    return entry in _OF_WAVE


def wave_figures(
    data: WaveData, entry: str, weights: Weights | None = None, said: Sequence[str] = ()
) -> Figures:
    """What stands behind a line, or why there is nothing. Only rates are weighted; `said` is what that costs."""
    try:
        if entry == WHO_ANSWERED:
            return _who_answered(data)
        if entry == WHO_DID_NOT:
            return _who_did_not(data)
    except Problem as refused:
        return Figures((Part(str(refused)),))
    if not len(data.responses):
        return Figures((Part("No response is left. Lift the filters to see all of them."),))
    return _lengths(data) if entry == LENGTH_OF_SERVICE else _rates(data, weights, said)


def _subtitle(data: WaveData, words: str) -> str:
    only = filter_words(data.filter)
    return f"{words}, {date_words(wave_day(data))}.{f' Only: {only}.' if only else ''}"


# --- who answered -------------------------------------------------------------------------------------------


def _who_answered(data: WaveData) -> Figures:
    found = response_rate(data)
    if not found.whole.invited.base:
        return Figures((Part(found.sentence, said=("Whom the wave asks is chosen behind the tab Waves.",)),))
    parts = [_rate_part(data, found, *group, first=not at) for at, group in enumerate(found.groups)]
    return Figures(parts, response_rate_table(data))


def _rate_part(
    data: WaveData, found: ResponseRate, by: GroupBy, group: Sequence[RateOf], *, first: bool
) -> Part:
    table = response_rate_by_table(data, by)
    named = [found.whole, *group] if first else list(group)
    active = found.whole.active.base > 0
    shares = [(one.invited, one.active) if active else (one.invited,) for one in named]
    chart = Bars(
        found.sentence.split(";")[0].rstrip(".") if first else f"By {by.words}",
        ("Of those invited", "Of those with an active contract") if active else ("Of those invited",),
        [(one.wording, tuple(map(_shown, parts))) for one, parts in zip(named, shares, strict=True)],
        _subtitle(data, f"% of {found.noun}s that answered") if first else "",
        source(data) if first else "",
        stacked=False, unit="%", texts=[tuple(map(_said, parts)) for parts in shares],
    )  # fmt: skip
    said = (found.sentence, *(() if active else (_NO_CONTRACT,))) if first else ()
    return Part(table.title, chart, table, said, response_rate_table(data).notes)


def _said(share: Share) -> str:
    if not share.base:
        return "nobody"
    return NO_FIGURE if share.hidden else share_words(share)


# --- who did not --------------------------------------------------------------------------------------------


def _who_did_not(data: WaveData) -> Figures:
    found, table = non_response(data), non_response_table(data)
    if not found.rows or not found.silent:
        return Figures((Part(found.sentence),))
    parts = [
        Part(found.sentence, _profile(data, found, by), said=(found.sentence,) if not at else ())
        for at, by in enumerate(dict.fromkeys(row.by for row in found.rows))
    ]
    silent = not_answered_table(data)
    return Figures(
        [
            *parts,
            Part(table.title, None, table, (), table.notes),
            Part(silent.title, None, silent, (silent.base,)),
        ],
        table,
    )


def _profile(data: WaveData, found: NonResponse, by: str) -> Bars:
    rows = [row for row in found.rows if row.by == by]
    clear = [row for row in rows if row.differs]
    title = f"{by}: {'a clear difference' if clear else 'no clear difference'}"
    return Bars(
        title, ("Answered", "Did not answer"),
        [
            (f"{row.wording}{', differs' if row.differs else ''}", (_shown(row.answered), _shown(row.silent)))
            for row in rows
        ],
        _subtitle(data, f"% of the {found.answered:,} that answered and of the {found.silent:,} that did not"),
        stacked=False, unit="%",
    )  # fmt: skip


def _shown(share: Share) -> float | None:
    return None if share.shown is None else float(share.shown)


# --- length of service --------------------------------------------------------------------------------------


def _lengths(data: WaveData) -> Figures:
    found, table = length_of_service(data), length_of_service_table(data)
    if found is None or not found.rows:
        return Figures(
            (Part("Nobody has answered all five questions on length of service", said=(table.base,)),)
        )
    if found.hidden:
        title = f"Too few answered all five questions to give percentages: {found.base}"
        return Figures((Part(title, None, table, (table.base_line,), table.notes),))
    drawn = [(one.wording, _drawn(one.pooled), _drawn(one.typical)) for one in found.rows]
    under = found.rows[0]
    chart = _two_ways(
        f"{_percent(under.pooled)} of all staff have been with their employer for {lower_first(under.wording)}",
        drawn, _subtitle(data, "% of staff: pooled, and at the typical (median) service"), source(data),
    )  # fmt: skip
    parts = [Part(table.title, chart, table, (table.base_line,), table.notes)]
    differs = differences_table(data)
    if differs.rows:
        parts.append(Part(differs.title, None, differs, (differs.base,)))
    return Figures(parts)


def _two_ways(title: str, rows: Sequence[tuple[str, Drawn, Drawn]], subtitle: str, from_where: str) -> Bars:
    """Pooled and typical beside each other."""
    return Bars(
        title, _TWO_WAYS, [(name, (pooled[0], typical[0])) for name, pooled, typical in rows], subtitle, from_where,
        stacked=False, unit="%", ranges=[(pooled[1], typical[1]) for _, pooled, typical in rows],
        texts=[(pooled[2], typical[2]) for _, pooled, typical in rows],
    )  # fmt: skip


def _percent(found: Bounds | None) -> str:
    if found is None:
        return "no figure"
    low, high = percent(found.low * 100), percent(found.high * 100)
    return low if low == high else f"{low} to {high}"


def _drawn(found: Bounds | None, quartiles: tuple[Bounds, Bounds] | None = None) -> Drawn:
    """A figure between bounds has no bar, but a line from the lowest to the highest that it can be."""
    if found is None:
        return None, None, "no figure"
    words = _percent(found)
    if not found.exact:
        return None, found.times(100).ends(), words
    line = (float(quartiles[0].low * 100), float(quartiles[1].high * 100)) if quartiles else None
    return round(found.low * 100), line, words


# --- rates --------------------------------------------------------------------------------------------------


def _rates(data: WaveData, weights: Weights | None, said: Sequence[str]) -> Figures:
    table = rates_table(data, weights)
    found = [rate_figures(data, rate) for rate in Rate]
    shown = [one for one in found if not one.hidden]
    if not shown:
        return Figures(
            (Part("Too few gave the figures for a rate", None, table, (table.base_line,), table.notes),)
        )
    first = shown[0]
    title = (
        f"{first.rate.label}: {_percent(first.pooled)} of all together, {_percent(_median(first))} typically"
    )
    chart = _two_ways(
        title, [(one.rate.label, *_ways(one)) for one in shown],
        _subtitle(data, "%, pooled and at the typical (median) service"), f"{source(data)}. {_MIDDLE_HALF}",
    )  # fmt: skip
    parts = [Part(table.title, chart, table, (table.base_line, *said), table.notes)]
    parts += [_rate_by_kind(data, one.rate) for one in shown if one.rate is not Rate.STARTERS]
    wrong = incorrect_table(data)
    if wrong.rows:
        parts.append(Part(wrong.title, None, wrong, (wrong.base,), wrong.notes))
    return Figures(parts)


def _rate_by_kind(data: WaveData, rate: Rate) -> Part:
    table = rates_by_table(data, rate)
    groups = rates_by(data, rate)
    rows = [(f"{group_words(GroupBy.KIND, key)} ({one.base})", *_ways(one)) for key, one in groups.items()]
    chart = _two_ways(
        f"{rate.label} by kind of service", rows, "%, pooled and typical; in brackets how many responses have a result",
        f"{source(data)}. {_MIDDLE_HALF}",
    )  # fmt: skip
    return Part(table.title, chart, table)


def _ways(found: RateFigures) -> tuple[Drawn, Drawn]:
    if found.hidden or found.spread is None:
        few: Drawn = (None, None, "too few")
        return few, few
    quartiles = found.spread.lower_quartile, found.spread.upper_quartile
    return _drawn(found.pooled), _drawn(found.spread.median, quartiles)


def _median(found: RateFigures) -> Bounds | None:
    return found.spread.median if found.spread else None
