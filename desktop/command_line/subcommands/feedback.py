"""Feedback without a window: questions, figures, files in, comments, and the Word summary."""

import argparse
from typing import Any

from desktop.command_line import choosing
from desktop.command_line.forms_import import (
    LEAVE_OUT_WORDS,
    NEW_WORDS,
    add_file,
    form_column,
    import_forms,
    save_refused,
    show_preview,
)
from desktop.command_line.options import a_number, a_pair, a_word, add_document, add_event, add_out
from desktop.command_line.session import Session
from desktop.documents import save_public
from engagement.forums.events import Event
from engagement.forums.feedback import questions
from engagement.forums.feedback.checking import Checked, check
from engagement.forums.feedback.comments import comments_of
from engagement.forums.feedback.feedback_tables import (
    change_table,
    comments_table,
    distribution_table,
    figures_table,
    questions_table,
    responses_table,
    themes_table,
)
from engagement.forums.feedback.figures import changes, event_before, feedback
from engagement.forums.feedback.mapping import LEFT_OUT, NEW, ColumnUse, Use, suggest
from engagement.forums.feedback.preview import preview_groups, preview_notes, uses_table
from engagement.forums.feedback.questions import AskedQuestion, QuestionDraft
from engagement.forums.feedback.responses import refuse_early, responses_of
from engagement.forums.feedback.sections import feedback_report
from engagement.forums.feedback.taking_in import take_in
from engagement.forums.feedback.themes import frequent_words
from engagement.forums.feedback.vocabulary import AnswerKind
from engagement.forums.sections import check_summary, people_terms
from engagement.forums.vocabulary import EventKind
from resources.database import Database
from resources.files.forms.forms_file import FormsFile
from resources.problem import Problem
from resources.tables import Cell, Column, ColumnKind, Table
from resources.wording import count_of


def add_commands(commands: Any) -> None:
    """Everything about feedback."""
    _add_questions(commands)
    figures = commands.add_parser("feedback", help="the figures of an event's feedback, and of its series")
    add_event(figures)
    figures.add_argument("--responses", action="store_true", help="each response with its answers")
    add_out(figures)
    figures.set_defaults(run=_figures)
    taken = commands.add_parser(
        "feedback-import", help="preview a forms export for an event; with --take-in add its responses"
    )
    add_event(taken)
    add_file(taken, "CSV or Excel from Microsoft Forms, Google, SurveyMonkey")
    taken.add_argument(
        "--map", type=a_pair, action="append", default=[], metavar="HEADING=QUESTION",
        help=f"which question a column answers: words of it, “{NEW_WORDS}” or “{LEAVE_OUT_WORDS}” (may be repeated)",
    )  # fmt: skip
    taken.add_argument(
        "--keep-people", action="store_true", help="keep who answered, where it is somebody on the list"
    )
    taken.set_defaults(run=_import)
    comments = commands.add_parser(
        "feedback-comments", help="an event's comments with their themes (not for publication)"
    )
    add_event(comments)
    comments.add_argument("--theme", metavar="WORDS", help="only comments of this theme")
    comments.add_argument("--not-coded", action="store_true", help="only comments of no theme")
    comments.add_argument("--words", action="store_true", help="words that come often, to name themes by")
    add_out(comments)
    comments.set_defaults(run=_comments)
    summary = commands.add_parser("feedback-summary", help="the Word summary of an event's feedback")
    add_event(summary)
    add_document(summary)
    summary.set_defaults(run=_summary)


def _add_questions(commands: Any) -> None:
    parser = commands.add_parser(
        "feedback-questions", help="list, add, retire or restore the questions of feedback"
    )
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--add", metavar="TEXT", help="ask one more")
    what.add_argument("--retire", metavar="WORDS", help="ask it no more; its answers stay")
    what.add_argument("--restore", metavar="WORDS", help="ask a retired question again")
    parser.add_argument("--answered", type=a_word(AnswerKind), default=AnswerKind.TEXT, metavar="HOW",
                        help="scale, yes_no, choice or text (with --add)")  # fmt: skip
    parser.add_argument("--option", action="append", default=[], metavar="WORDS",
                        help="a word of the scale, the lowest first, or a choice (may be repeated)")  # fmt: skip
    parser.add_argument(
        "--satisfied-from", type=a_number, metavar="N", help="the step from which on people are satisfied"
    )
    parser.add_argument(
        "--for", dest="kind", type=a_word(EventKind), metavar="KIND", help="only for this kind of event"
    )
    add_out(parser)
    parser.set_defaults(run=_questions)


# --- questions --------------------------------------------------------------------------------------------


