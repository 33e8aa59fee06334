"""The row above a table: a field that filters as you type, chips for columns, and how many rows are left."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from desktop.shell.looks.icons import set_icon
from desktop.shell.messages import announce
from desktop.widgets.flow import FlowLayout
from desktop.widgets.forms.chooser import Chooser
from desktop.widgets.parts import button, label
from desktop.widgets.tables.cells import cell_text
from resources.database import Condition, Count, Query
from resources.files.names import whole_text
from resources.tables import Cell, Column
from resources.wording import number

_SHOWN_EACH = 2
_LONGEST_TEXT = 200
_LONGEST_QUOTED = 40


class FilterField(QLineEdit):
    """Esc empties it; Down and Enter go on to the table."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.left.emit()
        else:
            super().keyPressEvent(event)


@dataclass(frozen=True)
class Part:
    """One part of a query that can be lifted, and its words."""

    words: str
    without: Query


class FilterBar(QWidget):
    """Emits `changed` with the whole Query at each key and each tick; keeps the order the table set."""

    changed = Signal(object)
    left = Signal()

    def __init__(
        self,
        chips: Sequence[Column],
        choices: Callable[[str], Sequence[Cell]],
        *,
        title: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.query = Query()
        self._columns = {column.name: column for column in chips}
        self._choices = choices
        self._chooser: Chooser | None = None
        self.field = FilterField()
        self.field.setMaxLength(_LONGEST_TEXT)
        self.field.setPlaceholderText("Filter…")
        self.field.setAccessibleName(f"Filter {title}")
        self.field.setToolTip("Filter as you type (Ctrl+F or /); Esc empties")
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(self._typed)
        self.field.left.connect(self.left)
        self._chips = {column.name: self._make_chip(column) for column in chips}
        self._chosen: list[QPushButton] = []
        self._count = label("", "quiet")
        self._lay_out()

    def _lay_out(self) -> None:
        self.field.setFixedWidth(220)
        self._flow = FlowLayout()
        self._flow.addWidget(self.field)
        for chip in self._chips.values():
            self._flow.addWidget(chip)
        self._count.setFixedHeight(30)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addLayout(self._flow, 1)
        row.addWidget(self._count, 0, Qt.AlignmentFlag.AlignTop)

    def _make_chip(self, column: Column) -> QPushButton:
        chip = button(column.heading, "chip", name=f"Filter by {column.heading}")
        chip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        set_icon(chip, "chevron-down", role="quiet")
        chip.clicked.connect(partial(self._offer, column.name))
        return chip

    # What the page does

    def focus_field(self) -> None:
        """Put the keyboard in the field, with what is there selected."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def set_query(self, query: Query) -> None:
        """Show another query and tell of it."""
        if query == self.query:
            return
        self.query = query
        if self.field.text() != query.text:
            self.field.blockSignals(True)
            self.field.setText(query.text)
            self.field.blockSignals(False)
        self._show_chosen()
        self.changed.emit(query)

    def set_count(self, count: Count, total: int) -> None:
        """Say how many of how many rows are shown: `37 of 362`."""
        words = count_words(count, total)
        heard = words != self._count.text() and self.field.hasFocus()
        self._count.setText(words)
        self._count.setAccessibleName(f"Rows shown: {words}")
        if heard:
            announce(self.field, f"{words} rows")

    @property
    def count_text(self) -> str:
        """What stands at the right."""
        return self._count.text()

    def parts(self) -> list[Part]:
        """What of the query could be lifted."""
        parts = (
            [Part(f"“{_short(self.query.text.strip())}”", replace(self.query, text=""))]
            if self.query.text.strip()
            else []
        )
        for condition in self.query.conditions:
            words = " or ".join(self._say(condition.column, value) for value in condition.values)
            parts.append(Part(_short(words), self._without(condition.column)))
        return parts

    # What the person does

    @Slot(str)
    def _typed(self, text: str) -> None:
        self.query = replace(self.query, text=whole_text(text))
        self.changed.emit(self.query)

    def _offer(self, name: str) -> None:
        column = self._columns[name]
        chooser = Chooser(
            column.heading, self._choices(name), self._values(name), partial(self._say, name), self
        )
        chooser.ticked.connect(partial(self._choose, name))
        chooser.show_under(self._chips[name])

    def _choose(self, name: str, values: tuple[Cell, ...]) -> None:
        query = self._without(name)
        if values:
            query = replace(query, conditions=(*query.conditions, Condition(name, values)))
        self.set_query(query)

    def _lift(self, name: str, values: tuple[Cell, ...]) -> None:
        self._choose(name, tuple(value for value in self._values(name) if value not in values))
        self.field.setFocus()

    def _without(self, name: str) -> Query:
        return replace(
            self.query, conditions=tuple(one for one in self.query.conditions if one.column != name)
        )

    def _values(self, name: str) -> tuple[Cell, ...]:
        return next((one.values for one in self.query.conditions if one.column == name), ())

    def _say(self, name: str, value: Cell) -> str:
        column = self._columns.get(name)
        return (cell_text(column.kind, value) if column is not None else str(value or "")) or "(empty)"

    def _show_chosen(self) -> None:
        for chip in self._chosen:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chosen = []
        for condition in self.query.conditions:
            if len(condition.values) <= _SHOWN_EACH:
                for value in condition.values:
                    self._add_chosen(condition.column, (value,), self._say(condition.column, value))
            else:
                heading = self._columns[condition.column].heading
                self._add_chosen(condition.column, condition.values, f"{heading}: {len(condition.values)}")

    def _add_chosen(self, name: str, values: tuple[Cell, ...], words: str) -> None:
        chip = button(_short(words), "chosen", name=f"Lift the filter {words}")
        chip.setToolTip(f"Lift the filter {words}")
        set_icon(chip, "close", role="on_selected")
        chip.clicked.connect(partial(self._lift, name, values))
        self._flow.addWidget(chip)
        self._chosen.append(chip)
        chip.show()


def _short(words: str) -> str:
    """As much as a label or a chip has room for: none may widen the window."""
    return words if len(words) <= _LONGEST_QUOTED else f"{words[: _LONGEST_QUOTED - 1].rstrip()}…"


def count_words(count: Count, total: int) -> str:
    """`37 of 362`, `362`, `first 256 of 60,000`."""
    if count.capped and count.number < total:
        return f"first {number(count.number)} of {number(total)}"
    return number(total) if count.number == total else f"{number(count.number)} of {number(total)}"
