"""The waves of the survey: when it was asked, of whom, and what can be compared."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout

from desktop.pages.survey.survey_acts import SurveyActs
from desktop.pages.survey.survey_side import SurveySide
from desktop.pages.survey.wave_reading import KeptWaves
from desktop.pages.survey.waves_side_acts import WavesActs
from desktop.pages.survey.waves_side_asked import AskedView
from desktop.pages.survey.waves_side_asked_acts import AskedActs
from desktop.pages.survey.waves_side_view import WavesView
from desktop.pages.survey.waves_side_views import AllWaves, InvitedView
from desktop.shell.actions import Action
from desktop.shell.page import Desk
from desktop.shell.side import SideTabs
from resources.tables import Table
from workforce.survey.waves.waves import waves


class WavesSide(SurveySide):
    """Three views of the wave that is chosen above; the first lists them all."""

    tab = "Waves"

    def __init__(self, desk: Desk, *, now: Callable[[], datetime], kept: KeptWaves) -> None:
        super().__init__(desk, now=now, kept=kept)
        self.acts = WavesActs(desk, self, survey_id=lambda: self.survey_id, today=self._today)
        self._papers = SurveyActs(desk, self, survey_id=lambda: self.survey_id, today=self._today)
        self.waves = AllWaves(
            desk, self.acts, today=self._today, ready=self.may_write, paper=self._papers.ask_paper
        )
        self.invited = InvitedView(desk, self.acts, today=self._today, ready=self.may_write)
        self.asked = AskedView(desk, AskedActs(desk, self, now=now), today=self._today, ready=self.may_write)
        self.views: tuple[WavesView, ...] = (self.waves, self.invited, self.asked)
        self.tabs = SideTabs(self.views, "Views of the waves")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.tabs)
        self.waves.chosen.connect(self.wave_wanted)
        self.acts.planned.connect(self.show_row)
        self.tabs.moved.connect(self.moved)
        self.tabs.turned.connect(self._turn)

    @property
    def current(self) -> WavesView:
        """The view that is shown."""
        return self.views[self.tabs.at]

    def actions_here(self) -> list[Action]:
        """A wave planned, and what can be done in each view."""
        plan = Action("plan_wave", "Plan a wave…", self.acts.plan, "Ctrl+N", primary=True, icon="add",
                      enabled=self.may_write)  # fmt: skip
        return [plan, *(one for view in self.views for one in view.actions_here())]

    @Slot()
    def _turn(self) -> None:
        self.reload()
        self.moved.emit()

    def reload(self) -> None:
        """The view shown, of the wave chosen above."""
        for at, view in enumerate(self.views):
            view.survey_id, view.wave_id = self.survey_id, self.wave_id
            self.tabs.bar.setTabEnabled(at, bool(self.wave_id) or view is self.waves)
        if not self.wave_id and self.current is not self.waves:
            self.tabs.turn_to(self.waves)  # there is no wave whose population or questions could be shown
            return
        self.current.reload()

    # What the page asks

    def table(self) -> Table | None:
        """That of the view shown."""
        return self.current.table()

    def row_for_history(self) -> tuple[str, str]:
        """That of the view shown."""
        return self.current.row_for_history()

    def has(self, key: str) -> bool:
        """Whether it is a wave of the survey shown."""
        held = waves(self._desk.db, self.survey_id, archived=True) if self.survey_id else []
        return key in [one.id for one in held]

    @Slot(str)
    def show_row(self, key: str) -> None:
        """A wave; or what became of a question in the wave that is shown."""
        if not self.has(key):
            self.tabs.turn_to(self.asked)
            self.asked.pane.show_row(key)
            return
        self.tabs.turn_to(self.waves)
        self.wave_wanted.emit(key)
        self.waves.pane.show_row(key)

    def status_text(self) -> str:
        """How many rows the view has."""
        return self.current.status_text()

    def focus_first(self) -> None:
        """The table of the view."""
        self.current.focus_first()

    def focus_filter(self) -> None:
        """Its filter."""
        self.current.focus_filter()
