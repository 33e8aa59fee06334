"""What comes in from files: CQC's own, and tables of ratings as they were published."""

import argparse
from pathlib import Path
from typing import Any

from desktop.command_line.options import a_day, a_pair, a_word, add_out
from desktop.command_line.session import Session
from engagement.cqc_files.check import Checked
from engagement.cqc_files.contents import FileKind
from engagement.cqc_files.preview import (
    preview_groups,
    preview_notes,
    save_refused_rows,
    summary_table,
    summary_tables,
)
from engagement.cqc_files.read import NeedsColumns, NeedsDate
from engagement.cqc_files.taking_in import prepare, take_in
from engagement.market.published import read_published, take_in_published
from resources.database import Database
from resources.problem import Problem
from resources.tables import Table
from resources.wording import count_of, date_words


def add_commands(commands: Any) -> None:
    """Both kinds of import."""
    cqc = commands.add_parser(
        "import",
        help="bring in CQC's directory, latest ratings or HSCA active locations: one month or several",
    )
    cqc.add_argument("files", nargs="+", type=Path, metavar="FILE")
    cqc.add_argument("--as-at", type=a_day, metavar="DATE", help="the day that the files are of")
    cqc.add_argument("--kind", type=a_word(FileKind), metavar="KIND", help="refuse files of another kind")
    cqc.add_argument("--column", type=a_pair, action="append", default=[], metavar="FIELD=HEADING",
                     help="which column of the file holds a field, where it is not recognised")  # fmt: skip
    cqc.add_argument("--dry-run", action="store_true", help="show what would be done, and do nothing")
    cqc.add_argument(
        "--list", action="store_true", help="list every location of every group, not only counts"
    )
    cqc.add_argument("--keep-missing", action="store_true",
                     help="the files are parts of a directory: what they do not list stays as it is")  # fmt: skip
    cqc.add_argument(
        "--refused", type=Path, metavar="FOLDER", help="save the refused rows there to be mended"
    )
    add_out(cqc)
    cqc.set_defaults(run=_import)
    published = commands.add_parser(
        "published-ratings", help="bring in a table of ratings as it was published"
    )
    published.add_argument("table", type=Path, metavar="FILE")
    published.add_argument(
        "--as-at", type=a_day, required=True, metavar="DATE", help="the day that the figures are of"
    )
    published.set_defaults(run=_published)


def _import(session: Session, asked: argparse.Namespace) -> None:
    opening = session.reading if asked.dry_run else session.writing
    with opening() as db:
        checked = _prepared(session, db, asked)
        session.show(_tables(checked, whole=asked.list), asked.out)
        session.say(*preview_notes(checked))
        if asked.refused is not None:
            for path in _save_refused(checked, asked.refused):
                session.saved(path)
        if asked.dry_run:
            session.say("Nothing was written: this was a preview.")
            return
        taken = take_in(db, checked, now=session.now)
    if taken.nothing:
        session.say("The register holds all of it already; nothing was changed.")
        return
    session.say(f"{taken.action}: done.")
    if taken.unplaced:
        number = count_of(len(taken.unplaced), "postcode")
        session.say(f"No district was found for {number}: {', '.join(taken.unplaced)}.")


def _prepared(session: Session, db: Database, asked: argparse.Namespace) -> Checked:
    days = dict.fromkeys(asked.files, asked.as_at) if asked.as_at else None
    columns = {path: dict(asked.column) for path in asked.files} if asked.column else None
    try:
        return prepare(
            db, asked.files, today=session.today, as_at=days, columns=columns, expect=asked.kind,
            mark_gone=not asked.keep_missing,
        )  # fmt: skip
    except NeedsDate as needs:
        raise Problem(f"{needs.sentence} Give the day with --as-at.", details=needs.details) from None
    except NeedsColumns as needs:
        missing = " ".join(f"--column {spec.name}=HEADING" for spec in needs.asked)
        headings = ", ".join(f"“{heading}”" for heading in needs.choices)
        raise Problem(
            f"{needs.sentence} Say which column it is with {missing or '--column FIELD=HEADING'}.",
            details=(f"The file's columns: {headings}.",),
        ) from None


def _tables(checked: Checked, *, whole: bool) -> list[Table]:
    """The counts over all files; with `whole` also those of each file and what is in each group."""
    several = summary_tables(checked) if whole and len(checked.findings) > 1 else []
    groups = [group.table for group in preview_groups(checked)] if whole else []
    return [summary_table(checked), *several, *groups]


def _save_refused(checked: Checked, folder: Path) -> list[Path]:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Problem(
            f"The folder “{folder}” could not be made ({error.strerror}). Choose a folder that you may write to."
        ) from error
    return save_refused_rows(checked, folder)


def _published(session: Session, asked: argparse.Namespace) -> None:
    market = read_published(asked.table, asked.as_at, today=session.today)
    with session.writing() as db:
        number = take_in_published(db, market)
    areas, day = count_of(len(market.areas), "area"), date_words(asked.as_at)
    if number:
        session.say(f"Took in {count_of(number, 'profile')} of {areas}, {day}.")
    else:
        session.say(f"The figures of {areas}, {day}, are held already; nothing was changed.")
