"""An audit of a window: every control that takes the keyboard has a name, and no two share a mnemonic."""

from collections import Counter
from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAction, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QComboBox,
    QLabel,
    QMenu,
    QMenuBar,
    QWidget,
)


def audit(window: QWidget) -> list[str]:
    """What is wrong with the window, in words; nothing is what a test wants."""
    return [*_unnamed(window), *_equal_mnemonics(window), *_equal_shortcuts(window), *_too_small(window)]


def _widgets(window: QWidget) -> Iterator[QWidget]:
    for widget in window.findChildren(QWidget):
        if widget.window() is window and widget.isVisibleTo(window):
            yield widget


def _operable(widget: QWidget) -> bool:
    inner = isinstance(widget.parentWidget(), QAbstractScrollArea | QComboBox) and not isinstance(
        widget, QAbstractItemView
    )
    if inner and widget.parentWidget().focusProxy() is not widget and not widget.isWindow():
        return isinstance(widget, QAbstractButton)
    return widget.isEnabled() and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def _unnamed(window: QWidget) -> list[str]:
    return [
        f"no name: {_where(widget)}" for widget in _widgets(window) if _operable(widget) and not _name(widget)
    ]


def _name(widget: QWidget) -> str:
    if isinstance(widget, QComboBox):
        return widget.accessibleName()  # Qt would answer with the value
    seen = QAccessible.queryAccessibleInterface(widget)
    return seen.text(QAccessible.Text.Name) if seen is not None else ""


def _where(widget: QWidget) -> str:
    path = []
    above: QWidget | None = widget
    while above is not None:
        path.append(above.objectName() or type(above).__name__)
        above = above.parentWidget()
    return " < ".join(path[:5])


def _equal_mnemonics(window: QWidget) -> list[str]:
    texts = [widget.text() for widget in _widgets(window) if isinstance(widget, QAbstractButton)]
    texts += [widget.text() for widget in _widgets(window) if isinstance(widget, QLabel) and widget.buddy()]
    faults = _twice("the window", texts)
    for bar in window.findChildren(QMenuBar):
        faults += _twice("the menu bar", [action.text() for action in bar.actions()])
        for action in bar.actions():
            faults += _in_menu(action)
    return faults


def _equal_shortcuts(window: QWidget) -> list[str]:
    actions = {action for widget in (window, *_widgets(window)) for action in widget.actions()}
    # sides behind tabs may share a key: what stands on one that is not shown cannot be run
    able = [action for action in actions if action.isEnabled()]
    keys = Counter(key.toString() for action in able for key in action.shortcuts())
    return [f"two {key} in the window" for key, times in keys.items() if times > 1]


def _in_menu(action: QAction) -> list[str]:
    menu = action.menu()
    if not isinstance(menu, QMenu):
        return []
    inner = [item for item in menu.actions() if not item.isSeparator()]
    faults = _twice(f"the menu {action.text()}", [item.text() for item in inner])
    return faults + [fault for item in inner for fault in _in_menu(item)]


def _twice(where: str, texts: list[str]) -> list[str]:
    keys = Counter(QKeySequence.mnemonic(text).toString() for text in texts)
    return [f"two {key} in {where}" for key, times in keys.items() if key and times > 1]


def _too_small(window: QWidget) -> list[str]:
    return [
        f"smaller than 24 px: {_where(widget)} is {widget.width()} × {widget.height()}"
        for widget in _widgets(window)
        if isinstance(widget, QAbstractButton)
        and _operable(widget)
        and window.isVisible()
        and not widget.visibleRegion().isEmpty()
        and min(widget.width(), widget.height()) < 24
    ]
