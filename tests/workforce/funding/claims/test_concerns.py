"""What speaks against a claim, and from which step on it stops it."""

from datetime import date
from typing import Any

import pytest

from resources.database import Database
from tests.workforce.funding.claims.claiming import NOW, TODAY, county, learner_at
from workforce.funding.claims import approving
from workforce.funding.claims.claims import claim, edit_claim
from workforce.funding.claims.concern import Concern, Stops
from workforce.funding.claims.concerns import concerns, problems
from workforce.funding.claims.tables import concerns_table
from workforce.funding.claims.windows import last_day
from workforce.funding.funds.cut_offs import add_cut_off
from workforce.funding.funds.funds import add_fund, edit_fund, set_fund_status
from workforce.funding.funds.items import edit_item
from workforce.funding.rulebook.editing import RuleDraft, add_rule
from workforce.funding.vocabulary import ClaimPart, CutOffKind, FundKind, FundStatus, Operator, SourceStanding
from workforce.training.learners import add_post
from workforce.training.vocabulary import Employment, JobRole


def found(db: Database, held: Any) -> list[tuple[Stops, str]]:
    return [(one.stops, one.sentence) for one in concerns(db, held, today=TODAY)]


def test_nothing_speaks_against_a_claim_that_is_in_order(db: Database) -> None:
    assert concerns(db, county(db).claim(db), today=TODAY) == []


def test_a_claim_dated_before_the_fund_opened(db: Database) -> None:
    all_of = county(db)
    early = all_of.claim(db, started_on=None, completed_on=date(2019, 3, 31))
    assert found(db, early)[0] == (
        Stops.SUBMISSION,
        "It was completed on 31 March 2019, before Workforce Example Fund opened on 1 April 2019.",
    )
    sent = all_of.claim(
        db, learner_id=all_of.bo.id, submitted_on=date(2019, 3, 1), started_on=None, completed_on=None
    )
    assert "The claim is dated 1 March 2019, before" in problems(db, sent, today=TODAY)[0]
    days = {"started_on": date(2019, 3, 1), "cost_paid_on": date(2019, 5, 1)}
    finished = all_of.claim(db, what="Another", course_id=None, item_id=None, **days)
    assert not any("It started on" in one for one in problems(db, finished, today=TODAY))
    begun = all_of.claim(db, what="Third", course_id=None, item_id=None, **days, completed_on=None)
    assert (
        Stops.NOTHING,
        "It started on 1 March 2019, before Workforce Example Fund opened on 1 April 2019.",
    ) in (found(db, begun))


def test_a_claim_after_the_fund_closed_and_after_the_last_day(db: Database) -> None:
    all_of = county(db)
    held = all_of.claim(db)
    add_cut_off(db, all_of.fund.id, CutOffKind.CLAIMS, date(2019, 9, 30), at_time="11:59pm")
    add_cut_off(db, all_of.fund.id, CutOffKind.STARTS, date(2019, 4, 30))
    assert [one for _, one in found(db, held)] == [
        "The last day for claims was 30 September 2019, 11:59pm, and this one is dated 1 October 2019.",
        "The last day for new starts was 30 April 2019, and this one started on 1 May 2019.",
    ]
    late = concerns(db, held, today=date(2020, 4, 1))
    assert "after Workforce Example Fund closed on 31 March 2020" in late[0].sentence


def test_on_the_last_day_itself_a_claim_may_still_come(db: Database) -> None:
    all_of = county(db)
    held = all_of.claim(db)
    add_cut_off(db, all_of.fund.id, CutOffKind.CLAIMS, TODAY)
    assert concerns(db, held, today=TODAY) == []


def test_a_fund_that_is_not_open_and_one_that_is_not_ours(db: Database) -> None:
    all_of = county(db)
    held = all_of.claim(db)
    set_fund_status(db, all_of.fund.id, FundStatus.CLOSED)
    assert found(db, held)[0][0] is Stops.SUBMISSION
    assert "is closed, and takes claims only while it is open" in found(db, held)[0][1]
    other = add_fund(
        db, "Example Support", FundKind.SIGNPOSTED, opens_on=date(2019, 4, 1), status=FundStatus.OPEN,
        where_to_claim="example.org",
    )  # fmt: skip
    elsewhere = all_of.claim(db, fund_id=other.id, item_id=None, learner_id=all_of.bo.id)
    assert any("themselves at example.org" in sentence for _, sentence in found(db, elsewhere))


