"""The kinds of field a form is made of. Each knows how to read and show its value."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QCompleter,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QStyle,
    QStyleOptionComboBox,
    QVBoxLayout,
    QWidget,
)

from desktop.shell.looks.style import with_text
from desktop.widgets.forms.calendar import CalendarButton
from desktop.widgets.forms.reading import read_date, read_money, read_time, read_whole
from desktop.widgets.forms.typed import Typed, told_of, type_into, typed_in
from desktop.widgets.parts import button, give_room, label
from resources.problem import Problem
from resources.tables import Cell
from resources.wording import clock_words, date_short, money

_KEY = Qt.ItemDataRole.UserRole
_BREATH = 4  # what the style keeps free before and behind the words of a choice


class Field(QObject):
    """One field: `widget` in the row, `target` that takes the focus and the accessible name."""

    changed = Signal()

    def __init__(self, widget: QWidget, target: QWidget | None = None) -> None:
        super().__init__(widget)
        self.widget = widget
        self.target = target or widget

    def answer(self) -> Any:
        """The value; raises Problem with what to type when it cannot be read."""
        return None

    def show_answer(self, value: Any) -> None:
        """Fill in a value."""

    def is_empty(self) -> bool:
        """Whether nothing was given."""
        return self.answer() in (None, "")

    def as_it_stands(self) -> Typed:
        """What stands there, as a plain value, also where it cannot be read as an answer."""
        return dict(typed_in(self.widget))

    def stand_as(self, typed: Any) -> None:
        """Let it stand there as it did."""
        type_into(self.widget, typed)

    def told(self) -> str:
        """What stands there, in words."""
        return told_of(self.widget)

    def _tell(self) -> None:
        self.changed.emit()


class TextField(Field):
    """One line of text; `read` turns it into a value, `say` a value into text."""

    def __init__(
        self, read: Callable[[str], Any] = str, say: Callable[[Any], str] = str, *, placeholder: str = ""
    ) -> None:
        self.line = QLineEdit()
        super().__init__(self.line)
        self._read, self._say = read, say
        self.line.setPlaceholderText(placeholder)
        self.line.textChanged.connect(self._tell)

    def answer(self) -> Any:
        """The text without blanks around it, read; None where a value was wanted and nothing typed."""
        text = " ".join(self.line.text().split())
        return self._read(text) if text else ("" if self._read is str else None)

    def show_answer(self, value: Any) -> None:
        """Fill in a value."""
        self.line.setText("" if value is None else self._say(value))

    def is_empty(self) -> bool:
        """Whether nothing was typed."""
        return not self.line.text().strip()


class LongTextField(Field):
    """Several lines of text; Tab goes on to the next field."""

    def __init__(self, *, lines: int = 4) -> None:
        self.box = QPlainTextEdit()
        super().__init__(self.box)
        self.box.setTabChangesFocus(True)
        self.box.setFixedHeight(self.box.fontMetrics().lineSpacing() * lines + 16)
        self.box.textChanged.connect(self._tell)

    def answer(self) -> str:
        """The text without blanks around it."""
        return self.box.toPlainText().strip()

    def show_answer(self, value: Any) -> None:
        """Fill in a value."""
        self.box.setPlainText(str(value or ""))


class _Choices(QComboBox):
    """The wheel scrolls the form, and never changes a choice that it passes over.

    Where letters can be typed the field for them has the same name: it is what a screen reader stops at.
    """

    def setAccessibleName(self, name: str) -> None:
        """Qt's."""
        super().setAccessibleName(name)
        if (line := self.lineEdit()) is not None:
            line.setAccessibleName(name)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Qt's."""
        event.ignore()

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        """Qt's; words that have too little room end in dots."""
        super().initStyleOption(option)
        field = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, self).width()
        if room > 0:
            dots = Qt.TextElideMode.ElideRight
            option.currentText = self.fontMetrics().elidedText(option.currentText, dots, room - _BREATH)


