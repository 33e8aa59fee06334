"""What stands in the fields of a form just now, as plain values: also where it cannot be read as an answer yet."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

Typed = str | int | bool | None | list["Typed"] | dict[str, "Typed"]


def typed_in(widget: QWidget) -> dict[str, Typed]:
    """All that is typed, ticked and chosen in a widget and beneath it, by kind and place among its like."""
    found: dict[str, Typed] = {}
    for name, part in _parts(widget):
        found[name] = _READ[name.partition(" ")[0]](part)
    return found


def type_into(widget: QWidget, typed: Mapping[str, Typed]) -> None:
    """Fill the same widget, or another of its make, as it was; what it has no place for is left out."""
    for name, part in _parts(widget):
        if name in typed:
            _WRITE[name.partition(" ")[0]](part, typed[name])


def told_of(widget: QWidget) -> str:
    """The same in words, to be read and copied."""
    said = []
    for name, part in _parts(widget):
        kind = name.partition(" ")[0]
        if kind == "box":
            words = part.property("text") or part.accessibleName()
            said.append(str(words).replace("&&", "&") if part.property("checked") else "")
        elif kind == "grid":
            said.append(_told_of_grid(part))
        else:
            said.append(str(_READ[kind](part) or ""))
    return "; ".join(words for words in said if words)


def _parts(widget: QWidget) -> list[tuple[str, QWidget]]:
    counted: dict[str, int] = {}
    named = []
    for part in (widget, *widget.findChildren(QWidget)):
        kind = _kind(part)
        if kind:
            counted[kind] = counted.get(kind, 0) + 1
            named.append((f"{kind} {counted[kind]}", part))
    return named


def _kind(part: QWidget) -> str:
    if isinstance(part, QLineEdit):
        within = isinstance(part.parentWidget(), QComboBox | QAbstractSpinBox)
        return "" if within or part.echoMode() is not QLineEdit.EchoMode.Normal else "line"
    if isinstance(part, QPlainTextEdit):
        return "text"
    if isinstance(part, QComboBox):
        return "choice"
    if isinstance(part, QAbstractButton) and part.isCheckable():
        return "box"
    return "grid" if isinstance(part, QTableWidget) else ""


def _ticks(grid: Any) -> dict[str, Typed]:
    """Of each cell that can be ticked, by what its row and column are called."""
    return {name: item.checkState() is Qt.CheckState.Checked for name, item in _boxes(grid)}


def _boxes(grid: Any) -> list[tuple[str, QTableWidgetItem]]:
    return [
        (f"{_name(grid.item(row, 0))}: {_name(grid.horizontalHeaderItem(column))}", item)
        for row in range(grid.rowCount())
        for column in range(grid.columnCount())
        if (item := grid.item(row, column)) is not None and _can_be_ticked(item)
    ]


def _name(item: QTableWidgetItem | None) -> str:
    return item.text() if item is not None else ""


def _can_be_ticked(item: QTableWidgetItem) -> bool:
    return bool(item.flags() & Qt.ItemFlag.ItemIsUserCheckable)


def _tick(grid: Any, typed: Any) -> None:
    for name, item in _boxes(grid):
        if name in typed:
            item.setCheckState(Qt.CheckState.Checked if typed[name] else Qt.CheckState.Unchecked)


def _told_of_grid(grid: Any) -> str:
    return ", ".join(name for name, ticked in _ticks(grid).items() if ticked)


_READ: dict[str, Callable[[Any], Typed]] = {
    "line": lambda part: str(part.text()),
    "text": lambda part: str(part.toPlainText()),
    "choice": lambda part: str(part.currentText()),
    "box": lambda part: bool(part.isChecked()),
    "grid": _ticks,
}
_WRITE: dict[str, Callable[[Any, Any], object]] = {
    "line": lambda part, typed: part.setText(str(typed)),
    "text": lambda part, typed: part.setPlainText(str(typed)),
    "choice": lambda part, typed: part.setCurrentText(str(typed)),
    "box": lambda part, typed: part.setChecked(bool(typed)),
    "grid": _tick,
}
