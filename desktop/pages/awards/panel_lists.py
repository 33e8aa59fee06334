"""The lists of the side Panel: its members, nominees by judge, and conflicts of interest."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from awards.exempt import EXEMPTION
from awards.judging.conflict_lines import ConflictLine, conflict_lines
from awards.judging.panel import members
from awards.judging.panel_tables import (
    CONFLICT_COLUMNS,
    PANEL_COLUMNS,
    Named,
    conflict_row,
    judges_shown,
    matrix_columns,
    matrix_rows,
    panel_table,
)
from desktop.pages.awards.chosen_round import ChosenRound
from desktop.pages.awards.panel_detail import conflict_detail, member_detail, nominee_detail
from desktop.pages.sides.list_part import ListPart
from desktop.shell.actions import Action
from desktop.shell.page import Desk
from desktop.widgets.detail import Detail
from desktop.widgets.empty import EmptyPage
from resources.tables import Cell, Column, Table

PANEL, MATRIX, CONFLICTS = "The panel", "Who judges whom", "Conflicts"
LISTS = (PANEL, MATRIX, CONFLICTS)
Actions = Callable[[], Sequence[Action]]
Open = Callable[[str], object]

_NOBODY = "Nobody is on the panel yet. Add its chair, then its judges."
_NO_NOMINEE = "No nominee is with the judges yet. Send them there from Qualifying."
_NO_CONFLICT = "No conflict of interest is declared or found."


class PanelList(QWidget):
    """One of them. `moved` when another row is chosen, `opened` with its key."""

    moved = Signal()
    opened = Signal(str)
    words = ""
    one = ""
    chips: Sequence[str] = ()
    sizes = (800, 378)

    def __init__(self, desk: Desk, chosen: ChosenRound, empty: Callable[[], EmptyPage]) -> None:
        super().__init__()
        self._desk, self._chosen, self._empty = desk, chosen, empty
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        policy = (
            self.sizePolicy()
        )  # with large text a list takes what room there is: its own wish counts for nothing
        policy.setVerticalPolicy(QSizePolicy.Policy.Ignored)
        self.setSizePolicy(policy)
        self._columns: tuple[Column, ...] = self.columns()
        self.list = self._made()

    def _made(self) -> ListPart:
        part = ListPart(
            self._desk, self._columns, name=f"awards_{self.one.lower()}s_of_panel", title=self.words, one=self.one,
            empty=self._empty(), draw=self.draw, chips=self.chips, sizes=self.sizes,
        )  # fmt: skip
        part.moved.connect(self.moved)
        part.opened.connect(self.opened)
        self._column.addWidget(part)
        return part

    def read(self) -> None:
        """As it stands now. A table has its columns for good: other columns are another table."""
        columns = self.columns()
        if columns != self._columns:
            self._columns = columns
            self._column.removeWidget(self.list)
            self.list.hide()
            self.list.deleteLater()
            self.list = self._made()
        rows, keys = self.rows() if self._chosen.round() is not None else ([], [])
        self.list.show_rows(rows, keys)

    def table(self) -> Table:
        """The rows shown."""
        return replace(self.list.table(), exempt=EXEMPTION)

    # What a subclass says

    def columns(self) -> tuple[Column, ...]:
        """Its columns, which may follow from the round."""
        raise LookupError(self.words)

    def rows(self) -> tuple[Sequence[Sequence[Cell]], Sequence[str]]:
        """Its rows and their keys."""
        raise LookupError(self.words)

    def draw(self, key: str) -> Detail | None:
        """What the pane says of a row."""
        raise LookupError(key)


class MembersPart(PanelList):
    """Who is on the panel."""

    words, one, chips = PANEL, "Member", ("interests", "state")

    def __init__(
        self, desk: Desk, chosen: ChosenRound, first: Callable[[], Action | None], actions: Actions,
        open_interest: Open,
    ) -> None:  # fmt: skip
        self._actions, self._open_interest = actions, open_interest
        super().__init__(desk, chosen, lambda: EmptyPage(_NOBODY, first()))

    def columns(self) -> tuple[Column, ...]:
        """Always the same."""
        return PANEL_COLUMNS

    def rows(self) -> tuple[Sequence[Sequence[Cell]], Sequence[str]]:
        """By number."""
        db, key = self._desk.db, self._chosen.key
        return panel_table(db, key).rows, [one.id for one in members(db, key)]

    def draw(self, key: str) -> Detail | None:
        """A member with interests and nominees."""
        go = partial(self._desk.navigator.go, "providers")
        return member_detail(
            self._desk.db, key, self._actions(), open_provider=go, open_interest=self._open_interest
        )


class MatrixPart(PanelList):
    """A row for each nominee with the judges, a column for each judge."""

    words, one, chips = MATRIX, "Nominee", ("category", "scores")
    sizes = (850, 330)

    def __init__(
        self, desk: Desk, chosen: ChosenRound, actions: Actions, open_nominee: Open,
        to_qualifying: Callable[[], object],
    ) -> None:  # fmt: skip
        self._actions, self._open_nominee = actions, open_nominee
        go = Action("panel_to_qualifying", "Go to Qualifying", to_qualifying)
        super().__init__(desk, chosen, lambda: EmptyPage(_NO_NOMINEE, go))

    def columns(self) -> tuple[Column, ...]:
        """A column for each judge of the round that is shown."""
        return matrix_columns(judges_shown(self._desk.db, self._chosen.key))

    def rows(self) -> tuple[Sequence[Sequence[Cell]], Sequence[str]]:
        """By number."""
        return matrix_rows(self._desk.db, self._chosen.key)

    def draw(self, key: str) -> Detail | None:
        """A nominee and what stands between them and each judge."""
        return nominee_detail(self._desk.db, key, self._actions(), open_nominee=self._open_nominee)


class ConflictsPart(PanelList):
    """What keeps judges from nominees."""

    words, one, chips = CONFLICTS, "Conflict", ("judge", "state", "kind", "category")

    def __init__(
        self, desk: Desk, chosen: ChosenRound, actions: Actions, to_panel: Callable[[], object]
    ) -> None:
        self._actions = actions
        self.found: dict[str, ConflictLine] = {}
        go = Action("panel_to_members", "Go to the panel", to_panel)
        super().__init__(desk, chosen, lambda: EmptyPage(_NO_CONFLICT, go))

    def columns(self) -> tuple[Column, ...]:
        """Always the same."""
        return CONFLICT_COLUMNS

    def rows(self) -> tuple[Sequence[Sequence[Cell]], Sequence[str]]:
        """Those first that somebody has to settle."""
        db, key = self._desk.db, self._chosen.key
        self.found = {one.key: one for one in conflict_lines(db, key)}
        told = Named(db, key)
        return [conflict_row(one, told) for one in self.found.values()], list(self.found)

    def draw(self, key: str) -> Detail | None:
        """What was found, what was ruled, what was given."""
        line = self.found.get(key)
        return conflict_detail(self._desk.db, line, self._actions()) if line is not None else None
