"""Waves of the survey without a window: planned and put right, who is invited, what became of the questions."""

import argparse
from typing import Any, cast

from desktop.command_line import choosing
from desktop.command_line.options import a_day, a_service_kind, a_word, add_out, add_wave
from desktop.command_line.session import Session
from desktop.command_line.subcommands.survey import add_survey
from resources.database import Database
from resources.problem import Problem
from resources.wording import count_of
from workforce.survey.questionnaire.questions import Question
from workforce.survey.vocabulary import AskedOf, Mode, WaveKind
from workforce.survey.waves import asking, comparability, planning, population
from workforce.survey.waves.asked import asked_of_wave
from workforce.survey.waves.planning import WaveDraft, WaveFacts, plan_wave
from workforce.survey.waves.population import PopulationRule
from workforce.survey.waves.population_rule import USUAL_KINDS
from workforce.survey.waves.tables import candidates_table, matching_table, population_table, waves_table
from workforce.survey.waves.waves import Wave, wave_before, waves


def add_commands(commands: Any) -> None:
    """Planning, the population and matching."""
    listed = commands.add_parser("survey-waves", help="the waves of a survey with their response rates")
    add_survey(listed)
    listed.add_argument("--archived", action="store_true", help="archived ones too")
    add_out(listed)
    listed.set_defaults(run=_waves)
    plan = commands.add_parser(
        "survey-wave-plan", help="plan a wave that asks the questions as they stand now"
    )
    plan.add_argument("name", metavar="NAME", help="what it is called: “Baseline 2019”")
    add_survey(plan)
    _add_facts(plan)
    plan.set_defaults(run=_plan)
    _add_edit(commands)
    _add_population(commands)
    _add_matching(commands)


def _add_facts(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--kind", type=a_word(WaveKind), metavar="KIND",
                        help="baseline or re_evaluation (otherwise a baseline where there is none)")  # fmt: skip
    parser.add_argument("--opens", type=a_day, metavar="DATE", help="its first day (otherwise today)")
    parser.add_argument("--closes", type=a_day, metavar="DATE", help="its last day")
    parser.add_argument("--mode", type=a_word(Mode), metavar="MODE",
                        help="online, telephone, paper, at_a_forum or mixed")  # fmt: skip
    parser.add_argument("--asked-of", type=a_word(AskedOf), metavar="WHO", help="service or provider")
    parser.add_argument(
        "--population-on", type=a_day, metavar="DATE", help="the register's day (otherwise the first day)"
    )
    parser.add_argument("--note", metavar="TEXT", help="anything to know about it")


def _add_edit(commands: Any) -> None:
    parser = commands.add_parser(
        "survey-wave-edit", help="put a wave right, archive or restore it, or change what it asks"
    )
    add_wave(parser)
    parser.add_argument("--name", metavar="NAME", help="another name")
    _add_facts(parser)
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--archive", action="store_true", help="put it away with its answers")
    what.add_argument("--restore", action="store_true", help="bring it back")
    what.add_argument(
        "--ask-as-now",
        action="store_true",
        help="ask the questions as they stand now, while there are no answers",
    )
    what.add_argument("--ask", metavar="QUESTION", help="ask one more question")
    what.add_argument("--drop", metavar="QUESTION", help="leave a question out, while it has no answers")
    what.add_argument("--asked-as", nargs=2, metavar=("QUESTION", "WORDS"), help="put right how it was asked")
    parser.set_defaults(run=_edit)


