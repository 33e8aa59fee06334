"""What is done about meetings and what is due before them."""

from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.dialogs.committee.deadlines import (
    AddHoliday,
    AskedHoliday,
    AskedMeeting,
    AskedRule,
    MarkMet,
    WriteDeadline,
    WriteMeeting,
)
from desktop.dialogs.feedback.kept_list import KeptList
from desktop.pages.saving import ask_path
from desktop.shell.actions import Action
from desktop.shell.page import Desk
from desktop.widgets.question import Question
from engagement.committee import deadlines, meetings
from engagement.committee.days_ahead import (
    DueDay,
    holiday_keys,
    holidays_table,
    rule_keys,
    rules_in_use,
    rules_table,
)
from resources.database import Database
from resources.files.names import name_of
from resources.tables import Table
from resources.wording import count_of, date_words, in_london

INTRO_OF_RULES = (
    "Days are counted back from the meeting. The five clear days to publication are the law’s; how many days the "
    "others take is written in your council’s guide."
)
INTRO_OF_HOLIDAYS = (
    "Bank holidays in England are known. Add a day that is proclaimed later, or say that one is worked "
    "after all."
)


class DeadlineActs(QObject):
    """Acts on the deadline that `current` gives, over `view`."""

    def __init__(
        self, desk: Desk, view: QWidget, current: Callable[[], DueDay | None], *, now: Callable[[], datetime]
    ) -> None:
        super().__init__(view)
        self._desk, self._view, self._current, self._now = desk, view, current, now

    def _today(self) -> date:
        return in_london(self._now()).date()

    def _committees(self) -> list[str]:
        return meetings.committees(self._desk.db) or [meetings.KNOWN_COMMITTEE]

    # Meetings

    def add_meeting(self) -> None:
        """One more."""
        WriteMeeting(self._committees(), self._today(), self._view).ask(self._added)

    def _added(self, asked: AskedMeeting) -> None:
        made = meetings.add_meeting(self._desk.db, asked.committee, asked.meets_on, note=asked.note)
        self._desk.messages.done(f"Added the meeting on {date_words(made.meets_on)}")

    def edit_meeting(self) -> None:
        """The meeting of the row: what moves it moves every deadline."""
        held = self._current()
        if held is not None:
            dialog = WriteMeeting(self._committees(), self._today(), self._view, held=held.meeting)
            dialog.ask(partial(self._edited, held.meeting))

    def _edited(self, held: meetings.CommitteeMeeting, asked: AskedMeeting) -> None:
        made = meetings.edit_meeting(
            self._desk.db, held.id, committee=asked.committee, meets_on=asked.meets_on, note=asked.note
        )
        if made == held:
            self._desk.messages.done("Nothing was changed", undo=False)
        else:
            self._desk.messages.done(f"Changed the meeting on {date_words(made.meets_on)}")

    def archive_meeting(self) -> None:
        """Put the meeting of the row away."""
        held = self._current()
        if held is not None:
            what = f"Archive the meeting on {date_words(held.meeting.meets_on)}?"
            Question(what, "Its reports stay. Its deadlines are listed no more.", "Archive", self._view).ask(
                partial(self._archive, held.meeting.id)
            )

    def _archive(self, key: str) -> None:
        made = meetings.archive_meeting(self._desk.db, key, today=self._today())
        self._desk.messages.done(f"Archived the meeting on {date_words(made.meets_on)}")

    # Met

    def mark_met(self) -> None:
        """On which day."""
        held = self._current()
        if held is not None and held.report is not None:
            dialog = MarkMet(held.deadline.name, held.report.title, self._today(), self._view)
            dialog.ask(partial(self._met, held.report.id, held.deadline.name))

    def _met(self, report_id: str, name: str, day: date) -> None:
        deadlines.mark_met(self._desk.db, report_id, name, on=day, today=self._today())
        self._desk.messages.done(f"Met: {name}")

    def take_back(self) -> None:
        """It was not met after all."""
        held = self._current()
        if held is not None and held.report is not None:
            deadlines.take_back_met(self._desk.db, held.report.id, held.deadline.name)
            self._desk.messages.done(f"Not met after all: {held.deadline.name}")

    # Rules and holidays

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

    # The calendar

    def ask_calendar(self) -> None:
        """Ask where the calendar file goes."""
        path = ask_path(
            self._view, "Save the calendar file", "Committee deadlines", ".ics", "Calendar file (*.ics)"
        )
        if path is not None:
            self.save_calendar(path)

    def save_calendar(self, path: Path) -> None:
        """Meetings and deadlines for a calendar."""
        from engagement.committee.calendar_file import save_calendar  # loaded when first used

        number = save_calendar(self._desk.db, path, now=self._now())
        self._desk.messages.done(f"Saved “{name_of(path)}” with {count_of(number, 'day')}", undo=False)


def _rules(db: Database) -> tuple[Table, list[str]]:
    return rules_table(db), rule_keys(db)


def _holidays(db: Database, today: date) -> tuple[Table, list[str]]:
    return holidays_table(db, today), holiday_keys(db, today)
