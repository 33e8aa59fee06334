"""The survey page: which survey and wave above, its sides behind tabs beneath."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Slot

from desktop import clock
from desktop.pages.sides.sides_page import SidesPage
from desktop.pages.survey.picture_acts import PictureActs
from desktop.pages.survey.report_acts import ReportActs
from desktop.pages.survey.sides import survey_sides
from desktop.pages.survey.survey_side import SurveySide
from desktop.pages.survey.wave_choice import WaveChoice
from desktop.pages.survey.wave_reading import KeptWaves
from desktop.shell.actions import Action
from desktop.shell.page import Desk
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


class SurveyPage(SidesPage):
    """Its sides show the survey and wave chosen above them."""

    sides: tuple[SurveySide, ...]

    def __init__(self, desk: Desk, *, now: Callable[[], datetime] = clock.now) -> None:
        kept = KeptWaves(desk)
        super().__init__(desk, survey_sides(desk, now=now, kept=kept), "Sides of the survey")
        self.choice = WaveChoice(desk)
        self.pictures = PictureActs(desk, self, self._chart)
        self.reports = ReportActs(desk, self, lambda: self.choice.wave_id, now=now, kept=kept)
        self._start_action = Action("start_survey", "Start the recruitment survey", self._start, primary=True,
                                    enabled=self._may_start)  # fmt: skip
        self._empty = EmptyPage(
            "No survey is kept yet. The recruitment survey comes ready with its six topics, to be changed as you like.",
            self._start_action,
        )
        self.column.setSpacing(4)
        self.column.insertWidget(0, self._empty)
        self.column.insertWidget(1, self.choice)
        self.choice.changed.connect(self.show_side)
        for side in self.sides:
            side.wave_wanted.connect(self.choice.show_wave)

    @property
    def current(self) -> SurveySide:
        """The side that is shown."""
        return self.sides[self.tabs.at]

    # Actions

    def page_actions(self) -> list[Action]:
        """What can be done here, and before there is a survey, how to begin."""
        return [self._start_action, *super().page_actions()]

    def papers(self) -> list[Action]:
        """The chart as a picture, and the documents of the wave."""
        return [*self.pictures.listed(), *self.reports.listed()]

    def _may_start(self) -> bool:
        return not self._desk.opened.read_only and not surveys(self._desk.db)

    def _start(self) -> None:
        started = start_survey(self._desk.db)
        self._desk.messages.done(f"Started {started.name}")
        self.turn_to("Questionnaire", "")  # what it asks is looked at before it is asked

    def shown_table(self) -> Table | None:
        """The table of the side shown, once there is a survey."""
        return super().shown_table() if self.choice.survey_id else None

    def _chart(self) -> Bars | Trend | None:
        return self.current.chart() if self.choice.survey_id else None

    # What is shown

    def reload(self) -> None:
        """The survey, wave and side that are shown, as they stand now."""
        held = bool(surveys(self._desk.db))
        self._empty.setVisible(not held)
        self.choice.setVisible(held)
        self.tabs.setVisible(held)
        self.choice.reload()
        self.show_side()

    @Slot()
    def show_side(self) -> None:
        """The side that is shown, for the survey and wave chosen, as they stand now."""
        self.current.show_wave(self.choice.survey_id, self.choice.wave_id)
        self.state_changed.emit()

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
            self._turn(side, key)

    def status_text(self) -> str:
        """What the side shown says."""
        return super().status_text() if self.choice.survey_id else ""

    def focus_first(self) -> None:
        """Where the work of the side shown begins."""
        if self.tabs.isHidden():
            self._empty.setFocus()
        else:
            super().focus_first()
