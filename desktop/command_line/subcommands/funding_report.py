"""What is told of funding, without a window: the Word summary, sections for a committee, a workbook, 360Giving."""

import argparse
from functools import partial
from pathlib import Path
from typing import Any

from desktop.command_line.options import a_word, a_year, add_document
from desktop.command_line.session import Session
from desktop.funding_files import (
    save_360giving,
    save_funding_sections,
    save_funding_summary,
    save_funding_workbook,
)
from workforce.funding.report.choice import FundingChoice, Section
from workforce.funding.report.giving_360 import Publisher
from workforce.years import year_of


def add_commands(commands: Any) -> None:
    """Documents of a funding year."""
    summary = commands.add_parser("funding-report", help="the Word summary of a funding year")
    sections = commands.add_parser(
        "funding-report-sections", help="its sections for a committee report, in Word"
    )
    workbook = commands.add_parser("funding-report-workbook", help="its tables as a workbook to publish")
    for parser, save in (
        (summary, save_funding_summary), (sections, save_funding_sections), (workbook, save_funding_workbook)
    ):  # fmt: skip
        if parser is workbook:
            parser.add_argument("document", type=Path, metavar="OUT.xlsx", help="the file to save")
        else:
            add_document(parser)
        _add_year(parser)
        parser.add_argument("--without", type=a_word(Section), action="append", default=[], metavar="PART",
                            help=f"leave out: {', '.join(one.value for one in Section)} (may be repeated)")  # fmt: skip
        parser.set_defaults(run=partial(_save, save))
    summary.add_argument("--appendix", action="store_true",
                         help="with the exempt appendix: who was refused and why, and who has not claimed")  # fmt: skip
    _add_awards(commands)


def _add_awards(commands: Any) -> None:
    parser = commands.add_parser(
        "funding-report-360giving",
        help="claims that were paid, in the core columns of the 360Giving standard",
    )
    parser.add_argument("document", type=Path, metavar="OUT.csv", help="the file to save, .csv or .xlsx")
    parser.add_argument(
        "--prefix", required=True, metavar="360G-…", help="the publisher’s prefix, from 360Giving"
    )
    parser.add_argument("--organisation", required=True, metavar="ID",
                        help="the identifier of the council, such as GB-LAE-NTT")  # fmt: skip
    _add_year(parser)
    parser.set_defaults(run=_awards)


def _add_year(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--year", type=a_year, metavar="YEAR",
                        help="the funding year, such as 2019/20 (otherwise this one)")  # fmt: skip


def _year(session: Session, asked: argparse.Namespace) -> int:
    return int(asked.year) if asked.year is not None else year_of(session.today)


def _save(save: Any, session: Session, asked: argparse.Namespace) -> None:
    sections = tuple(one for one in Section if one not in asked.without)
    choice = FundingChoice(_year(session, asked), sections)
    extra = {"appendix": True} if getattr(asked, "appendix", False) else {}
    with session.reading() as db:
        for path in save(db, choice, asked.document, today=session.today, **extra):
            session.saved(path)


def _awards(session: Session, asked: argparse.Namespace) -> None:
    with session.reading() as db:
        publisher = Publisher(asked.prefix, asked.organisation)
        path, found = save_360giving(db, _year(session, asked), publisher, asked.document)
    session.saved(path)
    session.say(found.sentence)
