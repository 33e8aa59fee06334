"""Claims as they are entered and put right."""

from datetime import date, timedelta
from typing import Any

import pytest

from engagement.register.services import add_service
from engagement.register.vocabulary import ServiceKind
from resources.database import Database, change, history
from resources.problem import FieldProblem, Problem
from tests.workforce.funding.claims.claiming import NOW, TODAY, county
from workforce.funding.claims.approving import reopen, request_changes, submit, withdraw
from workforce.funding.claims.claims import (
    any_claim,
    claim,
    claim_by_number,
    claims,
    edit_claim,
    is_claim,
    remove_claim,
    was_opened_again,
)
from workforce.funding.funds.balance import Overspent, Passed, balance
from workforce.funding.vocabulary import ClaimPart, ClaimStatus


def test_a_claim_is_entered_as_a_draft_with_the_next_number(db: Database) -> None:
    all_of = county(db)
    first, second = all_of.claim(db, year=None), all_of.claim(db, learner_id=all_of.bo.id)
    assert (first.number, second.number, first.status) == (1, 2, ClaimStatus.DRAFT)
    assert first.year == 2019
    assert first.money == 60_000
    assert first.days == {"started": date(2019, 5, 1), "completed": date(2019, 9, 1)}
    assert first.draft() == all_of.draft()
    assert balance(db, all_of.fund.id).awaiting == 0  # a draft promises nothing


def test_claims_are_found_by_key_number_fund_state_and_provider(db: Database) -> None:
    all_of = county(db)
    assert not any_claim(db)
    first = all_of.claim(db)
    second = all_of.claim(db, provider_id=all_of.hazel, service_id=None, learner_id=all_of.bo.id)
    assert claim_by_number(db, 2) == second
    assert claim_by_number(db, 3) is None
    assert claims(db, provider_id=all_of.hazel) == [second]
    assert claims(db, fund_id=all_of.fund.id, status=ClaimStatus.DRAFT) == [first, second]
    assert claims(db, learner_id=all_of.ada.id, year=2018) == []
    assert is_claim(db, first.id) and not is_claim(db, all_of.fund.id)
    assert any_claim(db)
    with pytest.raises(LookupError):
        claim(db, "gone")


@pytest.mark.parametrize(
    ("given", "field", "said"),
    [
        ({"pence": 0}, "pence", "above £0"),
        ({"pence": -5}, "pence", "-£0.05"),
        ({"fund_id": "gone"}, "fund_id", "No fund is chosen"),
        ({"provider_id": ""}, "provider_id", "No provider is chosen"),
        ({"item_id": None, "course_id": None}, "what", "Nothing says what is claimed for"),
        ({"completed_on": date(2019, 4, 30)}, "completed_on", "before it started on 1 May 2019"),
        ({"cost_paid_on": date(2019, 10, 2)}, "cost_paid_on", "after today, 1 October 2019"),
        ({"submitted_on": date(2020, 1, 1)}, "submitted_on", "Received: 1 January 2020"),
        ({"pence": 100_000_000_001}, "pence", "is more than £1,000,000,000. Check its noughts"),
        ({"pence": 10**30}, "pence", "Check its noughts"),
        ({"completed_on": date(9999, 12, 31)}, "completed_on", "none of our times"),
        ({"first_part_id": "gone"}, "first_part_id", "Only a second part has a first"),
        ({"part": ClaimPart.SECOND, "first_part_id": "gone"}, "first_part_id", "no first part"),
    ],
)
def test_what_no_claim_can_be_is_refused_in_a_sentence(
    db: Database, given: dict[str, Any], field: str, said: str
) -> None:
    with pytest.raises(FieldProblem, match=said) as refused:
        county(db).claim(db, **given)
    assert refused.value.field == field
    assert not any_claim(db)


def test_a_service_of_another_provider_and_an_item_of_another_fund_are_refused(db: Database) -> None:
    all_of = county(db)
    other = add_service(db, all_of.hazel, name="Hazel House", kind=ServiceKind.HOME_CARE, district="Gedling")
    with pytest.raises(FieldProblem, match="another provider"):
        all_of.claim(db, service_id=other.id)
    with pytest.raises(FieldProblem, match="another fund"):
        all_of.claim(db, item_id="gone")


def test_the_second_part_is_of_the_same_learner_as_the_first(db: Database) -> None:
    all_of = county(db)
    first = all_of.claim(db, part=ClaimPart.FIRST)
    with pytest.raises(FieldProblem, match="Claim 1 is for another learner"):
        all_of.claim(db, part=ClaimPart.SECOND, first_part_id=first.id, learner_id=all_of.bo.id)
    assert all_of.claim(db, part=ClaimPart.SECOND, first_part_id=first.id).first_part_id == first.id


