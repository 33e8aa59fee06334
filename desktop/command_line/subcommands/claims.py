"""Claims without a window: lists of them, one with what speaks against it, and each step."""

import argparse
from dataclasses import replace
from typing import Any

from desktop.command_line import choosing
from desktop.command_line.options import a_day, a_word, a_year, add_out, an_amount
from desktop.command_line.session import Session
from resources.database import Database, change
from resources.problem import Problem
from resources.wording import date_words, money
from workforce.funding.claims import approving, claims
from workforce.funding.claims.claims import Claim, ClaimFacts
from workforce.funding.claims.concerns import concerns
from workforce.funding.claims.duplicates import duplicates
from workforce.funding.claims.evidence import checklist
from workforce.funding.claims.lines import all_lines, line
from workforce.funding.claims.tables import (
    checklist_table,
    claims_table,
    concerns_table,
    duplicates_table,
    steps_table,
    sums_table,
)
from workforce.funding.decisions.keeping import decisions_of
from workforce.funding.funds.balance import Passed
from workforce.funding.funds.items import items_of
from workforce.funding.vocabulary import ClaimPart, ClaimStatus
from workforce.training.courses import add_course
from workforce.training.learners import NewLearner, PostFacts, add_learner_with_post, name_parts
from workforce.training.vocabulary import CourseKind, Employment, JobRole

_REASONED = ("request_changes", "decline", "withdraw", "reopen", "payment_failed")


def add_commands(commands: Any) -> None:
    """Claims and their steps."""
    listed = commands.add_parser(
        "claims", help="all claims, or those of a fund, a state, a provider or a year"
    )
    _add_which(listed)
    listed.add_argument("--sums", action="store_true", help="only how many stand where, without a name")
    add_out(listed)
    listed.set_defaults(run=_claims)
    one = commands.add_parser("claim", help="a claim: what speaks against it, its evidence, its steps")
    add_claim(one)
    add_out(one)
    one.set_defaults(run=_claim)
    twice = commands.add_parser("claims-twice", help="claims for a learner and qualification claimed already")
    twice.add_argument("--fund", default="", metavar="FUND", help="only pairs with a claim on this fund")
    add_out(twice)
    twice.set_defaults(run=_twice)
    _add_writing(commands)
    _add_steps(commands)


def add_claim(parser: argparse.ArgumentParser) -> None:
    """Which claim."""
    parser.add_argument("claim", metavar="CLAIM", help="the claim's number, or its key")


