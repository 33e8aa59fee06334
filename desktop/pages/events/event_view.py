"""One side of an event (its people, its agenda, its feedback), shown in the forums page in place of the table."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.shell.actions import Action
from desktop.shell.page import Desk
from resources.tables import Table


class EventView(QWidget):
    """What each side of an event can do; the forums page gives it a tab and the event's name stands above it.

    `tab` is its name, on the tab and as the menu of its actions. `event_id` is empty while another side or the table
    of events is shown: its actions are enabled only while it is set. Emit `moved` when the selection, and with it what
    can be done, has changed.
    """

    tab = ""
    moved = Signal()

    def __init__(self, desk: Desk, *, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._desk, self._now = desk, now
        self.event_id = ""

    def show_event(self, event_id: str) -> None:
        """Show this side of an event; with an empty key, be put away."""
        self.event_id = event_id
        self.reload()

    def reload(self) -> None:
        """Show what the file holds now; an event that is gone has been put away before."""

    def actions_here(self) -> list[Action]:
        """All that can be done here, in a menu named as the tab; asked once."""
        return []

    def table(self) -> Table | None:
        """What is shown as a table, to copy or save; None where there is none."""
        return None

    def row_for_history(self) -> tuple[str, str]:
        """The table and key of the row whose history is asked for; by itself the event's."""
        return "event", self.event_id

    def status_text(self) -> str:
        """What the status bar says, such as how many rows there are."""
        return ""

    def focus_first(self) -> None:
        """Put the keyboard where the work begins."""
        self.setFocus()

    def focus_filter(self) -> None:
        """Put the keyboard into the filter, where there is one."""
