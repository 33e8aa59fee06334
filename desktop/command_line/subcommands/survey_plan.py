"""The survey's action plan and its library of practices, without a window."""

import argparse
from typing import Any

from desktop.command_line import choosing
from desktop.command_line.options import a_day, a_word, add_document, add_out
from desktop.command_line.session import Session
from desktop.command_line.subcommands.survey import add_survey
from desktop.documents import save_public
from resources.database import Database
from resources.problem import Problem
from resources.wording import shortened
from workforce.survey.action_plan import actions, practice_uses, practices
from workforce.survey.action_plan.actions import ActionDraft, PlanAction
from workforce.survey.action_plan.practice_uses import UseDraft
from workforce.survey.action_plan.practices import Practice, PracticeDraft
from workforce.survey.action_plan.standing import standings, waves_answered
from workforce.survey.action_plan.tables import action_plan_table, practices_table, uses_table
from workforce.survey.report.practices_paper import practices_paper
from workforce.survey.vocabulary import Measure, PracticeTopic, Works


def add_commands(commands: Any) -> None:
    """Actions and practices."""
    listed = commands.add_parser("survey-actions", help="the action plan, with progress")
    add_survey(listed)
    add_out(listed)
    listed.set_defaults(run=_actions)
    _add_action(commands)
    _add_practices(commands)
    used = commands.add_parser(
        "survey-practice-use", help="where a practice was tried; with --at note one more"
    )
    used.add_argument("practice", metavar="PRACTICE", help="words of its name")
    used.add_argument("--at", metavar="SERVICE", help="a service, or with --provider a provider as a whole")
    used.add_argument("--provider", action="store_true", help="--at names a provider")
    used.add_argument("--works", type=a_word(Works), default=Works.YES, metavar="HOW",
                      help="yes, partly, no or too_early (with --at)")  # fmt: skip
    used.add_argument("--effect", default="", metavar="TEXT", help="what came of it (with --at)")
    used.add_argument("--said-on", type=a_day, metavar="DATE", help="otherwise today (with --at)")
    used.add_argument("--remove", metavar="WORDS", help="take away what was noted of a place by mistake")
    add_out(used)
    used.set_defaults(run=_use)


def _add_action(commands: Any) -> None:
    parser = commands.add_parser("survey-action", help="add an action to the plan, or close or reopen one")
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--add", metavar="ACTION", help="what is to be done")
    what.add_argument("--done", metavar="WORDS", help="the action of these words is done")
    what.add_argument("--drop", metavar="WORDS", help="it is not going to be done")
    what.add_argument("--reopen", metavar="WORDS", help="there is something to do after all")
    what.add_argument("--remove", metavar="WORDS", help="it was entered by mistake")
    parser.add_argument("--finding", default="", metavar="TEXT", help="what the survey showed (with --add)")
    parser.add_argument("--owner", default="", metavar="NAME", help="who does it (with --add)")
    parser.add_argument("--due", type=a_day, metavar="DATE", help="by when (with --add)")
    parser.add_argument("--measure", type=a_word(Measure), metavar="WHAT",
                        help="share, attended, appointable, started, still_there, vacancy_rate or "
                        "turnover_rate")  # fmt: skip
    parser.add_argument("--question", metavar="QUESTION", help="of a share: whose answer it is")
    parser.add_argument("--answer", metavar="WORDS", help="of a share: the answer")
    parser.add_argument("--first", metavar="WAVE", help="the wave in which it was measured first")
    parser.add_argument("--again", metavar="WAVE", help="the wave in which it is measured again")
    parser.add_argument("--note", default="", metavar="TEXT", help="anything to know about it")
    add_survey(parser)
    parser.set_defaults(run=_action)


def _add_practices(commands: Any) -> None:
    parser = commands.add_parser(
        "survey-practices", help="the library of practices; with --add, --archive or --restore keep it"
    )
    add_survey(parser)
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--add", metavar="NAME", help="one more practice")
    what.add_argument("--archive", metavar="WORDS", help="offer it no more; where it was tried stays")
    what.add_argument("--restore", metavar="WORDS", help="offer an archived practice again")
    parser.add_argument("--for", dest="topic", type=a_word(PracticeTopic), default=PracticeTopic.RECRUIT,
                        metavar="WHAT", help="recruit or retain (with --add)")  # fmt: skip
    parser.add_argument("--description", default="", metavar="TEXT", help="what it is (with --add)")
    add_out(parser)
    parser.set_defaults(run=_practices)
    page = commands.add_parser(
        "survey-practices-page", help="a Word page on practices to hand out at a forum"
    )
    page.add_argument("--only", action="append", default=[], metavar="WORDS",
                      help="only this practice (may be repeated)")  # fmt: skip
    add_survey(page)
    add_document(page)
    page.set_defaults(run=_page)


# --- the plan -------------------------------------------------------------------------------------------------


