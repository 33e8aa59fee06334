"""Which deadlines count, and which days are no working days: each in a short list of its own."""

from collections.abc import Callable
from datetime import date, datetime
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.dialogs.committee.deadlines import AddHoliday, AskedHoliday, AskedRule, WriteDeadline
from desktop.dialogs.feedback.kept_list import KeptList
from desktop.shell.actions import Action
from desktop.shell.page import Desk
from engagement.committee import deadlines, meetings
from engagement.committee.days_ahead import (
    holiday_keys,
    holidays_table,
    rule_keys,
    rules_in_use,
    rules_table,
)
from resources.database import Database
from resources.tables import Table
from resources.wording import date_words, in_london

INTRO_OF_RULES = (
    "Days are counted back from the meeting. The five clear days to publication are the law’s; how many days the "
    "others take is written in your council’s guide."
)
INTRO_OF_HOLIDAYS = (
    "Bank holidays in England are known. Add a day that is proclaimed later, or say that one is worked "
    "after all."
)


class DeadlineLists(QObject):
    """Lists over `view`; what is kept in one has its own undo."""

    def __init__(self, desk: Desk, view: QWidget, *, now: Callable[[], datetime]) -> None:
        super().__init__(view)
        self._desk, self._view, self._now = desk, view, now

    def _today(self) -> date:
        return in_london(self._now()).date()

    def _committees(self) -> list[str]:
        return meetings.committees(self._desk.db) or [meetings.KNOWN_COMMITTEE]

    def rules(self) -> KeptList:
        """Which deadlines count, in a list of their own."""
        db = self._desk.db
        made = KeptList("Deadlines", INTRO_OF_RULES, partial(_rules, db), self._view, name="deadline_rules")
        made.offer([
            Action("rule_set", "Set a deadline…", partial(self._set, made), icon="add", enabled=self._may_write),
            Action("rule_edit", "Change…", partial(self._change, made), icon="edit",
                   enabled=lambda: self._may_write() and made.has_row()),
            Action("rule_archive", "Put away", partial(self._put_away, made), icon="archive",
                   enabled=lambda: self._may_write() and made.has_row() and not made.key.startswith("law ")),
        ])  # fmt: skip
        made.open()
        return made

    def _may_write(self) -> bool:
        return not self._desk.opened.read_only

    def _set(self, shown: KeptList) -> None:
        WriteDeadline(self._committees(), shown).ask(partial(self._kept_rule, shown))

    def _change(self, shown: KeptList) -> None:
        held = dict(zip(rule_keys(self._desk.db), rules_in_use(self._desk.db), strict=True))[shown.key]
        WriteDeadline(self._committees(), shown, held=held).ask(partial(self._kept_rule, shown))

    def _kept_rule(self, shown: KeptList, asked: AskedRule) -> None:
        made = deadlines.set_deadline(
            self._desk.db, asked.name, asked.days, committee=asked.committee, is_clear=asked.is_clear,
            source=asked.source,
        )  # fmt: skip
        self._desk.messages.done(f"{made.name}: {made.words}")
        shown.reload()
        shown.table.go_to(made.id)

    def _put_away(self, shown: KeptList) -> None:
        name = deadlines.rule(self._desk.db, shown.key).name
        deadlines.archive_deadline(self._desk.db, shown.key, today=self._today())
        self._desk.messages.done(f"Put away the deadline: {name}")
        shown.reload()

    def holidays(self) -> KeptList:
        """Bank holidays, in a list of their own."""
        read = partial(_holidays, self._desk.db, self._today())
        made = KeptList("Bank holidays", INTRO_OF_HOLIDAYS, read, self._view, name="bank_holidays")
        made.offer([
            Action("holiday_add", "Add a day…", partial(self._add_day, made), icon="add", enabled=self._may_write),
            Action("holiday_worked", "Worked after all", partial(self._worked, made),
                   enabled=lambda: self._may_write() and made.has_row() and not self._said_of(made)),
            Action("holiday_forget", "Take back", partial(self._forget, made), icon="undo",
                   enabled=lambda: self._may_write() and made.has_row() and self._said_of(made)),
        ])  # fmt: skip
        made.open()
        today = self._today().isoformat()
        first = next((key for key in holiday_keys(self._desk.db, self._today()) if key >= today), "")
        if first:
            made.table.go_to(first)  # those that are over stand above
        return made

    def _said_of(self, shown: KeptList) -> bool:
        return shown.key in {one.day.isoformat() for one in deadlines.holiday_changes(self._desk.db)}

    def _add_day(self, shown: KeptList) -> None:
        AddHoliday(self._today(), shown).ask(partial(self._added_day, shown))

    def _added_day(self, shown: KeptList, asked: AskedHoliday) -> None:
        made = deadlines.add_holiday(self._desk.db, asked.day, asked.name)
        self._desk.messages.done(f"Added {made.name}, {date_words(made.day)}")
        shown.reload()
        shown.table.go_to(made.day.isoformat())

    def _worked(self, shown: KeptList) -> None:
        made = deadlines.work_on(self._desk.db, date.fromisoformat(shown.key))
        self._desk.messages.done(f"{date_words(made.day)} is worked after all")
        shown.reload()

    def _forget(self, shown: KeptList) -> None:
        day = date.fromisoformat(shown.key)
        deadlines.forget_holiday(self._desk.db, day)
        self._desk.messages.done(f"Took back what was said of {date_words(day)}")
        shown.reload()


def _rules(db: Database) -> tuple[Table, list[str]]:
    return rules_table(db), rule_keys(db)


def _holidays(db: Database, today: date) -> tuple[Table, list[str]]:
    return holidays_table(db, today), holiday_keys(db, today)
