"""The attendance summary of a period for a committee: a Word document, tables, or its sentences."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from desktop.command_line.options import a_day
from desktop.command_line.session import Session
from desktop.documents import save_public
from engagement.forums.summary.answering import period_summary
from engagement.forums.summary.reading import people_terms
from engagement.forums.summary.sections import held_sentences, period_report, reach_sentences
from engagement.forums.summary.tables import tables
from engagement.market.as_at import authorities_held
from resources.database import Database
from resources.geography import same_authority
from resources.problem import Problem
from resources.wording import and_list


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
    where = parser.add_mutually_exclusive_group()
    where.add_argument("--authority", action="append", metavar="NAME",
                       help="reach of the services of this authority, and not of the council’s own")  # fmt: skip
    where.add_argument("--everywhere", action="store_true", help="reach of all services of the register")
    parser.add_argument("--table", action="store_true", help="the tables instead of the document")
    parser.add_argument("--out", type=Path, metavar="FILE",
                        help="FILE.docx; with --table also FILE.xlsx (otherwise it is printed)")  # fmt: skip
    parser.set_defaults(run=_summary)


def _summary(session: Session, asked: argparse.Namespace) -> None:
    with session.reading() as db:
        authorities = [] if asked.everywhere else _authorities(db, asked.authority)
        report = period_report(db, asked.first, asked.last, authorities=authorities)
        if asked.out is not None and not asked.table:
            session.saved(save_public(db, report, asked.out, also=people_terms(db, asked.first, asked.last)))
            return
        found = period_summary(db, asked.first, asked.last, authorities=authorities)
        if asked.table:
            session.show(tables(found), asked.out, db=db)
        else:
            session.say(*held_sentences(found), *reach_sentences(found))


def _authorities(db: Database, asked: Sequence[str] | None) -> list[str] | None:
    """As the register writes them."""
    if asked is None:
        return None
    held = authorities_held(db)
    for name in asked:
        if not any(same_authority(one, name) for one in held):
            known = f" Choose {and_list(held[:20], 'or')}." if held else ""
            raise Problem(f"The register holds no services of “{name}”.{known}")
    return [one for one in held if any(same_authority(one, name) for name in asked)]
