"""Placements of i-Work without a window: stages, tasters, support and checkpoints."""

import argparse
from pathlib import Path
from typing import Any

from desktop.command_line.iwork_choosing import PERSON_HELP, a_person, a_placement, add_of_person
from desktop.command_line.options import DOCUMENT_HELP, a_day, a_word, add_out, an_amount
from desktop.command_line.session import Session
from desktop.documents import document_name
from resources.database import Database
from resources.problem import Problem
from resources.tables import Table
from resources.wording import date_words
from workforce.iwork.employers.employers import find_employers
from workforce.iwork.papers.support_log import write_support_log
from workforce.iwork.placements import moving
from workforce.iwork.placements.checkpoints import checkpoints_of, record_checkpoint, remove_checkpoint
from workforce.iwork.placements.moving import MoveFacts
from workforce.iwork.placements.placements import Placement, edit_placement
from workforce.iwork.placements.steps import SEARCHING
from workforce.iwork.placements.support import add_visit, plan_said, read_plan, set_plan
from workforce.iwork.placements.tables import (
    checkpoints_table,
    periods_table,
    placements_table,
    steps_table,
    tasters_table,
    visits_table,
    weeks_table,
)
from workforce.iwork.placements.tasters import edit_taster, plan_taster, tasters_of
from workforce.iwork.placements.whom import person_words
from workforce.iwork.posts.posts import post_by_reference
from workforce.iwork.times import read_clock, read_hours
from workforce.iwork.vocabulary import AccessToWork, EndReason, Stage, SupportKind, TasterOutcome


def add_commands(commands: Any) -> None:
    """What can be asked of placements."""
    listed = commands.add_parser("iwork-placements", help="how far everybody has come, with which post")
    listed.add_argument("--all", action="store_true", help="those that ended, too")
    add_out(listed)
    listed.set_defaults(run=_placements)
    one = add_of_person(
        commands, "iwork-placement", "one placement: its steps, hours, checkpoints and support", _one
    )
    add_out(one)
    facts = add_of_person(
        commands, "iwork-placement-edit", "Access to Work, permitted work and the note", _edit
    )
    facts.add_argument(
        "--access", type=a_word(AccessToWork), metavar="STATE", help="applied, agreed, refused, …"
    )
    facts.add_argument("--on", type=a_day, metavar="DATE", help="the day of that")
    facts.add_argument("--permitted-work", choices=("yes", "no"))
    facts.add_argument("--note", metavar="WORDS")
    _add_moving(commands)
    _add_tasters(commands)
    _add_support(commands)


def _add_moving(commands: Any) -> None:
    begin = commands.add_parser("iwork-begin", help="begin somebody's placement, before there is a post")
    begin.add_argument("person", metavar="PERSON", help=PERSON_HELP)
    begin.add_argument("--stage", type=a_word(Stage), default=Stage.REFERRED, metavar="STAGE",
                       help=", ".join(one.label for one in SEARCHING))  # fmt: skip
    begin.add_argument("--on", type=a_day, metavar="DATE")
    begin.set_defaults(run=_begin)
    move = add_of_person(commands, "iwork-move", "move somebody to another stage", _move)
    move.add_argument("stage", type=a_word(Stage), metavar="STAGE", help="as matched, “in post” or left")
    move.add_argument("--on", type=a_day, metavar="DATE", help="when (otherwise today)")
    move.add_argument("--words", default="", metavar="WORDS", help="why, or what was said; it is kept")
    move.add_argument("--post", metavar="POST", help="the post's reference, as P-007 (matched)")
    move.add_argument("--title", metavar="TITLE", help="a job found outside the register, with --employer")
    move.add_argument("--employer", metavar="NAME")
    move.add_argument("--hours", metavar="HOURS", help="a week, as 7.5 (started)")
    move.add_argument("--pay", type=an_amount, metavar="AMOUNT", help="an hour, as £12.21 (started)")
    move.add_argument("--reason", type=a_word(EndReason), metavar="REASON", help="why the job ended (left)")


def _add_tasters(commands: Any) -> None:
    taster = commands.add_parser("iwork-taster", help="tasters: list them, plan one, say how one went")
    taster.add_argument("person", nargs="?", metavar="PERSON", help=PERSON_HELP)
    taster.add_argument("--at", metavar="EMPLOYER", help="plan one there, by words of its name")
    taster.add_argument("--on", type=a_day, metavar="DATE", help="its day")
    taster.add_argument("--from", dest="begins", metavar="TIME", help="as 9:30")
    taster.add_argument("--until", metavar="TIME")
    taster.add_argument(
        "--outcome", type=a_word(TasterOutcome), metavar="HOW", help="how the one on that day went"
    )
    taster.add_argument("--their-words", metavar="WORDS", help="in their own words")
    taster.add_argument("--employers-words", metavar="WORDS")
    add_out(taster)
    taster.set_defaults(run=_taster)