def _actions(session: Session, asked: argparse.Namespace) -> None:
    with session.reading() as db:
        held = choosing.survey(db, asked.survey)
        session.show(action_plan_table(db, held.id, today=session.today), asked.out, db=db)


def _action(session: Session, asked: argparse.Namespace) -> None:
    with session.writing() as db:
        survey = choosing.survey(db, asked.survey)
        said = _added(db, survey.id, asked) if asked.add else _closed(db, session, survey.id, asked)
    session.say(said)


def _added(db: Database, survey_id: str, asked: argparse.Namespace) -> str:
    question = choosing.survey_question(db, survey_id, asked.question) if asked.question else None
    measure = asked.measure or (Measure.SHARE if question else Measure.NONE)
    option = None
    if question is not None and asked.answer:
        option = choosing.by_key_or_words(
            question.options, asked.answer, lambda one: one.wording, "answer", name="wording"
        )
    first, again = (
        choosing.survey_wave(db, words).id if words else None for words in (asked.first, asked.again)
    )
    draft = ActionDraft(
        asked.add, asked.finding, asked.owner, asked.due, measure, question.id if question else None,
        option.id if option else None, first, again, asked.note,
    )  # fmt: skip
    return f"Added “{shortened(actions.add_action(db, survey_id, draft).action)}” to the action plan."


def _closed(db: Database, session: Session, survey_id: str, asked: argparse.Namespace) -> str:
    held = _one_action(db, survey_id, asked.done or asked.drop or asked.reopen or asked.remove)
    name = shortened(held.action)
    if asked.reopen:
        actions.reopen_action(db, held.id)
        return f"Opened “{name}” again."
    if asked.remove:
        actions.remove_action(db, held.id)
        return f"Removed “{name}” from the action plan."
    dropped = bool(asked.drop)
    actions.close_action(db, held.id, on=session.today, dropped=dropped, note=asked.note)
    return f"{'Dropped' if dropped else 'Finished'} “{name}”."


def _one_action(db: Database, survey_id: str, words: str) -> PlanAction:
    among = actions.actions(db, survey_id)
    return choosing.by_key_or_words(among, words, lambda one: one.action, "action", name="action")


# --- practices ------------------------------------------------------------------------------------------------


def _practices(session: Session, asked: argparse.Namespace) -> None:
    if not (asked.add or asked.archive or asked.restore):
        with session.reading() as db:
            held = choosing.survey(db, asked.survey)
            table = practices_table(standings(db, held.id), waves_answered(db, held.id))
            session.show(table, asked.out, db=db)
        return
    with session.writing() as db:
        if asked.add:
            made = practices.add_practice(db, PracticeDraft(asked.add, asked.topic, asked.description))
            said = f"Added the practice “{made.name}”."
        elif asked.archive:
            held_one = practices.archive_practice(db, _one(db, asked.archive).id, today=session.today)
            said = f"Archived the practice “{held_one.name}”."
        else:
            held_one = practices.restore_practice(db, _one(db, asked.restore).id)
            said = f"Restored the practice “{held_one.name}”."
    session.say(said)


def _one(db: Database, words: str) -> Practice:
    among = practices.practices(db, archived=True)
    return choosing.by_key_or_words(among, words, lambda one: one.name, "practice")


def _use(session: Session, asked: argparse.Namespace) -> None:
    if not (asked.at or asked.remove):
        with session.reading() as db:
            held = _one(db, asked.practice)
            session.show(uses_table(held.name, practice_uses.uses_of(db, held.id)), asked.out, db=db)
        return
    with session.writing() as db:
        held = _one(db, asked.practice)
        if asked.remove:
            use = choosing.by_key_or_words(
                practice_uses.uses_of(db, held.id), asked.remove, lambda one: one.place, "place", name="place"
            )
            practice_uses.remove_use(db, use.id)
            said = f"Removed that {use.place} tried “{held.name}”."
        else:
            made = practice_uses.add_use(db, held.id, _draft(db, session, asked), today=session.today)
            said = f"Noted that {made.place} tried “{held.name}”: {made.works.label.lower()}."
    session.say(said)


def _draft(db: Database, session: Session, asked: argparse.Namespace) -> UseDraft:
    said_on = asked.said_on or session.today
    if asked.provider:
        return UseDraft(choosing.provider(db, asked.at).id, asked.works, said_on, effect=asked.effect)
    service = choosing.service(db, asked.at)
    return UseDraft(service.provider_id, asked.works, said_on, service.id, asked.effect)


def _page(session: Session, asked: argparse.Namespace) -> None:
    with session.reading() as db:
        survey = choosing.survey(db, asked.survey)
        wanted = {_one(db, words).id for words in asked.only}
        held = [one for one in standings(db, survey.id) if not wanted or one.practice.id in wanted]
        if not held:
            raise Problem("These practices are archived. Restore one, or leave --only out.")
        report = practices_paper(held, waves_answered(db, survey.id), today=session.today)
        session.saved(save_public(db, report, asked.document))
