"""The way of a claim from draft to paid, and every way off it."""

from datetime import UTC, date, datetime, timedelta

import pytest

from resources.database import Database, history
from resources.problem import FieldProblem, Problem
from tests.workforce.funding.claims.claiming import NOW, TODAY, by, county
from workforce.funding.claims import approving
from workforce.funding.claims.claims import claim, edit_claim
from workforce.funding.claims.concern import Stops
from workforce.funding.decisions.keeping import decisions_of
from workforce.funding.funds.allocations import set_allocation
from workforce.funding.funds.balance import Overspent, Passed, balance
from workforce.funding.funds.funds import archive_fund, set_fund_status
from workforce.funding.funds.spending import add_spending
from workforce.funding.rulebook.rules import rules_of
from workforce.funding.vocabulary import ClaimStatus as S
from workforce.funding.vocabulary import FundStatus, Outcome

CY = Passed("Cy Example", "The funder agreed by letter")


def paid(db: Database, key: str) -> None:
    approving.submit(db, key, now=NOW)
    with by(db, "Ola Officer"):
        approving.approve(db, key, now=NOW)
    with by(db, "Fay Finance"):
        approving.approve(db, key, now=NOW)
    approving.pay(db, key, now=NOW, paid_on=TODAY)


def test_from_draft_to_paid_each_step_says_who(db: Database) -> None:
    held = county(db).claim(db)
    paid(db, held.id)
    found = claim(db, held.id)
    assert (found.status, found.submitted_on, found.decided_on, found.paid_on) == (
        S.PAID,
        TODAY,
        TODAY,
        TODAY,
    )
    assert found.approved_pence == 60_000
    assert [(one.to_status, one.by) for one in approving.steps_of(db, held.id)] == [
        (S.SUBMITTED, "Test Officer"), (S.APPROVED_BY_STAFF, "Ola Officer"),
        (S.APPROVED_BY_FINANCE, "Fay Finance"), (S.PAID, "Test Officer"),
    ]  # fmt: skip


def test_money_moves_from_asked_to_committed_to_paid(db: Database) -> None:
    all_of = county(db)
    held = all_of.claim(db)
    fund = all_of.fund.id
    approving.submit(db, held.id, now=NOW)
    assert balance(db, fund).awaiting == 60_000
    with by(db, "Ola Officer"):
        approving.approve(db, held.id, now=NOW, approved_pence=50_000)
    assert balance(db, fund).awaiting == 50_000
    with by(db, "Fay Finance"):
        approving.approve(db, held.id, now=NOW)
    assert (balance(db, fund).awaiting, balance(db, fund).committed) == (0, 50_000)
    approving.payment_failed(db, held.id, "Account closed", now=NOW)
    assert balance(db, fund).committed == 50_000
    approving.pay(db, held.id, now=NOW, paid_on=TODAY)
    assert (balance(db, fund).committed, balance(db, fund).paid) == (0, 50_000)


def test_one_person_cannot_give_both_approvals(db: Database) -> None:
    held = county(db).claim(db)
    approving.submit(db, held.id, now=NOW)
    approving.approve(db, held.id, now=NOW)
    with pytest.raises(
        Problem, match="Test Officer gave the officer’s approval, and finance’s needs another person"
    ):
        approving.approve(db, held.id, now=NOW)
    assert claim(db, held.id).status is S.APPROVED_BY_STAFF


def test_finance_approves_what_the_officer_allowed(db: Database) -> None:
    held = county(db).claim(db)
    approving.submit(db, held.id, now=NOW)
    with pytest.raises(FieldProblem, match=r"£600\.01 cannot be allowed of a claim for £600"):
        approving.approve(db, held.id, now=NOW, approved_pence=60_001)
    approving.approve(db, held.id, now=NOW, approved_pence=59_000)
    with by(db, "Fay Finance"), pytest.raises(FieldProblem, match="The officer allowed £590"):
        approving.approve(db, held.id, now=NOW, approved_pence=60_000)


