"""The matrix: a row for each provider, a column for each required course, and beside it one provider’s training."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.pages.sides.list_part import ListPart
from desktop.shell.actions import Action
from desktop.shell.page import Desk
from desktop.widgets.detail import Detail, Line, Section
from desktop.widgets.empty import EmptyPage
from resources.tables import Table
from workforce.ascwds.trained import trained
from workforce.training.matrix import Matrix, matrix, provider_training
from workforce.training.matrix_reading import Elsewhere
from workforce.training.matrix_tables import (
    BY_ROLE,
    HOW_TO_READ,
    NAMED_EXEMPT,
    ONCE_EACH,
    matrix_columns,
    matrix_row,
    provider_table,
)

_CHIPS = ("district", "kinds", "officer")


class MatrixPart(QWidget):
    """`moved` when another provider is chosen. `empty` makes what stands there while nothing is required."""

    moved = Signal()

    def __init__(self, desk: Desk, empty: Callable[[], EmptyPage], *, today: Callable[[], date]) -> None:
        super().__init__()
        self._desk, self._empty, self._today = desk, empty, today
        self._found = Matrix(today(), {}, ())
        self._elsewhere = Elsewhere()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.list = self._made()

    def read(self) -> None:
        """As it stands today, with what ASC-WDS tells."""
        db, today = self._desk.db, self._today()
        self._elsewhere = trained(db, on=today)
        before, self._found = self._found, matrix(db, on=today, elsewhere=self._elsewhere)
        if (
            before.courses != self._found.courses
        ):  # a table has its columns for good: other courses are another table
            self._column.removeWidget(self.list)
            self.list.hide()
            self.list.deleteLater()
            self.list = self._made()
        courses = list(self._found.courses)
        shown = self._found.rows if courses else ()
        self.list.show_rows([matrix_row(row, courses) for row in shown], [row.provider_id for row in shown])

    def _made(self) -> ListPart:
        part = ListPart(
            self._desk, matrix_columns(self._found), name="training_matrix", title="Who has what training",
            one="Provider", empty=self._empty(), draw=self._detail, chips=_CHIPS, sizes=(830, 350),
        )  # fmt: skip
        part.moved.connect(self.moved)
        self._column.addWidget(part)
        return part

    def table(self) -> Table:
        """The rows shown, and how to read them."""
        return replace(
            self.list.table((HOW_TO_READ, ONCE_EACH, BY_ROLE)), as_at=self._today(), exempt=NAMED_EXEMPT
        )

    def _detail(self, key: str) -> Detail | None:
        """Each required course of a provider, by service."""
        row = next((one for one in self._found.rows if one.provider_id == key), None)
        if row is None:
            return None
        db, today = self._desk.db, self._today()
        found = provider_training(db, key, on=today, elsewhere=self._elsewhere)
        table = provider_table(db, row.provider, found, on=today)
        services = Line("Services", ", ".join(one.name for one in row.services))
        open_it = Action(
            "matrix_open", "Open the provider", partial(self._desk.navigator.go, "providers", key)
        )
        sections = (Section("Where", (services,)), Section("Required training", (), table))
        return Detail(row.provider, "", (), (open_it,), sections)
