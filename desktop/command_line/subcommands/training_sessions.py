"""Training sessions, their bookings, attendance and papers, without a window."""

import argparse
from collections.abc import Iterable
from datetime import datetime
from typing import Any, cast

from desktop.command_line import choosing
from desktop.command_line.options import a_day, a_number, a_time, add_document, add_out, add_several, filtered
from desktop.command_line.session import Session
from desktop.documents import document_name
from resources.database import Database
from resources.files.names import name_of
from resources.problem import Problem
from resources.wording import and_list, count_of, from_london, in_london
from workforce.training import attendance, bookings, sessions
from workforce.training.bookings import Booking
from workforce.training.learners import learner
from workforce.training.sessions import NewSession, TrainingSession, session_name
from workforce.training.tables import bookings_table, sessions_table
from workforce.training.vocabulary import BookingStatus


def add_commands(commands: Any) -> None:
    """Sessions, who is booked on them, and who came."""
    listed = commands.add_parser(
        "training-sessions", help="sessions with how full they are, the latest first"
    )
    add_several(listed, "course", "status")
    add_out(listed)
    listed.set_defaults(run=_sessions)
    _add_session(commands)
    _add_bookings(commands)
    _add_papers(commands)


def _add_session(commands: Any) -> None:
    one = commands.add_parser(
        "training-session", help="plan a session, or change, cancel, reinstate or remove one"
    )
    what = one.add_mutually_exclusive_group(required=True)
    what.add_argument(
        "--plan", metavar="COURSE", help="words of a course’s name (needs --day, --from and --until)"
    )
    what.add_argument("--edit", metavar="SESSION", help="words of its course and day, or its key")
    what.add_argument("--cancel", metavar="SESSION", help="it does not take place")
    what.add_argument("--reinstate", metavar="SESSION", help="it takes place after all")
    what.add_argument("--remove", metavar="SESSION", help="it was entered by mistake")
    one.add_argument("--day", type=a_day, metavar="DATE")
    one.add_argument("--last-day", type=a_day, metavar="DATE", help="of a session that takes several days")
    one.add_argument("--from", dest="starts", type=a_time, metavar="TIME")
    one.add_argument("--until", dest="ends", type=a_time, metavar="TIME")
    one.add_argument("--venue", metavar="NAME")
    one.add_argument("--trainer", metavar="NAME")
    one.add_argument("--places", type=a_number, metavar="N", help="otherwise there is no limit")
    one.add_argument("--no-limit", action="store_true", help="room for everybody (with --edit)")
    one.add_argument("--note", metavar="TEXT", help="or why it is cancelled")
    one.set_defaults(run=_session)


def _add_bookings(commands: Any) -> None:
    book = commands.add_parser(
        "training-book", help="book a learner on a session, or with --cancel give a place up"
    )
    _add_which(book)
    book.add_argument("learner", metavar="LEARNER", help="words of the name, or the ULN")
    book.add_argument("--provider", metavar="NAME", help="for which provider, of somebody who works at two")
    book.add_argument(
        "--cancel", action="store_true", help="the place is given up; the first who waits has it"
    )
    book.add_argument("--note", default="", metavar="TEXT")
    book.set_defaults(run=_book)
    register = commands.add_parser(
        "training-register", help="who is booked on a session, who waits and who came"
    )
    _add_which(register)
    add_out(register)
    register.set_defaults(run=_register)
    taken = commands.add_parser("training-attendance", help="take the attendance of a session")
    _add_which(taken)
    what = taken.add_mutually_exclusive_group(required=True)
    what.add_argument(
        "--came", nargs="+", metavar="LEARNER", help="those who came; everybody else booked did not"
    )
    what.add_argument("--all", action="store_true", help="everybody booked came")
    what.add_argument("--all-but", nargs="+", metavar="LEARNER", help="everybody booked came but these")
    what.add_argument("--nobody", action="store_true", help="nobody came")
    what.add_argument("--take-back", action="store_true", help="it was taken by mistake")
    taken.set_defaults(run=_attendance)


def _add_papers(commands: Any) -> None:
    sheet = commands.add_parser("training-sign-in", help="the paper to sign at a session, for Word")
    _add_which(sheet)
    add_document(sheet)
    sheet.set_defaults(run=_sheet)
    page = commands.add_parser("training-certificates", help="a certificate for each who came, for Word")
    _add_which(page)
    add_document(page)
    page.add_argument(
        "--only", action="append", default=[], metavar="LEARNER", help="only this one (may be repeated)"
    )
    page.set_defaults(run=_certificates)


