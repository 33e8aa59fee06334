"""What about funding Home lists."""

from datetime import UTC, date, datetime, timedelta

from resources.attention import Urgency
from resources.database import Database
from tests.workforce.funding.claims.claiming import NOW, by, county
from workforce.funding.attention import MOST_NAMED, funding_attention
from workforce.funding.claims import approving
from workforce.funding.funds.cut_offs import add_cut_off
from workforce.funding.vocabulary import CutOffKind

LATER = NOW + timedelta(days=3)


def said(db: Database, now: datetime = LATER) -> list[tuple[Urgency, str]]:
    return [(one.urgency, one.what) for one in funding_attention(db, now)]


def test_claims_wait_for_an_officer_for_finance_and_to_be_paid(db: Database) -> None:
    all_of = county(db)
    assert said(db) == []
    held = all_of.claim(db)
    approving.submit(db, held.id, now=NOW)
    (line,) = funding_attention(db, LATER)
    assert line.what == "1 claim waits for an officer’s approval"
    assert line.detail == "£600 together. The first is claim 1, since 1 October 2019"
    assert (line.urgency, line.key, line.page, line.day) == (
        Urgency.DUE,
        held.id,
        "funding",
        date(2019, 10, 1),
    )
    approving.approve(db, held.id, now=NOW)
    assert [what for _, what in said(db)] == ["1 claim waits for finance’s approval"]
    with by(db, "Fay Finance"):
        approving.approve(db, held.id, now=NOW)
    assert [what for _, what in said(db)] == ["1 claim waits to be paid"]
    approving.payment_failed(db, held.id, "Account closed", now=NOW)
    assert [what for _, what in said(db)] == ["The payment of claim 1 failed"]


def test_claim_windows_that_end(db: Database) -> None:
    all_of = county(db)
    add_cut_off(db, all_of.fund.id, CutOffKind.CLAIMS, date(2019, 10, 20), at_time="5pm")
    held = all_of.claim(db)
    assert (Urgency.SOON, "Claim 1 can be submitted until 20 October 2019") in said(db)
    assert (Urgency.SOON, "Workforce Example Fund: last day for claims on 20 October 2019, 5pm") in said(db)
    on_the_day = datetime(2019, 10, 20, 12, tzinfo=UTC)
    assert {urgency for urgency, _ in said(db, on_the_day)} == {Urgency.TODAY}
    for _ in range(MOST_NAMED):
        all_of.claim(db, what="x", course_id=None, item_id=None, learner_id=None)
    assert (Urgency.SOON, f"{MOST_NAMED + 1} claims not submitted, whose last day is near") in said(db)
    lines = funding_attention(db, LATER)
    assert "5 claims are still being put together" in [
        one.detail for one in lines if "last day for" in one.what
    ]
    assert held.id in {one.key for one in lines}


def test_claims_made_twice_until_they_are_decided(db: Database) -> None:
    all_of = county(db)
    all_of.claim(db)
    second = all_of.claim(db, provider_id=all_of.hazel, service_id=None)
    assert (Urgency.WHEN_YOU_CAN, "1 claim for a learner and qualification claimed already") in said(db)
    approving.withdraw(db, second.id, now=NOW)
    assert said(db) == []
