"""Which provider has which training, and what is missing or expires."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout

from desktop import clock
from desktop.pages.sides.list_part import ListPart
from desktop.pages.sides.sides_page import PageSide
from desktop.pages.training.matrix_part import MatrixPart
from desktop.pages.training.required_part import NOTHING, RequiredActs, RequiredPart
from desktop.shell.actions import Action
from desktop.shell.looks.look import PANE
from desktop.shell.page import Desk
from desktop.widgets.action_row import ActionRow
from desktop.widgets.empty import EmptyPage
from desktop.widgets.forms.choice_row import add_choice, put_beside, row_of_choices
from desktop.widgets.parts import label
from resources.tables import Table
from workforce.training.matrix_tables import HOW_TO_READ

PROVIDERS, REQUIRED = "Providers and courses", "What is required"


class MatrixSide(PageSide):
    """The matrix, or what is required of whom."""

    tab = "Who has what"

    def __init__(self, desk: Desk, *, now: Callable[[], datetime] = clock.now) -> None:
        super().__init__(desk, now=now)
        self.acts = RequiredActs(desk, self, lambda: self.required.key, today=self._today)
        self.required = RequiredPart(desk, self._empty(), self._pane_actions)
        self.matrix = MatrixPart(desk, self._empty, today=self._today)
        self.row = ActionRow([one for one in self.actions_here() if one.toolbar and not one.primary])
        self.how = label(HOW_TO_READ, "quiet", wrap=True)
        self._lay_out()
        self.show_what.changed.connect(self.reload)
        self.matrix.moved.connect(self._tell)
        self.required.moved.connect(self._tell)
        self.required.opened.connect(self._open_required)
        self.acts.added.connect(self._show_required)

    def _empty(self) -> EmptyPage:
        first = Action("required_first", "Require courses", self.acts.add)
        return EmptyPage(NOTHING, None if self._desk.opened.read_only else first)

    def _lay_out(self) -> None:
        head = row_of_choices()
        self.show_what = add_choice(
            head, "Show", [(one, one) for one in (PROVIDERS, REQUIRED)], least_letters=19
        )
        put_beside(head, (self.row,), share=6)
        told = QVBoxLayout()
        told.setContentsMargins(PANE, 0, PANE, 0)
        told.addWidget(self.how)
        self.show_what.show_answer(PROVIDERS)
        self._pile = QStackedLayout()
        self._pile.addWidget(self.matrix)
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

    def _may_change(self) -> bool:
        return self.may_write() and self._shows_required and bool(self.required.key)

    def _has_provider(self) -> bool:
        return self.is_current and not self._shows_required and bool(self.matrix.list.key)

    def _open_provider(self) -> None:
        self._desk.navigator.go("providers", self.matrix.list.key)

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
            self.matrix.read()
            self._pile.setCurrentWidget(self.matrix)
        self.row.setVisible(self._shows_required and self.required.has_rows)
        self.how.setVisible(not self._shows_required and self.matrix.list.has_rows)
        self._tell()

    @Slot()
    def _tell(self) -> None:
        self.row.refresh()
        self.moved.emit()

    # What the page asks

    @property
    def _shown(self) -> ListPart:
        return self.required if self._shows_required else self.matrix.list

    def show_row(self, key: str) -> None:
        """Put the cursor on a provider."""
        self._shown.show_row(key)

    def table(self) -> Table | None:
        """The rows shown."""
        if not self._shown.has_rows:
            return None
        return self.required.shown() if self._shows_required else self.matrix.table()

    def row_for_history(self) -> tuple[str, str]:
        """The requirement chosen; a provider’s row is looked at on its own page."""
        return (
            ("training_requirement", self.required.key)
            if self._shows_required
            else ("provider", self.matrix.list.key)
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
