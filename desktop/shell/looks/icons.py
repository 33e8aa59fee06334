"""One-colour line icons, drawn in the colour of the theme."""

from functools import cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QObject, QRectF, Qt
from PySide6.QtGui import QAction, QIcon, QPainter, QPaintEvent, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QWidget

import resources

PACKAGED = Path(resources.__file__).parent / "packaged"
_SIZES = (16, 18, 20, 24, 32, 36, 40, 48, 64)
_NAME, _ROLE = "iconName", "iconRole"


@cache
def icon(name: str, colour: str) -> QIcon:
    """The packaged icon `name` in #RRGGBB, sharp at any scaling."""
    drawing = (PACKAGED / "icons" / f"{name}.svg").read_text(encoding="ascii")
    renderer = QSvgRenderer(QByteArray(drawing.replace("currentColor", colour).encode("ascii")))
    made = QIcon()
    for size in _SIZES:
        made.addPixmap(_pixmap(renderer, size))
    return made


def _pixmap(renderer: QSvgRenderer, size: int) -> QPixmap:
    pixmap = QPixmap(size, size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap


def set_icon(owner: QAbstractButton | QAction, name: str, *, role: str = "text") -> None:
    """Give `owner` an icon in the Look's colour `role`; a change of theme colours it again."""
    from desktop.shell.looks.style import look

    owner.setProperty(_NAME, name)
    owner.setProperty(_ROLE, role)
    owner.setIcon(icon(name, getattr(look(), role)))


class Mark(QWidget):
    """An icon that stands beside words; nobody can operate it."""

    def __init__(self, name: str, role: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._role = name, role
        self.setFixedSize(18, 18)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it in the theme's colour."""
        from desktop.shell.looks.style import look

        painter = QPainter(self)
        icon(self._name, getattr(look(), self._role)).paint(painter, self.rect())
        painter.end()


def recolour(owner: QObject) -> None:
    """Draw an icon set by `set_icon` again in the colours of the theme now."""
    name = owner.property(_NAME)
    if name and isinstance(owner, QAbstractButton | QAction):
        set_icon(owner, name, role=owner.property(_ROLE))
