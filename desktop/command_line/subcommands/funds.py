"""Funds without a window: what each is, its days to keep and what it pays for."""

import argparse
from typing import Any, cast

from desktop.command_line import choosing
from desktop.command_line.options import a_day, a_number, a_word, add_out, an_amount
from desktop.command_line.session import Session
from resources.database import Database
from resources.tables import Table
from resources.wording import lower_first
from workforce.funding.funds import cut_offs, funds, items
from workforce.funding.funds.cut_offs import CutOff
from workforce.funding.funds.forecast import runway_of
from workforce.funding.funds.funds import Fund, FundEdits, FundFacts
from workforce.funding.funds.items import FundItem, ItemEdits, ItemFacts
from workforce.funding.funds.tables import (
    cut_offs_table,
    funds_table,
    items_table,
    pots_table,
    spending_table,
    suggestions_table,
    variations_table,
)
from workforce.funding.rulebook import next_year
from workforce.funding.vocabulary import CutOffKind, FundKind, FundStatus, SourceStanding

_KINDS = "held, granted or signposted"


def add_commands(commands: Any) -> None:
    """Funds, their days and what they pay for."""
    listed = commands.add_parser("funds", help="all funds, with what they have left")
    listed.add_argument("--archived", action="store_true", help="those put away too")
    add_out(listed)
    listed.set_defaults(run=_funds)
    one = commands.add_parser(
        "fund", help="a fund’s money by year and workstream, its runway, days and spending"
    )
    add_fund(one)
    add_out(one)
    one.set_defaults(run=_fund)
    suggested = commands.add_parser(
        "fund-suggest", help="what could be moved in a mid-year variation, and why"
    )
    add_fund(suggested)
    add_out(suggested)
    suggested.set_defaults(run=_suggest)
    _add_writing(commands)
    _add_days(commands)
    _add_items(commands)


def add_fund(parser: argparse.ArgumentParser) -> None:
    """Which fund."""
    parser.add_argument("fund", metavar="FUND", help="the fund's key, or words of its name")


def _add_writing(commands: Any) -> None:
    new = commands.add_parser("fund-add", help="add a fund")
    new.add_argument("name", metavar="NAME", help="with its year where there will be another")
    new.add_argument("--kind", type=a_word(FundKind), required=True, metavar="KIND", help=_KINDS)
    new.add_argument("--opens", type=a_day, required=True, metavar="DATE", help="its first day")
    _add_facts(new)
    new.set_defaults(run=_add)
    following = commands.add_parser(
        "fund-next-year",
        help="start the fund of the next year from one that is held, without money and claims",
    )
    add_fund(following)
    following.add_argument(
        "--name", default="", metavar="NAME", help="what it is called, if not as the old one"
    )
    following.set_defaults(run=_next_year)
    edit = commands.add_parser("fund-edit", help="put a fund right, say how far it has come, or put it away")
    add_fund(edit)
    edit.add_argument("--name", metavar="NAME", help="another name")
    edit.add_argument("--kind", type=a_word(FundKind), metavar="KIND", help=_KINDS)
    edit.add_argument("--opens", type=a_day, metavar="DATE", help="its first day")
    _add_facts(edit)
    what = edit.add_mutually_exclusive_group()
    what.add_argument("--archive", action="store_true", help="put it away")
    what.add_argument("--restore", action="store_true", help="bring it back")
    edit.set_defaults(run=_edit)