def _add_population(commands: Any) -> None:
    parser = commands.add_parser(
        "survey-population", help="who is invited to a wave; with --set take them from the register"
    )
    add_wave(parser)
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--preview", action="store_true", help="who would be invited, and who not and why")
    what.add_argument("--set", action="store_true", help="invite those of the register that fit")
    what.add_argument("--add", metavar="SERVICE", help="invite one more (a provider, where these are asked)")
    what.add_argument("--leave-out", metavar="WORDS", help="take one of those invited out again")
    parser.add_argument("--kind", type=a_service_kind, action="append", default=[], metavar="KIND",
                        help="services of this kind (otherwise residential, nursing, home care and supported "
                        "living; may be repeated)")  # fmt: skip
    parser.add_argument("--authority", action="append", default=[], metavar="NAME",
                        help="of this authority (otherwise your council’s; may be repeated)")  # fmt: skip
    parser.add_argument("--district", action="append", default=[], metavar="NAME",
                        help="only of this district (may be repeated)")  # fmt: skip
    parser.add_argument("--active-contracts", action="store_true", help="only where the contract is active")
    parser.add_argument("--on", type=a_day, metavar="DATE", help="as the register was on this day")
    add_out(parser)
    parser.set_defaults(run=_population)


def _add_matching(commands: Any) -> None:
    parser = commands.add_parser(
        "survey-matching", help="what became of the questions since an earlier wave, and what can be compared"
    )
    add_wave(parser)
    parser.add_argument("--since", metavar="WAVE", help="the earlier wave (otherwise the one before)")
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--comparable", metavar="QUESTION", help="its figures can be compared all the same")
    what.add_argument("--break", dest="apart", metavar="QUESTION", help="its figures cannot be compared")
    what.add_argument("--undecided", metavar="QUESTION", help="take back what was decided")
    parser.add_argument("--reason", default="", metavar="TEXT", help="why, as it stands beside the figures")
    add_out(parser)
    parser.set_defaults(run=_matching)


# --- waves ----------------------------------------------------------------------------------------------------


def _waves(session: Session, asked: argparse.Namespace) -> None:
    with session.reading() as db:
        held = choosing.survey(db, asked.survey)
        session.show(waves_table(db, held.id, today=session.today, archived=asked.archived), asked.out, db=db)


def _plan(session: Session, asked: argparse.Namespace) -> None:
    with session.writing() as db:
        held = choosing.survey(db, asked.survey)
        first = not any(one.kind is WaveKind.BASELINE for one in waves(db, held.id))
        kind = asked.kind or (WaveKind.BASELINE if first else WaveKind.RE_EVALUATION)
        draft = WaveDraft(
            asked.name, kind, asked.opens or session.today, asked.closes, asked.mode or Mode.ONLINE,
            asked.asked_of or AskedOf.SERVICE, asked.population_on, asked.note or "",
        )  # fmt: skip
        made = plan_wave(db, held.id, draft)
        number = len(asked_of_wave(db, made.id))
    session.say(f"Planned {made.name} ({made.kind.label.lower()}) with {count_of(number, 'question')}.")


def _facts(asked: argparse.Namespace) -> WaveFacts:
    """What is said of the wave."""
    said = WaveFacts(
        name=asked.name, kind=asked.kind, opens_on=asked.opens, closes_on=asked.closes, mode=asked.mode,
        asked_of=asked.asked_of, population_on=asked.population_on, note=asked.note,
    )  # fmt: skip
    return cast(WaveFacts, {name: given for name, given in said.items() if given is not None})


def _edit(session: Session, asked: argparse.Namespace) -> None:
    with session.writing() as db:
        held = choosing.survey_wave(db, asked.wave)
        facts = _facts(asked)
        if facts:
            held = planning.edit_wave(db, held.id, **facts)
        session.say(_done(db, session, held, asked) or f"Changed {held.name}.")


def _done(db: Database, session: Session, held: Wave, asked: argparse.Namespace) -> str:
    if asked.archive:
        return f"Archived {planning.archive_wave(db, held.id, today=session.today).name}."
    if asked.restore:
        return f"Restored {planning.restore_wave(db, held.id).name}."
    if asked.ask_as_now:
        return f"{held.name} asks {count_of(len(asking.ask_as_now(db, held.id)), 'question')}, as they stand now."
    if asked.ask:
        return f"{held.name} asks “{asking.add_asked(db, held.id, _question(db, held, asked.ask).id).wording}” too."
    if asked.drop:
        one = _question(db, held, asked.drop)
        asking.drop_asked(db, held.id, one.id)
        return f"{held.name} does not ask “{one.wording}”."
    if asked.asked_as:
        words, wording = asked.asked_as
        made = asking.set_asked_wording(db, held.id, _question(db, held, words).id, wording)
        return f"{held.name} asked “{made.wording}”."
    return ""


