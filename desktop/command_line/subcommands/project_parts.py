"""What is kept within a project, without a window: milestones, outcomes, providers with their levels, words."""

import argparse
from dataclasses import replace
from typing import Any

from desktop.command_line import choosing
from desktop.command_line.options import a_day, a_word, add_out
from desktop.command_line.session import Session
from resources.database import Database
from resources.wording import shortened
from workforce.funding.projects import milestones, outcomes, quotes, taking_part
from workforce.funding.projects.milestones import Milestone, MilestoneDraft
from workforce.funding.projects.outcomes import OutcomeDraft
from workforce.funding.projects.projects import Project, projects
from workforce.funding.projects.quotes import QuoteDraft
from workforce.funding.projects.tables import (
    levels_table,
    milestones_table,
    outcomes_table,
    quotes_table,
    taking_part_table,
)
from workforce.funding.projects.taking_part import TakingPart, TakingPartDraft
from workforce.funding.vocabulary import DsptLevel, QuoteConsent


def add_project_name(parser: argparse.ArgumentParser) -> None:
    """Which project."""
    parser.add_argument("project", metavar="PROJECT", help="the project's key, or words of its name")


def one_project(db: Database, text: str) -> Project:
    """A project by its key, or by words of its name; archived ones too."""
    return choosing.by_key_or_words(projects(db, archived=True), text, lambda one: one.name, "project")


def add_parts(commands: Any) -> None:
    """Each lists what is kept, and with an option keeps one more or puts one right."""
    _add_milestones(commands)
    _add_outcomes(commands)
    _add_providers(commands)
    _add_levels(commands)
    _add_quotes(commands)


# --- milestones -------------------------------------------------------------------------------------------------


def _add_milestones(commands: Any) -> None:
    parser = commands.add_parser("project-milestones", help="a project’s milestones; with an option keep one")
    add_project_name(parser)
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--add", metavar="MILESTONE", help="what is to be done (with --due)")
    what.add_argument("--done", metavar="WORDS", help="the milestone of these words is done (with --on)")
    what.add_argument("--reopen", metavar="WORDS", help="there is something to do after all")
    what.add_argument("--move", metavar="WORDS", help="it is due on another day (with --due)")
    what.add_argument("--remove", metavar="WORDS", help="it was entered by mistake")
    parser.add_argument("--due", type=a_day, metavar="DATE", help="by when (otherwise today)")
    parser.add_argument("--on", type=a_day, metavar="DATE", help="when it was done (otherwise today)")
    parser.add_argument("--note", default="", metavar="TEXT", help="anything to know about it (with --add)")
    add_out(parser)
    parser.set_defaults(run=_milestones)


def _milestones(session: Session, asked: argparse.Namespace) -> None:
    if not (asked.add or asked.done or asked.reopen or asked.move or asked.remove):
        with session.reading() as db:
            held = one_project(db, asked.project)
            session.show(milestones_table(db, held.id, today=session.today), asked.out, db=db)
        return
    with session.writing() as db:
        said = _milestone_kept(db, session, one_project(db, asked.project), asked)
    session.say(said)


def _milestone_kept(db: Database, session: Session, of: Project, asked: argparse.Namespace) -> str:
    today = session.today
    if asked.add:
        draft = MilestoneDraft(asked.add, asked.due or today, note=asked.note)
        return (
            f"Added “{shortened(milestones.add_milestone(db, of.id, draft, today=today).what)}” to {of.name}."
        )
    held = _one_milestone(db, of, asked.done or asked.reopen or asked.move or asked.remove)
    name = shortened(held.what)
    if asked.done:
        milestones.finish_milestone(db, held.id, on=asked.on or today, today=today)
        return f"Finished “{name}”."
    if asked.reopen:
        milestones.reopen_milestone(db, held.id)
        return f"Opened “{name}” again."
    if asked.move:
        draft = replace(held.draft(), due_on=asked.due or today)
        milestones.edit_milestone(db, held.id, draft, today=today)
        return f"Changed “{name}”."
    milestones.remove_milestone(db, held.id)
    return f"Removed “{name}”."


def _one_milestone(db: Database, of: Project, words: str) -> Milestone:
    among = milestones.milestones_of(db, of.id)
    return choosing.by_key_or_words(among, words, lambda one: one.what, "milestone", name="what")


# --- outcomes ---------------------------------------------------------------------------------------------------


