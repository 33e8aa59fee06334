"""How reports look and how plainly they are to be written, without a window."""

import argparse
from pathlib import Path
from typing import Any

from desktop.command_line.choosing import by_key_or_words
from desktop.command_line.committee_choosing import a_report, add_report
from desktop.command_line.options import add_out
from desktop.command_line.session import Session
from engagement.committee import looks, plain_words
from engagement.committee.looks import ReportLooks
from engagement.committee.reports import edit_report
from resources.database import Database
from resources.files.names import name_of
from resources.report.base_document import looks_of
from resources.wording import and_list

OWN = "own"


def add_commands(commands: Any) -> None:
    """Looks, and plain English."""
    listed = commands.add_parser("report-looks", help="looks that reports can have")
    listed.add_argument("--archived", action="store_true", help="those put away too")
    add_out(listed)
    listed.set_defaults(run=_list)
    add = commands.add_parser(
        "report-looks-add", help="take font, sizes, colour and margins from another council's Word document"
    )
    add.add_argument(
        "document", type=Path, metavar="DOCUMENT.docx", help="the document; nothing in it is run or kept"
    )
    add.add_argument("--name", required=True, metavar="NAME", help="what the looks are to be called")
    add.set_defaults(run=_add)
    edit = commands.add_parser("report-looks-edit", help="rename looks, put them away or bring them back")
    edit.add_argument("looks", metavar="LOOKS", help="their key, or words of their name")
    away = edit.add_mutually_exclusive_group(required=True)
    away.add_argument("--name", metavar="NAME", help="another name")
    away.add_argument(
        "--archive", action="store_true", help="put them away; reports that have them keep them"
    )
    away.add_argument("--restore", action="store_true", help="bring them back")
    away.add_argument(
        "--remove", action="store_true", help="they were added by mistake, and no report has them"
    )
    edit.set_defaults(run=_edit)
    use = commands.add_parser("report-looks-use", help="give a report looks")
    add_report(use)
    use.add_argument("looks", metavar="LOOKS", help=f"their key or words of their name; “{OWN}” for our own")
    use.set_defaults(run=_use)
    plain = commands.add_parser(
        "report-plain", help="the reading age of reports, and initials that readers know"
    )
    plain.add_argument("--reading-age", type=int, metavar="YEARS", help="hold reports against this age")
    plain.add_argument(
        "--known", metavar="INITIALS", help="initials that need no explaining, such as “ICB, VCSE”"
    )
    plain.set_defaults(run=_plain)


def _some_looks(db: Database, text: str) -> ReportLooks:
    return by_key_or_words(looks.all_looks(db, archived=True), text, lambda one: one.name, "looks")


def _list(session: Session, asked: argparse.Namespace) -> None:
    with session.reading() as db:
        session.show(looks.looks_table(db, archived=asked.archived), asked.out, db=db)


def _add(session: Session, asked: argparse.Namespace) -> None:
    taken = looks_of(asked.document)
    with session.writing() as db:
        made = looks.add_looks(db, asked.name, taken.looks, file_name=name_of(asked.document))
    session.say(f"Added the looks {made.name}. Taken:", *taken.taken, "Not taken:", *taken.left)


def _edit(session: Session, asked: argparse.Namespace) -> None:
    with session.writing() as db:
        held = _some_looks(db, asked.looks)
        if asked.archive:
            said = f"Archived the looks {looks.archive_looks(db, held.id, today=session.today).name}."
        elif asked.restore:
            said = f"Restored the looks {looks.restore_looks(db, held.id).name}."
        elif asked.remove:
            looks.remove_looks(db, held.id)
            said = f"Removed the looks {held.name}."
        else:
            said = f"The looks {held.name} are called {looks.rename_looks(db, held.id, asked.name).name}."
    session.say(said)


def _use(session: Session, asked: argparse.Namespace) -> None:
    with session.writing() as db:
        held = a_report(db, asked.report)
        chosen = None if asked.looks == OWN else _some_looks(db, asked.looks)
        edit_report(db, held.id, looks_id=chosen.id if chosen else None)
    session.say(f"{held.title} has {f'the looks {chosen.name}' if chosen else 'our own looks'}.")


def _plain(session: Session, asked: argparse.Namespace) -> None:
    if asked.reading_age is None and asked.known is None:
        with session.reading() as db:
            _say_plain(session, db)
        return
    with session.writing() as db:
        if asked.reading_age is not None:
            plain_words.set_reading_age(db, asked.reading_age)
        if asked.known is not None:
            plain_words.set_known_initials(db, asked.known)
        _say_plain(session, db)


def _say_plain(session: Session, db: Database) -> None:
    known = plain_words.known_initials(db)
    told = (
        f"Initials that readers know: {and_list(known)}."
        if known
        else "No further initials are known to readers."
    )
    session.say(f"Reports are held against a reading age of {plain_words.reading_age(db)}.", told)
