"""What is chosen in a table of the register, and what may be done with it: whether an action can be run."""

from collections.abc import Callable
from datetime import date
from typing import Generic, Protocol, TypeVar

from desktop.widgets.tables.table import TableView


class Kept(Protocol):
    """A row of the register, in use or put away."""

    @property
    def archived_on(self) -> date | None:
        """The day it was put away; None while it is in use."""


Held = TypeVar("Held", bound=Kept)


class Chosen(Generic[Held]):
    """The rows that are selected, and the one at the cursor as it was when the cursor came to it.

    `held` is kept so, for the row may be gone before the page has heard of it.
    """

    def __init__(self, table: TableView, read: Callable[[str], Held], *, read_only: bool) -> None:
        self._table, self._read, self._read_only = table, read, read_only
        self.held: Held | None = None

    def hold(self) -> None:
        """Read the row at the cursor."""
        self.held = self._read(self.key) if self.key else None

    @property
    def key(self) -> str:
        """The row at the cursor, or ''."""
        return self._table.current_key

    def keys(self) -> list[str]:
        """Every selected row, or the one at the cursor."""
        return (self._table.selected_keys() or [self.key]) if self.key else []

    def now(self) -> Held:
        """The row at the cursor as it is now."""
        return self._read(self.key)

    # What may be done

    def may_write(self) -> bool:
        """Whether the file can be written to."""
        return not self._read_only

    def is_one(self) -> bool:
        """Whether there is a row at the cursor to speak of."""
        return bool(self.key)

    def may_change_all(self) -> bool:
        """Whether what is selected, one or many, can be changed."""
        return self.is_one() and self.may_write()

    def may_change(self) -> bool:
        """Whether one row is chosen that can be changed."""
        return self.may_change_all() and len(self._table.selected_keys()) < 2

    def may_archive(self) -> bool:
        """Whether it can be put away."""
        return self.may_change() and self.held is not None and self.held.archived_on is None

    def may_restore(self) -> bool:
        """Whether it can be brought back."""
        return self.may_change() and self.held is not None and self.held.archived_on is not None
