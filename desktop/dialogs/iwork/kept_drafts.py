"""What was being typed when the register locked, to be read, copied or thrown away."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop.shell.looks.style import with_text
from desktop.widgets.detail import Detail, DetailPane, Line, Section
from desktop.widgets.parts import button, hairline
from resources.wording import moment_words
from workforce.iwork.drafts import Draft


class KeptDrafts(QDialog):
    """`throw_asked` for each that nobody wants."""

    throw_asked = Signal(object)

    def __init__(self, kept: Sequence[Draft], parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("What was being typed")
        self._kept = tuple(kept)
        pane = DetailPane("What was being typed", "Nothing is kept.")
        if kept:
            sections = tuple(_section(one) for one in kept)
            pane.show_detail(Detail("What was being typed", "It was not saved.", sections=sections))
        copy, throw = button("Copy"), button("Throw it away", "danger")
        close = button("Close", "primary")
        close.setDefault(True)
        copy.clicked.connect(self._copy)
        throw.clicked.connect(self._throw)
        close.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.setContentsMargins(20, 12, 20, 12)
        row.setSpacing(8)
        row.addStretch(1)
        for one in (copy, throw, close):
            row.addWidget(one)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(0)
        column.addWidget(pane, 1)
        column.addWidget(hairline())
        column.addLayout(row)
        self.resize(min(self.screen().availableGeometry().width() - 40, with_text(520)), with_text(440))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText("\n\n".join(_text(one) for one in self._kept))

    def _throw(self) -> None:
        for one in self._kept:
            self.throw_asked.emit(one)
        self.accept()


def _section(draft: Draft) -> Section:
    lines = (Line("Locked", moment_words(draft.kept_at)), *(Line(name, text) for name, text in draft.told))
    return Section(draft.title, lines)


def _text(draft: Draft) -> str:
    return "\n".join([draft.title, *(f"{name}: {text}" for name, text in draft.told)])
