"""Undo and redo by name, as the window needs them."""

from collections.abc import Callable
from typing import Protocol

from resources.database import Database, history
from resources.database.history import Change


class UndoKeeper(Protocol):
    """Who knows what can be taken back."""

    def next_undo(self) -> str:
        """The name of the change that Undo would take back, or nothing."""

    def next_redo(self) -> str:
        """The name of the change that Redo would bring again, or nothing."""

    def undo(self) -> str:
        """Take it back; its name."""

    def redo(self) -> str:
        """Bring it again; its name."""


class HistoryKeeper:
    """The database's history."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def next_undo(self) -> str:
        """The name of the change that Undo would take back, or nothing."""
        return _name(history.next_undo(self._db))

    def next_redo(self) -> str:
        """The name of the change that Redo would bring again, or nothing."""
        return _name(history.next_redo(self._db))

    def undo(self) -> str:
        """Take it back; its name."""
        return _name(history.undo(self._db))

    def redo(self) -> str:
        """Bring it again; its name."""
        return _name(history.redo(self._db))


class ShownKeeper:
    """The keeper of the page that is shown where it has one of its own, else the window's. They are never mixed."""

    def __init__(self, windows: UndoKeeper, of_page: Callable[[], UndoKeeper | None]) -> None:
        self._windows, self._of_page = windows, of_page

    def _now(self) -> UndoKeeper:
        own = self._of_page()
        return self._windows if own is None else own

    def next_undo(self) -> str:
        """The name of the change that Undo would take back, or nothing."""
        return self._now().next_undo()

    def next_redo(self) -> str:
        """The name of the change that Redo would bring again, or nothing."""
        return self._now().next_redo()

    def undo(self) -> str:
        """Take it back; its name."""
        return self._now().undo()

    def redo(self) -> str:
        """Bring it again; its name."""
        return self._now().redo()

    def whose(self) -> UndoKeeper:
        """The keeper that stands behind it now."""
        return self._now()


def _name(change: Change | None) -> str:
    return "" if change is None else change.action