def _add_which(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("session", metavar="SESSION", help="words of its course and day, or its key")


# --- sessions -------------------------------------------------------------------------------------------------


def _sessions(session: Session, asked: argparse.Namespace) -> None:
    with session.reading() as db:
        table = sessions_table(db)
        session.show(filtered(table, {"course": asked.course, "status": asked.status}), asked.out, db=db)


def _session(session: Session, asked: argparse.Namespace) -> None:
    with session.writing() as db:
        said = _planned(db, asked) if asked.plan else _changed(db, asked)
    session.say(said)


def _planned(db: Database, asked: argparse.Namespace) -> str:
    if asked.day is None or asked.starts is None or asked.ends is None:
        raise Problem("A session needs a day and its times. Give --day, --from and --until.")
    starts, ends = _times(asked, None)
    course = choosing.course(db, asked.plan)
    made = sessions.plan_session(
        db, course.id, starts, ends, venue=asked.venue or "", trainer=asked.trainer or "", places=asked.places,
        note=asked.note or "",
    )  # fmt: skip
    return f"Planned {session_name(db, made.id)}."


def _times(asked: argparse.Namespace, held: TrainingSession | None) -> tuple[datetime, datetime]:
    """What is not given stays as it was; another day keeps the times."""
    if held is None:
        return from_london(asked.day, asked.starts), from_london(asked.last_day or asked.day, asked.ends)
    starts, ends = in_london(held.starts_at), in_london(held.ends_at)
    first = asked.day or starts.date()
    last = asked.last_day or (first if asked.day else ends.date())
    return from_london(first, asked.starts or starts.time()), from_london(last, asked.ends or ends.time())


def _changed(db: Database, asked: argparse.Namespace) -> str:
    held = choosing.training_session(db, asked.edit or asked.cancel or asked.reinstate or asked.remove)
    name = session_name(db, held.id)
    if asked.cancel:
        sessions.cancel_session(db, held.id, reason=asked.note or "")
        return f"Cancelled {name}."
    if asked.reinstate:
        sessions.reinstate_session(db, held.id)
        return f"{name} takes place after all."
    if asked.remove:
        sessions.remove_session(db, held.id)
        return f"Removed {name}."
    given = {name: getattr(asked, name) for name in ("venue", "trainer", "places", "note")}
    facts = cast(NewSession, {one: value for one, value in given.items() if value is not None})
    if asked.no_limit:
        facts["places"] = None
    starts, ends = _times(asked, held)
    sessions.edit_session(db, held.id, starts_at=starts, ends_at=ends, **facts)
    return f"Changed {session_name(db, held.id)}."


# --- bookings and attendance ----------------------------------------------------------------------------------


def _book(session: Session, asked: argparse.Namespace) -> None:
    with session.writing() as db:
        held, who = choosing.training_session(db, asked.session), choosing.learner(db, asked.learner)
        said = (
            _given_up(db, held, who.id, asked.note)
            if asked.cancel
            else _booked(db, session, held, who.id, asked)
        )
    session.say(said)


def _booked(
    db: Database, session: Session, held: TrainingSession, who: str, asked: argparse.Namespace
) -> str:
    provider = choosing.provider(db, asked.provider).id if asked.provider else ""
    made = bookings.book(db, held.id, who, today=session.today, provider_id=provider, note=asked.note)
    name, on = learner(db, who).name, session_name(db, held.id)
    if made.status is BookingStatus.WAITLISTED:
        return f"{on} is full: {name} is on the waiting list."
    return f"Booked {name} on {on}."


def _given_up(db: Database, held: TrainingSession, who: str, note: str) -> str:
    there = bookings.booking_of(db, held.id, who)
    if there is None:
        raise Problem(f"{learner(db, who).name} is not on the list of {session_name(db, held.id)}.")
    promoted = bookings.cancel_booking(db, there.id, note=note).promoted
    names = [learner(db, one.learner_id).name for one in promoted]
    has = f" {and_list(names)} {'has' if len(names) == 1 else 'have'} a place now." if names else ""
    return f"{learner(db, who).name} gave the place up.{has}"


def _register(session: Session, asked: argparse.Namespace) -> None:
    with session.reading() as db:
        held = choosing.training_session(db, asked.session)
        session.show(bookings_table(db, held.id), asked.out, db=db)


def _attendance(session: Session, asked: argparse.Namespace) -> None:
    with session.writing() as db:
        held = choosing.training_session(db, asked.session)
        name = session_name(db, held.id)
        if asked.take_back:
            attendance.take_back_attendance(db, held.id)
            said = f"Took back the attendance of {name}."
        else:
            taken = attendance.take_attendance(db, held.id, _who_came(db, held.id, asked), now=session.now)
            said = f"{name}: {taken.words}."
    session.say(said)


def _who_came(db: Database, session_id: str, asked: argparse.Namespace) -> set[str]:
    everybody = attendance.to_mark(db, session_id)
    placed = {one.id for one in everybody if one.status is not BookingStatus.WAITLISTED}
    if asked.nobody:
        return set()
    if asked.came:
        return _of_names(db, everybody, asked.came)
    return placed - _of_names(db, everybody, asked.all_but or ())


def _of_names(db: Database, among: list[Booking], names: Iterable[str]) -> set[str]:
    told = {one.id: learner(db, one.learner_id).name for one in among}
    return {
        choosing.by_key_or_words(among, text, lambda one: told[one.id], "person on the list", name="id").id
        for text in names
    }


# --- papers ---------------------------------------------------------------------------------------------------


def _sheet(session: Session, asked: argparse.Namespace) -> None:
    from resources.report.word.sign_in_sheet import sheet_words  # loaded when first used
    from workforce.training.sign_in import save_sign_in_sheet

    path = document_name(asked.document)
    with session.reading() as db:
        held = choosing.training_session(db, asked.session)
        number = save_sign_in_sheet(db, held.id, path)
    session.say(f"Saved “{name_of(path)}” {sheet_words(number)}.")


def _certificates(session: Session, asked: argparse.Namespace) -> None:
    from workforce.training.certificates import save_certificates  # loaded when first used

    path = document_name(asked.document)
    with session.reading() as db:
        held = choosing.training_session(db, asked.session)
        chosen = _of_names(db, attendance.to_mark(db, held.id), asked.only)
        number = save_certificates(db, held.id, path, now=session.now, chosen=chosen)
    session.say(f"Saved “{name_of(path)}”: {count_of(number, 'certificate')}.")
