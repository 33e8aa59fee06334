"""The file itself: a new one, the sample county, history, undo and redo, backups, and whether it is whole."""

import argparse
from pathlib import Path
from typing import Any

from desktop import kept_with_backups
from desktop.capabilities import CAPABILITIES
from desktop.command_line import choosing
from desktop.command_line.options import a_number, add_out
from desktop.command_line.session import Session
from desktop.history_words import row_history, title_of
from desktop.sample_making import fill_with_sample
from engagement.forums import series
from engagement.forums.people import participants
from resources.database import Database, backups, history, open_file
from resources.database.backups import Backup
from resources.database.integrity import faults
from resources.folders import sample_file
from resources.problem import Problem
from resources.tables import Cell, Column, ColumnKind, Table
from resources.wording import count_of, moment_words

_OF_FORUMS = ("event", "participant", "series")


def add_commands(commands: Any) -> None:
    """Everything about the file."""
    new = commands.add_parser("new", help="start a new database")
    new.set_defaults(run=_new)
    sample = commands.add_parser(
        "sample",
        help="make the sample county: in a file of its own, or in the one that --file names, new or empty",
    )
    sample.set_defaults(run=_sample)
    past = commands.add_parser("history", help="what was done, the newest first")
    past.add_argument("--limit", type=a_number, default=50, metavar="N", help="how many changes (50)")
    add_out(past)
    past.set_defaults(run=_history)
    row = commands.add_parser(
        "row-history",
        help="what happened to one row: a provider, service, contact, event, participant or series",
    )
    row.add_argument("kind", choices=(*choosing.RECORDS, *_OF_FORUMS))
    row.add_argument("which", metavar="NAME", help="its key, or words of its name")
    row.add_argument("--event", metavar="EVENT", help="at which event, for a participant")
    add_out(row)
    row.set_defaults(run=_row_history)
    commands.add_parser("undo", help="take back the last change").set_defaults(run=_undo)
    commands.add_parser("redo", help="bring back the change undone last").set_defaults(run=_redo)
    commands.add_parser("backup", help="make a backup now").set_defaults(run=_backup)
    listed = commands.add_parser("backups", help="list the backups")
    add_out(listed)
    listed.set_defaults(run=_backups)
    back = commands.add_parser(
        "put-back", help="bring back files kept beside the database that are missing or were altered"
    )
    back.set_defaults(run=_put_back)
    restore = commands.add_parser(
        "restore", help="put a backup in the file's place; what was there is kept aside"
    )
    restore.add_argument("backup", metavar="BACKUP", help="a backup's name or path, or “latest”")
    restore.set_defaults(run=_restore)
    check = commands.add_parser("check", help="look whether the file is whole")
    check.set_defaults(run=_check)


def _new(session: Session, _asked: argparse.Namespace) -> None:
    open_file(session.path, CAPABILITIES, who=session.who, create=True).close()
    session.say(f"Made a new database, “{session.path}”.")


def _sample(session: Session, asked: argparse.Namespace) -> None:
    """Never in the office's own file, unless that is named."""
    path = asked.file or sample_file()
    opened = open_file(path, CAPABILITIES, who=session.who, create=not path.exists())
    try:
        fill_with_sample(opened.db, today=session.today)
    finally:
        opened.close()
    session.say(f"Made the sample county in “{path}”. Nothing in it is real.")


# --- history --------------------------------------------------------------------------------------------

_WHEN = Column("at", "When", ColumnKind.TIME)
_WHO = Column("who", "Who")
_WHAT = Column("action", "What was done")


def _history(session: Session, asked: argparse.Namespace) -> None:
    with session.reading() as db:
        entries = history.entries(db, limit=asked.limit)
        columns = (_WHEN, _WHO, _WHAT, Column("rows", "Rows", ColumnKind.NUMBER), Column("state", "State"))
        rows: list[tuple[Cell, ...]] = [
            (one.at.isoformat(), one.who, one.action, one.rows, "Undone" if one.undone else "In force")
            for one in entries
        ]
        session.show(Table("History", columns, rows), asked.out, db=db)


def _row_history(session: Session, asked: argparse.Namespace) -> None:
    with session.reading() as db:
        key = _key_of(db, asked)
        rows: list[tuple[Cell, ...]] = [
            (one.at.isoformat(), one.who, one.action, "; ".join(one.lines))
            for one in row_history(db, asked.kind, key)
        ]
        columns = (_WHEN, _WHO, _WHAT, Column("lines", "What it changed"))
        session.show(Table(f"History of {title_of(db, asked.kind, key)}", columns, rows), asked.out, db=db)


