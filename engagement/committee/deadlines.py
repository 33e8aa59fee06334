"""Cut-offs back from a meeting: the rules of each committee, bank holidays, and what was met."""

from dataclasses import replace
from datetime import date

from engagement.committee.due_days import PUBLICATION, Deadline, Rule, applying, due
from engagement.committee.limits import one_line
from engagement.committee.meetings import meeting
from engagement.committee.reports import report
from resources.database import Database, change, new_key
from resources.problem import FieldProblem, Problem
from resources.tables import Cell
from resources.wording import date_words
from resources.working_days import HolidayChange, bank_holidays

MOST_DAYS = 250

# --- reading --------------------------------------------------------------------------------------------------


def rules(db: Database) -> list[Rule]:
    """Those that a person set, by name."""
    rows = db.rows(
        """select id, committee, name, working_days, is_clear, source from deadline_rule where archived_on is null
        order by committee, name collate nocase"""
    )
    return [
        Rule(name, days, is_clear=bool(clear), source=source, committee=committee, id=key)
        for key, committee, name, days, clear, source in rows
    ]


def rule(db: Database, key: str) -> Rule:
    """One that a person set."""
    found = next((one for one in rules(db) if one.id == key), None)
    if found is None:
        raise LookupError(f"there is no deadline {key}")
    return found


def holiday_changes(db: Database) -> tuple[HolidayChange, ...]:
    """Days that a person added, or says are worked."""
    rows = db.rows("select day, name, is_holiday from bank_holiday order by day")
    return tuple(HolidayChange(date.fromisoformat(day), name, bool(holiday)) for day, name, holiday in rows)


def days_before(db: Database, meeting_id: str) -> tuple[Deadline, ...]:
    """All days that count before a meeting."""
    at = meeting(db, meeting_id)
    return due(applying(rules(db), at.committee), at.meets_on, holiday_changes(db))


def deadlines_of(db: Database, report_id: str) -> tuple[Deadline, ...]:
    """Those of a report, each with the day on which it was met."""
    done = {
        str(name).casefold(): date.fromisoformat(day)
        for name, day in db.rows("select name, done_on from deadline_done where report_id = ?", (report_id,))
    }
    held = days_before(db, report(db, report_id).meeting_id)
    return tuple(replace(one, done_on=done.get(one.name.casefold())) for one in held)


def next_deadline(db: Database, report_id: str) -> Deadline | None:
    """The first that is not met; None when all are."""
    return next((one for one in deadlines_of(db, report_id) if one.done_on is None), None)


# --- the verbs ------------------------------------------------------------------------------------------------


def set_deadline(
    db: Database,
    name: str,
    working_days: int,
    *,
    committee: str = "",
    is_clear: bool = False,
    source: str = "",
) -> Rule:
    """Keep a deadline for a committee, or for all; one of the same name takes its place."""
    told = one_line("name", "Deadline", name, empty="nothing was entered. Write what is due.")
    if not 0 <= working_days <= MOST_DAYS:
        raise FieldProblem(
            "working_days",
            f"Working days: {working_days} was entered. Give a number from 0 to {MOST_DAYS}.",
        )
    where = one_line("committee", "Committee", committee)
    cells: dict[str, Cell] = {
        "working_days": working_days,
        "is_clear": int(is_clear),
        "source": one_line("source", "Source", source),
        "archived_on": None,
    }
    held = _kept(db, where, told)
    key = held or new_key()
    with change(db, f"Set the deadline: {told}"):
        if held:
            db.update_row("deadline_rule", key, cells)
        else:
            db.insert_row("deadline_rule", {"id": key, "committee": where, "name": told, **cells})
    return rule(db, key)


def _kept(db: Database, committee: str, name: str) -> str:
    """The key of the rule of this name, put away or not; capitals make no other committee, here as in `applying`."""
    sought = committee.casefold(), name.casefold()
    rows = db.rows("select id, committee, name from deadline_rule order by archived_on is not null, id")
    return next((str(key) for key, *of in rows if tuple(str(one).casefold() for one in of) == sought), "")


