"""The checklist beneath a nominee: a point a row, answered by a button or a key."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListView,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from awards.qualifying.checks import CheckedPoint
from awards.qualifying.concerns import Concern, beside_point
from awards.qualifying.tables import checked_words
from awards.vocabulary import CheckAnswer
from desktop.shell.actions import Action
from desktop.shell.looks.look import PANE
from desktop.widgets.action_row import ActionRow
from desktop.widgets.parts import hairline, label
from resources.wording import date_words

_POINT = Qt.ItemDataRole.UserRole
_KEYS = {
    Qt.Key.Key_Y: CheckAnswer.YES,
    Qt.Key.Key_N: CheckAnswer.NO,
    Qt.Key.Key_X: CheckAnswer.NOT_APPLICABLE,
}
_OPEN = "Not looked at"


class ChecklistPart(QWidget):
    """`answered` with a point's key and the answer (None takes it back), `asked` with the key for a dialog."""

    answered = Signal(str, object)
    asked = Signal(str)

    def __init__(self, *, may: Callable[[], bool]) -> None:
        super().__init__()
        self._may = may
        self._whose = ""
        self.heading = label("Checklist", "section", wrap=True)
        self.points = _Points()
        self.points.setAccessibleName("Checklist")
        self.row = ActionRow(self.listed())
        head = QHBoxLayout()
        head.setSpacing(PANE)
        head.addWidget(self.heading, 1)
        head.addWidget(self.row, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(PANE, 0, PANE, 8)
        column.setSpacing(6)
        column.addWidget(hairline())
        column.addLayout(head)
        column.addWidget(self.points)
        self.points.pressed_for.connect(self._give)
        self.points.itemActivated.connect(self._ask)
        self.points.currentRowChanged.connect(self._tell)

    def listed(self) -> list[Action]:
        """The answers, each for the point chosen."""
        return [
            Action("check_yes", "Yes", self.yes, enabled=self.may_answer, icon="check", tip="Y in the checklist"),
            Action("check_no", "No…", self.no, enabled=self.may_answer, icon="close",
                   tip="N in the checklist; a note says what was found"),
            Action("check_na", "Does not apply", self.does_not_apply, enabled=self.may_answer,
                   tip="X in the checklist"),
            Action("check_back", "Take back", self.take_back, enabled=self._is_answered),
        ]  # fmt: skip

    # What is shown

    def show_points(
        self, whose: str, points: Sequence[CheckedPoint], against: Sequence[Concern] = ()
    ) -> None:
        """The checklist of a nominee, beside each point what is recorded `against` it; the first open one is chosen."""
        at = self.points.currentRow() if whose == self._whose else -1
        self._whose = whose
        self.points.clear()
        for point in points:
            item = QListWidgetItem(_words(point, beside_point(point.words, against)))
            item.setData(_POINT, point)
            item.setToolTip(_told(point))
            self.points.addItem(item)
        said = checked_words(points)
        self.heading.setText(f"Checklist, {said}" if said else "This round has no checklist.")
        first = next((row for row, point in enumerate(points) if point.is_open), 0)
        self.points.setCurrentRow(at if at >= 0 else first)
        self.points.updateGeometry()
        self._tell()

    @Slot()
    def _tell(self) -> None:
        self.row.refresh()

    # Answers

    @property
    def point(self) -> CheckedPoint | None:
        """The point that the cursor is on."""
        item = self.points.currentItem()
        return item.data(_POINT) if item is not None else None

    def may_answer(self) -> bool:
        """Whether the point chosen can be answered."""
        return self.point is not None and self._may()

    def _is_answered(self) -> bool:
        return self.may_answer() and self.point is not None and not self.point.is_open

    def yes(self) -> None:
        """It is so."""
        self._give(CheckAnswer.YES)

    def no(self) -> None:
        """It is not so: a note is asked."""
        self._give(CheckAnswer.NO)

    def does_not_apply(self) -> None:
        """It does not apply."""
        self._give(CheckAnswer.NOT_APPLICABLE)

    def take_back(self) -> None:
        """Nobody has looked after all."""
        self._give(None)

    @Slot(object)
    def _give(self, answer: CheckAnswer | None) -> None:
        if self.point is None or not self.may_answer():
            return
        self.answered.emit(self.point.check_id, answer)
        if answer in (CheckAnswer.YES, CheckAnswer.NOT_APPLICABLE):
            self._go_on()

    def _go_on(self) -> None:
        """To the next point that is open, from the top again where there is none below."""
        held = [self.points.item(row).data(_POINT) for row in range(self.points.count())]
        at = self.points.currentRow()
        rows = [*range(at + 1, len(held)), *range(at)]
        following = next((row for row in rows if held[row].is_open), None)
        if following is not None:
            self.points.setCurrentRow(following)

    @Slot(QListWidgetItem)
    def _ask(self, item: QListWidgetItem) -> None:
        if self.may_answer():
            self.asked.emit(item.data(_POINT).check_id)


def _words(point: CheckedPoint, beside: str) -> str:
    said = f"{point.found.answer.label if point.found else _OPEN}: {point.words}"
    if not beside:
        return said
    return f"{said}. {beside}" if point.found is None else f"{said}. But: {beside}"


def _told(point: CheckedPoint) -> str:
    found = point.found
    if found is None:
        return ""
    by = f"Looked at by {found.answered_by} on {date_words(found.answered_on)}."
    return f"{by} {found.note}".strip()


class _Points(QListWidget):
    """Y, N and X answer; Enter asks for all of it."""

    pressed_for = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "framed")
        self.setWordWrap(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt's; lines are broken anew at another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As high as its points need, up to some six lines."""
        rows = sum(self.sizeHintForRow(row) for row in range(self.count()))
        return QSize(240, min(rows, 6 * self._line()) + 6)

    def minimumSizeHint(self) -> QSize:
        """Three lines: the table above needs room too."""
        return QSize(120, 3 * self._line())

    def _line(self) -> int:
        return self.fontMetrics().height() + 15

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's."""
        answer = _KEYS.get(Qt.Key(event.key()))
        if answer is not None and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.pressed_for.emit(answer)
        elif event.key() == Qt.Key.Key_Delete:
            self.pressed_for.emit(None)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentItem() is not None:
            self.itemActivated.emit(self.currentItem())
        else:
            super().keyPressEvent(event)
