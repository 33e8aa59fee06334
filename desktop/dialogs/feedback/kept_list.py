"""A short list that is kept in order here: rows, and beneath them what can be done with the one chosen."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from desktop.shell.actions import Action
from desktop.shell.frame.message_views import Banner
from desktop.shell.looks.style import with_text
from desktop.widgets.action_row import ActionRow
from desktop.widgets.empty import EmptyPage
from desktop.widgets.parts import button, hairline, label
from desktop.widgets.tables.rows_model import RowsModel
from desktop.widgets.tables.table import TableView
from resources.problem import Problem
from resources.tables import Table


class KeptList(QDialog):
    """`read` gives the table and the rows' keys anew after each act; the acts save, each with its own undo."""

    def __init__(
        self, title: str, intro: str, read: Callable[[], tuple[Table, Sequence[str]]], parent: QWidget | None,
        *, name: str,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self._read = read
        table, keys = read()
        self._model = RowsModel(table.columns, table.rows, keys=keys)
        self._model.modelReset.connect(self._turn)
        self.table = TableView(self._model, name=name, title=title)
        self.table.setProperty("kind", "framed")
        self.row = ActionRow()
        self.banner = Banner()
        self._lay_out(title, intro)
        self.table.current_changed.connect(self.row.refresh)
        self.table.go_to_first()
        self._turn()

    @Slot()
    def _turn(self) -> None:
        self._pile.setCurrentIndex(0 if self._model.rowCount() else 1)

    def _lay_out(self, title: str, intro: str) -> None:
        body = QVBoxLayout()
        body.setContentsMargins(20, 16, 20, 16)
        body.setSpacing(12)
        body.addWidget(label(title, "title", wrap=True))
        body.addWidget(label(intro, "quiet", wrap=True))
        body.addWidget(self.banner)
        self._pile = QStackedLayout()
        self._pile.addWidget(self.table)
        self._pile.addWidget(EmptyPage("Nothing stands here yet."))
        body.addLayout(self._pile, 1)
        body.addWidget(self.row)
        close = button("Close")
        close.clicked.connect(self.accept)
        below = QHBoxLayout()
        below.setContentsMargins(20, 12, 20, 12)
        below.addStretch(1)
        below.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(body, 1)
        column.addWidget(hairline())
        column.addLayout(below)
        room = self.screen().availableGeometry()
        self.resize(min(room.width() - 40, with_text(900)), min(room.height() - 80, with_text(520)))

    def offer(self, actions: Sequence[Action]) -> None:
        """Show a button for each act; what it refuses is said here, not behind the dialog."""
        self.row.offer([replace(one, run=partial(self._run, one.run)) for one in actions])
        self.row.refresh()

    def _run(self, act: Callable[[], object]) -> None:
        self.banner.hide()
        try:
            act()
        except Problem as problem:
            self.banner.say(problem)

    @property
    def key(self) -> str:
        """The key of the row chosen."""
        return self.table.current_key

    def has_row(self) -> bool:
        """Whether a row is chosen."""
        return bool(self.key)

    def reload(self) -> None:
        """Show the list as it stands now."""
        table, keys = self._read()
        self._model.set_rows(table.rows, keys=keys)
        self.row.refresh()
