"""Who may claim from the sample county's funds: rules that are known, and the team's own for its year."""

from datetime import date

from resources.database import Database, change
from workforce.funding.funds.funds import Fund, funds
from workforce.funding.rulebook.editing import RuleDraft, add_rule, edit_rule
from workforce.funding.rulebook.known_funds.asc_wds import REQUIREMENTS
from workforce.funding.rulebook.shipped import draft_of_shipped, ship_rules, template
from workforce.funding.vocabulary import FundKind, Operator, SourceStanding
from workforce.sample.funds import LDSS, WDF
from workforce.years import year_of, year_span

_OURS = "The team’s own rule for the sample, after that of 2019/20"


def add_rules(db: Database, *, today: date) -> None:
    """For the fund that the team pays out and for the one that it points to; grants for projects have none."""
    held = {one.name: one for one in funds(db)}
    with change(db, "Made the sample county: the rules of its funds"):
        if WDF in held:
            _workforce_fund(db, held[WDF], year_of(today))
        if LDSS in held and held[LDSS].kind is FundKind.SIGNPOSTED:
            ship_rules(db, held[LDSS].id, template("ldss-2025-26"))


def _workforce_fund(db: Database, fund: Fund, year: int) -> None:
    for one in REQUIREMENTS:
        add_rule(db, fund.id, draft_of_shipped(one))
    for draft in _own(year):
        made = add_rule(db, fund.id, draft)
    edit_rule(  # until June, less was paid for a learner
        db, made.id, RuleDraft(
            "No more than £1,200 for a learner in a year.", "learner_claimed_this_year", Operator.AT_MOST, "120000",
            to_change="Claim {missing} less for the learner this year", code="WDF-5", source=_OURS,
        ), from_day=date(year, 7, 1),
    )  # fmt: skip


def _own(year: int) -> tuple[RuleDraft, ...]:
    first, last = date(year, 1, 1), year_span(year).last
    return (
        RuleDraft(
            "Completed from 1 January of the year that the fund opens.", "completed_on", Operator.ON_OR_AFTER,
            first.isoformat(), to_change="Nothing: it was completed too early for this year", code="WDF-1",
            source=_OURS,
        ),
        RuleDraft(
            "Completed by 31 March.", "completed_on", Operator.ON_OR_BEFORE, last.isoformat(),
            to_change="Claim it from next year’s fund", code="WDF-2", source=_OURS,
        ),
        RuleDraft(
            "Whole qualifications only.", "course_kind", Operator.IS, "qualification",
            to_change="Claim for a whole qualification", code="WDF-3", source=_OURS,
        ),
        RuleDraft(
            "Not paid for by anybody else.", "funded_before", Operator.IS, "no", code="WDF-4",
            to_change="Nothing: it is paid once", source=_OURS, standing=SourceStanding.OURS,
        ),
        RuleDraft(
            "No more than £900 for a learner in a year.", "learner_claimed_this_year", Operator.AT_MOST, "90000",
            to_change="Claim {missing} less for the learner this year", code="WDF-5", source=_OURS,
        ),
    )  # fmt: skip
