"""Nominations from files of forms and from e-mails, without a window: previewed, decided by what is said, taken in."""

import argparse
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from awards.nominations.entries import entry, reference
from awards.nominations.files.asked_tables import asked_tables
from awards.nominations.files.checked import Checked, Choices
from awards.nominations.files.checking import check
from awards.nominations.files.fields import NominationField
from awards.nominations.files.mapping import ColumnUse, Uses, columns_of, suggest
from awards.nominations.files.matching import PlaceDecision
from awards.nominations.files.pasted_draft import PastedDraft, draft_of
from awards.nominations.files.preview import preview_groups, preview_notes, uses_table
from awards.nominations.files.taking_in import take_in
from awards.nominations.files.told_words import category_key
from awards.nominations.nominations import NominationDraft, add_nomination
from awards.rounds.categories import categories
from awards.rounds.rounds import AwardRound
from awards.vocabulary import HowReceived
from desktop.command_line import choosing
from desktop.command_line.awards_choosing import a_category, a_nominee, a_round, add_round
from desktop.command_line.forms_import import add_file, form_column, import_forms, save_refused, show_preview
from desktop.command_line.options import a_day, a_pair
from desktop.command_line.session import Session
from engagement.register.names import folded, name_of
from resources.database import Database
from resources.files.forms.forms_file import FormsFile
from resources.problem import Problem
from resources.wording import and_list, date_words

_ALL, NOBODY = "all", "nobody"
_FIELDS = ", ".join(one.value for one in NominationField)


def add_commands(commands: Any) -> None:
    """Files of nominations and e-mails."""
    _add_import(commands)
    _add_paste(commands)


def _add_import(commands: Any) -> None:
    parser = commands.add_parser(
        "award-import", help="preview a file of nominations; with --take-in add them to the round"
    )
    add_round(parser)
    add_file(parser, "CSV, Excel or ODS of a forms program, or any table with headings")
    parser.add_argument(
        "--map", type=a_pair, action="append", default=[], metavar="HEADING=PART",
        help=f"what a column is: {_FIELDS} (may be repeated)",
    )  # fmt: skip
    parser.add_argument("--category", default="", metavar="WORDS", help="the category of rows that say none")
    parser.add_argument(
        "--means", type=a_pair, action="append", default=[], metavar="WORDS=CATEGORY",
        help="which category words mean that are none (may be repeated)",
    )  # fmt: skip
    parser.add_argument(
        "--place", type=a_pair, action="append", default=[], metavar="TOLD=SERVICE",
        help=f"which service or provider a home means, as the preview tells it, or “{NOBODY}” (may be repeated)",
    )  # fmt: skip
    parser.add_argument(
        "--likely",
        action="store_true",
        help="take the likeliest of the register for every other home; where two are equally likely it is left open",
    )
    _add_rows(parser)
    parser.set_defaults(run=_import)


def _add_rows(parser: argparse.ArgumentParser) -> None:
    """What rows are."""
    lines = (
        ("--apart", f"the answer in this line, or in “{_ALL}”, names several nominees"),
        ("--as-one", f"the answer in this line, or in “{_ALL}”, names one nominee"),
        ("--same", f"who is named in this line, or in “{_ALL}”, is the nominee of that name: another voice"),
        ("--other", f"who is named in this line, or in “{_ALL}”, is somebody else of that name"),
        ("--leave", "the row in this line stays out"),
    )
    for name, help_text in lines:
        parser.add_argument(
            name, action="append", default=[], metavar="LINE", help=f"{help_text} (may be repeated)"
        )
    parser.add_argument(
        "--late-reason",
        default="",
        metavar="TEXT",
        help="why what is late, or came before nominations opened, is taken in",
    )
    parser.add_argument(
        "--drafts", action="store_true", help="keep nominations without a statement as drafts"
    )
    parser.add_argument("--changed", action="store_true", help="take what is new of nominations held already")


