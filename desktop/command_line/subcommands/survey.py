"""The survey without a window: which surveys there are, and the questions of their questionnaires."""

import argparse
from typing import Any, cast

from desktop.command_line import choosing
from desktop.command_line.options import a_number, a_pair, a_word, add_document, add_out
from desktop.command_line.session import Session
from desktop.documents import save_public
from resources.database import Database, change
from resources.problem import Problem
from resources.tables import Cell, Column, ColumnKind, Table
from resources.wording import count_of
from workforce.survey import surveys as held_surveys
from workforce.survey.questionnaire import editing
from workforce.survey.questionnaire.editing import QuestionDraft
from workforce.survey.questionnaire.option_lines import OptionLines, read_line, read_lines
from workforce.survey.questionnaire.questions import Option, Question, question
from workforce.survey.questionnaire.tables import questionnaire_table
from workforce.survey.report.questionnaire_paper import questionnaire_paper, wave_paper
from workforce.survey.starting import start_survey
from workforce.survey.surveys import Survey, surveys
from workforce.survey.vocabulary import Better, QuestionKind, Role, Topic
from workforce.survey.waves.waves import waves


def add_commands(commands: Any) -> None:
    """Surveys, questions, and the questionnaire on paper."""
    _add_survey(commands)
    listed = commands.add_parser("survey-questions", help="the questions of a survey, as they stand")
    add_survey(listed)
    listed.add_argument("--retired", action="store_true", help="those too that are asked no more")
    add_out(listed)
    listed.set_defaults(run=_questions)
    _add_question(commands)
    paper = commands.add_parser(
        "survey-paper", help="the questionnaire as a Word document to be filled in on paper"
    )
    add_survey(paper)
    paper.add_argument(
        "--wave", metavar="WAVE", help="as this wave asks it (otherwise the questions as they stand)"
    )
    add_document(paper)
    paper.set_defaults(run=_paper)


def add_survey(parser: argparse.ArgumentParser) -> None:
    """Which survey, where there are several."""
    parser.add_argument(
        "--survey", default="", metavar="SURVEY", help="words of its name, where there are several"
    )


def _add_survey(commands: Any) -> None:
    parser = commands.add_parser("survey", help="list the surveys, start one, name, archive or restore it")
    what = parser.add_mutually_exclusive_group()
    what.add_argument(
        "--start",
        action="store_true",
        help="start the recruitment survey, which comes ready with its questions",
    )
    what.add_argument("--add", metavar="NAME", help="another survey, without questions yet")
    what.add_argument("--edit", metavar="SURVEY", help="change its name or purpose")
    what.add_argument("--archive", metavar="SURVEY", help="put it away with its waves and answers")
    what.add_argument("--restore", metavar="SURVEY", help="bring it back")
    parser.add_argument("--name", metavar="NAME", help="its new name (with --edit)")
    parser.add_argument("--purpose", metavar="TEXT", help="what it is for (with --add or --edit)")
    add_out(parser)
    parser.set_defaults(run=_survey)


def _add_question(commands: Any) -> None:
    parser = commands.add_parser(
        "survey-question", help="add, change, move, retire, restore or remove a question of a survey"
    )
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--add", metavar="TEXT", help="ask one more")
    what.add_argument("--edit", metavar="QUESTION", help="change the question with this code or these words")
    what.add_argument("--retire", metavar="QUESTION", help="ask it no more; its answers stay")
    what.add_argument("--restore", metavar="QUESTION", help="ask a retired question again")
    what.add_argument("--move", metavar="QUESTION", help="to another place: see --to")
    what.add_argument("--remove", metavar="QUESTION", help="take away one that was never asked")
    add_survey(parser)
    parser.add_argument("--wording", metavar="TEXT", help="its new words (with --edit)")
    parser.add_argument("--topic", type=a_word(Topic), metavar="TOPIC", help=_words(Topic))
    parser.add_argument("--kind", type=a_word(QuestionKind), metavar="KIND", help=_words(QuestionKind))
    parser.add_argument("--code", metavar="CODE", help="a short name (otherwise made from its words)")
    parser.add_argument("--help-text", dest="help", metavar="TEXT", help="what stands beneath the question")
    parser.add_argument("--unit", metavar="WORD", help="what its figures count, such as people or %%")
    parser.add_argument("--measures", dest="role", type=_role, metavar="WHAT",
                        help="what the program computes from it; “nothing” takes that off")  # fmt: skip
    parser.add_argument("--better", type=a_word(Better), metavar="WAY", help="higher, lower or neither")
    parser.add_argument("--other", dest="allow_other", action=argparse.BooleanOptionalAction,
                        help="whether something else may be written")  # fmt: skip
    parser.add_argument("--to", type=a_number, metavar="PLACE", help="the place it moves to (with --move)")
    _add_options(parser)
    parser.set_defaults(run=_question)