def test_changes_are_requested_by_officer_and_by_finance_and_the_claim_comes_back(db: Database) -> None:
    all_of = county(db)
    held = all_of.claim(db)
    approving.submit(db, held.id, now=NOW)
    with pytest.raises(FieldProblem, match="No reason is given"):
        approving.request_changes(db, held.id, now=NOW, reason=" ")
    assert (
        approving.request_changes(db, held.id, now=NOW, reason="No ULN").status is S.CHANGES_REQUESTED_STAFF
    )
    approving.resubmit(db, held.id, now=NOW)
    approving.approve(db, held.id, now=NOW, approved_pence=40_000)
    with by(db, "Fay Finance"):
        sent_back = approving.request_changes(db, held.id, now=NOW, reason="Whose account?")
    assert (sent_back.status, sent_back.money) == (S.CHANGES_REQUESTED_FINANCE, 40_000)
    again = approving.resubmit(db, held.id, now=NOW)
    assert (again.status, again.approved_pence, again.money) == (S.RESUBMITTED, None, 60_000)
    assert balance(db, all_of.fund.id).awaiting == 60_000


def test_a_claim_beyond_the_fund_is_refused_or_passed_by_name_with_a_reason(db: Database) -> None:
    all_of = county(db, pence=59_999)
    held = all_of.claim(db)
    with pytest.raises(Overspent, match=r"£599\.99"):
        approving.submit(db, held.id, now=NOW)
    assert claim(db, held.id).status is S.DRAFT
    with pytest.raises(FieldProblem, match="nobody is named"):
        approving.submit(db, held.id, now=NOW, passed=Passed("", "x"))
    with pytest.raises(FieldProblem, match="another person has to let it pass"):
        approving.submit(db, held.id, now=NOW, passed=Passed(f" {db.who.upper()} ", "x"))
    found = approving.submit(db, held.id, now=NOW, passed=CY)
    assert (found.over_passed_by, found.over_reason) == CY
    with by(db, "Ola Officer"):
        approving.approve(db, held.id, now=NOW)
    with by(db, "Fay Finance"):
        assert approving.approve(db, held.id, now=NOW).over_passed_by == "Cy Example"


def test_a_resubmitted_claim_that_an_officer_had_cut_needs_the_money_again(db: Database) -> None:
    all_of = county(db, pence=60_000)
    held = all_of.claim(db)
    approving.submit(db, held.id, now=NOW)
    approving.approve(db, held.id, now=NOW, approved_pence=30_000)
    add_spending(db, all_of.fund.id, "Hall", pence=30_000, year=2019, committed_on=TODAY, today=TODAY)
    approving.request_changes(db, held.id, now=NOW, reason="Certificate")
    with pytest.raises(Overspent):
        approving.resubmit(db, held.id, now=NOW)
    edit_claim(db, held.id, today=TODAY, pence=30_000)
    assert approving.resubmit(db, held.id, now=NOW).money == 30_000


def test_declined_and_withdrawn_claims_give_their_money_back_and_can_be_opened_again(db: Database) -> None:
    all_of = county(db)
    held = all_of.claim(db)
    approving.submit(db, held.id, now=NOW)
    with pytest.raises(FieldProblem, match="Say why it is declined"):
        approving.decline(db, held.id, "", now=NOW)
    declined = approving.decline(db, held.id, "Not employed there", now=NOW)
    assert (declined.status, declined.decided_on, balance(db, all_of.fund.id).used) == (S.DECLINED, TODAY, 0)
    opened = approving.reopen(db, held.id, "Appeal upheld", now=NOW)
    assert (opened.status, opened.decided_on) == (S.DRAFT, None)
    approving.submit(db, held.id, now=NOW)
    assert approving.withdraw(db, held.id, now=NOW).status is S.WITHDRAWN


def test_steps_out_of_order_are_refused(db: Database) -> None:
    held = county(db).claim(db)
    with pytest.raises(Problem, match="cannot be approved by an officer now"):
        approving.approve(db, held.id, now=NOW)
    with pytest.raises(Problem, match="It can be submitted or withdrawn"):
        approving.pay(db, held.id, now=NOW, paid_on=TODAY)
    assert approving.steps_of(db, held.id) == []


