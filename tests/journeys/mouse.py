"""A person with a mouse: clicks go to what is seen in the window on top, where nothing lies over it."""

from typing import TypeVar

from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollArea, QTabBar, QWidget
from pytestqt.exceptions import TimeoutError

from tests.journeys.typist import Typist, keyboard_window, name_of, shown_text, table_named

Shown = TypeVar("Shown", bound=QWidget)


def click_tab(name: str) -> None:
    """The tab of this name."""
    places = [(bar, at) for bar in _seen(QTabBar) for at in range(bar.count())]
    found = [(bar, at) for bar, at in places if shown_text(bar.tabText(at)) == name]
    assert found, f"no tab “{name}” is seen"
    ((tabs, place),) = found
    _click(tabs, tabs.tabRect(place))
    assert tabs.currentIndex() == place


def click_button(person: Typist, name: str) -> None:
    """The button that says so, or whose name begins so, once it can be pressed."""
    try:
        person.until(lambda: bool(_buttons(name)))
    except TimeoutError as never:
        offered = [name_of(one) or one.text() for one in _seen(QAbstractButton) if one.isEnabled()]
        raise AssertionError(f"no button “{name}” is seen among {offered}") from never
    made = _buttons(name)[0]
    _click(made, made.rect())


def click_row(person: Typist, table: str, words: str) -> None:
    """The row of a table in which a cell begins with these words."""
    person.table(table)
    view = table_named(table)
    assert view is not None
    model = view.model()
    places = [model.index(row, at) for row in range(model.rowCount()) for at in range(model.columnCount())]
    where = next(one for one in places if str(one.data() or "").startswith(words))
    view.scrollTo(where)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(where).center())


def _buttons(name: str) -> list[QAbstractButton]:
    return [
        one
        for one in _seen(QAbstractButton)
        if one.isEnabled() and (shown_text(one.text()) == name or name_of(one).startswith(name))
    ]


def _seen(kind: type[Shown]) -> list[Shown]:
    """Of the window with the keyboard: what lies behind a dialog cannot be clicked."""
    handle = keyboard_window()
    top = next(one for one in QApplication.topLevelWidgets() if one.windowHandle() is handle)
    return [one for one in top.findChildren(kind) if one.isVisible() and one.window() is top]


def _scroll_to(widget: QWidget) -> None:
    """As a person turns the wheel until it is seen."""
    holder = widget.parentWidget()
    while holder is not None:
        if isinstance(holder, QScrollArea):
            bar = holder.verticalScrollBar()
            bar.setValue(
                bar.value() + widget.mapTo(holder, widget.rect().center()).y() - holder.height() // 2
            )
        holder = holder.parentWidget()


def _click(widget: QWidget, within: QRect) -> None:
    middle = within.center()

    def is_on_top() -> bool:
        hit = widget.window().childAt(widget.mapTo(widget.window(), middle))
        return hit is not None and (hit is widget or widget.isAncestorOf(hit))

    for _ in range(20):  # the bar has its length once what was just made has its place
        if not is_on_top():
            QApplication.processEvents()
            _scroll_to(widget)
    assert is_on_top(), f"“{name_of(widget)}” is covered"
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=middle)
