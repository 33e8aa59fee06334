"""The lists of the chair's screen: who is to be decided, everybody, and of whom something is known since."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedLayout, QWidget

from awards.board.states import SHOWN
from awards.exempt import EXEMPTION
from awards.qualifying.gathering import Standing, standings
from awards.qualifying.looking_again import Changed, changed_since
from awards.qualifying.qualify import WAITING
from awards.qualifying.tables import (
    CHANGED_COLUMNS,
    COLUMNS,
    changed_row,
    changed_table,
    qualifying_table,
    row_of,
)
from awards.rounds.rounds import AwardRound
from desktop.pages.awards.qualifying_checklist import ChecklistPart
from desktop.pages.awards.qualifying_detail import changed_detail, qualifying_detail
from desktop.pages.awards.qualifying_menu import QualifyingMenu
from desktop.pages.sides.list_part import ListPart
from desktop.shell.page import Desk
from desktop.widgets.detail import Detail
from desktop.widgets.empty import EmptyPage
from resources.tables import Table

TO_DECIDE, EVERYBODY, SINCE = "To be decided", "All nominees", "Known since they qualified"
LISTS = (TO_DECIDE, EVERYBODY, SINCE)
NOBODY = "Nobody waits to be qualified: everybody nominated is decided, or nobody is nominated yet."
NOTHING_NEW = "The register has learned nothing worse of anybody’s place since they qualified."


class QualifyingLists(QWidget):
    """`moved` when another nominee is chosen, `opened` with the key of one."""

    moved = Signal()
    opened = Signal(str)

    def __init__(self, desk: Desk, menu: QualifyingMenu, *, way_on: Callable[[str], EmptyPage]) -> None:
        super().__init__()
        self._desk, self._menu = desk, menu
        self._found: dict[str, Standing] = {}
        self._changed: dict[str, Changed] = {}
        self._year = 0
        self.what = TO_DECIDE
        self.checklist = ChecklistPart(may=menu.may_check)
        self.nominees = ListPart(
            desk, COLUMNS, name="awards_qualifying", title="Nominees to be qualified", one="Nominee",
            empty=way_on(NOBODY), draw=self._draw, chips=("ready", "category"), beneath=self.checklist,
        )  # fmt: skip
        self.since = ListPart(
            desk, CHANGED_COLUMNS, name="awards_since", title="Known since they qualified", one="Nominee",
            empty=way_on(NOTHING_NEW), draw=self._draw_changed,
        )  # fmt: skip
        self._pile = QStackedLayout(self)
        self._pile.setContentsMargins(0, 0, 0, 0)
        for part in (self.nominees, self.since):
            self._pile.addWidget(part)
            part.moved.connect(self.moved)
            part.opened.connect(self.opened)

    @property
    def part(self) -> ListPart:
        """The list that is shown."""
        return self.since if self.what == SINCE else self.nominees

    @property
    def key(self) -> str:
        """The nominee chosen."""
        return self.part.key

    @property
    def keys(self) -> list[str]:
        """The nominees selected, else the one that the cursor is on."""
        return self.part.pane.table.selected_keys() or ([self.key] if self.key else [])

    def show_list(self, what: str, held: AwardRound | None, today: date) -> None:
        """One of the lists, of a round, as it stands now."""
        self.what = what
        self._year = held.year if held is not None else 0
        self._pile.setCurrentWidget(self.part)
        if what == SINCE:
            changed = changed_since(self._desk.db, held.id, today) if held is not None else []
            self._changed = {one.standing.entry.id: one for one in changed}
            self.since.show_rows([changed_row(one, self._year) for one in changed], list(self._changed))
            return
        only = WAITING if what == TO_DECIDE else SHOWN
        found: Sequence[Standing] = ()
        if held is not None:
            found = standings(self._desk.db, held.id, today, statuses=only)
        self._found = {one.entry.id: one for one in found}
        self.nominees.show_rows([row_of(one, self._year) for one in found], list(self._found))

    def _draw(self, key: str) -> Detail | None:
        one = self._found.get(key)
        if one is None:
            return None
        self.checklist.show_points(key, one.known.checklist, one.concerns)
        return qualifying_detail(one, self._year, self._menu.of_employment(), self._desk.navigator.go)

    def _draw_changed(self, key: str) -> Detail | None:
        one = self._changed.get(key)
        if one is None:
            return None
        return changed_detail(one, self._year, self._menu.in_pane(), self._desk.navigator.go)

    def table(self) -> Table | None:
        """The rows shown, without what only the chair may read."""
        made = self.part.table() if self.part.has_rows else None
        return replace(made, exempt=EXEMPTION) if made is not None else None

    def chairs_table(self, today: date) -> Table:
        """All of the list, with how the contracts stand."""
        if self.what == SINCE:
            return changed_table(self._changed.values(), self._year, today)
        return qualifying_table(self._found.values(), self._year, today, chair=True)