class ChoiceField(Field):
    """One of some values; letters typed find it. `options` are (value, words)."""

    def __init__(self, options: Sequence[tuple[Any, str]]) -> None:
        self.box = _Choices()
        super().__init__(self.box)
        self._options: list[tuple[Any, str]] = []
        self.box.setPlaceholderText("Choose…")
        self.box.setMaxVisibleItems(14)
        self.box.currentIndexChanged.connect(self._tell)
        self.set_options(options)

    def set_options(self, options: Sequence[tuple[Any, str]]) -> None:
        """Offer other values; none is chosen."""
        self._options = list(options)
        self.box.clear()
        self.box.addItems([words for _, words in options])
        if len(options) > 12 and not self.box.isEditable():
            self._search_by_typing()
        self.box.setCurrentIndex(-1)

    def _search_by_typing(self) -> None:
        self.box.setEditable(True)
        self.box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        line, completer = self.box.lineEdit(), self.box.completer()
        if line is not None and completer is not None:
            line.setPlaceholderText("Type part of a name, or choose")
            line.setAccessibleName(self.box.accessibleName())
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)

    def answer(self) -> Any:
        """The value chosen, also where another has the same words; raises Problem where what was typed is none."""
        typed, at = self.box.currentText().strip(), self.box.currentIndex()
        if at >= 0 and self._options[at][1] == typed:
            return self._options[at][0]
        for value, words in self._options:
            if words == typed or (self.box.isEditable() and words.casefold() == typed.casefold()):
                return value
        if typed:
            raise Problem(f"“{typed}” is not in the list. Type part of a name and choose it.")
        return None

    def show_answer(self, value: Any) -> None:
        """Choose a value; one that is not offered chooses nothing."""
        self.box.setCurrentIndex(
            next((at for at, (known, _) in enumerate(self._options) if known == value), -1)
        )
        if (line := self.box.lineEdit()) is not None:
            line.setCursorPosition(0)  # words that are too long are read from their beginning

    def is_empty(self) -> bool:
        """Whether nothing is chosen."""
        return not self.box.currentText().strip()


def fitting(field: ChoiceField) -> ChoiceField:
    """As wide as there is room for, however long the words it offers are."""
    field.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    field.box.setMinimumContentsLength(12)
    return field


class CheckField(Field):
    """Yes or no, with its own words beside the box."""

    def __init__(self, words: str) -> None:
        self.box = QCheckBox(words.replace("&", "&&"))
        super().__init__(self.box)
        self.box.toggled.connect(self._tell)

    def answer(self) -> bool:
        """Whether it is ticked."""
        return self.box.isChecked()

    def show_answer(self, value: Any) -> None:
        """Tick or untick."""
        self.box.setChecked(bool(value))

    def is_empty(self) -> bool:
        """A box is never empty."""
        return False


class DateField(TextField):
    """A date as people write it, with a calendar beside it."""

    def __init__(self, *, today: date | None = None) -> None:
        super().__init__(read_date, date_short, placeholder="9 Dec 2019")
        line = self.line
        self.widget = QWidget()
        row = QHBoxLayout(self.widget)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        line.setMaximumWidth(with_text(160))
        row.addWidget(line)
        self._calendar = CalendarButton(self._shown_date, today)
        self._calendar.picked.connect(self._take)
        row.addWidget(self._calendar)
        row.addStretch(1)
        self.target = line

    def _shown_date(self) -> date | None:
        try:
            found: date | None = self.answer()
        except Problem:
            return None
        return found

    @Slot(object)
    def _take(self, day: date) -> None:
        self.show_answer(day)
        self.line.setFocus()


class TimeField(TextField):
    """A clock time as people write it: 10am, 14:30."""

    def __init__(self) -> None:
        super().__init__(read_time, clock_words, placeholder="10am")
        self.line.setMaximumWidth(with_text(160))

    def answer(self) -> time | None:
        """The time, None where nothing was typed."""
        found: time | None = super().answer()
        return found


def number_field(*, least: int = 0, most: int = 1_000_000) -> TextField:
    """A whole number between two."""

    def read(text: str) -> int:
        return read_whole(text, least=least, most=most)

    made = TextField(read, str)
    made.line.setMaximumWidth(with_text(160))
    return made


def money_field() -> TextField:
    """An amount of money, as whole pence."""
    made = TextField(read_money, money, placeholder="£1,250")
    made.line.setMaximumWidth(with_text(160))
    return made


@dataclass(frozen=True)
class Pick:
    """Something a PickField found: the key that is kept, and words that tell it from its like."""

    key: str
    words: str
    detail: str = ""