@pytest.mark.parametrize(
    ("given", "stops", "said"),
    [
        (
            {"pence": 87_001},
            Stops.SUBMISSION,
            "£870.01 is claimed, and Level 3 Example Diploma pays £870 at most.",
        ),
        (
            {"part": ClaimPart.FIRST},
            Stops.SUBMISSION,
            "is paid in one sum, and the claim is for the first part",
        ),
        ({"item_id": None}, Stops.NOTHING, "no limit can be checked"),
        ({"learner_id": None}, Stops.APPROVAL, "It is for a course and names no learner."),
    ],
)
def test_what_is_claimed(db: Database, given: dict[str, Any], stops: Stops, said: str) -> None:
    all_of = county(db)
    told = found(db, all_of.claim(db, **given))
    assert [stop for stop, sentence in told if said in sentence] == [stops]


def test_no_more_than_the_item_pays_at_the_penny(db: Database) -> None:
    assert concerns(db, county(db).claim(db, pence=87_000), today=TODAY) == []


def test_two_parts_pay_no_more_than_the_whole(db: Database) -> None:
    all_of = county(db)
    edit_item(db, all_of.item.id, first_percent=60)
    first = all_of.claim(db, part=ClaimPart.FIRST, pence=52_200, cost_paid_on=date(2019, 5, 1))
    approving.submit(db, first.id, now=NOW)
    assert concerns(db, first, today=TODAY) == []
    more = all_of.claim(db, part=ClaimPart.SECOND, pence=34_801, first_part_id=first.id)
    assert any("pays £348 at most for the second part" in one for one in problems(db, more, today=TODAY))
    assert any(
        "With the first part, claim 1, this makes £870.01" in one for one in problems(db, more, today=TODAY)
    )
    rest = all_of.claim(db, part=ClaimPart.SECOND, pence=34_800, completed_on=None)
    assert [one for one in problems(db, rest, today=TODAY) if "second part" in one] == [
        "The second part is paid once the course is completed, and no day of that is given.",
        "It is a second part, and does not say which claim was the first.",
    ]


def test_something_is_paid_for_only_within_its_days(db: Database) -> None:
    all_of = county(db)
    edit_item(db, all_of.item.id, valid_from=date(2019, 9, 2))
    held = all_of.claim(db)
    assert found(db, held) == [
        (Stops.SUBMISSION, "Level 3 Example Diploma is paid for from 2 September 2019 on, and this is of "
         "1 September 2019.")
    ]  # fmt: skip
    edit_item(db, all_of.item.id, valid_from=None, valid_to=date(2019, 8, 31), most_pence=None)
    assert "was paid for until 31 August 2019" in problems(db, held, today=TODAY)[0]
    assert "No figure is known yet" in problems(db, held, today=TODAY)[1]


def test_a_learner_at_two_providers_and_at_another_one(db: Database) -> None:
    all_of = county(db)
    add_post(db, all_of.ada.id, all_of.hazel, job_role=JobRole.CARE_WORKER, employment=Employment.POOL_BANK)
    both = all_of.claim(db)
    assert found(db, both) == [
        (Stops.NOTHING, "Ada Example worked at two providers on 1 May 2019: Rosewood Example Homes and Hazel Example "
         "Care. Ask which of them pays for it.")
    ]  # fmt: skip
    wrong = all_of.claim(db, learner_id=all_of.bo.id)
    assert (
        Stops.APPROVAL,
        "Bo Example-Jones had no post at Rosewood Example Homes on 1 May 2019, but worked at Hazel Example Care.",
    ) in found(db, wrong)
    assert any("has no ULN here" in sentence for _, sentence in found(db, wrong))


def test_another_provider_claims_for_the_learner_in_the_same_year(db: Database) -> None:
    all_of = county(db)
    first = all_of.claim(db)
    approving.submit(db, first.id, now=NOW)
    second = all_of.claim(db, provider_id=all_of.hazel, service_id=None)
    told = found(db, second)
    assert (
        told[0][0] is Stops.SUBMISSION
        and "is claimed already by Rosewood Example Homes: claim 1" in told[0][1]
    )
    assert any("Rosewood Example Homes claims for Ada Example in the same year too" in one for _, one in told)


def test_missing_evidence_stops_approval_and_says_by_when(db: Database) -> None:
    all_of = county(db, evidence="Certificate\nProof of payment")
    add_cut_off(db, all_of.fund.id, CutOffKind.EVIDENCE, date(2019, 12, 1))
    held = all_of.claim(db)
    assert found(db, held) == [
        (Stops.APPROVAL, "Evidence was not seen: Certificate and Proof of payment. The last day for it is "
         "1 December 2019.")
    ]  # fmt: skip


