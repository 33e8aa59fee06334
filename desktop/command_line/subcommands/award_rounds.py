"""Rounds of the awards without a window: phases, rules, categories, criteria and the checklist."""

import argparse
from collections.abc import Callable
from datetime import date, datetime
from typing import Any, cast

from awards.points import read_points, read_weight
from awards.rounds import categories, checklist, copying, criteria, moving_on, phase_plan, phases, rounds
from awards.rounds.categories import CategoryEdits
from awards.rounds.checklist import CheckPoint
from awards.rounds.criteria import Criterion, CriterionEdits
from awards.rounds.phase_plan import PhaseFacts
from awards.rounds.rounds import AwardRound, RoundFacts
from awards.rounds.tables import (
    categories_table,
    checklist_table,
    criteria_table,
    phases_table,
    rounds_table,
    rules_lines,
    steps_table,
)
from awards.vocabulary import NomineeKind, RoundPhase, ScoresSeen, TieRule
from desktop.command_line.awards_choosing import a_category, a_moment, a_round, add_round, some_category
from desktop.command_line.choosing import by_key_or_words
from desktop.command_line.options import a_day, a_number, a_word, add_out
from desktop.command_line.session import Session
from resources.database import Database
from resources.problem import Problem
from resources.tables import Table

_PHASES = ", ".join(one.value for one in RoundPhase)
ON, OFF = "yes", "no"


def add_commands(commands: Any) -> None:
    """Rounds and what belongs to them."""
    listed = commands.add_parser("award-rounds", help="all rounds of the awards")
    listed.add_argument("--archived", action="store_true", help="those put away too")
    add_out(listed)
    listed.set_defaults(run=_rounds)
    one = commands.add_parser(
        "award-round", help="a round: its rules, phases, and what stands in the way of the next"
    )
    add_round(one)
    add_out(one)
    one.set_defaults(run=_round)
    _add_starting(commands)
    _add_editing(commands)
    _add_phases(commands)
    _add_categories(commands)
    _add_criteria(commands)
    _add_checklist(commands)


def _add_starting(commands: Any) -> None:
    new = commands.add_parser(
        "award-round-start", help="start a round with the seven categories, criteria and checklist"
    )
    new.add_argument("name", metavar="NAME", help="such as “Proud to Care 2026”")
    new.add_argument("--year", type=a_number, metavar="YEAR", help="otherwise this year")
    new.add_argument(
        "--like", metavar="ROUND", help="with the rules, categories and criteria of another round"
    )
    new.set_defaults(run=_start)


def _add_editing(commands: Any) -> None:
    edit = commands.add_parser("award-round-edit", help="a round's rules; put it away or bring it back")
    add_round(edit)
    edit.add_argument("--name", metavar="NAME", help="another name")
    edit.add_argument("--year", type=a_number, metavar="YEAR", help="another year")
    edit.add_argument("--words", type=a_number, metavar="NUMBER", help="most words of a statement")
    edit.add_argument("--finalists", type=a_number, metavar="NUMBER", help="most finalists in a category")
    edit.add_argument("--judges", type=a_number, metavar="NUMBER", help="judges for each nominee")
    edit.add_argument(
        "--tie", type=a_word(TieRule), metavar="RULE", help=", ".join(one.value for one in TieRule)
    )
    edit.add_argument(
        "--may-not-award", choices=(ON, OFF), help="whether a category may be left without a winner"
    )
    edit.add_argument("--embargo", type=a_moment, metavar="MOMENT",
                      help="until when results are kept back, such as “9 December 2026 7pm”")  # fmt: skip
    edit.add_argument("--no-embargo", action="store_true", help="without an embargo")
    edit.add_argument("--note", metavar="TEXT", help="anything to know about it")
    what = edit.add_mutually_exclusive_group()
    what.add_argument("--archive", action="store_true", help="put it away")
    what.add_argument("--restore", action="store_true", help="bring it back")
    edit.set_defaults(run=_edit)


