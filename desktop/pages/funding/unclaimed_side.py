"""Who is eligible and has not claimed: how much, what is missing, whom to ring and by when."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from desktop import clock
from desktop.pages.funding.unclaimed_decisions import DecisionsPart
from desktop.pages.funding.unclaimed_head import UnclaimedHead, nobody_page
from desktop.pages.funding.unclaimed_list import UnclaimedList
from desktop.pages.funding.unclaimed_reading import Read, UnclaimedReading
from desktop.pages.funding.unclaimed_side_actions import UnclaimedMenu
from desktop.pages.funding.unclaimed_sums import SumsPart
from desktop.pages.sides.sides_page import PageSide
from desktop.shell.actions import Action
from desktop.shell.looks.look import PANE
from desktop.shell.page import Desk
from desktop.widgets.action_row import ActionRow
from desktop.widgets.empty import EmptyPage
from desktop.widgets.forms.choice_row import add_choice
from resources.tables import Table
from workforce.funding.decisions.keeping import is_decision
from workforce.funding.unclaimed.approaches import is_approach
from workforce.funding.unclaimed.tables import GROUPS
from workforce.funding.unclaimed.unclaimed import Standing, Unclaimed

SERVICES, DECISIONS = "services", "decisions"
_VIEWS = [
    (SERVICES, "Service by service"),
    *((by, f"By {words.lower()}") for by, (words, _) in GROUPS.items()),
    (DECISIONS, "Past decisions"),
]


class UnclaimedSide(PageSide):
    """Who is eligible and has not claimed: how much, what is missing, whom to ring and by when."""

    tab = "Not claimed"

    def __init__(self, desk: Desk, *, now: Callable[[], datetime] = clock.now) -> None:
        super().__init__(desk, now=now)
        self.reading = UnclaimedReading(desk, self)
        self.menu = UnclaimedMenu(desk, self, now=now)
        self.list = UnclaimedList(desk, self.menu.in_pane, self.menu.acts.edit_note)
        self.sums = SumsPart(desk, self._show_group)
        self.decisions = DecisionsPart(desk, lambda: self.turn_to.emit("Claims", ""), now=now)
        self.row = ActionRow([one for one in self.menu.listed() if one.toolbar and not one.primary])
        self.head = UnclaimedHead()
        self._wanted = ""
        self._read: Read | None = None
        self._lay_out()
        self.view.changed.connect(self._turn)
        self.reading.read.connect(self._take)
        self.reading.stopped.connect(self._say_stopped)
        self.list.moved.connect(self._tell)
        self.decisions.moved.connect(self._tell)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(PANE, 0, PANE, 0)
        head.setSpacing(PANE)
        self.view = add_choice(head, "Show", _VIEWS)
        self.view.show_answer(SERVICES)
        rows = QVBoxLayout()
        rows.addStretch(1)
        rows.addWidget(self.row)
        head.addLayout(rows, 4)
        self._pile = QStackedLayout()
        self._empty: EmptyPage | None = None
        self._waiting = EmptyPage("Services are being held against the rules of the funds.")
        self._stopped = EmptyPage(
            "Finding who has not claimed was stopped, so the list is not shown.",
            Action("unclaimed_again", "Find them", self.reload),
        )
        for part in (self.list, self.sums, self.decisions, self._waiting, self._stopped):
            self._pile.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.head)
        column.addLayout(self._pile, 1)

    def actions_here(self) -> list[Action]:
        """Those of the list, then those of past decisions."""
        return [*self.menu.listed(), *self.decisions.listed(self.may_write)]

    # What is shown

    @property
    def shows(self) -> str:
        """The list, sums by something, or past decisions."""
        return str(self.view.answer() or SERVICES)

    @Slot()
    def reload(self) -> None:
        """As at today."""
        self.reading.ask(self._today())
        if self.reading.is_working and self._read is None:
            self.head.say("", "")
            self.row.hide()
            self._pile.setCurrentWidget(self._waiting)

    @Slot(object)
    def _take(self, read: Read) -> None:
        first, self._read = self._read is None, read
        self.list.show_rows(read.found.rows, on=read.found.on, may_write=not self._desk.opened.read_only)
        self.decisions.show_decisions(read.decisions, read.changed, may_write=not self._desk.opened.read_only)
        if first and any(one.standing is Standing.ELIGIBLE for one in read.found.rows):
            self.list.show_only("standing", Standing.ELIGIBLE.label)  # who can be rung at once
        wanted, self._wanted = self._wanted, ""
        self._turn()
        if wanted:
            self._go_to(wanted)

    @Slot()
    def _say_stopped(self) -> None:
        self._wanted = ""
        if self._read is None:
            self._pile.setCurrentWidget(self._stopped)

    @Slot()
    def _turn(self) -> None:
        if self._read is None:
            return
        part: QWidget = self.list
        if self.shows == DECISIONS:
            part = self.decisions
        elif not self._read.found.rows:
            part = self._empty = _put_instead(
                self._pile, self._empty, nobody_page(self._read.found, self.turn_to.emit)
            )
        elif self.shows != SERVICES:
            self.sums.show_sums(self._read.found.rows, self.shows, self._read.found.on)
            part = self.sums
        self._pile.setCurrentWidget(part)
        self.row.setVisible(part is self.list)
        self._tell()

    def _show_group(self, column: str, value: str) -> None:
        """The services of a line of the sums."""
        with QSignalBlocker(self.view):
            self.view.show_answer(SERVICES)
        self.list.show_only(column, value)
        self._turn()
        self.list.focus_first()

    @Slot()
    def _tell(self) -> None:
        if self._read is not None:
            if self.shows == DECISIONS:
                self.head.say(*self.decisions.words())
            elif self.shows == SERVICES:
                self.head.say_of(self._read, self.list.shown())
            else:
                self.head.say_of(self._read, self._read.found.rows)
        self.row.refresh()
        self.moved.emit()

    # What the menu asks

    def chosen(self) -> Unclaimed | None:
        """The row of the list that the cursor is on."""
        return self.list.chosen() if self._pile.currentWidget() is self.list else None

    def meant(self) -> list[Unclaimed]:
        """The rows selected, where there are several; otherwise all that the filter shows."""
        return self.list.meant() if self._pile.currentWidget() is self.list else []

    # What the page asks

    def has(self, key: str) -> bool:
        """Rows of the list, decisions, and what was noted."""
        db = self._desk.db
        return ":" in key or is_decision(db, key) or is_approach(db, key)

    def show_row(self, key: str) -> None:
        """Put the cursor on a row, once the list is read."""
        if self._read is None or self.reading.is_working:
            self._wanted = key
        else:
            self._go_to(key)

    def _go_to(self, key: str) -> None:
        of_decisions = is_decision(self._desk.db, key)
        with QSignalBlocker(self.view):
            self.view.show_answer(DECISIONS if of_decisions else SERVICES)
        self._turn()
        if of_decisions:
            self.decisions.show_row(key)
        elif self._pile.currentWidget() is self.list:
            self.list.show_row(key)

    def table(self) -> Table | None:
        """The list, the sums or the decisions, as shown."""
        part = self._pile.currentWidget()
        return part.table() if isinstance(part, UnclaimedList | SumsPart | DecisionsPart) else None

    def row_for_history(self) -> tuple[str, str]:
        """The service, or the decision."""
        if self.shows == DECISIONS:
            return "eligibility_decision", self.decisions.pane.table.current_key
        held = self.chosen()
        return "service", held.place.service_id if held else ""

    def status_text(self) -> str:
        """How many rows."""
        part = self._pile.currentWidget()
        return part.rows_words if isinstance(part, UnclaimedList | SumsPart | DecisionsPart) else ""

    def focus_first(self) -> None:
        """The table, or the way to begin."""
        part = self._pile.currentWidget()
        if isinstance(part, UnclaimedList | SumsPart | DecisionsPart):
            part.focus_first()
        elif part is not None:
            part.setFocus()

    def focus_filter(self) -> None:
        """The filter of what is shown."""
        part = self._pile.currentWidget()
        if isinstance(part, UnclaimedList | DecisionsPart):
            part.pane.bar.focus_field()


def _put_instead(pile: QStackedLayout, old: EmptyPage | None, new: EmptyPage) -> EmptyPage:
    if old is not None:
        pile.removeWidget(old)
        old.deleteLater()
    pile.addWidget(new)
    return new