def test_what_stops_a_claim_in_a_table() -> None:
    table = concerns_table(3, [Concern("One.", Stops.SUBMISSION), Concern("Two.", Stops.NOTHING)])
    assert table.rows == [("Stops it", "One."), ("Worth knowing", "Two.")]


def test_rules_that_are_not_met_and_what_is_not_known(db: Database) -> None:
    all_of = county(db)
    held = all_of.claim(db)
    add_rule(db, all_of.fund.id, RuleDraft("No more than £500.", "pence", Operator.AT_MOST, "50000"))
    assert [stop for stop, _ in found(db, held)] == [Stops.APPROVAL]
    assert found(db, held)[0][1].startswith("Not met: “No more than £500”. ")
    for number in range(4):
        draft = RuleDraft(f"Has an account {number}.", "ascwds_completed", Operator.IS, "yes")
        add_rule(db, all_of.fund.id, draft)
    asked = "has an account 0; has an account 1; has an account 2; and 1 more"
    assert (Stops.APPROVAL, f"Not known yet, and the fund’s rules ask for it: {asked}.") in found(db, held)


def test_a_rule_without_a_figure_stops_nothing(db: Database) -> None:
    all_of = county(db)
    draft = RuleDraft(
        "A cap for each learner.", "learner_claimed_this_year", Operator.AT_MOST, "",
        standing=SourceStanding.NOT_VERIFIED,
    )  # fmt: skip
    add_rule(db, all_of.fund.id, draft)
    assert found(db, all_of.claim(db)) == [
        (Stops.NOTHING, "The rulebook has no figure yet for this: a cap for each learner.")
    ]


def test_all_parts_together_pay_no_more_than_the_whole(db: Database) -> None:
    all_of = county(db)
    edit_item(db, all_of.item.id, first_percent=60)
    paid_for = {"cost_paid_on": date(2019, 5, 1), "learner_id": None}
    first = all_of.claim(db, part=ClaimPart.FIRST, pence=52_200, **paid_for)
    seconds = [
        all_of.claim(db, part=ClaimPart.SECOND, pence=34_800, first_part_id=first.id, **paid_for)
        for _ in range(2)
    ]
    approving.submit(db, first.id, now=NOW)
    approving.submit(db, seconds[0].id, now=NOW)
    assert (
        Stops.SUBMISSION,
        "With the first part, claim 1, this makes £1,218, and Level 3 Example Diploma pays £870 at most.",
    ) in found(db, seconds[1])


def test_a_first_part_that_grew_after_its_second_was_claimed(db: Database) -> None:
    all_of = county(db)
    edit_item(db, all_of.item.id, first_percent=60)
    first = all_of.claim(db, part=ClaimPart.FIRST, pence=50_000, cost_paid_on=date(2019, 5, 1))
    approving.submit(db, first.id, now=NOW)
    second = all_of.claim(db, part=ClaimPart.SECOND, pence=34_800, first_part_id=first.id)
    approving.submit(db, second.id, now=NOW)
    approving.request_changes(db, first.id, now=NOW, reason="The amount")
    grown = edit_claim(db, first.id, today=TODAY, pence=52_201)
    assert any("With the second part, claim 2, this makes £870.01" in one for _, one in found(db, grown))


def test_the_second_part_is_no_more_than_the_first_leaves(db: Database) -> None:
    all_of = county(db)
    edit_item(db, all_of.item.id, first_percent=60)
    first = all_of.claim(db, part=ClaimPart.FIRST, pence=30_000, cost_paid_on=date(2019, 5, 1))
    approving.submit(db, first.id, now=NOW)
    said = "claim 1, is £300, which is 60%, so that £200 is left for the second, and £200.01 is claimed."
    second = all_of.claim(db, part=ClaimPart.SECOND, pence=20_001, first_part_id=first.id)
    assert found(db, second) == [(Stops.APPROVAL, f"The first part, {said}")]
    assert found(db, edit_claim(db, second.id, today=TODAY, pence=20_000)) == []


