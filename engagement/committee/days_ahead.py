"""What is due before the meetings to come, for each report or for a meeting that has none yet."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from engagement.committee.deadlines import days_before, deadlines_of, holiday_changes, rules
from engagement.committee.due_days import SHIPPED, Deadline, Rule, applying
from engagement.committee.meetings import CommitteeMeeting, meetings
from engagement.committee.reports import CommitteeReport, reports_of
from resources.database import Database
from resources.tables import Cell, Column, ColumnKind, Table
from resources.wording import count_of
from resources.working_days import HolidayChange, bank_holidays, working_days_between

COLUMNS = (
    Column("due", "Due", ColumnKind.DATE, width=110),
    Column("what", "What", width=280),
    Column("state", "State", ColumnKind.STATUS, width=116),
    Column("left", "Working days", width=130),
    Column("report", "Report", width=220),
    Column("meets_on", "Meeting", ColumnKind.DATE, width=110),
    Column("committee", "Committee", width=220),
    Column("done_on", "Met on", ColumnKind.DATE, width=110),
    Column("rule", "Rule", width=200),
)
NO_REPORT = "No report is begun"


@dataclass(frozen=True)
class DueDay:
    """A deadline before a meeting; `report` is None where no report is begun for it."""

    meeting: CommitteeMeeting
    report: CommitteeReport | None
    deadline: Deadline

    @property
    def key(self) -> str:
        """Of the report or the meeting, with what is due."""
        return f"{self.report.id if self.report else self.meeting.id}/{self.deadline.name}"

    def state(self, today: date) -> str:
        """In a word that has a shape of its own."""
        if self.deadline.done_on is not None:
            return "Met late" if self.deadline.done_on > self.deadline.day else "Met"
        if self.deadline.day < today:
            return "Overdue"
        return "Due today" if self.deadline.day == today else "To come"


def days_ahead(db: Database, today: date) -> list[DueDay]:
    """All of them, the first day first."""
    found: list[DueDay] = []
    for at in meetings(db):
        if at.meets_on >= today:
            found += _of_meeting(db, at)
    return sorted(found, key=lambda one: (one.deadline.day, one.meeting.meets_on, one.deadline.name, one.key))


def _of_meeting(db: Database, at: CommitteeMeeting) -> Iterable[DueDay]:
    begun = [one for one in reports_of(db, at.id) if one.archived_on is None]
    for one in begun:
        yield from (DueDay(at, one, due) for due in deadlines_of(db, one.id))
    if not begun:
        yield from (DueDay(at, None, due) for due in days_before(db, at.id))


def days_cells(db: Database, held: Iterable[DueDay], today: date) -> list[tuple[Cell, ...]]:
    """Each as a row of `COLUMNS`."""
    changes = holiday_changes(db)
    rows: list[tuple[Cell, ...]] = []
    for one in held:
        due, done = one.deadline, one.deadline.done_on
        left = "" if done else _left(today, due.day, changes)
        rows.append((
            due.day.isoformat(), due.name, one.state(today), left,
            one.report.title if one.report else NO_REPORT, one.meeting.meets_on.isoformat(), one.meeting.committee,
            done.isoformat() if done else None, due.rule.words,
        ))  # fmt: skip
    return rows


def days_table(db: Database, today: date) -> Table:
    """What is due before the meetings to come."""
    return Table("Deadlines", COLUMNS, tuple(days_cells(db, days_ahead(db, today), today)), as_at=today)


def rules_in_use(db: Database) -> list[Rule]:
    """Those that a person set, and those that the law sets while nobody set another for all."""
    held = rules(db)
    of_all = {one.name.casefold() for one in held if not one.committee}
    return [*(one for one in SHIPPED if one.name.casefold() not in of_all), *held]


def rules_table(db: Database) -> Table:
    """Which deadlines count."""
    columns = (
        Column("what", "What", width=280),
        Column("rule", "When", width=270),
        Column("committee", "Committee", width=130),
        Column("source", "Source", width=300),
    )
    rows = ((one.name, one.words, one.committee or "All", one.source) for one in rules_in_use(db))
    return Table("Rules for deadlines", columns, tuple(rows))


def rule_keys(db: Database) -> list[str]:
    """The keys of the rows of `rules_table`; of a rule of the law "law" before its name."""
    return [one.id or f"law {one.name}" for one in rules_in_use(db)]


def holidays_table(db: Database, today: date) -> Table:
    """Bank holidays of this year and the next two, and days that are worked after all."""
    columns = (
        Column("day", "Day", ColumnKind.DATE, width=120),
        Column("name", "Name", width=280),
        Column("said", "Changed", width=200),
    )
    changes = {one.day: one for one in holiday_changes(db)}
    rows: list[tuple[Cell, ...]] = []
    for day, name in _holidays(db, today):
        said = "" if day not in changes else "Added here" if changes[day].is_holiday else "Worked after all"
        rows.append((day.isoformat(), name, said))
    return Table("Bank holidays", columns, tuple(rows))


def holiday_keys(db: Database, today: date) -> list[str]:
    """The days of the rows of `holidays_table`."""
    return [day.isoformat() for day, _ in _holidays(db, today)]


def _holidays(db: Database, today: date) -> list[tuple[date, str]]:
    changes = holiday_changes(db)
    found: dict[date, str] = {one.day: one.name for one in changes if one.day.year >= today.year}
    for year in range(today.year, today.year + 3):
        known = bank_holidays(year)
        found |= {day: name for day, name in known.items() if not found.get(day)}
        found |= {day: known.get(day, name) for day, name in found.items() if not name}
    return sorted(found.items())


def applying_words(db: Database, at: CommitteeMeeting) -> str:
    """How many deadlines stand before a meeting."""
    return count_of(len(applying(rules(db), at.committee)), "deadline")


def _left(today: date, day: date, changes: tuple[HolidayChange, ...]) -> str:
    if day == today:
        return "today"
    number = working_days_between(min(today, day), max(today, day), changes) + 1
    return f"{number} late" if day < today else f"{number} left"
