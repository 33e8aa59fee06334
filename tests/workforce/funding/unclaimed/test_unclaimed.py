from datetime import date
from pathlib import Path

from engagement.register.ratings import record_rating
from engagement.register.vocabulary import ConsentBasis, Rating
from resources.database import Database
from tests.workforce.ascwds.bulk_files import HOME, bring, write_workers, write_workplaces
from tests.workforce.ascwds.bulk_files import worker as record
from tests.workforce.funding.unclaimed.eligible import (
    CUT_OFF,
    TODAY,
    claimed,
    county,
    home,
    manager,
    rule,
    worker,
)
from workforce.ascwds.workplaces import tie_workplace, workplaces
from workforce.funding.funds.funds import archive_fund, set_fund_status
from workforce.funding.rulebook.deciding import decide
from workforce.funding.rulebook.rules import rules_of
from workforce.funding.unclaimed.approaches import Whom, add_approach
from workforce.funding.unclaimed.unclaimed import Standing, Unclaimed, find_unclaimed, sums, unclaimed
from workforce.funding.vocabulary import AskedBy, FundStatus, Operator, Outcome


def only(rows: list[Unclaimed], item: str) -> Unclaimed:
    return next(one for one in rows if one.item is not None and one.item.id == item)


def test_eligible_and_not_claimed(db: Database) -> None:
    held = county(db)
    manager(db, held.rosewood)
    worker(db, held.rosewood, "Ada", held.rosewood_house)
    worker(db, held.rosewood, "Bo")
    rows = unclaimed(db, on=TODAY)
    assert {one.place.service for one in rows} == {"Rosewood House"}  # Hazel Lodge is Inadequate
    two = only(rows, held.level_2.id)
    assert (two.standing, two.outcome) == (Standing.ELIGIBLE, Outcome.ELIGIBLE)
    assert two.likely_pence == 308_000
    assert two.likely.basis == "2 learners known × up to £1,540"
    assert two.ring == "Mina Example, Registered manager, 01632 960 001"
    assert two.by == CUT_OFF
    assert two.missing == ()
    three = only(rows, held.level_3.id)
    assert three.likely_pence is None
    assert rows.index(two) < rows.index(three)  # no figure: after


def test_what_was_claimed_is_left_out(db: Database) -> None:
    held = county(db)
    claimed(db, held, held.rosewood, service_id=held.rosewood_house)
    assert [one.item for one in unclaimed(db, on=TODAY)] == [held.level_3]


def test_a_draft_counts_for_nothing_and_is_said(db: Database) -> None:
    held = county(db)
    made = claimed(db, held, held.rosewood, status="draft")
    assert only(unclaimed(db, on=TODAY), held.level_2.id).missing == (
        f"Claim {made.number} is begun and not submitted",
    )


def test_what_is_not_known_and_what_can_still_be_put_right(db: Database) -> None:
    held = county(db)
    rule(db, held.fund, "ASC-WDS is completed", "ascwds_eligible", Operator.IS, "yes")
    rows = unclaimed(db, on=TODAY)
    assert {one.standing for one in rows} == {Standing.NEEDS_INFORMATION}
    assert all(one.missing for one in rows)


def test_a_rating_cannot_be_put_right_by_the_provider(db: Database) -> None:
    held = county(db)
    record_rating(db, held.rosewood_house, Rating.INADEQUATE, date(2019, 10, 1), today=TODAY)
    assert unclaimed(db, on=TODAY) == []
    assert unclaimed(db, on=date(2019, 9, 30))  # as at a day before it was published


def test_an_approach_stands_beside(db: Database) -> None:
    held = county(db)
    home(db, "Third Example Homes", "Third House")
    add_approach(
        db, Whom(held.fund.id, held.rosewood), today=TODAY, how=AskedBy.TELEPHONE, outcome="No answer"
    )
    said = {one.place.service: one.approached for one in unclaimed(db, on=TODAY)}
    assert said["Third House"] is None
    assert said["Rosewood House"] is not None
    assert said["Rosewood House"].outcome == "No answer"


