"""The columns of a board side by side, and the cursor that is on one card of all of them."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.shell.looks.look import PANE
from desktop.widgets.board.board_column import ColumnView
from desktop.widgets.board.cards import BoardColumn, Card
from desktop.widgets.parts import scrolled

_SPARE = 48
"""How much of the next column is scrolled into view, so that a card can be dragged on to it."""


class Columns(QWidget):
    """`made` with each new column, `current_changed` with the card of the cursor. `one` is what a card is called."""

    made = Signal(object)
    current_changed = Signal(str)

    def __init__(self, name: str, *, one: str) -> None:
        super().__init__()
        self.one = one
        self.name = f"{name}#{id(self)}"
        self.columns: tuple[BoardColumn, ...] = ()
        self.views: list[ColumnView] = []
        self._inside = QWidget()
        self._row = QHBoxLayout(self._inside)
        self._row.setContentsMargins(PANE, 0, PANE, 4)
        self._row.setSpacing(6)
        self.area: QScrollArea = scrolled(self._inside, name)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.area)

    # What is shown

    def show_columns(self, columns: Sequence[BoardColumn]) -> None:
        """Other cards, or the same in other columns; the cursor stays on its card, wherever that is now."""
        held, had_focus = self.current_key, any(view.list.hasFocus() for view in self.views)
        at = next((at for at, view in enumerate(self.views) if view.list.key), 0)
        place = (at, self.views[at].list.currentIndex().row()) if held else (0, 0)
        self.columns = tuple(columns)
        self._make_views(len(columns))
        for view, column in zip(self.views, columns, strict=True):
            view.show_column(column, self.one)
            self._row.setStretchFactor(view, 3 if column.cards else 1)
        self._put_back(held, place, had_focus)

    def _make_views(self, number: int) -> None:
        while len(self.views) > number:
            gone = self.views.pop()
            gone.hide()
            self._row.removeWidget(gone)
            gone.deleteLater()
        while len(self.views) < number:
            view = ColumnView(self.name)
            self.views.append(view)
            self._row.addWidget(view)
            view.list.stepped.connect(partial(self._step, view))
            view.list.chosen.connect(partial(self._chosen, view))
            view.list.entered_column.connect(partial(self.bring_near, view))
            self.made.emit(view)

    def _put_back(self, held: str, place: tuple[int, int], had_focus: bool) -> None:
        if held and not self.go_to(held, focus=had_focus) and self.views:
            at = min(place[0], len(self.views) - 1)
            self.views[at].list.go_to(place[1])
        if not self.current_key and not had_focus:
            self._choose_first()
        self.current_changed.emit(self.current_key)

    # Which card

    @property
    def current_key(self) -> str:
        """The card that the cursor is on; '' where it is on none."""
        return next((view.list.key for view in self.views if view.list.key), "")

    def card(self, key: str) -> Card | None:
        """A card by its key; None where it is not shown."""
        return next((card for column in self.columns for card in column.cards if card.key == key), None)

    def column_of(self, key: str) -> BoardColumn | None:
        """The column that a card is in."""
        return next((one for one in self.columns if any(card.key == key for card in one.cards)), None)

    def go_to(self, key: str, *, focus: bool = True) -> bool:
        """Put the cursor on a card; whether it is shown at all."""
        for view in self.views:
            row = view.list.cards.row_of(key)
            if row >= 0:
                view.list.go_to(row)
                self.bring_near(view)
                if focus:
                    view.list.setFocus()
                return True
        return False

    def focus_first(self) -> None:
        """The card that the cursor is on, else the first there is."""
        if not self.current_key:
            self._choose_first()
        self.go_to(self.current_key)

    def _choose_first(self) -> None:
        first = next((view for view in self.views if view.list.cards.cards), None)
        if first is not None:
            first.list.go_to(0)

    def cursor_at(self) -> QPoint:
        """The middle of the card that the cursor is on, on the screen."""
        view = next((view for view in self.views if view.list.key), self.views[0])
        area = view.list.visualRect(view.list.currentIndex())
        return view.list.viewport().mapToGlobal(area.center())

    def _chosen(self, view: ColumnView, key: str) -> None:
        for other in self.views:
            if other is not view:
                other.list.leave()
        self.current_changed.emit(key)

    def bring_near(self, view: ColumnView) -> None:
        """Scroll a column into view, and a little of the next."""
        self.area.ensureWidgetVisible(view, _SPARE, 0)

    def _step(self, view: ColumnView, way: int) -> None:
        """The cursor to the column beside this one, about as far down; into an empty one too, which then says so."""
        at = self.views.index(view) + way
        if 0 <= at < len(self.views):
            beside = self.views[at]
            row = beside.list.row_at(view.list.height_of_cursor())
            if row < 0:
                view.list.leave()
                self.current_changed.emit("")
            beside.list.go_to(row)
            beside.list.setFocus()
            self.bring_near(beside)
