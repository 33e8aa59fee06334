"""A side that is a listing: what can be done above, the table, and a pane for the row chosen."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from desktop.pages.settling import Settling
from desktop.pages.sides.table_side import TableSide
from desktop.shell.actions import Action
from desktop.shell.looks.look import PANE
from desktop.shell.page import Desk
from desktop.widgets.action_row import ActionRow
from desktop.widgets.detail import Detail, DetailPane
from desktop.widgets.empty import EmptyPage
from desktop.widgets.parts import side_by_side
from desktop.widgets.tables.listing_model import ListingModel
from desktop.widgets.tables.table_pane import TablePane
from desktop.widgets.tables.usual_rows import UsualListing
from resources.database import Query


class ListingSide(TableSide):
    """What sides such as Sessions, Courses and Learners have in common. A subclass fills in the last part."""

    def __init__(self, desk: Desk, *, now: Callable[[], datetime]) -> None:
        super().__init__(desk, now=now)
        self.make_acts()
        listed = self.listed()
        # the primary one stands at the top of the page
        self.row = ActionRow([one for one in listed if one.toolbar and not one.primary])
        self.pane = TablePane(
            self._model(), name=f"{self.page_name}_{self.kept_in}", title=self.title, chips=self.chips,
            settings=desk.settings, empty=self._empty(),
        )  # fmt: skip
        self.detail = DetailPane(self.title, self.choose)
        self._settling = Settling(self._draw, self)
        self._lay_out()
        self.pane.table.current_changed.connect(self._follow)
        self.pane.table.opened.connect(self._opened)
        self.pane.counted.connect(self._tell)

    def _model(self) -> ListingModel:
        query = Query(order_by=self.listing.default_order, descending=self.latest_first)
        if self.usual is None:
            return ListingModel(self.listing, self._desk.db, query)
        return UsualListing(self.listing, self._desk.db, query, usual=self.usual)

    def _empty(self) -> EmptyPage:
        sentence, first = self.nothing()
        return EmptyPage(sentence, None if self._desk.opened.read_only else first)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(PANE, 0, PANE, 0)
        head.addWidget(self.row, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(side_by_side(self.pane, self.detail, sizes=(800, 378)), 1)

    # What is shown

    @Slot()
    def reload(self) -> None:
        """The rows and the pane as they are now; the first row is chosen where none is."""
        self.pane.reload()
        if not self.pane.is_empty and not self.key:
            self.pane.table.go_to_first()
        self._settling.now()
        self._tell()

    @Slot(str)
    def _follow(self, _key: str) -> None:
        self._settling.ask()
        self._tell()

    @Slot(str)
    def _opened(self, _key: str) -> None:
        if self.may_change():
            self.open_row()

    @Slot()
    def _tell(self) -> None:
        self.row.setVisible(not self.pane.is_empty)
        self.detail.setVisible(not self.pane.is_empty)
        self.row.refresh()
        self.moved.emit()

    def _draw(self) -> None:
        if self.is_one():
            self.detail.show_detail(self.detail_of(self.key))
        else:
            self.detail.clear()

    @Slot(str)
    def show_added(self, key: str) -> None:
        """A row that was added, wherever somebody is by now."""
        self.turn_to.emit(self.tab, key)

    # What a subclass says

    def make_acts(self) -> None:
        """Make what its actions do."""

    def nothing(self) -> tuple[str, Action]:
        """What an empty side says, and what it begins with."""
        raise LookupError(self.tab)

    def open_row(self) -> None:
        """What Enter on a row does."""

    def detail_of(self, key: str) -> Detail:
        """What the pane says of a row."""
        raise LookupError(key)
