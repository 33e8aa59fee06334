"""The money of a fund without a window: allocated, moved and spent; an overspend is passed by a named person."""

import argparse
from typing import Any

from desktop.command_line import choosing
from desktop.command_line.options import a_day, a_year, add_out, an_amount
from desktop.command_line.session import Session
from desktop.command_line.subcommands.funds import add_fund
from resources.database import Database
from resources.problem import Problem
from resources.wording import date_words, lower_first, money, shortened
from workforce.funding.funds import spending
from workforce.funding.funds.allocations import allocations_of, pot_of, remove_allocation, set_allocation
from workforce.funding.funds.balance import Passed, Pot, balance
from workforce.funding.funds.funds import Fund
from workforce.funding.funds.spending import Ended, Spending
from workforce.funding.funds.tables import allocations_table, free_words, spending_table, variations_table
from workforce.funding.funds.variations import remove_variation, variations_of, vary
from workforce.funding.vocabulary import SpendingStatus
from workforce.years import read_year, year_of

FUNDER = "funder"


def add_commands(commands: Any) -> None:
    """Allocating, moving and spending."""
    _add_allocating(commands)
    _add_moving(commands)
    _add_spending(commands)


def add_passing(parser: argparse.ArgumentParser) -> None:
    """Who lets an overspend pass, and why."""
    parser.add_argument("--passed-by", default="", metavar="NAME", help="who lets an overspend pass")
    parser.add_argument("--pass-reason", default="", metavar="TEXT", help="why it is passed")


def passed(asked: argparse.Namespace) -> Passed | None:
    """As it was given; None where nothing was."""
    given = bool(asked.passed_by or asked.pass_reason)
    return Passed(asked.passed_by, asked.pass_reason) if given else None


def _add_allocating(commands: Any) -> None:
    parser = commands.add_parser(
        "fund-allocate", help="a fund's allocations; with --set or --remove what it holds for a year and workstream"
    )  # fmt: skip
    add_fund(parser)
    parser.add_argument("--year", type=a_year, metavar="YEAR", help="such as 2019/20 (otherwise this one)")
    parser.add_argument("--workstream", default="", metavar="NAME", help="where the fund is divided by them")
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--set", type=an_amount, metavar="AMOUNT", help="what it holds")
    what.add_argument("--remove", action="store_true", help="take it out, where it was entered by mistake")
    parser.add_argument("--note", default="", metavar="TEXT", help="anything to know about it")
    add_passing(parser)
    add_out(parser)
    parser.set_defaults(run=_allocate)


def _add_moving(commands: Any) -> None:
    parser = commands.add_parser(
        "fund-move", help="a fund's variations; with --move one more, as it was agreed"
    )
    add_fund(parser)
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--move", type=an_amount, metavar="AMOUNT", help="how much is moved")
    what.add_argument("--remove", metavar="WORDS", help="take away a variation that was entered by mistake")
    for name, told in (("from", "from where"), ("to", "to where")):
        parser.add_argument(f"--{name}", dest=f"{name}_", metavar="PLACE",
                            help=f"{told}: a year, a year and workstream (“2019/20: Travel”), “{FUNDER}”")  # fmt: skip
    parser.add_argument("--reason", default="", metavar="TEXT", help="why it is moved")
    parser.add_argument("--agreed-by", default="", metavar="NAME", help="who agreed to it")
    parser.add_argument("--on", type=a_day, metavar="DATE", help="the day it was agreed (otherwise today)")
    add_passing(parser)
    add_out(parser)
    parser.set_defaults(run=_move)


def _add_spending(commands: Any) -> None:
    parser = commands.add_parser(
        "fund-spend", help="what a fund pays for without a claim; with --commit, --pay or --release keep it"
    )
    add_fund(parser)
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--commit", metavar="WHAT", help="commit money to this")
    what.add_argument("--pay", metavar="WORDS", help="what has these words is paid")
    what.add_argument("--release", metavar="WORDS", help="nothing came of it: its money is free again")
    what.add_argument("--remove", metavar="WORDS", help="it was entered by mistake")
    parser.add_argument("--amount", type=an_amount, metavar="AMOUNT", help="how much (with --commit)")
    parser.add_argument(
        "--year", type=a_year, metavar="YEAR", help="charged to it (otherwise that of the day)"
    )
    parser.add_argument("--workstream", default="", metavar="NAME", help="charged to it (with --commit)")
    parser.add_argument("--to-whom", default="", metavar="NAME", help="who is paid (with --commit)")
    parser.add_argument("--on", type=a_day, metavar="DATE", help="the day (otherwise today)")
    parser.add_argument("--paid", action="store_true", help="it is paid already (with --commit)")
    parser.add_argument(
        "--note", default="", metavar="TEXT", help="anything to know about it (with --commit)"
    )
    add_passing(parser)
    add_out(parser)
    parser.set_defaults(run=_spend)


