"""The round’s dates, categories, criteria and rules."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout

from awards.rounds.phases import following
from awards.rounds.rounds import is_round
from awards.vocabulary import RoundPhase
from desktop import clock
from desktop.pages.awards.awards_side import AwardsSide
from desktop.pages.awards.chosen_round import ChosenRound
from desktop.pages.awards.round_acts import RoundActs
from desktop.pages.awards.round_detail import round_detail
from desktop.pages.awards.round_lists import LISTS, RoundLists
from desktop.pages.table_saving import shown_table
from desktop.shell.actions import Action
from desktop.shell.looks.look import PANE
from desktop.shell.page import Desk
from desktop.widgets.action_row import ActionRow
from desktop.widgets.detail import DetailPane
from desktop.widgets.empty import EmptyPage
from desktop.widgets.parts import side_by_side
from resources.tables import Table

NOTHING = (
    "No round of the awards is held yet. A round begins with the seven Proud to Care categories, their criteria and "
    "the checklist."
)


class RoundSide(AwardsSide):
    """On the left what belongs to the round, on the right where it stands, its phases and its rules."""

    tab = "Round"

    def __init__(self, desk: Desk, chosen: ChosenRound, *, now: Callable[[], datetime] = clock.now) -> None:
        super().__init__(desk, chosen, now=now)
        self.acts = RoundActs(desk, self, chosen, now=self._now)
        self.lists = RoundLists(desk, chosen, may=self.may_change_round)
        self.row = ActionRow([one for one in self._of_round() if one.toolbar and not one.primary])
        self.detail = DetailPane("Round", "Start a round to see it here.")
        first = Action("round_first", "Start a round", self._start_first)
        self.empty = EmptyPage(NOTHING, None if desk.opened.read_only else first)
        self._lay_out()
        self.lists.moved.connect(self._tell)
        self.lists.added.connect(partial(self.turn_to.emit, self.tab))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(PANE, 0, PANE, 0)
        head.addWidget(self.row)
        self._held = side_by_side(self.lists, self.detail, sizes=(830, 348))
        self._pile = QStackedLayout()
        self._pile.addWidget(self._held)
        self._pile.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addLayout(self._pile, 1)

    # What can be done

    def _of_round(self) -> list[Action]:
        acts = self.acts
        return [
            Action("round_on", "Move on…", acts.move_on, icon="check", primary=True, enabled=self._may_move_on,
                   tip="To the next phase, once nothing stands in the way"),
            Action("round_edit", "Rules…", acts.edit, icon="edit", enabled=self.may_change_round),
            Action("round_plan", "Days…", acts.plan, icon="calendar", enabled=self.may_change_round,
                   tip="When the phase that it is at is planned"),
            Action("round_back", "Move back…", acts.move_back, enabled=self._may_move_back, toolbar=False,
                   tip="To an earlier phase, with a reason"),
            Action("round_start", "Start a round…", acts.start, icon="add", enabled=self.may_write),
            Action("round_archive", "Archive…", acts.archive, icon="archive", enabled=self.may_change_round,
                   toolbar=False),
            Action("round_restore", "Bring back", acts.restore, icon="restore", enabled=self._is_away,
                   toolbar=False),
        ]  # fmt: skip

    def actions_here(self) -> list[Action]:
        """With the round, and with what belongs to it."""
        return [*self._of_round(), *self.lists.listed()]

    def _may_move_on(self) -> bool:
        held = self.round()
        return self.may_change_round() and held is not None and following(held.phase) is not None

    def _may_move_back(self) -> bool:
        held = self.round()
        return self.may_change_round() and held is not None and held.phase is not RoundPhase.NOMINATE

    def _is_away(self) -> bool:
        held = self.round()
        return self.may_write() and held is not None and held.archived_on is not None

    def _start_first(self) -> None:
        if self.may_write():
            self.acts.start()

    # What is shown

    @Slot()
    def reload(self) -> None:
        """The round as it stands now."""
        held = self.round()
        self._pile.setCurrentWidget(self._held if held is not None else self.empty)
        self.row.setVisible(held is not None)
        self.lists.reload()
        if held is None:
            self.detail.clear()
        else:
            plan = self.acts.plan if self.may_change_round() else None
            self.detail.show_detail(round_detail(self._desk.db, held, (), plan, today=self._today()))
        self._tell()

    @Slot()
    def _tell(self) -> None:
        self.row.refresh()
        self.lists.row.refresh()
        self.moved.emit()

    # What the page asks

    def has(self, key: str) -> bool:
        """Whether the key is of a round, or of something that belongs to the one shown."""
        db = self._desk.db
        return is_round(db, key) or any(key in one.keys(db, self.chosen.key) for one in LISTS)

    def show_row(self, key: str) -> None:
        """Show the round, or put the cursor on what belongs to it."""
        if is_round(self._desk.db, key):
            self.chosen.choose(key)
        else:
            self.lists.show_row(key)

    def table(self) -> Table | None:
        """The list that is shown."""
        if self.round() is None:
            return None
        return shown_table(self.lists.kept.words, self.lists.pane.model, self.lists.pane.bar)

    def row_for_history(self) -> tuple[str, str]:
        """The row chosen in the list that is shown."""
        return self.lists.kept.table_name, self.lists.pane.table.current_key

    def status_text(self) -> str:
        """How many rows the list has."""
        return self.lists.pane.rows_words if self.round() is not None else ""

    def focus_first(self) -> None:
        """The list, or the way to begin."""
        (self.lists.pane.focus_table if self.round() is not None else self.empty.setFocus)()

    def focus_filter(self) -> None:
        """The filter of the list."""
        self.lists.pane.bar.focus_field()
