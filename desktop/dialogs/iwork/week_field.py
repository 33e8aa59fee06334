"""Times of a week, typed as people say them; beneath, the week as it was understood."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QRect, QSize, Qt, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desktop.shell.looks.style import look, points, with_text
from desktop.widgets.forms.fields import Field, LongTextField
from desktop.widgets.parts import label
from resources.problem import Problem
from workforce.iwork.times import clock_said, day_short, hours_said
from workforce.iwork.weeks import WeekTime, minutes_of, read_week, week_said

HELP = "As “Mon, Wed 9:30 to 14:00; Fri mornings”. A semicolon or a new line parts them."


class WeekField(Field):
    """Answers with the times, joined; what cannot be read is refused in words."""

    def __init__(self) -> None:
        self._text = LongTextField(lines=2)
        self.strip = WeekStrip()
        self.said = label("", "small", wrap=True)
        holder = QWidget()
        super().__init__(holder, self._text.target)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for part in (self._text.widget, self.strip, self.said):
            column.addWidget(part)
        self._text.changed.connect(self._follow)
        self._follow()

    def answer(self) -> tuple[WeekTime, ...]:
        """The times of the week."""
        return read_week(self._text.answer())

    def show_answer(self, value: Iterable[WeekTime] | str) -> None:
        """Show times, or what was typed."""
        self._text.show_answer(value if isinstance(value, str) else week_said(value))

    def is_empty(self) -> bool:
        """Whether nothing was typed."""
        return not self._text.answer()

    @Slot()
    def _follow(self) -> None:
        try:
            times = self.answer()
        except Problem as problem:
            self.said.setText(problem.sentence)
        else:
            self.strip.show_times(times)
            self.said.setText(
                f"Understood: {hours_said(minutes_of(times))} hours in the week."
                if times
                else "No times yet."
            )
        self._tell()


class WeekStrip(QWidget):
    """A line for each day from morning to night, filled where there is a time."""

    def __init__(self) -> None:
        super().__init__()
        self._times: Sequence[WeekTime] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("The week")

    def show_times(self, times: Sequence[WeekTime]) -> None:
        """Other times."""
        self._times = times
        self.setAccessibleDescription(week_said(times) or "No times")
        self.update()

    def sizeHint(self) -> QSize:
        """Seven lines and the hours."""
        return QSize(with_text(360), self._line() * 8)

    def minimumSizeHint(self) -> QSize:
        """The same, narrower."""
        return QSize(with_text(200), self._line() * 8)

    def _line(self) -> int:
        return with_text(15)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt's."""
        painter = QPainter(self)
        painter.setFont(points(8))
        line, left = self._line(), with_text(34)
        begin, end = self._bounds()
        for day in range(7):
            top = day * line
            painter.setPen(QColor(look().quiet))
            painter.drawText(QRect(0, top, left, line), Qt.AlignmentFlag.AlignVCenter, day_short(day))
            painter.fillRect(QRect(left, top + 3, self.width() - left, line - 6), QColor(look().raised))
        for one in self._times:
            at, to = (self._x(minute, begin, end, left) for minute in (one.from_minute, one.until_minute))
            painter.fillRect(
                QRect(at, one.weekday * line + 2, max(to - at, 2), line - 4), QColor(look().accent)
            )
        self._paint_hours(painter, begin, end, left)
        painter.end()

    def _paint_hours(self, painter: QPainter, begin: int, end: int, left: int) -> None:
        painter.setPen(QColor(look().quiet))
        wide = with_text(52)
        for minute in range(begin, end, 180):
            x = self._x(minute, begin, end, left)
            if x + wide <= self.width():
                box = QRect(x, self._line() * 7, wide, self._line())
                painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, clock_said(minute))

    def _bounds(self) -> tuple[int, int]:
        """From 6am to 9pm, or as much more as the times need, in whole hours."""
        begin = min([6 * 60, *(one.from_minute // 60 * 60 for one in self._times)])
        end = max([21 * 60, *(-(-one.until_minute // 60) * 60 for one in self._times)])
        return begin, end

    def _x(self, minute: int, begin: int, end: int, left: int) -> int:
        return left + (minute - begin) * (self.width() - left) // (end - begin)
