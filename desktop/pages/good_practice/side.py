"""One side of good practice: a table with its pane."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal

from desktop.shell.page import Desk
from desktop.shell.side import Side
from desktop.widgets.tables.table_pane import TablePane
from resources.tables import Table


class TableSide(Side):
    """What the sides have in common; each makes its `pane`. Emit `turn_to` to show another side at a row of it."""

    turn_to = Signal(str, str)
    pane: TablePane

    def __init__(self, desk: Desk, *, today: Callable[[], date]) -> None:
        super().__init__(desk)
        self._today = today

    def has(self, key: str) -> bool:
        """Whether the key is of a row that is shown here."""
        return False

    def show_row(self, key: str) -> None:
        """Put the cursor on a row."""
        self.pane.show_row(key)

    def table(self) -> Table:
        """What is shown, to copy or save."""
        raise LookupError(self.tab)

    def status_text(self) -> str:
        """How many rows."""
        return self.pane.rows_words

    def focus_first(self) -> None:
        """The table."""
        self.pane.focus_table()

    def focus_filter(self) -> None:
        """Its filter."""
        self.pane.bar.focus_field()
