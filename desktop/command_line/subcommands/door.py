"""The day of an event and after: in and out, who is where, the paper sheet, the close, figures and the summary."""

import argparse
from dataclasses import replace
from typing import Any

from desktop.command_line import choosing
from desktop.command_line.options import a_number, a_word, add_document, add_event, add_out, an_organisation
from desktop.command_line.session import Session
from desktop.documents import document_name, save_exempt, save_public
from engagement.forums import attendance
from engagement.forums.at_the_door import door, door_search
from engagement.forums.at_the_door.before_the_day import before_the_day
from engagement.forums.at_the_door.door import WalkIn
from engagement.forums.at_the_door.door_search import DoorLine
from engagement.forums.attendance import Group
from engagement.forums.door_files.mark import device_of
from engagement.forums.events import Event
from engagement.forums.people.participants import Participant, participants_table
from engagement.forums.sections import forum_report, people_terms
from engagement.forums.vocabulary import ParticipantRole
from engagement.register.vocabulary import ConsentBasis, ContactRole, OrganisationKind
from resources.database import Database, new_key
from resources.problem import Problem
from resources.tables import Table
from resources.wording import count_of

_TABLES = ("provider", "organisation", *(group.name.lower() for group in Group), "person")


def add_commands(commands: Any) -> None:
    """Everything from the day of an event on."""
    for name, help_, run in (
        ("check-in", "check people in; who is not on the list walks in", _check_in),
        ("check-out", "check people out", _check_out),
        ("tick-sheet", "everybody named was ticked on the paper sheet", _tick_sheet),
    ):
        parser = commands.add_parser(name, help=help_)
        add_event(parser)
        parser.add_argument(
            "names", nargs="+", metavar="NAME", help="three letters do where they fit one person"
        )
        parser.set_defaults(run=run)
    _add_walk_in(commands)
    for name, help_, run in (
        ("undo-check-in", "take back the last act at the door; the log keeps both", _undo),
        ("present", "who is in the room", _present),
        ("absent", "who has a place and has not been here", _absent),
        ("close-event", "the event is held: who had a place and did not come is a no-show", _close),
        ("reopen-event", "the event is not over after all", _reopen),
    ):
        parser = commands.add_parser(name, help=help_)
        add_event(parser)
        parser.set_defaults(run=run)
        if run in (_present, _absent):
            add_out(parser)
    _add_documents(commands)


def _add_walk_in(commands: Any) -> None:
    walk_in = commands.add_parser(
        "walk-in", help="check in somebody new, with a new provider where it is one"
    )
    add_event(walk_in)
    walk_in.add_argument("name", metavar="NAME")
    whose = walk_in.add_mutually_exclusive_group(required=True)
    whose.add_argument("--provider", metavar="NAME", help="a provider of the register")
    whose.add_argument("--service", metavar="NAME", help="a service of the register")
    whose.add_argument(
        "--new-provider", default="", metavar="NAME", help="a provider that the register lacks"
    )
    walk_in.add_argument("--role", type=a_word(ContactRole), default=ContactRole.OTHER, metavar="ROLE")
    walk_in.add_argument("--organisation", type=an_organisation, default=OrganisationKind.CARE_PROVIDER, metavar="WHAT",
                         help="what the new provider is: care provider, partner, council or group")  # fmt: skip
    walk_in.add_argument("--part", type=a_word(ParticipantRole), metavar="ROLE",
                         help="what the person is at the event: delegate, speaker, …")  # fmt: skip
    walk_in.add_argument("--email", default="", metavar="ADDRESS")
    walk_in.add_argument("--phone", default="", metavar="NUMBER")
    walk_in.add_argument(
        "--consent", type=a_word(ConsentBasis), default=ConsentBasis.NOT_RECORDED, metavar="BASIS"
    )
    walk_in.set_defaults(run=_walk_in)


