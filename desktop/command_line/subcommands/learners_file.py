"""A file of learners without a window: previewed, then taken in."""

import argparse
from pathlib import Path
from typing import Any

from desktop.command_line.options import a_pair, add_out
from desktop.command_line.session import Session
from desktop.command_line.subcommands.training_records import place_of, read_with_columns
from workforce.training.learners_file import SHAPE, check_learners
from workforce.training.learners_file_taking_in import (
    preview_groups,
    preview_notes,
    save_refused_learners,
    summary_table,
    take_in_learners,
)
from workforce.training.records_file_checking import Choices


def add_commands(commands: Any) -> None:
    """Learners from a file."""
    file = commands.add_parser(
        "training-learners-file", help="take in a file of learners with where they work"
    )
    file.add_argument("file_in", type=Path, metavar="FILE", help="a CSV, XLSX, XLS or ODS file")
    file.add_argument("--column", type=a_pair, action="append", default=[], metavar="FIELD=HEADING",
                      help="which column holds a field, where it is not recognised")  # fmt: skip
    where = file.add_mutually_exclusive_group()
    where.add_argument("--service", metavar="SERVICE", help="where those work whose rows do not say")
    where.add_argument("--provider", metavar="PROVIDER", help="the same, of a provider as a whole")
    file.add_argument("--dry-run", action="store_true", help="show what would be done, and do nothing")
    file.add_argument("--list", action="store_true", help="list the rows of every group, not only counts")
    file.add_argument("--refused", type=Path, metavar="FILE.xlsx", help="save the refused rows, to be mended")
    add_out(file)
    file.set_defaults(run=_file)


def _file(session: Session, asked: argparse.Namespace) -> None:
    file = read_with_columns(asked, SHAPE, "family_name=Name")
    opening = session.reading if asked.dry_run else session.writing
    with opening() as db:
        found = check_learners(db, file, Choices(place=place_of(db, asked)), today=session.today)
        groups = [one.table for one in preview_groups(db, found)] if asked.list else []
        session.show([summary_table(db, found), *groups], asked.out, db=db)
        session.say(*preview_notes(found))
        if asked.refused is not None and found.refused:
            save_refused_learners(found, asked.refused)
            session.saved(asked.refused)
        if asked.dry_run:
            session.say("Nothing was written: this was a preview.")
        elif not found.brings and found.already and not found.refused:
            session.say("All of it is held already; nothing was changed.")
        else:
            session.say(f"{take_in_learners(db, found).words}.")
