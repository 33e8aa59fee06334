"""What happened to an event, to its series, and to the row that the cursor is on."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from desktop.dialogs.row_history import show_row_history
from desktop.shell.actions import Action
from desktop.shell.page import Desk
from engagement.forums.events import Event


class EventHistories:
    """Shows histories over the page. `current` gives the event, `row` the table and key of the row with the cursor."""

    def __init__(
        self,
        desk: Desk,
        page: QWidget,
        current: Callable[[], Event | None],
        *,
        row: Callable[[], tuple[str, str]],
    ) -> None:
        self._desk, self._page, self._current, self._row = desk, page, current, row

    def listed(self) -> list[Action]:
        """The actions, in the order of the menu."""
        return [
            Action("row_history", "History of this row", self._show_row, "Ctrl+H", icon="history",
                   toolbar=False, enabled=self._is_row),
            Action("event_history", "History of the forum", self._show_event, icon="history",
                   toolbar=False, enabled=self._is_other_row),
            Action("series_history", "History of its series", self._show_series, icon="history",
                   toolbar=False, enabled=self._is_in_series),
        ]  # fmt: skip

    def show(self, table: str, key: str) -> None:
        """What happened to one row."""
        if key:
            show_row_history(self._desk.db, table, key, self._page)

    def _show_row(self) -> None:
        self.show(*self._row())

    def _show_event(self) -> None:
        event = self._current()
        if event is not None:
            self.show("event", event.id)

    def _show_series(self) -> None:
        event = self._current()
        if event is not None and event.series_id:
            self.show("series", event.series_id)

    def _is_row(self) -> bool:
        return bool(self._row()[1])

    def _is_other_row(self) -> bool:
        return self._current() is not None and self._row()[0] != "event"

    def _is_in_series(self) -> bool:
        event = self._current()
        return event is not None and event.series_id is not None
