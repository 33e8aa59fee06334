"""One side of the survey page: its results, its answers, its waves."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedLayout

from desktop.pages.sides.sides_page import PageSide
from desktop.pages.survey.wave_reading import KeptWaves, WaveReading
from desktop.shell.actions import Action
from desktop.shell.page import Desk
from desktop.widgets.bars import Bars
from desktop.widgets.empty import EmptyPage
from desktop.widgets.trend import Trend
from resources.wording import lower_first


class SurveySide(PageSide):
    """A side of the survey and wave that are chosen above the tabs; both are empty where there is none yet.

    Emit `wave_wanted` with the key of another wave to choose that one above the tabs. What takes its time is asked of
    `reading`.
    """

    wave_wanted = Signal(str)

    def __init__(self, desk: Desk, *, now: Callable[[], datetime], kept: KeptWaves) -> None:
        super().__init__(desk, now=now)
        self.reading = WaveReading(desk, kept, self)
        self._wanted = ""
        self._read_pile: QStackedLayout | None = None
        self.reading.stopped.connect(self._say_stopped)
        self.survey_id = ""
        self.wave_id = ""

    @Slot()
    def _say_stopped(self) -> None:
        """Reading was stopped; a row that was to be shown then is not."""
        self._wanted = ""
        if self._read_pile is not None and self._read_pile.currentWidget() is self._reading:
            self._read_pile.setCurrentWidget(self._stopped)

    def _add_reading(self, pile: QStackedLayout, what: str) -> None:
        """Pages for while `what` is read, and for where that was stopped."""
        self._reading = EmptyPage(f"{what} is being read.")
        again = Action("read_again", "Read again", self.reload)
        self._stopped = EmptyPage(f"Reading was stopped, so {lower_first(what)} is not shown.", again)
        self._read_pile = pile
        for page in (self._reading, self._stopped):
            pile.addWidget(page)

    def show_wave(self, survey_id: str, wave_id: str) -> None:
        """Show what is chosen above the tabs, as it stands now."""
        self.survey_id, self.wave_id = survey_id, wave_id
        self.reload()

    def may_write(self) -> bool:
        """Whether this side is shown with a survey, in a file that can be written to."""
        return bool(self.survey_id) and super().may_write()

    def chart(self) -> Bars | Trend | None:
        """The chart shown, to take away as a picture; None where there is none."""
        return None
