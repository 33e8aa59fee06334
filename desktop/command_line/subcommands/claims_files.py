"""Claims in and out as files, without a window: lists taken in, the claim form, and evidence."""

import argparse
from pathlib import Path
from typing import Any

from desktop.command_line import choosing
from desktop.command_line.options import a_day, a_pair, a_word, a_year, add_out
from desktop.command_line.session import Session
from desktop.command_line.subcommands.claims import add_claim
from resources.database import Database
from resources.files.headers import heading_keys
from resources.problem import Problem
from resources.tables import Cell, Column, ColumnKind, Table
from resources.wording import and_list, count_of
from workforce.funding.claims import evidence
from workforce.funding.claims.claim_workbook import TO_SEND, save_claim_form, to_send
from workforce.funding.claims.files.checking import Checked, check
from workforce.funding.claims.files.columns import SPECS
from workforce.funding.claims.files.preview import (
    columns_table,
    preview_groups,
    preview_notes,
    save_refused_rows,
)
from workforce.funding.claims.files.reading import ClaimsFile, read
from workforce.funding.claims.files.taking_in import take_in
from workforce.funding.claims.lines import all_lines
from workforce.funding.claims.tables import checklist_table, form_lacks
from workforce.funding.vocabulary import ClaimStatus
from workforce.years import year_of


def add_commands(commands: Any) -> None:
    """Files of claims."""
    _add_import(commands)
    form = commands.add_parser(
        "claim-form", help="save claims in the eleven columns of the payer's claim form"
    )
    form.add_argument("form", type=Path, metavar="OUT.xlsx", help="the workbook to save")
    form.add_argument("--fund", default="", metavar="FUND", help="only of this fund")
    form.add_argument("--provider", default="", metavar="PROVIDER", help="only of this provider")
    form.add_argument("--claim", action="append", default=[], metavar="CLAIM",
                      help="only this one (may be repeated)")  # fmt: skip
    form.add_argument("--status", type=a_word(ClaimStatus), action="append", default=[], metavar="STATUS",
                      help="in this state (may be repeated); otherwise submitted and not paid")  # fmt: skip
    form.set_defaults(run=_form)
    proof = commands.add_parser(
        "claim-evidence", help="what proves a claim; with --add, --remove or --save keep it"
    )
    add_claim(proof)
    what = proof.add_mutually_exclusive_group()
    what.add_argument("--add", metavar="WHAT", help="what was seen, such as a line of the checklist")
    what.add_argument("--remove", metavar="WORDS", help="what was added by mistake")
    what.add_argument("--save", metavar="WORDS", help="save a copy of the file kept of it (with --to)")
    proof.add_argument("--keep", type=Path, metavar="FILE", help="keep a copy of this file (with --add)")
    proof.add_argument(
        "--on", type=a_day, metavar="DATE", help="when it was seen, otherwise today (with --add)"
    )
    proof.add_argument("--by", default="", metavar="NAME", help="who saw it, otherwise you (with --add)")
    proof.add_argument("--note", default="", metavar="TEXT", help="anything to know about it (with --add)")
    proof.add_argument("--to", type=Path, metavar="FILE", help="where the copy goes (with --save)")
    add_out(proof)
    proof.set_defaults(run=_evidence)


def _add_import(commands: Any) -> None:
    parser = commands.add_parser(
        "claims-import",
        help="preview a provider's claim form or a payer's list; with --take-in add its claims",
    )
    parser.add_argument("list", type=Path, metavar="FILE", help="CSV, Excel or ODS with headings")
    parser.add_argument("fund", metavar="FUND", help="on which fund they are")
    parser.add_argument(
        "--year", type=a_year, metavar="YEAR", help="the year they are charged to, otherwise this one"
    )
    parser.add_argument(
        "--provider", default="", metavar="PROVIDER", help="whose form it is, where its rows do not say"
    )
    fields = ", ".join(spec.name for spec in SPECS)
    parser.add_argument("--map", type=a_pair, action="append", default=[], metavar="FIELD=HEADING",
                        help=f"which column is which: {fields} (may be repeated)")  # fmt: skip
    parser.add_argument(
        "--refused", type=Path, metavar="FILE.xlsx", help="save the refused rows to be mended"
    )
    parser.add_argument("--take-in", action="store_true", help="add the claims; otherwise nothing is written")
    parser.set_defaults(run=_import)


# --- lists in -------------------------------------------------------------------------------------------------


