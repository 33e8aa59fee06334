"""What is done with reports: begin one, change what is said of it, put it away and bring it back."""

from collections.abc import Callable
from datetime import date, datetime
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.dialogs.committee.report import (
    AskedReport,
    HeldReport,
    KnownMeeting,
    ProposedReport,
    WriteReport,
)
from desktop.shell.page import Desk
from desktop.widgets.question import Question
from engagement.committee.following import following, proposed
from engagement.committee.looks import all_looks
from engagement.committee.meetings import KNOWN_COMMITTEE, add_meeting, meeting, meeting_on, meetings
from engagement.committee.reports import (
    CommitteeReport,
    archive_report,
    begin_report,
    edit_report,
    report,
    reports,
    restore_report,
)
from resources.database import change
from resources.problem import FieldProblem
from resources.wording import date_short, in_london

_FIELDS = {"meeting_id": "meeting", "last_on": "last", "first_on": "first", "since_on": "since"}


class ReportActs(QObject):
    """Acts on the report that `current` gives, over `view`. `began` carries a new one's key."""

    began = Signal(str)

    def __init__(
        self, desk: Desk, view: QWidget, current: Callable[[], CommitteeReport | None], *,
        now: Callable[[], datetime],
    ) -> None:  # fmt: skip
        super().__init__(view)
        self._desk, self._view, self._current, self._now = desk, view, current, now

    def _today(self) -> date:
        return in_london(self._now()).date()

    def _meetings(self) -> list[KnownMeeting]:
        return [KnownMeeting(one.id, one.committee, one.meets_on) for one in meetings(self._desk.db)]

    def _looks(self, had: str | None = None) -> list[tuple[str, str]]:
        """Those in use, and those that the report has."""
        held = all_looks(self._desk.db, archived=True)
        return [(one.id, one.name) for one in held if one.archived_on is None or one.id == had]

    def begin(self) -> None:
        """One more: what is proposed has no report yet."""
        found = proposed(self._desk.db, today=self._today())
        self._ask(ProposedReport(found.meeting.id if found.meeting else "", span=found.span))

    def begin_next(self) -> None:
        """The one after the report chosen: its next meeting and period, copied from it."""
        held = self._current()
        if held is None:
            return
        found = following(self._desk.db, held.id, today=self._today())
        self._ask(
            ProposedReport(
                meeting=found.meeting.id if found.meeting else "",
                committee=meeting(self._desk.db, held.meeting_id).committee,
                span=found.span,
                title=held.title,
                style=held.style,
                looks=held.looks_id or "",
                copy_of=held.id,
            )
        )

    def _ask(self, begin: ProposedReport) -> None:
        db = self._desk.db
        others = [(one.id, f"{one.title}, {date_short(one.last_on)}") for one in reports(db, archived=True)]
        dialog = WriteReport(
            self._today(), self._meetings(), others, self._view, proposed=begin,
            usual_committee=KNOWN_COMMITTEE, looks=self._looks(begin.looks or None),
        )  # fmt: skip
        dialog.ask(self._begun)

    def _begun(self, asked: AskedReport) -> None:
        db = self._desk.db
        try:
            with change(db, f"Began the report {asked.title}"):
                made = begin_report(
                    db, asked.title, self._meeting_of(asked), asked.span, style=asked.style, since=asked.since,
                    agenda_item=asked.agenda_item, copy_of=asked.copy_of or None,
                )  # fmt: skip
                if asked.looks:
                    made = edit_report(db, made.id, looks_id=asked.looks)
        except FieldProblem as problem:
            raise _as_asked(problem) from problem
        self._desk.messages.done(f"Began the report {made.title}")
        self.began.emit(made.id)

    def _meeting_of(self, asked: AskedReport) -> str:
        if asked.meeting or asked.meets_on is None:
            return asked.meeting
        known = meeting_on(self._desk.db, asked.committee, asked.meets_on)
        return known.id if known else add_meeting(self._desk.db, asked.committee, asked.meets_on).id

    def edit(self) -> None:
        """What is said of the report chosen."""
        held = self._current()
        if held is None:
            return
        begin = HeldReport(
            held.title, held.meeting_id, held.span, held.since_on, held.agenda_item, held.style,
            held.looks_id or "",
        )  # fmt: skip
        dialog = WriteReport(
            self._today(), self._meetings(), (), self._view, held=begin, looks=self._looks(held.looks_id)
        )
        dialog.ask(partial(self._edited, held))

    def _edited(self, held: CommitteeReport, asked: AskedReport) -> None:
        db = self._desk.db
        try:
            with change(db, f"Changed the report {asked.title}"):
                made = edit_report(
                    db, held.id, title=asked.title, meeting_id=self._meeting_of(asked), first_on=asked.span.first,
                    last_on=asked.span.last, since_on=asked.since, agenda_item=asked.agenda_item,
                    style=asked.style, looks_id=asked.looks or None,
                )  # fmt: skip
        except FieldProblem as problem:
            raise _as_asked(problem) from problem
        self._say_changed(held, made)

    def _say_changed(self, held: CommitteeReport, made: CommitteeReport) -> None:
        if made == held:
            self._desk.messages.done("Nothing was changed", undo=False)
        else:
            self._desk.messages.done(f"Changed the report {made.title}")

    def archive(self) -> None:
        """Put it away."""
        held = self._current()
        if held is not None:
            detail = "Its recommendations and what was saved stay, and it can be brought back."
            Question(f"Archive {held.title}?", detail, "Archive", self._view).ask(
                partial(self._archive, held.id)
            )

    def _archive(self, key: str) -> None:
        made = archive_report(self._desk.db, key, today=self._today())
        self._desk.messages.done(f"Archived the report {made.title}")

    def restore(self) -> None:
        """Bring it back."""
        held = self._current()
        if held is not None:
            made = restore_report(self._desk.db, report(self._desk.db, held.id).id)
            self._desk.messages.done(f"Brought back the report {made.title}")


def _as_asked(problem: FieldProblem) -> FieldProblem:
    """By the name of the field in the dialog."""
    return FieldProblem(_FIELDS.get(problem.field, problem.field), problem.sentence)
