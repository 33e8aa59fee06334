"""A dialog with something to be looked through and saved: its body, and beneath it the two buttons."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.shell.frame.message_views import Banner
from desktop.shell.looks.style import with_text
from desktop.widgets.parts import button, hairline, label
from resources.problem import Problem


class LookedThrough(QDialog):
    """What is made from it fills `body`, and asks where to save in `save`; a Problem of that stands in `banner`."""

    def __init__(self, title: str, parent: QWidget | None, *, save: str, size: tuple[int, int]) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.banner = Banner()
        self.body = QVBoxLayout()
        self.body.setContentsMargins(20, 16, 20, 16)
        self.body.addWidget(label(title, "title"))
        self.save_button: QPushButton = button(save)
        self.save_button.clicked.connect(self._ask_save)
        close = button("Close", "primary")
        close.clicked.connect(self.accept)
        below = QHBoxLayout()
        below.setContentsMargins(20, 12, 20, 12)
        below.setSpacing(8)
        below.addStretch(1)
        below.addWidget(self.save_button)
        below.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self.body, 1)
        column.addWidget(hairline())
        column.addLayout(below)
        room = self.screen().availableGeometry()
        self.resize(min(room.width() - 40, with_text(size[0])), min(room.height() - 80, with_text(size[1])))

    def save(self) -> None:
        """Ask where what is shown goes."""

    @Slot()
    def _ask_save(self) -> None:
        self.banner.hide()
        try:
            self.save()
        except Problem as problem:
            self.banner.say(problem)