def _question(db: Database, held: Wave, text: str) -> Question:
    return choosing.survey_question(db, held.survey_id, text)


# --- who is invited -------------------------------------------------------------------------------------------


def _population(session: Session, asked: argparse.Namespace) -> None:
    if asked.set or asked.add or asked.leave_out:
        with session.writing() as db:
            held = choosing.survey_wave(db, asked.wave)
            session.say(_put_right(db, held, asked))
        return
    with session.reading() as db:
        held = choosing.survey_wave(db, asked.wave)
        if asked.preview:
            found = population.would_invite(db, held, _rule(db, asked), on=asked.on)
            tables = [candidates_table(found, meant=True), candidates_table(found, meant=False)]
            session.show(tables, asked.out, db=db)
        else:
            session.show(population_table(db, held.id), asked.out, db=db)


def _rule(db: Database, asked: argparse.Namespace) -> PopulationRule:
    places = choosing.authorities(db, asked.authority) if asked.authority else []
    return PopulationRule(
        tuple(asked.kind) or USUAL_KINDS, tuple(places), tuple(asked.district), asked.active_contracts
    )


def _put_right(db: Database, held: Wave, asked: argparse.Namespace) -> str:
    if asked.set:
        return f"{population.invite(db, held.id, _rule(db, asked), on=asked.on).sentence}."
    if asked.add:
        whom: dict[str, str] = (
            {"service_id": choosing.service(db, asked.add).id}
            if held.asked_of is AskedOf.SERVICE
            else {"provider_id": choosing.provider(db, asked.add).id}
        )
        return f"Invited {population.add_to_population(db, held.id, **whom).name} to {held.name}."
    one = choosing.one_of(
        population.invited(db, held.id), asked.leave_out, lambda one: one.name, "one invited"
    )
    population.leave_out(db, [one.id])
    return f"Left {one.name} out of {held.name}."


# --- what became of the questions -----------------------------------------------------------------------------


def _matching(session: Session, asked: argparse.Namespace) -> None:
    if asked.comparable or asked.apart or asked.undecided:
        with session.writing() as db:
            session.say(_decided(db, session, asked))
        return
    with session.reading() as db:
        earlier, later = _two(db, asked)
        session.show(matching_table(db, earlier.id, later.id), asked.out, db=db)


def _two(db: Database, asked: argparse.Namespace) -> tuple[Wave, Wave]:
    later = choosing.survey_wave(db, asked.wave)
    earlier = choosing.survey_wave(db, asked.since) if asked.since else wave_before(db, later.id)
    if earlier is None:
        raise Problem(f"{later.name} is the first wave, so there is none to compare it with.")
    if earlier.survey_id != later.survey_id or earlier.id == later.id:
        raise Problem(f"{earlier.name} and {later.name} are not two waves of one survey.")
    return earlier, later


def _decided(db: Database, session: Session, asked: argparse.Namespace) -> str:
    earlier, later = _two(db, asked)
    one = _question(db, later, asked.comparable or asked.apart or asked.undecided)
    if asked.undecided:
        comparability.leave_undecided(db, one.id, earlier.id, later.id)
        return f"Whether “{one.wording}” is comparable is left open."
    comparability.decide(db, one.id, earlier.id, later.id, bool(asked.comparable), asked.reason, session.now)
    what = "comparable" if asked.comparable else "a break"
    return f"“{one.wording}” is {what} between {earlier.name} and {later.name}."
