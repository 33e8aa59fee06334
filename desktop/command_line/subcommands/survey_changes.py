"""The funnel of a wave, what changed between two, and how many answers it takes, without a window."""

import argparse
from typing import Any

from desktop.command_line import choosing
from desktop.command_line.options import a_number, add_out, add_wave
from desktop.command_line.session import Session
from desktop.command_line.subcommands.survey_figures import add_filters, chosen_filter, wave_data
from resources.database import Database
from resources.problem import Problem
from resources.suppression import SMALLEST_SHOWN
from resources.tables import Table
from resources.wording import and_list
from workforce.survey.analysis.frame import WaveData, read_wave
from workforce.survey.changes.change_row import Comparison
from workforce.survey.changes.comparing import compare_data
from workforce.survey.changes.needed import SHARES, needed_sentence, needed_table
from workforce.survey.changes.tables import (
    all_answers_table,
    breaks_table,
    change_sentences,
    same_providers_table,
    side_by_side_table,
)
from workforce.survey.funnel.funnel import Funnel, funnel
from workforce.survey.funnel.tables import (
    by_kind_table,
    funnel_sentences,
    left_out_table,
    stages_table,
    steps_table,
)
from workforce.survey.waves.waves import Wave, waves


def add_commands(commands: Any) -> None:
    """Funnel, changes and answers needed."""
    _add_funnel(commands)
    _add_changes(commands)
    needed = commands.add_parser(
        "survey-answers-needed", help="how many answers it takes to see a change between two waves"
    )
    needed.add_argument("wave", nargs="?", metavar="WAVE",
                        help="what its population and its answers allow (otherwise any survey)")  # fmt: skip
    needed.add_argument(
        "--points", type=a_number, default=10, metavar="N", help="a change of so many points (10)"
    )
    needed.add_argument("--share", type=a_number, action="append", default=[], metavar="PERCENT",
                        help="from this share on (10, 30 and 50; may be repeated)")  # fmt: skip
    add_filters(needed)
    add_out(needed)
    needed.set_defaults(run=_needed)


def _add_funnel(commands: Any) -> None:
    parser = commands.add_parser(
        "survey-funnel", help="from people who applied to those still there after 90 days"
    )
    add_wave(parser)
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--by-kind", action="store_true", help="each step by kind of service")
    what.add_argument("--sentences", action="store_true", help="the steps as sentences")
    what.add_argument(
        "--impossible", action="store_true", help="answers that cannot be right (not for publication)"
    )
    parser.add_argument("--hide-below", type=a_number, default=SMALLEST_SHOWN[0], metavar="N",
                        help="hide counts of people below 5, 7 or 10 (5)")  # fmt: skip
    add_filters(parser)
    add_out(parser)
    parser.set_defaults(run=_funnel)


def _add_changes(commands: Any) -> None:
    parser = commands.add_parser("survey-changes", help="what changed between two waves, and how surely")
    parser.add_argument(
        "wave", metavar="WAVE", help="the later wave: its key, or words of its name and first day"
    )
    parser.add_argument("other", nargs="?", metavar="WAVE", help="another one, earlier or later")
    parser.add_argument("--since", metavar="WAVE", help="the earlier wave (otherwise the one before)")
    what = parser.add_mutually_exclusive_group()
    what.add_argument(
        "--all-answers", action="store_true", help="only of everybody who answered, with intervals"
    )
    what.add_argument("--same-providers", action="store_true", help="only of those who answered both times")
    what.add_argument(
        "--breaks", action="store_true", help="only the questions that are not compared, and why"
    )
    what.add_argument("--sentences", action="store_true", help="what clearly changed, as sentences")
    parser.add_argument("--uncorrected", action="store_true",
                        help="each figure by itself, without Holm’s correction for comparing many")  # fmt: skip
    add_filters(parser)
    add_out(parser)
    parser.set_defaults(run=_changes)