def _add_facts(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--closes", type=a_day, metavar="DATE", help="its last day")
    parser.add_argument("--status", type=a_word(FundStatus), metavar="STATUS",
                        help=", ".join(one.value for one in FundStatus))  # fmt: skip
    parser.add_argument("--bid", type=an_amount, metavar="AMOUNT", help="what was asked of the funder")
    for name, told in (
        ("funder", "who gives it"), ("purpose", "what it is for"), ("conditions", "on what terms"),
        ("contact", "whom to ask at the funder"), ("contact-details", "how to reach them"),
        ("where-to-claim", "where providers claim it themselves"), ("note", "anything to know about it"),
    ):  # fmt: skip
        parser.add_argument(f"--{name}", metavar="TEXT", help=told)


def _add_days(commands: Any) -> None:
    parser = commands.add_parser("fund-days", help="a fund's days to keep; with --add or --remove keep them")
    add_fund(parser)
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--add", type=a_word(CutOffKind), metavar="KIND",
                      help="one more: claims, evidence, starts, report or other")  # fmt: skip
    what.add_argument("--remove", metavar="WORDS", help="take away one that was entered by mistake")
    parser.add_argument("--on", type=a_day, metavar="DATE",
                        help="the day (with --add); a last day for claims or evidence from April to June ends the "
                        "year before")  # fmt: skip
    parser.add_argument("--time", default="", metavar="TIME", help="where there is one (with --add)")
    parser.add_argument("--what", default="", metavar="TEXT", help="what it is called (with --add)")
    parser.add_argument("--source", default="", metavar="TEXT", help="where that stands (with --add)")
    add_out(parser)
    parser.set_defaults(run=_days)


def _add_items(commands: Any) -> None:
    parser = commands.add_parser(
        "fund-items", help="what a fund pays for; with --add, --edit or --remove keep it"
    )
    add_fund(parser)
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--add", metavar="NAME", help="something more that can be claimed")
    what.add_argument("--edit", metavar="WORDS", help="put the one of these words right")
    what.add_argument("--remove", metavar="WORDS", help="take away one that was entered by mistake")
    parser.add_argument("--most", type=an_amount, metavar="AMOUNT", help="what it pays at most for a learner")
    parser.add_argument("--first-percent", type=a_number, metavar="PERCENT",
                        help="what the first of two parts pays, such as 60")  # fmt: skip
    parser.add_argument(
        "--evidence", action="append", metavar="TEXT", help="a line of the checklist (may be repeated)"
    )
    parser.add_argument("--valid-from", type=a_day, metavar="DATE", help="its first day")
    parser.add_argument("--valid-to", type=a_day, metavar="DATE", help="its last day")
    parser.add_argument("--standing", type=a_word(SourceStanding), metavar="HOW",
                        help="read, excerpt, second_hand, not_verified or ours")  # fmt: skip
    parser.add_argument("--source", metavar="TEXT", help="where that stands")
    add_out(parser)
    parser.set_defaults(run=_items)


# --- reading --------------------------------------------------------------------------------------------------


def _funds(session: Session, asked: argparse.Namespace) -> None:
    with session.reading() as db:
        session.show(funds_table(db, today=session.today, archived=asked.archived), asked.out, db=db)


def _fund(session: Session, asked: argparse.Namespace) -> None:
    with session.reading() as db:
        held = choosing.fund(db, asked.fund)
        if asked.out is None:
            session.say(*_told(db, held, session), "")
        session.show(_tables(db, held, session), asked.out, db=db)


def _told(db: Database, held: Fund, session: Session) -> list[str]:
    ends = runway_of(db, held, today=session.today)
    whose = f"{held.kind.label}, by {held.funder}" if held.funder else held.kind.label
    lines = [f"{held.name}: {lower_first(held.status.label)}, {held.period}. {whose}."]
    return [*lines, ends.basis] if ends is not None else lines


def _tables(db: Database, held: Fund, session: Session) -> list[Table]:
    today = session.today
    some = [
        pots_table(db, held, today=today), variations_table(db, held), spending_table(db, held),
        cut_offs_table(db, held, today=today), items_table(db, held),
    ]  # fmt: skip
    return [one for one in some if one.rows] or some[:1]


def _suggest(session: Session, asked: argparse.Namespace) -> None:
    with session.reading() as db:
        held = choosing.fund(db, asked.fund)
        session.show(suggestions_table(db, held, today=session.today), asked.out, db=db)


# --- writing --------------------------------------------------------------------------------------------------


def _facts(asked: argparse.Namespace) -> FundFacts:
    said = FundFacts(
        closes_on=asked.closes, status=asked.status, bid_pence=asked.bid, funder=asked.funder, purpose=asked.purpose,
        conditions=asked.conditions, contact_name=asked.contact, contact_details=asked.contact_details,
        where_to_claim=asked.where_to_claim, note=asked.note,
    )  # fmt: skip
    return cast(FundFacts, {name: given for name, given in said.items() if given is not None})


