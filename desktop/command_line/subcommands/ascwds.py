"""ASC-WDS: bulk-upload files in, how workplaces stand, what their records lack, and what they are in the register."""

import argparse
from pathlib import Path
from typing import Any

from desktop.ascwds_files import save_missing_list
from desktop.command_line import choosing
from desktop.command_line.options import a_day, add_out, add_several, filtered
from desktop.command_line.session import Session
from resources.database import Database
from resources.problem import Problem
from resources.tables import Column, ColumnKind, Table
from resources.wording import count_of
from workforce.ascwds.checking import Checked, check
from workforce.ascwds.preview import preview_groups, sources_words
from workforce.ascwds.reading import NeedsDay, read_files
from workforce.ascwds.refused import save_refused_rows
from workforce.ascwds.rows import Choices
from workforce.ascwds.tables import (
    all_missing_table,
    figures_table,
    files_table,
    missing_table,
    workplaces_table,
)
from workforce.ascwds.taking_in import take_in
from workforce.ascwds.workplaces import (
    Workplace,
    remove_workplace,
    tie_workplace,
    untie_workplace,
    workplaces,
)

_WORKPLACE_HELP = "its key, its LOCALESTID, or words of its name"
_GROUPS = (
    Column("group", "In the files"),
    Column("rows", "Rows", ColumnKind.NUMBER),
    Column("what", "What it is"),
)


def add_commands(commands: Any) -> None:
    """Files in; tables and the Word list; tying."""
    _add_import(commands)
    _add_tables(commands)
    paper = commands.add_parser(
        "ascwds-list", help="what workplaces lack, in Word, to be sent to their providers"
    )
    paper.add_argument("document", type=Path, metavar="OUT.docx", help="the Word document to save")
    paper.add_argument("--workplace", action="append", default=[], metavar="WORKPLACE",
                       help="only this one, complete or not (may be repeated)")  # fmt: skip
    _add_day(paper)
    paper.set_defaults(run=_list)
    tie = commands.add_parser("ascwds-tie", help="say which service a workplace is, or whose head office")
    tie.add_argument("workplace", metavar="WORKPLACE", help=_WORKPLACE_HELP)
    to = tie.add_mutually_exclusive_group(required=True)
    to.add_argument(
        "--service", metavar="SERVICE", help="the service’s key, CQC Location ID, or words of its name"
    )
    to.add_argument("--provider", metavar="PROVIDER", help="the provider whose head office it is")
    to.add_argument("--untie", action="store_true", help="it is not what it was tied to")
    tie.set_defaults(run=_tie)
    remove = commands.add_parser("ascwds-remove", help="remove a workplace that was taken in by mistake")
    remove.add_argument("workplace", metavar="WORKPLACE", help=_WORKPLACE_HELP)
    remove.set_defaults(run=_remove)


def _add_import(commands: Any) -> None:
    files = commands.add_parser(
        "ascwds-import", help="take in workplace, worker and training bulk-upload files of ASC-WDS, together"
    )
    files.add_argument("files", nargs="+", type=Path, metavar="FILE")
    files.add_argument("--as-at", type=a_day, metavar="DATE", help="the day that the files are of")
    files.add_argument("--confirmed", action="store_true",
                       help="records marked UNCHECKED were looked at again")  # fmt: skip
    files.add_argument("--keep-reference", action="store_true",
                       help="keep the provider’s own reference of each worker: it may be a name")  # fmt: skip
    files.add_argument("--dry-run", action="store_true", help="show what would be done, and do nothing")
    files.add_argument("--list", action="store_true", help="list every row of every group, not only counts")
    files.add_argument(
        "--refused", type=Path, metavar="FOLDER", help="save the refused rows there to be mended"
    )
    add_out(files)
    files.set_defaults(run=_import)


def _add_tables(commands: Any) -> None:
    held = commands.add_parser(
        "ascwds", help="the workplaces of ASC-WDS and whether their records are complete"
    )
    add_several(held, "state", "district", "main_service", "tied")
    held.add_argument("--text", default="", metavar="WORDS", help="only lines with these words")
    missing = commands.add_parser("ascwds-missing", help="which fields and records are missing")
    figures = commands.add_parser(
        "ascwds-figures", help="vacancies, turnover, sickness and more of a workplace"
    )
    missing.add_argument("workplace", nargs="?", metavar="WORKPLACE",
                         help=f"{_WORKPLACE_HELP} (otherwise all that are not complete)")  # fmt: skip
    figures.add_argument("workplace", metavar="WORKPLACE", help=_WORKPLACE_HELP)
    taken = commands.add_parser("ascwds-files", help="the ASC-WDS files that were taken in")
    for parser, run in ((held, _workplaces), (missing, _missing), (figures, _figures), (taken, _files)):
        if parser is not taken:
            _add_day(parser)
        add_out(parser)
        parser.set_defaults(run=run)


