"""Icons in the colour of the theme."""

from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from desktop.shell.looks.drawing import give_icon, icon
from desktop.shell.looks.style import look


def set_icon(owner: QAbstractButton | QAction, name: str, *, role: str = "text") -> None:
    """Give `owner` an icon in the Look's colour `role`; a change of theme colours it again."""
    give_icon(owner, name, role, look())


class Mark(QWidget):
    """An icon that stands beside words; nobody can operate it."""

    def __init__(self, name: str, role: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._role = name, role
        self.setFixedSize(18, 18)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it in the theme's colour."""
        painter = QPainter(self)
        icon(self._name, getattr(look(), self._role)).paint(painter, self.rect())
        painter.end()
