"""What is done with the invitations of an event: out, in, and papers, each in a module of its own."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject

from desktop.pages.events.event_view import EventView
from desktop.pages.saving import ask_path
from desktop.shell.page import Desk
from engagement.forums import events
from resources.wording import lower_first


class MailingActs(QObject):
    """Acts on the event that the view shows; `chosen` gives the keys of the people selected."""

    def __init__(
        self, desk: Desk, view: EventView, chosen: Callable[[], list[str]], *, now: Callable[[], datetime]
    ) -> None:
        super().__init__(view)
        self._desk, self._view, self._chosen, self._now = desk, view, chosen, now

    @property
    def _event(self) -> str:
        return self._view.event_id

    def _path(self, what: str, ending: str, kinds: str) -> Path | None:
        title = events.get(self._desk.db, self._event).title
        stem = f"{title}, {lower_first(what)}"
        return ask_path(self._view, f"Save: {what}", stem, ending, kinds)
