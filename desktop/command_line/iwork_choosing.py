"""Which placement a command means: its person by reference, and of several the one of a post or stage."""

import argparse
from typing import Any

from desktop.command_line.session import Session
from resources.database import Database
from resources.problem import Problem
from resources.wording import and_list
from workforce.iwork.people.people import Person, person_by_reference
from workforce.iwork.people.views import note_view
from workforce.iwork.placements.placements import Placement, placements_of
from workforce.iwork.placements.tables import job_words

PERSON_HELP = "the person's reference, as IW-014"


def add_of_person(commands: Any, name: str, help_: str, run: Any) -> argparse.ArgumentParser:
    """A subcommand about one placement of somebody."""
    parser: argparse.ArgumentParser = commands.add_parser(name, help=help_)
    parser.add_argument("person", metavar="PERSON", help=PERSON_HELP)
    parser.add_argument(
        "--job", default="", metavar="WORDS", help="which placement, where somebody has several"
    )
    parser.set_defaults(run=run)
    return parser


def a_person(vault: Database, session: Session, text: str, what: str) -> Person:
    """Somebody by reference; that they were looked at is kept."""
    held = person_by_reference(vault, text)
    note_view(vault, held.id, what, now=session.now)
    return held


def a_placement(
    vault: Database, session: Session, asked: argparse.Namespace, what: str = "Placement"
) -> Placement:
    """The placement meant: the open one, of several that whose job or stage has the words; else the last that ended."""
    who = a_person(vault, session, asked.person, what)
    some = placements_of(vault, who.id)
    if not some:
        raise Problem(f"{who.reference} has no placement yet. Begin one with “iwork-begin {who.reference}”.")
    fitting = [one for one in some if _fits(vault, one, asked.job)] if asked.job else some
    found = [one for one in fitting if one.is_open] or fitting[-1:]
    if len(found) == 1:
        return found[0]
    told = and_list([f"“{_words(vault, one)}”" for one in some])
    what_to_do = f"Say which with --job, by words of one: {told}."
    raise Problem(f"{who.reference} has {len(found) or 'no'} placements that are meant. {what_to_do}")


def _words(vault: Database, one: Placement) -> str:
    return f"{one.stage.label}, {job_words(vault, one)}".rstrip(", ")


def _fits(vault: Database, one: Placement, text: str) -> bool:
    said = _words(vault, one).casefold()
    return all(word in said for word in text.casefold().split())
