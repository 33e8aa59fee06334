"""What sides with a table have in common: a row of buttons, the table, and beside it the row with the cursor."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout

from desktop.pages.reports.committee_side import CommitteeSide
from desktop.pages.sides.list_part import ListPart
from desktop.shell.actions import Action
from desktop.shell.looks.look import PANE
from desktop.widgets.action_row import ActionRow
from resources.tables import Table


class ListedSide(CommitteeSide):
    """`kept_in` is the table of the file that is listed, `beside` the actions that stand beside the row chosen."""

    kept_in = ""
    beside: tuple[str, ...] = ()
    part: ListPart

    def lay_out(self, part: ListPart) -> None:
        """The table as it is made, beneath the actions that have buttons."""
        self.part = part
        self.row = ActionRow([one for one in self.actions_here() if one.toolbar and not one.primary])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        head = QVBoxLayout()
        head.setContentsMargins(PANE, 0, PANE, 0)
        head.addWidget(self.row)
        column.addLayout(head)
        column.addWidget(self.part, 1)
        self.part.moved.connect(self.tell)

    def at_cursor(self) -> object | None:
        """The row with the cursor."""
        return self.part.key or None

    def is_one(self) -> bool:
        """Whether a row has the cursor on this side."""
        return self.is_current and self.at_cursor() is not None

    def actions_beside(self) -> list[Action]:
        """Those that stand in the pane, as far as they can be done now."""
        return [one for one in self.actions_here() if one.name in self.beside and one.ready()]

    @Slot()
    def tell(self) -> None:
        """What can be done may have changed."""
        self.row.setVisible(self.part.has_rows)
        self.row.refresh()
        self.moved.emit()

    # What the page asks

    def show_row(self, key: str) -> None:
        """Put the cursor on a row."""
        self.part.show_row(key)

    def table(self) -> Table | None:
        """The rows shown."""
        return self.part.table() if self.part.has_rows else None

    def row_for_history(self) -> tuple[str, str]:
        """The row with the cursor."""
        return self.kept_in, self.part.key

    def status_text(self) -> str:
        """How many."""
        return self.part.pane.rows_words if self.part.has_rows else ""

    def focus_first(self) -> None:
        """The table, or the way to begin."""
        self.part.focus_first()

    def focus_filter(self) -> None:
        """Its filter."""
        self.part.pane.bar.focus_field()