def _add_phases(commands: Any) -> None:
    plan = commands.add_parser("award-phases", help="when each phase is planned; with a phase plan it")
    add_round(plan)
    plan.add_argument("--phase", type=a_word(RoundPhase), metavar="PHASE", help=_PHASES)
    plan.add_argument(
        "--from", dest="from_on", type=a_day, metavar="DATE", help="its first day (with --phase)"
    )
    plan.add_argument(
        "--until", dest="until_on", type=a_day, metavar="DATE", help="its last day (with --phase)"
    )
    plan.add_argument("--seen", type=a_word(ScoresSeen), metavar="WHEN",
                      help="what judges see of others' scores meanwhile: never, after_own or always")  # fmt: skip
    add_out(plan)
    plan.set_defaults(run=_phases)
    move = commands.add_parser("award-move", help="move a round to its next phase, or back with a reason")
    add_round(move)
    move.add_argument("--to", type=a_word(RoundPhase), metavar="PHASE",
                      help=f"{_PHASES} (otherwise the next)")  # fmt: skip
    move.add_argument("--reason", default="", metavar="TEXT", help="why it goes back")
    move.set_defaults(run=_move)
    steps = commands.add_parser("award-round-steps", help="who moved a round, when and why")
    add_round(steps)
    add_out(steps)
    steps.set_defaults(run=_steps)


def _add_keeping(parser: argparse.ArgumentParser, thing: str) -> None:
    add_round(parser)
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--add", metavar="WORDS", help=f"one more {thing}")
    what.add_argument("--edit", metavar="WORDS", help=f"put the {thing} of these words right")
    what.add_argument("--remove", metavar="WORDS", help="take one out")
    what.add_argument("--move", metavar="WORDS", help="to another place (with --by)")
    parser.add_argument(
        "--by", type=int, default=1, metavar="PLACES", help="down by so many; -1 is up (with --move)"
    )
    parser.add_argument("--name", metavar="WORDS", help="what it is called instead (with --edit)")
    add_out(parser)


def _add_categories(commands: Any) -> None:
    parser = commands.add_parser(
        "award-categories", help="a round's categories; with --add, --edit, --remove or --move keep them"
    )
    _add_keeping(parser, "category")
    parser.add_argument(
        "--kind", type=a_word(NomineeKind), metavar="KIND", help="individual, team or service"
    )
    parser.add_argument("--about", metavar="TEXT", help="what it is")
    parser.add_argument("--words", type=a_number, metavar="NUMBER", help="most words, if not the round's")
    parser.add_argument(
        "--finalists", type=a_number, metavar="NUMBER", help="most finalists, if not the round's"
    )
    parser.set_defaults(run=_categories)


def _add_criteria(commands: Any) -> None:
    parser = commands.add_parser(
        "award-criteria", help="what is scored; with --add, --edit, --remove or --move keep it"
    )
    _add_keeping(parser, "criterion")
    parser.add_argument("--category", default="", metavar="WORDS",
                        help="scored in this category alone (with --add, or to tell which is meant)")  # fmt: skip
    parser.add_argument("--guidance", metavar="TEXT", help="what the judges look for")
    parser.add_argument(
        "--weight", metavar="FIGURE", help="such as 1.5; one of weight 2 counts twice as much"
    )
    for name, told in (("least", "fewest points"), ("most", "most points"), ("step", "such as 0.5")):
        parser.add_argument(f"--{name}", metavar="POINTS", help=told)
    parser.add_argument("--required", choices=(ON, OFF), help="whether each judge must score it")
    parser.add_argument("--counts", choices=(ON, OFF), help="whether it counts")
    parser.add_argument("--value", action="append", metavar="POINTS=WORDS",
                        help="what so many points mean (all of them; may be repeated)")  # fmt: skip
    parser.add_argument("--take-out-scores", action="store_true",
                        help="scores already given by it are taken out")  # fmt: skip
    parser.set_defaults(run=_criteria)


def _add_checklist(commands: Any) -> None:
    parser = commands.add_parser(
        "award-checklist", help="the qualifying checklist; with --add, --edit, --remove or --move keep it"
    )
    _add_keeping(parser, "point")
    parser.set_defaults(run=_checklist)


# --- rounds ---------------------------------------------------------------------------------------------------


def _rounds(session: Session, asked: argparse.Namespace) -> None:
    with session.reading() as db:
        session.show(rounds_table(db, archived=asked.archived), asked.out, db=db)