def _key_of(db: Database, asked: argparse.Namespace) -> str:
    kind, which = asked.kind, asked.which
    if asked.event is not None and kind != "participant":
        raise Problem(f"--event says at which event a participant is; a {kind} needs none. Leave it out.")
    if kind == "event":
        return choosing.event(db, which).id
    if kind == "series":
        return choosing.one_series(series.all_series(db, archived=True), which).id
    if kind != "participant":
        return choosing.RECORDS[kind](db, which).id
    if asked.event is None:
        raise Problem("A participant is somebody at one event. Say which with --event.")
    everybody = participants.of_event(db, choosing.event(db, asked.event).id, undone=True)
    return choosing.participant(everybody, which).id


def _undo(session: Session, _asked: argparse.Namespace) -> None:
    with session.writing() as db:
        undone = history.undo(db)
    if undone is None:
        raise Problem("There is nothing to undo.")
    session.say(f"Undone: {undone.action}.")


def _redo(session: Session, _asked: argparse.Namespace) -> None:
    with session.writing() as db:
        redone = history.redo(db)
    if redone is None:
        raise Problem("There is nothing to redo.")
    session.say(f"Done again: {redone.action}.")


# --- backups --------------------------------------------------------------------------------------------


def _backup(session: Session, _asked: argparse.Namespace) -> None:
    with session.reading() as db:
        made = kept_with_backups.make_backup(db, session.path, reason="asked for", now=session.now)
        one = made.backup
        session.say(f"Backed up as “{one.path}”, {one.size:,} bytes, SHA-256 {one.sha256}.")
        session.say(*kept_with_backups.sentences(db, session.path))
    if made.left_out is not None:
        raise made.left_out


def _put_back(session: Session, _asked: argparse.Namespace) -> None:
    with session.reading() as db:
        number = kept_with_backups.put_back(db, session.path)
        session.say(f"Brought back {count_of(number, 'file')}.")
        session.say(*kept_with_backups.sentences(db, session.path))


def _backups(session: Session, asked: argparse.Namespace) -> None:
    session.show(backups_table(session.path), asked.out)


def backups_table(file: Path) -> Table:
    """All backups of a file, newest first."""
    columns = (
        Column("at", "Made", ColumnKind.TIME), Column("name", "Name"), Column("reason", "Why"),
        Column("size", "Bytes", ColumnKind.NUMBER), Column("sha256", "SHA-256"),
    )  # fmt: skip
    rows: list[tuple[Cell, ...]] = [
        (one.made_at.isoformat(), one.path.name, one.reason, one.size, one.sha256)
        for one in backups.listed(file)
    ]
    return Table(f"Backups of {file.name}", columns, rows)


def _restore(session: Session, asked: argparse.Namespace) -> None:
    backup = chosen_backup(session.path, asked.backup)
    aside = backups.restore(backup, session.path, now=session.now)
    kept = f" The file as it was is kept in “{aside.parent}”." if aside else ""
    session.say(f"Restored the backup of {moment_words(backup.made_at)}.{kept}")
    came = kept_with_backups.bring_back(session.path, backup.path.parent)
    if came.names:
        session.say(f"Brought back {count_of(len(came.names), 'file')} kept beside it.")
    if came.faults:
        raise kept_with_backups.LeftOut(
            f"{count_of(len(came.faults), 'file')} kept with the backup could not be brought back.",
            details=tuple(f"“{one.name}”: {one.why}" for one in came.faults),
        )


def chosen_backup(file: Path, text: str) -> Backup:
    """A backup by its name or path, or the latest."""
    listed = backups.listed(file)
    if text == "latest":
        if not listed:
            raise Problem(f"There is no backup of “{file.name}” yet. Name a backup file to restore.")
        return listed[0]
    return next((one for one in listed if one.path.name == text), None) or backups.chosen(Path(text))


def _check(session: Session, _asked: argparse.Namespace) -> None:
    with session.reading() as db:
        found = faults(db)
        counted = _counted(db)
        beside = [] if found else kept_with_backups.faults(db, session.path)
    if beside:
        raise Problem(
            f"“{session.path.name}” is whole, but of the files kept with it {len(beside)} are not as they were. "
            "Bring them back with “put-back”, or attach them again.",
            details=tuple(beside),
        )
    if found:
        raise Problem(f"“{session.path.name}” is damaged. Restore the last backup.", details=tuple(found))
    session.say(f"“{session.path.name}” is whole: {counted}.")


def _counted(db: Database) -> str:
    newest = history.entries(db, limit=1)
    return f"{count_of(newest[0].id if newest else 0, 'change')} in its history, no faults"
