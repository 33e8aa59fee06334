"""The chair’s screen: the checklist, and what the register knows."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtWidgets import QVBoxLayout

from awards.qualifying.attention import ROW
from awards.qualifying.gathering import standings
from awards.qualifying.qualify import WAITING
from desktop import clock
from desktop.pages.awards.awards_side import AwardsSide
from desktop.pages.awards.chosen_round import ChosenRound
from desktop.pages.awards.qualifying_acts import QualifyingActs
from desktop.pages.awards.qualifying_lists import EVERYBODY, LISTS, SINCE, TO_DECIDE, QualifyingLists
from desktop.pages.awards.qualifying_looking import LookingActs
from desktop.pages.awards.qualifying_menu import QualifyingMenu
from desktop.pages.table_saving import ask_and_save
from desktop.shell.actions import Action
from desktop.shell.page import Desk
from desktop.widgets.action_row import ActionRow
from desktop.widgets.empty import EmptyPage
from desktop.widgets.forms.choice_row import add_choice, put_beside, row_of_choices
from resources.tables import Table


class QualifyingSide(AwardsSide):
    """Who is still to be decided; beside them what speaks against it, what the register knows, and the checklist."""

    tab = "Qualifying"

    def __init__(self, desk: Desk, chosen: ChosenRound, *, now: Callable[[], datetime] = clock.now) -> None:
        super().__init__(desk, chosen, now=now)
        self.acts = QualifyingActs(desk, self, chosen, self._key, keys=self._keys, now=self._now)
        self.looking = LookingActs(desk, self, self._key, keys=self._keys, today=self._today)
        self.menu = QualifyingMenu(desk, self, self.acts, self.looking)
        self.lists = QualifyingLists(desk, self.menu, way_on=self._way_on)
        self.checklist = self.lists.checklist
        self.row = ActionRow([one for one in self.menu.listed() if one.toolbar and not one.primary])
        self._lay_out()
        self.show_what.changed.connect(self.reload)
        self.lists.moved.connect(self._tell)
        self.lists.opened.connect(self._open)
        self.checklist.answered.connect(self.looking.answer)
        self.checklist.asked.connect(self.looking.ask_point)

    def _way_on(self, sentence: str) -> EmptyPage:
        return EmptyPage(
            sentence, Action("qualify_to_board", "To the board", partial(self.turn_to.emit, "Board", ""))
        )

    def _lay_out(self) -> None:
        head = row_of_choices()
        self.show_what = add_choice(head, "Show", [(one, one) for one in LISTS], least_letters=18)
        self.show_what.show_answer(TO_DECIDE)
        put_beside(head, (self.row,), share=6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.lists, 1)

    # What can be done

    def actions_here(self) -> list[Action]:
        """What can be done with nominees and the checklist; and the chair's list to take away."""
        return [
            *self.menu.listed(),
            *self.checklist.listed(),
            Action("qualify_open", "Open nominee", self._open_current, enabled=self._is_one),
            Action("qualify_save", "Save the chair’s list…", self._save, icon="export",
                   enabled=lambda: self.lists.part.has_rows,
                   tip="With how the contracts stand; exempt, for the chair alone"),
        ]  # fmt: skip

    def _key(self) -> str:
        return self.lists.key

    def _keys(self) -> list[str]:
        return self.lists.keys

    def _is_one(self) -> bool:
        return self.is_current and bool(self.lists.key)

    @Slot(str)
    def _open(self, key: str) -> None:
        self.turn_to.emit("Nominations", key)

    def _open_current(self) -> None:
        self._open(self.lists.key)

    def _save(self) -> None:
        ask_and_save(self.lists.chairs_table(self._today()), self._desk.messages, self, db=self._desk.db)

    # What is shown

    @Slot()
    def reload(self) -> None:
        """The list shown, as it stands now."""
        what = str(self.show_what.answer() or TO_DECIDE)
        self.lists.show_list(what, self.round(), self._today())
        self.row.setVisible(self.lists.part.has_rows)
        self._tell()

    @Slot()
    def _tell(self) -> None:
        self.row.refresh()
        self.checklist.row.refresh()
        self.moved.emit()

    # What the page asks

    def has(self, key: str) -> bool:
        """Whether the key is what Home’s lines of qualifying open."""
        return key.startswith(ROW)

    def show_row(self, key: str) -> None:
        """A round as Home names it, or a nominee."""
        if key.startswith(ROW):
            self.chosen.choose(key.removeprefix(ROW))
            waits = standings(self._desk.db, self.chosen.key, self._today(), statuses=WAITING)
            self._turn(TO_DECIDE if waits else SINCE)
        else:
            self._turn(EVERYBODY)
            self.lists.nominees.show_row(key)

    def _turn(self, what: str) -> None:
        with QSignalBlocker(self.show_what):
            self.show_what.show_answer(what)
        self.reload()

    def table(self) -> Table | None:
        """The rows shown, without what only the chair may read."""
        return self.lists.table()

    def row_for_history(self) -> tuple[str, str]:
        """The nominee chosen."""
        return "award_entry", self.lists.key

    def status_text(self) -> str:
        """How many rows."""
        return self.lists.part.pane.rows_words

    def focus_first(self) -> None:
        """The table, or the way to begin."""
        self.lists.part.focus_first()

    def focus_filter(self) -> None:
        """Its filter."""
        self.lists.part.pane.bar.focus_field()
