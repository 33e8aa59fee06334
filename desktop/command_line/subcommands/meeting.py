"""Agendas, minutes and actions."""

import argparse
from dataclasses import replace
from pathlib import Path
from typing import Any

from desktop.command_line import choosing
from desktop.command_line.options import DOCUMENT_HELP, a_day, a_number, add_event, add_out
from desktop.command_line.session import Session
from desktop.meeting_files import save_agenda, save_minutes
from engagement.forums.events import Event
from engagement.forums.meeting import actions, agenda
from engagement.forums.meeting.actions import ActionDraft, ForumAction
from engagement.forums.meeting.agenda import AgendaItem
from engagement.forums.meeting.agenda_paper import agenda_table
from engagement.forums.meeting.first_agenda import ItemDraft
from engagement.forums.meeting.minutes_paper import Version
from engagement.forums.meeting.tables import actions_table
from resources.database import Database
from resources.problem import Problem
from resources.spans import refuse_after
from resources.wording import count_of, date_words


def add_commands(commands: Any) -> None:
    """The papers of a meeting, what is noted at it, and its actions."""
    _add_agenda(commands)
    minutes = commands.add_parser("minutes", help="the Word minutes of an event")
    add_event(minutes)
    minutes.add_argument("--word", type=Path, required=True, metavar="OUT.docx", help=DOCUMENT_HELP)
    minutes.add_argument(
        "--public", action="store_true", help="for publication: organisations and numbers, no names of people"
    )
    minutes.set_defaults(run=_minutes)
    note = commands.add_parser("note-item", help="add to what was noted at an item of the agenda")
    add_event(note)
    note.add_argument("item", metavar="ITEM", help="its number, or words of its title")
    note.add_argument("text", metavar="TEXT")
    note.add_argument("--decision", action="store_true", help="it is a decision")
    note.set_defaults(run=_note)
    _add_actions(commands)


def _add_agenda(commands: Any) -> None:
    parser = commands.add_parser(
        "agenda", help="show, start or add to the agenda of an event, or save it for Word"
    )
    add_event(parser)
    parser.add_argument("--start", action="store_true", help="start it from the last agenda of the series")
    parser.add_argument("--add", metavar="TITLE", help="add an item")
    parser.add_argument("--minutes", type=a_number, metavar="N", help="how long the item takes")
    parser.add_argument("--owner", default="", metavar="NAME", help="who brings it")
    parser.add_argument("--paper", default="", metavar="TITLE", help="the paper to read")
    parser.add_argument("--standing", action="store_true", help="it comes back in the next agenda")
    parser.add_argument("--exempt", action="store_true", help="it is not for publication")
    parser.add_argument("--place", type=a_number, metavar="N", help="its place (otherwise the last)")
    parser.add_argument("--word", type=Path, metavar="OUT.docx", help=DOCUMENT_HELP)
    add_out(parser)
    parser.set_defaults(run=_agenda)


def _add_actions(commands: Any) -> None:
    listed = commands.add_parser("actions", help="the open actions of every series, overdue first")
    listed.add_argument("--series", metavar="NAME", help="only of this series")
    listed.add_argument("--owner", metavar="WORDS", help="only of this owner")
    listed.add_argument("--overdue", action="store_true", help="only what is overdue")
    listed.add_argument("--all", action="store_true", help="also what is done or dropped")
    add_out(listed)
    listed.set_defaults(run=_actions)
    raised = commands.add_parser("raise-action", help="raise an action at an event")
    add_event(raised)
    raised.add_argument("text", metavar="TEXT")
    raised.add_argument("--owner", default="", metavar="NAME")
    raised.add_argument("--contact", metavar="NAME", help="a contact of the register who owns it")
    raised.add_argument("--due", type=a_day, metavar="DATE")
    raised.add_argument("--item", metavar="ITEM", help="the item's number, or words of its title")
    raised.set_defaults(run=_raise)
    for name, help_, run in (
        ("close-action", "an action is done, dropped or open again", _close),
        ("say-progress", "say how an action goes on", _progress),
    ):
        parser = commands.add_parser(name, help=help_)
        parser.add_argument("action", metavar="ACTION", help="words of it, or its key")
        parser.add_argument("--at", metavar="EVENT", help="the meeting at which it was said")
        parser.add_argument(
            "--on", type=a_day, metavar="DATE", help="the day (otherwise today, or the meeting's)"
        )
        parser.set_defaults(run=run)
        if run is _close:
            parser.add_argument("--dropped", action="store_true", help="it is not done and will not be")
            parser.add_argument("--reopen", action="store_true", help="it is not over after all")
            parser.add_argument("--note", default="", metavar="TEXT")
        else:
            parser.add_argument("note", metavar="TEXT")


# --- agenda and minutes ---------------------------------------------------------------------------------


