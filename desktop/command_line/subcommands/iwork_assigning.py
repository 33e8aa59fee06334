"""The best assignment, what employers could be asked, and a team’s day from which a post is carved."""

import argparse
from collections.abc import Sequence
from typing import Any

from desktop.command_line.options import a_word, add_out
from desktop.command_line.session import Session
from resources.database import Database
from resources.problem import Problem
from resources.wording import count_of
from resources.words import plain
from workforce.iwork.carving.carving import carve, take_back
from workforce.iwork.carving.day import Laid, made_of, read_day
from workforce.iwork.carving.tables import day_table, teams_table
from workforce.iwork.carving.team_tasks import lay_day, team_day
from workforce.iwork.carving.teams import add_team, remove_team, team_by_name, teams_of
from workforce.iwork.employers.employers import find_employers
from workforce.iwork.matching.assigning.planning import plan_of
from workforce.iwork.matching.assigning.tables import plan_table, what_if_table
from workforce.iwork.matching.assigning.what_if import Gain, Opened, post_what_if, register_what_if
from workforce.iwork.matching.facts import MatchPost
from workforce.iwork.matching.reading import Pool, read_pool
from workforce.iwork.matching.tables import told_people, told_post
from workforce.iwork.posts.posts import post_by_reference
from workforce.iwork.vocabulary import Weekday
from workforce.iwork.weeks import read_week

_POST = "the post's reference, such as P-007"


def add_commands(commands: Any) -> None:
    """What is reckoned for the whole register, and carving."""
    best = commands.add_parser(
        "iwork-assign", help="the best assignment of everybody who looks for a post, with ties"
    )
    add_out(best)
    best.set_defaults(run=_assign)
    ask = commands.add_parser(
        "iwork-what-if", help="what asked of employers would place most people, or open a post to most"
    )
    ask.add_argument("--post", metavar="POST", help=_POST)
    add_out(ask)
    ask.set_defaults(run=_what_if)
    _add_carving(commands)


def _add_carving(commands: Any) -> None:
    listed = commands.add_parser("iwork-teams", help="teams whose day is laid out, or the day of one of them")
    listed.add_argument("team", metavar="TEAM", nargs="?", help="words of its employer, name and day")
    add_out(listed)
    listed.set_defaults(run=_teams)
    day = commands.add_parser("iwork-team-day", help="add a team and the tasks of its day, or remove it")
    day.add_argument("employer", metavar="EMPLOYER", help="words of the employer's name")
    day.add_argument("name", metavar="TEAM", help="such as Kitchen")
    day.add_argument("--on", type=a_word(Weekday), metavar="DAY", help="the weekday (otherwise any day)")
    day.add_argument("--task", action="append", default=[], metavar="TEXT",
                     help="as “11:30 to 12:15 Laying tables; cook; may move”; may be repeated")  # fmt: skip
    day.add_argument("--add-new", action="store_true", help="add tasks that are new to the shared list")
    day.add_argument("--remove", action="store_true", help="remove the team and its tasks")
    day.set_defaults(run=_day)
    one = commands.add_parser(
        "iwork-carve", help="carve a post from tasks of a team's day, or take tasks back"
    )
    one.add_argument("team", metavar="TEAM", help="words of its employer, name and day")
    one.add_argument("tasks", metavar="TASK", nargs="+",
                     help="as it is called, or with its time: “11:30 Laying tables”")  # fmt: skip
    one.add_argument("--title", default="", metavar="TEXT", help="what the new post is")
    one.add_argument("--into", default="", metavar="POST", help=f"instead into a post: {_POST}")
    one.add_argument("--on", default="", metavar="DAYS", help="the days it is worked, as “Mon to Fri”")
    one.add_argument("--take-back", action="store_true", help="the tasks leave their post")
    one.set_defaults(run=_carve)


# --- the whole register -----------------------------------------------------------------------------------------


def _assign(session: Session, asked: argparse.Namespace) -> None:
    with session.register(read_only=True) as opened:
        found = plan_of(read_pool(opened.db, today=session.today))
        session.show(plan_table(found, told_people(opened.db)), asked.out)
        session.say(found.sentence)