def _questions(session: Session, asked: argparse.Namespace) -> None:
    if asked.add:
        draft = QuestionDraft(
            asked.add, asked.answered, asked.kind, tuple(asked.option), asked.satisfied_from
        )
        with session.writing() as db:
            made = questions.get(db, questions.add_question(db, draft))
        session.say(f"Added the question “{made.text}” ({made.answer_kind.label.lower()}).")
    elif asked.retire or asked.restore:
        with session.writing() as db:
            one = _question(questions.all_questions(db), asked.retire or asked.restore)
            if asked.retire:
                questions.retire_question(db, one.id, on=session.today)
            else:
                questions.restore_question(db, one.id)
        session.say(f"{'Retired' if asked.retire else 'Restored'} the question “{one.text}”.")
    else:
        with session.reading() as db:
            held = questions.asked_of(db, asked.kind) if asked.kind else questions.all_questions(db)
            session.show(questions_table(held), asked.out, db=db)


def _question(among: list[AskedQuestion], text: str) -> AskedQuestion:
    return choosing.by_key_or_words(among, text, lambda one: one.text, "question", name="text")


# --- figures ----------------------------------------------------------------------------------------------


def _figures(session: Session, asked: argparse.Namespace) -> None:
    with session.reading() as db:
        event = choosing.event(db, asked.event)
        if asked.responses:
            held = responses_of(db, event.id)
            session.show(responses_table(held, questions.all_questions(db), event), asked.out, db=db)
            return
        tables = _tables(db, event)
        only_one = asked.out is not None and asked.out.suffix.casefold() == ".csv"
        session.show(tables[:1] if only_one else tables, asked.out, db=db)


def _tables(db: Database, event: Event) -> list[Table]:
    """Figures, each answer, the change since the event before, and themes; what there is of them."""
    found = feedback(db, event.id)
    if not found.responses:
        raise Problem(
            f"{event.title} has no feedback yet. Take in a forms file with “provider-desk feedback-import”."
        )
    tables = [figures_table(found), distribution_table(found)]
    earlier = event_before(db, event)
    if earlier is not None:
        before = feedback(db, earlier.id)
        tables.append(change_table(changes(found, before), before, found))
    written = comments_of(db, event.id)
    return [*tables, themes_table(written, event.title)] if written else tables


# --- files in ---------------------------------------------------------------------------------------------


def _import(session: Session, asked: argparse.Namespace) -> None:
    def taken(db: Database, found: Checked) -> str:
        return f"Took in {count_of(take_in(db, found, now=session.now), 'response')} to {found.event.title}."

    import_forms(session, asked, lambda db, file: _preview(session, asked, db, file), taken)


def _preview(session: Session, asked: argparse.Namespace, db: Database, file: FormsFile) -> Checked:
    """What the file would bring, printed; the refused rows are saved where that is asked for."""
    event = choosing.event(db, asked.event)
    refuse_early(event, now=session.now)
    held = questions.asked_of(db, event.kind)
    uses = {**suggest(db, file, event.kind), **_said(file, held, asked.map)}
    found = check(db, event.id, file, uses, keep_people=asked.keep_people)
    texts = {one.id: one.text for one in held}
    headings = [(one.key, one.heading) for one in file.columns]
    show_preview(
        session, file, uses_table(uses, headings, texts), preview_groups(found), preview_notes(found)
    )
    save_refused(session, asked, file, found.refused)
    return found


def _said(file: FormsFile, held: list[AskedQuestion], pairs: list[tuple[str, str]]) -> dict[str, ColumnUse]:
    said: dict[str, ColumnUse] = {}
    for heading, words in pairs:
        key = form_column(file, heading).key
        if words.casefold() == NEW_WORDS:
            said[key] = NEW
        elif words.casefold() == LEAVE_OUT_WORDS:
            said[key] = LEFT_OUT
        else:
            said[key] = ColumnUse(Use.QUESTION, _question(held, words).id)
    return said


# --- comments and the document ----------------------------------------------------------------------------


def _comments(session: Session, asked: argparse.Namespace) -> None:
    with session.reading() as db:
        event = choosing.event(db, asked.event)
        written = comments_of(db, event.id)
        if asked.words:
            rows: list[tuple[Cell, ...]] = list(frequent_words(written))
            columns = (Column("word", "Word"), Column("comments", "Comments", ColumnKind.NUMBER))
            base = count_of(len(written), "comment")
            session.show(
                Table(f"Words that come often, {event.title}", columns, rows, base=base), asked.out, db=db
            )
            return
        if asked.theme:
            wanted = asked.theme.casefold()
            written = [one for one in written if any(wanted in name.casefold() for name in one.themes)]
        if asked.not_coded:
            written = [one for one in written if not one.codings]
        session.show(comments_table(written, event), asked.out, db=db)


def _summary(session: Session, asked: argparse.Namespace) -> None:
    with session.reading() as db:
        event = choosing.event(db, asked.event)
        check_summary(event, now=session.now)
        report = feedback_report(db, event.id)
        session.saved(save_public(db, report, asked.document, also=people_terms(db, event.id)))
