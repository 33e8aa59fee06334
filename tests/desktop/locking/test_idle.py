"""Nobody there for ten minutes: by a clock that a test turns."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from desktop.locking.idle import MOST_MINUTES, Idle


class Clocks:
    """The clock on the wall and the computer's own, each turned by hand."""

    def __init__(self) -> None:
        self.wall, self.ticked = datetime(2026, 11, 23, 9, 30, tzinfo=UTC), 1000.0

    def now(self) -> datetime:
        return self.wall

    def ticks(self) -> float:
        return self.ticked

    def go(self, **some: float) -> None:
        self.wall += timedelta(**some)
        self.ticked += timedelta(**some).total_seconds()


@pytest.fixture
def clocks() -> Clocks:
    return Clocks()


@pytest.fixture
def idle(clocks: Clocks, qapp: QApplication) -> Iterator[Idle]:
    made = Idle(clocks.now, clocks.ticks)
    yield made
    made.end()


@pytest.fixture
def told(idle: Idle) -> list[str]:
    heard: list[str] = []
    idle.warned.connect(lambda: heard.append("warned"))
    idle.returned.connect(lambda: heard.append("returned"))
    idle.expired.connect(lambda: heard.append("expired"))
    return heard


@pytest.fixture
def window(idle: Idle, qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(300, 200)
    made.show()
    idle.begin()
    return made


def test_it_warns_a_minute_before_and_then_is_over(
    idle: Idle, window: QWidget, told: list[str], clocks: Clocks
) -> None:
    clocks.go(minutes=8, seconds=59)
    idle.look()
    assert told == []
    clocks.go(seconds=2)
    idle.look()
    idle.look()
    assert told == ["warned"]
    clocks.go(minutes=1)
    idle.look()
    assert told == ["warned", "expired"]


def test_a_key_in_any_window_begins_the_time_anew(
    idle: Idle, window: QWidget, told: list[str], clocks: Clocks
) -> None:
    clocks.go(minutes=9, seconds=30)
    idle.look()
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_A)
    assert told == ["warned", "returned"]
    clocks.go(minutes=8)
    idle.look()
    assert told == ["warned", "returned"]


def test_a_dialog_that_opens_later_is_watched_too(
    idle: Idle, window: QWidget, told: list[str], clocks: Clocks
) -> None:
    dialog = QDialog(window)
    dialog.show()
    clocks.go(minutes=9, seconds=30)
    idle.look()
    QTest.mouseClick(dialog.windowHandle(), Qt.MouseButton.LeftButton, pos=QPoint(10, 10))
    assert told == ["warned", "returned"]
    dialog.close()


def moved(window: QWidget, at: QPointF) -> None:
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        at,
        at,
        Qt.MouseButton.NoButton,
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(window.windowHandle(), event)


def test_a_mouse_that_lies_still_is_nobody(
    idle: Idle, window: QWidget, told: list[str], clocks: Clocks
) -> None:
    moved(window, QPointF(40, 40))
    clocks.go(minutes=9, seconds=30)
    idle.look()
    moved(window, QPointF(40, 40))
    assert told == ["warned"]
    moved(window, QPointF(41, 40))
    assert told == ["warned", "returned"]


def test_the_first_key_after_a_sleep_comes_too_late(
    idle: Idle, window: QWidget, told: list[str], clocks: Clocks
) -> None:
    clocks.wall += timedelta(hours=3)  # the computer's own clock slept
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_A)
    assert told == ["expired"]


def test_setting_the_clock_back_does_not_keep_it_open(
    idle: Idle, window: QWidget, told: list[str], clocks: Clocks
) -> None:
    clocks.wall -= timedelta(hours=1)
    clocks.ticked += 601
    idle.look()
    assert told == ["expired"]


@pytest.mark.parametrize(("asked", "holds"), [(3, 3), (0, 1), (60, MOST_MINUTES)])
def test_nobody_may_wait_longer_than_ten_minutes(idle: Idle, asked: int, holds: int) -> None:
    idle.begin(asked)
    assert idle.limit == timedelta(minutes=holds)


def test_once_ended_nothing_is_heard(idle: Idle, window: QWidget, told: list[str], clocks: Clocks) -> None:
    idle.end()
    clocks.go(hours=1)
    idle.look()
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_A)
    assert told == []