class PickField(Field):
    """Choose a provider or person by typing letters; `find` answers with the best first."""

    def __init__(self, find: Callable[[str], Sequence[Pick]], *, placeholder: str = "") -> None:
        self.widget_box = QWidget()
        self.line = _PickLine(self)
        super().__init__(self.widget_box, self.line)
        self._find = find
        self._chosen: Pick | None = None
        self.line.setPlaceholderText(placeholder or "Type some letters of the name")
        self.list = QListWidget()
        self.list.setProperty("kind", "framed")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setAccessibleName("Found")
        give_room(self.list)
        self.list.hide()
        self.nothing = label("Nothing is found. Try other letters of the name.", "small", wrap=True)
        self.nothing.hide()
        self.line.textEdited.connect(self._search)
        self.list.itemClicked.connect(self.take)
        column = QVBoxLayout(self.widget_box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        self._beside = QHBoxLayout()
        self._beside.setSpacing(8)
        self._beside.addWidget(self.line, 1)
        column.addLayout(self._beside)
        column.addWidget(self.list)
        column.addWidget(self.nothing)

    def add_way(self, words: str) -> QPushButton:
        """A button beside the line, for what is not held yet."""
        made = button(words)
        self._beside.addWidget(made)
        return made

    @property
    def typed(self) -> str:
        """Letters of which nothing was chosen."""
        return "" if self._chosen is not None else self.line.text().strip()

    def answer(self) -> str | None:
        """The key chosen; raises Problem where letters stand there and nothing was chosen."""
        if self._chosen is None and self.line.text().strip():
            typed = self.line.text().strip()
            if not self.list.count():
                raise Problem(
                    f"Nothing is found for “{typed}”. Try other letters of the name, or leave it empty."
                )
            raise Problem(f"Nothing is chosen for “{typed}”. Choose one from the list below it.")
        return self._chosen.key if self._chosen is not None else None

    @property
    def picked(self) -> str:
        """The key chosen; empty too while letters are being typed."""
        return str(self._chosen.key) if self._chosen is not None else ""

    def show_answer(self, value: Pick | None) -> None:
        """Show something as chosen."""
        self._chosen = value
        self.line.setText(value.words if value is not None else "")
        self.list.hide()
        self.nothing.hide()

    def is_empty(self) -> bool:
        """Whether nothing was typed or chosen."""
        return not self.line.text().strip()

    def as_it_stands(self) -> Typed:
        """What was chosen, or the letters."""
        one = self._chosen
        return [one.key, one.words, one.detail] if one is not None else self.line.text()

    def stand_as(self, typed: Any) -> None:
        """Let it stand there as it did."""
        if isinstance(typed, list):
            self.show_answer(Pick(*(str(part) for part in typed)))
        else:
            self.line.setText(str(typed))
            self._search(str(typed))
        self.changed.emit()

    @Slot(str)
    def _search(self, text: str) -> None:
        self._chosen = None
        found = list(self._find(text.strip()))[:8] if text.strip() else []
        self.list.clear()
        for pick in found:
            item = QListWidgetItem(f"{pick.words} · {pick.detail}" if pick.detail else pick.words)
            item.setData(_KEY, pick)
            self.list.addItem(item)
        self.list.setCurrentRow(0 if found else -1)
        self.list.setFixedHeight(len(found) * max(1, self.list.sizeHintForRow(0)) + 4)
        self.list.setVisible(bool(found))
        self.nothing.setVisible(bool(text.strip()) and not found)
        self.changed.emit()

    @Slot(QListWidgetItem)
    def take(self, item: QListWidgetItem | None) -> None:
        """Choose what the list points at."""
        if item is not None:
            self.show_answer(item.data(_KEY))
            self.line.setFocus()
            self.changed.emit()


class _PickLine(QLineEdit):
    """Arrows move in the list beneath, Enter chooses from it."""

    def __init__(self, field: PickField) -> None:
        super().__init__()
        self._field = field

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's."""
        found = self._field.list
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if not found.isHidden() and event.key() in steps:
            last = found.count() - 1
            found.setCurrentRow(min(last, max(0, found.currentRow() + steps[Qt.Key(event.key())])))
        elif not found.isHidden() and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._field.take(found.currentItem())
        elif not found.isHidden() and event.key() == Qt.Key.Key_Escape:
            found.hide()
        else:
            super().keyPressEvent(event)


def options_of(values: Sequence[Cell]) -> list[tuple[Cell, str]]:
    """Values that are their own words, as options of a ChoiceField."""
    return [(value, str(value)) for value in values]
