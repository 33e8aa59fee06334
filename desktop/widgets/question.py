"""One question with a verb on its button."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop.widgets.parts import button, label


class Question(QDialog):
    """`ask(then)` calls `then` when the person chooses the verb; Esc and "Go back" do nothing."""

    def __init__(
        self, question: str, detail: str, verb: str, parent: QWidget | None, *, danger: bool = False
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(question)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._then: Callable[[], object] | None = None
        self._yes = button(verb, "danger" if danger else "primary")
        self._yes.setDefault(True)
        self._yes.clicked.connect(self._choose)
        self._no = button("Go back")
        self._no.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(label(question, "section", wrap=True))
        if detail:
            column.addWidget(label(detail, wrap=True))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(self._no)
        row.addWidget(self._yes)
        column.addLayout(row)
        self.setMinimumWidth(380)

    def ask(self, then: Callable[[], object]) -> None:
        """Open over the window."""
        self._then = then
        self.open()
        self._yes.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """As high as the words need at the width that it has: Qt's first guess is for a narrower one."""
        super().showEvent(event)
        layout = self.layout()
        if layout is not None:
            layout.activate()
            self.setMinimumHeight(layout.totalHeightForWidth(self.width()))

    @Slot()
    def _choose(self) -> None:
        then, self._then = self._then, None
        self.accept()
        if then is not None:
            then()