def test_the_day_of_payment_is_between_approval_and_today(db: Database) -> None:
    held = county(db).claim(db)
    approving.submit(db, held.id, now=NOW)
    approving.approve(db, held.id, now=NOW)
    with by(db, "Fay Finance"):
        approving.approve(db, held.id, now=NOW)
    with pytest.raises(FieldProblem, match="after today"):
        approving.pay(db, held.id, now=NOW, paid_on=TODAY + timedelta(days=1))
    with pytest.raises(FieldProblem, match="before finance approved it"):
        approving.pay(db, held.id, now=NOW, paid_on=TODAY - timedelta(days=1))


def test_what_speaks_against_a_claim_stops_it_unless_a_reason_is_given(db: Database) -> None:
    held = county(db).claim(db, started_on=date(2019, 1, 2), completed_on=date(2019, 3, 31))
    with pytest.raises(Problem, match="before Workforce Example Fund opened on 1 April 2019"):
        approving.submit(db, held.id, now=NOW)
    approving.submit(db, held.id, now=NOW, despite="The funder allows it")
    step = approving.steps_of(db, held.id)[-1]
    assert step.reason.startswith("The funder allows it (Known: It was completed on 31 March 2019, before")
    with pytest.raises(Problem, match="was not approved"):
        approving.approve(db, held.id, now=NOW)


def test_a_decision_keeps_the_facts_and_rules_of_its_day(db: Database) -> None:
    all_of = county(db)
    db_rule(db, all_of.fund.id)
    held = all_of.claim(db)
    approving.submit(db, held.id, now=NOW)
    approving.approve(db, held.id, now=NOW)
    (kept,) = decisions_of(db, claim_id=held.id)
    assert (kept.outcome, kept.as_at, kept.facts["pence"]) == (Outcome.ELIGIBLE, TODAY, 60_000)
    assert [one.rule for one in kept.findings] == rules_of(db, all_of.fund.id)
    history.undo(db)
    assert decisions_of(db, claim_id=held.id) == []


def test_a_claim_against_the_rules_is_approved_only_with_a_reason(db: Database) -> None:
    all_of = county(db)
    db_rule(db, all_of.fund.id, most=50_000)
    held = all_of.claim(db)
    approving.submit(db, held.id, now=NOW)
    with pytest.raises(Problem, match="Not met: “Nobody gets more than £500”"):
        approving.approve(db, held.id, now=NOW)
    approving.approve(db, held.id, now=NOW, despite="Agreed with the funder")
    (kept,) = decisions_of(db, claim_id=held.id)
    assert kept.outcome is Outcome.NOT_ELIGIBLE


def db_rule(db: Database, fund_id: str, *, most: int = 100_000) -> None:
    """A rule of the fund: a claim is for no more than so much."""
    from resources.database import change, new_key

    with change(db, "Added a rule"):
        db.insert_row(
            "rule",
            {"id": new_key(), "fund_id": fund_id, "code": "MOST", "subject": "claim",
             "words": f"Nobody gets more than £{most // 100}", "fact": "pence", "operator": "at_most",
             "value": str(most), "standing": "ours", "position": 1},
        )  # fmt: skip


def test_everything_is_undone_and_redone(db: Database) -> None:
    held = county(db).claim(db)
    paid(db, held.id)
    for status in (S.APPROVED_BY_FINANCE, S.APPROVED_BY_STAFF, S.SUBMITTED, S.DRAFT):
        history.undo(db)
        assert claim(db, held.id).status is status
    for _ in range(4):
        history.redo(db)
    assert claim(db, held.id).status is S.PAID
    assert len(approving.steps_of(db, held.id)) == 4
    assert isinstance(approving.steps_of(db, held.id)[0].at, datetime)


def at(day: int, month: int = 10) -> datetime:
    return datetime(2019, month, day, 9, tzinfo=UTC)