# --- allocating -----------------------------------------------------------------------------------------------


def _allocate(session: Session, asked: argparse.Namespace) -> None:
    if asked.set is None and not asked.remove:
        with session.reading() as db:
            session.show(allocations_table(db, choosing.fund(db, asked.fund)), asked.out, db=db)
        return
    year = asked.year or year_of(session.today)
    with session.writing() as db:
        held = choosing.fund(db, asked.fund)
        if asked.remove:
            said = _taken_out(db, held, pot_of(db, held.id, year, asked.workstream), passed(asked))
        else:
            made = set_allocation(
                db, held.id, year, asked.workstream, asked.set, asked.note, passed=passed(asked)
            )
            whole = balance(db, held.id).allocated
            said = f"Allocated {money(made.pence)} of {held.name} to {made.pot.words}, {money(whole)} in all."
    session.say(said)


def _taken_out(db: Database, held: Fund, pot: Pot, let_pass: Passed | None) -> str:
    found = next((one for one in allocations_of(db, held.id) if one.pot == pot), None)
    if found is None:
        raise Problem(f"{held.name} has no allocation to {pot.words}. “fund-allocate” alone lists them.")
    remove_allocation(db, found.id, passed=let_pass)
    return f"Removed the allocation of {held.name} to {pot.words}, {money(found.pence)}."


# --- moving ---------------------------------------------------------------------------------------------------


def _move(session: Session, asked: argparse.Namespace) -> None:
    if asked.move is None and not asked.remove:
        with session.reading() as db:
            session.show(variations_table(db, choosing.fund(db, asked.fund)), asked.out, db=db)
        return
    with session.writing() as db:
        held = choosing.fund(db, asked.fund)
        if asked.remove:
            gone = choosing.by_key_or_words(
                variations_of(db, held.id), asked.remove, lambda one: f"{one.words}: {one.reason}", "variation",
                name="words",
            )  # fmt: skip
            remove_variation(db, gone.id, passed=passed(asked))
            said = f"Removed the variation of {gone.words}."
        else:
            made = vary(
                db, held.id, pence=asked.move, from_=_place(asked.from_), to=_place(asked.to_), reason=asked.reason,
                agreed_by=asked.agreed_by, agreed_on=asked.on or session.today, passed=passed(asked),
            )  # fmt: skip
            said = f"Moved {made.words} in {held.name}."
    session.say(said)


def _place(text: str | None) -> Pot | None:
    """A year with or without a workstream; None for the funder."""
    if text is None:
        raise Problem(f"A variation has two ends. Give --from and --to, one of them “{FUNDER}” if need be.")
    if text.strip().casefold() == FUNDER:
        return None
    year, _, workstream = text.partition(":")
    return Pot(read_year(year), workstream.strip())


# --- spending -------------------------------------------------------------------------------------------------


def _spend(session: Session, asked: argparse.Namespace) -> None:
    if not (asked.commit or asked.pay or asked.release or asked.remove):
        with session.reading() as db:
            session.show(spending_table(db, choosing.fund(db, asked.fund)), asked.out, db=db)
        return
    with session.writing() as db:
        held = choosing.fund(db, asked.fund)
        said = _committed(db, held, session, asked) if asked.commit else _ended(db, held, session, asked)
    session.say(said)


def _committed(db: Database, held: Fund, session: Session, asked: argparse.Namespace) -> str:
    if asked.amount is None:
        raise Problem("Nothing says how much is committed. Give it with --amount, as £1,250.")
    day = asked.on or session.today
    made = spending.add_spending(
        db, held.id, asked.commit, asked.amount, year=asked.year or year_of(day), committed_on=day,
        ended=Ended(SpendingStatus.PAID, day) if asked.paid else None, passed=passed(asked),
        workstream=asked.workstream, to_whom=asked.to_whom, note=asked.note, today=session.today,
    )  # fmt: skip
    left = balance(db, held.id, year=made.year, workstream=made.workstream).free
    return (
        f"{made.status.label} {money(made.pence)} of {held.name} for {shortened(made.what)}; {free_words(left)} in "
        f"{made.pot.words}."
    )


def _ended(db: Database, held: Fund, session: Session, asked: argparse.Namespace) -> str:
    one, day = _one(db, held, asked.pay or asked.release or asked.remove), asked.on or session.today
    if asked.remove:
        spending.remove_spending(db, one.id)
        return f"Removed {money(one.pence)} for {shortened(one.what)}."
    how = spending.pay_spending if asked.pay else spending.release_spending
    done = how(db, one.id, on=day, today=session.today)
    return f"{money(done.pence)} for {shortened(done.what)} is {lower_first(done.status.label)} on {date_words(day)}."


def _one(db: Database, held: Fund, words: str) -> Spending:
    among = spending.spending_of(db, held.id)
    return choosing.by_key_or_words(among, words, lambda one: one.what, "spending", name="what")