def _import(session: Session, asked: argparse.Namespace) -> None:
    file = read(asked.list, columns=_columns(asked))
    if not asked.take_in:
        with session.reading() as db:
            _preview(session, asked, db, file)
        session.say("", "Nothing was written. Add --take-in to take it in.")
        return
    with session.writing() as db:
        found = _preview(session, asked, db, file)
        session.say("", f"{take_in(db, found, now=session.now).words}.")


def _columns(asked: argparse.Namespace) -> dict[str, str]:
    known = {spec.name for spec in SPECS}
    for name, _ in asked.map:
        if name not in known:
            raise Problem(f"There is no field “{name}”. Choose one of {and_list(sorted(known), 'or')}.")
    return dict(asked.map)


def _preview(session: Session, asked: argparse.Namespace, db: Database, file: ClaimsFile) -> Checked:
    fund = choosing.fund(db, asked.fund)
    unknown = [heading for name, heading in asked.map if file.heading(name) == "" and not _has(file, heading)]
    if unknown:
        raise Problem(
            f"“{file.name}” has no column “{unknown[0]}”. Write its heading as it stands in the file."
        )
    found = check(
        db, file, fund_id=fund.id, year=year_of(session.today) if asked.year is None else asked.year,
        today=session.today, provider_id=choosing.provider(db, asked.provider).id if asked.provider else "",
    )  # fmt: skip
    groups = preview_groups(found)
    counts: list[tuple[Cell, ...]] = [(one.name, one.number, one.explanation) for one in groups]
    columns = (
        Column("group", "In the file"),
        Column("rows", "Rows", ColumnKind.NUMBER),
        Column("what", "What"),
    )
    session.show([columns_table(file), Table(file.name, columns, counts), *(one.table for one in groups)])
    session.say(*preview_notes(found))
    if asked.refused and found.refused:
        save_refused_rows(found, asked.refused)
        session.saved(asked.refused)
    return found


def _has(file: ClaimsFile, heading: str) -> bool:
    return heading_keys(heading)[0] in {heading_keys(one)[0] for one in file.headings}


# --- out, and evidence ----------------------------------------------------------------------------------------


def _form(session: Session, asked: argparse.Namespace) -> None:
    with session.reading() as db:
        fund_id = choosing.fund(db, asked.fund).id if asked.fund else None
        provider_id = choosing.provider(db, asked.provider).id if asked.provider else None
        wanted = {choosing.claim(db, text).id for text in asked.claim}
        some = [
            one
            for one in all_lines(db, fund_id=fund_id, provider_id=provider_id)
            if not wanted or one.claim.id in wanted
        ]
        some = to_send(some, asked.status or TO_SEND) if some else []
        save_claim_form(some, asked.form)
        session.say(f"Saved “{asked.form}”, {count_of(len(some), 'claim')}.", *form_lacks(some))


def _evidence(session: Session, asked: argparse.Namespace) -> None:
    if not (asked.add or asked.remove):
        with session.reading() as db:
            held = choosing.claim(db, asked.claim)
            if asked.save:
                _save(session, db, held.id, asked)
            else:
                session.show(checklist_table(held.number, evidence.checklist(db, held.id)), asked.out, db=db)
        return
    with session.writing() as db:
        held = choosing.claim(db, asked.claim)
        if asked.remove:
            one = _one(db, held.id, asked.remove)
            evidence.remove_evidence(db, one.id)
            session.say(f"Removed from claim {held.number}: {one.what}.")
        else:
            made = evidence.add_evidence(
                db, held.id, asked.add, seen_on=asked.on or session.today, seen_by=asked.by, file=asked.keep,
                note=asked.note, today=session.today,
            )  # fmt: skip
            session.say(f"Added to claim {held.number}: {made.words}.")


def _save(session: Session, db: Database, claim_id: str, asked: argparse.Namespace) -> None:
    one = _one(db, claim_id, asked.save)
    if not one.sha256:
        raise Problem(f"No file is kept of “{one.what}”: it was seen, and that was noted.")
    if asked.to is None:
        raise Problem("Say where the copy is to go, with --to FILE.")
    evidence.save_kept(db, one, asked.to)
    session.saved(asked.to)


def _one(db: Database, claim_id: str, words: str) -> evidence.Evidence:
    among = evidence.evidence_of(db, claim_id)
    return choosing.by_key_or_words(
        among, words, lambda one: f"{one.what} {one.file_name}", "evidence", name="what"
    )
