from datetime import date, timedelta

from engagement.register.ratings import record_rating
from engagement.register.vocabulary import Rating
from resources.attention import Attention, Urgency
from resources.database import Database
from tests.workforce.funding.unclaimed.eligible import NOW, TODAY, county
from workforce.funding.decisions.keeping import keep_decision
from workforce.funding.funds.funds import set_fund_status
from workforce.funding.rulebook.deciding import decide
from workforce.funding.rulebook.rules import rules_of
from workforce.funding.unclaimed.approaches import Whom, add_approach
from workforce.funding.unclaimed.attention import _one_line, unclaimed_attention
from workforce.funding.unclaimed.gathering import facts_of_services
from workforce.funding.vocabulary import AskedBy, FundStatus


def test_who_is_to_be_asked_again_from_the_day_on(db: Database) -> None:
    held = county(db)
    whom, again = Whom(held.fund.id, held.rosewood), TODAY + timedelta(days=7)
    made = add_approach(db, whom, today=TODAY, how=AskedBy.TELEPHONE, outcome="No answer", again_on=again)
    assert unclaimed_attention(db, again - timedelta(days=1)) == []
    (line,) = unclaimed_attention(db, again)
    assert line.what == "Ask Rosewood Example Homes again about Learning Example Fund"
    assert (line.detail, line.page, line.key, line.day) == (
        "Telephone on 4 November 2019: No answer.", "funding", made.id, again,
    )  # fmt: skip
    add_approach(db, whom, today=again, how=AskedBy.TELEPHONE, made_on=again)
    assert unclaimed_attention(db, again) == []


def test_nobody_is_asked_again_about_a_closed_fund(db: Database) -> None:
    held = county(db)
    add_approach(db, Whom(held.fund.id, held.rosewood), today=TODAY, how=AskedBy.EMAIL, again_on=TODAY)
    set_fund_status(db, held.fund.id, FundStatus.CLOSED)
    assert unclaimed_attention(db, TODAY) == []


def test_a_past_answer_that_would_be_another_is_said(db: Database) -> None:
    held = county(db)
    facts = facts_of_services(db, fund_id=held.fund.id, on=TODAY, services=[held.rosewood_house])
    known = facts[held.rosewood_house]
    kept = keep_decision(
        db, decide(rules_of(db, held.fund.id), known, on=TODAY), known, fund_id=held.fund.id,
        provider_id=held.rosewood, service_id=held.rosewood_house, as_at=TODAY, now=NOW,
    )  # fmt: skip
    assert unclaimed_attention(db, TODAY) == []
    record_rating(db, held.rosewood_house, Rating.INADEQUATE, date(2019, 11, 1), today=TODAY)
    (line,) = unclaimed_attention(db, TODAY)
    assert (line.what, line.key) == ("Rosewood House: a past decision would come out differently", kept.id)
    assert unclaimed_attention(db, TODAY + timedelta(days=600)) == []


def test_many_of_one_sort_are_one_line() -> None:
    some = [
        Attention(Urgency.SOON, f"Provider {number}", "so", "funding", str(number), "Open", None)
        for number in range(6)
    ]
    (line,) = _one_line(some, "providers to ask again")
    assert (line.what, line.detail, line.key) == (
        "6 providers to ask again",
        "The first: Provider 0. so",
        "0",
    )
    assert _one_line(some[:4], "x") == some[:4]
