"""Which provider has which training, and what is missing or expires."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial

from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout

from desktop import clock
from desktop.pages.sides_page import PageSide
from desktop.pages.training.list_part import ListPart
from desktop.pages.training.required_part import NOTHING, RequiredActs, RequiredPart
from desktop.shell.actions import Action
from desktop.shell.looks.look import PANE
from desktop.shell.page import Desk
from desktop.widgets.action_row import ActionRow
from desktop.widgets.detail import Detail, Line, Section
from desktop.widgets.empty import EmptyPage
from desktop.widgets.forms.choice_row import add_choice
from desktop.widgets.parts import label
from resources.tables import Table
from workforce.ascwds.trained import trained
from workforce.training.matrix import Matrix, matrix, provider_training
from workforce.training.matrix_reading import Elsewhere
from workforce.training.matrix_tables import (
    HOW_TO_READ,
    ONCE_EACH,
    matrix_columns,
    matrix_row,
    provider_table,
)

PROVIDERS, REQUIRED = "Providers and courses", "What is required"
_CHIPS = ("district", "kinds", "officer")


class MatrixSide(PageSide):
    """The matrix, or what is required of whom."""

    tab = "Who has what"

    def __init__(self, desk: Desk, *, now: Callable[[], datetime] = clock.now) -> None:
        super().__init__(desk, now=now)
        self._elsewhere = Elsewhere()
        self._found: Matrix | None = None
        self.acts = RequiredActs(desk, self, self._required_key, today=self._today)
        self.required = RequiredPart(desk, self._empty(), self._pane_actions)
        self.part: ListPart | None = None
        self.row = ActionRow([one for one in self.actions_here() if one.toolbar and not one.primary])
        self.how = label(HOW_TO_READ, "quiet", wrap=True)
        self._lay_out()
        self.show_what.changed.connect(self.reload)
        self.required.moved.connect(self._tell)
        self.required.opened.connect(self._open_required)
        self.acts.added.connect(self._show_required)

    def _empty(self) -> EmptyPage:
        first = Action("required_first", "Require courses", self.acts.add)
        return EmptyPage(NOTHING, None if self._desk.opened.read_only else first)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(PANE, 0, PANE, 0)
        head.setSpacing(PANE)
        self.show_what = add_choice(
            head, "Show", [(one, one) for one in (PROVIDERS, REQUIRED)], least_letters=19
        )
        beside = QVBoxLayout()
        beside.addStretch(1)
        beside.addWidget(self.row)
        head.addLayout(beside, 6)
        told = QVBoxLayout()
        told.setContentsMargins(PANE, 0, PANE, 0)
        told.addWidget(self.how)
        self.show_what.show_answer(PROVIDERS)
        self._pile = QStackedLayout()
        self._pile.addWidget(self.required)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addLayout(told)
        column.addLayout(self._pile, 1)

    # What can be done

    def actions_here(self) -> list[Action]:
        """What can be done with what is required, and the way to a provider."""
        one = self._may_change
        return [
            Action("required_add", "Require courses…", self.acts.add, "Ctrl+N", primary=True, icon="add",
                   enabled=self.may_write),
            Action("required_edit", "Change…", self.acts.edit, icon="edit", enabled=one),
            Action("required_remove", "Require no more…", self.acts.remove, enabled=one),
            Action("matrix_open", "Open the provider", self._open_provider, toolbar=False, enabled=self._has_provider),
        ]  # fmt: skip

    def _pane_actions(self) -> list[Action]:
        wanted = ("required_edit", "required_remove")
        return [one for one in self.actions_here() if one.name in wanted] if self.may_write() else []

    @property
    def _shows_required(self) -> bool:
        return self.show_what.answer() == REQUIRED

    def _required_key(self) -> str:
        return self.required.key

    def _may_change(self) -> bool:
        return self.may_write() and self._shows_required and bool(self.required.key)

    def _has_provider(self) -> bool:
        return self.is_current and not self._shows_required and bool(self._provider_key())

    def _provider_key(self) -> str:
        return self.part.key if self.part is not None else ""

    def _open_provider(self) -> None:
        self._desk.navigator.go("providers", self._provider_key())

    @Slot(str)
    def _open_required(self, _key: str) -> None:
        if self._may_change():
            self.acts.edit()

    @Slot(str)
    def _show_required(self, key: str) -> None:
        with QSignalBlocker(self.show_what):
            self.show_what.show_answer(REQUIRED)
        self.reload()
        self.required.show_row(key)

    # What is shown

    @Slot()
    def reload(self) -> None:
        """The matrix, or what is required, as it stands now."""
        if self._shows_required:
            self.required.show_required()
            self._pile.setCurrentWidget(self.required)
        else:
            self._show_matrix()
        self.how.setVisible(
            not self._shows_required and self._found is not None and bool(self._found.courses)
        )
        self._tell()

    def _show_matrix(self) -> None:
        db, today = self._desk.db, self._today()
        self._elsewhere = trained(db, on=today)
        found = matrix(db, on=today, elsewhere=self._elsewhere)
        if self.part is None or self._found is None or self._found.courses != found.courses:
            self._make_part(found)
        self._found = found
        assert self.part is not None
        rows = [matrix_row(row, list(found.courses)) for row in found.rows] if found.courses else []
        self.part.show_rows(rows, [row.provider_id for row in found.rows] if rows else [])
        self._pile.setCurrentWidget(self.part)

    def _make_part(self, found: Matrix) -> None:
        """A table has its columns for good: other courses are another table."""
        if self.part is not None:
            self._pile.removeWidget(self.part)
            self.part.deleteLater()
        self.part = ListPart(
            self._desk, matrix_columns(found), name="training_matrix", title="Who has what training", one="Provider",
            empty=self._empty(), draw=self._detail, chips=_CHIPS, sizes=(830, 350),
        )  # fmt: skip
        self._pile.addWidget(self.part)
        self.part.moved.connect(self._tell)

    def _detail(self, key: str) -> Detail:
        """Each required course of a provider, by service."""
        db, today = self._desk.db, self._today()
        row = next(one for one in self._found.rows if one.provider_id == key) if self._found else None
        assert row is not None
        table = provider_table(
            db, row.provider, provider_training(db, key, on=today, elsewhere=self._elsewhere), on=today
        )
        services = Line("Services", ", ".join(one.name for one in row.services))
        open_it = Action(
            "matrix_open", "Open the provider", partial(self._desk.navigator.go, "providers", key)
        )
        return Detail(
            row.provider, "", (), (open_it,),
            (Section("Where", (services,)), Section("Required training", (), table)),
        )  # fmt: skip

    @Slot()
    def _tell(self) -> None:
        self.row.refresh()
        self.moved.emit()

    # What the page asks

    @property
    def _shown(self) -> ListPart:
        return self.required if self._shows_required or self.part is None else self.part

    def show_row(self, key: str) -> None:
        """Put the cursor on a provider."""
        self._shown.show_row(key)

    def table(self) -> Table | None:
        """The rows shown."""
        if not self._shown.has_rows:
            return None
        if self._shows_required:
            return self.required.shown()
        return replace(self._shown.table((HOW_TO_READ, ONCE_EACH)), as_at=self._today())

    def row_for_history(self) -> tuple[str, str]:
        """The requirement chosen; a provider’s row is looked at on its own page."""
        return (
            ("training_requirement", self.required.key)
            if self._shows_required
            else ("provider", self._provider_key())
        )

    def status_text(self) -> str:
        """How many rows."""
        return self._shown.pane.rows_words

    def focus_first(self) -> None:
        """The table, or the way to begin."""
        self._shown.focus_first()

    def focus_filter(self) -> None:
        """Its filter."""
        self._shown.pane.bar.focus_field()
