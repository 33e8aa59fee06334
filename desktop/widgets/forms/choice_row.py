"""Choices side by side above a page, each beneath its name."""

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout

from desktop.widgets.forms.fields import ChoiceField
from desktop.widgets.parts import label


def add_choice(
    row: QHBoxLayout, name: str, options: Sequence[tuple[object, str]] = (), *, least_letters: int = 8
) -> ChoiceField:
    """A choice with its label above it, as wide as its share of the row."""
    field = ChoiceField(options)
    field.widget.setAccessibleName(name)
    field.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    field.box.setMinimumContentsLength(least_letters)
    part = QVBoxLayout()
    part.setSpacing(2)
    words = label(name, "small")
    words.setBuddy(field.widget)
    part.addWidget(words)
    part.addWidget(field.widget)
    row.addLayout(part, 1)
    return field
