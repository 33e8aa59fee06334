"""Deadlines before meetings without a window: what is due, which rules count, bank holidays, the calendar file."""

import argparse
from pathlib import Path
from typing import Any

from desktop.command_line.committee_choosing import a_report, add_report
from desktop.command_line.options import a_day, a_number, add_out
from desktop.command_line.session import Session
from engagement.committee import deadlines
from engagement.committee.calendar_file import save_calendar
from engagement.committee.days_ahead import days_table, holidays_table, rules_in_use, rules_table
from resources.files.names import name_of
from resources.problem import Problem
from resources.wording import count_of, date_words


def add_commands(commands: Any) -> None:
    """All of them."""
    listed = commands.add_parser("report-deadlines", help="what is due before the meetings to come")
    listed.add_argument("--rules", action="store_true", help="which deadlines count, instead")
    listed.add_argument("--calendar", type=Path, metavar="FILE", help="save them as a calendar file (.ics)")
    add_out(listed)
    listed.set_defaults(run=_list)
    kept = commands.add_parser("report-deadline-set", help="set a deadline before meetings, or put one away")
    kept.add_argument("name", metavar="NAME", help="what is due")
    kept.add_argument(
        "days", nargs="?", type=a_number, metavar="DAYS", help="working days before the meeting"
    )
    kept.add_argument(
        "--committee", default="", metavar="NAME", help="for this committee only (otherwise for all)"
    )
    kept.add_argument(
        "--clear", action="store_true", help="clear days: neither that day nor the meeting’s counts"
    )
    kept.add_argument("--source", default="", metavar="TEXT", help="where it is written")
    kept.add_argument("--archive", action="store_true", help="put it away")
    kept.set_defaults(run=_set)
    done = commands.add_parser("report-deadline-done", help="a deadline of a report was met")
    add_report(done)
    done.add_argument("name", metavar="NAME", help="what was due")
    done.add_argument("--on", type=a_day, metavar="DATE", help="when it was met (otherwise today)")
    done.add_argument("--take-back", action="store_true", help="it was not met after all")
    done.set_defaults(run=_done)
    days = commands.add_parser("bank-holidays", help="bank holidays, by which working days are counted")
    what = days.add_mutually_exclusive_group()
    what.add_argument("--add", type=a_day, metavar="DATE", help="a day that was proclaimed (with --name)")
    what.add_argument("--worked", type=a_day, metavar="DATE", help="a bank holiday that is worked after all")
    what.add_argument("--take-back", type=a_day, metavar="DATE", help="take back what was said of a day")
    days.add_argument("--name", default="", metavar="NAME", help="what the day is called")
    add_out(days)
    days.set_defaults(run=_holidays)


def _list(session: Session, asked: argparse.Namespace) -> None:
    with session.reading() as db:
        if asked.calendar:
            number = save_calendar(db, asked.calendar, now=session.now)
            session.say(f"Saved “{name_of(asked.calendar)}” with {count_of(number, 'day')}.")
            return
        table = rules_table(db) if asked.rules else days_table(db, session.today)
        session.show(table, asked.out, db=db)


def _set(session: Session, asked: argparse.Namespace) -> None:
    with session.writing() as db:
        if asked.archive:
            held = next(
                (one for one in deadlines.rules(db) if one.committee.casefold() == asked.committee.casefold()
                 and one.name.casefold() == asked.name.casefold()), None,
            )  # fmt: skip
            if held is None:
                names = ", ".join(dict.fromkeys(one.name for one in rules_in_use(db)))
                raise Problem(f"No deadline “{asked.name}” was set by anybody. There are: {names}.")
            deadlines.archive_deadline(db, held.id, today=session.today)
            session.say(f"Put away the deadline: {held.name}.")
            return
        if asked.days is None:
            raise Problem("How many days before the meeting was not said. Write the number after the name.")
        made = deadlines.set_deadline(
            db, asked.name, asked.days, committee=asked.committee, is_clear=asked.clear, source=asked.source
        )
        session.say(f"{made.name}: {made.words}.")


def _done(session: Session, asked: argparse.Namespace) -> None:
    with session.writing() as db:
        held = a_report(db, asked.report)
        if asked.take_back:
            made = deadlines.take_back_met(db, held.id, asked.name)
            session.say(f"Not met after all: {made.name}.")
            return
        made = deadlines.mark_met(db, held.id, asked.name, on=asked.on or session.today, today=session.today)
        session.say(f"{made.name}: {made.state(session.today).lower()}.")


def _holidays(session: Session, asked: argparse.Namespace) -> None:
    if not (asked.add or asked.worked or asked.take_back):
        with session.reading() as db:
            session.show(holidays_table(db, session.today), asked.out, db=db)
        return
    with session.writing() as db:
        if asked.add:
            day = deadlines.add_holiday(db, asked.add, asked.name)
            session.say(f"Added {day.name}, {date_words(day.day)}.")
        elif asked.worked:
            session.say(f"{date_words(deadlines.work_on(db, asked.worked).day)} is worked after all.")
        else:
            deadlines.forget_holiday(db, asked.take_back)
            session.say(f"Took back what was said of {date_words(asked.take_back)}.")