def test_what_was_submitted_stays_as_it_was_looked_at(db: Database) -> None:
    all_of = county(db)
    held = all_of.claim(db)
    assert edit_claim(db, held.id, today=TODAY, pence=70_000).pence == 70_000
    submit(db, held.id, now=NOW)
    with pytest.raises(Problem, match="Request changes first"):
        edit_claim(db, held.id, today=TODAY, pence=50_000)
    assert edit_claim(db, held.id, today=TODAY, note="Rang them").note == "Rang them"
    request_changes(db, held.id, now=NOW, reason="The amount")
    assert edit_claim(db, held.id, today=TODAY, pence=50_000).pence == 50_000
    assert balance(db, all_of.fund.id).awaiting == 50_000


def test_a_claim_that_is_asked_for_cannot_grow_beyond_the_fund(db: Database) -> None:
    all_of = county(db, pence=65_000)
    held = all_of.claim(db)
    submit(db, held.id, now=NOW)
    request_changes(db, held.id, now=NOW, reason="The amount")
    with pytest.raises(Overspent):
        edit_claim(db, held.id, today=TODAY, pence=65_001)
    assert claim(db, held.id).pence == 60_000
    passed = edit_claim(
        db, held.id, today=TODAY, passed=Passed("Cy Example", "Agreed by the funder"), pence=65_001
    )
    assert (passed.over_passed_by, passed.over_reason) == ("Cy Example", "Agreed by the funder")


def test_a_draft_is_removed_and_comes_back_by_undo(db: Database) -> None:
    all_of = county(db)
    held = all_of.claim(db)
    remove_claim(db, held.id)
    assert not any_claim(db)
    history.undo(db)
    assert claim(db, held.id) == held
    submit(db, held.id, now=NOW)
    with pytest.raises(Problem, match="Withdraw or decline"):
        remove_claim(db, held.id)


def test_a_first_part_that_a_second_names_is_not_removed(db: Database) -> None:
    all_of = county(db)
    first = all_of.claim(db, part=ClaimPart.FIRST)
    second = all_of.claim(db, part=ClaimPart.SECOND, first_part_id=first.id)
    with pytest.raises(Problem, match="Claim 2 is the second part of claim 1"):
        remove_claim(db, first.id)
    edit_claim(db, second.id, today=TODAY, first_part_id=None)
    remove_claim(db, first.id)
    assert claims(db) == [claim(db, second.id)]


def test_a_first_part_is_not_parted_from_its_second(db: Database) -> None:
    all_of = county(db)
    first = all_of.claim(db, part=ClaimPart.FIRST)
    second = all_of.claim(db, part=ClaimPart.SECOND, first_part_id=first.id)
    with pytest.raises(Problem, match="Claim 2 is the second part of claim 1, and would not be so any more"):
        edit_claim(db, first.id, today=TODAY, part=ClaimPart.WHOLE)
    with pytest.raises(Problem, match="another learner"):
        edit_claim(db, first.id, today=TODAY, learner_id=all_of.bo.id)
    assert claim(db, first.id) == first
    withdraw(db, second.id, now=NOW)
    assert edit_claim(db, first.id, today=TODAY, part=ClaimPart.WHOLE).part is ClaimPart.WHOLE


def test_a_day_that_it_gave_before_is_no_mistake_when_the_clock_is_put_back(db: Database) -> None:
    all_of = county(db)
    held = all_of.claim(db, submitted_on=TODAY)
    yesterday = TODAY - timedelta(days=1)
    assert edit_claim(db, held.id, today=yesterday, pence=50_000).pence == 50_000
    with pytest.raises(FieldProblem, match="Received: 2 October 2019 is after today"):
        edit_claim(db, held.id, today=yesterday, submitted_on=date(2019, 10, 2))


def test_that_it_was_opened_again_is_known(db: Database) -> None:
    held = county(db).claim(db)
    submit(db, held.id, now=NOW)
    assert not was_opened_again(db, held.id)
    withdraw(db, held.id, now=NOW)
    reopen(db, held.id, "An appeal", now=NOW)
    assert was_opened_again(db, held.id)


def test_a_service_that_was_sold_since_keeps_nobody_from_writing(db: Database) -> None:
    all_of = county(db)
    held = all_of.claim(db)
    with change(db, "Sold"):
        db.update_row("service", all_of.service, {"provider_id": all_of.hazel})
    assert edit_claim(db, held.id, today=TODAY, note="Rang them").note == "Rang them"
    with pytest.raises(FieldProblem, match="another provider"):
        all_of.claim(db, learner_id=all_of.bo.id)