def _add_options(parser: argparse.ArgumentParser) -> None:
    for name, metavar, told in (
        ("option", "WORDS", "an option, with --add; a band’s with its figures, “About half: 40 to 60”"),
        ("dont-know", "WORDS", "an option that means don’t know, with --add"),
        ("not-applicable", "WORDS", "an option that means not applicable, with --add"),
        ("add-option", "WORDS", "offer one more, with --edit"),
        ("retire-option", "WORDS", "offer it no more, with --edit; what was chosen stays"),
        ("restore-option", "WORDS", "offer it again, with --edit"),
    ):
        parser.add_argument(f"--{name}", action="append", default=[], metavar=metavar,
                            help=f"{told} (may be repeated)")  # fmt: skip
    parser.add_argument(
        "--reword-option", type=a_pair, action="append", default=[], metavar="OLD=NEW",
        help="another wording of an option, which stays the same one, with --edit (may be repeated)",
    )  # fmt: skip


def _words(words: Any) -> str:
    return ", ".join(word.value for word in words if word.value)


def _role(text: str) -> Role | str:
    return "" if text.casefold() == "nothing" else a_word(Role)(text)


# --- surveys --------------------------------------------------------------------------------------------------


def _survey(session: Session, asked: argparse.Namespace) -> None:
    if asked.start or asked.add or asked.edit or asked.archive or asked.restore:
        with session.writing() as db:
            done = _done(db, session, asked)
        session.say(done)
        return
    with session.reading() as db:
        session.show(_surveys_table(db), asked.out, db=db)


def _done(db: Database, session: Session, asked: argparse.Namespace) -> str:
    if asked.start:
        if surveys(db):
            raise Problem("A survey is kept already. Add another one with --add, or plan a wave of it.")
        return f"Started the {start_survey(db).name}."
    if asked.add:
        return f"Added the survey {held_surveys.add_survey(db, asked.add, purpose=asked.purpose or '').name}."
    held = choosing.survey(db, asked.edit or asked.archive or asked.restore)
    if asked.edit:
        made = held_surveys.edit_survey(db, held.id, name=asked.name, purpose=asked.purpose)
        return f"Changed the survey {made.name}."
    if asked.archive:
        return f"Archived the survey {held_surveys.archive_survey(db, held.id, today=session.today).name}."
    return f"Restored the survey {held_surveys.restore_survey(db, held.id).name}."


def _surveys_table(db: Database) -> Table:
    columns = (
        Column("name", "Survey", width=220), Column("purpose", "Purpose", width=320),
        Column("questions", "Questions", ColumnKind.NUMBER), Column("waves", "Waves", ColumnKind.NUMBER),
        Column("archived", "Archived", ColumnKind.DATE),
    )  # fmt: skip
    rows: list[tuple[Cell, ...]] = []
    for one in surveys(db, archived=True):
        asked = len(questionnaire_table(db, one.id).rows)
        rows.append((one.name, one.purpose, asked, len(waves(db, one.id)), one.archived_on))
    return Table("Surveys", columns, rows, base=f"{count_of(len(rows), 'survey')}.")


# --- questions ------------------------------------------------------------------------------------------------


