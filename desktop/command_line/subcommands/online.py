"""Attendance from an online meeting: the review printed or saved, decisions read back, and the file taken in."""

import argparse
from pathlib import Path
from typing import Any

from desktop.command_line import choosing
from desktop.command_line.options import a_number, add_event, add_out
from desktop.command_line.session import Session
from engagement.forums.online.clock import MOST_HOURS
from engagement.forums.online.files_held import files_of_event, held_table
from engagement.forums.online.review import LEAST_MINUTES, OTHER_MEETING, Review
from engagement.forums.online.review_file import read_decisions, review_table, save_review
from engagement.forums.online.taking_in import start_review, take_in
from engagement.forums.online.whom import LeftOut
from resources.database import Database
from resources.database.opening import computer
from resources.files.dates import Order
from resources.problem import Problem
from resources.wording import count_of

_ORDERS = {"day-first": Order.DAY_FIRST, "month-first": Order.MONTH_FIRST}


def add_commands(commands: Any) -> None:
    """The review and the list of what was taken in."""
    attendance = commands.add_parser(
        "online-attendance",
        help="attendance from a file of Teams, Zoom or Eventbrite: review it, then take it in",
    )
    add_event(attendance)
    attendance.add_argument("attendance", type=Path, metavar="FILE")
    attendance.add_argument("--least-minutes", type=a_number, default=LEAST_MINUTES, metavar="N",
                            help=f"so many minutes count as attended ({LEAST_MINUTES})")  # fmt: skip
    attendance.add_argument(
        "--review", type=Path, metavar="OUT.xlsx", help="save the review as a workbook to be filled in"
    )
    attendance.add_argument("--decisions", type=Path, metavar="REVIEW.xlsx", help="read the filled-in review")
    attendance.add_argument(
        "--leave-out-undecided", action="store_true", help="leave out whoever is still undecided"
    )
    attendance.add_argument("--dates", choices=tuple(_ORDERS), help="which stands first in the file’s dates")
    attendance.add_argument("--shift", type=_hours, default=0, metavar="HOURS",
                            help="move the file’s times by whole hours, such as 5 or -1")  # fmt: skip
    attendance.add_argument(
        "--other-meeting",
        action="store_true",
        help="the file is this event’s, though its title or time is another",
    )
    attendance.add_argument(
        "--take-in", action="store_true", help="write it: without this nothing is written"
    )
    attendance.set_defaults(run=_attendance)
    held = commands.add_parser(
        "online-files", help="the files of online attendance that were taken in for an event"
    )
    add_event(held)
    add_out(held)
    held.set_defaults(run=_held)


def _hours(text: str) -> int:
    try:
        hours = int(text)
    except ValueError:
        hours = MOST_HOURS + 1
    if abs(hours) > MOST_HOURS:
        raise argparse.ArgumentTypeError(
            f"“{text}” is not a number of whole hours from -{MOST_HOURS} to {MOST_HOURS}."
        )
    return hours


def _attendance(session: Session, asked: argparse.Namespace) -> None:
    opening = session.writing if asked.take_in else session.reading
    with opening() as db:
        review = _reviewed(db, asked)
        session.show(review_table(review))
        if asked.review is not None:
            if asked.review.suffix.casefold() != ".xlsx":
                raise Problem(
                    f"“{asked.review.name}” is not an Excel name. Give the review a name that ends in .xlsx."
                )
            save_review(review, asked.review)
            session.saved(asked.review)
        if not asked.take_in:
            if not review.found.taken_here:
                session.say("Nothing was written: this was a review. Take it in with --take-in.")
            return
        _refuse_undecided(review)
        session.say(f"{take_in(db, review, now=session.now, device=computer()).sentence}.")


def _reviewed(db: Database, asked: argparse.Namespace) -> Review:
    event = choosing.event(db, asked.event)
    review = start_review(db, event.id, asked.attendance, least_minutes=asked.least_minutes)
    if asked.take_in and review.found.taken_here:
        raise Problem(review.found.taken_here)
    if asked.dates:
        review = review.with_order(_ORDERS[asked.dates])
    if asked.shift:
        review = review.with_shift(asked.shift)
    if asked.other_meeting:
        review = review.with_confirmed(OTHER_MEETING)
    if asked.decisions is not None:
        review = read_decisions(review, asked.decisions)
    if asked.leave_out_undecided:
        for line in review.undecided:
            review = review.choose(line.key, LeftOut())
    return review


def _refuse_undecided(review: Review) -> None:
    """With what to write at the command line; `take_in` refuses in the window's words."""
    if any(one.name == "dates" and not one.confirmed for one in review.obstacles):
        raise Problem(f"{review.obstacles[0].sentence} Say it with --dates day-first or --dates month-first.")
    other = next((one for one in review.obstacles if not one.confirmed), None)
    if other is not None:
        shift = review.found.meeting.proposed_shift
        moved = f", or move its times with --shift {shift}" if shift else ""
        raise Problem(f"{other.sentence} Confirm that it is this event’s with --other-meeting{moved}.")
    if review.undecided:
        raise Problem(
            f"{count_of(len(review.undecided), 'person is', 'people are')} undecided, and nothing was written. "
            "Save the review with --review OUT.xlsx, fill in “Your decision”, and give it back with "
            "--decisions OUT.xlsx; "
            "or leave them out with --leave-out-undecided.",
            details=tuple(f"{line.key}. {line.person.shown}" for line in review.undecided[:20]),
        )


def _held(session: Session, asked: argparse.Namespace) -> None:
    with session.reading() as db:
        event = choosing.event(db, asked.event)
        session.show(
            held_table(files_of_event(db, event.id), f"Online attendance of {event.title}"), asked.out, db=db
        )