def _round(session: Session, asked: argparse.Namespace) -> None:
    with session.reading() as db:
        held = a_round(db, asked.round)
        if asked.out is None:
            session.say(*_told(db, held), "")
        session.show(phases_table(db, held, today=session.today), asked.out, db=db)


def _told(db: Database, held: AwardRound) -> list[str]:
    lines = [f"{held.name}: {held.phase.label}.", *(f"{name}: {words}." for name, words in rules_lines(held))]
    if held.embargo_until is not None and held.announced_at is None:
        lines.append(f"{phases.embargo_words(held.embargo_until)}.")
    goal = phases.following(held.phase)
    if goal is None:
        return lines
    ways = phases.in_the_way(goal, moving_on.phase_standing(db, held.id))
    return [*lines, f"Next: {goal.label}.", *ways]


def _start(session: Session, asked: argparse.Namespace) -> None:
    year = asked.year or session.today.year
    with session.writing() as db:
        if asked.like:
            like = a_round(db, asked.like)
            made = copying.next_round(db, like.id, name=asked.name, year=year, today=session.today)
        else:
            made = rounds.start_round(db, asked.name, year=year, today=session.today)
        number = len(categories.categories(db, made.id))
    session.say(f"Started {made.name} with {number} categories. {made.phase.label}.")


def _edit(session: Session, asked: argparse.Namespace) -> None:
    facts = _given(
        name=asked.name, year=asked.year, word_limit=asked.words, most_finalists=asked.finalists,
        least_scores=asked.judges, tie_rule=asked.tie, may_not_award=_flag(asked.may_not_award),
        embargo_until=asked.embargo, note=asked.note,
    )  # fmt: skip
    if asked.no_embargo:
        facts["embargo_until"] = None
    with session.writing() as db:
        held = a_round(db, asked.round)
        if asked.restore:
            held = rounds.restore_round(db, held.id)
        if facts:
            held = rounds.edit_round(db, held.id, **cast(RoundFacts, facts))
        if asked.archive:
            held = rounds.archive_round(db, held.id, today=session.today)
    done = "Archived" if asked.archive else "Restored" if asked.restore else "Changed"
    session.say(f"{done} the round {held.name}.")


def _phases(session: Session, asked: argparse.Namespace) -> None:
    if asked.phase is None:
        with session.reading() as db:
            session.show(phases_table(db, a_round(db, asked.round), today=session.today), asked.out, db=db)
        return
    facts = _given(from_on=asked.from_on, until_on=asked.until_on, scores_seen=asked.seen)
    with session.writing() as db:
        held = a_round(db, asked.round)
        one = phase_plan.set_phase(db, held.id, asked.phase, **cast(PhaseFacts, facts))
    session.say(f"{held.name}, {one.phase.label}: {one.period or 'no day is planned'}.")


def _move(session: Session, asked: argparse.Namespace) -> None:
    with session.writing() as db:
        held = a_round(db, asked.round)
        goal = asked.to or phases.following(held.phase)
        if goal is None:
            raise Problem(f"{held.name} is at its last phase. Say where to with --to.")
        told = phases.worth_knowing(goal, moving_on.phase_standing(db, held.id))
        held = moving_on.move_phase(db, held.id, goal, now=session.now, reason=asked.reason)
    session.say(f"{held.name}: {held.phase.label}.", *told)


def _steps(session: Session, asked: argparse.Namespace) -> None:
    with session.reading() as db:
        session.show(steps_table(db, a_round(db, asked.round)), asked.out, db=db)


# --- what belongs to one --------------------------------------------------------------------------------------


def _keep(
    session: Session, asked: argparse.Namespace, table: Callable[[Database, AwardRound], Table],
    act: Callable[[Database, AwardRound, argparse.Namespace], str],
) -> None:  # fmt: skip
    """Show the table where nothing is to be kept, else do what is asked and say it."""
    if not (asked.add or asked.edit or asked.remove or asked.move):
        with session.reading() as db:
            session.show(table(db, a_round(db, asked.round)), asked.out, db=db)
        return
    with session.writing() as db:
        said = act(db, a_round(db, asked.round), asked)
    session.say(said)


def _categories(session: Session, asked: argparse.Namespace) -> None:
    _keep(session, asked, categories_table, _keep_category)


