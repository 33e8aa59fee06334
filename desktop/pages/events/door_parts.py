"""The door's field, counts and keys."""

from collections.abc import Callable
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from desktop.pages.events.door_list import TYPE
from desktop.shell.looks.style import bold, points
from desktop.widgets.flow import FlowLayout


class DoorField(QLineEdit):
    """The one field: what is no letter is a command."""

    def __init__(self) -> None:
        super().__init__()
        self.commands: dict[str, Callable[[], object]] = {}
        self.run: Callable[[Callable[[], object]], object] = _call
        self.setFont(points(TYPE + 6))
        self.setAccessibleName("Find a person, home or provider")
        self.setPlaceholderText("Name, home or provider")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Commands first, letters then."""
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        name = QKeySequence(modifiers.value | event.key()).toString(QKeySequence.SequenceFormat.PortableText)
        command = self.commands.get(name)
        if command is not None:
            self.run(command)
        else:
            super().keyPressEvent(event)


class Counts(QWidget):
    """Present now, expected, walk-ins: large numbers with their words."""

    def __init__(self) -> None:
        super().__init__()
        self.labels: dict[str, QLabel] = {}
        flow = FlowLayout(self, gap=16)
        for name, words, size in (
            ("present", "present now", 40.0), ("expected", "expected", 28.0), ("walk_ins", "walk-ins", 28.0),
        ):  # fmt: skip
            self.labels[name] = big_label("0", font=bold(size))
            flow.addWidget(_side_by_side(self.labels[name], big_label(words)))

    def show_counts(self, present: int, expected: int, walk_ins: int) -> None:
        """Other numbers."""
        for name, number in (("present", present), ("expected", expected), ("walk_ins", walk_ins)):
            self.labels[name].setText(f"{number:,}")
            self.labels[name].setAccessibleName(f"{number:,} {name.replace('_', '-')}")


class Keys(QWidget):
    """The keys that work now, each with what it does."""

    def __init__(self) -> None:
        super().__init__()
        self._flow = FlowLayout(self, gap=4)
        self._labels: list[QLabel] = []
        self._shown: list[tuple[str, str]] = []

    def show_keys(self, keys: list[tuple[str, str]]) -> None:
        """Other keys."""
        if keys == self._shown:
            return
        self._shown = keys
        for at, (key, words) in enumerate(keys):
            if at == len(self._labels):
                self._labels.append(big_label("", rich=True))
                self._flow.addWidget(self._labels[at])
            self._labels[at].setText(f"<b>{escape(key)}</b>&nbsp;{escape(words)}&nbsp;&nbsp;&nbsp;")
            self._labels[at].show()
        for one in self._labels[len(keys) :]:
            one.hide()
        self._flow.invalidate()
        self.updateGeometry()

    def words(self) -> str:
        """All that is shown, for a test to read."""
        return "; ".join(f"{key} {words}" for key, words in self._shown)


def big_label(text: str, *, font: QFont | None = None, wrap: bool = False, rich: bool = False) -> QLabel:
    """A label in the door's type."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.RichText if rich else Qt.TextFormat.PlainText)
    made.setFont(font or points(TYPE))
    made.setWordWrap(wrap)
    return made


def _side_by_side(number: QLabel, words: QLabel) -> QWidget:
    made = QWidget()
    made.setMinimumHeight(QFontMetrics(bold(40.0)).height())
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(number)
    row.addWidget(words)
    return made


def _call(command: Callable[[], object]) -> object:
    return command()
