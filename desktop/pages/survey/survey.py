"""The survey page: which survey and wave above, its sides behind tabs beneath."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop import clock
from desktop.dialogs.row_history import show_row_history
from desktop.pages.survey.picture_acts import PictureActs
from desktop.pages.survey.report_acts import ReportActs
from desktop.pages.survey.sides import survey_sides
from desktop.pages.survey.survey_side import SurveySide
from desktop.pages.survey.wave_choice import WaveChoice
from desktop.pages.survey.wave_reading import KeptWaves
from desktop.pages.table_saving import ask_and_save
from desktop.shell.actions import Action
from desktop.shell.page import Desk, Page
from desktop.shell.side import SideTabs
from desktop.widgets.bars import Bars
from desktop.widgets.empty import EmptyPage
from desktop.widgets.trend import Trend
from resources.tables import Table
from workforce.survey.places import PlaceOf, place_of
from workforce.survey.starting import start_survey
from workforce.survey.surveys import surveys

_SHOWN_ON = {
    PlaceOf.RESPONSE: ("Answers",),
    PlaceOf.ACTION: ("Action plan",),
    PlaceOf.PRACTICE: ("Action plan",),
    PlaceOf.WAVE: ("Waves",),
    PlaceOf.QUESTION: ("Results", "Questionnaire"),
    PlaceOf.TEXT: ("In words",),
}
"""The tabs that show a row, the first that has it; the last has all of its kind."""


class SurveyPage(Page):
    """Its sides show the survey and wave chosen above them; each is read anew when it is turned to."""

    def __init__(self, desk: Desk, *, now: Callable[[], datetime] | None = None) -> None:
        super().__init__(desk.changes)
        self._desk = desk
        self.choice = WaveChoice(desk)
        kept = KeptWaves(desk)
        self.sides = survey_sides(desk, now=now or clock.now, kept=kept)
        self.tabs = SideTabs(self.sides, "Sides of the survey")
        self.pictures = PictureActs(desk, self, self._chart)
        self.reports = ReportActs(desk, self, lambda: self.choice.wave_id, now=now or clock.now, kept=kept)
        self._start_action = Action("start_survey", "Start the recruitment survey", self._start, primary=True,
                                    enabled=self._may_start)  # fmt: skip
        self._empty = EmptyPage(
            "No survey is kept yet. The recruitment survey comes ready with its six topics, to be changed as you like.",
            self._start_action,
        )
        self._body = QWidget()
        inner = QVBoxLayout(self._body)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(4)
        inner.addWidget(self.choice)
        inner.addWidget(self.tabs, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._empty)
        column.addWidget(self._body, 1)
        self.choice.changed.connect(self._show)
        self.tabs.turned.connect(self._show)
        self.tabs.moved.connect(self.state_changed)
        for side in self.sides:
            side.turn_to.connect(self.turn_to)
            side.wave_wanted.connect(self.choice.show_wave)

    @property
    def current(self) -> SurveySide:
        """The side that is shown."""
        return self.sides[self.tabs.at]

    # Actions

    def page_actions(self) -> list[Action]:
        """What can be done here; those of each side stand in a menu of their own."""
        return [
            self._start_action,
            Action("save_table", "Save table…", self._save, "Ctrl+S", icon="export", enabled=self._has_table),
            Action("copy_table", "Copy table", self._copy, "Ctrl+Shift+C", icon="copy", toolbar=False,
                   enabled=self._has_table),
            *self.pictures.listed(),
            *self.reports.listed(),
            Action("row_history", "History of this row", self._history, "Ctrl+H", icon="history", toolbar=False,
                   enabled=self._has_row),
            *self.tabs.ways(self.tabs.bar.setCurrentIndex),
            *self.tabs.actions_here(),
        ]  # fmt: skip

    def _may_start(self) -> bool:
        return not self._desk.opened.read_only and not surveys(self._desk.db)

    def _start(self) -> None:
        started = start_survey(self._desk.db)
        self._desk.messages.done(f"Started {started.name}")
        self.turn_to("Questionnaire", "")  # what it asks is looked at before it is asked

    def _table(self) -> Table | None:
        return self.current.table() if self.choice.survey_id else None

    def _chart(self) -> Bars | Trend | None:
        return self.current.chart() if self.choice.survey_id else None

    def _has_table(self) -> bool:
        return self._table() is not None

    def _save(self) -> None:
        table = self._table()
        if table is not None:
            ask_and_save(table, self._desk.messages, self, db=self._desk.db)

    def _copy(self) -> None:
        from resources.files.writing import table_as_text  # loaded when first used

        table = self._table()
        if table is not None:
            QGuiApplication.clipboard().setText(table_as_text(table))
            self._desk.messages.done("Copied the table", undo=False)

    def _has_row(self) -> bool:
        return bool(self.current.row_for_history()[1])

    def _history(self) -> None:
        table, key = self.current.row_for_history()
        show_row_history(self._desk.db, table, key, self)

    # What is shown

    def reload(self) -> None:
        """The survey, wave and side that are shown, as they stand now."""
        held = bool(surveys(self._desk.db))
        self._empty.setVisible(not held)
        self._body.setVisible(held)
        self.choice.reload()
        self._show()

    @Slot()
    def _show(self) -> None:
        self.current.show_wave(self.choice.survey_id, self.choice.wave_id)
        self.state_changed.emit()

    @Slot(str, str)
    def turn_to(self, tab: str, key: str) -> None:
        """Show a side by its name, at a row if one is given."""
        side = next(one for one in self.sides if one.tab == tab)
        self._turn(side)
        if key:
            side.show_row(key)
        else:
            side.focus_first()

    def _turn(self, side: SurveySide) -> None:
        if side is self.current:
            self._show()
        else:
            self.tabs.turn_to(side)

    # What the window asks

    def show_row(self, key: str) -> None:
        """A row of the survey, in the survey, the wave and the side that have it."""
        place = place_of(self._desk.db, key)
        if place is None:
            return
        self.catch_up()
        self.choice.go_to(place.survey_id, place.wave_id)
        sides = [one for tab in _SHOWN_ON[place.of] for one in self.sides if one.tab == tab]
        side = next((one for one in sides if one.has(key)), sides[-1] if sides else None)
        if side is not None:
            self._turn(side)
            side.show_row(key)

    def status_text(self) -> str:
        """What the side shown says."""
        return self.current.status_text() if self.choice.survey_id else ""

    def focus_first(self) -> None:
        """Where the work of the side shown begins."""
        if self._body.isHidden():
            self._empty.setFocus()
        else:
            self.current.focus_first()

    def focus_filter(self) -> None:
        """The filter of the side shown."""
        self.current.focus_filter()
