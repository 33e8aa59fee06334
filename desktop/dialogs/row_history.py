"""What happened to one row, newest first."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop.history_words import row_history, title_of
from desktop.shell.actions import Action
from desktop.shell.looks.style import with_text
from desktop.widgets.detail import Detail, DetailPane, Line, Section
from desktop.widgets.parts import button, hairline
from resources.database import Database
from resources.differences import RowEvent
from resources.wording import moment_words

_SHOWN = 60


class RowHistory(QDialog):
    """Who did what, when, and which facts it changed."""

    def __init__(self, name: str, events: Sequence[RowEvent], parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(f"History of {name}")
        self.pane = DetailPane("History", "Nothing is recorded.")
        more = f" The newest {_SHOWN} are shown." if len(events) > _SHOWN else ""
        sections = tuple(_section(event) for event in events[:_SHOWN])
        if sections:
            self.pane.show_detail(Detail(self.windowTitle(), f"Newest first.{more}", sections=sections))
        close = button("Close", "primary")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.setContentsMargins(20, 12, 20, 12)
        row.addStretch(1)
        row.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.pane, 1)
        column.addWidget(hairline())
        column.addLayout(row)
        self.resize(min(self.screen().availableGeometry().width() - 40, with_text(560)), 600)


def show_row_history(db: Database, table: str, key: str, parent: QWidget | None) -> None:
    """Open the history of one row over `parent`."""
    RowHistory(title_of(db, table, key), row_history(db, table, key), parent).open()


def history_section(show: Callable[[], object]) -> Section:
    """The part of a detail pane that leads to the history of its row."""
    action = Action("pane_history", "Show what was changed, when and by whom", show)
    return Section(
        "History", (Line("", "Every change to this row is kept."),), folded=True, actions=(action,)
    )


def _section(event: RowEvent) -> Section:
    said = (Line("What", event.action), Line("By", event.who))
    return Section(moment_words(event.at), (*said, *map(_line, event.lines)))


def _line(text: str) -> Line:
    heading, colon, said = text.partition(": ")
    return Line(heading, said.replace("|", ", ")) if colon else Line("", text)
