"""The actions that a meeting finds open from before, each to be done, dropped or carried on."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.shell.looks.icons import set_icon
from desktop.shell.looks.look import PANE
from desktop.widgets.action_row import ActionRow
from desktop.widgets.parts import button
from desktop.widgets.tables.small_table import SmallTable
from engagement.forums.meeting.actions import ForumAction
from engagement.forums.meeting.vocabulary import ActionStatus
from resources.tables import Column, ColumnKind

COLUMNS = (
    Column("status", "Status", ColumnKind.STATUS, width=104),
    Column("text", "Action", width=214),
    Column("owner", "Owner", width=120),
    Column("due", "Due", ColumnKind.DATE, width=108),
    Column("carried", "Carried", ColumnKind.NUMBER, width=76),
)


class OpenBefore(QWidget):
    """Folds away; is not there at all where nothing is open. `row` has what can be done with them."""

    moved = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.table = SmallTable(COLUMNS, name="open_before", title="Open actions from before", most=3)
        self._number = 0
        self._heading = button("", "fold")
        self._heading.clicked.connect(self._turn)
        self._body = QWidget()
        self.row = ActionRow()
        body = QVBoxLayout(self._body)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(4)
        body.addWidget(self.table)
        body.addWidget(self.row)
        column = QVBoxLayout(self)
        column.setContentsMargins(PANE, 0, PANE, 4)
        column.setSpacing(2)
        column.addWidget(self._heading)
        column.addWidget(self._body)
        self.table.current_changed.connect(self.moved)

    def show_actions(self, found: Sequence[ForumAction], carried: dict[str, int], *, today: date) -> None:
        """Those still to be dealt with and those that this meeting closed."""
        rows = [
            (
                one.standing(today),
                one.text,
                one.owner,
                one.due_on.isoformat() if one.due_on else None,
                carried[one.id],
            )
            for one in found
        ]
        self.table.show_rows(rows, [one.id for one in found])
        self._number = sum(one.status is ActionStatus.OPEN for one in found)
        self.setVisible(bool(found))
        self._say()

    def _say(self) -> None:
        folded = self._body.isHidden()
        words = f"Open actions from before ({self._number})"
        self._heading.setText(words)
        self._heading.setAccessibleName(f"{words}, {'folded' if folded else 'unfolded'}")
        set_icon(self._heading, "chevron-right" if folded else "chevron-down", role="quiet")

    @Slot()
    def _turn(self) -> None:
        self._body.setVisible(self._body.isHidden())
        self._say()
