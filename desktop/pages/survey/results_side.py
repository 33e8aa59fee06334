"""What a wave shows: a list of its questions, and of each a chart with its table, for those whom the filters leave."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from desktop.pages.survey.entry_list import EntryList
from desktop.pages.survey.paper import Figures, Paper, Part, with_room
from desktop.pages.survey.question_figures import crosstab_part, question_part
from desktop.pages.survey.results_entries import RATES, entries
from desktop.pages.survey.split_choice import SplitChoice
from desktop.pages.survey.survey_filters import SurveyFilters
from desktop.pages.survey.survey_side import SurveySide
from desktop.pages.survey.wave_figures import is_of_wave, wave_figures
from desktop.pages.survey.wave_reading import KeptWaves, ReadWaves
from desktop.shell.actions import Action
from desktop.shell.looks.look import PANE
from desktop.shell.page import Desk
from desktop.widgets.bars import Bars
from desktop.widgets.empty import EmptyPage
from desktop.widgets.parts import side_by_side
from desktop.widgets.trend import Trend
from resources.problem import Problem
from resources.tables import Table
from resources.wording import count_of
from workforce.survey.analysis.frame import AnalysisFilter, WaveData, filtered
from workforce.survey.analysis.frequencies import Weights
from workforce.survey.analysis.groups import GroupBy
from workforce.survey.analysis.weighting import weighting_sentence, weights_of
from workforce.survey.analysis.words import filter_words
from workforce.survey.answers.duplicates import counted_twice

_REMEMBERED = "survey_result"
_LIST_WIDTH = 290


@dataclass(frozen=True)
class Asked:
    """What is to be shown: which line, for whom, split by what."""

    entry: str
    chosen: AnalysisFilter
    weighted: bool
    split: GroupBy | str | None


@dataclass(frozen=True)
class Shown:
    """What came of it. `data` is the whole wave, `left` what the filter leaves."""

    asked: Asked
    data: WaveData
    left: WaveData
    figures: Figures
    weights: Weights | None = None


class ResultsSide(SurveySide):
    """The filters above, the list at the left, and the figures of the line that the cursor is on."""

    tab = "Results"
    public_sections = ("survey",)
    covered_because = "small numbers could tell who answered"

    def __init__(self, desk: Desk, *, now: Callable[[], datetime], kept: KeptWaves) -> None:
        super().__init__(desk, now=now, kept=kept)
        self.filters = SurveyFilters(desk)
        self.list = EntryList("Questions by topic")
        self.split = SplitChoice(desk.settings)
        self.paper = Paper("Figures")
        self.shown: Shown | None = None
        self._lay_out()
        self.filters.changed.connect(self._show)
        self.split.changed.connect(self._show)
        self.list.chosen.connect(self._choose)
        self.paper.row_moved.connect(self._follow)
        self.reading.found.connect(self._take)

    def _lay_out(self) -> None:
        self._no_wave = EmptyPage(
            "No wave is planned yet. Plan the first one, then take in its answers.",
            Action("empty_waves", "Plan a wave", partial(self.turn_to.emit, "Waves", "")),
        )
        self._no_answers = EmptyPage(
            "Nobody’s answers to this wave are here yet. Take in the file of a form, or type answers in.",
            Action("empty_answers", "Go to Answers", partial(self.turn_to.emit, "Answers", "")),
        )
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        row = QHBoxLayout()
        row.setContentsMargins(PANE, 0, PANE, 0)
        row.addWidget(self.split, 2)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self.paper, 1)
        parts = side_by_side(self.list, right, sizes=(_LIST_WIDTH, 900))
        parts.setStretchFactor(0, 0)
        parts.setStretchFactor(1, 1)
        self._body = with_room(self.filters, parts)
        self._pile = QStackedLayout(self)
        self._pile.setContentsMargins(0, 0, 0, 0)
        for part in (self._body, self._no_wave, self._no_answers):
            self._pile.addWidget(part)

    # What is chosen

    @Slot(str)
    def _choose(self, key: str) -> None:
        if key:
            self._desk.settings.put(_REMEMBERED, key)
            self._show()

    @property
    def asked(self) -> Asked:
        """What the person chose."""
        return Asked(self.list.key, self.filters.chosen, self.filters.weighted, self.split.by)

    # What is shown

    def reload(self) -> None:
        """The wave as it stands now."""
        self.shown = None
        if not self.wave_id:
            self._pile.setCurrentWidget(self._no_wave)
            self.moved.emit()
            return
        self.filters.recall()
        self.reading.ask([self.wave_id], partial(_read, self.wave_id))

    @Slot()
    def _show(self) -> None:
        if self.wave_id:
            self.reading.ask([self.wave_id], partial(_read, self.wave_id))

    @Slot(object)
    def _take(self, data: WaveData) -> None:
        """The wave is read: what is chosen is worked out of it at once."""
        if data.wave.id != self.wave_id:
            return
        self._pile.setCurrentWidget(self._body if len(data.responses) else self._no_answers)
        self.filters.offer([data])
        with QSignalBlocker(self.list):
            wanted = self.list.key or self._desk.settings.text(_REMEMBERED)
            self.list.show_entries(entries(data))
            self.list.go_to(wanted)
        self.split.offer(data.asked, besides=self.list.key)
        self._draw(data)

    def _draw(self, data: WaveData) -> None:
        asked = self.asked
        self.split.setEnabled(not is_of_wave(asked.entry))
        left = filtered(data, asked.chosen)
        before = self.shown
        weights, said = _weights(left, asked)
        figures = _noted(_figures(left, asked, weights, said), self._twice_note(data))
        self.shown = Shown(asked, data, left, figures, weights)
        from_top = before is None or before.asked.entry != asked.entry
        self.paper.show_figures(self.shown.figures, from_top=from_top)
        self.moved.emit()

    def _twice_note(self, data: WaveData) -> str:
        found = counted_twice(self._desk.db).get(data.wave.id)
        if found is None:
            return ""
        noun = data.wave.asked_of.noun
        who = count_of(found.units, f"{noun} has", f"{noun}s have")
        return (
            f"{who} more than one response that counts; which one is to count is said behind the tab Answers."
        )

    @Slot(str)
    def _follow(self, option: str) -> None:
        """Of a question that is split, the chart shows the answer that the cursor is on."""
        shown = self.shown
        if shown is None or not option or not shown.figures.parts or not shown.figures.parts[0].keys:
            return
        split = shown.asked.split
        if split is not None and not is_of_wave(shown.asked.entry):
            chart = crosstab_part(shown.left, shown.asked.entry, split, shown.weights, option=option).chart
            if chart is not None:
                self.paper.show_chart(chart)
                self.moved.emit()

    @Slot()
    def _say_stopped(self) -> None:
        self.paper.show_figures(
            Figures((Part("Reading was stopped. Choose a line of the list to read again."),))
        )

    # What the page asks

    def table(self) -> Table | None:
        """The table beneath the chart."""
        return self.paper.figures.table if self.shown is not None else None

    def chart(self) -> Bars | Trend | None:
        """The chart, to take away."""
        return self.paper.figures.chart if self.shown is not None else None

    def has(self, key: str) -> bool:
        """Whether it is a question of the wave shown."""
        return any(entry.key == key for entry in self.list.entries)

    def show_row(self, key: str) -> None:
        """The question."""
        self.list.go_to(key)
        self.list.setFocus()

    def row_for_history(self) -> tuple[str, str]:
        """The question."""
        key = self.list.key
        return ("survey_question", "") if not key or is_of_wave(key) else ("survey_question", key)

    def status_text(self) -> str:
        """How many responses the filters leave."""
        if self.shown is None:
            return ""
        left, held = len(self.shown.left.responses), len(self.shown.data.responses)
        return count_of(held, "response") if left == held else f"{left:,} of {count_of(held, 'response')}"

    def focus_first(self) -> None:
        """The list, or what comes next."""
        shown = self._pile.currentWidget()
        (self.list if shown is self._body else shown or self).setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_filter(self) -> None:
        """The first of the filters."""
        self.filters.focus_first()


def _read(wave_id: str, waves: ReadWaves) -> WaveData:
    return waves.wave(wave_id)


def _figures(left: WaveData, asked: Asked, weights: Weights | None, said: tuple[str, ...]) -> Figures:
    if is_of_wave(asked.entry):
        return wave_figures(left, asked.entry, weights, said)
    if not len(left.responses):
        return Figures(
            (
                Part(
                    f"No response is left of: {filter_words(asked.chosen)}. Lift the filters to see all of them."
                ),
            )
        )
    part = question_part(left, asked.entry, asked.split, weights)
    return Figures((replace(part, said=(*part.said, *said)),))


def _noted(figures: Figures, note: str) -> Figures:
    """With something that holds for every figure of the wave, said once."""
    if not note or not figures.parts:
        return figures
    first, *others = figures.parts
    return replace(figures, parts=(replace(first, notes=(*first.notes, note)), *others))


def _weights(left: WaveData, asked: Asked) -> tuple[Weights | None, tuple[str, ...]]:
    """The weights, and what weighting costs, or why it is not done."""
    if not asked.weighted or not len(left.responses):
        return None, ()
    of_rates = asked.entry == RATES
    if not of_rates and (is_of_wave(asked.entry) or not left.question(asked.entry).question.kind.has_options):
        return None, ("Not weighted: that is for rates and for questions that are answered by choosing.",)
    try:
        found = weights_of(left)
    except Problem as refused:
        return None, (f"Not weighted. {refused}",)
    return found.weights, (weighting_sentence(found), *found.warnings)