def test_nobody_is_rung_who_did_not_agree(db: Database) -> None:
    held = county(db)
    manager(db, held.rosewood, consent=ConsentBasis.WITHDRAWN)
    assert unclaimed(db, on=TODAY)[0].ring == (
        "Nobody has agreed to be contacted; the office is on 01632 960 100"
    )


def test_a_closed_fund_lists_nobody_and_says_why(db: Database) -> None:
    held = county(db)
    set_fund_status(db, held.fund.id, FundStatus.CLOSED)
    found = find_unclaimed(db, on=TODAY)
    assert found.rows == ()
    assert [one.words for one in found.not_open] == [
        "Learning Example Fund: it takes no claims: its status is Closed."
    ]


def test_what_rows_come_to(db: Database) -> None:
    held = county(db)
    worker(db, held.rosewood, "Ada", held.rosewood_house)
    found = sums(unclaimed(db, on=TODAY))
    assert (found.rows, found.services, found.providers) == (2, 1, 1)
    assert (found.pence, found.without_figure) == (154_000, 1)


def test_only_the_learner_cap_is_likely(db: Database) -> None:
    held = county(db)
    rule(db, held.fund, "£1,000 a learner", "learner_claimed_this_year", Operator.AT_MOST, "100000")
    assert len(rules_of(db, held.fund.id)) == 3
    worker(db, held.rosewood, "Ada", held.rosewood_house)
    assert only(unclaimed(db, on=TODAY), held.level_2.id).likely.basis == "1 learner known × up to £1,000"


def test_what_is_missing_is_to_be_done_while_it_can_still_be_claimed(db: Database) -> None:
    held = county(db)
    before = rule(
        db, held.fund, "Nobody claims twice", "ascwds_workers", Operator.AT_LEAST, "5",
        to_change="Add {missing} staff records by {by}",
    )  # fmt: skip
    finding = decide([before], {"ascwds_workers": 2}, on=TODAY).against[0]
    assert finding.to_change == "Add 3 staff records by 31 March 2020"
    assert finding.to_change_by(CUT_OFF) == "Add 3 staff records by 21 March 2020"
    assert finding.to_change_by(date(2020, 6, 1)) == "Add 3 staff records by 31 March 2020"
    assert finding.reason_by(CUT_OFF).endswith("Add 3 staff records by 21 March 2020.")


def test_the_advice_on_the_list_never_comes_after_the_last_day(db: Database, tmp_path: Path) -> None:
    held = county(db)
    rule(
        db, held.fund, "Records", "ascwds_workers", Operator.AT_LEAST, "5", to_change="Add {missing} by {by}"
    )
    paths = [
        write_workplaces(tmp_path, {**HOME}, name="homes.csv"),
        write_workers(tmp_path, record("Ada"), record("Bo"), name="workers.csv"),
    ]
    bring(db, *paths, on=date(2019, 9, 30), today=TODAY)
    tie_workplace(db, workplaces(db)[0].id, service_id=held.rosewood_house)
    two = only(unclaimed(db, on=TODAY), held.level_2.id)
    assert two.standing is Standing.COULD_BECOME
    assert two.by == CUT_OFF
    assert two.advice == two.missing[:1] == ("Add 3 by 21 March 2020",)


def test_an_old_day_goes_by_the_days_of_the_fund_and_not_by_its_status_of_today(db: Database) -> None:
    held = county(db)
    later = date(2021, 5, 3)
    set_fund_status(db, held.fund.id, FundStatus.CLOSED)
    assert find_unclaimed(db, on=TODAY).rows == ()
    assert find_unclaimed(db, on=TODAY, today=later).rows
    assert find_unclaimed(db, on=later, today=later).rows == ()
    archive_fund(db, held.fund.id, today=later)
    assert find_unclaimed(db, on=TODAY, today=later).rows
