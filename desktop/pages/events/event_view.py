"""One side of an event (its people, its agenda, its feedback), shown in the forums page in place of the table."""

from collections.abc import Callable
from datetime import datetime

from desktop.shell.page import Desk
from desktop.shell.side import Side


class EventView(Side):
    """A side of an event; the event's name stands above it.

    `event_id` is empty while another side or the table of events is shown: its actions are enabled only while it is
    set.
    """

    def __init__(self, desk: Desk, *, now: Callable[[], datetime]) -> None:
        super().__init__(desk)
        self._now = now
        self.event_id = ""

    def show_event(self, event_id: str) -> None:
        """Show this side of an event; with an empty key, be put away. An event that is gone is put away before."""
        self.event_id = event_id
        self.reload()

    def may_write(self) -> bool:
        """Whether an event is shown here and the file can be written to."""
        return bool(self.event_id) and not self._desk.opened.read_only

    def row_for_history(self) -> tuple[str, str]:
        """By itself the event's."""
        return "event", self.event_id
