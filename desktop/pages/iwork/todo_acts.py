"""What is done about what is to be remembered: reminders that are typed, and benefit limits."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.dialogs.iwork.reminder import SaidRule, WriteReminder, WriteRule
from desktop.shell.page import Desk
from resources.wording import date_words
from workforce.iwork.placements.benefits import benefit_rules, remove_rule, rule_of_key, set_rule
from workforce.iwork.placements.reminders import (
    NewReminder,
    ReminderFacts,
    add_reminder,
    edit_reminder,
    finish_reminder,
    reminder,
    remove_reminder,
    reopen_reminder,
)


class ToDoActs(QObject):
    """Over `view`; `key` gives the reminder chosen, `rule` the limit. `added` carries a new reminder's key."""

    added = Signal(str)

    def __init__(
        self, desk: Desk, view: QWidget, key: Callable[[], str], rule: Callable[[], str], *, today: Callable[[], date]
    ) -> None:  # fmt: skip
        super().__init__(view)
        self._desk, self._view, self._key, self._rule, self._today = desk, view, key, rule, today

    def add(self) -> None:
        """Something to remember."""
        WriteReminder(self._desk.db, self._today(), self._view).ask(self._added)

    def _added(self, said: ReminderFacts) -> None:
        rest = cast(
            NewReminder, {name: given for name, given in said.items() if name not in ("words", "due_on")}
        )
        made = add_reminder(self._desk.db, said["words"], said["due_on"], **rest)
        self._desk.messages.done(f"Added a reminder for {date_words(made.due_on)}")
        self.added.emit(made.id)

    def edit(self) -> None:
        """Put it right, or put it off."""
        held = reminder(self._desk.db, self._key())
        WriteReminder(self._desk.db, self._today(), self._view, held=held).ask(partial(self._edited, held.id))

    def _edited(self, key: str, said: ReminderFacts) -> None:
        edit_reminder(self._desk.db, key, **said)
        self._desk.messages.done("Changed the reminder")

    def finish(self) -> None:
        """Done."""
        finish_reminder(self._desk.db, self._key(), today=self._today())
        self._desk.messages.done("Done: the reminder")

    def reopen(self) -> None:
        """Not done after all."""
        reopen_reminder(self._desk.db, self._key())
        self._desk.messages.done("Opened the reminder again")

    def remove(self) -> None:
        """Entered by mistake."""
        remove_reminder(self._desk.db, self._key())
        self._desk.messages.done("Removed the reminder")

    # Benefit limits

    def set_limit(self) -> None:
        """The limit chosen, or another."""
        chosen = rule_of_key(benefit_rules(self._desk.db), self._rule()) if self._rule() else None
        WriteRule(self._today(), self._view, held=chosen).ask(self._limit_set)

    def _limit_set(self, said: SaidRule) -> None:
        made = set_rule(
            self._desk.db, said.kind, said.from_on, amount=said.amount, source=said.source,
            checked_on=said.checked_on, until_on=said.until_on, today=self._today(),
        )  # fmt: skip
        self._desk.messages.done(f"{made.kind.label} {made.amount_words}: {made.state_words.lower()}")

    def remove_limit(self) -> None:
        """Filled in by mistake: what ships stands there again."""
        remove_rule(self._desk.db, rule_of_key(benefit_rules(self._desk.db), self._rule()).id)
        self._desk.messages.done("Removed the benefit limit")
