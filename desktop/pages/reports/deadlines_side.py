"""Meetings to come and what is due before each."""

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout

from desktop import clock
from desktop.pages.reports.chosen_report import ChosenReport
from desktop.pages.reports.committee_side import CommitteeSide
from desktop.pages.reports.deadline_acts import DeadlineActs
from desktop.pages.reports.deadline_lists import DeadlineLists
from desktop.pages.sides.list_part import ListPart
from desktop.shell.actions import Action
from desktop.shell.looks.look import PANE
from desktop.shell.page import Desk
from desktop.widgets.action_row import ActionRow
from desktop.widgets.detail import Detail, Line, Section
from desktop.widgets.empty import EmptyPage
from engagement.committee.days_ahead import COLUMNS, NO_REPORT, DueDay, days_ahead, days_cells
from resources.tables import ColumnKind, Table
from resources.wording import date_short, date_words, lower_first

NOTHING = (
    "No meeting is to come. Add the meetings of the year: the day of publication and every other deadline is counted "
    "back from each, past weekends and bank holidays."
)
_COMPOSE = "Compose"


class DeadlinesSide(CommitteeSide):
    """A table of the days, the next first, and beside it the meeting that a day belongs to."""

    tab = "Deadlines"

    def __init__(self, desk: Desk, chosen: ChosenReport, *, now: Callable[[], datetime] = clock.now) -> None:
        super().__init__(desk, chosen, now=now)
        self._held: dict[str, DueDay] = {}
        self.acts = DeadlineActs(desk, self, self.at_cursor, now=self._now)
        self.lists = DeadlineLists(desk, self, now=self._now)
        self.row = ActionRow([one for one in self.actions_here() if one.toolbar and not one.primary])
        first = Action("meeting_first", "Add a meeting", self.acts.add_meeting)
        self.part = ListPart(
            desk, COLUMNS, name="committee_deadlines", title="Deadlines", one="Meeting",
            empty=EmptyPage(NOTHING, None if desk.opened.read_only else first), draw=self._detail,
            chips=("committee", "state"),
        )  # fmt: skip
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        head = QVBoxLayout()
        head.setContentsMargins(PANE, 0, PANE, 0)
        head.addWidget(self.row)
        column.addLayout(head)
        column.addWidget(self.part, 1)
        self.part.moved.connect(self._tell)
        self.part.opened.connect(self._meet)

    # What can be done

    def actions_here(self) -> list[Action]:
        """With meetings and deadlines."""
        acts = self.acts
        return [
            Action("meeting_add", "Add a meeting…", acts.add_meeting, "Ctrl+N", icon="calendar", primary=True,
                   enabled=self.may_write),
            Action("deadline_met", "Met…", acts.mark_met, icon="check", enabled=self._may_meet,
                   tip="It was done, and on which day"),
            Action("deadline_not_met", "Not met after all", acts.take_back, icon="undo", enabled=self._is_met,
                   toolbar=False),
            Action("deadline_report", "Compose its report", self._compose, icon="reports", enabled=self._has_report),
            Action("meeting_edit", "Change the meeting…", acts.edit_meeting, icon="edit", enabled=self._may_change),
            Action("meeting_archive", "Archive the meeting…", acts.archive_meeting, icon="archive",
                   enabled=self._may_change, toolbar=False),
            Action("deadline_rules", "Deadlines…", self.lists.rules, icon="edit", enabled=lambda: self.is_current,
                   tip="How many days before the meeting each thing is due"),
            Action("bank_holidays", "Bank holidays…", self.lists.holidays, icon="calendar",
                   enabled=lambda: self.is_current),
            Action("deadline_calendar", "Calendar file…", acts.ask_calendar, icon="export", enabled=self._is_one,
                   tip="Meetings and deadlines for Outlook and other calendars"),
        ]  # fmt: skip

    def at_cursor(self) -> DueDay | None:
        """The day with the cursor."""
        return self._held.get(self.part.key)

    def _is_one(self) -> bool:
        return self.is_current and self.at_cursor() is not None

    def _may_change(self) -> bool:
        return self.may_write() and self.at_cursor() is not None

    def _has_report(self) -> bool:
        held = self.at_cursor()
        return self.is_current and held is not None and held.report is not None

    def _may_meet(self) -> bool:
        held = self.at_cursor()
        return self.may_write() and self._has_report() and held is not None and held.deadline.done_on is None

    def _is_met(self) -> bool:
        held = self.at_cursor()
        return self.may_write() and held is not None and held.deadline.done_on is not None

    @Slot(str)
    def _meet(self, _key: str) -> None:
        if self._may_meet():
            self.acts.mark_met()

    def _compose(self) -> None:
        held = self.at_cursor()
        if held is not None and held.report is not None:
            self.chosen.choose(held.report.id)
            self.turn_to.emit(_COMPOSE, "")

    # What is shown

    @Slot()
    def reload(self) -> None:
        """All days as they are counted now; the cursor stands on the first that is open where it stood nowhere."""
        today, was = self._today(), self.part.key
        held = days_ahead(self._desk.db, today)
        self._held = {one.key: one for one in held}
        self.part.show_rows(days_cells(self._desk.db, held, today), keys=list(self._held))
        first = next((one.key for one in held if one.deadline.done_on is None), "")
        if not was and first:
            self.part.show_row(first)
        self._tell()

    def _detail(self, key: str) -> Detail | None:
        held = self._held.get(key)
        if held is None:
            return None
        names = ("deadline_met", "deadline_not_met", "deadline_report")
        actions = [one for one in self.actions_here() if one.name in names and one.ready()]
        owner = held.report or held.meeting
        of_one = [one for one in self._held.values() if (one.report or one.meeting) == owner]
        return deadline_detail(held, of_one, actions, today=self._today())

    @Slot()
    def _tell(self) -> None:
        self.row.setVisible(self.part.has_rows)
        self.row.refresh()
        self.moved.emit()

    # What the page asks

    def has(self, key: str) -> bool:
        """Whether the key is of a meeting to come, or of a day before one."""
        return bool(row_of(days_ahead(self._desk.db, self._today()), key))

    def show_row(self, key: str) -> None:
        """Put the cursor on a day; of a meeting on the first that is open."""
        self.part.show_row(row_of(days_ahead(self._desk.db, self._today()), key))

    def table(self) -> Table | None:
        """The days shown."""
        return self.part.table() if self.part.has_rows else None

    def row_for_history(self) -> tuple[str, str]:
        """The meeting with the cursor."""
        held = self.at_cursor()
        return "committee_meeting", held.meeting.id if held else ""

    def status_text(self) -> str:
        """How many are late, or how many there are."""
        if not self.part.has_rows:
            return ""
        late = sum(one.deadline.is_late(self._today()) for one in self._held.values())
        return f"{late} overdue" if late else self.part.pane.rows_words

    def focus_first(self) -> None:
        """The table, or the way to begin."""
        self.part.focus_first()

    def focus_filter(self) -> None:
        """Its filter."""
        self.part.pane.bar.focus_field()


