"""The rules of funds: listed, checked, tried on a service and changed, without a window."""

import argparse
from dataclasses import replace
from typing import Any

from desktop.command_line import choosing
from desktop.command_line.options import a_day, a_word, add_out
from desktop.command_line.session import Session
from resources.database import Database
from resources.problem import FieldProblem, Problem
from resources.tables import Column, Table
from resources.wording import date_words
from workforce.funding.funds.funds import Fund
from workforce.funding.funds.items import item as fund_item
from workforce.funding.funds.items import items_of
from workforce.funding.rulebook import editing, shipped
from workforce.funding.rulebook.checking import faults
from workforce.funding.rulebook.deciding import decide
from workforce.funding.rulebook.editing import RuleDraft, draft_of
from workforce.funding.rulebook.facts import FACTS, Fact
from workforce.funding.rulebook.previewing import Preview, preview_rule, preview_without
from workforce.funding.rulebook.rules import Rule, rules_of
from workforce.funding.rulebook.tables import facts_table, faults_table, findings_table, rules_table
from workforce.funding.rulebook.values import kept_value
from workforce.funding.unclaimed.funds_open import last_day_of
from workforce.funding.unclaimed.gathering import facts_of_services
from workforce.funding.vocabulary import Operator, SourceStanding

_KEEP = "keep it; without this it is only told what would change"
_KNOWN_COLUMNS = (
    Column("key", "Key"), Column("name", "Fund"), Column("kind", "Kind"), Column("rules", "Rules"),
    Column("items", "Pays for"), Column("lacks", "No figure for"),
)  # fmt: skip


def add_commands(commands: Any) -> None:
    """What there is, and every change of it."""
    listed = commands.add_parser(
        "rules", help="the rules of a fund, or with --faults what is wrong with them"
    )
    _add_fund(listed)
    when = listed.add_mutually_exclusive_group()
    when.add_argument("--on", type=a_day, metavar="DATE", help="those in force on that day (otherwise today)")
    when.add_argument("--all", action="store_true", help="all that ever were")
    listed.add_argument(
        "--faults", action="store_true", help="what contradicts, can never be met or is said twice"
    )
    add_out(listed)
    listed.set_defaults(run=_rules)
    known = commands.add_parser("rule-facts", help="what rules can speak of")
    add_out(known)
    known.set_defaults(run=_facts)
    _add_known(commands)
    _add_try(commands)
    _add_changes(commands)


