"""The funnel as charts: each step pooled and typical beside each other, what comes of all who begin, and by kind.

Small counts of people are hidden in the charts as in their tables.
"""

from collections.abc import Sequence
from fractions import Fraction

from desktop.pages.survey.paper import Figures, Part
from desktop.widgets.bars import Bars
from resources.suppression import HIDDEN
from resources.wording import and_list, capital_first, date_words, lower_first
from workforce.survey.analysis.groups import GroupBy, group_words
from workforce.survey.funnel.funnel import Funnel
from workforce.survey.funnel.steps import PEOPLE_AT, Pooled, Step, Typical
from workforce.survey.funnel.tables import (
    TOO_FEW,
    by_kind_table,
    hidden_kinds,
    people_words,
    pooled_words,
    stages_table,
    steps_table,
    typical_words,
)
from workforce.survey.vocabulary import Role

_TWO_WAYS = ("All people (pooled)", "Typical provider (median)")
_SAID_FIRST = {
    (Role.INVITED, Role.ATTENDED): "of those invited attended",
    (Role.ATTENDED, Role.APPOINTABLE): "of those who attended were appointable",
}
_LINES = "Lines: half of the providers lie between; where ranges were given, the lowest to the highest share possible"

_RANGES_TOO = (
    "The typical provider here counts ranges and bands too. What changed compares exact figures alone, so it may stand "
    "differently there."
)

Drawn = tuple[float | None, tuple[float, float] | None, str]
"""A figure as a bar, what is drawn as a line over it, and the words at its end."""


def funnel_figures(found: Funnel) -> Figures:
    """The steps, what comes of all who begin, the kinds of service, and the people at each stage."""
    if not found.answered:
        title = "Nobody has given figures on recruiting yet"
        only = f"Nobody left has given figures on recruiting. Only: {found.filtered_to}."
        return Figures((Part(only if found.filtered_to else title),))
    table, kinds, stages = steps_table(found), by_kind_table(found), stages_table(found)
    ranged = any(one.typical and (one.typical.from_bands or not one.typical.exact) for one in found.steps)
    said = (table.base_line, *((_RANGES_TOO,) if ranged else ()))
    steps = Part(table.title, _steps_chart(found), table, said, table.notes)
    by_kind = [Part("", _kind_chart(found, place)) for place in _places_said_first(found)]
    begin = _from_the_beginning(found)
    return Figures(
        (
            steps,
            *((Part("", _onward_chart(found, begin)),) if begin else ()),
            *by_kind,
            Part(kinds.title, None, kinds, (), kinds.notes[-1:]),
            Part(stages.title, None, stages, (), stages.notes),
        )
    )


def _subtitle(found: Funnel, words: str) -> str:
    only = f" Only: {found.filtered_to}." if found.filtered_to else ""
    return f"{words}, {date_words(found.as_at)}.{only}"


def _source(found: Funnel) -> str:
    return f"Source: {lower_first(found.source)}"


def _bars(title: str, rows: Sequence[tuple[str, Drawn, Drawn]], subtitle: str, source: str) -> Bars:
    return Bars(
        title, _TWO_WAYS, [(name, (pooled[0], typical[0])) for name, pooled, typical in rows], subtitle, source,
        stacked=False, unit="%", ranges=[(pooled[1], typical[1]) for _, pooled, typical in rows],
        texts=[(pooled[2], typical[2]) for _, pooled, typical in rows], reaches=100,
    )  # fmt: skip


# --- each step ----------------------------------------------------------------------------------------------


def _steps_chart(found: Funnel) -> Bars:
    rows = [(step.words, _pooled(step.pooled), _typical(step.typical)) for step in found.steps]
    subtitle = _subtitle(found, "% of the people at each stage who come to the next")
    return _bars(finding(found), rows, subtitle, f"{_source(found)}. {_LINES}")


def finding(found: Funnel) -> str:
    """54% of those invited attended and 48% of those who attended were appointable."""
    told = []
    for pair, words in _SAID_FIRST.items():
        step = found.step(*pair)
        share = pooled_words(step.pooled) if step is not None else ""
        if share not in ("", TOO_FEW, HIDDEN):
            told.append(f"{share} {words}")
    return capital_first(and_list(told)) if told else "From application to still there after 90 days"


def _pooled(pooled: Pooled | None) -> Drawn:
    words = pooled_words(pooled)
    if pooled is None or words in (TOO_FEW, HIDDEN):
        return None, None, {"": "nobody", HIDDEN: "[c] few people"}.get(words, words)
    low, high = (_percent(one.value or Fraction(0)) for one in (pooled.low, pooled.high))
    told = f"{words} ({people_words(pooled)} people{', small base' if pooled.small else ''})"
    return (low, None, told) if pooled.exact else (None, (low, high), told)


def _typical(typical: Typical | None) -> Drawn:
    words = typical_words(typical)
    if typical is None or typical.hidden:
        return None, None, words or "nobody"
    told = f"{words} ({typical.providers:,} providers{', small base' if typical.small else ''})"
    if not typical.exact:
        return None, (_percent(typical.low.median), _percent(typical.high.median)), told
    return _percent(typical.low.median), (_percent(typical.low.lower), _percent(typical.high.upper)), told


def _percent(part: Fraction) -> float:
    return float(part * 100)


# --- from the beginning -------------------------------------------------------------------------------------


def _from_the_beginning(found: Funnel) -> list[Step]:
    """The steps from the first stage that was asked to every later one."""
    first = found.stages[0].stage
    return [
        step for step in (*found.steps, *found.onward) if step.stage_from is first and step.pooled is not None
    ]


def _onward_chart(found: Funnel, steps: Sequence[Step]) -> Bars:
    first = PEOPLE_AT[steps[0].stage_from]
    rows = [(capital_first(PEOPLE_AT[step.stage_to]), _pooled(step.pooled)) for step in steps]
    shown = [(name, drawn[0]) for name, drawn in rows if drawn[0] is not None]
    title = (
        f"What comes of 100 people who {first}" if first == "applied" else f"What comes of 100 people {first}"
    )
    if shown:
        name, share = shown[-1]
        title = f"{title}: {round(share or 0)} {lower_first(name)}"
    return Bars(
        title, ("",), [(capital_first(first), (100.0,)), *((name, (drawn[0],)) for name, drawn in rows)],
        _subtitle(found, "Of all people at providers that gave both; each line has its own base"), _source(found),
        ranges=[(None,), *((drawn[1],) for _, drawn in rows)], texts=[("100",), *((drawn[2],) for _, drawn in rows)],
        unit="%", reaches=100,
    )  # fmt: skip


# --- by kind ------------------------------------------------------------------------------------------------


def _places_said_first(found: Funnel) -> list[int]:
    """The steps that are drawn by kind, where there are several kinds."""
    if len(found.by_kind) < 2:
        return []
    return [at for at, step in enumerate(found.steps) if (step.stage_from, step.stage_to) in _SAID_FIRST]


def _kind_chart(found: Funnel, place: int) -> Bars:
    hidden, few = hidden_kinds(found), (None, None, "[c] few people")
    rows = [
        (
            group_words(GroupBy.KIND, kind),
            few if kind in hidden else _pooled(steps[place].pooled),
            _typical(steps[place].typical),
        )
        for kind, steps in found.by_kind.items()
    ]
    subtitle = _subtitle(found, "%, all people and the typical provider")
    return _bars(f"{found.steps[place].words}, by kind of service", rows, subtitle, _source(found))
