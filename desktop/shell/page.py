"""What a page is to the window, and what a page is given."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from desktop.shell.actions import Action
from desktop.shell.changes import Changes
from desktop.shell.jobs import JobRunner
from desktop.shell.lens import Lens
from desktop.shell.messages import Messages
from desktop.shell.public_view import OWN_WORK, PublicView, public_view
from desktop.shell.settings import Settings
from desktop.shell.undo import UndoKeeper
from resources.database import Database, OpenFile
from resources.problem import Problem

if TYPE_CHECKING:
    from desktop.shell.frame.palette import Found


class Navigator(QObject):
    """How a page asks for another page, without knowing the window."""

    asked = Signal(str, str)

    def go(self, page: str, row: str = "") -> None:
        """Show the page named `page`, at the row with this key when given."""
        self.asked.emit(page, row)


@dataclass(frozen=True)
class Desk:
    """What a page's constructor is given. `opened` is the file; a job makes a connection of its own from it."""

    db: Database
    changes: Changes
    jobs: JobRunner
    messages: Messages
    settings: Settings
    navigator: Navigator
    opened: OpenFile
    lens: Lens = field(default_factory=Lens)


class Page(QWidget):
    """A page of the window. It reloads on a change when it is seen, and when it is shown otherwise.

    Emit `state_changed` when the selection or the count changed: the window then asks again for
    `status_text()` and which actions can be run. Emit `actions_changed` when there are other actions than before,
    and `own_file_changed` with a change where it keeps a file of its own.
    """

    state_changed = Signal()
    actions_changed = Signal()
    own_file_changed = Signal(object)
    title = ""
    public_sections: tuple[str, ...] = ()
    """The sections for a committee that tell of it what is public."""
    covered_because = OWN_WORK
    """Why the public does not see the rest, after “This page is covered:”."""

    def __init__(self, changes: Changes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stale = True
        changes.changed.connect(self._hear)

    def page_actions(self) -> list[Action]:
        """What a person can do on this page; asked once, and after `actions_changed`. (`actions` is Qt's own.)"""
        return []

    def public_view(self) -> PublicView:
        """What of the page the public may see, and why the rest is covered: nothing of it unless it says so."""
        return public_view("This page", self.public_sections, self.covered_because)

    def undo_keeper(self) -> UndoKeeper | None:
        """Whose last change Undo takes back while this page is shown; None where it is the window's file."""
        return None

    def found_here(self, text: str) -> Sequence[Found]:
        """What Find anything finds only while this page is shown."""
        return ()

    def reload(self) -> None:
        """Read again what the page shows."""

    def status_text(self) -> str:
        """What the status line says of the page: `37 rows`."""
        return ""

    def focus_first(self) -> None:
        """Put the focus where a person starts."""
        self.setFocus()

    def focus_filter(self) -> None:
        """Put the focus in the filter field (Ctrl+F)."""
        self.focus_first()

    def show_row(self, key: str) -> None:
        """Bring the row with this key into view and select it."""

    def roll_back(self) -> None:
        """Something went wrong: a change to a file of the page's own that is not finished is taken back."""

    def set_who(self, name: str) -> None:
        """Somebody else is at the desk: a page that keeps a file of its own writes this name beside changes to it."""

    def leave(self) -> Problem | None:
        """The window closes, and with it the file; what stood in the way of leaving all in order, if anything."""
        return None

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what changed while the page was hidden."""
        super().showEvent(event)
        self.catch_up()

    def catch_up(self) -> None:
        """Reload if anything changed since the page last did."""
        if self._stale:
            self._stale = False
            self.reload()
            self.state_changed.emit()

    @Slot(object)
    def _hear(self, _change: object) -> None:
        self._stale = True
        if self.isVisible():
            self.catch_up()


@dataclass(frozen=True)
class PageSpec:
    """How the window lists and makes a page. `attention` counts what needs doing, before the page is made."""

    key: str
    title: str
    icon: str
    make: Callable[[], Page]
    attention: Callable[[], int] | None = None
    group: str = ""