def _questions(session: Session, asked: argparse.Namespace) -> None:
    with session.reading() as db:
        held = choosing.survey(db, asked.survey)
        session.show(questionnaire_table(db, held.id, retired=asked.retired), asked.out, db=db)


def _question(session: Session, asked: argparse.Namespace) -> None:
    with session.writing() as db:
        held = choosing.survey(db, asked.survey)
        session.say(_add(db, held, asked) if asked.add else _changed(db, session, held, asked))


def _add(db: Database, held: Survey, asked: argparse.Namespace) -> str:
    kind = asked.kind or QuestionKind.TEXT
    typed = OptionLines(tuple(asked.option), (), tuple(asked.dont_know), tuple(asked.not_applicable))
    draft = QuestionDraft(
        asked.add, asked.topic or Topic.OTHER, kind, asked.code or "", asked.help or "", asked.unit or "",
        asked.role or None, asked.better or Better.NEITHER, bool(asked.allow_other), tuple(read_lines(kind, typed)),
    )  # fmt: skip
    made = editing.add_question(db, held.id, draft)
    return f"Added the question “{made.wording}” ({made.kind.label.lower()}), code {made.code}."


def _changed(db: Database, session: Session, held: Survey, asked: argparse.Namespace) -> str:
    words = asked.edit or asked.retire or asked.restore or asked.move or asked.remove
    one = choosing.survey_question(db, held.id, words)
    if asked.retire:
        return f"Retired the question “{editing.retire_question(db, one.id, today=session.today).wording}”."
    if asked.restore:
        return f"Restored the question “{editing.restore_question(db, one.id).wording}”."
    if asked.remove:
        editing.remove_question(db, one.id)
        return f"Removed the question “{one.wording}”."
    if asked.move:
        return _move(db, held, one, asked.to)
    return _edit(db, session, one, asked)


def _move(db: Database, held: Survey, one: Question, to: int | None) -> str:
    if to is None:
        raise Problem("Say to which place the question moves, with --to.")
    order = [str(row[1]) for row in questionnaire_table(db, held.id).rows]
    at = order.index(one.wording) + 1 if one.wording in order else to
    editing.move_question(db, one.id, to - at)
    return f"Moved the question “{one.wording}” to place {min(to, len(order))}."


def _facts(asked: argparse.Namespace) -> editing.QuestionFacts:
    """What is said of the question; an empty role takes its measure away."""
    said = editing.QuestionFacts(
        wording=asked.wording, topic=asked.topic, kind=asked.kind, code=asked.code, help=asked.help, unit=asked.unit,
        better=asked.better, allow_other=asked.allow_other,
    )  # fmt: skip
    facts = cast(editing.QuestionFacts, {name: given for name, given in said.items() if given is not None})
    return facts if asked.role is None else {**facts, "role": asked.role or None}


def _edit(db: Database, session: Session, one: Question, asked: argparse.Namespace) -> str:
    facts = _facts(asked)
    with change(db, f"Changed the question “{one.wording}”"):
        if facts:
            editing.edit_question(db, one.id, **facts)
        for line in asked.add_option:
            editing.add_option(db, one.id, read_line(line, question(db, one.id).kind))
        for old, new in asked.reword_option:
            editing.edit_option(db, _option(db, one, old).id, wording=new)
        for words in asked.retire_option:
            editing.retire_option(db, _option(db, one, words).id, today=session.today)
        for words in asked.restore_option:
            editing.restore_option(db, _option(db, one, words).id)
    return f"Changed the question “{question(db, one.id).wording}”."


def _option(db: Database, of: Question, words: str) -> Option:
    among = question(db, of.id).options
    return choosing.by_key_or_words(among, words, lambda one: one.wording, "option", name="wording")


# --- on paper -------------------------------------------------------------------------------------------------


def _paper(session: Session, asked: argparse.Namespace) -> None:
    with session.reading() as db:
        if asked.wave:
            report = wave_paper(db, choosing.survey_wave(db, asked.wave).id)
        else:
            report = questionnaire_paper(db, choosing.survey(db, asked.survey).id, today=session.today)
        session.saved(save_public(db, report, asked.document))
