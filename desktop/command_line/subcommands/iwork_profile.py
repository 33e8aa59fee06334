"""Profiles of i-Work without a window: what is said of somebody, by their reference, and the one-page profile."""

import argparse
from pathlib import Path
from typing import Any

from desktop.command_line.options import DOCUMENT_HELP, a_day, a_word, add_out
from desktop.command_line.session import Session
from desktop.documents import document_name
from resources.database import Database
from resources.problem import Problem
from workforce.iwork.papers.easy_page import telling
from workforce.iwork.papers.easy_read import save_easy_read
from workforce.iwork.people.people import Person, person_by_reference
from workforce.iwork.people.views import note_view
from workforce.iwork.profile import checks, meetings, needs, profile_tasks, profiles, travel
from workforce.iwork.profile.adjustments import Adjustment, adjustment_by_name
from workforce.iwork.profile.availability import set_availability
from workforce.iwork.profile.profiles import ProfileFacts
from workforce.iwork.profile.tables import profile_table, profiles_table
from workforce.iwork.profile.tasks import Task, task_by_name
from workforce.iwork.profile.travel import Way, read_most
from workforce.iwork.times import read_hours
from workforce.iwork.vocabulary import (
    BuddyNeed,
    CheckKind,
    CheckState,
    Level,
    Need,
    Sense,
    TaskWish,
    TravelMode,
)
from workforce.iwork.weeks import read_week, week_said

_TEXTS = ("strengths", "interests", "experience", "communication", "support-at-work", "wishes")


def add_commands(commands: Any) -> None:
    """What is said of somebody, and what comes of it."""
    shown = commands.add_parser("iwork-profile", help="somebody's profile, or how far all profiles have come")
    shown.add_argument("person", nargs="?", metavar="REFERENCE", help="as IW-014; otherwise everybody")
    add_out(shown)
    shown.set_defaults(run=_profile)
    _add_edit(commands)
    _add_parts(commands)
    meeting = _of(commands, "iwork-meeting", "a meeting about a profile", _meeting)
    meeting.add_argument("--on", type=a_day, metavar="DATE", help="when they met (otherwise today)")
    meeting.add_argument("--with", dest="with_whom", default="", metavar="WORDS", help="who else was there")
    meeting.add_argument(
        "--covered", default="", metavar="WORDS", help="what was talked about, parted by “;”"
    )
    meeting.add_argument("--next", dest="next_time", default="", metavar="WORDS", help="for the next time")
    paper = _of(commands, "iwork-easy-read", "the easy-read profile of somebody, on one page", _easy_read)
    paper.add_argument("document", type=Path, metavar="OUT.docx", help=DOCUMENT_HELP)
    paper.add_argument("--without-name", action="store_true", help="“About me”, without any name")


def _of(commands: Any, name: str, words: str, run: Any) -> argparse.ArgumentParser:
    made: argparse.ArgumentParser = commands.add_parser(name, help=words)
    made.add_argument("person", metavar="REFERENCE", help="whose, as IW-014")
    made.set_defaults(run=run)
    return made


def _add_edit(commands: Any) -> None:
    edit = _of(commands, "iwork-profile-edit", "write into somebody's profile", _edit)
    for name in _TEXTS:
        edit.add_argument(f"--{name}", metavar="WORDS")
    for sense in Sense:
        edit.add_argument(
            f"--{sense.value}",
            type=a_word(Level),
            metavar="LEVEL",
            help=f"{sense.label}: low, medium or high at most",
        )
    edit.add_argument("--hours", metavar="HOURS", help="hours a week wanted, as 7.5")
    edit.add_argument("--most", metavar="HOURS", help="hours a week at most")
    edit.add_argument(
        "--buddy", type=a_word(BuddyNeed), metavar="NEED", help="not needed, helps or must have"
    )
    edit.add_argument("--ready-from", type=a_day, metavar="DATE")


def _add_parts(commands: Any) -> None:
    week = _of(commands, "iwork-availability", "when somebody can work, all of a week", _availability)
    week.add_argument(
        "week", metavar="WEEK", help="as “Mon, Wed 9:30 to 14:00; Fri mornings”; “none” for none"
    )
    task = _of(commands, "iwork-task", "what somebody says of a task", _task)
    task.add_argument("task", metavar="TASK", help="its name, as “Laying tables”")
    task.add_argument("wish", type=a_word(TaskWish), metavar="WISH", help="likes, “would try” or avoid")
    task.add_argument("--done-before", action="store_true", help="they have done it before")
    need = _of(commands, "iwork-need", "an adjustment that somebody needs", _need)
    need.add_argument("adjustment", metavar="ADJUSTMENT", help="its name, as “Extra breaks”")
    need.add_argument(
        "need", type=a_word(Need), metavar="NEED", help="must or helps", nargs="?", default=Need.HELPS
    )
    way = _of(commands, "iwork-travel", "a way in which somebody gets to work", _travel)
    way.add_argument(
        "mode", type=a_word(TravelMode), metavar="MODE", help="walk, cycle, bus, train, drive, lift, taxi"
    )
    way.add_argument("most", nargs="?", default="", metavar="MOST", help="as “40 minutes” or “1.5 miles”")
    check = _of(commands, "iwork-check", "a check that somebody holds or applied for", _check)
    check.add_argument(
        "kind", type=a_word(CheckKind), metavar="CHECK", help="as “DBS, enhanced” or dbs_enhanced"
    )
    check.add_argument("state", type=a_word(CheckState), metavar="STATE", nargs="?", default=CheckState.HELD,
                       help="held or applied")  # fmt: skip
    check.add_argument("--dated", type=a_day, metavar="DATE")
    check.add_argument("--until", type=a_day, metavar="DATE", help="the last day on which it counts")
    for one in (task, need, way, check):
        one.add_argument("--remove", action="store_true", help="take it out of the profile")


