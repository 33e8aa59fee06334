"""What files would bring, in a window of its own, before anything is kept."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop.shell.looks.style import with_text
from desktop.widgets.import_preview import Group, ImportPreview, Preview
from desktop.widgets.parts import button
from resources.files.forms.preview import PreviewGroup


class PreviewDialog(QDialog):
    """`refused_asked` to save refused rows; with words for going `back`, `back_asked` for what was decided before."""

    committed = Signal()
    refused_asked = Signal()
    back_asked = Signal()

    def __init__(
        self, title: str, shown: Preview, parent: QWidget | None, *, back: str = "",
        size: tuple[int, int] = (1120, 640),
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.preview = ImportPreview(shown)
        if back:
            self._add_back(back)
        self.preview.committed.connect(self.committed)
        self.preview.cancelled.connect(self.reject)
        self.preview.refused_asked.connect(self.refused_asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.preview)
        room = self.screen().availableGeometry()
        self.resize(min(room.width() - 40, with_text(size[0])), min(room.height() - 80, with_text(size[1])))

    def _add_back(self, words: str) -> None:
        back = button(words, icon="edit")
        back.clicked.connect(self.back_asked)
        beside = QWidget()
        row = QHBoxLayout(beside)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(back)
        row.addStretch(1)
        self.preview.add_choice(beside)


def shown_groups(found: Iterable[PreviewGroup]) -> list[Group]:
    """What a check found, as it is shown."""
    return [Group(one.name, one.number, one.table, one.explanation, one.refused) for one in found]
