"""Services rated low, and the learning packages they were offered."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial

from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout

from desktop import clock
from desktop.pages.sides.sides_page import PageSide
from desktop.pages.training.packages_acts import OfferActs, PackageActs
from desktop.pages.training.packages_menu import (
    LISTS,
    OFFERS,
    PACKAGES,
    SERVICES,
    WORKLIST,
    PackagesChosen,
    PackagesMenu,
)
from desktop.pages.training.packages_parts import (
    CountsPart,
    OffersPart,
    OutcomesPart,
    PackageList,
    PackagesPart,
    WorklistPart,
)
from desktop.shell.actions import Action
from desktop.shell.page import Desk
from desktop.widgets.action_row import ActionRow
from desktop.widgets.forms.choice_row import add_choice, put_beside, row_of_choices
from resources.tables import Table
from workforce.training.packages.offers import is_offer
from workforce.training.packages.worklist import worklist


class PackagesSide(PageSide):
    """One of its lists, with what can be done."""

    tab = "Learning packages"
    public_sections = ("packages",)
    covered_because = "which services are supported is for them to tell"

    def __init__(self, desk: Desk, *, now: Callable[[], datetime] = clock.now) -> None:
        super().__init__(desk, now=now)
        self.chosen = PackagesChosen(desk, self)
        self.acts = OfferActs(desk, self, self.chosen.service, self.chosen.offer_key, today=self._today)
        self.kept = PackageActs(desk, self, self.chosen.package, today=self._today)
        self.menu = PackagesMenu(self.chosen, self.acts, self.kept)
        self.worklist = WorklistPart(desk, partial(self._in_pane, self.menu.of_worklist), self._open_offer)
        self.offers = OffersPart(
            desk,
            partial(self._in_pane, lambda: self.menu.of_offers()[:2]),
            self._edit_session,
            self._to_worklist,
        )
        self.counts, self.outcomes = (
            CountsPart(desk, self._to_worklist),
            OutcomesPart(desk, self._to_worklist),
        )
        self.packages = PackagesPart(desk, partial(self._in_pane, self.menu.of_packages))
        self.rows = {
            WORKLIST: ActionRow(self.menu.of_worklist()[1:]), OFFERS: ActionRow(self.menu.of_offers()),
            PACKAGES: ActionRow(self.menu.of_packages()),
        }  # fmt: skip
        lists = (self.worklist, self.offers, self.counts, self.outcomes, self.packages)
        self.parts: dict[str, PackageList] = dict(zip(LISTS, lists, strict=True))
        self._lay_out()
        self.show_what.changed.connect(self.reload)
        for part in self.parts.values():
            part.moved.connect(self._tell)
        self.acts.added.connect(self._open_offer)

    def _lay_out(self) -> None:
        head = row_of_choices()
        self.show_what = add_choice(head, "Show", [(one, one) for one in LISTS], least_letters=16)
        put_beside(head, self.rows.values(), share=6)
        self.show_what.show_answer(WORKLIST)
        self._pile = QStackedLayout()
        for part in self.parts.values():
            self._pile.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addLayout(self._pile, 1)

    def actions_here(self) -> list[Action]:
        """All that can be done with packages."""
        return self.menu.listed()

    def _in_pane(self, listed: Callable[[], list[Action]]) -> list[Action]:
        if not self.may_write():
            return []
        ready = [one for one in listed() if one.ready()]
        return [
            replace(one, primary=False, label=one.label_now() if one.label_now else one.label)
            for one in ready
        ]

    # What is chosen

    @property
    def what(self) -> str:
        """Which of the lists is shown."""
        return str(self.show_what.answer() or WORKLIST)

    @property
    def key(self) -> str:
        """The row chosen in it."""
        return self.parts[self.what].key

    def _edit_session(self) -> Callable[[str], object] | None:
        return self.acts.edit_session if self.may_write() else None

    # What is shown

    @Slot()
    def reload(self) -> None:
        """The list shown, as it stands now."""
        part = self.parts[self.what]
        part.read(self._today())
        self._pile.setCurrentWidget(part)
        for name, row in self.rows.items():
            row.setVisible(name == self.what and part.has_rows)
        self._tell()

    @Slot(str)
    def _open_offer(self, key: str) -> None:
        self._turn(OFFERS, key)

    def _to_worklist(self) -> None:
        self._turn(WORKLIST, "")
        self.focus_first()

    def _turn(self, what: str, key: str) -> None:
        with QSignalBlocker(self.show_what):
            self.show_what.show_answer(what)
        self.reload()
        if key:
            self.parts[what].show_row(key)

    @Slot()
    def _tell(self) -> None:
        for row in self.rows.values():
            row.refresh()
        self.moved.emit()

    # What the page asks

    def has(self, key: str) -> bool:
        """Whether the key is an offer’s, or of a service on the worklist."""
        db = self._desk.db
        return is_offer(db, key) or any(one.service_id == key for one in worklist(db, on=self._today()))

    def show_row(self, key: str) -> None:
        """Put the cursor on an offer, or on a service of the worklist."""
        self._turn(OFFERS if is_offer(self._desk.db, key) else WORKLIST, key)

    def table(self) -> Table | None:
        """The rows shown."""
        part = self.parts[self.what]
        return part.shown() if part.has_rows else None

    def row_for_history(self) -> tuple[str, str]:
        """The offer or package chosen; of a service what the register says."""
        if self.what == OFFERS:
            return "package_offer", self.offers.key
        if self.what == PACKAGES:
            return "learning_package", self.packages.kept_key()
        return "service", self.key if self.what in (WORKLIST, SERVICES) else ""

    def status_text(self) -> str:
        """How many rows."""
        return self.parts[self.what].pane.rows_words

    def focus_first(self) -> None:
        """The table."""
        self.parts[self.what].focus_first()

    def focus_filter(self) -> None:
        """Its filter."""
        self.parts[self.what].pane.bar.focus_field()