# --- what is done -------------------------------------------------------------------------------------------------


def _whose(session: Session, vault: Database, asked: argparse.Namespace, what: str) -> Person:
    held = person_by_reference(vault, asked.person)
    note_view(vault, held.id, what, now=session.now)
    return held


def _profile(session: Session, asked: argparse.Namespace) -> None:
    with session.register(read_only=not asked.person) as opened:
        if not asked.person:
            session.show(profiles_table(opened.db, today=session.today), asked.out)
            return
        held = _whose(session, opened.db, asked, "Profile")
        table = profile_table(opened.db, held.id, today=session.today)
        session.show(table, asked.out)
        if not table.rows and not asked.out:
            session.say(*table.notes)


def _edit(session: Session, asked: argparse.Namespace) -> None:
    facts = ProfileFacts()
    for name in _TEXTS:
        said = getattr(asked, name.replace("-", "_"))
        if said is not None:
            facts[name.replace("-", "_")] = said  # type: ignore[literal-required]
    for name in (*(sense.value for sense in Sense), "buddy", "ready_from"):
        if getattr(asked, name) is not None:
            facts[name] = getattr(asked, name)  # type: ignore[literal-required]
    if asked.hours is not None:
        facts["minutes_wanted"] = read_hours(asked.hours)
    if asked.most is not None:
        facts["minutes_most"] = read_hours(asked.most)
    if not facts:
        raise Problem("Nothing was given to write. Say what, such as --hours 8.")
    with session.register(read_only=False) as opened:
        held = _whose(session, opened.db, asked, "Profile")
        profiles.edit_profile(opened.db, held.id, **facts)
        session.say(f"Changed the profile of {held.reference}.")


def _availability(session: Session, asked: argparse.Namespace) -> None:
    times = () if asked.week.strip().casefold() == "none" else read_week(asked.week)
    with session.register(read_only=False) as opened:
        held = _whose(session, opened.db, asked, "Profile")
        set_availability(opened.db, held.id, times)
        session.say(f"{held.reference} can work: {week_said(times) or 'no times'}.")


def _named_task(vault: Database, name: str) -> Task:
    found = task_by_name(vault, name)
    if found is None:
        raise Problem(f"There is no task “{name}”. “provider-desk iwork-tasks” lists them.")
    return found


def _named_adjustment(vault: Database, name: str) -> Adjustment:
    found = adjustment_by_name(vault, name)
    if found is None:
        raise Problem(f"There is no adjustment “{name}”. “provider-desk iwork-adjustments” lists them.")
    return found


def _task(session: Session, asked: argparse.Namespace) -> None:
    with session.register(read_only=False) as opened:
        held, of = _whose(session, opened.db, asked, "Profile"), _named_task(opened.db, asked.task)
        if asked.remove:
            profile_tasks.remove_task_wish(opened.db, held.id, of.id, asked.wish)
        else:
            profile_tasks.set_task_wish(
                opened.db, held.id, of.id, asked.wish, done_before=asked.done_before or None
            )
        _say_changed(session, held)


def _need(session: Session, asked: argparse.Namespace) -> None:
    with session.register(read_only=False) as opened:
        held = _whose(session, opened.db, asked, "Profile")
        of = _named_adjustment(opened.db, asked.adjustment)
        if asked.remove:
            needs.remove_need(opened.db, held.id, of.id)
        else:
            needs.set_need(opened.db, held.id, of.id, asked.need)
        _say_changed(session, held)


def _travel(session: Session, asked: argparse.Namespace) -> None:
    minutes, tenths = read_most(asked.most)
    with session.register(read_only=False) as opened:
        held = _whose(session, opened.db, asked, "Profile")
        if asked.remove:
            travel.remove_way(opened.db, held.id, asked.mode)
        else:
            travel.set_way(opened.db, held.id, Way(asked.mode, minutes, tenths))
        _say_changed(session, held)


def _check(session: Session, asked: argparse.Namespace) -> None:
    with session.register(read_only=False) as opened:
        held = _whose(session, opened.db, asked, "Checks")
        if asked.remove:
            checks.remove_check(opened.db, held.id, asked.kind)
        else:
            facts = checks.CheckFacts()
            if asked.dated is not None:
                facts["dated_on"] = asked.dated
            if asked.until is not None:
                facts["until_on"] = asked.until
            checks.set_check(opened.db, held.id, asked.kind, asked.state, **facts)
        _say_changed(session, held)


def _say_changed(session: Session, held: Person) -> None:
    session.say(f"Changed the profile of {held.reference}.")


def _meeting(session: Session, asked: argparse.Namespace) -> None:
    with session.register(read_only=False) as opened:
        held = _whose(session, opened.db, asked, "Profile meetings")
        meetings.add_meeting(
            opened.db, held.id, asked.on or session.today, today=session.today, with_whom=asked.with_whom,
            covered=asked.covered, next_time=asked.next_time,
        )  # fmt: skip
        session.say(f"Added a meeting with {held.reference}.")


def _easy_read(session: Session, asked: argparse.Namespace) -> None:
    path = document_name(asked.document)
    with session.register(read_only=False) as opened:
        held = _whose(session, opened.db, asked, "One-page profile")
        saved = save_easy_read(opened.db, held.id, path, today=session.today, without_name=asked.without_name)
    session.say(f"{saved.words}.", *telling(saved.left_out))
