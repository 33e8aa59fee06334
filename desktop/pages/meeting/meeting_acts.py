"""What is done with the agenda and the minutes of an event."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.dialogs.meeting.action import ActionForm
from desktop.dialogs.meeting.item import AgendaItemForm
from desktop.dialogs.meeting.minutes import MinutesForm
from desktop.dialogs.meeting.said import DecisionForm
from desktop.shell.page import Desk
from engagement.forums import events
from engagement.forums.meeting import actions, agenda
from engagement.forums.meeting.actions import ActionDraft
from engagement.forums.meeting.first_agenda import ItemDraft
from engagement.forums.meeting.minutes import Minutes, agree, keep_minutes, minutes_of, to_be_agreed
from resources.wording import count_of, in_london


class MeetingActs(QObject):
    """Opens the dialogs over `page`. `current` gives the keys of the event and of the item that is chosen.

    `added` carries the key of a new item, so that it can be shown.
    """

    added = Signal(str)

    def __init__(
        self,
        desk: Desk,
        page: QWidget,
        current: Callable[[], tuple[str, str]],
        *,
        now: Callable[[], datetime],
    ) -> None:
        super().__init__(page)
        self._desk, self._page, self._current, self._now = desk, page, current, now

    # The agenda

    def start(self) -> None:
        """From the last agenda of the series."""
        event_id, _ = self._current()
        keys = agenda.start_agenda(self._desk.db, event_id)
        said = f"Started the agenda with {count_of(len(keys), 'item')}"
        found = len(actions.open_before(self._desk.db, event_id))
        carried = f", and {count_of(found, 'open action')} carried from before" if found else ""
        self._desk.messages.done(f"{said}{carried}")
        self.added.emit(keys[0])

    def ask_item(self) -> None:
        """A new item, behind the one that is chosen."""
        event_id, item_id = self._current()
        at = agenda.item(self._desk.db, item_id).position + 1 if item_id else None
        AgendaItemForm(self._page).ask(partial(self._add, event_id, at))

    def _add(self, event_id: str, at: int | None, draft: ItemDraft) -> None:
        key = agenda.add_item(self._desk.db, event_id, draft, at=at)
        self._desk.messages.done(f"Added {draft.title}")
        self.added.emit(key)

    def ask_change(self) -> None:
        """Title, minutes, owner, paper."""
        _, item_id = self._current()
        if item_id:
            held = agenda.item(self._desk.db, item_id).draft()
            AgendaItemForm(self._page, held).ask(partial(self._change, item_id))

    def _change(self, item_id: str, draft: ItemDraft) -> None:
        agenda.edit_item(self._desk.db, item_id, draft)
        self._desk.messages.done(f"Changed {draft.title}")

    def move(self, by: int) -> None:
        """One place up or down."""
        _, item_id = self._current()
        if item_id:
            self.move_to(item_id, agenda.item(self._desk.db, item_id).position + by)

    def move_to(self, item_id: str, place: int) -> None:
        """To a place, counted from 1."""
        agenda.move_item(self._desk.db, item_id, place)

    def remove(self) -> None:
        """Out of the agenda."""
        _, item_id = self._current()
        if item_id:
            title = agenda.item(self._desk.db, item_id).title
            agenda.remove_item(self._desk.db, item_id)
            self._desk.messages.done(f"Removed {title}")

    # The minutes

    def keep_notes(self, item_id: str, text: str) -> None:
        """What was typed; an item that an undo took away keeps nothing."""
        if agenda.is_item(self._desk.db, item_id):
            agenda.write_notes(self._desk.db, item_id, text)

    def decide(self, item_id: str, text: str) -> None:
        """A decision, as it is made."""
        agenda.check_begun(self._desk.db, self._current()[0], now=self._now())
        agenda.decide(self._desk.db, item_id, text)
        self._desk.messages.done("Recorded the decision")

    def ask_decision(self, key: str) -> None:
        """Put the words of a decision right."""
        event_id, _ = self._current()
        one = next(one for one in agenda.decisions(self._desk.db, event_id) if one.id == key)
        DecisionForm(one.number, one.text, self._page).ask(partial(self._change_decision, key))

    def _change_decision(self, key: str, text: str) -> None:
        agenda.edit_decision(self._desk.db, key, text)
        self._desk.messages.done("Changed the decision")

    def remove_decision(self, key: str) -> None:
        """Take a decision out."""
        agenda.remove_decision(self._desk.db, key)
        self._desk.messages.done("Removed the decision")

    def ask_action(self) -> None:
        """An action, raised at the item that is chosen."""
        event_id, item_id = self._current()
        at = agenda.item(self._desk.db, item_id).title if item_id else ""
        today = in_london(self._now()).date()
        ActionForm(self._desk.db, self._page, today=today, at=at).ask(partial(self._raise, event_id, item_id))

    def _raise(self, event_id: str, item_id: str, draft: ActionDraft) -> None:
        actions.raise_action(self._desk.db, event_id, draft, item_id=item_id or None)
        self._desk.messages.done(f"Raised: {draft.text}")

    def ask_minutes(self) -> None:
        """Chair, minute taker, agreement."""
        event_id, _ = self._current()
        held, today = minutes_of(self._desk.db, event_id), in_london(self._now()).date()
        MinutesForm(held, self._page, today=today).ask(partial(self._keep_minutes, event_id))

    def _keep_minutes(self, event_id: str, said: Minutes) -> None:
        keep_minutes(self._desk.db, event_id, said)
        self._desk.messages.done(f"Changed the minutes of {events.get(self._desk.db, event_id).title}")

    def agree_last(self) -> None:
        """This meeting agrees the minutes of the one before."""
        event_id, _ = self._current()
        last = to_be_agreed(self._desk.db, event_id)
        if last is not None:
            agree(self._desk.db, last.id, on=events.get(self._desk.db, event_id).day)
            self._desk.messages.done(f"Agreed the minutes of {last.title}")
