"""One side of the page: what each of its tabs can do."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.shell.actions import Action
from desktop.shell.page import Desk
from resources.tables import Table


class Side(QWidget):
    """A table with its pane. `tab` is its name, on the tab and as the menu of its actions.

    Emit `moved` when what can be done has changed, `turn_to` to show another side at a row of it.
    """

    tab = ""
    moved = Signal()
    turn_to = Signal(str, str)

    def __init__(self, desk: Desk, *, today: Callable[[], date]) -> None:
        super().__init__()
        self._desk, self._today = desk, today
        self.is_current = False

    def reload(self) -> None:
        """Show what the file holds now."""

    def actions_here(self) -> list[Action]:
        """All that can be done here; asked once."""
        return []

    def may_write(self) -> bool:
        """Whether this side is shown and the file can be written to."""
        return self.is_current and not self._desk.opened.read_only

    def has(self, key: str) -> bool:
        """Whether the key is of a row that is shown here."""
        return False

    def show_row(self, key: str) -> None:
        """Put the cursor on a row."""

    def table(self) -> Table:
        """What is shown, to copy or save."""
        raise LookupError(self.tab)

    def row_for_history(self) -> tuple[str, str]:
        """The table and key of the row whose history is asked for; an empty key where there is none."""
        return "", ""

    def status_text(self) -> str:
        """How many rows."""
        return ""

    def focus_first(self) -> None:
        """Put the keyboard where the work begins."""
        self.setFocus()

    def focus_filter(self) -> None:
        """Put the keyboard into the filter."""
