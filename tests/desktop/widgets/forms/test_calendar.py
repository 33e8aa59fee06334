from datetime import date

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QCalendarWidget
from pytestqt.qtbot import QtBot

from desktop.widgets.forms.calendar import CalendarButton


def test_it_opens_on_the_day_shown_and_tells_the_day_chosen(qtbot: QtBot, styled: object) -> None:
    button = CalendarButton(lambda: date(2019, 12, 9), date(2026, 3, 4))
    qtbot.addWidget(button)
    button.show()
    button.click()
    month = button.findChild(QCalendarWidget)
    assert month.selectedDate() == QDate(2019, 12, 9)
    with qtbot.waitSignal(button.picked) as told:
        month.activated.emit(QDate(2019, 12, 24))
    assert told.args == [date(2019, 12, 24)]


def test_without_a_day_it_opens_on_today_and_one_day_is_told_once(qtbot: QtBot, styled: object) -> None:
    days: list[date] = []
    button = CalendarButton(lambda: None, date(2026, 3, 4))
    button.picked.connect(days.append)
    qtbot.addWidget(button)
    button.show()
    button.click()
    month = button.findChild(QCalendarWidget)
    assert month.selectedDate() == QDate(2026, 3, 4)
    month.clicked.emit(QDate(2026, 3, 5))
    month.activated.emit(QDate(2026, 3, 5))
    assert days == [date(2026, 3, 5)]