def _add_which(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--fund", default="", metavar="FUND", help="only of this fund")
    parser.add_argument("--provider", default="", metavar="PROVIDER", help="only of this provider")
    parser.add_argument("--status", type=a_word(ClaimStatus), action="append", default=[], metavar="STATUS",
                        help="only in this state, such as draft, submitted or paid (may be repeated)")  # fmt: skip
    parser.add_argument(
        "--year", type=a_year, metavar="YEAR", help="only charged to this year, such as 2019/20"
    )


def _add_writing(commands: Any) -> None:
    new = commands.add_parser("claim-add", help="add a claim as a draft")
    new.add_argument("fund", metavar="FUND", help="on which fund")
    new.add_argument("provider", metavar="PROVIDER", help="who claims")
    new.add_argument("value", type=an_amount, metavar="VALUE", help="how much, such as £1,250")
    _add_facts(new)
    _add_new_ones(new)
    new.set_defaults(run=_add)
    edit = commands.add_parser("claim-edit", help="put right what is claimed, while it is with the provider")
    add_claim(edit)
    edit.add_argument("--value", type=an_amount, metavar="VALUE", help="how much")
    edit.add_argument("--remove", action="store_true", help="it was entered by mistake: take the draft away")
    _add_facts(edit)
    _add_passing(edit)
    edit.set_defaults(run=_edit)


def _add_new_ones(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--new-learner", metavar="NAME",
                        help="a learner not held yet, who works there: given names, then the family name")  # fmt: skip
    parser.add_argument(
        "--uln", metavar="NUMBER", help="of the new learner: ten digits; the last one is checked"
    )
    parser.add_argument(
        "--role", type=a_word(JobRole), metavar="ROLE", help="of the new learner: their job role"
    )
    parser.add_argument("--employment", type=a_word(Employment), metavar="HOW",
                        help="of the new learner: permanent, temporary, pool_bank…")  # fmt: skip
    parser.add_argument("--since", type=a_day, metavar="DATE", help="of the new learner: the first day there")
    parser.add_argument("--new-course", metavar="NAME", help="a qualification or course not held yet")
    parser.add_argument("--course-kind", type=a_word(CourseKind), metavar="KIND",
                        help="of the new course: qualification (if left out), course or apprenticeship…")  # fmt: skip


def _add_facts(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--service", metavar="SERVICE", help="where the learner works")
    parser.add_argument("--learner", metavar="LEARNER", help="the learner's ULN, key or words of the name")
    parser.add_argument("--for", dest="item", metavar="WHAT", help="which of what the fund pays for")
    parser.add_argument(
        "--course", metavar="COURSE", help="a course of the catalogue, where the fund has no line for it"
    )
    parser.add_argument("--what", metavar="TEXT", help="the same in words, where the catalogue lacks it")
    parser.add_argument("--part", type=a_word(ClaimPart), metavar="PART", help="whole, first or second")
    parser.add_argument("--first-part", metavar="CLAIM", help="of a second part: the claim of the first")
    parser.add_argument("--year", type=a_year, metavar="YEAR", help="the year it is charged to")
    parser.add_argument("--workstream", metavar="NAME", help="the workstream it is charged to")
    for name, words in (
        ("awarding-body", "the awarding body"), ("candidate-number", "the candidate's registration number"),
        ("qualification-code", "the qualification's code"), ("note", "anything to know about it"),
    ):  # fmt: skip
        parser.add_argument(f"--{name}", metavar="TEXT", help=words)
    for name, words in (
        ("started-on", "when it started"), ("cost-paid-on", "when the provider paid for it"),
        ("completed-on", "when it was completed"), ("submitted-on", "when it came to us"),
    ):  # fmt: skip
        parser.add_argument(f"--{name}", type=a_day, metavar="DATE", help=words)
    for name, words in (
        ("apprenticeship", "it is part of an apprenticeship"), ("funded-before", "it was funded up-front"),
    ):  # fmt: skip
        parser.add_argument(f"--{name}", action=argparse.BooleanOptionalAction, default=None, help=words)


def _add_passing(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--passed-by", metavar="NAME", help="who lets an overspend pass")
    parser.add_argument("--passed-because", metavar="TEXT", help="why")


def _add_steps(commands: Any) -> None:
    for name, words, run in (
        ("claim-submit", "submit a draft, or resubmit after changes", _submit),
        ("claim-approve", "approve as an officer, then as somebody else for finance", _approve),
    ):
        parser = commands.add_parser(name, help=words)
        add_claim(parser)
        parser.add_argument(
            "--despite", default="", metavar="TEXT", help="why it goes on in spite of what is known"
        )
        _add_passing(parser)
        if name == "claim-approve":
            parser.add_argument("--value", type=an_amount, metavar="VALUE", help="less than is claimed")
        parser.set_defaults(run=run)
    step = commands.add_parser("claim-step", help="another step of a claim, with its reason")
    add_claim(step)
    what = step.add_mutually_exclusive_group(required=True)
    for name, words in (
        ("request-changes", "what the provider is to put right"), ("decline", "why it is not paid"),
        ("withdraw", "why the provider does not want it"), ("reopen", "why it is a draft again"),
        ("payment-failed", "why the payment failed"),
    ):  # fmt: skip
        what.add_argument(f"--{name}", metavar="REASON", help=words)
    step.set_defaults(run=_step)
    pay = commands.add_parser("claim-pay", help="mark claims as paid")
    pay.add_argument("claims", nargs="+", metavar="CLAIM", help="numbers or keys")
    pay.add_argument("--on", type=a_day, metavar="DATE", help="otherwise today")
    pay.set_defaults(run=_pay)


# --- lists ----------------------------------------------------------------------------------------------------


def _claims(session: Session, asked: argparse.Namespace) -> None:
    with session.reading() as db:
        fund_id = choosing.fund(db, asked.fund).id if asked.fund else None
        provider_id = choosing.provider(db, asked.provider).id if asked.provider else None
        found = [
            one
            for one in all_lines(db, fund_id=fund_id, provider_id=provider_id)
            if (not asked.status or one.claim.status in asked.status) and asked.year in (None, one.claim.year)
        ]
        table = sums_table if asked.sums else claims_table
        session.show(table(found, today=session.today), asked.out, db=db)


def _claim(session: Session, asked: argparse.Namespace) -> None:
    with session.reading() as db:
        one = line(db, choosing.claim(db, asked.claim).id)
        number = one.claim.number
        tables = [
            claims_table([one], today=session.today, title=one.words),
            concerns_table(number, concerns(db, one.claim, today=session.today)),
            checklist_table(number, checklist(db, one.claim.id)),
            steps_table(number, approving.steps_of(db, one.claim.id)),
        ]
        session.show(tables, asked.out, db=db)
        for kept in decisions_of(db, claim_id=one.claim.id)[:1]:
            session.say(
                "",
                f"Decided by {kept.decided_by} on what the rules said and what was known on "
                f"{date_words(kept.as_at)}: {kept.outcome.label}.",
            )


def _twice(session: Session, asked: argparse.Namespace) -> None:
    with session.reading() as db:
        fund_id = choosing.fund(db, asked.fund).id if asked.fund else None
        session.show(duplicates_table(duplicates(db, fund_id=fund_id), today=session.today), asked.out, db=db)


# --- what is claimed ------------------------------------------------------------------------------------------


def _add(session: Session, asked: argparse.Namespace) -> None:
    with session.writing() as db:
        fund = choosing.fund(db, asked.fund)
        given = _facts(db, asked, fund.id)
        provider = choosing.provider(db, asked.provider).id
        start = claims.ClaimDraft(fund.id, provider, asked.value)
        _refuse_both(asked)
        if asked.new_learner or asked.new_course:
            with change(db, "Added a claim with its learner or course"):  # all of it or nothing
                given |= _new_ones(db, asked, provider)
                made = claims.add_claim(db, replace(start, **given), today=session.today)
        else:
            made = claims.add_claim(db, replace(start, **given), today=session.today)
        session.say(f"Added {line(db, made.id).words}, {money(made.pence)}: a draft.")


def _new_ones(db: Database, asked: argparse.Namespace, provider: str) -> ClaimFacts:
    given = ClaimFacts()
    if asked.new_learner:
        post = PostFacts()
        if asked.role:
            post["job_role"] = asked.role
        if asked.employment:
            post["employment"] = asked.employment
        if asked.since:
            post["from_on"] = asked.since
        if asked.service:
            post["service_id"] = choosing.service(db, asked.service).id
        facts = NewLearner(uln=asked.uln or "")
        names = name_parts(asked.new_learner)
        given["learner_id"] = add_learner_with_post(db, *names, provider, facts=facts, post_facts=post).id
    if asked.new_course:
        kind = asked.course_kind or CourseKind.QUALIFICATION
        given["course_id"] = add_course(db, asked.new_course, kind).id
    return given


def _refuse_both(asked: argparse.Namespace) -> None:
    if asked.learner and asked.new_learner:
        raise Problem("--learner names one who is held, --new-learner one who is not. Give one of the two.")
    if asked.new_course and (asked.course or asked.item):
        raise Problem(
            "--new-course names a course that is not held; --course and --for one that is. Give one."
        )
    of_learner = (asked.uln, asked.role, asked.employment, asked.since)
    if any(one is not None for one in of_learner) and not asked.new_learner:
        raise Problem(
            "--uln, --role, --employment and --since say it of a new learner. Give --new-learner too."
        )


def _edit(session: Session, asked: argparse.Namespace) -> None:
    with session.writing() as db:
        held = choosing.claim(db, asked.claim)
        if asked.remove:
            claims.remove_claim(db, held.id)
            session.say(f"Removed claim {held.number}.")
            return
        given = _facts(db, asked, held.fund_id)
        if asked.value is not None:
            given["pence"] = asked.value
        claims.edit_claim(db, held.id, today=session.today, passed=_passed(asked), **given)
        session.say(f"Changed claim {held.number}.")


def _facts(db: Database, asked: argparse.Namespace, fund_id: str) -> ClaimFacts:
    plain = (
        "what", "part", "year", "workstream", "awarding_body", "candidate_number", "qualification_code", "note",
        "started_on", "cost_paid_on", "completed_on", "submitted_on", "apprenticeship", "funded_before",
    )  # fmt: skip
    given: Any = {name: getattr(asked, name) for name in plain if getattr(asked, name) is not None}
    if asked.service:
        given["service_id"] = choosing.service(db, asked.service).id
    if asked.learner:
        given["learner_id"] = choosing.learner(db, asked.learner).id
    if asked.item:
        item = choosing.by_key_or_words(
            items_of(db, fund_id), asked.item, lambda one: one.name, "line of the fund"
        )
        given |= {"item_id": item.id, "course_id": item.course_id}
    if asked.course:
        if asked.item:
            raise Problem("--for has its own course. Give --for or --course.")
        given |= {"item_id": None, "course_id": choosing.course(db, asked.course).id}
    if asked.first_part:
        given["first_part_id"] = choosing.claim(db, asked.first_part).id
    facts: ClaimFacts = given
    return facts


def _passed(asked: argparse.Namespace) -> Passed | None:
    if not (asked.passed_by or asked.passed_because):
        return None
    return Passed(asked.passed_by or "", asked.passed_because or "")


# --- steps ----------------------------------------------------------------------------------------------------


def _submit(session: Session, asked: argparse.Namespace) -> None:
    with session.writing() as db:
        held = choosing.claim(db, asked.claim)
        hand_in = approving.submit if held.status is ClaimStatus.DRAFT else approving.resubmit
        _say(session, hand_in(db, held.id, now=session.now, passed=_passed(asked), despite=asked.despite))


def _approve(session: Session, asked: argparse.Namespace) -> None:
    with session.writing() as db:
        made = approving.approve(
            db, choosing.claim(db, asked.claim).id, now=session.now, approved_pence=asked.value,
            passed=_passed(asked), despite=asked.despite,
        )  # fmt: skip
        _say(session, made)


def _step(session: Session, asked: argparse.Namespace) -> None:
    name = next(one for one in _REASONED if getattr(asked, one) is not None)
    why = getattr(asked, name)
    with session.writing() as db:
        key = choosing.claim(db, asked.claim).id
        if name == "request_changes":
            made = approving.request_changes(db, key, now=session.now, reason=why)
        else:
            made = getattr(approving, name)(db, key, why, now=session.now)
        _say(session, made)


def _pay(session: Session, asked: argparse.Namespace) -> None:
    with session.writing() as db:
        some = [choosing.claim(db, text) for text in asked.claims]
        if len({one.id for one in some}) < len(some):
            raise Problem("A claim is named twice. Name each once.")
        approving.pay_claims(db, [one.id for one in some], now=session.now, paid_on=asked.on or session.today)
        for one in some:
            _say(session, claims.claim(db, one.id))


def _say(session: Session, made: Claim) -> None:
    session.say(f"Claim {made.number}: {made.status.label.lower()}, {money(made.money)}.")
