"""Guests, running order, citations, certificates and letters."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout

from awards.ceremony.guests import guest
from awards.ceremony.people import finalists
from awards.ceremony.running_order import item
from awards.ceremony.tables import needs
from desktop import clock
from desktop.pages.awards.awards_side import AwardsSide
from desktop.pages.awards.ceremony_detail import finalist_detail, guest_detail, item_detail, need_detail
from desktop.pages.awards.ceremony_lists import (
    CITATIONS,
    GUESTS,
    KEPT_IN,
    ORDER,
    line_above,
    list_of,
    read_list,
)
from desktop.pages.awards.ceremony_menu import CeremonyMenu
from desktop.pages.awards.ceremony_piles import CeremonyPiles
from desktop.pages.awards.chosen_round import ChosenRound
from desktop.pages.sides.list_part import ListPart
from desktop.shell.actions import Action
from desktop.shell.page import Desk
from desktop.widgets.detail import Detail
from resources.tables import Table

_REMEMBERED = "awards_ceremony"


class CeremonySide(AwardsSide):
    """One of its lists, chosen above, with what can be done with it."""

    tab = "Ceremony"

    def __init__(self, desk: Desk, chosen: ChosenRound, *, now: Callable[[], datetime] = clock.now) -> None:
        super().__init__(desk, chosen, now=now)
        self.menu = CeremonyMenu(desk, self, self, today=self._today, now=now)
        self.lists = CeremonyPiles(desk, self.menu, self._draw)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.lists)
        self.lists.chosen.connect(self._choose)
        self.lists.moved.connect(self._tell)
        for acts in (self.menu.guests, self.menu.order):
            acts.added.connect(self.show_row)

    def actions_here(self) -> list[Action]:
        """Of each list in turn."""
        return [one for what in KEPT_IN for one in self.menu.listed(what)]

    # What is shown

    @property
    def what(self) -> str:
        """Which list."""
        return self.lists.what

    @property
    def part(self) -> ListPart:
        """The list that is shown."""
        return self.lists.part

    @property
    def key(self) -> str:
        """The key of the row with the cursor."""
        return self.part.key if self.part.has_rows else ""

    def selected(self) -> Sequence[str]:
        """The keys of all rows selected."""
        return self.part.pane.table.selected_keys() if self.part.has_rows else ()

    @Slot()
    def _choose(self) -> None:
        self._desk.settings.put(_REMEMBERED, {"what": self.what})
        self.reload()

    @Slot()
    def reload(self) -> None:
        """The list shown, as it stands now."""
        kept = self._desk.settings.mapping(_REMEMBERED).get("what")
        self.lists.turn(str(kept) if kept in KEPT_IN else self.what)
        held = self.round()
        table, keys = read_list(self._desk.db, self.what, held)
        stands = line_above(self._desk.db, self.what, held) if held and keys else ""
        self.lists.show_rows(table.rows, keys, stands)
        self._tell()

    @Slot()
    def _tell(self) -> None:
        self.lists.refresh()
        self.moved.emit()

    def _draw(self, what: str, key: str) -> Detail | None:
        db, actions, held = self._desk.db, self.menu.in_pane(what), self.round()
        if held is None:
            return None
        if what == GUESTS:
            return guest_detail(
                db, guest(db, key), actions, open_contact=partial(self._desk.navigator.go, "contacts")
            )
        if what == ORDER:
            return item_detail(db, item(db, key), actions)
        if what == CITATIONS:
            found = next((one for one in finalists(db, held.id) if one.id == key), None)
            return finalist_detail(db, found, actions, open_entry=self._open_entry) if found else None
        need = next((one for one in needs(db, held.id) if one.key == key), None)
        return need_detail(need) if need else None

    def to_results(self) -> None:
        """Where finalists are chosen."""
        self.turn_to.emit("Results", "")

    def _open_entry(self, key: str) -> None:
        self.turn_to.emit("Nominations", key)

    # What the page asks

    def has(self, key: str) -> bool:
        """Whether the key is of a guest or a point; finalists are the side Nominations’ to show."""
        return list_of(self._desk.db, key, self.round()) in (GUESTS, ORDER)

    @Slot(str)
    def show_row(self, key: str) -> None:
        """Put the cursor on a guest, a point of the running order or a finalist."""
        what = list_of(self._desk.db, key, self.round()) or self.what
        self._desk.settings.put(_REMEMBERED, {"what": what})
        self.reload()
        self.part.show_row(key)

    def table(self) -> Table | None:
        """The list shown."""
        if not self.part.has_rows:
            return None
        whole, _ = read_list(self._desk.db, self.what, self.round())
        return replace(self.part.table(whole.notes), title=whole.title, exempt=whole.exempt)

    def row_for_history(self) -> tuple[str, str]:
        """The row chosen; what is needed is counted and has none."""
        return KEPT_IN[self.what], self.key if KEPT_IN[self.what] else ""

    def status_text(self) -> str:
        """How many rows."""
        return self.part.pane.rows_words if self.part.has_rows else ""

    def focus_first(self) -> None:
        """The table, or the way to begin."""
        self.part.focus_first()

    def focus_filter(self) -> None:
        """The filter of the list."""
        self.part.pane.bar.focus_field()
