"""Pairs of buddies: how often they met, and what CQC published since."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout

from desktop.pages.good_practice.pair_acts import PairActs
from desktop.pages.good_practice.pair_detail import pair_detail
from desktop.pages.good_practice.side import TableSide
from desktop.pages.settling import Settling
from desktop.pages.table_saving import shown_table
from desktop.shell.actions import Action
from desktop.shell.page import Desk
from desktop.widgets.detail import DetailPane
from desktop.widgets.empty import EmptyPage
from desktop.widgets.parts import side_by_side
from desktop.widgets.tables.rows_model import RowsModel
from desktop.widgets.tables.table_pane import TablePane
from engagement.good_practice.buddies import pairs
from engagement.good_practice.buddies.pairs import Pair
from engagement.good_practice.buddies.tables import PAIRS, pair_row
from resources.tables import Table


class PairsSide(TableSide):
    """A row for each pair; the pane has its meetings."""

    tab = "Pairs"

    def __init__(self, desk: Desk, *, today: Callable[[], date]) -> None:
        super().__init__(desk, today=today)
        self._found: dict[str, Pair] = {}
        self.acts = PairActs(desk, self, self._key, today=today)
        find = Action("empty_find", "Find a buddy", partial(self.turn_to.emit, "Buddy finder", ""))
        self.model = RowsModel(PAIRS)
        self.pane = TablePane(
            self.model, name="buddy_pairs", title="Pairs", chips=("state", "district"), settings=desk.settings,
            empty=EmptyPage("No services are buddies yet. The finder says who could help whom, and why.", find),
        )  # fmt: skip
        self.detail = DetailPane("Pair", "Choose a pair to see its meetings.")
        self._settling = Settling(self._draw, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(side_by_side(self.pane, self.detail, sizes=(780, 390)))
        self.pane.table.current_changed.connect(self._follow)
        self.pane.table.opened.connect(self._open)
        self.pane.counted.connect(self.moved)

    def actions_here(self) -> list[Action]:
        """What can be done with the pair chosen."""
        acts, goes_on = self.acts, self._goes_on
        return [
            Action("log_meeting", "Log a meeting…", acts.log_meeting, "Ctrl+M", icon="calendar", enabled=goes_on),
            Action("edit_pair", "Change the pair…", acts.edit, icon="edit", enabled=self._may_change),
            Action("end_pair", "End the pair…", acts.end_or_resume, icon="close", enabled=self._may_change,
                   label_now=self._end_words),
            Action("pair_service", "Open the service of the pair", self._open_service, icon="providers",
                   enabled=self._is_one),
        ]  # fmt: skip

    # What is chosen

    def _key(self) -> str:
        return self.pane.table.current_key

    def _held(self) -> Pair | None:
        return self._found.get(self._key())

    def _is_one(self) -> bool:
        return self.is_current and self._held() is not None

    def _may_change(self) -> bool:
        return self.may_write() and self._is_one()

    def _goes_on(self) -> bool:
        held = self._held()
        return self._may_change() and held is not None and held.ended_on is None

    def _end_words(self) -> str:
        held = self._held()
        return "Resume the pair" if held is not None and held.ended_on is not None else "End the pair…"

    @Slot(str)
    def _open(self, _key: str) -> None:
        if self._goes_on():
            self.acts.log_meeting()

    def _open_service(self) -> None:
        held = self._held()
        if held is not None:
            self._desk.navigator.go("providers", held.service_id)

    # What is shown

    def reload(self) -> None:
        """Every pair as it stands now."""
        today = self._today()
        found = pairs.pairs(self._desk.db, today=today)
        self._found = {one.id: one for one in found}
        self.model.set_rows([pair_row(one, today) for one in found], keys=[one.id for one in found])
        self._settling.now()

    @Slot(str)
    def _follow(self, _key: str) -> None:
        self._settling.ask()
        self.moved.emit()

    def _draw(self) -> None:
        held = self._held()
        if held is None:
            self.detail.clear()
        else:
            names = ("log_meeting", "end_pair")
            here = [one for one in self.actions_here() if one.name in names and one.ready()]
            edit = self.acts.edit_meeting if self.may_write() else None
            self.detail.show_detail(
                pair_detail(held, self._today(), here, go=self._desk.navigator.go, edit_meeting=edit)
            )

    # What the page asks

    def has(self, key: str) -> bool:
        """Whether it is a pair."""
        return pairs.is_pair(self._desk.db, key)

    def table(self) -> Table:
        """The rows shown."""
        return shown_table("Pairs of buddies", self.model, self.pane.bar)

    def row_for_history(self) -> tuple[str, str]:
        """The pair."""
        return "buddy_pair", self._key()
