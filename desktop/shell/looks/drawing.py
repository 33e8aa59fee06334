"""One-colour line icons, drawn in a colour that is given; `icons` draws them in the theme's."""

from functools import cache

from PySide6.QtCore import QByteArray, QObject, QRectF, Qt
from PySide6.QtGui import QAction, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton

from desktop.shell.looks.look import Look
from desktop.shell.looks.packaged import PACKAGED

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


def give_icon(owner: QAbstractButton | QAction, name: str, role: str, look: Look) -> None:
    """Give `owner` an icon in this look's colour `role`, and remember which for `recolour`."""
    owner.setProperty(_NAME, name)
    owner.setProperty(_ROLE, role)
    owner.setIcon(icon(name, getattr(look, role)))


def recolour(owner: QObject, look: Look) -> None:
    """Draw the icon that `owner` was given, if it was, in the colours of another look."""
    name = owner.property(_NAME)
    if name and isinstance(owner, QAbstractButton | QAction):
        give_icon(owner, name, owner.property(_ROLE), look)
