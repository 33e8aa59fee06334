"""Door files: taken for a laptop at a door, and brought back."""

import argparse
from pathlib import Path
from typing import Any

from desktop.capabilities import CAPABILITIES
from desktop.command_line import choosing
from desktop.command_line.options import a_word, add_event, add_out
from desktop.command_line.session import Session
from engagement.forums.door_files.bringing_back import bring_back
from engagement.forums.door_files.held import door_files_table
from engagement.forums.door_files.plan import Choices, Plan
from engagement.forums.door_files.planning import make_plan
from engagement.forums.door_files.preview import preview_groups
from engagement.forums.door_files.returned import let_go, read_returned
from engagement.forums.door_files.taking import take
from engagement.forums.door_files.vocabulary import Person, Side
from resources.database import Database


def add_commands(commands: Any) -> None:
    """Taking, bringing back, and which are out."""
    taking = commands.add_parser(
        "door-file", help="take a door file of an event, for a laptop at another door"
    )
    add_event(taking)
    taking.add_argument("--label", required=True, metavar="WORDS", help="which laptop and door it is for")
    taking.add_argument("--out", type=Path, required=True, metavar="FILE", help="where the door file goes")
    taking.set_defaults(run=_take)
    back = commands.add_parser("door-file-return", help="what a door file that came back would bring")
    back.add_argument("door_file", type=Path, metavar="FILE")
    back.add_argument("--take-in", action="store_true", help="bring it back, as one change")
    back.add_argument(
        "--prefer",
        type=a_word(Side),
        metavar="SIDE",
        help="“office” or “door”: whose facts count where they differ (as the preview proposes)",
    )
    back.add_argument(
        "--two-people", action="store_true", help="people of one name and provider are two, not one"
    )
    back.set_defaults(run=_return)
    listed = commands.add_parser("door-files", help="the door files that were taken, and which are out")
    listed.add_argument("--event", metavar="EVENT", help="of this event alone")
    add_out(listed)
    listed.set_defaults(run=_list)


def _take(session: Session, asked: argparse.Namespace) -> None:
    with session.writing() as db:
        event = choosing.event(db, asked.event)
        made = take(db, event.id, label=asked.label, target=asked.out, now=session.now)
    session.say(
        f"Took the door file “{made.path}” for {made.mark.label}. Open it there with Provider Desk; bring it back with "
        "“provider-desk door-file-return”."
    )


def _return(session: Session, asked: argparse.Namespace) -> None:
    with session.writing() if asked.take_in else session.reading() as db:
        returned = read_returned(db, asked.door_file, CAPABILITIES)
        if asked.take_in:
            choices = _choices(make_plan(db, returned), asked)
            session.say(f"{bring_back(db, returned, choices=choices, now=session.now).sentence}.")
            return
        try:
            plan = make_plan(db, returned)
            choices = _choices(plan, asked)
            _show(session, make_plan(db, returned, choices), choices, db)
        finally:
            let_go(db, returned)


def _choices(plan: Plan, asked: argparse.Namespace) -> Choices:
    facts = {one.id: asked.prefer for one in plan.differences} if asked.prefer else {}
    people = {one.door_key: Person.TWO for one in plan.twins} if asked.two_people else {}
    return Choices(facts, people)


def _show(session: Session, plan: Plan, choices: Choices, db: Database) -> None:
    mark = plan.returned.mark
    session.say(f"{mark.title}: {plan.sentence.rstrip('.')}.", *plan.notes)
    groups = [one for one in preview_groups(plan, choices) if one.count]
    for one in groups:
        if one.table.rows:
            session.say("")
            session.show(one.table, db=db)
        else:
            session.say("", f"{one.name}: {one.count:,}.")
    session.say("", "Nothing was written. Add --take-in to bring it back.")


def _list(session: Session, asked: argparse.Namespace) -> None:
    with session.reading() as db:
        event_id = choosing.event(db, asked.event).id if asked.event else ""
        session.show(door_files_table(db, event_id), asked.out, db=db)