def _add_documents(commands: Any) -> None:
    figures = commands.add_parser("attendance", help="what came of an event, as tables")
    add_event(figures)
    figures.add_argument("--by", choices=_TABLES,
                         action="append", help="only this table (may be repeated)")  # fmt: skip
    add_out(figures)
    figures.set_defaults(run=_attendance)
    coming = commands.add_parser("coming", help="how many events each service came to")
    coming.add_argument("--months", type=a_number, default=12, metavar="N", help="in so many months (12)")
    add_out(coming)
    coming.set_defaults(run=_coming)
    summary = commands.add_parser("forum-summary", help="the Word summary of an event")
    sheet = commands.add_parser("sign-in-sheet", help="the sheet to sign at the door, to print")
    for parser, run in ((summary, _summary), (sheet, _sheet)):
        add_event(parser)
        add_document(parser)
        parser.set_defaults(run=run)
    summary.add_argument(
        "--exempt", action="store_true", help="also save the exempt appendix, with names, beside it"
    )
    sheet.add_argument("--unanswered", action="store_true", help="also those who have not answered")


# --- in and out -----------------------------------------------------------------------------------------


def _check_in(session: Session, asked: argparse.Namespace) -> None:
    with session.writing() as db:
        event = choosing.event(db, asked.event)
        _say_if_early(session, event)
        for line in [_meant(db, event, name) for name in asked.names]:
            done = door.check_in_contact(
                db, event.id, line.contact_id, now=session.now, device=device_of(db), nonce=new_key()
            )
            session.say(" ".join(filter(None, (done.sentence, done.warning))))


def _say_if_early(session: Session, event: Event) -> None:
    early = before_the_day(event, now=session.now)
    if early:
        session.say(early)


def _meant(db: Database, event: Event, text: str) -> DoorLine:
    """The one person whom the letters mean: of those expected, else of the list, else of the register."""
    lines = door_search.find(db, event.id, text, limit=40)
    exact = [line for line in lines if text in (line.contact_id, line.participant_id, line.name)]
    by_name = [line for line in lines if line.by_name]
    for some in (exact, by_name, lines):
        on_list = [line for line in some if line.participant_id is not None]
        if len(on_list) == 1 or len(some) == 1:
            return (on_list or some)[0]
        if some:
            break
    if not lines:
        raise Problem(f"Nobody is called “{text}”. Check the letters, or use “provider-desk walk-in”.")
    named = "; ".join(f"{line.name}, {line.service or line.provider}" for line in lines[:8])
    raise Problem(f"“{text}” may be more than one person: {named}. Write more of the name or of the home.")


def _people(db: Database, event: Event, names: list[str]) -> list[Participant]:
    return choosing.on_list(db, event.id, names)


def _check_out(session: Session, asked: argparse.Namespace) -> None:
    with session.writing() as db:
        event = choosing.event(db, asked.event)
        for one in _people(db, event, asked.names):
            gone = door.check_out(
                db, event.id, one.id, now=session.now, device=device_of(db), nonce=new_key()
            )
            session.say(f"{one.name}, {one.home}, {'is checked out' if gone else 'was not in the room'}.")


def _tick_sheet(session: Session, asked: argparse.Namespace) -> None:
    with session.writing() as db:
        event = choosing.event(db, asked.event)
        _say_if_early(session, event)
        keys = [one.id for one in _people(db, event, asked.names)]
        number = door.tick_sheet(db, event.id, keys, at=event.starts, device=device_of(db), nonce=new_key())
    session.say(f"Ticked {count_of(number, 'person', 'people')} from the paper sheet of {event.title}.")


def _walk_in(session: Session, asked: argparse.Namespace) -> None:
    with session.writing() as db:
        event = choosing.event(db, asked.event)
        _say_if_early(session, event)
        service = choosing.service(db, asked.service) if asked.service else None
        provider = choosing.provider(db, asked.provider).id if asked.provider else None
        who = WalkIn(
            asked.name, provider_id=service.provider_id if service else provider,
            new_provider=asked.new_provider, service_id=service.id if service else None,
            contact_role=asked.role, email=asked.email, phone=asked.phone, consent=asked.consent, role=asked.part,
            organisation=asked.organisation,
        )  # fmt: skip
        done = door.walk_in(db, event.id, who, now=session.now, device=device_of(db), nonce=new_key())
    session.say(" ".join(filter(None, (done.sentence, done.warning))))


