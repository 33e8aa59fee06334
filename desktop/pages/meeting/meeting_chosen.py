"""What of a meeting is chosen, and what can be done with it."""

from collections.abc import Callable
from datetime import datetime

from desktop.pages.events.event_view import EventView
from desktop.pages.meeting.agenda_list import AgendaList
from desktop.pages.meeting.item_editor import ItemEditor
from desktop.widgets.tables.small_table import SmallTable
from engagement.forums.meeting import actions
from engagement.forums.meeting.actions import ForumAction, Said, said_at
from engagement.forums.meeting.agenda import AgendaItem
from engagement.forums.meeting.minutes import to_be_agreed
from resources.database import Database


class MeetingChosen:
    """Asks the view and its parts. The view puts here what it has read, by key: `items` and `open` actions."""

    def __init__(
        self,
        db: Database,
        view: EventView,
        parts: tuple[AgendaList, ItemEditor, SmallTable],
        *,
        now: Callable[[], datetime],
    ) -> None:
        self._db, self._view, self._now = db, view, now
        self.list, self.editor, self.before = parts
        self.items: dict[str, AgendaItem] = {}
        self.open: dict[str, ForumAction] = {}

    # What

    def event_and_item(self) -> tuple[str, str]:
        """Their keys; the second is empty where no item is chosen."""
        return self._view.event_id, self.list.current_key if self.is_here() else ""

    def open_action(self) -> ForumAction | None:
        """The one from before that is chosen, while it is open."""
        return self.open.get(self.before.current_key)

    def raised_action(self) -> ForumAction | None:
        """The one raised at the item."""
        key = self.editor.raised.current_key
        return actions.action(self._db, key) if key and actions.is_action(self._db, key) else None

    def said(self) -> Said:
        """When and where what is typed now is said."""
        return said_at(self._db, self._view.event_id, now=self._now())

    # When

    def may_start(self) -> bool:
        """Whether there is no agenda yet."""
        return self._view.may_write() and not self.items

    def may_agree(self) -> bool:
        """At the meeting, and not while it is planned."""
        return (
            self._view.may_write()
            and self.said().event_id is not None
            and to_be_agreed(self._db, self._view.event_id) is not None
        )

    def has_items(self) -> bool:
        """Whether there is an agenda."""
        return bool(self._view.event_id and self.items)

    def is_event(self) -> bool:
        """Whether an event is shown."""
        return bool(self._view.event_id)

    def is_here(self) -> bool:
        """Whether an item is chosen."""
        return bool(self._view.event_id) and self.list.current_key in self.items

    def is_one(self) -> bool:
        """Whether an item is chosen and can be written at."""
        return self._view.may_write() and self.is_here()

    def has_open(self) -> bool:
        """Whether an action from before is open."""
        return bool(self._view.event_id and self.open)

    def is_open(self) -> bool:
        """Whether an open action from before is chosen."""
        return self._view.may_write() and self.open_action() is not None

    def is_decision(self) -> bool:
        """Whether a decision of the item is chosen."""
        return self.is_one() and bool(self.editor.decisions.current_key)

    def is_action(self) -> bool:
        """Whether an action raised at the item is chosen."""
        return self.is_one() and bool(self.editor.raised.current_key)