# --- the funnel ---------------------------------------------------------------------------------------------------


def _funnel(session: Session, asked: argparse.Namespace) -> None:
    if asked.hide_below not in SMALLEST_SHOWN:
        known = and_list([str(one) for one in SMALLEST_SHOWN], "or")
        raise Problem(f"Counts of people are hidden below {known}. Choose one of these with --hide-below.")
    with session.reading() as db:
        found = funnel(wave_data(db, asked))
        if asked.sentences:
            lines = funnel_sentences(found, below=asked.hide_below)
            session.say(*(lines or ["Too few answered for anything to be said of it."]))
        else:
            session.show(_funnel_tables(found, asked), asked.out, db=db)


def _funnel_tables(found: Funnel, asked: argparse.Namespace) -> list[Table]:
    if asked.impossible:
        return [left_out_table(found)]
    if asked.by_kind:
        return [by_kind_table(found, below=asked.hide_below)]
    return [steps_table(found, below=asked.hide_below), stages_table(found, below=asked.hide_below)]


# --- changes ------------------------------------------------------------------------------------------------------


def _changes(session: Session, asked: argparse.Namespace) -> None:
    with session.reading() as db:
        earlier, later = _two_waves(db, asked)
        found = _compared(db, earlier, later, asked)
        if asked.sentences:
            session.say(*change_sentences(found))
        else:
            session.show(_change_table(found, asked), asked.out, db=db)


def _two_waves(db: Database, asked: argparse.Namespace) -> tuple[Wave, Wave]:
    """The earlier first. Two waves named side by side may stand either way round."""
    named = choosing.survey_wave(db, asked.wave)
    if asked.other and asked.since:
        raise Problem(
            "Two waves are compared. Name both side by side, or one and the earlier one with --since."
        )
    if asked.other:
        both = sorted((named, choosing.survey_wave(db, asked.other)), key=lambda one: one.opens_on)
        return both[0], both[1]
    return choosing.survey_wave(db, asked.since) if asked.since else _before(db, named), named


def _before(db: Database, later: Wave) -> Wave:
    held = [one for one in waves(db, later.survey_id) if one.opens_on < later.opens_on]
    if not held:
        raise Problem(
            f"No wave of the survey is earlier than {later.name}. Name the two to compare with --since."
        )
    return held[-1]


def _compared(db: Database, earlier: Wave, later: Wave, asked: argparse.Namespace) -> Comparison:
    if earlier.survey_id != later.survey_id:
        raise Problem(f"{earlier.name} and {later.name} are of two surveys. Choose two waves of one.")
    if earlier.opens_on >= later.opens_on:
        raise Problem(f"{earlier.name} is not earlier than {later.name}. Name the earlier one with --since.")
    before, after = read_wave(db, earlier.id), read_wave(db, later.id)
    chosen = chosen_filter(after, asked)
    return compare_data(db, before, after, chosen, corrected=not asked.uncorrected)


def _change_table(found: Comparison, asked: argparse.Namespace) -> Table:
    if asked.breaks:
        return breaks_table(found)
    if asked.all_answers:
        return all_answers_table(found)
    return same_providers_table(found) if asked.same_providers else side_by_side_table(found)


# --- answers needed -----------------------------------------------------------------------------------------------


def _needed(session: Session, asked: argparse.Namespace) -> None:
    shares = asked.share or SHARES
    for share in shares:
        if not 0 <= share <= 100 or not 1 <= asked.points <= max(share, 100 - share):
            raise Problem(
                f"No share is {asked.points} points from {share}%. Give --share 0 to 100 and fewer --points."
            )
    with session.reading() as db:
        data: WaveData | None = wave_data(db, asked) if asked.wave else None
        session.show(needed_table(data, asked.points, shares), asked.out, db=db)
        if data is not None and asked.out is None:
            session.say("", needed_sentence(data, min(asked.points, 50)))
