"""The attendance summary of a period for a committee: a Word document, tables, or its sentences."""

import argparse
from typing import Any

from desktop.command_line import choosing
from desktop.command_line.options import a_day, add_authorities, add_document, add_out
from desktop.command_line.session import Session
from desktop.documents import save_public
from engagement.forums.summary.answering import period_summary
from engagement.forums.summary.reading import people_terms
from engagement.forums.summary.sections import held_sentences, period_report, reach_sentences
from engagement.forums.summary.tables import tables
from resources.database import Database


def add_commands(commands: Any) -> None:
    """One subcommand."""
    parser = commands.add_parser(
        "attendance-summary",
        help="what a committee is told of the forums of a quarter or a year; names nobody",
    )
    parser.add_argument(
        "--from", dest="first", type=a_day, required=True, metavar="DATE", help="the first day"
    )
    parser.add_argument("--to", dest="last", type=a_day, required=True, metavar="DATE", help="the last day")
    add_document(parser, needed=False)
    add_authorities(parser)
    parser.add_argument("--table", action="store_true", help="the tables instead of the sentences")
    add_out(parser)
    parser.set_defaults(run=_summary)


def _summary(session: Session, asked: argparse.Namespace) -> None:
    with session.reading() as db:
        where = _authorities(db, asked)
        report = period_report(db, asked.first, asked.last, today=session.today, authorities=where)
        if asked.document is not None:
            people = people_terms(db, asked.first, asked.last)
            session.saved(save_public(db, report, asked.document, also=people))
        found = period_summary(db, asked.first, asked.last, today=session.today, authorities=where)
        if asked.table or asked.out is not None:
            session.show(tables(found), asked.out, db=db)
        elif asked.document is None:
            session.say(*held_sentences(found), *reach_sentences(found))


def _authorities(db: Database, asked: argparse.Namespace) -> list[str] | None:
    """None for the council's own, and nothing for all of them."""
    if asked.everywhere:
        return []
    return choosing.authorities(db, asked.authority) if asked.authority else None
