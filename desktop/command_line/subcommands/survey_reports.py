"""A wave as documents without a window: the Word report, sections for a committee, a workbook to publish, long CSV."""

import argparse
from functools import partial
from pathlib import Path
from typing import Any

from desktop.command_line import choosing
from desktop.command_line.options import a_word, add_document, add_wave
from desktop.command_line.session import Session
from desktop.command_line.subcommands.survey_figures import add_filters, chosen_filter
from desktop.survey_files import Save, save_csv_to_publish, save_report, save_sections, save_workbook
from resources.database import Database
from workforce.survey.analysis.frame import read_wave
from workforce.survey.report.choice import ReportChoice, Section
from workforce.survey.waves.waves import Wave


def add_commands(commands: Any) -> None:
    """What is given to others."""
    report = commands.add_parser("survey-report", help="the Word report of a wave of the survey")
    sections = commands.add_parser(
        "survey-sections", help="a wave’s sections for a committee report, in Word"
    )
    workbook = commands.add_parser(
        "survey-workbook", help="a wave’s tables as a workbook to publish, laid out like official statistics"
    )
    long = commands.add_parser(
        "survey-csv", help="the same tables as one CSV file with a row for each figure"
    )
    for parser, save, file in (
        (report, save_report, ""), (sections, save_sections, ""), (workbook, save_workbook, "OUT.xlsx"),
        (long, save_csv_to_publish, "OUT.csv"),
    ):  # fmt: skip
        add_wave(parser)
        if file:
            parser.add_argument("document", type=Path, metavar=file, help="the file to save")
        else:
            add_document(parser)
        parser.add_argument("--since", metavar="WAVE", help="the earlier wave with which it is compared")
        parser.add_argument("--without", type=a_word(Section), action="append", default=[], metavar="SECTION",
                            help=f"leave out: {', '.join(one.value for one in Section)} (may be repeated)")  # fmt: skip
        parser.add_argument("--no-quotes", action="store_true", help="leave out what providers wrote")
        parser.add_argument(
            "--weighted", action="store_true", help="weighted by kind of service to the population invited"
        )
        add_filters(parser)
        parser.set_defaults(run=partial(_save, save))


def _chosen(db: Database, asked: argparse.Namespace) -> tuple[Wave, ReportChoice]:
    held = choosing.survey_wave(db, asked.wave)
    earlier = choosing.survey_wave(db, asked.since).id if asked.since else None
    return held, ReportChoice(
        earlier,
        chosen_filter(read_wave(db, held.id), asked),
        tuple(one for one in Section if one not in asked.without),
        quotes=not asked.no_quotes,
        weighted=asked.weighted,
    )


def _save(save: Save, session: Session, asked: argparse.Namespace) -> None:
    with session.reading() as db:
        held, choice = _chosen(db, asked)
        session.saved(save(db, held.id, choice, asked.document, today=session.today))
