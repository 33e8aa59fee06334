"""What was written in a survey, without a window: texts and their codes, themes, and what may be quoted."""

import argparse
from typing import Any

from desktop.command_line import choosing
from desktop.command_line.options import add_out
from desktop.command_line.session import Session
from desktop.command_line.subcommands.survey import add_survey
from resources.database import Database, change
from resources.frequent_words import frequent_words
from resources.problem import Problem
from resources.tables import Cell, Column, ColumnKind, Table
from resources.wording import and_list, count_of, shortened
from workforce.survey.coding import codes, texts
from workforce.survey.coding.counts import text_counts
from workforce.survey.coding.quotes import none_words, quotes
from workforce.survey.coding.suggestions import COMMON, suggestions
from workforce.survey.coding.tables import (
    codes_table,
    questions_table,
    quotes_table,
    texts_table,
    theme_table,
)
from workforce.survey.coding.text_key import text_key
from workforce.survey.coding.texts import CodedText, questions_with_texts
from workforce.survey.questionnaire.questions import Option, Question, question
from workforce.survey.waves.waves import waves


def add_commands(commands: Any) -> None:
    """Texts, codes and quotes."""
    listed = commands.add_parser(
        "survey-texts", help="what was written to a question, and what it is coded to"
    )
    _add_question(listed, needed=False)
    what = listed.add_mutually_exclusive_group()
    what.add_argument(
        "--not-coded", action="store_true", help="only what nobody has coded yet, with suggestions"
    )
    what.add_argument("--themes", action="store_true", help="how often each code was written, by wave")
    what.add_argument("--words", action="store_true", help="words that come often, to name codes by")
    add_out(listed)
    listed.set_defaults(run=_texts)
    coding = commands.add_parser("survey-code", help="say what texts mean, for every wave")
    _add_question(coding)
    coding.add_argument("--text", action="append", required=True, metavar="TEXT",
                        help="what was written, as it is listed (may be repeated)")  # fmt: skip
    how = coding.add_mutually_exclusive_group(required=True)
    how.add_argument("--to", action="append", metavar="CODE", help="a code, by its words (may be repeated)")
    how.add_argument("--to-new", metavar="NAME", help="a new code of this name")
    how.add_argument("--fits-none", action="store_true", help="none of the codes says it")
    how.add_argument("--uncode", action="store_true", help="as if nobody had looked at it")
    coding.add_argument("--as-well", action="store_true", help="beside the codes that the text has")
    coding.set_defaults(run=_code)
    _add_codes(commands)
    quoted = commands.add_parser(
        "survey-quotes", help="what may be quoted of a wave: agreed to, and naming nobody"
    )
    quoted.add_argument("wave", metavar="WAVE", help="the wave's key, or words of its name and first day")
    quoted.add_argument("--question", metavar="QUESTION", help="only of this question")
    add_out(quoted)
    quoted.set_defaults(run=_quotes)


def _add_question(parser: argparse.ArgumentParser, *, needed: bool = True) -> None:
    parser.add_argument("question", metavar="QUESTION", nargs=None if needed else "?",
                        help="the question's code, or words of it")  # fmt: skip
    add_survey(parser)


def _add_codes(commands: Any) -> None:
    parser = commands.add_parser("survey-codes", help="list, add, rename, merge, retire or restore codes")
    _add_question(parser)
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--add", metavar="NAME", help="one more code")
    what.add_argument("--rename", nargs=2, metavar=("CODE", "NAME"), help="call a code something else")
    what.add_argument(
        "--merge", nargs=2, metavar=("CODE", "INTO"), help="make two codes one; the first is gone"
    )
    what.add_argument("--retire", metavar="CODE", help="offer it no more; its texts stay")
    what.add_argument("--restore", metavar="CODE", help="offer a retired code again")
    add_out(parser)
    parser.set_defaults(run=_codes)


# --- texts ----------------------------------------------------------------------------------------------------


def _texts(session: Session, asked: argparse.Namespace) -> None:
    with session.reading() as db:
        held = choosing.survey(db, asked.survey)
        if not asked.question:
            session.show(questions_table(questions_with_texts(db, held.id)), asked.out, db=db)
            return
        of = choosing.survey_question(db, held.id, asked.question)
        session.show(_table(db, of, asked), asked.out, db=db)


def _table(db: Database, of: Question, asked: argparse.Namespace) -> Table:
    written = texts.texts(db, of.id)
    if asked.themes:
        return theme_table(text_counts(db, of.id, written))
    if asked.words:
        rows: list[tuple[Cell, ...]] = list(frequent_words((one.text for one in written), also_common=COMMON))
        columns = Column("word", "Word", width=160), Column("texts", "Texts", ColumnKind.NUMBER, 80)
        return Table(f"Words that come often: {of.wording}", columns, rows)
    if asked.not_coded:
        return _to_code(of, written)
    names = {one.id: one.name for one in waves(db, of.survey_id, archived=True)}
    return texts_table(of.wording, written, names)