def test_a_clock_that_was_put_back_lets_nobody_approve_twice(db: Database) -> None:
    held = county(db).claim(db)
    approving.submit(db, held.id, now=at(5))
    approving.approve(db, held.id, now=at(1))
    with pytest.raises(Problem, match="finance’s needs another person"):
        approving.approve(db, held.id, now=at(2))
    assert [one.to_status for one in approving.steps_of(db, held.id)] == [S.SUBMITTED, S.APPROVED_BY_STAFF]
    assert approving.waiting_since(db) == {held.id: at(1)}


def test_what_was_passed_covers_no_more_than_was_short_then(db: Database) -> None:
    all_of = county(db, pence=59_999)
    held = all_of.claim(db)
    made = approving.submit(db, held.id, now=NOW, passed=CY)
    assert made.over_pence == 1
    approving.approve(db, held.id, now=NOW)
    set_allocation(db, all_of.fund.id, 2019, "", 59_998, passed=CY)
    with by(db, "Fay Finance"):
        with pytest.raises(
            Overspent, match=r"Cy Example let £0\.01 beyond the allocation pass, and £0\.02 is short now"
        ):
            approving.approve(db, held.id, now=NOW)
        done = approving.approve(db, held.id, now=NOW, passed=Passed("Di Example", "Cut, and still owed"))
    assert (done.over_passed_by, done.over_pence) == ("Di Example", 2)


def test_what_was_passed_of_one_allocation_is_not_passed_of_another(db: Database) -> None:
    all_of = county(db, pence=1)
    held = all_of.claim(db)
    approving.submit(db, held.id, now=NOW, passed=CY)
    approving.request_changes(db, held.id, now=NOW, reason="The year")
    set_allocation(db, all_of.fund.id, 2020, "", 60_000)
    moved = edit_claim(db, held.id, today=TODAY, year=2020)
    assert (moved.over_passed_by, moved.over_pence) == ("", 0)


@pytest.mark.parametrize("put_away", [False, True])
def test_the_figures_of_a_fund_that_is_settled_stand(db: Database, put_away: bool) -> None:
    all_of = county(db)
    held, draft = all_of.claim(db), all_of.claim(db, learner_id=all_of.bo.id)
    paid(db, held.id)
    if put_away:
        archive_fund(db, all_of.fund.id, today=TODAY)
    else:
        set_fund_status(db, all_of.fund.id, FundStatus.RECONCILED)
    before = balance(db, all_of.fund.id)
    for act in (
        lambda: approving.payment_failed(db, held.id, "Account closed", now=NOW),
        lambda: approving.submit(db, draft.id, now=NOW, despite="All the same"),
    ):
        with pytest.raises(Problem, match="its figures stand"):
            act()
    assert (balance(db, all_of.fund.id), claim(db, held.id).status) == (before, S.PAID)
    assert approving.withdraw(db, draft.id, now=NOW).status is S.WITHDRAWN  # no money is in it


def test_finance_is_asked_about_what_the_officer_did_not_know(db: Database) -> None:
    all_of = county(db)
    held = all_of.claim(db)
    approving.submit(db, held.id, now=NOW)
    approving.approve(db, held.id, now=NOW)
    db_rule(db, all_of.fund.id, most=50_000)
    with by(db, "Fay Finance"):
        (told,) = approving.stopping(db, claim(db, held.id), Stops.APPROVAL, today=TODAY)
        with pytest.raises(Problem, match="Not met: “Nobody gets more than £500”"):
            approving.approve(db, held.id, now=NOW)
        approving.approve(db, held.id, now=NOW, despite="The rule came later")
    assert approving.steps_of(db, held.id)[-1].reason == f"The rule came later (Known: {told.sentence[:-1]}.)"


def test_finance_is_not_asked_again_about_what_the_officer_knew(db: Database) -> None:
    all_of = county(db)
    db_rule(db, all_of.fund.id, most=50_000)
    held = all_of.claim(db)
    approving.submit(db, held.id, now=NOW)
    approving.approve(db, held.id, now=NOW, despite="Agreed with the funder")
    with by(db, "Fay Finance"):
        assert approving.approve(db, held.id, now=NOW).status is S.APPROVED_BY_FINANCE
