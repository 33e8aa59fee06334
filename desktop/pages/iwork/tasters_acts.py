"""What is done with tasters: each act asks by a dialog and makes one change."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.dialogs.iwork.taster import PlanTaster, SaidTaster, WriteTaster
from desktop.shell.page import Desk
from desktop.widgets.forms.fields import Pick
from workforce.iwork.placements.tasters import (
    NewTaster,
    TasterFacts,
    edit_taster,
    plan_taster,
    remove_taster,
    taster,
)
from workforce.iwork.placements.whom import person_with_initials, person_words


class TasterActs(QObject):
    """Over `view`; `person` gives whom a new one is for, where somebody is chosen. `added` carries its key."""

    added = Signal(str)

    def __init__(
        self, desk: Desk, view: QWidget, person: Callable[[], str], *, today: Callable[[], date]
    ) -> None:
        super().__init__(view)
        self._desk, self._view, self._person, self._today = desk, view, person, today

    def plan(self) -> None:
        """A new one."""
        key = self._person()
        pick = Pick(key, person_with_initials(self._desk.db, key)) if key else None
        PlanTaster(self._desk.db, self._today(), self._view, person=pick).ask(self._planned)

    def _planned(self, said: SaidTaster) -> None:
        rest = cast(NewTaster, {name: given for name, given in said.facts.items() if name != "day_on"})
        made = plan_taster(
            self._desk.db, said.person_id, said.employer_id, said.facts["day_on"], today=self._today(), **rest
        )
        self._desk.messages.done(f"Planned a taster for {person_words(self._desk.db, made.person_id)}")
        self.added.emit(made.id)

    def open(self, key: str) -> None:
        """Say how it went, or put it right."""
        if self._desk.opened.read_only:
            return
        held = taster(self._desk.db, key)
        who = person_words(self._desk.db, held.person_id)
        dialog = WriteTaster(self._desk.db, held, who, self._today(), self._view)
        dialog.ask(partial(self._written, key))

    def _written(self, key: str, said: TasterFacts) -> None:
        before = taster(self._desk.db, key)
        made = edit_taster(self._desk.db, key, today=self._today(), **said)
        if made == before:
            self._desk.messages.done("Nothing was changed", undo=False)
        else:
            self._desk.messages.done(f"Changed a taster of {person_words(self._desk.db, made.person_id)}")

    def remove(self, key: str) -> None:
        """Entered by mistake."""
        who = person_words(self._desk.db, taster(self._desk.db, key).person_id)
        remove_taster(self._desk.db, key)
        self._desk.messages.done(f"Removed a taster of {who}")
