"""One view of the Waves tab: all waves, who is invited, what became of the questions."""

from collections.abc import Callable
from datetime import date

from desktop.shell.page import Desk
from desktop.shell.side import Side
from desktop.widgets.tables.rows_model import RowsModel
from desktop.widgets.tables.table_pane import TablePane
from resources.database import Database
from workforce.survey.waves.waves import Wave, wave


class WavesView(Side):
    """A table with its pane over the wave that is chosen above the tabs; `pane` is its table.

    `ready` says whether the Waves tab itself may be written to.
    """

    pane: TablePane
    model: RowsModel

    def __init__(self, desk: Desk, *, today: Callable[[], date], ready: Callable[[], bool]) -> None:
        super().__init__(desk)
        self._today, self._ready = today, ready
        self.survey_id = ""
        self.wave_id = ""

    @property
    def db(self) -> Database:
        """The file's."""
        return self._desk.db

    def may_write(self) -> bool:
        """Whether this view is shown in a file that can be written to."""
        return self.is_current and self._ready()

    def wave(self) -> Wave | None:
        """The wave chosen; None when an undo has taken it away."""
        try:
            return wave(self.db, self.wave_id) if self.wave_id else None
        except LookupError:
            return None

    def may_change_wave(self) -> bool:
        """Whether there is a wave to be changed here."""
        return self.may_write() and self.wave() is not None

    def status_text(self) -> str:
        """How many rows."""
        return self.pane.rows_words

    def focus_first(self) -> None:
        """The table."""
        self.pane.focus_table()

    def focus_filter(self) -> None:
        """Its filter."""
        self.pane.bar.focus_field()
