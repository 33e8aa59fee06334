"""A button that opens a month to choose a day from."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate, QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QCalendarWidget, QFrame, QToolButton, QVBoxLayout, QWidget

from desktop.shell.looks.icons import set_icon


class CalendarButton(QToolButton):
    """`picked` carries a date. `shown` says where to open the calendar."""

    picked = Signal(object)

    def __init__(
        self, shown: Callable[[], date | None], today: date | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._shown, self._today = shown, today
        self._popup: QFrame | None = None
        set_icon(self, "calendar")
        self.setAccessibleName("Choose a date from a calendar")
        self.setToolTip("Choose a date from a calendar")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("kind", "icon")
        self.setFixedSize(30, 30)
        self.clicked.connect(self._open)

    @Slot()
    def _open(self) -> None:
        popup = QFrame(self, Qt.WindowType.Popup)
        popup.setObjectName("popup")
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        month = QCalendarWidget()
        month.setAccessibleName("Calendar")
        month.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        month.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        day = self._shown() or self._today
        if day is not None:
            month.setSelectedDate(QDate(day.year, day.month, day.day))
        month.activated.connect(self._take)
        month.clicked.connect(self._take)
        column = QVBoxLayout(popup)
        column.setContentsMargins(4, 4, 4, 4)
        column.addWidget(month)
        popup.move(self.mapToGlobal(QPoint(0, self.height())))
        self._popup = popup
        popup.show()
        month.setFocus()

    @Slot(QDate)
    def _take(self, day: QDate) -> None:
        if self._popup is not None:
            popup, self._popup = self._popup, None
            popup.close()
            self.picked.emit(date(day.year(), day.month(), day.day()))
