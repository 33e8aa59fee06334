"""Claims, and how each stands."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout

from desktop import clock
from desktop.pages.funding.claims_detail import claim_detail
from desktop.pages.funding.claims_lists import ALL, WORKLISTS, ClaimsLists
from desktop.pages.funding.claims_menu import ClaimsMenu
from desktop.pages.settling import Settling
from desktop.pages.sides.sides_page import PageSide
from desktop.shell.actions import Action
from desktop.shell.looks.look import PANE
from desktop.shell.page import Desk
from desktop.widgets.action_row import ActionRow
from desktop.widgets.detail import DetailPane
from desktop.widgets.empty import EmptyPage
from desktop.widgets.forms.choice_row import add_choice
from desktop.widgets.parts import side_by_side
from resources.tables import Table
from workforce.funding.claims.claims import Claim, any_claim, claim, is_claim
from workforce.funding.claims.concerns import concerns
from workforce.funding.claims.lines import line

_NOTHING = (
    "No claim is held yet. Add one, or take in a provider’s filled claim form or a payer’s list; nothing is promised "
    "before a claim is submitted."
)


class ClaimsSide(PageSide):
    """A worklist of claims, with the pane of the one chosen: what speaks against it, and the steps it may take."""

    tab = "Claims"

    def __init__(self, desk: Desk, *, now: Callable[[], datetime] = clock.now) -> None:
        super().__init__(desk, now=now)
        self.menu = ClaimsMenu(desk, self, self, now=now)
        self.row = ActionRow([one for one in self.menu.listed() if one.toolbar and not one.primary])
        self.lists = ClaimsLists(desk)
        ways = [
            Action("empty_claim", "Add a claim…", self.menu.acts.add),
            Action("empty_claims_in", "Take in a list…", self.menu.papers.choose),
        ]
        self.empty = EmptyPage(_NOTHING, *(() if desk.opened.read_only else ways))
        self.detail = DetailPane(
            "Claim", "Choose a claim to see what speaks against it and what can be done."
        )
        self._settling = Settling(self._draw, self)
        self._lay_out()
        self.show_what.show_answer(ALL)
        self.show_what.changed.connect(self._choose)
        self.lists.moved.connect(self._follow)
        self.lists.opened.connect(self._open)
        self.menu.acts.added.connect(self._show_added)
        self.menu.papers.taken.connect(self._show_added)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(PANE, 0, PANE, 0)
        head.setSpacing(PANE)
        self.show_what = add_choice(head, "Show", [(one, one) for one in WORKLISTS], least_letters=22)
        rows = QVBoxLayout()
        rows.addStretch(1)
        rows.addWidget(self.row)
        head.addLayout(rows, 3)
        self._held = side_by_side(self.lists, self.detail, sizes=(800, 378))
        self._pile = QStackedLayout()
        self._pile.addWidget(self._held)
        self._pile.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addLayout(self._pile, 1)

    def actions_here(self) -> list[Action]:
        """All that can be done with claims."""
        return self.menu.listed()

    # What is chosen

    def keys(self) -> list[str]:
        """The claims selected, or the one with the cursor."""
        return self.lists.keys()

    def chosen(self) -> list[Claim]:
        """The same, but for those that an undo has taken away since the table was read."""
        return [claim(self._desk.db, key) for key in self.keys() if is_claim(self._desk.db, key)]

    # What is shown

    @Slot()
    def _choose(self) -> None:
        self.lists.turn(str(self.show_what.answer() or ALL))
        self.reload()

    @Slot()
    def reload(self) -> None:
        """The claims and the pane as they are now."""
        has = any_claim(self._desk.db)
        self._pile.setCurrentWidget(self._held if has else self.empty)
        self.row.setVisible(has)
        self.show_what.widget.setEnabled(has)
        self.lists.reload()
        self._settling.now()
        self._tell()

    @Slot()
    def _follow(self) -> None:
        self._settling.ask()
        self._tell()

    def _draw(self) -> None:
        some, db = self.chosen(), self._desk.db
        if not some:
            self.detail.clear()
            return
        one = line(db, some[0].id)
        found = concerns(db, one.claim, today=self._today())
        menu, may = self.menu, self.may_write()
        self.detail.show_detail(
            claim_detail(
                db, one, found, menu.in_pane() if may else (), go=self._desk.navigator.go,
                open_evidence=menu.papers.open_evidence, to_prove=menu.of_evidence() if may else (),
                today=self._today(),
            )
        )  # fmt: skip

    @Slot()
    def _tell(self) -> None:
        self.row.refresh()
        self.moved.emit()

    @Slot()
    def _open(self) -> None:
        some = self.chosen()
        if self.may_write() and len(some) == 1 and some[0].can_change:
            self.menu.acts.edit()

    @Slot(str)
    def _show_added(self, key: str) -> None:
        self.turn_to.emit(self.tab, key)

    # What the page asks

    def has(self, key: str) -> bool:
        """Whether it is a claim."""
        return is_claim(self._desk.db, key)

    def show_row(self, key: str) -> None:
        """A claim, whatever worklist was shown."""
        if self.lists.what != ALL:
            with QSignalBlocker(self.show_what):
                self.show_what.show_answer(ALL)
            self.lists.turn(ALL)
            self.reload()
        self.lists.pane.show_row(key)

    def table(self) -> Table | None:
        """The rows shown."""
        return self.lists.table() if any_claim(self._desk.db) else None

    def row_for_history(self) -> tuple[str, str]:
        """The claim."""
        some = self.keys()
        return "claim", some[0] if some else ""

    def status_text(self) -> str:
        """How many rows."""
        return self.lists.shown.rows_words

    def focus_first(self) -> None:
        """The table, or the way to begin."""
        if any_claim(self._desk.db):
            self.lists.shown.focus_table()
        else:
            self.empty.setFocus()

    def focus_filter(self) -> None:
        """Its filter."""
        self.lists.shown.bar.focus_field()
