"""Forums before the day: events and series as tables, planning, the audience, invitations and replies."""

import argparse
from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import Any

from desktop.command_line import choosing
from desktop.command_line.options import (
    a_day,
    a_number,
    a_service_kind,
    a_time,
    a_word,
    add_event,
    add_out,
    add_several,
    filtered,
)
from desktop.command_line.session import Session
from desktop.command_line.subcommands.register import listing_table
from engagement.forums import events, series
from engagement.forums.events import EventDraft
from engagement.forums.groups import PUBLISHED
from engagement.forums.listings import EVENTS
from engagement.forums.people import invitations, participants
from engagement.forums.people.audience import select
from engagement.forums.people.audience_rule import AudienceRule, Each, Selection, describe
from engagement.forums.people.participants import participants_table
from engagement.forums.vocabulary import Confidentiality, EventKind, ParticipantRole, ParticipantStatus
from engagement.register.vocabulary import Rating
from resources.database import Database
from resources.problem import Problem
from resources.tables import Cell, Column, Table
from resources.wording import count_of, from_london, instant_text


def add_commands(commands: Any) -> None:
    """Everything up to the day of an event."""
    listed = commands.add_parser("events", help="list the events")
    add_several(listed, "kind", "state", "place")
    listed.add_argument("--from", dest="since", type=a_day, metavar="DATE", help="from this day on")
    listed.add_argument("--to", dest="until", type=a_day, metavar="DATE", help="until this day")
    listed.add_argument("--text", default="", metavar="WORDS", help="only events with words that begin so")
    add_out(listed)
    listed.set_defaults(run=_events)
    templates = commands.add_parser("series", help="list the series from which events are planned")
    templates.add_argument("--archived", action="store_true", help="also those put away")
    add_out(templates)
    templates.set_defaults(run=_series)
    for name, help_, run in (
        ("archive-series", "put a series away; its events stay", _archive_series),
        ("restore-series", "take a series out of the archive", _restore_series),
    ):
        parser = commands.add_parser(name, help=help_)
        parser.add_argument("series", metavar="SERIES", help="a part of its name, or its key")
        parser.set_defaults(run=run)
    made = commands.add_parser("make-series", help="make a series of which an event is the first")
    add_event(made)
    made.add_argument("name", metavar="NAME", help="what the series is called")
    made.set_defaults(run=_make_series)
    _add_plan(commands)
    audience = commands.add_parser(
        "audience", help="whom an event's rule selects and why, and whom it leaves out"
    )
    invite = commands.add_parser("invite", help="invite the people whom an event's rule selects")
    for parser, run in ((audience, _audience), (invite, _invite)):
        add_event(parser)
        parser.set_defaults(run=run)
    add_out(audience)
    people = commands.add_parser("participants", help="list the people of an event")
    add_event(people)
    add_several(people, "status", "provider", "district", "kind")
    people.add_argument("--text", default="", metavar="WORDS", help="only lines that hold these words")
    add_out(people)
    people.set_defaults(run=_participants)
    _add_replies(commands)


def _add_plan(commands: Any) -> None:
    plan = commands.add_parser("plan-event", help="plan an event, from a series or by itself")
    plan.add_argument(
        "--series", metavar="NAME", help="the series that it belongs to, which gives what is left out"
    )
    plan.add_argument("--title", metavar="TEXT")
    plan.add_argument("--date", type=a_day, required=True, metavar="DATE")
    plan.add_argument("--start", type=a_time, metavar="TIME", help="London time, such as 10am")
    plan.add_argument("--end", type=a_time, metavar="TIME")
    plan.add_argument("--last-day", type=a_day, metavar="DATE", help="when it ends on a later day")
    plan.add_argument("--kind", type=a_word(EventKind), metavar="KIND")
    plan.add_argument("--place", metavar="TEXT")
    plan.add_argument("--link", metavar="ADDRESS", help="where it is online")
    plan.add_argument("--places", type=a_number, metavar="N", help="how many people there is room for")
    plan.add_argument("--notes", metavar="TEXT")
    plan.add_argument("--confidentiality", type=a_word(Confidentiality), metavar="HOW",
                      help="open, names withheld or confidential; as usual for its kind unless said")  # fmt: skip
    rule = plan.add_argument_group("audience: services that meet all of these")
    rule.add_argument("--for-kind", type=a_service_kind, action="append", metavar="KIND")
    rule.add_argument("--in-district", action="append", metavar="NAME")
    rule.add_argument("--in-authority", action="append", metavar="NAME")
    rule.add_argument("--rated", type=a_word(Rating), action="append", metavar="RATING")
    rule.add_argument("--came-to-nothing-in", type=a_number, metavar="MONTHS")
    rule.add_argument("--never-came", action="store_true", default=None)
    rule.add_argument(
        "--each",
        type=a_word(Each),
        metavar="WHOM",
        help="who is asked: service, provider (one each) or everybody",
    )
    plan.set_defaults(run=_plan)


