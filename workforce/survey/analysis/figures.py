"""Questions answered with a figure: how many gave one, median, quartiles, mean and, for people, the total."""

from collections import Counter
from dataclasses import dataclass

from resources.report.exemption import Exemption
from resources.statistics import BASES_OF_PROVIDERS, Bounds, Spread, spread
from resources.tables import Cell, Column, ColumnKind, Table
from resources.wording import count_of
from workforce.survey.analysis.frame import WaveData
from workforce.survey.analysis.groups import GroupBy, group_words, in_order
from workforce.survey.analysis.words import (
    ANSWERED_IN_CONFIDENCE,
    NOT_IN_THE_BASE,
    filter_notes,
    wave_day,
    wave_source,
)
from workforce.survey.questionnaire.questions import Question
from workforce.survey.vocabulary import QuestionKind

QUARTILES = (
    "Half gave less than the median and half more; a quarter gave less than the lower quartile, and a quarter "
    "more than the upper one."
)
RANGES = (
    "Where a range or a band was given, the figures are given from the lowest to the highest that they can be; no "
    "middle is made up."
)
FEW_FIGURES = f"No figures are given of fewer than {BASES_OF_PROVIDERS.hide} answers."


@dataclass(frozen=True)
class NumberFigures:
    """What a question was answered in figures. `spread` is None where nobody gave one."""

    question: Question
    wording: str
    spread: Spread | None
    answered: int
    dont_know: int
    not_applicable: int
    missing: int
    responses: int

    @property
    def base(self) -> int:
        """How many gave a figure, a band or a range."""
        return self.spread.base if self.spread else 0

    @property
    def hidden(self) -> bool:
        """Whether too few gave one for anything but their number to be shown."""
        return self.base < BASES_OF_PROVIDERS.hide

    @property
    def total(self) -> Bounds | None:
        """All together; only people can be added up."""
        people = self.question.kind is QuestionKind.PEOPLE
        return self.spread.total if self.spread and people else None


def number_figures(data: WaveData, question_id: str) -> NumberFigures:
    """One question that is answered with a figure."""
    asked, given = data.question(question_id), data.answers_of(question_id)
    states = Counter(given["state"].tolist())
    told = given[(given["state"] == "answered") & given["low"].notna() & given["high"].notna()]
    return NumberFigures(
        asked.question, asked.wording, spread(told["low"].tolist(), told["high"].tolist()), states["answered"],
        states["dont_know"], states["not_applicable"], len(data.responses) - states.total(), len(data.responses),
    )  # fmt: skip


def all_figures(data: WaveData) -> list[NumberFigures]:
    """Every question of the wave that is answered with a figure."""
    return [number_figures(data, one.question.id) for one in data.asked if one.question.kind.has_figures]


_SPREAD = (
    Column("median", "Median", ColumnKind.NUMBER, 92),
    Column("lower_quartile", "Lower quartile", ColumnKind.NUMBER, 110),
    Column("upper_quartile", "Upper quartile", ColumnKind.NUMBER, 110),
    Column("mean", "Mean", ColumnKind.NUMBER, 92),
)
_COLUMNS = (
    Column("question", "Question", width=300),
    Column("base", "Gave a figure", ColumnKind.NUMBER, 100),
    *_SPREAD,
    Column("total", "Total", ColumnKind.NUMBER, 92),
    Column("unit", "Unit", width=80),
    Column("dont_know", "Don’t know", ColumnKind.NUMBER, 80),
    Column("not_applicable", "Not applicable", ColumnKind.NUMBER, 100),
    Column("missing", "No answer", ColumnKind.NUMBER, 80),
)


def figures_table(data: WaveData) -> Table:
    """A row for each question that is answered with a figure."""
    found = all_figures(data)
    rows = [
        (
            one.wording,
            one.base,
            *_cells(one),
            one.question.unit,
            one.dont_know,
            one.not_applicable,
            one.missing,
        )
        for one in found
    ]
    return Table(
        "Figures given", _COLUMNS, rows, f"the {len(data.responses):,} responses that count.",
        wave_source(data), wave_day(data), (*filter_notes(data), *_notes(found)),
        _confidence(*(one.question for one in found)),
    )  # fmt: skip


def _cells(one: NumberFigures) -> tuple[Cell, ...]:
    if one.spread is None or one.hidden:
        return (None,) * 5
    held = one.spread
    told = (held.median, held.lower_quartile, held.upper_quartile, held.mean)
    return (*(bounds.cell() for bounds in told), one.total.cell() if one.total else None)


def _notes(found: list[NumberFigures]) -> tuple[str, ...]:
    some = [one for one in found if one.spread]
    return (
        NOT_IN_THE_BASE,
        *((QUARTILES,) if some else ()),
        *((RANGES,) if any(one.spread and one.spread.ranges for one in some) else ()),
        *((FEW_FIGURES,) if any(one.hidden for one in some) else ()),
    )


def figures_by_table(data: WaveData, question_id: str, by: GroupBy) -> Table:
    """One question's median, quartiles and mean in each group; no totals, which could be subtracted."""
    asked, given = data.question(question_id), data.answers_of(question_id)
    told = given[(given["state"] == "answered") & given["low"].notna() & given["high"].notna()]
    groups = data.responses[by.value].reindex(told["response"]).tolist()
    lows: dict[str, list[float]] = {}
    highs: dict[str, list[float]] = {}
    for group, low, high in zip(groups, told["low"], told["high"], strict=True):
        lows.setdefault(group, []).append(low)
        highs.setdefault(group, []).append(high)
    rows: list[tuple[Cell, ...]] = []
    few = False
    for group in ("", *in_order(by, lows)) if lows else ():
        everybody = group == "" and not rows
        held = (
            spread(told["low"].tolist(), told["high"].tolist())
            if everybody
            else spread(lows[group], highs[group])
        )
        if held is None:
            continue
        hidden = held.base < BASES_OF_PROVIDERS.hide
        few = few or hidden
        cells = (held.median, held.lower_quartile, held.upper_quartile, held.mean)
        words = "All" if everybody else group_words(by, group)
        rows.append((words, held.base, *((None,) * 4 if hidden else (one.cell() for one in cells))))
    columns = (Column("group", by.label, width=200), _COLUMNS[1], *_SPREAD)
    notes = (*filter_notes(data), QUARTILES, *((FEW_FIGURES,) if few else ()))
    base = f"{count_of(len(told), 'response')} with a figure."
    return Table(
        f"{asked.wording} By {by.words}",
        columns,
        rows,
        base,
        wave_source(data),
        wave_day(data),
        notes,
        _confidence(asked.question),
    )


def _confidence(*questions: Question) -> Exemption | None:
    """Numbers of people are for staff: no small one is hidden, and a mean and its base tell the total."""
    people = any(one.kind is QuestionKind.PEOPLE for one in questions)
    return ANSWERED_IN_CONFIDENCE if people else None