def _add_fund(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("fund", metavar="FUND", help="words of its name, or its key")


def _add_known(commands: Any) -> None:
    parser = commands.add_parser(
        "rule-known", help="funds whose rules are known; with --start begin one of them"
    )
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--start", metavar="KEY", help="add this fund with all that is known of it")
    what.add_argument(
        "--rules-of", metavar="KEY", help="give the rules of this one to a fund that is held (--to)"
    )
    parser.add_argument("--name", default="", help="what the new fund is called (with --start)")
    parser.add_argument("--to", metavar="FUND", help="the fund held (with --rules-of)")
    parser.add_argument(
        "--though-outside",
        action="store_true",
        help="give the rules though days of them lie outside the fund (with --rules-of)",
    )
    add_out(parser)
    parser.set_defaults(run=_known)


def _add_try(commands: Any) -> None:
    parser = commands.add_parser("rule-try", help="what the rules say of a service on a day, rule by rule")
    _add_fund(parser)
    parser.add_argument(
        "service", metavar="SERVICE", help="words of its name, its CQC Location ID or its key"
    )
    parser.add_argument("--on", type=a_day, metavar="DATE", help="otherwise today")
    parser.add_argument("--item", metavar="WORDS", help="for one thing that the fund pays for")
    add_out(parser)
    parser.set_defaults(run=_try)


def _add_changes(commands: Any) -> None:
    added = commands.add_parser("rule-add", help="add a rule; told is whose answer changes")
    _add_fund(added)
    _add_draft(added, needed=True)
    added.set_defaults(run=_add)
    edited = commands.add_parser(
        "rule-edit", help="change a rule, now or from a day on; told is whose answer changes"
    )
    _add_fund(edited)
    edited.add_argument("rule", metavar="CODE", help="its reason code, or its key")
    edited.add_argument("--from-day", type=a_day, metavar="DATE", help="until then it stays as it was")
    _add_draft(edited, needed=False)
    edited.set_defaults(run=_edit)
    for name, run, words in (
        ("rule-end", _end, "a rule holds no longer"), ("rule-remove", _remove, "a rule was entered by mistake"),
    ):  # fmt: skip
        parser = commands.add_parser(name, help=words)
        _add_fund(parser)
        parser.add_argument("rule", metavar="CODE", help="its reason code, or its key")
        if run is _end:
            parser.add_argument(
                "--last-day", type=a_day, metavar="DATE", required=True, help="the last day it holds"
            )
        parser.add_argument("--save", action="store_true", help=_KEEP)
        add_out(parser)
        parser.set_defaults(run=run)
    moved = commands.add_parser("rule-move", help="move a rule up or down in the list")
    _add_fund(moved)
    moved.add_argument("rule", metavar="CODE", help="its reason code, or its key")
    moved.add_argument("way", choices=("up", "down"))
    moved.set_defaults(run=_move)


def _add_draft(parser: argparse.ArgumentParser, *, needed: bool) -> None:
    add = parser.add_argument
    add("--words", required=needed, metavar="TEXT", help="the rule in plain words")
    add("--fact", required=needed, metavar="NAME", help="what is looked at (see rule-facts)")
    add("--operator", required=needed, type=a_word(Operator), metavar="HOW",
        help="is, is not, is one of, at_least, on_or_before, within_months_of …")  # fmt: skip
    add("--value", metavar="VALUE", help="words parted by “;”, £870, 90%%, 31 March 2020, year start")
    add("--other-fact", metavar="NAME", help="another fact that it is held against")
    add("--when-fact", metavar="NAME", help="only where this fact …")
    add("--when-operator", type=a_word(Operator), metavar="HOW", help="… stands so …")
    add("--when-value", metavar="VALUE", help="… to this")
    add(
        "--to-change",
        metavar="TEXT",
        help="what would change it; {missing}, {of}, {value} and {by} are filled in",
    )
    add("--code", metavar="CODE", help="reason code")
    add("--item", metavar="WORDS", help="only for this thing that the fund pays for")
    add("--source", metavar="TEXT", help="where it was read")
    add(
        "--standing",
        type=a_word(SourceStanding),
        metavar="HOW",
        help="read, excerpt, second_hand, not_verified, ours",
    )
    add("--valid-from", type=a_day, metavar="DATE", help="its first day")
    add("--valid-to", type=a_day, metavar="DATE", help="its last day")
    add(
        "--though-faulty",
        action="store_true",
        help="keep it though nobody can meet it, or not beside the others",
    )
    add("--save", action="store_true", help=_KEEP)
    add_out(parser)


# --- what there is --------------------------------------------------------------------------------------------


def _rules(session: Session, asked: argparse.Namespace) -> None:
    with session.reading() as db:
        held = choosing.fund(db, asked.fund)
        on = asked.on or session.today
        every = rules_of(db, held.id)
        wrong = faults(every, on=on, period=(held.opens_on, held.closes_on))
        if asked.faults:
            session.show(faults_table(held.name, wrong), asked.out, db=db)
            return
        shown = [one for one in every if asked.all or one.holds_on(on)]
        names = {one.id: one.name for one in items_of(db, held.id)}
        session.show(
            rules_table(held.name, shown, wrong, names, on=None if asked.all else on), asked.out, db=db
        )


def _facts(session: Session, asked: argparse.Namespace) -> None:
    session.show(facts_table(), asked.out)


def _known(session: Session, asked: argparse.Namespace) -> None:
    if asked.start:
        with session.writing() as db:
            made = shipped.ship(db, shipped.template(asked.start), today=session.today, name=asked.name)
        session.say(f"Started {made.name}: {made.kind.label.lower()}, {made.period}.")
        session.say(*filter(None, [shipped.over_words(made)]))
    elif asked.rules_of:
        if not asked.to:
            raise Problem("--rules-of gives rules to a fund that is held. Say which with --to.")
        with session.writing() as db:
            held, known = choosing.fund(db, asked.to), shipped.template(asked.rules_of)
            outside = shipped.days_outside(db, held, known, today=session.today)
            if outside and not asked.though_outside:
                raise Problem(
                    f"Nothing was written: days of these rules lie outside {held.name} ({held.period}). "
                    f"{' '.join(outside)} With --though-outside they are given as they are, to be changed afterwards."
                )
            rules = shipped.ship_rules(db, held.id, known)
            things = items_of(db, held.id)
        session.say(f"{held.name} has {len(rules)} rules now.", *outside)
        if not things:
            session.say("It says nothing yet of what it pays for: add that with “fund-items --add”.")
    else:
        session.show(_known_table(), asked.out)


def _known_table() -> Table:
    rows = [
        (one.key, one.name, one.kind.label, str(len(one.rules)), str(len(one.items)), "; ".join(one.lacks))
        for one in shipped.SHIPPED
    ]
    return Table("Funds whose rules are known", _KNOWN_COLUMNS, rows)


def _try(session: Session, asked: argparse.Namespace) -> None:
    on = asked.on or session.today
    with session.reading() as db:
        held, place = choosing.fund(db, asked.fund), choosing.service(db, asked.service)
        facts = facts_of_services(db, fund_id=held.id, on=on, services=[place.id]).get(place.id)
        if facts is None:
            raise Problem(
                f"{place.name} is no care provider’s service, so that rules say nothing of it. Choose another."
            )
        item = _item(db, held, asked.item)
        decision = decide(rules_of(db, held.id, on=on, item_id=item), facts, on=on)
        until = last_day_of(db, held, fund_item(db, item) if item else None, on)
        session.show(
            findings_table(f"{held.name}, {place.name}", decision, on=on, until=until), asked.out, db=db
        )


# --- changes --------------------------------------------------------------------------------------------------


def _add(session: Session, asked: argparse.Namespace) -> None:
    with session.writing() if asked.save else session.reading() as db:
        held = choosing.fund(db, asked.fund)
        draft = _draft(db, held, asked, RuleDraft("", asked.fact, asked.operator))
        _tell(session, db, asked, preview_rule(db, held.id, draft, today=session.today))
        if asked.save:
            made = editing.add_rule(db, held.id, draft)
            session.say(f"Added rule {made.code} to {held.name}.")


def _edit(session: Session, asked: argparse.Namespace) -> None:
    with session.writing() if asked.save else session.reading() as db:
        held = choosing.fund(db, asked.fund)
        one = _rule(db, held, asked.rule, session)
        draft = _draft(db, held, asked, draft_of(one))
        found = preview_rule(db, held.id, draft, today=session.today, key=one.id, from_day=asked.from_day)
        _tell(session, db, asked, found)
        if asked.save:
            changed = editing.edit_rule(db, one.id, draft, from_day=asked.from_day)
            since = f" from {date_words(asked.from_day)}" if asked.from_day else ""
            session.say(f"Changed rule {changed.code} of {held.name}{since}.")


def _end(session: Session, asked: argparse.Namespace) -> None:
    with session.writing() if asked.save else session.reading() as db:
        held = choosing.fund(db, asked.fund)
        one = _rule(db, held, asked.rule, session)
        _tell(
            session,
            db,
            asked,
            preview_without(db, one.id, held.id, today=session.today, last_day=asked.last_day),
        )
        if asked.save:
            editing.end_rule(db, one.id, last_day=asked.last_day)
            session.say(f"Rule {one.code} of {held.name} holds until {date_words(asked.last_day)}.")


def _remove(session: Session, asked: argparse.Namespace) -> None:
    with session.writing() if asked.save else session.reading() as db:
        held = choosing.fund(db, asked.fund)
        one = _rule(db, held, asked.rule, session)
        _tell(session, db, asked, preview_without(db, one.id, held.id, today=session.today))
        if asked.save:
            editing.remove_rule(db, one.id)
            session.say(f"Removed rule {one.code} of {held.name}.")


def _move(session: Session, asked: argparse.Namespace) -> None:
    with session.writing() as db:
        held = choosing.fund(db, asked.fund)
        one = _rule(db, held, asked.rule, session)
        editing.move_rule(db, one.id, by=-1 if asked.way == "up" else 1)
    session.say(f"Moved rule {one.code} {asked.way}.")


def _tell(session: Session, db: Database, asked: argparse.Namespace, found: Preview) -> None:
    """What is wrong with it and whose answer flips, before anything is kept."""
    session.say(*found.sentences)
    if found.flips:
        session.show(replace(found.table(db), notes=()), asked.out, db=db)
    if not asked.save:
        session.say("Nothing was written. With --save it is kept.")
    elif found.warning and not getattr(asked, "though_faulty", True):
        raise Problem(
            "Nothing was written: see above what would follow. With --though-faulty it is kept as it is."
        )


def _rule(db: Database, held: Fund, text: str, session: Session) -> Rule:
    """By its key or its code: the one in force today, else the only one or the last."""
    among = [one for one in rules_of(db, held.id) if text in (one.id, one.code)]
    if not among:
        codes = ", ".join(dict.fromkeys(one.code for one in rules_of(db, held.id)))
        raise Problem(f"{held.name} has no rule “{text}”. It has {codes or 'none yet'}.")
    return next((one for one in among if one.holds_on(session.today)), among[-1])


def _item(db: Database, held: Fund, text: str | None) -> str | None:
    if not text:
        return None
    return choosing.by_key_or_words(
        items_of(db, held.id), text, lambda one: one.name, "thing that it pays for"
    ).id


def _draft(db: Database, held: Fund, asked: argparse.Namespace, start: RuleDraft) -> RuleDraft:
    """What was given over what there is; values are read once it is known of what they are."""
    plain = ("words", "fact", "operator", "other_fact", "when_fact", "when_operator", "to_change", "code", "source",
             "standing", "valid_from", "valid_to")  # fmt: skip
    given: dict[str, Any] = {name: getattr(asked, name) for name in plain if getattr(asked, name) is not None}
    if asked.item:
        given["item_id"] = _item(db, held, asked.item)
    fact = _fact(given.get("fact", start.fact))
    draft = replace(start, **given)
    return replace(draft, **_values(asked, draft, fact))


def _values(asked: argparse.Namespace, draft: RuleDraft, fact: Fact) -> dict[str, Any]:
    found: dict[str, Any] = {}
    if asked.value is not None:
        times = bool(draft.other_fact) and fact.type.is_ordered
        found["value"] = kept_value(fact, draft.operator, asked.value, times=times)
    if asked.when_value is not None:
        when, how = _fact(draft.when_fact), draft.when_operator
        if how is None:
            raise Problem("--when-value needs --when-operator: how the fact stands to it.")
        found["when_value"] = kept_value(when, how, asked.when_value)
    return found


def _fact(name: str) -> Fact:
    if name not in FACTS:
        raise FieldProblem("fact", f"“{name}” is no fact that rules can speak of. “rule-facts” lists them.")
    return FACTS[name]
