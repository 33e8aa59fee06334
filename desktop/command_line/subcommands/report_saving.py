"""Reports to committees made and saved without a window: both documents and their manifest, or one sentence why not."""

import argparse
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from desktop.command_line.committee_choosing import a_report, add_report
from desktop.command_line.options import a_day, add_document, add_out
from desktop.command_line.session import Session
from desktop.committee.checking import check_report
from desktop.committee.cut_off import saves_cut_off
from desktop.committee.making import make_outline, make_report
from desktop.committee.saving import AsPdf, Prepared, SavedReport, keep_prepared, prepare_report
from desktop.committee.sections import SECTIONS
from desktop.committee.standing_files import Standing, refuse_to_replace, standing_files
from engagement.committee.from_outlines import as_outline
from engagement.committee.outline_reading import read_outline
from resources.database import Database
from resources.problem import Problem
from resources.report.committee.changed_beneath import changed_beneath, refuse_changed_beneath
from resources.report.committee.to_mend import Weight
from resources.report.committee.to_mend_table import to_mend_table, to_mend_words
from resources.wording import capital_first, count_of


def add_commands(commands: Any) -> None:
    """Checking and saving."""
    check = commands.add_parser(
        "report-check", help="what stops a report from being saved, and what is to be looked at"
    )
    add_report(check)
    add_out(check)
    check.set_defaults(run=_check)
    save = commands.add_parser(
        "report-save", help="save a report: the public document, its exempt appendix and the manifest of both"
    )
    add_report(save)
    add_document(save)
    save.add_argument("--trial", action="store_true", help="not as an issue: nothing is kept of it")
    save.add_argument("--note", default="", metavar="WORDS", help="what is to be remembered of this issue")
    save.add_argument(
        "--strict",
        action="store_true",
        help="not while an edited sentence says what its figures no longer do",
    )
    save.set_defaults(run=_save)
    make = commands.add_parser(
        "report-make",
        help="make and save a report from an outline file, such as every quarter; nothing is kept of it",
    )
    make.add_argument("outline", type=Path, metavar="OUTLINE.json", help="the outline")
    make.add_argument(
        "--out",
        dest="document",
        type=Path,
        required=True,
        metavar="OUT.docx",
        help="the public document to save",
    )
    make.add_argument(
        "--meets-on", type=a_day, metavar="DATE", help="the meeting (otherwise the outline’s, or the next)"
    )
    make.set_defaults(run=_make)
    for parser in (save, make):
        parser.add_argument(
            "--replace", action="store_true", help="write over files there that are not as a report was saved"
        )
        parser.add_argument("--pdf", action="store_true", help="with tagged PDF copies, made by LibreOffice")
    for parser in (check, save, make):
        add_iwork(parser)


def add_iwork(parser: argparse.ArgumentParser) -> None:
    """`--iwork`, for `vault_if_asked`."""
    parser.add_argument(
        "--iwork", action="store_true", help="with the register of i-Work, whose passphrase is asked for"
    )


@contextmanager
def vault_if_asked(session: Session, asked: argparse.Namespace) -> Generator[Database | None, None, None]:
    """The register of i-Work for what is run, where it is to be opened."""
    if not asked.iwork:
        yield None
        return
    with session.register(read_only=True) as opened:
        yield opened.db


def _check(session: Session, asked: argparse.Namespace) -> None:
    with session.reading() as db, vault_if_asked(session, asked) as vault:
        found = check_report(
            db, vault, make_report(db, vault, a_report(db, asked.report).id, today=session.today)
        )
        if found:
            session.show(to_mend_table(found), asked.out, db=db)
    if any(one.weight is Weight.STOPS for one in found):
        raise Problem(
            f"{capital_first(to_mend_words(found))}. Mend what stops it before the report is saved."
        )
    session.say(f"{capital_first(to_mend_words(found))}; the report can be saved.")


def _save(session: Session, asked: argparse.Namespace) -> None:
    opened = session.reading() if asked.trial else session.writing()
    with opened as db, vault_if_asked(session, asked) as vault:
        made = make_report(db, vault, a_report(db, asked.report).id, today=session.today)
        if asked.strict:
            refuse_changed_beneath(made.composed)
        prepared = prepare_report(db, vault, made, asked.document, now=session.now, pdf=_pdf(asked))
        over = _written_over(db, prepared, asked)
        saved = keep_prepared(db, prepared, issue=not asked.trial, note=asked.note)
        told = saves_cut_off(db)
    session.say(*(one.words for one in changed_beneath(made.composed)))
    _say_saved(session, saved, over)
    session.say(*told)


def _make(session: Session, asked: argparse.Namespace) -> None:
    read = read_outline(asked.outline, sections={one.key for one in SECTIONS})
    with session.reading() as db, vault_if_asked(session, asked) as vault:
        outline = as_outline(db, read.saved, today=session.today, meets_on=asked.meets_on)
        made = make_outline(db, vault, outline, today=session.today, pictures=read.saved.pictures)
        prepared = prepare_report(db, vault, made, asked.document, now=session.now, pdf=_pdf(asked))
        over = _written_over(db, prepared, asked)
        saved = keep_prepared(db, prepared)
        told = saves_cut_off(db)
    session.say(*read.left_out)
    _say_saved(session, saved, over)
    session.say(*told)


def _written_over(db: Database, prepared: Prepared, asked: argparse.Namespace) -> Standing:
    """What stands there already; refused where it is not as a report was saved."""
    standing = standing_files(db, prepared)
    if not asked.replace:
        refuse_to_replace(standing)
    return standing


def _pdf(asked: argparse.Namespace) -> AsPdf | None:
    from resources.report.pdf import pdf_of  # loaded when first used

    return pdf_of if asked.pdf else None


def _say_saved(session: Session, saved: SavedReport, over: Standing) -> None:
    ours = [path for path in over.ours if path != saved.manifest]
    session.say(*(f"Wrote over “{path}” of an earlier save." for path in ours))
    session.say(*(f"Wrote over “{path}”, which was not as a report was saved." for path in over.others))
    for path in (saved.public, saved.exempt, *saved.pdfs, saved.manifest):
        session.saved(path)
    for path in saved.left_over:
        session.say(f"“{path}” is of an earlier report: this one has no such file.")
    if saved.to_look_at:
        session.say(
            f"{count_of(len(saved.to_look_at), 'thing is', 'things are')} to be looked at: see the manifest."
        )
