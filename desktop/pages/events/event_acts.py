"""What is done with the event that is chosen: planned, changed, its people asked, the day itself, put away."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from desktop.dialogs.events.audience import AudienceDialog, Chosen
from desktop.dialogs.events.plan_event import PlanEvent, Planned
from desktop.pages.events.paper_sheet import PaperSheet, Ticked
from desktop.shell.page import Desk
from desktop.widgets.question import Question
from engagement.forums import events
from engagement.forums.at_the_door import door
from engagement.forums.events import Event
from engagement.forums.people import invitations
from engagement.forums.people.audience_rule import AudienceRule
from engagement.forums.vocabulary import EventState
from resources.database import change, new_key
from resources.wording import count_of, in_london


class EventActs(QObject):
    """Opens the dialogs over `page` and does what they answer. `current` gives the event that is chosen.

    `planned` and `invited` carry the key of the event; `putting_away` comes before its row may go.
    """

    planned = Signal(str)
    invited = Signal(str)
    putting_away = Signal()

    def __init__(
        self, desk: Desk, page: QWidget, current: Callable[[], Event | None], *, now: Callable[[], datetime]
    ) -> None:
        super().__init__(page)
        self._desk, self._page, self._current, self._now = desk, page, current, now

    # Planning

    def plan(self) -> None:
        """Ask what is planned."""
        PlanEvent(self._desk.db, self._page, now=self._now()).ask(self.keep_planned)

    def keep_planned(self, planned: Planned) -> None:
        """Plan what the form gave, and go on to its audience where that was asked."""
        key = events.plan_event(self._desk.db, planned.draft)
        self._desk.messages.done(f"Planned {planned.draft.title}")
        self.planned.emit(key)
        if planned.audience_next:
            QTimer.singleShot(0, self.choose_audience)  # once the form has closed

    def edit(self) -> None:
        """Ask what is to be changed."""
        event = self._current()
        if event is not None:
            dialog = PlanEvent(self._desk.db, self._page, now=self._now(), event=event)
            dialog.ask(partial(self._edited, event.id))

    def _edited(self, event_id: str, planned: Planned) -> None:
        events.edit_event(self._desk.db, event_id, planned.draft, now=self._now())
        self._desk.messages.done(f"Changed {planned.draft.title}")

    # Inviting

    def choose_audience(self) -> None:
        """Set the rule, see whom it selects, and invite them."""
        event = self._current()
        if event is not None:
            if event.audience.unread:  # chosen anew, from nobody
                event = replace(event, audience=AudienceRule(by_hand_only=True))
            AudienceDialog(self._desk.db, event, self._page).ask(partial(self._audience_chosen, event))

    def _audience_chosen(self, event: Event, chosen: Chosen) -> None:
        db, now = self._desk.db, self._now()
        draft = replace(event.draft(), audience=chosen.rule)
        if not chosen.people:
            events.edit_event(db, event.id, draft, now=now)
            self._desk.messages.done(f"Kept the audience of {event.title}")
            return
        with change(db, f"Invited to {event.title}") as entry:
            events.edit_event(db, event.id, draft, now=now)
            made = invitations.invite(db, event.id, chosen.people, now=now)
            who = count_of(len(made.participants), "person", "people")
            entry.action = f"Invited {who} to {event.title}"
        self._desk.messages.done(f"Invited {who} to {event.title}")
        self.invited.emit(event.id)

    # The day

    def tick_paper(self) -> None:
        """Tick who signed the paper sheet."""
        event = self._current()
        if event is not None:
            PaperSheet(self._desk.db, event.id, self._page).ask(partial(self._ticked, event.id))

    def _ticked(self, event_id: str, ticked: Ticked) -> None:
        starts = events.get(self._desk.db, event_id).starts
        added = door.tick_sheet(
            self._desk.db, event_id, ticked.people, at=starts, device="paper", nonce=new_key()
        )
        self._desk.messages.done(f"Ticked {count_of(added, 'person', 'people')} from the paper sheet")
        if ticked.close:
            self.close_or_reopen()

    def close_or_reopen(self) -> None:
        """Close the event, which makes no-shows of those who did not come; or take that back."""
        event = self._current()
        if event is None:
            return
        if event.state is EventState.HELD:
            door.reopen_event(self._desk.db, event.id)
            self._desk.messages.done(f"Reopened {event.title}")
            return
        door.check_close(event, now=self._now())
        absent = len(door.expected_but_absent(self._desk.db, event.id))
        said = "Everybody who had a place came."
        if absent:
            said = (
                f"{count_of(absent, 'person', 'people')} had a place and did not come: they become no-shows."
            )
        Question(f"Close {event.title}?", said, "Close the event", self._page).ask(
            partial(self._close, event)
        )

    def _close(self, event: Event) -> None:
        absent = door.close_event(self._desk.db, event.id, now=self._now())
        self._desk.messages.done(f"Closed {event.title}: {count_of(absent, 'no-show')}")

    def cancel_or_plan_again(self) -> None:
        """Cancel the event, or take that back."""
        event = self._current()
        if event is None:
            return
        if event.state is EventState.CANCELLED:
            events.plan_again(self._desk.db, event.id, now=self._now())
            self._desk.messages.done(f"Planned {event.title} again")
            return
        said = "Who was invited stays on record. Nothing is sent to anybody by the program."
        question = Question(f"Cancel {event.title}?", said, "Cancel the event", self._page, danger=True)
        question.ask(partial(self._cancel, event))

    def _cancel(self, event: Event) -> None:
        events.cancel_event(self._desk.db, event.id)
        self._desk.messages.done(f"Cancelled {event.title}")

    def archive_or_restore(self) -> None:
        """Put the event away, or take it out again."""
        event = self._current()
        if event is None:
            return
        self.putting_away.emit()
        if event.archived_on is not None:
            events.restore_event(self._desk.db, event.id)
            self._desk.messages.done(f"Restored {event.title}")
        else:
            events.archive_event(self._desk.db, event.id, on=in_london(self._now()).date())
            self._desk.messages.done(f"Archived {event.title}")