def _add_replies(commands: Any) -> None:
    reply = commands.add_parser("reply", help="record what people answered")
    add_event(reply)
    reply.add_argument("answer", choices=tuple(status.value for status in invitations.REPLIES))
    reply.add_argument("names", nargs="+", metavar="NAME", help="the person, or words of name and home")
    reply.add_argument("--beyond-capacity", action="store_true", help="give a place although all are taken")
    reply.add_argument("--note", default="", metavar="TEXT")
    reply.set_defaults(run=_reply)
    instead = commands.add_parser("substitute", help="somebody else comes instead of a person on the list")
    add_event(instead)
    instead.add_argument("name", metavar="NAME", help="who cannot come")
    instead.add_argument("other", metavar="OTHER", help="the contact who comes instead")
    instead.add_argument("--role", type=a_word(ParticipantRole), metavar="ROLE",
                         help="what they are at the event; as who cannot come unless said")  # fmt: skip
    role = commands.add_parser("role", help="what people are at an event: chair, member, speaker, …")
    add_event(role)
    role.add_argument("role", type=a_word(ParticipantRole), metavar="ROLE")
    role.add_argument("names", nargs="+", metavar="NAME", help="the person, or words of name and home")
    role.set_defaults(run=_role)
    instead.set_defaults(run=_substitute)


# --- events and series ----------------------------------------------------------------------------------


def _events(session: Session, asked: argparse.Namespace) -> None:
    given = {name: getattr(asked, name) for name in ("kind", "state", "place")}
    with session.reading() as db:
        table = listing_table(db, EVENTS, "Events", given, asked.text)
        since = instant_text(_midnight(asked.since)) if asked.since else ""
        until = instant_text(_midnight(asked.until + timedelta(days=1))) if asked.until else "~"
        rows = [row for row in table.rows if since <= str(row[1]) < until]
        session.show(replace(table, rows=rows, base=f"{count_of(len(rows), 'event')}."), asked.out, db=db)


def _midnight(day: Any) -> datetime:
    return from_london(day, time())


def _series(session: Session, asked: argparse.Namespace) -> None:
    columns = tuple(
        Column(name.lower(), name) for name in ("Series", "Kind", "Title", "From", "To", "Place", "Audience")
    )
    with session.reading() as db:
        rows: list[tuple[Cell, ...]] = [
            (one.name, one.kind.label, one.title, f"{one.start:%H:%M}", f"{one.end:%H:%M}",
             one.place or one.online_link, describe(one.audience))
            for one in series.all_series(db, archived=asked.archived)
        ]  # fmt: skip
        session.show(Table("Series", columns, rows), asked.out, db=db)


def _archive_series(session: Session, asked: argparse.Namespace) -> None:
    with session.writing() as db:
        one = choosing.one_series(series.all_series(db), asked.series)
        series.archive_series(db, one.id, on=session.today)
    session.say(f"Archived the series {one.name}.")


def _restore_series(session: Session, asked: argparse.Namespace) -> None:
    with session.writing() as db:
        put_away = [one for one in series.all_series(db, archived=True) if one.archived_on]
        one = choosing.one_series(put_away, asked.series)
        series.restore_series(db, one.id)
    session.say(f"Restored the series {one.name}.")


def _make_series(session: Session, asked: argparse.Namespace) -> None:
    with session.writing() as db:
        event = choosing.event(db, asked.event)
        series.series_from_event(db, event.id, asked.name)
    session.say(f"Made the series {asked.name} of {event.title}.")


def _plan(session: Session, asked: argparse.Namespace) -> None:
    with session.writing() as db:
        draft = _draft(db, asked)
        warnings = events.warnings(db, draft, now=session.now)
        event = events.get(db, events.plan_event(db, draft))
    session.say(f"Planned {event.title}: {event.when}.", f"For: {describe(event.audience)}.", *warnings)
    if event.openness is not Confidentiality.OPEN:
        session.say(PUBLISHED[event.openness])
    session.say(f"Its key is {event.id}.")


def _draft(db: Database, asked: argparse.Namespace) -> EventDraft:
    """What was said, on top of the series where there is one."""
    if asked.series:
        template = choosing.one_series(series.all_series(db), asked.series)
        start, end = asked.start or template.start, asked.end or template.end
        draft = series.next_draft(replace(template, start=start, end=end), asked.date)
    else:
        _needs(asked, "title", "start", "end", "kind")
        starts, ends = events.instants(asked.date, asked.start, asked.end, last_day=asked.last_day)
        draft = EventDraft(asked.kind, asked.title, starts, ends)
    said = {"kind": asked.kind, "title": asked.title, "place": asked.place, "online_link": asked.link,
            "capacity": asked.places, "notes": asked.notes, "confidentiality": asked.confidentiality}  # fmt: skip
    changed: dict[str, Any] = {name: value for name, value in said.items() if value is not None}
    return replace(draft, audience=_rule(draft.audience, asked), **changed)


