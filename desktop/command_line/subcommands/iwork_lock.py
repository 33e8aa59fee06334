"""The lock of the i-Work register without a window: its passphrase, its recovery sheet, its backups.

Passphrases and codes are typed unseen; none is ever an argument.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from desktop import iwork_register
from desktop.command_line.options import DOCUMENT_HELP, add_out
from desktop.command_line.session import Session
from desktop.command_line.subcommands.files import backups_table, chosen_backup
from desktop.documents import document_name
from desktop.sample_making import make_sample_register
from resources.database.locked.passphrases import as_typed
from resources.database.locked.places import Places, places_of
from resources.database.locked.recovery import RecoveryCode
from resources.problem import FieldProblem, Problem
from resources.wording import date_words, moment_words

_PRINT_IT = "Print it, prove it with “iwork-recovery”, then delete the file: the code stands nowhere else."


def add_commands(commands: Any) -> None:
    """What is done to the lock and the backups."""
    new = commands.add_parser("iwork-new", help="start the locked register of i-Work beside the file")
    which = new.add_mutually_exclusive_group(required=True)
    which.add_argument("--sheet", type=Path, metavar="OUT.docx", help="where the recovery sheet is saved")
    which.add_argument(
        "--sample",
        action="store_true",
        help="the sample register, of invented people, beside the sample county",
    )
    which.add_argument(
        "--take-over",
        action="store_true",
        help="the register that stands beside the file under the name that the file had before",
    )
    new.add_argument("--another", action="store_true", help="start one although such a register stands there")
    new.set_defaults(run=_new)
    change = commands.add_parser("iwork-passphrase", help="change the passphrase of the i-Work register")
    change.set_defaults(run=_passphrase)
    recovery = commands.add_parser("iwork-recovery", help="prove the recovery sheet by typing its code")
    recovery.add_argument(
        "--new",
        type=Path,
        metavar="OUT.docx",
        help=f"a new sheet instead, {DOCUMENT_HELP}; the old one is of no more use",
    )
    recovery.set_defaults(run=_recovery)
    _add_backups(commands)


def _add_backups(commands: Any) -> None:
    backup = commands.add_parser("iwork-backup", help="back the i-Work register up, under the same lock")
    backup.set_defaults(run=_backup)
    update = commands.add_parser(
        "iwork-update", help="bring the i-Work register up to date with a new version of Provider Desk"
    )
    update.set_defaults(run=_update)
    backups = commands.add_parser("iwork-backups", help="all backups of the i-Work register")
    add_out(backups)
    backups.set_defaults(run=_backups)
    restore = commands.add_parser("iwork-restore", help="put a backup in the place of the i-Work register")
    restore.add_argument("backup", metavar="BACKUP", help="a backup's name or path, or “latest”")
    restore.set_defaults(run=_restore)


# --- the lock -------------------------------------------------------------------------------------------


def _new(session: Session, asked: argparse.Namespace) -> None:
    if asked.sample:
        make_sample_register(session.path, session.now)
        session.say(f"Made the sample register in “{places_of(session.path).folder}”. Nobody in it is real.")
        return
    if places_of(session.path).is_there():
        raise Problem(
            f"There is a register in “{places_of(session.path).folder}” already. Restore a backup, or unlock it."
        )
    left = iwork_register.left_behind(session.path)
    if asked.take_over:
        _take_over(session, left)
        return
    if left and not asked.another:
        ways = "Use --take-over for that, or --another to start a new one all the same."
        raise Problem(f"{iwork_register.left_words(session.path, left)} {ways}")
    with session.reading():  # the office's file is there, and is one
        sheet = document_name(asked.sheet)
    opened, code = iwork_register.make_register(session.path, _new_passphrase(session), who=session.who)
    opened.close()
    session.say(f"Started the register in “{places_of(session.path).folder}”.")
    _save_sheet(session, code, sheet)


def _take_over(session: Session, left: Sequence[Places]) -> None:
    with session.reading():
        if len(left) != 1:
            told = (
                iwork_register.left_words(session.path, left)
                or "No register stands there under another name."
            )
            raise Problem(f"{told} It is taken over where there is one alone." if left else told)
    iwork_register.take_over(session.path, left[0])
    session.say(
        f"The register that was in “{left[0].folder.name}” is this file’s now. Its passphrase is as it was."
    )


def _passphrase(session: Session, _asked: argparse.Namespace) -> None:
    secret = session.ask_secret("Passphrase in force, or the code of the recovery sheet: ")
    iwork_register.find_key(session.path, secret)  # said at once, not after two more are typed
    iwork_register.change_passphrase(session.path, secret, _new_passphrase(session))
    session.say("Changed the passphrase. The recovery sheet stays as it is.")


def _new_passphrase(session: Session) -> str:
    first = session.ask_secret("New passphrase (at least four words, or 14 letters and signs): ")
    again = session.ask_secret("The same again: ")
    if as_typed(first) != as_typed(again):
        raise FieldProblem(
            "again", "The two passphrases differ, so nothing was changed. Type them once more."
        )
    return first


def _recovery(session: Session, asked: argparse.Namespace) -> None:
    if asked.new is not None:
        sheet = document_name(asked.new)
        secret = session.ask_secret("Passphrase of the i-Work register: ")
        _save_sheet(session, iwork_register.new_recovery_code(session.path, secret), sheet)
        return
    typed = session.ask_secret("Code of the recovery sheet: ")
    iwork_register.prove_recovery(session.path, typed, today=session.today)
    session.say(f"The recovery sheet opens the register: proved on {date_words(session.today)}.")


def _save_sheet(session: Session, code: RecoveryCode, sheet: Path) -> None:
    try:
        iwork_register.save_sheet(session.path, code, sheet, today=session.today)
    except Problem as problem:
        raise Problem(
            f"{problem.sentence} There is no recovery sheet in force: make one with “iwork-recovery --new”."
        ) from problem
    session.say(f"Saved “{sheet}”. {_PRINT_IT}")


# --- backups --------------------------------------------------------------------------------------------


def _backup(session: Session, _asked: argparse.Namespace) -> None:
    with session.register(read_only=True) as opened:
        made = iwork_register.make_backup(opened, reason="asked for", now=session.now)
    session.say(f"Backed up as “{made.path}”, {made.size:,} bytes, SHA-256 {made.sha256}.")


def _update(session: Session, _asked: argparse.Namespace) -> None:
    with session.register(read_only=False):
        session.say("The register is up to date.")


def _backups(session: Session, asked: argparse.Namespace) -> None:
    session.show(backups_table(places_of(session.path).register), asked.out)


def _restore(session: Session, asked: argparse.Namespace) -> None:
    backup = chosen_backup(places_of(session.path).register, asked.backup)
    secret = session.ask_secret("Passphrase of the i-Work register: ")
    aside = iwork_register.restore(session.path, backup, secret, who=session.who, now=session.now)
    kept = f" The register as it was is kept in “{aside.parent}”." if aside else ""
    session.say(
        f"Restored the backup of {moment_words(backup.made_at)}, without anybody deleted for good since.{kept}"
    )
