"""The buddy finder: services that a buddy could help above, who could be one beneath, and why beside."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from desktop.dialogs.good_practice.buddies import Agreed, AgreePair, LookForBuddy, SetLimits, Sought
from desktop.pages.good_practice.finder_detail import finder_detail
from desktop.pages.good_practice.side import Side
from desktop.pages.settling import Settling
from desktop.shell.actions import Action
from desktop.shell.looks.look import PANE
from desktop.shell.page import Desk
from desktop.widgets.detail import DetailPane
from desktop.widgets.empty import EmptyPage
from desktop.widgets.forms.fields import Pick
from desktop.widgets.parts import label, side_by_side
from desktop.widgets.tables.rows_model import RowsModel
from desktop.widgets.tables.table import TableView
from desktop.widgets.tables.table_pane import TablePane
from engagement.good_practice.buddies.finder import BuddyLimits, Candidate, Found
from engagement.good_practice.buddies.limits import buddy_limits, set_buddy_limits
from engagement.good_practice.buddies.needing import needing_buddies
from engagement.good_practice.buddies.pairs import agree_pair
from engagement.good_practice.buddies.standings import buddies_for
from engagement.good_practice.buddies.tables import (
    CANDIDATES,
    NEEDING,
    base_words,
    candidates_table,
    needing_row,
)
from engagement.register.services import is_service, service
from resources.geography import Places
from resources.tables import Table

_EMPTY = "No service of the register is rated Inadequate or Requires improvement."
_SHOWN = tuple(column for column in CANDIDATES if column.name != "why")


class FinderSide(Side):
    """Follows the service at the cursor, or one that was looked for by name."""

    tab = "Buddy finder"

    def __init__(self, desk: Desk, *, today: Callable[[], date]) -> None:
        super().__init__(desk, today=today)
        self.found: Found | None = None
        self._national = Places()
        self._other, self._theme = "", ""
        look = Action("empty_look", "Look for a buddy…", self.look)
        self.services = RowsModel(NEEDING)
        self.pane = TablePane(
            self.services, name="needing_buddies", title="Services", chips=("rating", "kind", "district", "buddy"),
            settings=desk.settings, empty=EmptyPage(_EMPTY, look),
        )  # fmt: skip
        self.model = RowsModel(_SHOWN)
        self.candidates = TableView(
            self.model, name="buddy_candidates", title="Buddies", settings=desk.settings
        )
        self.heading = label("", "bold", wrap=True)
        self.detail = DetailPane("Buddy", "Choose a service to see who could be its buddy.")
        self._settling = Settling(self._find, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(side_by_side(self._left(), self.detail, sizes=(790, 390)))
        self.pane.table.current_changed.connect(self._follow)
        self.pane.counted.connect(self.moved)
        self.candidates.current_changed.connect(self._show_candidate)
        self.candidates.opened.connect(self._open)

    def _left(self) -> QWidget:
        below = QWidget()
        column = QVBoxLayout(below)
        column.setContentsMargins(PANE, 8, PANE, 0)
        column.setSpacing(6)
        column.addWidget(self.heading)
        column.addWidget(self.candidates, 1)
        made = QSplitter(Qt.Orientation.Vertical)
        made.setHandleWidth(1)
        made.setChildrenCollapsible(False)
        made.addWidget(self.pane)
        made.addWidget(below)
        made.setSizes([270, 330])
        return made

    def actions_here(self) -> list[Action]:
        """What can be done for the service, and with the candidate chosen."""
        return [
            Action("agree", "Agree this pair…", self.agree, "Ctrl+P", icon="check", toolbar=False,
                   enabled=self._may_agree),
            Action("open_buddy", "Open the buddy in Providers", self._open_buddy, "Ctrl+G", icon="providers",
                   toolbar=False, enabled=self._is_one),
            Action("open_service", "Open the service in Providers", self._open_service, icon="providers",
                   toolbar=False, enabled=self._is_for_one),
            Action("look", "Look for a buddy…", self.look, "Ctrl+L", icon="search", toolbar=False,
                   enabled=self._is_shown, tip="For any service of the register, and on a theme"),
            Action("limits", "Reach of buddies…", self.set_limits, toolbar=False, enabled=self.may_write),
        ]  # fmt: skip

    # What is chosen

    @property
    def service_id(self) -> str:
        """The service that was looked for, or the one at the cursor."""
        return self._other or self.pane.table.current_key

    def _candidate(self) -> Candidate | None:
        key = self.candidates.current_key
        found = self.found.candidates if self.found else ()
        return next((one for one in found if one.service.id == key), None)

    def _is_shown(self) -> bool:
        return self.is_current

    def _is_for_one(self) -> bool:
        return self.is_current and self.found is not None

    def _is_one(self) -> bool:
        return self.is_current and self._candidate() is not None

    def _may_agree(self) -> bool:
        return self.may_write() and self._is_one()

    # What is done

    def agree(self) -> None:
        """The two services agreed to be buddies."""
        one = self._candidate()
        if one is not None and self.found is not None:
            of = self.found.of
            AgreePair(of.name, one.service.name, self._today(), self).ask(partial(self._agreed, of.id, one))

    def _agreed(self, service_id: str, one: Candidate, said: Agreed) -> None:
        made = agree_pair(
            self._desk.db, service_id, one.service.id, on=said.on, today=self._today(),
            reasons=". ".join(one.reasons), note=said.note,
        )  # fmt: skip
        self._desk.messages.done(f"{made.buddy} is a buddy to {made.service}")
        self.turn_to.emit("Pairs", made.id)

    def look(self) -> None:
        """Choose a service by name, and a theme."""
        held = service(self._desk.db, self.service_id) if self.service_id else None
        pick = Pick(held.id, held.name, held.district) if held else None
        LookForBuddy(self._desk.db, pick, self._theme, self).ask(self._sought)

    def _sought(self, sought: Sought) -> None:
        self._theme = sought.theme
        self._other = ""
        if not self.pane.table.go_to(sought.service_id):
            self._other = sought.service_id
        self._settling.now()
        self.candidates.setFocus()

    def set_limits(self) -> None:
        """How far, and to how many."""
        SetLimits(buddy_limits(self._desk.db), self).ask(self._set)

    def _set(self, limits: BuddyLimits) -> None:
        set_buddy_limits(self._desk.db, limits)
        self._desk.messages.done("Set the reach of buddies")

    @Slot(str)
    def _open(self, _key: str) -> None:
        if self._may_agree():
            self.agree()

    def _open_buddy(self) -> None:
        one = self._candidate()
        if one is not None:
            self._desk.navigator.go("providers", one.service.id)

    def _open_service(self) -> None:
        if self.found is not None:
            self._desk.navigator.go("providers", self.found.of.id)

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
        key = self.service_id
        self.found = None
        if key:
            self.found = buddies_for(
                self._desk.db, key, today=self._today(), theme=self._theme, national=self._national
            )
        candidates = self.found.candidates if self.found else ()
        rows = (
            [row[:-1] for row in candidates_table(self.found, as_at=self._today()).rows] if self.found else []
        )
        self.model.set_rows(rows, keys=[one.service.id for one in candidates])
        self.heading.setText(self._words())
        if candidates and not self.candidates.current_key:
            self.candidates.go_to_first()
        self._show_candidate("")

    def _words(self) -> str:
        if self.found is None:
            return ""
        theme = f" First those that shared good practice on “{self._theme}”." if self._theme else ""
        return f"{self.found.of.name}: {base_words(self.found)}{theme}"

    @Slot(str)
    def _show_candidate(self, _key: str) -> None:
        if self.found is None:
            self.detail.clear()
        else:
            here = [one for one in self.actions_here() if one.name in ("agree", "open_buddy")]
            self.detail.show_detail(
                finder_detail(self.found, self._candidate(), here if self.may_write() else [])
            )
        self.moved.emit()

    # What the page asks

    def has(self, key: str) -> bool:
        """Whether it is a service."""
        return is_service(self._desk.db, key)

    def show_row(self, key: str) -> None:
        """Look for a buddy for a service."""
        self._other = ""
        if self.pane.table.go_to(key):
            self.pane.table.setFocus()
        else:
            self._other = key
            self.candidates.setFocus()
        self._settling.now()

    def table(self) -> Table:
        """The candidates with all that was said of them."""
        if self.found is None:
            return Table("Buddies", CANDIDATES, [])
        return candidates_table(self.found, as_at=self._today())

    def row_for_history(self) -> tuple[str, str]:
        """The service."""
        return "service", self.service_id

    def status_text(self) -> str:
        """How many services; how many could be a buddy stands above them."""
        return self.pane.rows_words

    def focus_first(self) -> None:
        """The services."""
        self.pane.focus_table()

    def focus_filter(self) -> None:
        """Their filter."""
        self.pane.bar.focus_field()