def row_of(held: list[DueDay], key: str) -> str:
    """The row that a key means: its own, or of a meeting the first day that is open; "" where there is none."""
    if any(one.key == key for one in held):
        return key
    of_it = [one for one in held if one.meeting.id == key]
    found = next((one for one in of_it if one.deadline.done_on is None), next(iter(of_it), None))
    return found.key if found is not None else ""


def deadline_detail(held: DueDay, of_one: list[DueDay], actions: list[Action], *, today: date) -> Detail:
    """A day in full, and all others before the same meeting."""
    due, at = held.deadline, held.meeting
    return Detail(
        due.name,
        f"{held.report.title if held.report else NO_REPORT}, meeting on {date_words(at.meets_on)}",
        pills=((ColumnKind.STATUS, held.state(today)),),
        actions=actions,
        sections=(
            Section("Deadline", (
                Line("Due", date_words(due.day)),
                Line("Met on", date_words(due.done_on) if due.done_on else ""),
                Line("Rule", due.rule.words),
                Line("Source", due.rule.source),
            )),
            Section("Meeting", (
                Line("Committee", at.committee),
                Line("Meets on", date_words(at.meets_on)),
                Line("Note", at.note),
            )),
            Section("All deadlines before it", tuple(
                Line(date_short(one.deadline.day), f"{one.deadline.name} ({lower_first(one.state(today))})")
                for one in of_one
            )),
        ),
    )  # fmt: skip