def _add(session: Session, asked: argparse.Namespace) -> None:
    with session.writing() as db:
        made = funds.add_fund(db, asked.name, asked.kind, opens_on=asked.opens, **_facts(asked))
    session.say(f"Added the fund {made.name} ({lower_first(made.status.label)}).")


def _next_year(session: Session, asked: argparse.Namespace) -> None:
    with session.writing() as db:
        held = choosing.fund(db, asked.fund)
        copy = next_year.copied(db, held, today=session.today)
        made = next_year.start_next_year(db, held.id, today=session.today, name=asked.name)
    session.say(
        f"Started {made.name}, {made.period}, from {held.name}, with its terms and {copy.words}. No money, no claims."
    )


def _edit(session: Session, asked: argparse.Namespace) -> None:
    more = {"name": asked.name, "kind": asked.kind, "opens_on": asked.opens}
    facts = {**{name: given for name, given in more.items() if given is not None}, **_facts(asked)}
    with session.writing() as db:
        held = choosing.fund(db, asked.fund)
        if facts:
            held = funds.edit_fund(db, held.id, **cast(FundEdits, facts))
        if asked.archive:
            held = funds.archive_fund(db, held.id, today=session.today)
        elif asked.restore:
            held = funds.restore_fund(db, held.id)
    done = "Archived" if asked.archive else "Restored" if asked.restore else "Changed"
    session.say(f"{done} the fund {held.name} ({lower_first(held.status.label)}).")


def _days(session: Session, asked: argparse.Namespace) -> None:
    if not (asked.add or asked.remove):
        with session.reading() as db:
            table = cut_offs_table(db, choosing.fund(db, asked.fund), today=session.today)
            session.show(table, asked.out, db=db)
        return
    with session.writing() as db:
        held = choosing.fund(db, asked.fund)
        if asked.add:
            made = cut_offs.add_cut_off(
                db, held.id, asked.add, asked.on or session.today, at_time=asked.time, what=asked.what,
                source=asked.source,
            )  # fmt: skip
            said = f"{held.name} has a day to keep: {lower_first(made.words)}, {made.when}."
        else:
            gone = _one_day(db, held, asked.remove)
            cut_offs.remove_cut_off(db, gone.id)
            said = f"Removed the day of {held.name}: {lower_first(gone.words)}, {gone.when}."
    session.say(said)


def _one_day(db: Database, held: Fund, words: str) -> CutOff:
    among = cut_offs.cut_offs_of(db, held.id)
    return choosing.by_key_or_words(among, words, lambda one: f"{one.words}, {one.when}", "day", name="words")


def _items(session: Session, asked: argparse.Namespace) -> None:
    if not (asked.add or asked.edit or asked.remove):
        with session.reading() as db:
            session.show(items_table(db, choosing.fund(db, asked.fund)), asked.out, db=db)
        return
    with session.writing() as db:
        held = choosing.fund(db, asked.fund)
        if asked.add:
            made = items.add_item(db, held.id, asked.add, **_item_facts(asked))
            said = f"{held.name} pays for {made.name}: {made.most_words}, {made.parts_words}."
        elif asked.edit:
            key = _one_item(db, held, asked.edit).id
            made = items.edit_item(db, key, **cast(ItemEdits, _item_facts(asked)))
            said = f"Changed {made.name}: {made.most_words}, {made.parts_words}."
        else:
            gone = _one_item(db, held, asked.remove)
            items.remove_item(db, gone.id)
            said = f"Removed {gone.name} from what {held.name} pays for."
    session.say(said)


def _one_item(db: Database, held: Fund, words: str) -> FundItem:
    return choosing.by_key_or_words(items.items_of(db, held.id), words, lambda one: one.name, "item")


def _item_facts(asked: argparse.Namespace) -> ItemFacts:
    evidence = "\n".join(asked.evidence) if asked.evidence else None
    said = {
        "most_pence": asked.most, "first_percent": asked.first_percent, "evidence": evidence,
        "valid_from": asked.valid_from, "valid_to": asked.valid_to, "standing": asked.standing, "source": asked.source,
    }  # fmt: skip
    return cast(ItemFacts, {name: given for name, given in said.items() if given is not None})