def _agenda(session: Session, asked: argparse.Namespace) -> None:
    writes = asked.start or asked.add is not None
    with session.writing() if writes else session.reading() as db:
        event = choosing.event(db, asked.event)
        if asked.start:
            agenda.start_agenda(db, event.id)
        if asked.add is not None:
            draft = ItemDraft(
                asked.add, asked.minutes, asked.owner, asked.paper, asked.standing, asked.exempt
            )
            agenda.add_item(db, event.id, draft, at=asked.place)
        if asked.word is not None:
            _say_saved(session, save_agenda(db, event.id, asked.word, today=session.today))
            return
        held = agenda.items(db, event.id)
        table = agenda_table(db, event.id)
        session.show(replace(table, base=f"{count_of(len(held), 'item')}."), asked.out, db=db)
        words = agenda.times(event, held).words
        carried = len(actions.open_before(db, event.id)) if asked.start else 0
    if words:
        session.say(f"{words}.")
    if carried:
        session.say(f"{count_of(carried, 'open action is', 'open actions are')} carried from before.")


def _minutes(session: Session, asked: argparse.Namespace) -> None:
    version = Version.PUBLISHED if asked.public else Version.PARTICIPANTS
    with session.reading() as db:
        event = choosing.event(db, asked.event)
        saved = save_minutes(db, event.id, asked.word, version, now=session.now)
    _say_saved(session, saved)


def _say_saved(session: Session, saved: Any) -> None:
    session.saved(saved.path)
    if saved.appendix is not None:
        session.saved(saved.appendix)


def _note(session: Session, asked: argparse.Namespace) -> None:
    with session.writing() as db:
        event = choosing.event(db, asked.event)
        one = _item(db, event, asked.item)
        if asked.decision:
            agenda.check_begun(db, event.id, now=session.now)
            agenda.decide(db, one.id, asked.text)
        else:
            agenda.write_notes(db, one.id, f"{one.notes}\n{asked.text}")
    session.say(
        f"{'Recorded a decision' if asked.decision else 'Noted'} at item {one.position}, {one.title}."
    )


def _item(db: Database, event: Event, text: str) -> AgendaItem:
    held = agenda.items(db, event.id)
    if text.isdigit():
        found = next((one for one in held if one.position == int(text)), None)
        if found is None:
            raise Problem(
                f"The agenda of {event.title} has {count_of(len(held), 'item')}, and no item {text}."
            )
        return found
    return choosing.one_of(held, text, lambda one: one.title, "item of the agenda", name="title")


# --- actions --------------------------------------------------------------------------------------------


def _actions(session: Session, asked: argparse.Namespace) -> None:
    with session.reading() as db:
        found = [
            one for one in actions.all_actions(db, only_open=not asked.all) if _is_asked(session, asked, one)
        ]
        session.show(actions_table(db, found, now=session.now), asked.out, db=db)


def _is_asked(session: Session, asked: argparse.Namespace, one: ForumAction) -> bool:
    words = ((asked.series, one.series or one.event), (asked.owner, one.owner))
    meets = all(wanted is None or wanted.casefold() in held.casefold() for wanted, held in words)
    return meets and (not asked.overdue or one.is_overdue(session.today))


def _raise(session: Session, asked: argparse.Namespace) -> None:
    with session.writing() as db:
        event = choosing.event(db, asked.event)
        item = _item(db, event, asked.item).id if asked.item else None
        contact = choosing.contact(db, asked.contact).id if asked.contact else None
        draft = ActionDraft(asked.text, asked.owner, contact, asked.due)
        key = actions.raise_action(db, event.id, draft, item_id=item)
    session.say(f"Raised “{asked.text}” at {event.title}.", f"Its key is {key}.")


def _close(session: Session, asked: argparse.Namespace) -> None:
    with session.writing() as db:
        one = _action(db, asked.action, closed=asked.reopen)
        if asked.reopen:
            actions.reopen(db, one.id)
        else:
            ends = actions.drop if asked.dropped else actions.close
            ends(db, one.id, **_said(session, db, asked), note=asked.note)
        became = actions.action(db, one.id).status.label
    session.say(f"{became}: {one.text}")


def _progress(session: Session, asked: argparse.Namespace) -> None:
    with session.writing() as db:
        one = _action(db, asked.action, closed=False)
        actions.say_progress(db, one.id, asked.note, **_said(session, db, asked))
    session.say(f"Noted: {one.text}")


def _said(session: Session, db: Database, asked: argparse.Namespace) -> dict[str, Any]:
    """When and where it is said: at a meeting once that has begun, and never on a day that is still to come."""
    refuse_after("on", "Said on", asked.on or session.today, session.today)
    if not asked.at:
        return {"on": asked.on or session.today}
    event = choosing.event(db, asked.at)
    said = actions.said_at(db, event.id, now=session.now)
    if said.event_id is None:
        session.say(f"{event.title} has not begun, so this is kept as said on {date_words(session.today)}.")
    return {"on": asked.on or said.on, "event_id": said.event_id}


def _action(db: Database, text: str, *, closed: bool) -> ForumAction:
    if actions.is_action(db, text):
        return actions.action(db, text)
    among = actions.all_actions(db, only_open=not closed)
    wanted = [one for one in among if closed is (one.closed_on is not None)]
    return choosing.one_of(wanted, text, lambda one: one.text, "action", name="text")
