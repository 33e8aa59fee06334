"""Issued reports without a window: listed, drawn again as they were, compared, known by their checksums."""

import argparse
from pathlib import Path
from typing import Any

from desktop.command_line.committee_choosing import LATEST, a_report, an_issue
from desktop.command_line.options import add_document, add_out
from desktop.command_line.session import Session
from desktop.command_line.subcommands.report_saving import add_iwork, vault_if_asked
from desktop.committee.comparing import compared_with_now, save_comparison
from desktop.committee.drawing_again import draw_again
from engagement.committee import issues
from engagement.committee.issue_comparing import compare_issues, issued_table
from engagement.committee.issue_files import recognise
from resources.problem import Problem


def add_commands(commands: Any) -> None:
    """What was issued."""
    listed = commands.add_parser("report-issues", help="reports that were issued, the latest first")
    listed.add_argument("report", nargs="?", metavar="REPORT", help="those of one report alone")
    add_out(listed)
    listed.set_defaults(run=_list)
    again = commands.add_parser("report-again", help="draw an issued report again, as it was")
    _add_issue(again)
    add_document(again)
    again.add_argument("--without-appendix", action="store_true", help="the public document alone")
    add_iwork(again)
    again.set_defaults(run=_again)
    compare = commands.add_parser(
        "report-compare", help="what changed between two issued reports, or since one was issued"
    )
    _add_issue(compare)
    compare.add_argument(
        "other", nargs="?", metavar="ISSUE", help="the other one (otherwise as it would be today)"
    )
    add_out(compare)
    add_iwork(compare)
    compare.set_defaults(run=_compare)
    manifest = commands.add_parser("report-manifest", help="the manifest of an issued report")
    _add_issue(manifest)
    manifest.set_defaults(run=_manifest)
    note = commands.add_parser("report-issue-note", help="put a note on an issued report, or remove a trial")
    _add_issue(note)
    what = note.add_mutually_exclusive_group(required=True)
    what.add_argument("--note", metavar="WORDS", help="what is to be remembered of it")
    what.add_argument("--remove", action="store_true", help="it was a trial: nothing is kept of it")
    note.set_defaults(run=_note)
    file = commands.add_parser("report-file", help="whether a file is one that was issued, unaltered")
    file.add_argument("path", type=Path, metavar="FILE", help="the file")
    file.set_defaults(run=_file)


def _add_issue(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "issue", metavar="ISSUE", help=f"its key, words of its title and when it was saved, or “{LATEST}”"
    )


def _list(session: Session, asked: argparse.Namespace) -> None:
    with session.reading() as db:
        held = issues.issues_of(db, a_report(db, asked.report).id) if asked.report else issues.issues(db)
        session.show(issued_table(held), asked.out)


def _again(session: Session, asked: argparse.Namespace) -> None:
    with session.reading() as db, vault_if_asked(session, asked) as vault:
        held = an_issue(db, asked.issue)
        drawn = draw_again(db, held.id, asked.document, vault=vault, with_appendix=not asked.without_appendix)
    session.say(f"{drawn.words}.")
    session.saved(drawn.exempt)


def _compare(session: Session, asked: argparse.Namespace) -> None:
    with session.reading() as db, vault_if_asked(session, asked) as vault:
        first = an_issue(db, asked.issue)
        if asked.other:
            found = compare_issues(db, first.id, an_issue(db, asked.other).id)
        else:
            found = compared_with_now(db, vault, first.id, today=session.today)
        saved = save_comparison(db, found, asked.out) if asked.out else None
    if saved is None:
        session.say(f"{found.older}, and {found.newer}", "")
        session.say(*found.lines)
        if found.followed_up.rows:
            session.say("")
            session.show(found.followed_up)
    else:
        session.say(f"Saved “{saved.path}”{saved.marked}.")


def _manifest(session: Session, asked: argparse.Namespace) -> None:
    with session.reading() as db:
        session.say(issues.manifest_text(db, an_issue(db, asked.issue).id).rstrip("\n"))


def _note(session: Session, asked: argparse.Namespace) -> None:
    with session.writing() as db:
        held = an_issue(db, asked.issue)
        if asked.remove:
            issues.remove_issue(db, held.id)
            said = f"Removed {held.words} from the issued reports."
        else:
            said = f"Noted on {issues.set_issue_note(db, held.id, asked.note).words}."
    session.say(said)


def _file(session: Session, asked: argparse.Namespace) -> None:
    with session.reading() as db:
        found = recognise(db, asked.path)
    if not found.is_known:
        raise Problem(found.words)
    session.say(found.words)
