"""What is done about meetings and what is due before them."""

from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.dialogs.committee.deadlines import (
    AskedMeeting,
    MarkMet,
    WriteMeeting,
)
from desktop.pages.saving import ask_path
from desktop.shell.page import Desk
from desktop.widgets.question import Question
from engagement.committee import deadlines, meetings
from engagement.committee.days_ahead import (
    DueDay,
)
from resources.files.names import name_of
from resources.wording import count_of, date_words, in_london


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
