"""Matching without a window: who fits which post and why, what would make it a yes, pins and bans, the shortlist."""

import argparse
from pathlib import Path
from typing import Any

from desktop.command_line.iwork_choosing import a_person
from desktop.command_line.options import DOCUMENT_HELP, add_out
from desktop.command_line.session import Session
from desktop.iwork_papers import save_iwork_paper
from resources.database import Database
from resources.problem import Problem
from workforce.iwork.employers.employers import employers
from workforce.iwork.matching import rules_by_hand
from workforce.iwork.matching.facts import Speed
from workforce.iwork.matching.ranking import SUGGESTION, Standing, match, people_for, posts_for
from workforce.iwork.matching.reading import read_pool
from workforce.iwork.matching.tables import (
    changes_table,
    factors_table,
    findings_table,
    matches_table,
    rules_table,
    speeds_table,
    told_people,
    told_post,
    weights_table,
)
from workforce.iwork.matching.weights import set_speed, set_weights, weights
from workforce.iwork.papers.shortlist import shortlist_report, shortlisted
from workforce.iwork.people.views import note_view
from workforce.iwork.posts.posts import post_by_reference
from workforce.iwork.vocabulary import Factor, RuleKind, TravelMode

_WHO = "the person's reference, such as IW-014"
_POST = "the post's reference, such as P-007"


def add_commands(commands: Any) -> None:
    """Matches and what is decided of them by hand."""
    listed = commands.add_parser("iwork-match", help="people for a post, or posts for a person, in order")
    which = listed.add_mutually_exclusive_group(required=True)
    which.add_argument("--post", metavar="POST", help=_POST)
    which.add_argument("--person", metavar="PERSON", help=_WHO)
    listed.add_argument("--every", action="store_true", help="also people who are not looking now")
    add_out(listed)
    listed.set_defaults(run=_match)
    one = commands.add_parser(
        "iwork-explain", help="one person and one post: each reason, and what would make it a yes"
    )
    _add_pair(one)
    add_out(one)
    one.set_defaults(run=_explain)
    _add_rules(commands)
    _add_weights(commands)
    paper = commands.add_parser("iwork-shortlist", help="the shortlist of a post with reasons, by reference")
    paper.add_argument("post", metavar="POST", help=_POST)
    paper.add_argument("--out", type=Path, required=True, metavar="OUT.docx", help=DOCUMENT_HELP)
    paper.set_defaults(run=_shortlist)


