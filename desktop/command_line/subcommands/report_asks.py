"""Recommendations without a window: what members are asked, what they decided, what was done about it."""

import argparse
from typing import Any

from desktop.command_line.committee_choosing import a_recommendation, a_report, add_report, with_its_steps
from desktop.command_line.options import a_day, a_number, a_word, add_out
from desktop.command_line.session import Session
from engagement.committee import recommendations
from engagement.committee.tables import all_recommendations_table, recommendations_table, steps_table
from engagement.committee.vocabulary import Progress, RecommendationOutcome
from resources.database import Database
from resources.problem import Problem


def add_commands(commands: Any) -> None:
    """All of them, and one."""
    listed = commands.add_parser(
        "report-recommendations", help="all recommendations, and what became of them"
    )
    listed.add_argument("--committee", default="", metavar="NAME", help="only those to this committee")
    listed.add_argument("--before", type=a_day, metavar="DATE", help="only those of meetings before this day")
    listed.add_argument("--open", action="store_true", help="only those that still need something")
    add_out(listed)
    listed.set_defaults(run=_list)
    one = commands.add_parser(
        "report-recommendation", help="add a recommendation, change it, or say what became of it"
    )
    add_report(one)
    one.add_argument("number", nargs="?", type=a_number, metavar="NUMBER", help="its number (not with --add)")
    what = one.add_mutually_exclusive_group()
    what.add_argument("--add", metavar="TEXT", help="ask members for one thing more")
    what.add_argument("--text", metavar="TEXT", help="put it in other words")
    what.add_argument("--up", type=a_number, metavar="PLACES", help="so many places up")
    what.add_argument("--down", type=a_number, metavar="PLACES", help="so many places down")
    what.add_argument("--remove", action="store_true", help="take it out")
    what.add_argument("--decide", type=a_word(RecommendationOutcome), metavar="OUTCOME",
                      help=", ".join(one.value for one in RecommendationOutcome))  # fmt: skip
    what.add_argument("--done", metavar="TEXT", help="what was done about it (with --progress)")
    what.add_argument("--remove-step", type=a_number, metavar="NUMBER", help="a step was noted by mistake")
    one.add_argument("--on", type=a_day, metavar="DATE",
                     help="when it was decided (otherwise at the meeting) or done (otherwise today)")  # fmt: skip
    one.add_argument("--words", default="", metavar="TEXT", help="the decision as the minutes have it")
    one.add_argument("--progress", type=a_word(Progress), default=Progress.UNDER_WAY, metavar="PROGRESS",
                     help=", ".join(one.value for one in Progress))  # fmt: skip
    add_out(one)
    one.set_defaults(run=_one)


def _list(session: Session, asked: argparse.Namespace) -> None:
    with session.reading() as db:
        table = all_recommendations_table(
            db, committee=asked.committee, before=asked.before, open_only=asked.open
        )
        session.show(table, asked.out, db=db)


_WRITING = ("add", "text", "up", "down", "remove", "decide", "done", "remove_step")


def _one(session: Session, asked: argparse.Namespace) -> None:
    if any(getattr(asked, name) not in (None, False) for name in _WRITING):
        with session.writing() as db:
            session.say(_written(session, db, asked))
        return
    with session.reading() as db:
        held = a_recommendation(db, a_report(db, asked.report).id, _number(asked))
        tables = [
            recommendations_table([with_its_steps(db, held)], title="Recommendation"),
            steps_table(db, held.id),
        ]
        session.show([one for one in tables if one.rows], asked.out, db=db)


def _number(asked: argparse.Namespace) -> int:
    if asked.number is None:
        raise Problem("Which recommendation is meant was not said. Write its number after the report.")
    return int(asked.number)


def _written(session: Session, db: Database, asked: argparse.Namespace) -> str:
    of = a_report(db, asked.report)
    if asked.add is not None:
        made = recommendations.add_recommendation(db, of.id, asked.add)
        return f"Added recommendation {made.place}: {made.name}"
    key = a_recommendation(db, of.id, _number(asked)).id
    if asked.text is not None:
        return f"Changed the recommendation: {recommendations.edit_recommendation(db, key, asked.text).name}"
    if asked.up is not None or asked.down is not None:
        moved = recommendations.move_recommendation(db, key, asked.down or -asked.up)
        return f"Moved the recommendation to place {moved.place}: {moved.name}"
    if asked.remove:
        recommendations.remove_recommendation(db, key)
        return "Removed the recommendation."
    if asked.decide is not None:
        held = recommendations.decide(
            db, key, asked.decide, on=asked.on, words=asked.words, today=session.today
        )
        return f"{held.outcome.label}: {held.name}"
    return _step_written(session, db, key, asked)


def _step_written(session: Session, db: Database, key: str, asked: argparse.Namespace) -> str:
    if asked.remove_step is not None:
        steps = recommendations.steps_of(db, key)
        if asked.remove_step > len(steps):
            raise Problem(f"There is no step {asked.remove_step}: {len(steps)} are noted.")
        recommendations.remove_step(db, steps[asked.remove_step - 1].id)
        return "Removed the step."
    noted = recommendations.note_step(
        db, key, asked.done, on=asked.on or session.today, progress=asked.progress, today=session.today
    )
    return f"Noted what was done ({noted.progress.label.lower()}): {recommendations.recommendation(db, key).name}"
