"""The tasks and adjustments that profiles and posts choose from: a list of each, added to, renamed and archived."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.shell.frame.message_views import Banner
from desktop.shell.settings import Settings
from desktop.widgets.empty import EmptyPage
from desktop.widgets.parts import button, hairline, label
from desktop.widgets.tables.rows_model import RowsModel
from desktop.widgets.tables.table_pane import TablePane
from resources.problem import Problem
from resources.tables import Cell, Column, Table


class SharedWordsList(QDialog):
    """A list and what can be done with the row chosen; each act is a change of its own, made at once."""

    def __init__(
        self, title: str, called: str, columns: Sequence[Column], settings: Settings, parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.banner = Banner()
        self._model = RowsModel(columns)
        self.pane = TablePane(
            self._model, name=f"iwork_{called}s", title=title, chips=("state",), settings=settings,
            empty=EmptyPage(f"There is no {called} yet."),
        )  # fmt: skip
        self.buttons: dict[str, QPushButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 12)
        column.setSpacing(10)
        column.addWidget(label(title, "title"))
        column.addWidget(
            label(
                "Profiles and posts share these words. A word that is archived stays where it is used.",
                wrap=True,
            )
        )
        column.addWidget(self.banner)
        column.addWidget(self.pane, 1)
        column.addWidget(hairline())
        self._row = QHBoxLayout()
        column.addLayout(self._row)
        self.resize(760, 560)

    @property
    def key(self) -> str:
        """The row chosen."""
        return self.pane.table.current_key

    def offer(self, words: str, run: Callable[[], object], *, primary: bool = False) -> None:
        """A button; what it raises as a Problem is said above the list."""
        made = button(words, "primary" if primary else "")
        made.clicked.connect(lambda: self._run(run))
        self._row.addWidget(made)
        self.buttons[words] = made

    def close_with(self, words: str) -> None:
        """The last button."""
        self._row.addStretch(1)
        made = button(words)
        made.clicked.connect(self.accept)
        self._row.addWidget(made)

    def show_rows(self, table: Table, keys: Sequence[str]) -> None:
        """Other rows."""
        rows: Sequence[Sequence[Cell]] = table.rows
        self._model.set_rows(rows, keys=keys)
        self.pane.reload()
        if keys and not self.key:
            self.pane.table.go_to_first()

    def _run(self, run: Callable[[], object]) -> None:
        self.banner.hide()
        try:
            run()
        except Problem as problem:
            self.banner.say(problem)
