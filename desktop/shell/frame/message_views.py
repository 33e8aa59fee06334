"""The toast at the bottom and the banner at the top, which show what Messages say."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.shell.looks.icons import Mark
from desktop.shell.messages import Messages, announce
from desktop.shell.undo import UndoKeeper
from resources.problem import Problem

TOAST_MS = 8000
_DETAILS_SHOWN = 12


class Toast(QFrame):
    """A line over the bottom of the window for eight seconds; longer while it has the focus or the mouse.

    `undo` is given whose change was told of: None for the window's own file.
    """

    def __init__(
        self,
        messages: Messages,
        undo: Callable[[UndoKeeper | None], object] | None,
        *,
        over: QWidget,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._over, self._messages = over, messages
        self._of: UndoKeeper | None = None
        self.setObjectName("toast")
        self._undo = undo
        self._text = QLabel()
        self._button = QPushButton("Undo")
        self._button.setAccessibleName("Undo")
        self._button.setToolTip("Undo (Ctrl+Z)")
        self._button.clicked.connect(self._take_back)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(TOAST_MS)
        self._timer.timeout.connect(self.leave)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 8, 6)
        row.setSpacing(12)
        row.addWidget(self._text)
        row.addWidget(self._button)
        self.hide()
        over.installEventFilter(self)
        messages.toasted.connect(self.say)
        messages.forgotten.connect(self.forget)

    @Slot(str, bool)
    def say(self, text: str, undo: bool) -> None:
        """Show `text`, and Undo when the act can be undone."""
        self._of = self._messages.said_of
        self._text.setText(text)
        self._button.setVisible(undo and self._undo is not None)
        self._place()
        self.show()
        self.raise_()
        self._timer.start()
        announce(self, text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the bottom when the window changes size."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        self.adjustSize()
        room = self._over.rect()
        at = QPoint(max(8, (room.width() - self.width()) // 2), room.height() - self.height() - 16)
        self.move(self.window().mapFromGlobal(self._over.mapToGlobal(at)))

    @Slot()
    def leave(self) -> None:
        """Go, unless somebody is about to use it."""
        if self.underMouse() or self._button.hasFocus():
            self._timer.start()
        else:
            self.hide()

    @Slot()
    def _take_back(self) -> None:
        self.hide()
        if self._undo is not None:
            self._undo(self._of)

    @Slot()
    def forget(self) -> None:
        """Go, with the words."""
        self._of = None
        self._text.clear()
        self.hide()


class Banner(QFrame):
    """A Problem above the page, with its details, until it is closed or another page or side is shown."""

    closed = Signal()

    def __init__(self, messages: Messages | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self._mark = Mark("error", "danger")
        self._sentence = QLabel()
        self._details = QLabel()
        for label in (self._sentence, self._details):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._close = QPushButton("Close")
        self._close.setAccessibleName("Close the message")
        self._close.clicked.connect(self.dismiss)
        self._lay_out()
        self.hide()
        if messages is not None:
            messages.refused.connect(self.say)
            messages.moved_on.connect(self.hide)
            messages.toasted.connect(self.hide)  # what was done since answers it
            messages.forgotten.connect(self.forget)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(self._sentence)
        words.addWidget(self._details)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 8, 8)
        row.setSpacing(8)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)

    @property
    def text(self) -> str:
        """What stands there now."""
        return self._sentence.text() if not self.isHidden() else ""

    @Slot(object)
    def say(self, problem: Problem) -> None:
        """Show the sentence and the first details."""
        details = list(problem.details[:_DETAILS_SHOWN])
        if len(problem.details) > _DETAILS_SHOWN:
            details.append(f"and {len(problem.details) - _DETAILS_SHOWN:,} more")
        self._sentence.setText(problem.sentence)
        self._details.setText("\n".join(details))
        self._details.setVisible(bool(details))
        self.show()
        announce(self, problem.sentence)

    @Slot()
    def forget(self) -> None:
        """Go, with the words."""
        self._sentence.clear()
        self._details.clear()
        self.hide()

    @Slot()
    def dismiss(self) -> None:
        """Take the message away."""
        self.hide()
        self.closed.emit()
