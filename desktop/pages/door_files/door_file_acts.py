"""Taking a door file from an event and bringing one back: asks, reads beside the window, shows, then writes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.dialogs.door_files.bring_back import BringBack
from desktop.dialogs.door_files.take_door_file import TakeDoorFile
from desktop.pages.saving import ask_path
from desktop.shell.actions import Action
from desktop.shell.jobs import Progress
from desktop.shell.page import Desk
from engagement.forums import events
from engagement.forums.door_files import held, taking
from engagement.forums.door_files.bringing_back import bring_back
from engagement.forums.door_files.mark import mark_of
from engagement.forums.door_files.plan import Choices
from engagement.forums.door_files.planning import make_plan
from engagement.forums.door_files.returned import Returned, let_go, read_returned
from engagement.forums.door_files.taking import Made
from engagement.forums.events import Event
from resources.database import OpenFile
from resources.folders import FILE_ENDING, documents_folder

_FILES = f"Provider Desk files (*{FILE_ENDING})"
_NOT_AT_THE_DOOR = {"plan", "audience", "edit", "next", "series", "edit_series", "close", "cancel", "archive"}
"""They would not come back, or belong to the office."""


@dataclass(frozen=True)
class _Asked:
    event_id: str
    label: str
    target: Path
    now: datetime
    who: str


class DoorFileActs(QObject):
    """Opens the dialogs over `page`. `current` gives the event that is chosen."""

    def __init__(
        self, desk: Desk, page: QWidget, current: Callable[[], Event | None], *, now: Callable[[], datetime]
    ) -> None:
        super().__init__(page)
        self._desk, self._page, self._current, self._now = desk, page, current, now

    @property
    def is_at_the_door(self) -> bool:
        """Whether the file that is open is a door file."""
        return mark_of(self._desk.db) is not None

    def left(self, actions: Sequence[Action]) -> list[Action]:
        """Of a page's actions those that are for a door, when the file is a door file: its door comes first."""
        if not self.is_at_the_door:
            return list(actions)
        return [
            replace(one, primary=one.name == "open_door")
            for one in actions
            if one.name not in _NOT_AT_THE_DOOR
        ]

    def listed(self, *, may_hold: Callable[[], bool], may_write: Callable[[], bool]) -> list[Action]:
        """Both acts; a door file has neither."""
        if self.is_at_the_door:
            return []
        return [
            Action("take_door_file", "Take a door file…", self.ask_label, icon="export", toolbar=False,
                   enabled=may_hold, tip="A copy of this file for a laptop at another door"),
            Action("bring_door_file", "Bring a door file back…", self.ask_file, icon="import", toolbar=False,
                   enabled=may_write),
        ]  # fmt: skip

    # Taking

    def ask_label(self) -> None:
        """For which laptop it is."""
        event = self._current()
        if event is None:
            return
        number = len(held.door_files(self._desk.db, event.id)) + 2
        check = partial(self._check, event.id)
        TakeDoorFile(event.title, f"Laptop {number}", check, self._page).ask(partial(self._ask_place, event))

    def _check(self, event_id: str, label: str) -> None:
        taking.check(self._desk.db, event_id, label=label)

    def _ask_place(self, event: Event, label: str) -> None:
        stem = f"Door file, {label}, {event.title}"
        title = "Where the door file goes"
        path = ask_path(self._page, title, stem, FILE_ENDING, _FILES, may_replace=False)
        if path is not None:
            self.take(event.id, label, path)

    def take(self, event_id: str, label: str, target: Path) -> None:
        """Make it beside the window, and note it."""
        asked = _Asked(event_id, label, target, self._now(), self._desk.db.who)
        work = partial(_made, self._desk.opened, asked)
        self._desk.jobs.run(f"Making the door file of {label}", work, done=self._taken)

    def _taken(self, made: Made) -> None:
        taking.record(self._desk.db, made)
        self._desk.messages.done(f"Took “{made.path.name}”. Open it on the laptop with Provider Desk")

    # Bringing back

    def ask_file(self) -> None:
        """Which file came back."""
        name, _ = QFileDialog.getOpenFileName(
            self._page, "Bring a door file back", str(documents_folder()), _FILES
        )
        if name:
            self.read(Path(name))

    def read(self, path: Path) -> None:
        """Read it beside the window, then show what it would bring."""
        work = partial(_read, self._desk.opened, path)
        self._desk.jobs.run(f"Reading {path.name}", work, done=self.show_plan, writes=False)

    def show_plan(self, returned: Returned) -> None:
        """What it would bring, to choose and confirm."""
        db = self._desk.db
        dialog = BringBack(
            partial(make_plan, db, returned),
            partial(self._bring_back, returned),
            event=events.get(db, returned.mark.event_id).title,
            parent=self._page,
        )
        dialog.rejected.connect(partial(let_go, db, returned))
        dialog.open()

    def _bring_back(self, returned: Returned, choices: Choices) -> None:
        done = bring_back(self._desk.db, returned, choices=choices, now=self._now())
        self._desk.messages.done(done.sentence, undo=not done.nothing_new)


def _made(opened: OpenFile, asked: _Asked, progress: Progress) -> Made:
    progress.step(0, 0, "Copying what the door needs, and proving the copy")
    db = opened.connection(read_only=True)
    try:
        return taking.make(
            db, asked.event_id, label=asked.label, target=asked.target, now=asked.now, who=asked.who
        )
    finally:
        db.close()


def _read(opened: OpenFile, path: Path, progress: Progress) -> Returned:
    progress.step(0, 0, "Comparing it with the copy kept when it left")
    db = opened.connection(read_only=True)
    try:
        return read_returned(db, path, opened.capabilities)
    finally:
        db.close()