def _add_support(commands: Any) -> None:
    support = add_of_person(
        commands, "iwork-support", "support: list it, record it, or plan how it fades", _support
    )
    support.add_argument("--add", metavar="HOURS", help="support given, as 1.5")
    support.add_argument("--on", type=a_day, metavar="DATE", help="its day (otherwise today)")
    support.add_argument("--kind", type=a_word(SupportKind), default=SupportKind.ON_THE_JOB, metavar="KIND",
                         help=", ".join(one.value for one in SupportKind))  # fmt: skip
    support.add_argument("--words", default="", metavar="WORDS")
    support.add_argument("--plan", metavar="PLAN", help="as “week 1: 10; week 5: 4; week 14: 0”")
    add_out(support)
    point = add_of_person(
        commands, "iwork-checkpoint", "still in work after 4, 13, 26 or 52 weeks?", _checkpoint
    )
    point.add_argument("weeks", nargs="?", type=int, metavar="WEEKS", help="4, 13, 26 or 52")
    answer = point.add_mutually_exclusive_group()
    answer.add_argument("--in-work", action="store_true")
    answer.add_argument("--not-in-work", action="store_true")
    answer.add_argument("--remove", action="store_true", help="what was found was entered by mistake")
    point.add_argument("--hours", metavar="HOURS", help="a week")
    point.add_argument("--on", type=a_day, metavar="DATE", help="when somebody looked (otherwise today)")
    point.add_argument("--words", default="", metavar="WORDS")
    add_out(point)
    log = add_of_person(commands, "iwork-support-log", "the support log as a Word document, exempt", _log)
    log.add_argument("document", type=_path, metavar="OUT.docx", help=DOCUMENT_HELP)
    log.add_argument("--named", action="store_true", help="with the name (otherwise reference and initials)")


def _path(text: str) -> Path:
    return document_name(Path(text))


# --- reading --------------------------------------------------------------------------------------------------


def _placements(session: Session, asked: argparse.Namespace) -> None:
    with session.register(read_only=True) as opened:
        session.show(placements_table(opened.db, over=asked.all), asked.out)


def _one(session: Session, asked: argparse.Namespace) -> None:
    with session.register(read_only=False) as opened:
        vault, key = opened.db, a_placement(opened.db, session, asked).id
        tables = [
            steps_table(vault, key), periods_table(vault, key), checkpoints_table(vault, key, session.today),
            weeks_table(vault, key, session.today), visits_table(vault, key),
        ]  # fmt: skip
        session.show([one for one in tables if one.rows], asked.out)


def _log(session: Session, asked: argparse.Namespace) -> None:
    with session.register(read_only=False) as opened:
        held = a_placement(opened.db, session, asked, "Support log")
        session.saved(
            write_support_log(opened.db, held.id, asked.document, today=session.today, named=asked.named)
        )


# --- stages ---------------------------------------------------------------------------------------------------


def _begin(session: Session, asked: argparse.Namespace) -> None:
    with session.register(read_only=False) as opened:
        who = a_person(opened.db, session, asked.person, "Placement")
        made = moving.begin(opened.db, who.id, today=session.today, on=asked.on, stage=asked.stage)
        session.say(f"Began a placement of {who.reference} at “{made.stage.label}”.")


def _move(session: Session, asked: argparse.Namespace) -> None:
    with session.register(read_only=False) as opened:
        vault = opened.db
        held = a_placement(vault, session, asked)
        made = moving.move(vault, held.id, asked.stage, today=session.today, **_facts(vault, asked))
        session.say(f"{person_words(vault, held.person_id)} is at “{made.stage.label}”.")


def _facts(vault: Database, asked: argparse.Namespace) -> MoveFacts:
    given = MoveFacts(on=asked.on, words=asked.words)
    if asked.post:
        given["post_id"] = post_by_reference(vault, asked.post).id
    if asked.title:
        given["job_title"] = asked.title
    if asked.employer:
        given["employer_name"] = asked.employer
    if asked.hours:
        given["minutes_week"], given["pence_hour"] = read_hours(asked.hours), asked.pay
    if asked.reason:
        given["end_reason"] = asked.reason
    return given


def _edit(session: Session, asked: argparse.Namespace) -> None:
    with session.register(read_only=False) as opened:
        held = a_placement(opened.db, session, asked)
        given: dict[str, Any] = {}
        if asked.access:
            given |= {"access_to_work": asked.access, "access_on": asked.on or session.today}
        if asked.permitted_work:
            given["permitted_work"] = asked.permitted_work == "yes"
        if asked.note is not None:
            given["note"] = asked.note
        edit_placement(opened.db, held.id, **given)
        session.say(f"Changed the placement of {person_words(opened.db, held.person_id)}.")