def _what_if(session: Session, asked: argparse.Namespace) -> None:
    with session.register(read_only=True) as opened:
        vault = opened.db
        pool, told = read_pool(vault, today=session.today), told_people(vault)
        found: Sequence[Gain | Opened]
        if asked.post is None:
            found, title = register_what_if(pool), "What if"
        else:
            post = _open_post(vault, pool, asked.post)
            found, title = post_what_if(pool, post), f"What if: {told_post(post)}"
        session.show(what_if_table(found, told, title), asked.out)
        session.say(found[0].sentence if found else _NOTHING)


_NOTHING = "No single thing that employers could be asked would let more people fit."


def _open_post(vault: Database, pool: Pool, text: str) -> MatchPost:
    held = post_by_reference(vault, text)
    found = next((one for one in pool.posts if one.key == held.id), None)
    if found is None:
        raise Problem(f"{held.reference} is not open, or has no free place. Open it first.")
    return found


# --- carving ----------------------------------------------------------------------------------------------------


def _teams(session: Session, asked: argparse.Namespace) -> None:
    with session.register(read_only=True) as opened:
        if asked.team is None:
            session.show(teams_table(opened.db), asked.out)
        else:
            session.show(day_table(opened.db, team_by_name(opened.db, asked.team)), asked.out)


def _day(session: Session, asked: argparse.Namespace) -> None:
    with session.register(read_only=False) as opened:
        vault = opened.db
        if asked.remove:
            held = team_by_name(vault, f"{asked.employer} {asked.name}")
            remove_team(vault, held.id)
            session.say(f"Removed {held.name}.")
            return
        typed = read_day("\n".join(asked.task))
        found = find_employers(vault, asked.employer, limit=2)
        if len(found) != 1:
            raise Problem(f"“{asked.employer}” is not one employer’s name. Say more words of it.")
        weekday = None if asked.on is None else int(asked.on.value)
        existing = [one for one in teams_of(vault, found[0].id)
                    if (plain(one.name), one.weekday) == (plain(asked.name), weekday)]  # fmt: skip
        held = existing[0] if existing else add_team(vault, found[0].id, asked.name, weekday=weekday)
        if typed:
            lay_day(vault, held.id, typed, add_new=asked.add_new)
        session.say(f"{found[0].name}: {held.name} has {count_of(len(team_day(vault, held.id)), 'task')}.")


def _carve(session: Session, asked: argparse.Namespace) -> None:
    with session.register(read_only=False) as opened:
        vault = opened.db
        held = team_by_name(vault, asked.team)
        laid = _chosen(team_day(vault, held.id), asked.tasks)
        keys = [one.key for one in laid]
        if asked.take_back:
            taken = take_back(vault, held.id, keys, today=session.today)
            session.say(f"Took {count_of(taken.tasks, 'task')} back.", *taken.sentences)
            return
        days = sorted({one.weekday for one in read_week(asked.on)}) if asked.on else None
        into = post_by_reference(vault, asked.into).id if asked.into else ""
        made = carve(
            vault, held.id, keys, today=session.today, title=asked.title, post_id=into, weekdays=days
        )
        session.say(
            f"Carved {made.reference}, {made.title}.", *made_of(laid, days=len(days or (0,))).sentences
        )


def _chosen(laid: Sequence[Laid], said: Sequence[str]) -> list[Laid]:
    found = []
    for text in said:
        wanted = plain(text)
        some = [
            one for one in laid if wanted in (plain(one.name), plain(f"{_clock(one)} {one.name}"), one.key)
        ]
        if len(some) != 1:
            why = "is no task of that day" if not some else "is done several times: write its time before it"
            raise Problem(f"“{text}” {why}.", details=tuple(f"{_clock(one)} {one.name}" for one in laid))
        found += some
    return found


def _clock(one: Laid) -> str:
    return f"{one.from_minute // 60}:{one.from_minute % 60:02d}"