def _add_day(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--as-at", type=a_day, metavar="DATE", help="as files said until that day (today)")


def workplace_named(db: Database, text: str) -> Workplace:
    """By key, LOCALESTID, or words of the name and postcode."""
    held = workplaces(db)
    by_id = [one for one in held if one.local_id == text]
    if len(by_id) == 1:
        return by_id[0]
    return choosing.by_key_or_words(
        held, text, lambda one: f"{one.name}, {one.postcode}, {one.local_id}", "workplace"
    )


# --- files in ---------------------------------------------------------------------------------------------------------


def _import(session: Session, asked: argparse.Namespace) -> None:
    opening = session.reading if asked.dry_run else session.writing
    with opening() as db:
        checked = _checked(session, db, asked)
        groups = preview_groups(checked)
        summary = Table(
            "ASC-WDS files", _GROUPS, [(one.name, one.number, one.explanation) for one in groups],
            base=f"{sources_words(checked)}.",
        )  # fmt: skip
        session.show([summary, *(one.table for one in groups if asked.list)], asked.out)
        session.say(*checked.notes)
        if asked.refused is not None:
            _save_refused(session, checked, asked.refused)
        if asked.dry_run:
            session.say("Nothing was written: this was a preview.")
            return
        session.say(f"{take_in(db, checked, now=session.now).sentence}.")


def _checked(session: Session, db: Database, asked: argparse.Namespace) -> Checked:
    choices = Choices(keep_reference=asked.keep_reference, confirmed=asked.confirmed)
    try:
        return check(db, read_files(asked.files, today=session.today, as_at=asked.as_at, choices=choices))
    except NeedsDay as needs:
        raise Problem(f"{needs.sentence} Give the day with --as-at.") from None


def _save_refused(session: Session, checked: Checked, folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Problem(
            f"The folder “{folder}” could not be made ({error.strerror}). Choose a folder that you may write to."
        ) from error
    for one in checked.files:
        if one.refused:
            path = folder / f"{Path(one.file.name).stem}, refused.xlsx"
            save_refused_rows(one.file, one.refused, path)
            session.saved(path)


# --- what is held -----------------------------------------------------------------------------------------------------


def _workplaces(session: Session, asked: argparse.Namespace) -> None:
    given = {name: getattr(asked, name) for name in ("state", "district", "main_service", "tied")}
    with session.reading() as db:
        table = filtered(workplaces_table(db, on=asked.as_at or session.today), given, asked.text)
        session.show(table, asked.out, db=db)


def _missing(session: Session, asked: argparse.Namespace) -> None:
    on = asked.as_at or session.today
    with session.reading() as db:
        if asked.workplace:
            table = missing_table(db, workplace_named(db, asked.workplace).id, on=on)
        else:
            table = all_missing_table(db, on=on)
        session.show(table, asked.out, db=db)


def _figures(session: Session, asked: argparse.Namespace) -> None:
    with session.reading() as db:
        key = workplace_named(db, asked.workplace).id
        session.show(figures_table(db, key, on=asked.as_at or session.today), asked.out, db=db)


def _files(session: Session, asked: argparse.Namespace) -> None:
    with session.reading() as db:
        session.show(files_table(db), asked.out, db=db)


def _list(session: Session, asked: argparse.Namespace) -> None:
    with session.reading() as db:
        only = [workplace_named(db, text).id for text in asked.workplace] or None
        session.saved(save_missing_list(db, asked.document, on=asked.as_at or session.today, only=only))


# --- what they are ----------------------------------------------------------------------------------------------------


def _tie(session: Session, asked: argparse.Namespace) -> None:
    with session.writing() as db:
        held = workplace_named(db, asked.workplace)
        if asked.untie:
            untie_workplace(db, held.id)
            session.say(f"Untied {held.name} from the register.")
            return
        if asked.service:
            to = choosing.service(db, asked.service)
            tie_workplace(db, held.id, service_id=to.id)
            session.say(f"Tied {held.name} to {to.name}.")
            return
        whose = choosing.provider(db, asked.provider)
        tie_workplace(db, held.id, provider_id=whose.id)
        session.say(f"Tied {held.name} to {whose.name}, as its head office.")


def _remove(session: Session, asked: argparse.Namespace) -> None:
    with session.writing() as db:
        held = workplace_named(db, asked.workplace)
        remove_workplace(db, held.id)
        left = count_of(len(workplaces(db)), "workplace")
    session.say(f"Removed {held.name} from ASC-WDS; {left} left.")
