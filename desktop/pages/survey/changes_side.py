"""What changed from an earlier wave to the one chosen above: every line with its verdict, and one of them over time."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from desktop.pages.settling import Settling
from desktop.pages.survey.change_choices import ChangeChoices
from desktop.pages.survey.change_words import (
    COLUMNS,
    cells,
    few_pairs,
    finding,
    key_of,
    needed_words,
    sentences,
)
from desktop.pages.survey.changes_acts import FindingActs
from desktop.pages.survey.changes_work import Changes, Compare, trend, work_out
from desktop.pages.survey.paper import Figures, Paper, Part, SideOrBelow, with_room
from desktop.pages.survey.survey_filters import SurveyFilters
from desktop.pages.survey.survey_side import SurveySide
from desktop.pages.survey.wave_reading import KeptWaves
from desktop.shell.actions import Action
from desktop.shell.looks.look import PANE
from desktop.shell.page import Desk
from desktop.widgets.action_row import ActionRow
from desktop.widgets.bars import Bars
from desktop.widgets.empty import EmptyPage
from desktop.widgets.parts import label
from desktop.widgets.tables.rows_model import RowsModel
from desktop.widgets.tables.table_pane import TablePane
from desktop.widgets.trend import Trend
from resources.tables import Table
from resources.wording import count_of
from workforce.survey.changes.change_row import ChangeRow, Comparison
from workforce.survey.changes.tables import side_by_side_table
from workforce.survey.waves.waves import Wave, waves


class ChangesSide(SurveySide):
    """The later wave is the one chosen above the tabs; the earlier one is chosen here."""

    tab = "What changed"

    def __init__(self, desk: Desk, *, now: Callable[[], datetime], kept: KeptWaves) -> None:
        super().__init__(desk, now=now, kept=kept)
        self.choices = ChangeChoices(desk.settings)
        self.filters = SurveyFilters(desk, weights=False, first=self.choices)
        self.model = RowsModel(COLUMNS)
        self.pane = TablePane(
            self.model, name="survey_changes", title="What changed", chips=("all_verdict", "same_verdict", "question"),
            settings=desk.settings,
        )  # fmt: skip
        self.few = label("", "quiet", wrap=True)
        self.few.setContentsMargins(PANE, 2, PANE, 0)
        self.detail = Paper("The line chosen")
        self.acts = FindingActs(desk, self, self, today=self._today)
        self.acts.way.connect(self.turn_to)
        self.row = ActionRow(self.actions_here())
        self.changes: Changes | None = None
        self._waves: list[Wave] = []
        self._settling = Settling(self._draw, self)
        self._lay_out()
        for changed in (self.filters.changed, self.choices.changed):
            changed.connect(self._ask)
        self.reading.found.connect(self._take)
        self.pane.table.current_changed.connect(self._settling.ask)
        self.pane.counted.connect(self.moved)

    def _lay_out(self) -> None:
        self._no_wave = EmptyPage(
            "No wave is planned yet. Plan the first one, then take in its answers.",
            Action("empty_changes_wave", "Plan a wave", partial(self.turn_to.emit, "Waves", "")),
        )
        self._only_one = EmptyPage(
            "There is one wave so far. Ask the survey again, and what changed will stand here.",
            Action("empty_changes_next", "Plan the next wave", partial(self.turn_to.emit, "Waves", "")),
        )
        self._first = EmptyPage(
            "The wave chosen above is the first one. Choose a later wave to see what changed up to it.",
            Action("empty_changes_last", "Show the latest wave", self._show_latest),
        )
        self._no_answers = EmptyPage(
            "Nobody’s answers to this wave are here yet. Take in the file of a form, or type answers in.",
            Action("empty_changes_answers", "Go to Answers", partial(self.turn_to.emit, "Answers", "")),
        )
        beside = QWidget()
        right = QVBoxLayout(beside)
        right.setContentsMargins(0, 4, 0, 0)
        right.setSpacing(6)
        right.addWidget(self.detail, 1)
        below = QVBoxLayout()
        below.setContentsMargins(PANE, 0, PANE, 6)
        for part in (self.choices.corrected.box, self.row):
            below.addWidget(part)
        right.addLayout(below)
        left = QWidget()
        held = QVBoxLayout(left)
        held.setContentsMargins(0, 0, 0, 0)
        held.setSpacing(4)
        held.addWidget(self.few)
        held.addWidget(self.pane, 1)
        self._body = with_room(self.filters, SideOrBelow(left, beside, sizes=(920, 270)))
        self._pile = QStackedLayout(self)
        self._pile.setContentsMargins(0, 0, 0, 0)
        for page in (self._body, self._no_wave, self._only_one, self._first, self._no_answers):
            self._pile.addWidget(page)

    def actions_here(self) -> list[Action]:
        """What can be done with the line chosen."""
        return self.acts.listed()

    # What is chosen

    @property
    def current(self) -> ChangeRow | None:
        """The line that the cursor is on."""
        return self.changes.row(self.pane.table.current_key) if self.changes is not None else None

    @Slot()
    def _show_latest(self) -> None:
        if self._waves:
            self.wave_wanted.emit(self._waves[-1].id)

    # What is shown

    def reload(self) -> None:
        """The waves as they stand now."""
        self.changes = None
        self._waves = waves(self._desk.db, self.survey_id) if self.survey_id else []
        before = self._before()
        if not self._waves or not before:
            self._pile.setCurrentWidget(self._empty_page())
            self.moved.emit()
            return
        self.filters.recall()
        self.choices.offer(before)
        self._ask()

    def _before(self) -> list[Wave]:
        keys = [one.id for one in self._waves]
        return self._waves[: keys.index(self.wave_id)] if self.wave_id in keys else []

    def _empty_page(self) -> QWidget:
        if not self._waves:
            return self._no_wave
        return self._only_one if len(self._waves) == 1 else self._first

    @Slot()
    def _ask(self) -> None:
        if self._before():
            every = tuple(one.id for one in self._waves)
            asked = Compare(
                every, self.choices.key, self.wave_id, self.filters.chosen, self.choices.corrected.answer()
            )
            self.reading.ask(every, partial(work_out, asked), quick=False)

    @Slot(object)
    def _take(self, changes: Changes) -> None:
        if changes.asked.later != self.wave_id:
            return
        self.filters.offer(changes.held)
        if (
            self.filters.chosen != changes.asked.chosen
        ):  # what is remembered is offered only once the waves are read
            self._ask()
            return
        found = changes.found
        self.changes = changes
        answered = any(len(one.responses) for one in changes.held if one.wave.id == self.wave_id)
        self._pile.setCurrentWidget(self._body if answered else self._no_answers)
        rows = sorted(
            found.rows, key=lambda row: row.question_id is not None
        )  # the funnel and rates come first
        self.few.setText(few_pairs(found))
        self.few.setVisible(bool(self.few.text()))
        self.model.set_rows([cells(row) for row in rows], keys=[key_of(row) for row in rows])
        if not self.pane.table.current_key:
            self.pane.table.go_to_first()
        self._settling.now()

    def _draw(self) -> None:
        current, changes = self.current, self.changes
        if current is None or changes is None:
            self.detail.show_figures(Figures((Part("Choose a line to see it over time."),)))
        else:
            needed = needed_words(current, changes.population(changes.asked.later))
            said = [*sentences(current, changes.found), *((needed,) if needed else ())]
            found = changes.found
            part = Part(finding(current), trend(current, changes), None, said)
            rule = Part(
                "What a verdict means", None, None, (), (*found.rule, *found.notes, *_one_wave_only(found))
            )
            self.detail.show_figures(Figures((part, rule)))
        self.row.refresh()
        self.moved.emit()

    @Slot()
    def _say_stopped(self) -> None:
        self.detail.show_figures(Figures((Part("Reading was stopped. Choose again to compare."),)))

    # What the page asks

    def table(self) -> Table | None:
        """The lines shown with their bases, and the rule of the verdicts."""
        if self.changes is None:
            return None
        rows = (self.changes.row(str(row[0])) for row in self.model.all_rows())
        return side_by_side_table(
            replace(self.changes.found, rows=tuple(row for row in rows if row is not None))
        )

    def chart(self) -> Bars | Trend | None:
        """The line chosen over time."""
        return self.detail.figures.chart if self.changes is not None else None

    def row_for_history(self) -> tuple[str, str]:
        """The question of the line."""
        current = self.current
        return "survey_question", (current.question_id or "") if current is not None else ""

    def status_text(self) -> str:
        """How many lines, and how many answered both times."""
        if self.changes is None:
            return ""
        return f"{self.pane.rows_words}, {self.changes.found.pairs:,} in both"

    def focus_first(self) -> None:
        """The lines, or what comes next."""
        shown = self._pile.currentWidget()
        if shown is self._body:
            self.pane.focus_table()
        elif shown is not None:
            shown.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_filter(self) -> None:
        """The first of the filters."""
        self.filters.focus_first()


def _one_wave_only(found: Comparison) -> tuple[str, ...]:
    new = sum(one.asked_later for one in found.one_wave_only)
    gone = len(found.one_wave_only) - new
    told = [
        f"{count_of(count, 'question')} asked in {wave.name} only."
        for count, wave in ((gone, found.earlier), (new, found.later))
        if count
    ]
    return tuple(told)