def _add_outcomes(commands: Any) -> None:
    parser = commands.add_parser("project-outcomes", help="a project’s outcomes; with an option keep one")
    add_project_name(parser)
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--add", metavar="MEASURE", help="what is counted")
    what.add_argument("--count", metavar="WORDS", help="how many it is by now (with --achieved)")
    what.add_argument("--remove", metavar="WORDS", help="it was entered by mistake")
    parser.add_argument("--target", type=int, metavar="NUMBER", help="how many it should be")
    parser.add_argument(
        "--people", action="store_true", help="it counts people: papers do not tell few (with --add)"
    )
    parser.add_argument("--achieved", type=int, metavar="NUMBER", help="how many it is")
    parser.add_argument("--on", type=a_day, metavar="DATE", help="when that was counted (otherwise today)")
    parser.add_argument("--note", default="", metavar="TEXT", help="anything to know about it (with --add)")
    add_out(parser)
    parser.set_defaults(run=_outcomes)


def _outcomes(session: Session, asked: argparse.Namespace) -> None:
    if not (asked.add or asked.count or asked.remove):
        with session.reading() as db:
            held = one_project(db, asked.project)
            session.show(outcomes_table(db, held.id, today=session.today), asked.out, db=db)
        return
    with session.writing() as db:
        said = _outcome_kept(db, session, one_project(db, asked.project), asked)
    session.say(said)


def _outcome_kept(db: Database, session: Session, of: Project, asked: argparse.Namespace) -> str:
    today, on = session.today, asked.on or session.today
    day = on if asked.achieved is not None else None
    if asked.add:
        draft = OutcomeDraft(asked.add, asked.target, asked.achieved, day, asked.note, asked.people)
        return (
            f"Added “{shortened(outcomes.add_outcome(db, of.id, draft, today=today).measure)}” to {of.name}."
        )
    among = outcomes.outcomes_of(db, of.id)
    words = asked.count or asked.remove
    held = choosing.by_key_or_words(among, words, lambda one: one.measure, "outcome", name="measure")
    if asked.remove:
        outcomes.remove_outcome(db, held.id)
        return f"Removed “{shortened(held.measure)}”."
    given: dict[str, Any] = {"achieved": asked.achieved, "measured_on": day} if day else {}
    given |= {"target": asked.target} if asked.target is not None else {}
    made = outcomes.edit_outcome(db, held.id, replace(held.draft(), **given), today=today)
    return f"{made.measure}: {made.standing}."


# --- providers and their levels ---------------------------------------------------------------------------------


def _add_providers(commands: Any) -> None:
    parser = commands.add_parser(
        "project-providers", help="who takes part in a project; with an option keep one"
    )
    add_project_name(parser)
    what = parser.add_mutually_exclusive_group()
    what.add_argument(
        "--add", metavar="PROVIDER", help="a provider joins, or with --service one of its services"
    )
    what.add_argument("--left", metavar="WORDS", help="it takes part no more (with --on)")
    what.add_argument("--remove", metavar="WORDS", help="it was entered by mistake; its levels go with it")
    parser.add_argument("--service", action="store_true", help="--add names a service")
    parser.add_argument("--on", type=a_day, metavar="DATE",
                        help="when it joined or left, or the levels as at this day (otherwise today)")  # fmt: skip
    parser.add_argument("--note", default="", metavar="TEXT", help="anything to know about it (with --add)")
    add_out(parser)
    parser.set_defaults(run=_providers)


def _providers(session: Session, asked: argparse.Namespace) -> None:
    day = asked.on or session.today
    if not (asked.add or asked.left or asked.remove):
        with session.reading() as db:
            held = one_project(db, asked.project)
            session.show(taking_part_table(db, held.id, on=day), asked.out, db=db)
        return
    with session.writing() as db:
        of = one_project(db, asked.project)
        if asked.add:
            draft = _joining(db, asked, day)
            said = f"Added {taking_part.add_taking_part(db, of.id, draft, today=session.today).name} to {of.name}."
        else:
            said = _left(db, session, _one_part(db, of, asked.left or asked.remove), asked)
    session.say(said)


def _joining(db: Database, asked: argparse.Namespace, day: Any) -> TakingPartDraft:
    if asked.service:
        held = choosing.service(db, asked.add)
        return TakingPartDraft(held.provider_id, day, held.id, note=asked.note)
    return TakingPartDraft(choosing.provider(db, asked.add).id, day, note=asked.note)


def _left(db: Database, session: Session, part: TakingPart, asked: argparse.Namespace) -> str:
    if asked.remove:
        taking_part.remove_taking_part(db, part.id)
        return f"Removed {part.name}."
    draft = replace(part.draft(), left_on=asked.on or session.today)
    taking_part.edit_taking_part(db, part.id, draft, today=session.today)
    return f"{part.name} takes part no more."


