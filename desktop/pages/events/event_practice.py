"""What a provider shared at an event, noted from there."""

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtWidgets import QWidget

from desktop.pages.good_practice.practice_acts import PracticeActs
from desktop.shell.actions import Action
from desktop.shell.page import Desk
from engagement.forums.events import Event
from engagement.good_practice.practices import PracticeDraft
from engagement.good_practice.vocabulary import SharedAt
from resources.wording import in_london


class EventPractice:
    """Asks over `page`; `current` gives the event."""

    def __init__(
        self, desk: Desk, page: QWidget, current: Callable[[], Event | None], *, now: Callable[[], datetime]
    ) -> None:
        self._desk, self._current, self._now = desk, current, now
        self._acts = PracticeActs(desk, page, str, today=self._today)  # no practice is chosen here

    def action(self) -> Action:
        """For the page's menu."""
        return Action("note_practice", "Note good practice…", self.note, icon="good_practice", toolbar=False,
                      enabled=self._has_begun)  # fmt: skip

    def note(self) -> None:
        """Ask for it; the event and its day are known."""
        event = self._current()
        if event is not None:
            day = min(event.day, self._today())
            self._acts.note_from(PracticeDraft("", "", "", day, event_id=event.id, shared_at=SharedAt.EVENT))

    def _has_begun(self) -> bool:
        event, read_only = self._current(), self._desk.opened.read_only
        return event is not None and not read_only and not event.is_still_to_come(self._now())

    def _today(self) -> date:
        return in_london(self._now()).date()
