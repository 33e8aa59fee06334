"""Undo and redo by name, as the window needs them."""

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


def _name(change: Change | None) -> str:
    return "" if change is None else change.action
