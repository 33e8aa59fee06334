"""What is remembered of words and names in answers, without a window: listed, and forgotten."""

import argparse
from typing import Any

from desktop.command_line import choosing
from desktop.command_line.options import add_out
from desktop.command_line.session import Session
from desktop.command_line.subcommands.survey import add_survey
from workforce.survey.answers.remembered import FORGETTING, Remembered, forget, remembered, remembered_table


def add_commands(commands: Any) -> None:
    """What was decided once and holds for every file."""
    parser = commands.add_parser(
        "survey-remembered", help="what words and names in answers were decided to mean, for every file"
    )
    add_survey(parser)
    parser.add_argument(
        "--forget", action="append", default=[], metavar="WORDS",
        help="words or a name, with words of its question where several have them (may be repeated)",
    )  # fmt: skip
    add_out(parser)
    parser.set_defaults(run=_remembered)


def _remembered(session: Session, asked: argparse.Namespace) -> None:
    if not asked.forget:
        with session.reading() as db:
            held = choosing.survey(db, asked.survey)
            session.show(remembered_table(remembered(db, held.id)), asked.out, db=db)
        return
    with session.writing() as db:
        some = remembered(db, choosing.survey(db, asked.survey).id)
        chosen = {one.id: one for one in (_one(some, words) for words in asked.forget)}
        forget(db, chosen.values())
    session.say(*(f"Forgot what “{one.said}” means." for one in chosen.values()), FORGETTING)


def _one(some: list[Remembered], words: str) -> Remembered:
    return choosing.by_key_or_words(
        some,
        words,
        lambda one: f"{one.said} ({one.of or 'a name'})",
        "word or name that is remembered",
        name="said",
    )