def _add_paste(commands: Any) -> None:
    parser = commands.add_parser(
        "award-paste", help="find a nomination in the text of an e-mail; with --take-in add it"
    )
    add_round(parser)
    parser.add_argument(
        "mail", metavar="FILE", help="the text of the e-mail (UTF-8), or “-” to type or pipe it in"
    )
    parser.add_argument(
        "--category", default="", metavar="WORDS", help="the category, where the text does not say"
    )
    parser.add_argument("--nominee", default="", metavar="NAME", help="who is nominated, put right")
    parser.add_argument("--service", default="", metavar="WORDS", help="the service of the register")
    parser.add_argument(
        "--voice-of", default="", metavar="NOMINEE", help="another voice for somebody nominated already"
    )
    parser.add_argument(
        "--received", type=a_day, metavar="DATE", help="when it came, where the text does not say"
    )
    parser.add_argument(
        "--late-reason", default="", metavar="TEXT", help="why it is taken in where it is late"
    )
    parser.add_argument("--draft", action="store_true", help="keep it as a draft")
    parser.add_argument("--take-in", action="store_true", help="add it; otherwise nothing is written")
    parser.set_defaults(run=_paste)


# --- a file -----------------------------------------------------------------------------------------------------


def _import(session: Session, asked: argparse.Namespace) -> None:
    def taken(db: Database, found: Checked) -> str:
        return f"{take_in(db, found, now=session.now).words}."

    import_forms(session, asked, lambda db, file: _preview(session, asked, db, file), taken)


def _preview(session: Session, asked: argparse.Namespace, db: Database, file: FormsFile) -> Checked:
    """What the file would bring, printed; the refused rows are saved where that is asked for."""
    held = a_round(db, asked.round)
    offered = categories(db, held.id)
    names = {one.id: one.name for one in offered}
    uses = {**suggest(db, file, list(names.items())), **_uses_said(file, asked.map)}
    found = _checked(session, asked, db, held, file, uses)
    headings = [(one.key, one.heading) for one in columns_of(file)]
    show_preview(session, file, uses_table(uses, headings), preview_groups(found), preview_notes(found))
    session.show(asked_tables(found, names))
    save_refused(session, asked, file, found.refused)
    return found


def _checked(
    session: Session, asked: argparse.Namespace, db: Database, held: AwardRound, file: FormsFile, uses: Uses
) -> Checked:
    """Checked as it is, then with what was said of what it asks."""
    choices = _choices(db, held, file, asked)
    found = check(db, held.id, file, uses, choices, today=session.today)
    if asked.likely:
        choices = replace(choices, places={**_likeliest(found), **choices.places})
        found = check(db, held.id, file, uses, choices, today=session.today)
    several = _by_lines(
        asked.apart, asked.as_one, [(one.line, one.key) for one in found.asked.several], "answer"
    )
    if several:
        choices = replace(choices, several=several)
        found = check(db, held.id, file, uses, choices, today=session.today)
    joins = _by_lines(asked.same, asked.other, [(one.line, one.key) for one in found.asked.joins], "nominee")
    if joins:
        found = check(db, held.id, file, uses, replace(choices, joins=joins), today=session.today)
    return found


def _likeliest(found: Checked) -> dict[str, PlaceDecision]:
    best = {one.told.key: one.likeliest for one in found.asked.places}
    return {
        key: PlaceDecision(one.provider_id, one.service_id) for key, one in best.items() if one is not None
    }


def _choices(db: Database, held: AwardRound, file: FormsFile, asked: argparse.Namespace) -> Choices:
    category = a_category(db, held.id, asked.category).id if asked.category else ""
    means = {category_key(words): a_category(db, held.id, told).id for words, told in asked.means}
    places = {folded(told): _place_said(db, words) for told, words in asked.place}
    leave = frozenset(_row_key(file, line) for line in asked.leave)
    return Choices(
        category, means, places, late_reason=asked.late_reason, take_changed=asked.changed, as_drafts=asked.drafts,
        leave=leave,
    )  # fmt: skip


def _uses_said(file: FormsFile, pairs: Sequence[tuple[str, str]]) -> dict[str, ColumnUse]:
    said: dict[str, ColumnUse] = {}
    for heading, words in pairs:
        part = NominationField.read(words)
        if part is None:
            raise Problem(f"“{words}” is no part of a nomination. Write one of {_FIELDS}.")
        said[form_column(file, heading, columns_of(file)).key] = ColumnUse(part)
    return said


def _place_said(db: Database, words: str) -> PlaceDecision:
    if words.casefold() == NOBODY:
        return PlaceDecision()
    try:
        service = choosing.service(db, words)
    except Problem:
        return PlaceDecision(choosing.provider(db, words).id)
    return PlaceDecision(service.provider_id, service.id)


