"""What is done in the buddy finder: a buddy looked for, a pair agreed, and how far a buddy may be away."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.dialogs.good_practice.buddies import Agreed, AgreePair, LookForBuddy, SetLimits, Sought
from desktop.pages.good_practice.candidates import Candidates
from desktop.shell.page import Desk
from desktop.widgets.forms.fields import Pick
from engagement.good_practice.buddies.finder import BuddyLimits, Candidate
from engagement.good_practice.buddies.limits import buddy_limits, set_buddy_limits
from engagement.good_practice.buddies.pairs import agree_pair
from engagement.register.services import service


class FinderActs(QObject):
    """Opens the dialogs over `page`. `agreed` carries the key of a pair, `sought` that of the service to help."""

    agreed = Signal(str)
    sought = Signal(str)

    def __init__(
        self, desk: Desk, page: QWidget, candidates: Candidates, *, today: Callable[[], date]
    ) -> None:
        super().__init__(page)
        self._desk, self._page, self._candidates, self._today = desk, page, candidates, today

    def agree(self) -> None:
        """The two services agreed to be buddies."""
        one, found = self._candidates.chosen, self._candidates.found
        if one is not None and found is not None:
            dialog = AgreePair(found.of.name, one.service.name, self._today(), self._page)
            dialog.ask(partial(self._agreed, found.of.id, one))

    def _agreed(self, service_id: str, one: Candidate, said: Agreed) -> None:
        made = agree_pair(
            self._desk.db, service_id, one.service.id, on=said.on, today=self._today(),
            reasons=". ".join(one.reasons), note=said.note,
        )  # fmt: skip
        self._desk.messages.done(f"{made.buddy} is a buddy to {made.service}")
        self.agreed.emit(made.id)

    def look(self, service_id: str) -> None:
        """Choose a service by name, this one at first, and a theme."""
        held = service(self._desk.db, service_id) if service_id else None
        pick = Pick(held.id, held.name, held.district) if held else None
        LookForBuddy(self._desk.db, pick, self._candidates.theme, self._page).ask(self._sought)

    def _sought(self, sought: Sought) -> None:
        self._candidates.theme = sought.theme
        self.sought.emit(sought.service_id)

    def set_limits(self) -> None:
        """How far, and to how many."""
        SetLimits(buddy_limits(self._desk.db), self._page).ask(self._set)

    def _set(self, limits: BuddyLimits) -> None:
        set_buddy_limits(self._desk.db, limits)
        self._desk.messages.done("Set the reach of buddies")

    def open_buddy(self) -> None:
        """The candidate in the register."""
        one = self._candidates.chosen
        if one is not None:
            self._desk.navigator.go("providers", one.service.id)

    def open_service(self) -> None:
        """The service to help in the register."""
        if self._candidates.found is not None:
            self._desk.navigator.go("providers", self._candidates.found.of.id)