def _add_pair(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("person", metavar="PERSON", help=_WHO)
    parser.add_argument("post", metavar="POST", help=_POST)


def _add_rules(commands: Any) -> None:
    pin = commands.add_parser(
        "iwork-pin", help="keep a person and a post together in every assignment, or end that"
    )
    _add_pair(pin)
    pin.add_argument("--reason", default="", metavar="TEXT", help="why")
    pin.add_argument("--end", action="store_true", help="the pin holds no more")
    pin.set_defaults(run=_pin)
    ban = commands.add_parser(
        "iwork-ban", help="do not place a person in a post, or with an employer, or end that"
    )
    ban.add_argument("person", metavar="PERSON", help=_WHO)
    where = ban.add_mutually_exclusive_group(required=True)
    where.add_argument("--post", metavar="POST", help=_POST)
    where.add_argument("--employer", metavar="NAME", help="words of the employer's name: all of its posts")
    ban.add_argument("--reason", default="", metavar="TEXT", help="why")
    ban.add_argument("--end", action="store_true", help="the ban holds no more")
    ban.set_defaults(run=_ban)
    listed = commands.add_parser("iwork-placing-rules", help="pins and bans")
    listed.add_argument("--ended", action="store_true", help="also those that ended")
    add_out(listed)
    listed.set_defaults(run=_rules)


def _add_weights(commands: Any) -> None:
    weigh = commands.add_parser(
        "iwork-weights", help="what matches are weighed by, and how ways to work are reckoned"
    )
    weigh.add_argument("--set", action="append", default=[], metavar="FACTOR=N", dest="weigh",
                       help=f"0 to 10 for {', '.join(one.value for one in Factor)} (may be repeated)")  # fmt: skip
    weigh.add_argument("--way", action="append", default=[], metavar="WAY=MPH,WAIT,DETOUR",
                       help="such as bus=11,12,40: miles an hour, minutes of waiting, percent longer")  # fmt: skip
    add_out(weigh)
    weigh.set_defaults(run=_weights)


# --- matches ----------------------------------------------------------------------------------------------------


def _match(session: Session, asked: argparse.Namespace) -> None:
    with session.register(read_only=asked.person is None) as opened:
        vault = opened.db
        if asked.post is not None:
            pool = read_pool(vault, today=session.today, every=True)
            post = pool.post(post_by_reference(vault, asked.post).id)
            current = read_pool(vault, today=session.today)
            found = people_for(current, post, every=asked.every)
            table = matches_table(vault, found, f"People for {told_post(post)}", of_post=True)
        else:
            who = a_person(vault, session, asked.person, "Match")
            pool = read_pool(vault, today=session.today, every=True)
            posts = read_pool(vault, today=session.today)
            found = posts_for(posts, pool.person(who.id))
            table = matches_table(vault, found, f"Posts for {told_people(vault)[who.id]}", of_post=False)
        session.show(table, asked.out)


def _explain(session: Session, asked: argparse.Namespace) -> None:
    with session.register(read_only=False) as opened:
        vault = opened.db
        who, where = a_person(vault, session, asked.person, "Match"), post_by_reference(vault, asked.post)
        pool = read_pool(vault, today=session.today, every=True)
        one = match(pool.person(who.id), pool.post(where.id), pool.rules)
        tables = [findings_table(one.findings)]
        if one.score is not None:
            tables.append(factors_table(one.fit, pool.rules.weights))
        if one.standing is Standing.COULD_FIT:
            tables.insert(0, changes_table(one))
        if asked.out is None:
            session.say(f"{who.told} and {told_post(one.post)}: {one.standing.label}. {SUGGESTION}")
            if not one.fit.fits and one.standing is not Standing.COULD_FIT:
                session.say(one.easiest)
        session.show(tables, asked.out)


# --- pins and bans ----------------------------------------------------------------------------------------------


def _pin(session: Session, asked: argparse.Namespace) -> None:
    with session.register(read_only=False) as opened:
        vault = opened.db
        who, where = a_person(vault, session, asked.person, "Match"), post_by_reference(vault, asked.post)
        if asked.end:
            _end(session, vault, RuleKind.PIN, who.id, asked.reason, post_id=where.id)
        else:
            rules_by_hand.pin(vault, who.id, where.id, asked.reason, today=session.today)
            session.say(f"Pinned {who.reference} to {where.reference}.")


def _ban(session: Session, asked: argparse.Namespace) -> None:
    with session.register(read_only=False) as opened:
        vault = opened.db
        who = a_person(vault, session, asked.person, "Match")
        if asked.post is not None:
            post_id, employer_id = post_by_reference(vault, asked.post).id, None
        else:
            post_id, employer_id = None, _employer(vault, asked.employer)
        if asked.end:
            _end(session, vault, RuleKind.BAN, who.id, asked.reason, post_id=post_id, employer_id=employer_id)
        elif post_id is not None:
            rules_by_hand.ban_from_post(vault, who.id, post_id, asked.reason, today=session.today)
            session.say(f"{who.reference} is not placed there.")
        else:
            rules_by_hand.ban_from_employer(
                vault, who.id, str(employer_id), asked.reason, today=session.today
            )
            session.say(f"{who.reference} is not placed in any post of that employer.")


def _end(
    session: Session,
    vault: Database,
    kind: RuleKind,
    person_id: str,
    reason: str,
    *,
    post_id: str | None = None,
    employer_id: str | None = None,
) -> None:
    wanted = (kind, person_id, post_id, employer_id)
    for one in rules_by_hand.placing_rules(vault):
        if (one.kind, one.person_id, one.post_id, one.employer_id) == wanted:
            rules_by_hand.end_rule(vault, one.id, reason, today=session.today)
            session.say(f"Ended the {'pin' if kind is RuleKind.PIN else 'ban'}.")
            return
    raise Problem(
        "There is no such pin or ban that stands. List them with “provider-desk iwork-placing-rules”."
    )


def _employer(vault: Database, words: str) -> str:
    from desktop.command_line.choosing import by_key_or_words  # knows the office's records too

    return by_key_or_words(employers(vault), words, lambda one: one.name, "employer").id


def _rules(session: Session, asked: argparse.Namespace) -> None:
    with session.register(read_only=True) as opened:
        session.show(rules_table(opened.db, ended=asked.ended), asked.out)


# --- weights ----------------------------------------------------------------------------------------------------


def _weights(session: Session, asked: argparse.Namespace) -> None:
    chosen = dict(_weight(text) for text in asked.weigh)
    ways = [_way(text) for text in asked.way]
    with session.register(read_only=not (chosen or ways)) as opened:
        vault = opened.db
        if chosen:
            set_weights(vault, {**weights(vault), **chosen})
        for mode, speed in ways:
            set_speed(vault, mode, speed)
        session.show([weights_table(vault), speeds_table(vault)], asked.out)


def _weight(text: str) -> tuple[Factor, int]:
    name, _, number = text.partition("=")
    factor = Factor.read(name)
    if factor is None or not number.strip().isdecimal():
        raise Problem(f"“{text}” is no weight. Write one as tasks=5, from 0 to 10.")
    return factor, int(number)


def _way(text: str) -> tuple[TravelMode, Speed]:
    name, _, numbers = text.partition("=")
    mode, parts = TravelMode.read(name), numbers.split(",")
    try:
        miles, wait, detour = round(float(parts[0]) * 10), int(parts[1]), int(parts[2])
    except (ValueError, IndexError):
        mode = None
    if mode is None:
        raise Problem(f"“{text}” is no way to work. Write one as bus=11,12,40.")
    return mode, Speed(miles, wait, detour)


# --- papers -----------------------------------------------------------------------------------------------------


def _shortlist(session: Session, asked: argparse.Namespace) -> None:
    with session.register(read_only=False) as opened:
        pool = read_pool(opened.db, today=session.today, every=True)
        post = pool.post(post_by_reference(opened.db, asked.post).id)
        for who in shortlisted(pool, post):
            note_view(opened.db, who, "Shortlist", now=session.now)
        session.saved(save_iwork_paper(shortlist_report(pool, post), asked.out))
