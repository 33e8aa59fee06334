"""Figures of the awards without a window: nominations counted, who is never nominated, and what is told of a round."""

import argparse
from collections.abc import Callable
from typing import Any

from awards.figures.figures import By, figures
from awards.figures.never_nominated import USUAL_ROUNDS, NeverNominated, last_rounds, never_nominated
from awards.figures.tables import districts_table, figures_table, silent_table, without_table
from awards.report.honours import unnamed_words
from desktop.awards_files import save_awards_sections, save_awards_summary
from desktop.command_line.awards_choosing import a_round, add_round
from desktop.command_line.options import a_number, a_word, add_document, add_out
from desktop.command_line.session import Session
from resources.tables import Table

_NEVER: dict[str, Callable[[NeverNominated], Table]] = {
    "services": without_table,
    "districts": districts_table,
    "providers": silent_table,
}


def add_commands(commands: Any) -> None:
    """Figures and public papers."""
    counted = commands.add_parser(
        "award-figures", help="nominations by category, nominator, district and more"
    )
    add_round(counted)
    counted.add_argument("--by", type=a_word(By), default=By.CATEGORY, metavar="WHAT",
                         help=", ".join(one.value for one in By))  # fmt: skip
    _add_rounds(counted, 1)
    add_out(counted)
    counted.set_defaults(run=_figures)
    never = commands.add_parser(
        "award-never-nominated", help="services without a nominee, or providers that nominated nobody"
    )
    add_round(never)
    never.add_argument("--of", choices=tuple(_NEVER), default="services",
                       help="services, their share by district, or providers that nominate nobody")  # fmt: skip
    _add_rounds(never, USUAL_ROUNDS)
    add_out(never)
    never.set_defaults(run=_never)
    summary = commands.add_parser("award-summary", help="the public Word summary of winners and figures")
    sections = commands.add_parser(
        "award-sections", help="sections on a round for a committee report, in Word"
    )
    for parser in (summary, sections):
        add_document(parser)
        add_round(parser)
    summary.add_argument(
        "--appendix", action="store_true", help="with the exempt appendix: the panel’s decisions and reasons"
    )
    summary.set_defaults(run=_summary)
    sections.set_defaults(run=_sections)


def _add_rounds(parser: argparse.ArgumentParser, usual: int) -> None:
    parser.add_argument("--rounds", type=a_number, default=usual, metavar="NUMBER",
                        help=f"of so many of the last rounds (otherwise {usual})")  # fmt: skip


def _figures(session: Session, asked: argparse.Namespace) -> None:
    with session.reading() as db:
        held = last_rounds(db, asked.rounds, upto=a_round(db, asked.round))
        if asked.rounds == 1:
            held = [a_round(db, asked.round)]
        session.show(figures_table(figures(db, [one.id for one in held], asked.by)), asked.out, db=db)


def _never(session: Session, asked: argparse.Namespace) -> None:
    with session.reading() as db:
        held = last_rounds(db, asked.rounds, upto=a_round(db, asked.round))
        found = never_nominated(db, held, today=session.today)
        session.show(_NEVER[asked.of](found), asked.out, db=db)


def _summary(session: Session, asked: argparse.Namespace) -> None:
    with session.reading() as db:
        held = a_round(db, asked.round)
        for path in save_awards_summary(
            db, held.id, asked.document, today=session.today, appendix=asked.appendix
        ):
            session.saved(path)
        if unnamed := unnamed_words(db, held.id):
            session.say(unnamed)


def _sections(session: Session, asked: argparse.Namespace) -> None:
    with session.reading() as db:
        held = a_round(db, asked.round)
        for path in save_awards_sections(db, held.id, asked.document, today=session.today):
            session.saved(path)