def _one_part(db: Database, of: Project, words: str) -> TakingPart:
    among = taking_part.taking_part_in(db, of.id)
    return choosing.by_key_or_words(among, words, lambda one: f"{one.name}, {one.provider}", "provider")


def _add_levels(commands: Any) -> None:
    parser = commands.add_parser(
        "project-levels", help="the levels of the DSPT that a provider reached; with --reached record one"
    )
    add_project_name(parser)
    parser.add_argument("provider", metavar="PROVIDER", help="words of the name of one that takes part")
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--reached", type=a_word(DsptLevel), metavar="LEVEL",
                      help=", ".join(one.value for one in DsptLevel))  # fmt: skip
    what.add_argument(
        "--remove", type=a_day, metavar="DATE", help="the level of this day was entered by mistake"
    )
    parser.add_argument("--on", type=a_day, metavar="DATE", help="when it was reached (otherwise today)")
    parser.add_argument("--note", default="", metavar="TEXT", help="anything to know about it")
    add_out(parser)
    parser.set_defaults(run=_levels)


def _levels(session: Session, asked: argparse.Namespace) -> None:
    if not (asked.reached or asked.remove):
        with session.reading() as db:
            part = _one_part(db, one_project(db, asked.project), asked.provider)
            session.show(levels_table(db, part.id), asked.out, db=db)
        return
    with session.writing() as db:
        part = _one_part(db, one_project(db, asked.project), asked.provider)
        if asked.reached:
            on = asked.on or session.today
            taking_part.record_level(db, part.id, asked.reached, on, today=session.today, note=asked.note)
            said = f"Recorded “{asked.reached.label}” of {part.name}."
        else:
            found = [one for one in taking_part.levels_of(db, part.id) if one.reached_on == asked.remove]
            for one in found:
                taking_part.remove_level(db, one.id)
            said = (
                f"Removed “{found[0].level.label}” of {part.name}."
                if found
                else "No level is kept of that day."
            )
    session.say(said)


# --- what participants say --------------------------------------------------------------------------------------


def _add_quotes(commands: Any) -> None:
    parser = commands.add_parser(
        "project-quotes", help="what participants say of a project; with an option keep it"
    )
    add_project_name(parser)
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--add", metavar="WORDS", help="what somebody said")
    what.add_argument("--of", metavar="WORDS", help="whether these words may be quoted (with --consent)")
    what.add_argument("--remove", metavar="WORDS", help="they were entered by mistake, or are not to be kept")
    parser.add_argument("--role", default="", metavar="TEXT", help="as it is printed: a registered manager")
    parser.add_argument(
        "--said-by", default="", metavar="NAME", help="for the team alone; it is never printed"
    )
    parser.add_argument("--provider", metavar="PROVIDER", help="whose participant it is")
    parser.add_argument("--said-on", type=a_day, metavar="DATE", help="otherwise today")
    parser.add_argument("--consent", type=a_word(QuoteConsent), default=QuoteConsent.NOT_ASKED, metavar="ANSWER",
                        help="yes, no or not_asked")  # fmt: skip
    parser.add_argument("--on", type=a_day, metavar="DATE", help="when they were asked (otherwise today)")
    add_out(parser)
    parser.set_defaults(run=_quotes)


def _quotes(session: Session, asked: argparse.Namespace) -> None:
    if not (asked.add or asked.of or asked.remove):
        with session.reading() as db:
            session.show(quotes_table(db, one_project(db, asked.project).id), asked.out, db=db)
        return
    with session.writing() as db:
        said = _quote_kept(db, session, one_project(db, asked.project), asked)
    session.say(said)


def _quote_kept(db: Database, session: Session, of: Project, asked: argparse.Namespace) -> str:
    today = session.today
    if asked.add:
        whose = choosing.provider(db, asked.provider).id if asked.provider else None
        draft = QuoteDraft(
            asked.add, asked.said_on or today, asked.said_by, asked.role, whose, asked.consent, asked.on
        )
        return f"Noted “{shortened(quotes.add_quote(db, of.id, draft, today=today).words, 40)}”."
    among = quotes.quotes_of(db, of.id)
    words = asked.of or asked.remove
    held = choosing.by_key_or_words(among, words, lambda one: one.words, "quote", name="words")
    if asked.remove:
        quotes.remove_quote(db, held.id)
        return f"Removed “{shortened(held.words, 40)}”."
    made = quotes.record_quote_consent(db, held.id, asked.consent, today=today, on=asked.on)
    return f"“{shortened(made.words, 40)}”: {made.consent.label.lower()}."
