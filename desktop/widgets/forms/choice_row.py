"""Choices side by side above a page, each beneath its name."""

from collections.abc import Iterable, Sequence

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from desktop.shell.looks.look import PANE
from desktop.shell.looks.style import text_scale
from desktop.widgets.forms.fields import ChoiceField, Field, TextField
from desktop.widgets.parts import label

_MOST_LETTERS = 26  # a choice of longer words shows their beginning
_ROOM_FOR_WORDS = 1.25  # with larger text a row of choices would make the window wider than the screen
_LEAST_OF_LARGE = 8


def row_of_choices() -> QHBoxLayout:
    """An empty row above a page, for choices and what stands beside them."""
    row = QHBoxLayout()
    row.setContentsMargins(PANE, 0, PANE, 0)
    row.setSpacing(PANE)
    return row


def put_beside(row: QHBoxLayout, widgets: Iterable[QWidget], *, share: int) -> None:
    """Widgets, one beneath another, after the choices of a row and level with their foot."""
    beside = QVBoxLayout()
    beside.addStretch(1)
    for one in widgets:
        beside.addWidget(one)
    row.addLayout(beside, share)


def add_choice(
    row: QHBoxLayout, name: str, options: Sequence[tuple[object, str]] = (), *, least_letters: int = 8
) -> ChoiceField:
    """A choice with its label above it, as wide as its share of the row and its longest words, within reason."""
    field = ChoiceField(options)
    field.widget.setAccessibleName(name)
    field.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    longest = max((len(words) for _, words in options), default=0)
    wanted = max(least_letters, min(longest, _MOST_LETTERS))
    large = text_scale() > _ROOM_FOR_WORDS
    field.box.setMinimumContentsLength(min(least_letters, _LEAST_OF_LARGE) if large else wanted)
    _add_named(row, name, field)
    return field


def add_text(row: QHBoxLayout, name: str, placeholder: str = "") -> TextField:
    """A line to type into with its label above it, beside such choices."""
    field = TextField(placeholder=placeholder)
    field.widget.setAccessibleName(name)
    _add_named(row, name, field)
    return field


def _add_named(row: QHBoxLayout, name: str, field: Field) -> None:
    part = QVBoxLayout()
    part.setSpacing(2)
    part.addStretch(1)  # beside something higher the name stays with what it names
    words = label(name, "small")
    words.setBuddy(field.widget)
    part.addWidget(words)
    part.addWidget(field.widget)
    row.addLayout(part, 1)
