"""The panel of a round without a window: members, interests, conflicts, and who was given whom."""

import argparse
from typing import Any, cast

from awards.judging import assignments, interests, panel, panel_categories, ruled, rulings
from awards.judging.conflict_lines import loose_interests
from awards.judging.interests import Interest, InterestFacts, interest_words
from awards.judging.panel import Member, MemberFacts, NewMember
from awards.judging.panel_tables import (
    assignments_table,
    conflicts_table,
    interests_table,
    matrix_table,
    panel_table,
    plan_table,
    planned_pairs_table,
)
from awards.judging.planning import assign_panel, panel_plan
from awards.nominations.entries import reference
from awards.rounds.rounds import AwardRound
from awards.vocabulary import InterestKind, PanelRole
from desktop.command_line import choosing
from desktop.command_line.awards_choosing import a_category, a_member, a_nominee, a_round, add_round
from desktop.command_line.options import a_word, add_out
from desktop.command_line.session import Session
from resources.database import Database
from resources.problem import Problem
from resources.wording import date_words

_WHO = "the member's number, key, or words of the name"
_NOMINEE = "the nominee's reference (2026-014), key, or words of the name"


def add_commands(commands: Any) -> None:
    """The panel and what it is given."""
    listed = commands.add_parser(
        "award-panel", help="the panel: interests, how many each judges, how far they are"
    )
    add_round(listed)
    add_out(listed)
    listed.set_defaults(run=_panel)
    _add_member(commands)
    _add_interests(commands)
    _add_conflicts(commands)
    _add_assigning(commands)


def _add_member(commands: Any) -> None:
    one = commands.add_parser(
        "award-panel-member", help="add a member of the panel, or change, stand down or bring back"
    )
    add_round(one)
    what = one.add_mutually_exclusive_group(required=True)
    what.add_argument("--add", metavar="NAME", help="somebody new")
    what.add_argument("--edit", metavar="WHO", help=_WHO)
    what.add_argument("--stand-down", metavar="WHO", help="judges no more, with --reason")
    what.add_argument("--bring-back", metavar="WHO", help="judges again")
    one.add_argument("--name", metavar="NAME", help="their name put right (with --edit)")
    one.add_argument("--role", type=a_word(PanelRole), metavar="ROLE", help="chair or judge")
    one.add_argument("--organisation", metavar="TEXT")
    one.add_argument(
        "--provider", metavar="NAME", help="the provider they work for: its nominees are in conflict"
    )
    one.add_argument("--email", metavar="ADDRESS")
    one.add_argument(
        "--at-most", metavar="N", help="so many nominees at most; 0 for none, “any” for no limit"
    )
    one.add_argument("--judges", action="append", metavar="CATEGORY",
                     help="only this category (may be repeated; “all” for every one)")  # fmt: skip
    one.add_argument("--note", metavar="TEXT")
    one.add_argument("--reason", default="", metavar="TEXT", help="why they stand down")
    one.set_defaults(run=_member)


def _add_interests(commands: Any) -> None:
    one = commands.add_parser(
        "award-interests", help="declared interests; add one, note that there is none, remove one"
    )
    add_round(one)
    add_out(one)
    what = one.add_mutually_exclusive_group()
    what.add_argument("--add", metavar="WHO", help=_WHO)
    what.add_argument("--none", metavar="WHO", help="was asked and declared none")
    what.add_argument("--remove", metavar="WHO", help="one that holds no more, told by --words of it")
    one.add_argument("--kind", type=a_word(InterestKind), metavar="KIND",
                     help=", ".join(word.value for word in InterestKind))  # fmt: skip
    one.add_argument("--provider", metavar="NAME", help="in a provider: all of its services")
    one.add_argument("--service", metavar="NAME", help="in a service")
    one.add_argument("--nominee", metavar="NOMINEE", help="in somebody nominated")
    one.add_argument("--words", default="", metavar="TEXT", help="what it is")
    one.set_defaults(run=_interests)


def _add_conflicts(commands: Any) -> None:
    listed = commands.add_parser(
        "award-conflicts", help="conflicts of interest, declared and found, and what is done"
    )
    add_round(listed)
    add_out(listed)
    listed.set_defaults(run=_conflicts)
    rule = commands.add_parser("award-rule", help="the chair's ruling on one judge and one nominee")
    add_round(rule)
    rule.add_argument("judge", metavar="WHO", help=_WHO)
    rule.add_argument("nominee", metavar="NOMINEE", help=_NOMINEE)
    what = rule.add_mutually_exclusive_group(required=True)
    what.add_argument("--conflict", action="store_true", help="they do not judge the nominee")
    what.add_argument("--no-conflict", action="store_true", help="they may")
    what.add_argument(
        "--remove", action="store_true", help="take the ruling away: what was found holds again"
    )
    rule.add_argument("--reason", default="", metavar="TEXT", help="why")
    rule.add_argument("--by", default="", metavar="NAME", help="who ruled")
    rule.set_defaults(run=_rule)