def _undo(session: Session, asked: argparse.Namespace) -> None:
    with session.writing() as db:
        event = choosing.event(db, asked.event)
        done = door.undo_last(db, event.id, now=session.now, device=device_of(db), nonce=new_key())
    if done is None:
        raise Problem(f"Nothing was done at the door of {event.title} that could be taken back.")
    session.say(done.sentence)


# --- who is where, and the close ------------------------------------------------------------------------


def _present(session: Session, asked: argparse.Namespace) -> None:
    with session.reading() as db:
        event = choosing.event(db, asked.event)
        table = _listed(db, event, door.present_now(db, event.id), f"Present now at {event.title}")
        session.show(table, asked.out, db=db)


def _absent(session: Session, asked: argparse.Namespace) -> None:
    with session.reading() as db:
        event = choosing.event(db, asked.event)
        people = door.expected_but_absent(db, event.id)
        table = _listed(db, event, people, f"Expected at {event.title} and not here")
        session.show(table, asked.out, db=db)


def _listed(db: Database, event: Event, people: list[Participant], title: str) -> Table:
    """Name, provider, service, kind, district and status."""
    whole = participants_table(db, event.id, people)
    base = f"{count_of(len(people), 'person', 'people')}."
    return replace(
        whole, title=title, columns=whole.columns[:6], rows=[row[:6] for row in whole.rows], base=base
    )


def _close(session: Session, asked: argparse.Namespace) -> None:
    with session.writing() as db:
        event = choosing.event(db, asked.event)
        absent = door.close_event(db, event.id, now=session.now)
        came = door.counts(db, event.id).came
    session.say(f"Closed {event.title}: {came:,} came, {absent:,} had a place and did not come.")


def _reopen(session: Session, asked: argparse.Namespace) -> None:
    with session.writing() as db:
        event = choosing.event(db, asked.event)
        door.reopen_event(db, event.id)
    session.say(f"Reopened {event.title}.")


# --- figures and documents ------------------------------------------------------------------------------


def _attendance(session: Session, asked: argparse.Namespace) -> None:
    with session.reading() as db:
        found = attendance.attendance(db, choosing.event(db, asked.event).id)
        tables = _tables(found)
        asked_for = (
            [tables[name] for name in asked.by] if asked.by else [one for one in tables.values() if one.rows]
        )
        session.show(asked_for, asked.out, db=db)


def _tables(found: attendance.Attendance) -> dict[str, Table]:
    """By the names they are asked for."""
    named = {
        "provider": attendance.by_provider_table(found),
        "organisation": attendance.by_organisation_table(found),
        "person": attendance.people_table(found),
    }
    figures = {group.name.lower(): attendance.group_table(found, group) for group in Group}
    return {name: (named | figures)[name] for name in _TABLES}


def _coming(session: Session, asked: argparse.Namespace) -> None:
    with session.reading() as db:
        table = attendance.coming_table(db, session.today, months=asked.months)
        session.show(table, asked.out, db=db)


def _summary(session: Session, asked: argparse.Namespace) -> None:
    with session.reading() as db:
        event = choosing.event(db, asked.event)
        report = forum_report(db, event.id, now=session.now)
        session.saved(save_public(db, report, asked.document, also=people_terms(db, event.id)))
        if asked.exempt:
            session.saved(save_exempt(report, asked.document))


def _sheet(session: Session, asked: argparse.Namespace) -> None:
    from engagement.forums.at_the_door.sign_in_sheet import save_sign_in_sheet  # loaded when first used
    from resources.report.word.sign_in_sheet import sheet_words  # loaded when first used

    with session.reading() as db:
        event = choosing.event(db, asked.event)
        path = document_name(asked.document)
        number = save_sign_in_sheet(db, event.id, path, unanswered=asked.unanswered)
    session.say(f"Saved “{path}” {sheet_words(number)}.")