def archive_deadline(db: Database, key: str, *, today: date) -> None:
    """It counts no more; for publication the law's five clear days stand again."""
    held = rule(db, key)
    with change(db, f"Put away the deadline: {held.name}"):
        db.update_row("deadline_rule", key, {"archived_on": today.isoformat()})


def mark_met(db: Database, report_id: str, name: str, *, on: date, today: date) -> Deadline:
    """It was done on a day, which is not in the future."""
    held = _deadline(db, report_id, name)
    if on > today:
        raise FieldProblem("on", f"Met on: {date_words(on)} is in the future. Give a day up to today.")
    if held.done_on is not None:
        raise Problem(f"{held.name}: met on {date_words(held.done_on)} already. Take that back first.")
    title = report(db, report_id).title
    with change(db, f"Noted as met for {title}: {held.name}"):
        db.insert_row(
            "deadline_done",
            {"id": new_key(), "report_id": report_id, "name": held.name, "done_on": on.isoformat()},
        )
    return _deadline(db, report_id, name)


def take_back_met(db: Database, report_id: str, name: str) -> Deadline:
    """It was not done after all."""
    held = _deadline(db, report_id, name)
    key = db.value(
        "select id from deadline_done where report_id = ? and name = ? collate nocase", (report_id, held.name)
    )
    if key is None:
        raise Problem(f"{held.name}: it is not noted as met.")
    with change(db, f"Took back that it was met: {held.name}"):
        db.delete_row("deadline_done", str(key))
    return _deadline(db, report_id, name)


def add_holiday(db: Database, day: date, name: str) -> HolidayChange:
    """A day that was proclaimed, or that the council keeps."""
    told = one_line("name", "Name", name, empty="nothing was entered. Write what the holiday is called.")
    _refuse_known(db, day, wanted=True)
    return _keep_day(db, HolidayChange(day, told), f"Added the bank holiday on {date_words(day)}")


def work_on(db: Database, day: date) -> HolidayChange:
    """A bank holiday on which the council works after all."""
    _refuse_known(db, day, wanted=False)
    return _keep_day(db, HolidayChange(day, "", is_holiday=False), f"{date_words(day)} is worked after all")


def forget_holiday(db: Database, day: date) -> None:
    """Take back what was said of a day."""
    key = db.value("select id from bank_holiday where day = ?", (day.isoformat(),))
    if key is None:
        raise Problem(f"Nothing was said of {date_words(day)}, so there is nothing to take back.")
    with change(db, f"Took back what was said of {date_words(day)}"):
        db.delete_row("bank_holiday", str(key))


def _refuse_known(db: Database, day: date, *, wanted: bool) -> None:
    known = bank_holidays(day.year, holiday_changes(db))
    if wanted and day in known:
        raise FieldProblem("day", f"{date_words(day)} is a bank holiday already: {known[day]}.")
    if not wanted and day not in known:
        raise FieldProblem("day", f"{date_words(day)} is no bank holiday. Choose one of the list.")


def _keep_day(db: Database, told: HolidayChange, action: str) -> HolidayChange:
    day = told.day.isoformat()
    cells: dict[str, Cell] = {"name": told.name, "is_holiday": int(told.is_holiday)}
    key = db.value("select id from bank_holiday where day = ?", (day,))
    with change(db, action):
        if key is None:
            db.insert_row("bank_holiday", {"id": new_key(), "day": day, **cells})
        else:
            db.update_row("bank_holiday", str(key), cells)
    return told


def _deadline(db: Database, report_id: str, name: str) -> Deadline:
    held = deadlines_of(db, report_id)
    found = next((one for one in held if one.name.casefold() == name.casefold()), None)
    if found is None:
        names = ", ".join(one.name for one in held)
        raise Problem(f"There is no deadline “{name}” for this report. It has: {names or PUBLICATION}.")
    return found