def _keep_category(db: Database, held: AwardRound, asked: argparse.Namespace) -> str:
    facts = _given(description=asked.about, word_limit=asked.words, most_finalists=asked.finalists)
    if asked.add:
        if asked.kind is None:
            raise Problem("Say with --kind whom the category honours: individual, team or service.")
        made = categories.add_category(db, held.id, asked.add, asked.kind, **facts)
        return f"Added the category {made.name} to {held.name}."
    one = a_category(db, held.id, asked.edit or asked.remove or asked.move)
    if asked.edit:
        more = _given(name=asked.name, nominee_kind=asked.kind)
        one = categories.edit_category(db, one.id, **cast(CategoryEdits, {**facts, **more}))
        return f"Changed the category {one.name}."
    if asked.remove:
        categories.remove_category(db, one.id)
        return f"Removed the category {one.name} from {held.name}."
    categories.move_category(db, one.id, by=asked.by)
    return f"Moved the category {one.name}."


def _criteria(session: Session, asked: argparse.Namespace) -> None:
    _keep(session, asked, criteria_table, _keep_criterion)


def _keep_criterion(db: Database, held: AwardRound, asked: argparse.Namespace) -> str:
    facts = _criterion_facts(asked)
    where = some_category(db, held.id, asked.category)
    if asked.add:
        made = criteria.add_criterion(
            db, held.id, asked.add, category_id=where.id if where else None, **facts
        )
        _say_values(db, made, asked)
        return f"Added the criterion {made.name}: {made.scale_words}, weight {made.weight_words}."
    among = [one for one in criteria.criteria(db, held.id) if where is None or one.category_id == where.id]
    one = by_key_or_words(among, asked.edit or asked.remove or asked.move, lambda one: one.name, "criterion")
    if asked.edit:
        if asked.name:
            facts["name"] = asked.name
        take_out = asked.take_out_scores
        one = criteria.edit_criterion(db, one.id, take_out_scores=take_out, **cast(CriterionEdits, facts))
        _say_values(db, one, asked)
        return f"Changed the criterion {one.name}: {one.scale_words}, weight {one.weight_words}."
    if asked.remove:
        criteria.remove_criterion(db, one.id, take_out_scores=asked.take_out_scores)
        return f"Removed the criterion {one.name} from {held.name}."
    criteria.move_criterion(db, one.id, by=asked.by)
    return f"Moved the criterion {one.name}."


def _criterion_facts(asked: argparse.Namespace) -> dict[str, Any]:
    points = {name: read_points(said) for name in ("least", "most", "step") if (said := getattr(asked, name))}
    weight = read_weight(asked.weight) if asked.weight else None
    return _given(
        guidance=asked.guidance,
        weight=weight,
        required=_flag(asked.required),
        counts=_flag(asked.counts),
        **points,
    )


def _say_values(db: Database, one: Criterion, asked: argparse.Namespace) -> None:
    if asked.value:
        pairs = [text.partition("=") for text in asked.value]
        criteria.set_values(db, one.id, {read_points(points): words for points, _, words in pairs})


def _checklist(session: Session, asked: argparse.Namespace) -> None:
    _keep(session, asked, checklist_table, _keep_check)


def _keep_check(db: Database, held: AwardRound, asked: argparse.Namespace) -> str:
    if asked.add:
        checklist.add_check(db, held.id, asked.add)
        return f"Added the point to the checklist of {held.name}."
    one = _check(db, held, asked.edit or asked.remove or asked.move)
    if asked.edit:
        checklist.edit_check(db, one.id, asked.name or one.words)
        return "Changed the point."
    if asked.remove:
        checklist.remove_check(db, one.id)
        return f"Removed the point from the checklist of {held.name}."
    checklist.move_check(db, one.id, by=asked.by)
    return "Moved the point."


def _check(db: Database, held: AwardRound, words: str) -> CheckPoint:
    among = checklist.checklist(db, held.id)
    return by_key_or_words(among, words, lambda one: one.words, "point", name="words")


def _flag(said: str | None) -> bool | None:
    return None if said is None else said == ON


def _given(**facts: str | int | bool | date | datetime | None) -> dict[str, Any]:
    return {name: given for name, given in facts.items() if given is not None}
