from PySide6.QtCore import QSize

from desktop.shell.looks.drawing import icon
from desktop.shell.looks.packaged import PACKAGED
from desktop.shell.looks.style import Style


def test_every_packaged_icon_draws_something(styled: Style) -> None:
    names = [path.stem for path in (PACKAGED / "icons").glob("*.svg")]
    blank = [name for name in names if _blank(name)]
    assert names and blank == []


def _blank(name: str) -> bool:
    image = icon(name, "#000000").pixmap(QSize(24, 24)).toImage()
    return not any(image.pixelColor(x, y).alpha() for x in range(24) for y in range(24))
