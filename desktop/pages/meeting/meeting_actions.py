"""The actions on an event's agenda and minutes, in the order in which a meeting needs them."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, Slot

from desktop.pages.events.event_view import EventView
from desktop.pages.meeting.action_acts import ActionActs
from desktop.pages.meeting.meeting_acts import MeetingActs
from desktop.pages.meeting.meeting_chosen import MeetingChosen
from desktop.pages.meeting.meeting_files import MeetingFiles
from desktop.shell.actions import Action
from desktop.shell.page import Desk
from engagement.forums.meeting.minutes_paper import Version


class MeetingActions(QObject):
    """Lists them. `chosen` says what they act on and when each can be run."""

    def __init__(
        self,
        desk: Desk,
        view: EventView,
        chosen: MeetingChosen,
        acts: MeetingActs,
        *,
        now: Callable[[], datetime],
    ) -> None:
        super().__init__(view)
        self._view, self._chosen, self._acts = view, chosen, acts
        self._list, self._editor, self._open = chosen.list, chosen.editor, chosen.before
        self._files = MeetingFiles(desk, view, now=now)
        self.before = ActionActs(desk, view, chosen.open_action, chosen.said, now=now)
        self.here = ActionActs(desk, view, chosen.raised_action, chosen.said, now=now)

    def listed(self) -> list[Action]:
        """All of them."""
        return [*self._agenda_actions(), *self._minuting(), *self.dealing(), *self._papers()]

    def above(self) -> list[Action]:
        """Those with a button above the items."""
        here = [*self._agenda_actions(), *self._minuting(), *self._papers()]
        return [one for one in here if one.toolbar]

    def _agenda_actions(self) -> list[Action]:
        acts, chosen, write = self._acts, self._chosen, self._view.may_write
        one = chosen.is_one
        return [
            Action("agenda_start", "Start the agenda", acts.start, icon="calendar", enabled=chosen.may_start,
                   tip="From the last agenda of the series, with what is open on top"),
            Action("agenda_add", "Add an item…", acts.ask_item, "Ctrl+Shift+I", icon="add", enabled=write),
            Action("agenda_change", "Change the item…", acts.ask_change, "F2", icon="edit", enabled=one),
            Action("agenda_up", "Move the item up", partial(acts.move, -1), "Alt+Up", toolbar=False, enabled=one),
            Action("agenda_down", "Move the item down", partial(acts.move, 1), "Alt+Down", toolbar=False, enabled=one),
            Action("agenda_remove", "Remove the item", acts.remove, toolbar=False, enabled=one),
        ]  # fmt: skip

    def _minuting(self) -> list[Action]:
        chosen, one = self._chosen, self._chosen.is_one
        return [
            Action("minute_next", "Next item", partial(self._list.step, 1), "Ctrl+Down", toolbar=False,
                   enabled=chosen.has_items),
            Action("minute_previous", "Previous item", partial(self._list.step, -1), "Ctrl+Up", toolbar=False,
                   enabled=chosen.has_items),
            Action("minute_notes", "Write notes", self._editor.focus_notes, "F6", toolbar=False, enabled=one),
            Action("minute_decide", "Decide", self._editor.focus_decision, "F7", icon="check", enabled=one,
                   tip="Type a decision at this item"),
            Action("minute_raise", "Raise an action…", self._acts.ask_action, "F8", icon="add", enabled=one),
            Action("minute_decision", "Change the decision…", self._change_decision, toolbar=False,
                   enabled=chosen.is_decision),
            Action("minute_undecide", "Remove the decision", self._remove_decision, toolbar=False,
                   enabled=chosen.is_decision),
            Action("minute_action", "Change the action…", self.here.ask_change, toolbar=False,
                   enabled=chosen.is_action),
            Action("minute_chair", "Chair and agreement…", self._acts.ask_minutes, icon="edit", toolbar=False,
                   enabled=self._view.may_write),
            Action("minute_agree", "Agree the minutes of the last meeting", self._acts.agree_last, toolbar=False,
                   enabled=chosen.may_agree),
        ]  # fmt: skip

    def dealing(self) -> list[Action]:
        """What becomes of the open actions from before."""
        acts, one = self.before, self._chosen.is_open
        return [
            Action("before_done", "Done", acts.done, "Ctrl+Shift+F", icon="check", enabled=one,
                   tip="The open action that is chosen is done"),
            Action("before_carry", "Say progress…", acts.ask_progress, "Ctrl+Shift+G", icon="edit",
                   enabled=one),
            Action("before_drop", "Drop…", acts.ask_drop, icon="close", enabled=one),
            Action("before_open", "Open actions from before", self._focus_before, "F4", toolbar=False,
                   enabled=self._chosen.has_open),
        ]  # fmt: skip

    def _papers(self) -> list[Action]:
        items, event = self._chosen.has_items, self._chosen.is_event
        return [
            Action("paper_agenda", "Word agenda…", self._ask_agenda, icon="word", enabled=items),
            Action("paper_minutes", "Word minutes…", partial(self._ask_minutes, Version.PARTICIPANTS), icon="word",
                   enabled=event, tip="For those who were there: names people"),
            Action("paper_public", "Word minutes for publication…", partial(self._ask_minutes, Version.PUBLISHED),
                   icon="word", toolbar=False, enabled=event, tip="Organisations and numbers, no names"),
        ]  # fmt: skip

    # What they do

    @Slot(str)
    def ask_progress(self, _key: str = "") -> None:
        """What has become of the open action from before that is chosen."""
        if self._chosen.is_open():
            self.before.ask_progress()

    @Slot(str)
    def change_action(self, _key: str = "") -> None:
        """Change the action raised here that is chosen."""
        if self._view.may_write():
            self.here.ask_change()

    def _focus_before(self) -> None:
        self._open.setFocus()
        if not self._open.current_key:
            self._open.go_to_first()

    def _change_decision(self) -> None:
        self._acts.ask_decision(self._editor.decisions.current_key)

    def _remove_decision(self) -> None:
        self._acts.remove_decision(self._editor.decisions.current_key)

    def _ask_agenda(self) -> None:
        self._editor.notes.flush()
        self._files.ask_agenda(self._view.event_id)

    def _ask_minutes(self, version: Version) -> None:
        self._editor.notes.flush()
        self._files.ask_minutes(self._view.event_id, version)