def _row_key(file: FormsFile, line: str) -> str:
    found = next((one.row_key for one in file.responses if str(one.line) == line.strip()), None)
    if found is None:
        raise Problem(f"“{file.name}” has no response in line {line}.")
    return found


def _by_lines(
    yes: Sequence[str], no: Sequence[str], asked: Sequence[tuple[int, str]], what: str
) -> Mapping[str, bool]:
    """What was said of lines, by the keys of what is asked of them; a line in which nothing is asked is refused."""
    said: dict[str, bool] = {}
    for lines, answer in ((yes, True), (no, False)):
        for line in lines:
            keys = [key for at, key in asked if line.casefold() == _ALL or str(at) == line.strip()]
            if not keys and line.casefold() != _ALL:
                raise Problem(
                    f"There is no {what} to decide in line {line}. The preview lists those that there are."
                )
            said |= dict.fromkeys(keys, answer)
    return said


# --- an e-mail --------------------------------------------------------------------------------------------------


def _paste(session: Session, asked: argparse.Namespace) -> None:
    text = _text_of(asked.mail)
    if not asked.take_in:
        with session.reading() as db:
            held = a_round(db, asked.round)
            _say_found(session, db, held, _found(db, held, text, asked))
        session.say("", "Nothing was written. Add --take-in to take it in.")
        return
    with session.writing() as db:
        held = a_round(db, asked.round)
        found = _found(db, held, text, asked)
        voice_of = a_nominee(db, held.id, asked.voice_of) if asked.voice_of else None
        if not found.draft.category_id:
            raise Problem("The text does not say for which category. Say it with --category WORDS.")
        made = add_nomination(
            db, held.id, found.draft, now=session.now, how=HowReceived.EMAIL, as_draft=asked.draft,
            entry_id=voice_of.id if voice_of else None, received_on=found.received_on, late_reason=asked.late_reason,
        )  # fmt: skip
        of = entry(db, made.entry_id)
        said = f"Added the nomination of {of.nominee}, {reference(db, of)}."
    session.say(said)


def _text_of(mail: str) -> str:
    if mail == "-":
        return sys.stdin.read()
    try:
        return Path(mail).read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise Problem(f"“{mail}” is not text in UTF-8. Save the e-mail as text in UTF-8.") from None
    except OSError as error:
        raise Problem(f"“{mail}” cannot be read: {error.strerror or error}.") from None


def _found(db: Database, held: AwardRound, text: str, asked: argparse.Namespace) -> PastedDraft:
    """The nomination in the text, with what was said of it."""
    found = draft_of(db, held.id, text)
    draft = found.draft
    if asked.category:
        draft = replace(draft, category_id=a_category(db, held.id, asked.category).id)
    if asked.nominee:
        draft = replace(draft, nominee=asked.nominee)
    if asked.service:
        service = choosing.service(db, asked.service)
        draft = replace(draft, service_id=service.id, provider_id=service.provider_id)
    return replace(found, draft=draft, received_on=asked.received or found.received_on)


def _say_found(session: Session, db: Database, held: AwardRound, found: PastedDraft) -> None:
    draft = found.draft
    names = {one.id: one.name for one in categories(db, held.id)}
    session.say(*(f"{label}: {text}" for label, text in _lines(db, draft, names) if text))
    if found.received_on:
        session.say(f"Received: {date_words(found.received_on)}")
    session.say("", draft.statement, "", *found.notes)


def _lines(db: Database, draft: NominationDraft, names: Mapping[str, str]) -> list[tuple[str, str]]:
    tied = name_of(db, "service", draft.service_id) or name_of(db, "provider", draft.provider_id)
    who = and_list([part for part in (draft.nominator, draft.nominator_email) if part])
    return [
        ("Nominee", draft.nominee), ("Category", names.get(draft.category_id, "")), ("Job role", draft.job_role),
        ("Home or service", draft.place_told), ("In the register", tied), ("Nominator", who),
        ("From", draft.nominator_kind.label), ("Relation", draft.relation), ("Telephone", draft.nominator_phone),
        ("May be quoted", draft.publish_words.label), ("Attachment", draft.attachment),
    ]  # fmt: skip