def _add_assigning(commands: Any) -> None:
    plan = commands.add_parser(
        "award-assign", help="plan who judges whom; with --apply give the nominees to the judges"
    )
    add_round(plan)
    add_out(plan)
    plan.add_argument("--afresh", action="store_true", help="pass on what was given and nobody has begun")
    plan.add_argument("--apply", action="store_true", help="do as planned")
    plan.set_defaults(run=_assign)
    listed = commands.add_parser("award-assignments", help="who was given whom")
    add_round(listed)
    add_out(listed)
    listed.add_argument("--judge", default="", metavar="WHO", help=_WHO)
    listed.add_argument(
        "--matrix", action="store_true", help="a row for each nominee, a column for each judge"
    )
    listed.set_defaults(run=_assignments)
    one = commands.add_parser(
        "award-assignment", help="one nominee and one judge: give, take back, stand aside"
    )
    add_round(one)
    one.add_argument("judge", metavar="WHO", help=_WHO)
    one.add_argument("nominee", metavar="NOMINEE", help=_NOMINEE)
    what = one.add_mutually_exclusive_group(required=True)
    what.add_argument("--give", action="store_true")
    what.add_argument("--take-back", action="store_true", help="where nothing was scored")
    what.add_argument("--conflict", action="store_true", help="the judge declares a conflict, with --reason")
    what.add_argument("--stand-aside", action="store_true", help="for another reason, with --reason")
    what.add_argument("--again", action="store_true", help="judges the nominee after all, with --reason")
    one.add_argument("--reason", default="", metavar="TEXT", help="why; it is kept")
    one.set_defaults(run=_assignment)


# --- members --------------------------------------------------------------------------------------------------


def _panel(session: Session, asked: argparse.Namespace) -> None:
    with session.reading() as db:
        session.show(panel_table(db, a_round(db, asked.round).id), asked.out, db=db)


def _member(session: Session, asked: argparse.Namespace) -> None:
    with session.writing() as db:
        held = a_round(db, asked.round)
        if asked.stand_down:
            one = panel.stand_down(
                db, a_member(db, held.id, asked.stand_down).id, today=session.today, reason=asked.reason
            )
            said = f"{one.name} stood down on {date_words(session.today)}."
        elif asked.bring_back:
            said = f"{panel.bring_back(db, a_member(db, held.id, asked.bring_back).id).name} is on the panel again."
        else:
            said = _written(db, held, asked)
    session.say(said)


def _written(db: Database, held: AwardRound, asked: argparse.Namespace) -> str:
    facts = _facts(db, asked)
    if asked.add:
        one = panel.add_member(db, held.id, asked.add, **facts)
        said = f"Added {panel.words_of(db, one.id)} to the panel of {held.name}, number {one.number}."
    else:
        edits = cast(MemberFacts, {**facts, "name": asked.name} if asked.name else facts)
        one = panel.edit_member(db, a_member(db, held.id, asked.edit).id, **edits)
        said = f"Changed {panel.words_of(db, one.id)}."
    if asked.judges:
        _choose(db, held, one, asked.judges)
    return said


def _choose(db: Database, held: AwardRound, one: Member, words: list[str]) -> None:
    chosen = [] if words == ["all"] else [a_category(db, held.id, text).id for text in words]
    panel_categories.set_categories(db, one.id, chosen)


def _facts(db: Database, asked: argparse.Namespace) -> NewMember:
    given: dict[str, Any] = {
        name: getattr(asked, name)
        for name in ("role", "organisation", "email", "note")
        if getattr(asked, name)
    }
    if asked.provider:
        given["provider_id"] = choosing.provider(db, asked.provider).id
    if asked.at_most:
        given["most_entries"] = _most(asked.at_most)
    return cast(NewMember, given)


def _most(text: str) -> int | None:
    if text.casefold() == "any":
        return None
    if not text.isdigit():
        raise Problem(f"“{text}” is not a number of nominees. Write 0 or more, or “any”.")
    return int(text)


# --- interests and conflicts ----------------------------------------------------------------------------------


def _interests(session: Session, asked: argparse.Namespace) -> None:
    if not (asked.add or asked.none or asked.remove):
        with session.reading() as db:
            held = a_round(db, asked.round)
            session.show(interests_table(db, held.id), asked.out, db=db)
            loose = loose_interests(db, held.id)
        session.say(*(f"Names nobody here, look by hand: {who}: {words}." for who, words in loose))
        return
    with session.writing() as db:
        said = _said_interest(db, a_round(db, asked.round), session, asked)
    session.say(said)