@pytest.mark.parametrize(("name", "told"), [("started_on", "started"), ("completed_on", "completed")])
def test_what_is_still_to_come_is_not_approved_yet(db: Database, name: str, told: str) -> None:
    days = {"started_on": None, "completed_on": None, name: date(2019, 10, 2)}
    held = county(db).claim(db, **days)
    said = f"It is said to be {told} on 2 October 2019, which is still to come. Wait for that day, or put it right."
    assert (Stops.APPROVAL, said) in found(db, held)
    assert said not in problems(db, held, today=date(2019, 10, 2))


@pytest.mark.parametrize("status", [FundStatus.PLANNED, FundStatus.BID_CONFIRMED, FundStatus.CLOSED])
def test_a_day_typed_as_received_opens_no_fund(db: Database, status: FundStatus) -> None:
    all_of = county(db)
    held = all_of.claim(db, submitted_on=TODAY)
    set_fund_status(db, all_of.fund.id, status)
    assert found(db, held)[0] == (
        Stops.SUBMISSION,
        f"Workforce Example Fund is {status.label.lower()}, and takes claims only while it is open.",
    )


def test_what_came_before_the_fund_closed_is_taken_after_it(db: Database) -> None:
    all_of = county(db)
    held = all_of.claim(db, submitted_on=TODAY)
    sent = approving.submit(db, all_of.claim(db, learner_id=all_of.bo.id).id, now=NOW, despite="Tried")
    set_fund_status(db, all_of.fund.id, FundStatus.CLOSED)
    late = date(2020, 4, 1)
    (told,) = concerns(db, held, today=late)
    assert (told.stops, told.sentence) == (
        Stops.NOTHING,
        "Workforce Example Fund is closed. The claim is taken to have come on 1 October 2019, before it closed on "
        "31 March 2020.",
    )
    assert not any("is closed" in one for one in problems(db, sent, today=late))


def test_a_namesake_with_another_uln_is_a_remark(db: Database) -> None:
    all_of = county(db)
    approving.submit(db, all_of.claim(db).id, now=NOW)
    namesake = learner_at(db, all_of.rosewood, "Ada", "Example", uln="1000000027")
    second = all_of.claim(db, learner_id=namesake.id)
    assert found(db, second) == [
        (
            Stops.NOTHING,
            "Level 3 Example Diploma for another Ada Example, with another ULN, is claimed already by the same "
            "provider: claim 1, submitted.",
        )
    ]


def test_a_claim_opened_again_counts_as_received_when_it_was(db: Database) -> None:
    held = county(db).claim(db)
    approving.submit(db, held.id, now=NOW)
    approving.decline(db, held.id, "No post", now=NOW)
    opened = approving.reopen(db, held.id, "Appeal upheld", now=NOW)
    assert found(db, opened) == [
        (Stops.NOTHING, "It was opened again, and counts as received on 1 October 2019, as it did before.")
    ]


def test_a_last_day_after_the_year_ends_that_year_and_not_the_next(db: Database) -> None:
    all_of = county(db)
    edit_fund(db, all_of.fund.id, closes_on=date(2021, 3, 31))
    add_cut_off(db, all_of.fund.id, CutOffKind.CLAIMS, date(2020, 4, 30))
    this, following = all_of.claim(db), all_of.claim(db, year=2020, learner_id=all_of.bo.id)
    late = date(2020, 5, 15)
    said = "The last day for claims was 30 April 2020, and this one is dated 15 May 2020."
    assert said in problems(db, this, today=late)
    assert said not in problems(db, following, today=late)
    day, _ = last_day(db, this, today=late) or (None, "")
    assert day == date(2020, 4, 30)


@pytest.mark.parametrize("fact", ["learner_claimed_this_year", "provider_claimed_this_year"])
def test_a_claim_dated_back_does_not_go_beneath_a_cap_that_is_used_up(db: Database, fact: str) -> None:
    all_of = county(db)
    add_rule(
        db, all_of.fund.id, RuleDraft("No more than £1,000 in a year.", fact, Operator.AT_MOST, "100000")
    )
    other = {"item_id": None, "course_id": None, "completed_on": None, "started_on": date(2019, 5, 1)}
    first = all_of.claim(db, what="Fire safety", **other)
    back = all_of.claim(db, what="First aid", **other, submitted_on=date(2019, 9, 1))
    approving.submit(db, first.id, now=NOW)
    assert not any("No more than £1,000" in one for one in problems(db, back, today=TODAY))
    approving.approve(db, first.id, now=NOW, despite="Tried")
    assert any("Not met: “No more than £1,000 in a year”" in one for one in problems(db, back, today=TODAY))
    assert not any("No more" in one for one in problems(db, claim(db, first.id), today=TODAY))
