"""The buddy finder: services that a buddy could help above, who could be one beneath, and why beside."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QSplitter, QVBoxLayout

from desktop.pages.good_practice.candidates import Candidates
from desktop.pages.good_practice.finder_acts import FinderActs
from desktop.pages.good_practice.finder_detail import finder_detail
from desktop.pages.good_practice.side import TableSide
from desktop.pages.settling import Settling
from desktop.shell.actions import Action
from desktop.shell.page import Desk
from desktop.widgets.detail import DetailPane
from desktop.widgets.empty import EmptyPage
from desktop.widgets.parts import side_by_side
from desktop.widgets.tables.rows_model import RowsModel
from desktop.widgets.tables.table_pane import TablePane
from engagement.good_practice.buddies.needing import needing_buddies
from engagement.good_practice.buddies.tables import NEEDING, needing_row
from engagement.register.services import is_service
from resources.tables import Table

_EMPTY = "No service of the register is rated Inadequate or Requires improvement."


class FinderSide(TableSide):
    """Follows the service at the cursor, or one that was looked for by name."""

    tab = "Buddy finder"

    def __init__(self, desk: Desk, *, today: Callable[[], date]) -> None:
        super().__init__(desk, today=today)
        self._other = ""
        self.services = RowsModel(NEEDING)
        self.pane = TablePane(
            self.services, name="needing_buddies", title="Services", chips=("rating", "kind", "district", "buddy"),
            settings=desk.settings, empty=EmptyPage(_EMPTY, Action("empty_look", "Look for a buddy…", self.look)),
        )  # fmt: skip
        self.candidates = Candidates(desk, today=today)
        self.detail = DetailPane("Buddy", "Choose a service to see who could be its buddy.")
        self.acts = FinderActs(desk, self, self.candidates, today=today)
        self._settling = Settling(self._find, self)
        left = QSplitter(Qt.Orientation.Vertical)
        left.setHandleWidth(1)
        left.setChildrenCollapsible(False)
        left.addWidget(self.pane)
        left.addWidget(self.candidates)
        left.setSizes([270, 330])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(side_by_side(left, self.detail, sizes=(790, 390)))
        self.pane.table.current_changed.connect(self._follow)
        self.pane.counted.connect(self.moved)
        self.candidates.rows.current_changed.connect(self._show_candidate)
        self.candidates.rows.opened.connect(self._open)
        self.acts.agreed.connect(self._show_pair)
        self.acts.sought.connect(self._look_for)

    def actions_here(self) -> list[Action]:
        """What can be done for the service, and with the candidate chosen."""
        acts = self.acts
        return [
            Action("agree", "Agree this pair…", acts.agree, "Ctrl+P", icon="check", enabled=self._may_agree),
            Action("open_buddy", "Open the buddy in Providers", acts.open_buddy, "Ctrl+G", icon="providers",
                   enabled=self._is_one),
            Action("open_service", "Open the service in Providers", acts.open_service, icon="providers",
                   enabled=self._is_for_one),
            Action("look", "Look for a buddy…", self.look, "Ctrl+L", icon="search", enabled=self._is_shown,
                   tip="For any service of the register, and on a theme"),
            Action("limits", "Reach of buddies…", acts.set_limits, enabled=self.may_write),
        ]  # fmt: skip

    # What is chosen

    @property
    def service_id(self) -> str:
        """The service that was looked for, or the one at the cursor."""
        return self._other or self.pane.table.current_key

    def _is_shown(self) -> bool:
        return self.is_current

    def _is_for_one(self) -> bool:
        return self.is_current and self.candidates.found is not None

    def _is_one(self) -> bool:
        return self.is_current and self.candidates.chosen is not None

    def _may_agree(self) -> bool:
        return self.may_write() and self._is_one()

    def look(self) -> None:
        """Choose a service by name, and a theme."""
        self.acts.look(self.service_id)

    @Slot(str)
    def _open(self, _key: str) -> None:
        if self._may_agree():
            self.acts.agree()

    @Slot(str)
    def _show_pair(self, key: str) -> None:
        self.turn_to.emit("Pairs", key)

    # What is shown

    def reload(self) -> None:
        """The services and the candidates as they are now."""
        if self._other and not is_service(self._desk.db, self._other):
            self._other = ""
        needing = needing_buddies(self._desk.db, self._today())
        self.services.set_rows([needing_row(one) for one in needing], keys=[one.id for one in needing])
        if needing and not self.service_id:
            self.pane.table.go_to_first()
        self._settling.now()

    @Slot(str)
    def _follow(self, key: str) -> None:
        if key:
            self._other = ""
        self._settling.ask()

    def _find(self) -> None:
        self.candidates.find_for(self.service_id)
        self._show_candidate("")

    @Slot(str)
    def _show_candidate(self, _key: str) -> None:
        found = self.candidates.found
        if found is None:
            self.detail.clear()
        else:
            here = [one for one in self.actions_here() if one.name in ("agree", "open_buddy")]
            self.detail.show_detail(
                finder_detail(found, self.candidates.chosen, here if self.may_write() else [])
            )
        self.moved.emit()

    # What the page asks

    def has(self, key: str) -> bool:
        """Whether it is a service."""
        return is_service(self._desk.db, key)

    def show_row(self, key: str) -> None:
        """Look for a buddy for a service."""
        if self._turn_to_service(key):
            self.pane.table.setFocus()
        else:
            self.candidates.rows.setFocus()

    @Slot(str)
    def _look_for(self, key: str) -> None:
        self._turn_to_service(key)
        self.candidates.rows.setFocus()

    def _turn_to_service(self, key: str) -> bool:
        """Whether it is among those that could do with a buddy; the candidates are its own in any case."""
        is_listed = self.pane.table.go_to(key)
        self._other = "" if is_listed else key
        self._settling.now()
        return is_listed

    def table(self) -> Table:
        """The candidates with all that was said of them."""
        return self.candidates.table()

    def row_for_history(self) -> tuple[str, str]:
        """The service."""
        return "service", self.service_id