def _needs(asked: argparse.Namespace, *names: str) -> None:
    missing = [f"--{name}" for name in names if getattr(asked, name) is None]
    if missing:
        raise Problem(f"An event outside a series needs {', '.join(missing)} too.")


def _rule(rule: AudienceRule, asked: argparse.Namespace) -> AudienceRule:
    said = {
        "kinds": asked.for_kind, "districts": asked.in_district, "authorities": asked.in_authority,
        "ratings": asked.rated, "came_to_nothing_in": asked.came_to_nothing_in, "never_came": asked.never_came,
        "each": asked.each,
    }  # fmt: skip
    changed: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value
        for name, value in said.items()
        if value is not None
    }
    return replace(rule, **changed)


# --- people ---------------------------------------------------------------------------------------------


def audience_tables(title: str, selection: Selection) -> tuple[Table, Table]:
    """Whom a rule selects and whom it leaves out, each with the reasons."""
    people = Table(
        f"People to invite to {title}",
        (Column("name", "Name"), Column("role", "Role"), Column("service", "Service"),
         Column("provider", "Provider"), Column("reasons", "Why")),
        [(one.contact, one.role.label, one.service, one.provider, "; ".join(one.reasons)) for one in selection.people],
        base=f"{count_of(len(selection.people), 'person', 'people')}.",
    )  # fmt: skip
    left_out = Table(
        "Left out",
        (Column("service", "Service"), Column("provider", "Provider"), Column("reason", "Why")),
        [(one.service, one.provider, one.reason) for one in selection.left_out],
        base=f"{count_of(len(selection.left_out), 'line')}.",
    )
    return people, left_out


def _audience(session: Session, asked: argparse.Namespace) -> None:
    with session.reading() as db:
        event = choosing.event(db, asked.event)
        selection = select(db, event.audience, event.day)
        people, left_out = audience_tables(event.title, selection)
        if asked.out is None:
            session.say(f"{describe(event.audience)}.", "")
        only_people = asked.out is not None and asked.out.suffix.casefold() == ".csv"
        session.show([people] if only_people else [people, left_out], asked.out, db=db)


def _invite(session: Session, asked: argparse.Namespace) -> None:
    with session.writing() as db:
        event = choosing.event(db, asked.event)
        selection = select(db, event.audience, event.day)
        done = invitations.invite(db, event.id, selection.people, now=session.now)
    invited = count_of(len(done.participants), "person", "people")
    already = f"; {done.already:,} stood on the list already" if done.already else ""
    session.say(f"Invited {invited} to {event.title}{already}.")
    if selection.left_out:
        left_out = count_of(len(selection.left_out), "service or person", "services or people")
        session.say(f"{left_out} that the rule means were left out: see “provider-desk audience”.")


def _participants(session: Session, asked: argparse.Namespace) -> None:
    given = {name: getattr(asked, name) for name in ("status", "provider", "district", "kind")}
    with session.reading() as db:
        event = choosing.event(db, asked.event)
        table = filtered(participants_table(db, event.id), given, asked.text)
        table = replace(table, base=f"{count_of(len(table.rows), 'person', 'people')}.")
        session.show(table, asked.out, db=db)


def _reply(session: Session, asked: argparse.Namespace) -> None:
    with session.writing() as db:
        event = choosing.event(db, asked.event)
        people = choosing.on_list(db, event.id, asked.names)
        done = invitations.record_reply(
            db, [one.id for one in people], ParticipantStatus(asked.answer), now=session.now,
            beyond_capacity=asked.beyond_capacity, note=asked.note,
        )  # fmt: skip
        now = [participants.get(db, one.id) for one in people]
        offered = [participants.get(db, key) for key in done.offered]
    session.say(*(f"{one.name}, {one.home}: {one.status.label}." for one in now))
    session.say(*(f"{one.name}, {one.home}, has been offered the place that is free." for one in offered))


def _substitute(session: Session, asked: argparse.Namespace) -> None:
    with session.writing() as db:
        event = choosing.event(db, asked.event)
        person = choosing.participant(participants.of_event(db, event.id), asked.name)
        other = choosing.contact(db, asked.other)
        invitations.substitute(db, person.id, other.id, now=session.now, role=asked.role)
    session.say(f"{other.name} comes instead of {person.name}.")


def _role(session: Session, asked: argparse.Namespace) -> None:
    with session.writing() as db:
        event = choosing.event(db, asked.event)
        people = choosing.on_list(db, event.id, asked.names)
        invitations.set_role(db, [one.id for one in people], asked.role)
    session.say(*(f"{one.name}, {one.home}: {asked.role.label.lower()}." for one in people))