def _to_code(of: Question, written: list[CodedText]) -> Table:
    """What is left to code, each with what it may mean: shown, never applied."""
    columns = (
        Column("text", "What was written", width=300),
        Column("times", "Times", ColumnKind.NUMBER, 70),
        Column("suggested", "May be", width=300),
    )
    rows: list[tuple[Cell, ...]] = []
    for one in written:
        if not one.is_coded:
            found = suggestions(one, codes.frame(of), written)
            rows.append((one.text, one.times, "; ".join(each.wording for each in found)))
    return Table(f"Not coded yet: {of.wording}", columns, rows, base=count_of(len(rows), "text"))


def _code(session: Session, asked: argparse.Namespace) -> None:
    with session.writing() as db:
        of = choosing.survey_question(db, choosing.survey(db, asked.survey).id, asked.question)
        keys = [_written(db, of, words).text_key for words in asked.text]
        if asked.uncode:
            texts.uncode(db, of.id, keys)
        elif asked.fits_none:
            texts.fits_none(db, of.id, keys, now=session.now)
        else:
            with change(db, f"Coded {count_of(len(keys), 'text')}"):
                wanted = [_one_code(of, words).id for words in asked.to or ()]
                wanted += [codes.add_code(db, of.id, asked.to_new).id] if asked.to_new else []
                texts.code(db, of.id, keys, wanted, now=session.now, add=asked.as_well)
        done = [one for one in texts.texts(db, of.id) if one.text_key in keys]
    for one in done:
        session.say(f"“{shortened(one.text)}”: {_coded_words(one)}.")


def _coded_words(one: CodedText) -> str:
    if not one.is_coded:
        return "not coded"
    return and_list([f"“{code.wording}”" for code in one.codes]) or "fits no code"


def _written(db: Database, of: Question, words: str) -> CodedText:
    held = texts.texts(db, of.id)
    exact = [one for one in held if one.text_key == text_key(words)]
    return exact[0] if exact else choosing.one_of(held, words, lambda one: one.text, "text", name="text")


def _one_code(of: Question, words: str, *, retired: bool = False) -> Option:
    among = codes.frame(of, retired=retired)
    return choosing.by_key_or_words(among, words, lambda one: one.wording, "code", name="wording")


# --- codes and quotes -----------------------------------------------------------------------------------------


def _codes(session: Session, asked: argparse.Namespace) -> None:
    if not (asked.add or asked.rename or asked.merge or asked.retire or asked.restore):
        with session.reading() as db:
            of = choosing.survey_question(db, choosing.survey(db, asked.survey).id, asked.question)
            table = codes_table(of.wording, codes.frame(of, retired=True), codes.texts_coded(db, of.id))
            session.show(table, asked.out, db=db)
        return
    with session.writing() as db:
        of = choosing.survey_question(db, choosing.survey(db, asked.survey).id, asked.question)
        said = _kept(db, session, question(db, of.id), asked)
    session.say(said)


def _kept(db: Database, session: Session, of: Question, asked: argparse.Namespace) -> str:
    if asked.add:
        return f"Added the code “{codes.add_code(db, of.id, asked.add).wording}”."
    if asked.rename:
        was, name = _one_code(of, asked.rename[0], retired=True), asked.rename[1]
        return f"Renamed “{was.wording}” to “{codes.rename_code(db, was.id, name).wording}”."
    if asked.merge:
        gone, into = (_one_code(of, words) for words in asked.merge)
        return f"Merged “{gone.wording}” into “{codes.merge_codes(db, into.id, gone.id).wording}”."
    if asked.retire:
        held = _one_code(of, asked.retire)
        return f"Retired the code “{codes.retire_code(db, held.id, on=session.today).wording}”."
    held = _one_code(of, asked.restore, retired=True)
    return f"Restored the code “{codes.restore_code(db, held.id).wording}”."


def _quotes(session: Session, asked: argparse.Namespace) -> None:
    with session.reading() as db:
        wave = choosing.survey_wave(db, asked.wave)
        of = choosing.survey_question(db, wave.survey_id, asked.question) if asked.question else None
        key = of.id if of else ""
        held = quotes(db, wave.id, key)
        if not held:
            raise Problem(none_words(db, wave.id, held, key))
        session.show(quotes_table(of.wording if of else wave.name, held), asked.out, db=db)
