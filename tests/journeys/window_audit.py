"""What is wrong with a window as it is laid out: what Tab does not reach, what is cut off, what is too small to hit."""

import re
from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QCheckBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QScrollBar,
    QToolButton,
    QWidget,
)

from desktop.shell.frame.sidebar import SidebarButton
from tests.desktop.accessibility import audit

WIDTH, HEIGHT = 1366, 728
"""A screen of 1366 × 768 with a title bar and what the system keeps for itself."""
_LEAST = 24
_INNER = (QHeaderView, QScrollBar)


def faults(window: QWidget) -> list[str]:
    """All of it, and what the audit of names finds; the arrows of a row of tabs are Qt's own, and keys do the same."""
    named = [
        fault
        for fault in audit(window)
        if "ScrollRightButton" not in fault and "ScrollLeftButton" not in fault
    ]
    return [*named, *_unlabelled(window), *_cut_off(window), *_too_small(window), *_too_large(window)]


def where(widget: QWidget) -> str:
    """Whose widget it is, and what it says."""
    text = widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""
    names = []
    above: QWidget | None = widget
    while above is not None and len(names) < 4:
        names.append(above.objectName() or type(above).__name__)
        above = above.parentWidget()
    return " < ".join(names) + f" “{text or widget.accessibleName()}”"


def shown(window: QWidget) -> Iterator[QWidget]:
    """What belongs to the window and is to be seen, also what a scroll area would have to bring into view."""
    for widget in window.findChildren(QWidget):
        if widget.window() is window and widget.isVisible():
            yield widget


def _unlabelled(window: QWidget) -> list[str]:
    """On Linux a choice says its value for its name, and only the label that has it for a buddy says what it is."""
    labelled = {one.buddy() for one in window.findChildren(QLabel)}
    return [
        f"no label: {where(one)}"
        for one in shown(window)
        if isinstance(one, QComboBox) and one not in labelled
    ]


# Tab


def not_reached(window: QWidget) -> list[str]:
    """The controls that Tab, pressed until it comes round, does not come to."""
    expected = [one for one in shown(window) if _is_control(one)]
    start = window.focusWidget() or window.nextInFocusChain()
    start.setFocus(Qt.FocusReason.TabFocusReason)
    seen: list[QWidget] = []
    for _ in range(2 * len(expected) + 20):
        holder = window.focusWidget()
        if holder is None:
            break
        if holder in seen:
            break  # it has come round, or stays
        seen.append(holder)
        QTest.keyClick(holder, Qt.Key.Key_Tab)
    reached = {*seen, *(one.focusProxy() for one in seen), *(_holder_of(one) for one in seen)}
    return [f"Tab does not reach {where(one)}" for one in expected if one not in reached]


def _holder_of(widget: QWidget) -> QWidget | None:
    above = widget.parentWidget()
    return above if above is not None and above.focusProxy() is widget else None


def _is_control(widget: QWidget) -> bool:
    kinds = QAbstractButton | QLineEdit | QComboBox | QAbstractItemView
    if not isinstance(widget, kinds) or isinstance(widget, _INNER) or not widget.isEnabled():
        return False
    above = widget.parentWidget()
    if isinstance(above, QComboBox | QLineEdit | QHeaderView | QAbstractItemView):
        return False
    if isinstance(widget, QToolButton) and widget.objectName() == "qt_toolbar_ext_button":
        return False
    if (
        isinstance(widget, QAbstractButton)
        and (widget.autoExclusive() or widget.group())
        and not widget.isChecked()
    ):
        return False  # the arrow keys go from one of several to the next
    return widget.focusPolicy() != Qt.FocusPolicy.NoFocus or isinstance(widget, QAbstractButton)


# Room


def _cut_off(window: QWidget) -> list[str]:
    found = []
    for widget in shown(window):
        if isinstance(widget, QLabel | QPushButton | QCheckBox | QRadioButton | QToolButton) and not _fits(
            widget
        ):
            needs = widget.sizeHint()
            found.append(
                f"cut off: {where(widget)} is {widget.width()} × {widget.height()}, "
                f"wants {needs.width()} × {needs.height()}"
            )
        elif _sticks_out(widget):
            found.append(f"sticks out: {where(widget)} of {widget.width()} × {widget.height()}")
    return found


def _fits(widget: QLabel | QAbstractButton) -> bool:
    """A pixel of rounding is forgiven, and the leading of a last line."""
    text = widget.text()
    if not text or widget.visibleRegion().isEmpty():
        return True
    if isinstance(widget, SidebarButton):
        return QFontMetrics(widget.font()).horizontalAdvance(text) <= widget.width() - 70
    if isinstance(widget, QToolButton) and widget.objectName() == "qt_toolbar_ext_button":
        return True
    if isinstance(widget, QLabel) and widget.wordWrap():
        words = re.split(r"[\s/\\-]+", text)  # a line may end at a slash or hyphen too: the path of a folder
        longest = max(widget.fontMetrics().horizontalAdvance(word) for word in words)
        return widget.heightForWidth(widget.width()) <= widget.height() + 3 and longest <= widget.width() + 1
    needs = widget.minimumSizeHint() if isinstance(widget, QLabel) else widget.sizeHint()
    return needs.width() <= widget.width() + 1 and needs.height() <= widget.height() + 1


def _sticks_out(widget: QWidget) -> bool:
    """Beyond what holds it, where nothing scrolls."""
    above = widget.parentWidget()
    if above is None or widget.isWindow() or isinstance(widget, QScrollBar | QHeaderView):
        return False
    if _scrolls(widget):
        return False
    inside = QRect(QPoint(0, 0), above.size()).adjusted(-2, -2, 2, 2)
    return not inside.contains(widget.geometry()) and not widget.geometry().isEmpty()


def _scrolls(widget: QWidget) -> bool:
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QAbstractScrollArea):
            sideways = isinstance(above, QScrollArea) and above.widget() is not None
            return not (sideways and above.widget().width() > above.viewport().width() + 2 and _no_bar(above))
        above = above.parentWidget()
    return False


def _no_bar(area: QAbstractScrollArea) -> bool:
    return area.horizontalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff


def _too_small(window: QWidget) -> list[str]:
    return [
        f"smaller than {_LEAST} px: {where(widget)} is {widget.width()} × {widget.height()}"
        for widget in shown(window)
        if isinstance(widget, QLineEdit | QComboBox) and not isinstance(widget.parentWidget(), QComboBox)
        and min(widget.width(), widget.height()) < _LEAST
    ]  # fmt: skip


def _too_large(window: QWidget) -> list[str]:
    if window.width() > WIDTH or window.height() > HEIGHT:
        return [f"needs {window.width()} × {window.height()}, more than {WIDTH} × {HEIGHT}"]
    return []