def _said_interest(db: Database, held: AwardRound, session: Session, asked: argparse.Namespace) -> str:
    judge = a_member(db, held.id, asked.add or asked.none or asked.remove)
    if asked.none:
        interests.declare_none(db, judge.id, on=session.today)
        return f"{judge.name} declared no interests."
    if asked.remove:
        one = _an_interest(db, judge, asked.words)
        interests.remove_interest(db, one.id)
        return f"Removed: {interest_words(db, one)}."
    made = interests.declare_interest(db, judge.id, on=session.today, **_interest_facts(db, held, asked))
    return f"{judge.name} declared: {interest_words(db, made)}."


def _an_interest(db: Database, judge: Member, words: str) -> Interest:
    held = interests.interests_of(db, judge.id)
    return choosing.one_of(
        held, words, lambda one: interest_words(db, one), f"interest of {judge.name}", name="words"
    )


def _interest_facts(db: Database, held: AwardRound, asked: argparse.Namespace) -> InterestFacts:
    facts = InterestFacts(kind=asked.kind or InterestKind.OTHER, words=asked.words)
    if asked.provider:
        facts["provider_id"] = choosing.provider(db, asked.provider).id
    if asked.service:
        facts["service_id"] = choosing.service(db, asked.service).id
    if asked.nominee:
        facts["entry_id"] = a_nominee(db, held.id, asked.nominee).id
    return facts


def _conflicts(session: Session, asked: argparse.Namespace) -> None:
    with session.reading() as db:
        session.show(conflicts_table(db, a_round(db, asked.round).id), asked.out, db=db)


def _rule(session: Session, asked: argparse.Namespace) -> None:
    with session.writing() as db:
        held = a_round(db, asked.round)
        judge, nominee = a_member(db, held.id, asked.judge), a_nominee(db, held.id, asked.nominee)
        of = f"{panel.words_of(db, judge.id)} and {reference(db, nominee)}"
        if asked.remove:
            found = ruled.ruling_on(db, judge.id, nominee.id)
            if found is None:
                raise Problem(f"Nothing was ruled on {of}.")
            rulings.remove_ruling(db, found.id)
            said = f"Removed the ruling on {of}."
        else:
            rulings.rule_on(
                db,
                judge.id,
                nominee.id,
                conflict=asked.conflict,
                reason=asked.reason,
                by=asked.by,
                on=session.today,
            )
            said = f"Ruled on {of}: {'a conflict' if asked.conflict else 'no conflict'}."
    session.say(said)


# --- who is given whom ----------------------------------------------------------------------------------------


def _assign(session: Session, asked: argparse.Namespace) -> None:
    if asked.apply:
        with session.writing() as db:
            done = assign_panel(db, a_round(db, asked.round).id, today=session.today, afresh=asked.afresh)
        session.say(done.sentence, *done.plan.uneven, *(one.sentence for one in done.plan.shortfalls))
        return
    with session.reading() as db:
        held = a_round(db, asked.round)
        plan = panel_plan(db, held.id, afresh=asked.afresh)
        pairs = planned_pairs_table(db, held.id, plan.give, "Would be given")
        session.show([plan_table(db, held.id, plan), pairs], asked.out, db=db)


def _assignments(session: Session, asked: argparse.Namespace) -> None:
    with session.reading() as db:
        held = a_round(db, asked.round)
        one = a_member(db, held.id, asked.judge).id if asked.judge else ""
        table = matrix_table(db, held.id) if asked.matrix else assignments_table(db, held.id, member_id=one)
        session.show(table, asked.out, db=db)


def _assignment(session: Session, asked: argparse.Namespace) -> None:
    with session.writing() as db:
        held = a_round(db, asked.round)
        judge, nominee = a_member(db, held.id, asked.judge), a_nominee(db, held.id, asked.nominee)
        who, what = panel.words_of(db, judge.id), reference(db, nominee)
        if asked.give:
            assignments.give(db, judge.id, nominee.id, today=session.today)
            session.say(f"Gave {what} to {who}.")
            return
        given = assignments.assignment_between(db, judge.id, nominee.id)
        if given is None:
            raise Problem(f"{who} was not given {what}.")
        if asked.take_back:
            assignments.take_back(db, given.id)
            session.say(f"Took {what} back from {who}.")
            return
        act = assignments.declare_conflict if asked.conflict else assignments.recuse
        done = (assignments.judge_again if asked.again else act)(db, given.id, asked.reason)
    session.say(f"{who} and {what}: {done.status.label}.")
