"""The tables of the side Claims: a worklist of claims, and the pairs that were claimed twice."""

from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedLayout, QWidget

from desktop.pages.table_saving import shown_table
from desktop.shell.page import Desk
from desktop.widgets.empty import EmptyPage
from desktop.widgets.tables.listing_model import ListingModel
from desktop.widgets.tables.rows_model import RowsModel
from desktop.widgets.tables.table_pane import TablePane
from resources.database import Condition, Query
from resources.tables import Table
from workforce.funding.claims.duplicates import duplicates
from workforce.funding.claims.listing import CLAIMS
from workforce.funding.claims.steps import (
    WAITS_FOR_FINANCE,
    WAITS_FOR_OFFICER,
    WAITS_FOR_PAYMENT,
    WAITS_FOR_PROVIDER,
)
from workforce.funding.claims.tables import DUPLICATE_COLUMNS, EXEMPT, duplicate_row
from workforce.funding.vocabulary import ClaimStatus

ALL, TWICE = "All claims", "Claimed twice"
WORKLISTS: dict[str, tuple[ClaimStatus, ...]] = {
    ALL: (),
    "For an officer’s approval": WAITS_FOR_OFFICER,
    "For finance’s approval": WAITS_FOR_FINANCE,
    "To be paid": WAITS_FOR_PAYMENT,
    "With the provider": WAITS_FOR_PROVIDER,
    "Declined or withdrawn": (ClaimStatus.DECLINED, ClaimStatus.WITHDRAWN),
    TWICE: (),
}
"""By their names, which states each shows; none: all of them."""


class ClaimsLists(QWidget):
    """One of the two. `moved` when another row is chosen or the rows are others, `opened` for the row that is."""

    moved = Signal()
    opened = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.what = ALL
        newest = Query(order_by="number", descending=True)
        self.pane = TablePane(
            ListingModel(CLAIMS, desk.db, newest), name="claims", title="Claims",
            chips=("status", "fund", "year", "district"), settings=desk.settings,
        )  # fmt: skip
        self._pairs = RowsModel(DUPLICATE_COLUMNS)
        self.twice = TablePane(
            self._pairs, name="claims_twice", title=TWICE, settings=desk.settings,
            empty=EmptyPage("No learner’s qualification is claimed twice."),
        )  # fmt: skip
        self._pile = QStackedLayout(self)
        self._pile.setContentsMargins(0, 0, 0, 0)
        for pane in (self.pane, self.twice):
            self._pile.addWidget(pane)
            pane.table.current_changed.connect(self._tell)
            pane.table.selection_moved.connect(self._tell)
            pane.counted.connect(self._tell)
            pane.table.opened.connect(self._tell_opened)

    @property
    def shown(self) -> TablePane:
        """The table that is shown."""
        return self.twice if self.what == TWICE else self.pane

    def turn(self, what: str) -> None:
        """Show a worklist."""
        self.what = what
        self._pile.setCurrentWidget(self.shown)
        if what != TWICE:
            statuses = tuple(one.label for one in WORKLISTS[what])
            self.pane.show_query(Query(conditions=(Condition("status", statuses),) if statuses else ()))

    def reload(self) -> None:
        """As the file is now; the first row is chosen where none is."""
        if self.what == TWICE:
            found = duplicates(self._desk.db)
            keys = [f"{one.first.claim.id} {one.second.claim.id}" for one in found]
            self._pairs.set_rows([duplicate_row(one) for one in found], keys=keys)
        else:
            self.pane.reload()
        if not self.shown.table.current_key:
            self.shown.table.go_to_first()

    def keys(self) -> list[str]:
        """The claims selected, or the one with the cursor; of a pair the second, which came after."""
        found = self.shown.table.selected_keys() or [self.shown.table.current_key]
        return [one.rpartition(" ")[2] for one in found if one]

    def table(self) -> Table:
        """The rows shown."""
        return replace(shown_table(self.what, self.shown.model, self.shown.bar), exempt=EXEMPT)

    @Slot()
    def _tell(self) -> None:
        self.moved.emit()

    @Slot()
    def _tell_opened(self) -> None:
        self.opened.emit()
