"""The table of events, newest first, and beside it what stands of the one with the cursor."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.pages.events.event_detail import event_detail
from desktop.shell.actions import Action
from desktop.shell.page import Desk
from desktop.widgets.detail import DetailPane
from desktop.widgets.empty import EmptyPage
from desktop.widgets.parts import side_by_side
from desktop.widgets.tables.table_pane import TablePane
from desktop.widgets.tables.usual_rows import UsualListing
from engagement.forums import events
from engagement.forums.listings import EVENTS
from engagement.forums.vocabulary import EventState
from resources.database import Condition, Query
from resources.tables import Table
from resources.wording import in_london

_NOT_ARCHIVED = Condition("state", tuple(state.label for state in EventState))
_ARCHIVED = Condition("state", ("Archived",))


class EventsTable(QWidget):
    """Answers the page as a side of an event does. `beside` are the actions in the pane, `history` shows a row's."""

    moved = Signal()

    def __init__(
        self,
        desk: Desk,
        *,
        beside: Callable[[], Sequence[Action]],
        history: Callable[[str, str], object],
        first: Action | None,
        now: Callable[[], datetime],
    ) -> None:
        super().__init__()
        self._desk, self._beside, self._history, self._now = desk, beside, history, now
        latest = Query(order_by="starts_at", descending=True)
        self.pane = TablePane(
            UsualListing(EVENTS, desk.db, latest, usual=_NOT_ARCHIVED), name="events", title="Forums",
            chips=("kind", "state"), settings=desk.settings, empty=EmptyPage("No forums are planned yet.", first),
        )  # fmt: skip
        self.detail = DetailPane("Forum", "Choose a forum to see it here.")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(side_by_side(self.pane, self.detail, sizes=(780, 400)))
        self._put_first("state", "coming", "came")
        self.pane.table.current_changed.connect(self._show)
        self.pane.counted.connect(self.moved)

    def _put_first(self, *names: str) -> None:
        """Beside the day stands what is asked of a forum most; the rest follows."""
        header, model = self.pane.table.horizontalHeader(), self.pane.model
        for place, name in enumerate(names, 2):
            header.moveSection(header.visualIndex(model.column_named(name)), place)

    @property
    def current_key(self) -> str:
        """The event with the cursor; of the table as it was last read, and an undo may have taken it away since."""
        return self.pane.table.current_key

    def reload(self) -> None:
        """The table and the pane, as they stand now."""
        self.pane.reload()
        self._show(self.current_key)

    @Slot(str)
    def _show(self, key: str) -> None:
        if key:
            history = partial(self._history, "event", key)
            self.detail.show_detail(event_detail(self._desk.db, key, self._beside(), history=history))
        else:
            self.detail.clear()
        self.moved.emit()

    def show_row(self, key: str) -> None:
        """An event, also one put away."""
        if events.is_event(self._desk.db, key) and events.get(self._desk.db, key).archived_on:
            self.pane.show_query(Query(conditions=(_ARCHIVED,)))
        self.pane.show_row(key)

    # As a side does

    def table(self) -> Table:
        """The events as they are shown, to copy or save."""
        rows = [tuple(row[1:]) for row in self.pane.model.all_rows()]
        return Table("Forums", EVENTS.columns, rows, as_at=in_london(self._now()).date())

    def row_for_history(self) -> tuple[str, str]:
        """The event with the cursor."""
        return "event", self.current_key

    def status_text(self) -> str:
        """How many rows there are."""
        return self.pane.rows_words

    def focus_first(self) -> None:
        """The table."""
        self.pane.focus_table()

    def focus_filter(self) -> None:
        """The filter."""
        self.pane.bar.focus_field()
