"""Before a file is brought in: how many are new, changed, gone, refused; each group's rows; then the verb."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QHBoxLayout,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from desktop.shell.looks.look import GROUP, PANE
from desktop.widgets.parts import button, hairline, label
from desktop.widgets.tables.rows_model import RowsModel
from desktop.widgets.tables.table import TableView
from resources.tables import Column, ColumnKind, Table
from resources.wording import count_of, number

_OUTCOMES = (Column("group", "In the file", width=236), Column("rows", "Rows", ColumnKind.NUMBER, 84))
_PARTED = (Column("group", "In the file", width=216), Column("of_them", "", ColumnKind.NUMBER, 130),
           Column("rows", "All", ColumnKind.NUMBER, 70))  # fmt: skip


@dataclass(frozen=True)
class Group:
    """One outcome of checking. `count` may be more than the table's rows; `refused` rows can be saved.

    Make one group of refused rows for each thing that would repair them; `explanation` says it.
    `part` is how many of the count are what the preview's `part` names.
    """

    name: str
    count: int
    table: Table
    explanation: str = ""
    refused: bool = False
    part: int | None = None


@dataclass(frozen=True)
class Preview:
    """All that is shown before the file is brought in. `verb` is the button: `Import 74 services`.

    `part` heads a column of its own, for those of a group that are brought in; without it there is none.
    """

    title: str
    source: str
    groups: Sequence[Group]
    verb: str
    notes: Sequence[str] = ()
    can_commit: bool = True
    part: str = ""


class ImportPreview(QWidget):
    """`committed` when the person chooses the verb, `cancelled` when not, `refused_asked` to save refused rows.

    `within` a panel that has a title and buttons of its own it shows neither.
    """

    committed = Signal()
    cancelled = Signal()
    refused_asked = Signal()

    def __init__(self, preview: Preview, parent: QWidget | None = None, *, within: bool = False) -> None:
        super().__init__(parent)
        self._preview, self._within = preview, within
        self._groups = TableView(
            _outcomes(preview),
            name="preview",
            title="What the file holds",
        )
        self._groups.setProperty("kind", "framed")
        self._groups.setSelectionMode(TableView.SelectionMode.SingleSelection)
        self._explanation = label("", wrap=True)
        self._beside = QVBoxLayout()
        self._table: TableView | None = None
        self._lay_out()
        self._groups.current_changed.connect(self._show_group)
        first = next((at for at, group in enumerate(preview.groups) if group.count), 0)
        self._groups.go_to(str(first))

    def _lay_out(self) -> None:
        right = QWidget()
        right.setLayout(self._beside)
        self._beside.setContentsMargins(PANE, 0, 0, 0)
        self._beside.setSpacing(8)
        self._beside.addWidget(self._explanation)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(1)
        split.addWidget(self._groups)
        split.addWidget(right)
        split.setStretchFactor(1, 1)
        split.setSizes([440, 620] if self._preview.part else [340, 720])
        column = self._column = QVBoxLayout(self)
        column.setSpacing(PANE)
        if not self._within:
            column.addWidget(label(self._preview.title, "title", wrap=True))
            column.addWidget(label(self._preview.source, "quiet", wrap=True))
        for note in self._preview.notes:
            column.addWidget(label(note, wrap=True))
        column.addWidget(split, 1)
        if self._within:
            column.setContentsMargins(PANE, 0, PANE, 0)
            return
        column.setContentsMargins(GROUP, GROUP, GROUP, PANE)
        column.addWidget(hairline())
        column.addLayout(self._buttons())

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        refused = sum(group.count for group in self._preview.groups if group.refused)
        if refused:
            save = button(f"Save the {count_of(refused, 'refused row')} as a workbook", icon="export")
            save.clicked.connect(self.refused_asked)
            row.addWidget(save)
        row.addStretch(1)
        cancel = button("Cancel")
        cancel.clicked.connect(self.cancelled)
        self._verb = button(self._preview.verb, "primary")
        self._verb.setEnabled(self._preview.can_commit)
        self._verb.clicked.connect(self.committed)
        row.addWidget(cancel)
        row.addWidget(self._verb)
        return row

    def add_choice(self, choice: QWidget) -> None:
        """Put something that changes what is brought in above the buttons."""
        self._column.insertWidget(self._column.count() - 2, choice)

    def focus_first(self) -> None:
        """The keyboard goes to the groups."""
        self._groups.setFocus()

    @Slot(str)
    def _show_group(self, key: str) -> None:
        if not key:
            return
        group = self._preview.groups[int(key)]
        left_out = group.count - len(group.table.rows)
        more = (
            f" The first {number(len(group.table.rows))} are shown."
            if left_out > 0 and group.table.rows
            else ""
        )
        self._explanation.setText((group.explanation or group.name) + more)
        if self._table is not None:
            self._table.hide()
            self._beside.removeWidget(self._table)
            self._table.deleteLater()
        self._table = TableView(
            RowsModel(group.table.columns, group.table.rows), name=f"preview:{group.name}", title=group.name
        )
        self._table.setProperty("kind", "framed")
        self._beside.addWidget(self._table, 1)


def _outcomes(preview: Preview) -> RowsModel:
    if not preview.part:
        return RowsModel(_OUTCOMES, [(group.name, group.count) for group in preview.groups])
    name, part, rows = _PARTED
    return RowsModel(
        (name, replace(part, heading=preview.part), rows),
        [(group.name, group.part, group.count) for group in preview.groups],
    )