# --- tasters --------------------------------------------------------------------------------------------------


def _taster(session: Session, asked: argparse.Namespace) -> None:
    if not (asked.at or asked.outcome):
        with session.register(read_only=not asked.person) as opened:
            who = a_person(opened.db, session, asked.person, "Taster").reference if asked.person else ""
            session.show(_of(tasters_table(opened.db), who), asked.out)
        return
    if not asked.person or asked.on is None:
        raise Problem("A taster is of somebody on a day. Give the person’s reference, and --on with the day.")
    with session.register(read_only=False) as opened:
        session.say(_tasted(opened.db, session, asked))


def _of(table: Table, person: str) -> Table:
    if not person:
        return table
    rows = [row for row in table.rows if str(row[1]).startswith(f"{person} ")]
    return Table(table.title, table.columns, rows, exempt=table.exempt)


def _tasted(vault: Database, session: Session, asked: argparse.Namespace) -> str:
    who = a_person(vault, session, asked.person, "Taster")
    if asked.at:
        found = find_employers(vault, asked.at)
        if len(found) != 1:
            raise Problem(
                f"“{asked.at}” is the name of {len(found) or 'no'} employers. Give words of one alone."
            )
        begins = read_clock(asked.begins) if asked.begins else None
        ends = read_clock(asked.until) if asked.until else None
        plan_taster(
            vault, who.id, found[0].id, asked.on, today=session.today, from_minute=begins, until_minute=ends
        )
        return f"Planned a taster of {who.reference} at {found[0].name} on {date_words(asked.on)}."
    held = next((one for one in tasters_of(vault, who.id) if one.day_on == asked.on), None)
    if held is None:
        raise Problem(
            f"{who.reference} has no taster on {date_words(asked.on)}. See “iwork-taster {who.reference}”."
        )
    edit_taster(
        vault, held.id, today=session.today, outcome=asked.outcome,
        persons_words=asked.their_words or held.persons_words,
        employers_words=asked.employers_words or held.employers_words,
    )  # fmt: skip
    return f"The taster of {who.reference} on {date_words(asked.on)}: {asked.outcome.label.lower()}."


# --- support and checkpoints ----------------------------------------------------------------------------------


def _support(session: Session, asked: argparse.Namespace) -> None:
    with session.register(read_only=False) as opened:
        vault, held = opened.db, a_placement(opened.db, session, asked, "Support")
        who = person_words(vault, held.person_id)
        if asked.plan is not None:
            session.say(
                f"Planned support of {who}: {plan_said(set_plan(vault, held.id, read_plan(asked.plan)))}."
            )
        elif asked.add:
            day = asked.on or session.today
            add_visit(
                vault,
                held.id,
                day,
                read_hours(asked.add),
                today=session.today,
                kind=asked.kind,
                words=asked.words,
            )
            session.say(f"Recorded support of {who} on {date_words(day)}.")
        else:
            tables = [weeks_table(vault, held.id, session.today), visits_table(vault, held.id)]
            session.show([one for one in tables if one.rows] or tables[-1:], asked.out)


def _checkpoint(session: Session, asked: argparse.Namespace) -> None:
    with session.register(read_only=False) as opened:
        vault, held = opened.db, a_placement(opened.db, session, asked)
        if asked.weeks is None:
            session.show(checkpoints_table(vault, held.id, session.today), asked.out)
            return
        if asked.remove:
            session.say(_removed_checkpoint(vault, held, asked.weeks))
            return
        if not (asked.in_work or asked.not_in_work):
            raise Problem(
                "Say what was found: --in-work or --not-in-work; --remove where it was entered by mistake."
            )
        made = record_checkpoint(
            vault, held.id, asked.weeks, in_work=asked.in_work, today=session.today, looked_on=asked.on,
            minutes_week=read_hours(asked.hours) if asked.hours else None, words=asked.words,
        )  # fmt: skip
        found = "in work" if made.in_work else "not in work"
        session.say(f"{person_words(vault, held.person_id)} after {made.weeks} weeks: {found}.")


def _removed_checkpoint(vault: Database, held: Placement, weeks: int) -> str:
    who = person_words(vault, held.person_id)
    answer = next((one for one in checkpoints_of(vault, held.id) if one.weeks == weeks), None)
    if answer is None:
        raise Problem(f"{who} has no checkpoint of {weeks} weeks that was looked at, so none can be removed.")
    remove_checkpoint(vault, answer.id)
    return f"Removed the checkpoint of {weeks} weeks of {who}."
