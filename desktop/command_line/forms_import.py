"""A forms file on the command line, whatever it answers: read, shown before it is taken in, and taken in."""

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from desktop.command_line.session import Session
from resources.database import Database
from resources.files.forms.forms_file import FormsFile, read_forms_file
from resources.files.forms.layout import FormColumn
from resources.files.forms.preview import PreviewGroup, save_refused_rows
from resources.files.headers import heading_keys
from resources.files.refused import RefusedRow
from resources.problem import Problem
from resources.tables import Cell, Column, ColumnKind, Table
from resources.wording import and_list, shortened

NEW_WORDS, LEAVE_OUT_WORDS = "new", "leave out"
"""What a column may be beside a question that is there."""

_MOST_NAMED = 12
C = TypeVar("C")


def add_file(parser: argparse.ArgumentParser, what: str) -> None:
    """The file, where its refused rows go, and whether it is taken in."""
    parser.add_argument("form", type=Path, metavar="FILE", help=what)
    parser.add_argument(
        "--refused", type=Path, metavar="FILE.xlsx", help="save the refused rows to be mended"
    )
    parser.add_argument(
        "--take-in", action="store_true", help="add the responses; otherwise nothing is written"
    )


def import_forms(
    session: Session,
    asked: argparse.Namespace,
    preview: Callable[[Database, FormsFile], C],
    take_in: Callable[[Database, C], str],
) -> None:
    """Show what the file would bring; take it in where that is asked for, and say what came of it."""
    file = read_forms_file(asked.form)
    if not asked.take_in:
        with session.reading() as db:
            preview(db, file)
        session.say("", "Nothing was written. Add --take-in to take it in.")
        return
    with session.writing() as db:
        said = take_in(db, preview(db, file))
    session.say("", said)


def show_preview(
    session: Session, file: FormsFile, uses: Table, groups: Sequence[PreviewGroup], notes: Sequence[str]
) -> None:
    """What each column is taken for, the outcomes of the check, what is still to be decided, and the sentences."""
    columns = (
        Column("group", "In the file"), Column("rows", "Number", ColumnKind.NUMBER), Column("what", "What"),
    )  # fmt: skip
    counts: list[tuple[Cell, ...]] = [(one.name, one.number, one.explanation) for one in groups]
    to_decide = [one.table for one in groups if one.to_decide]
    session.show([uses, Table(f"{file.name}, {file.program.value}", columns, counts), *to_decide])
    session.say(*notes)


def save_refused(
    session: Session, asked: argparse.Namespace, file: FormsFile, refused: Sequence[RefusedRow]
) -> None:
    """The refused rows, where they are asked for and there are any."""
    if asked.refused and refused:
        save_refused_rows(file, refused, asked.refused)
        session.saved(asked.refused)


def form_column(file: FormsFile, text: str, columns: Sequence[FormColumn] = ()) -> FormColumn:
    """One of `columns`, else of the questions, by heading or code; words that begin only one heading are enough."""
    columns, key = columns or file.columns, heading_keys(text)[0]
    same = [one for one in columns if key in (one.key, heading_keys(one.heading)[0]) or text == one.code]
    same = same or [one for one in columns if heading_keys(one.heading)[0].startswith(key)]
    if len(same) == 1:
        return same[0]
    known = and_list([f"“{shortened(one.heading)}”" for one in (same or columns)[:_MOST_NAMED]], "or")
    if same:
        raise Problem(f"“{text}” may be more than one column of “{file.name}”: {known}. Write more of it.")
    raise Problem(f"“{file.name}” has no column “{text}”. Its columns are {known}.")
