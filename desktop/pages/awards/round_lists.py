"""The lists of a round, one shown at a time: its categories, its criteria, its checklist."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedLayout, QVBoxLayout, QWidget

from awards.rounds.categories import categories
from awards.rounds.checklist import checklist
from awards.rounds.criteria import criteria
from awards.rounds.rounds import AwardRound
from awards.rounds.tables import (
    CATEGORY_COLUMNS,
    CHECK_COLUMNS,
    CRITERION_COLUMNS,
    categories_table,
    checklist_table,
    criteria_table,
)
from desktop.pages.awards.chosen_round import ChosenRound
from desktop.pages.awards.round_lists_acts import CategoryActs, CheckActs, CriterionActs, KeptActs
from desktop.shell.actions import Action
from desktop.shell.looks.look import PANE
from desktop.shell.page import Desk
from desktop.widgets.action_row import ActionRow
from desktop.widgets.forms.choice_row import add_choice
from desktop.widgets.tables.rows_model import RowsModel
from desktop.widgets.tables.table_pane import TablePane
from resources.database import Database
from resources.tables import Column, Table


@dataclass(frozen=True)
class Kept:
    """One of the lists: how it is read, and what is done with it."""

    name: str
    words: str
    table_name: str
    columns: tuple[Column, ...]
    read: Callable[[Database, AwardRound], Table]
    keys: Callable[[Database, str], list[str]]
    acts: type[KeptActs]
    chips: tuple[str, ...] = ()


LISTS = (
    Kept(
        "categories", "Categories", "award_category", CATEGORY_COLUMNS, categories_table,
        lambda db, key: [one.id for one in categories(db, key)], CategoryActs,
    ),
    Kept(
        "criteria", "Criteria", "award_criterion", CRITERION_COLUMNS, criteria_table,
        lambda db, key: [one.id for one in criteria(db, key)], CriterionActs, ("category",),
    ),
    Kept(
        "checklist", "Checklist", "award_check", CHECK_COLUMNS, checklist_table,
        lambda db, key: [one.id for one in checklist(db, key)], CheckActs,
    ),
)  # fmt: skip


class RoundLists(QWidget):
    """`moved` when another row or another list is shown, `added` with the key of a row to go to."""

    moved = Signal()
    added = Signal(str)

    def __init__(self, desk: Desk, chosen: ChosenRound, *, may: Callable[[], bool]) -> None:
        super().__init__()
        self._desk, self._chosen, self._may = desk, chosen, may
        self._models = [RowsModel(one.columns) for one in LISTS]
        self.panes = [
            TablePane(
                model, name=f"round_{one.name}", title=one.words, chips=one.chips, settings=desk.settings
            )
            for one, model in zip(LISTS, self._models, strict=True)
        ]
        self.acts = [one.acts(desk, self, lambda: chosen.key, self._key) for one in LISTS]
        self.row = ActionRow([one for one in self.listed() if one.toolbar])
        self._lay_out()
        policy = self.sizePolicy()
        policy.setVerticalPolicy(QSizePolicy.Policy.Ignored)  # with large text it takes what room there is
        self.setSizePolicy(policy)
        self.which.changed.connect(self._turn)
        for pane, acts in zip(self.panes, self.acts, strict=True):
            pane.table.current_changed.connect(self._tell)
            pane.table.opened.connect(self._open)
            pane.counted.connect(self._tell)
            acts.added.connect(self.added)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(PANE, 4, PANE, 0)
        head.setSpacing(PANE)
        self.which = add_choice(head, "Show", [(at, one.words) for at, one in enumerate(LISTS)])
        self.which.show_answer(0)
        below = QVBoxLayout()
        below.addStretch(1)
        below.addWidget(self.row)
        head.addLayout(below, 3)
        self._pile = QStackedLayout()
        for pane in self.panes:
            self._pile.addWidget(pane)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addLayout(self._pile, 1)

    # Which is shown

    @property
    def at(self) -> int:
        """The place of the list that is shown."""
        return self._pile.currentIndex()

    @property
    def kept(self) -> Kept:
        """The list that is shown."""
        return LISTS[self.at]

    @property
    def pane(self) -> TablePane:
        """Its table."""
        return self.panes[self.at]

    def _key(self) -> str:
        return self.pane.table.current_key

    @Slot()
    def _turn(self) -> None:
        self._pile.setCurrentIndex(int(self.which.answer() or 0))
        self._tell()

    @Slot()
    def _tell(self) -> None:
        self.row.refresh()
        self.moved.emit()

    @Slot(str)
    def _open(self, _key: str) -> None:
        if self._has_row():
            self.acts[self.at].edit()

    # What can be done

    def listed(self) -> list[Action]:
        """What can be done with the list that is shown."""
        one = self._has_row
        return [
            Action("kept_add", "Add…", self._add, icon="add", enabled=self._may),
            Action("kept_edit", "Change…", self._edit, icon="edit", enabled=one),
            Action("kept_up", "Move up", partial(self._move, -1), enabled=one, toolbar=False),
            Action("kept_down", "Move down", partial(self._move, 1), enabled=one, toolbar=False),
            Action("kept_remove", "Remove…", self._remove, enabled=one),
        ]  # fmt: skip

    def _has_row(self) -> bool:
        return self._may() and bool(self._key())

    def _add(self) -> None:
        self.acts[self.at].add()

    def _edit(self) -> None:
        self.acts[self.at].edit()

    def _remove(self) -> None:
        self.acts[self.at].remove()

    def _move(self, by: int) -> None:
        self.acts[self.at].move(by)

    # What the side asks

    def reload(self) -> None:
        """The lists of the round as they stand now."""
        held, db = self._chosen.round(), self._desk.db
        for one, model, pane in zip(LISTS, self._models, self.panes, strict=True):
            rows = one.read(db, held).rows if held else ()
            model.set_rows(rows, keys=one.keys(db, held.id) if held else ())
            if rows and not pane.table.current_key:
                pane.table.go_to_first()
        self._tell()

    def show_row(self, key: str) -> None:
        """The list that has the row, with the cursor on it."""
        for at, one in enumerate(LISTS):
            if key in one.keys(self._desk.db, self._chosen.key):
                self.which.show_answer(at)
                self.panes[at].show_row(key)
