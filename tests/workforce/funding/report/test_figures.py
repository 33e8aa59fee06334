"""The figures of a funding year."""

from engagement.register.vocabulary import ServiceKind
from resources.database import Database
from tests.workforce.funding.report.told import DECLINED, SUBMITTED, TODAY, Told, nursing_homes
from workforce.funding.funds.balance import balance
from workforce.funding.report.figures import (
    OTHER_COURSES,
    PeopleLine,
    claimed_figures,
    funding_figures,
    trained_figures,
)
from workforce.funding.report.reading import ClaimRow, TrainedRow
from workforce.funding.vocabulary import ClaimStatus


def row(
    number: int, pence: int = 100_00, *, kind: str = "Nursing home", status: ClaimStatus = SUBMITTED
) -> ClaimRow:
    return ClaimRow(
        number, "fund", f"provider {number}", f"learner {number}", pence, status, kind, "Bassetlaw"
    )


def test_a_fund_stands_with_its_balance_and_what_was_claimed(db: Database) -> None:
    told = Told(db)
    fund = told.fund()
    told.spend(fund, 1_800_00)
    nursing_homes(told, fund, 6)
    told.claim(fund, "Aldermere", 700_00, SUBMITTED)
    told.claim(fund, "Birchmere", 690_00, DECLINED)
    found = funding_figures(db, 2019, today=TODAY)
    (line,) = found.funds
    assert line.year == line.whole == balance(db, fund.id) and not line.is_of_several_years
    assert (line.year.allocated, line.year.paid, line.year.committed) == (112_000_00, 6_000_00, 1_800_00)
    assert found.together.remaining == 104_200_00 and line.runway is not None
    claimed = found.claimed
    assert (claimed.claims, claimed.providers, claimed.pence) == (7, 6, 6_700_00)
    assert (claimed.refused, claimed.refused_pence, claimed.withdrawn) == (1, None, 0)
    assert [(one.name, one.claims, one.pence) for one in claimed.by_kind] == [("Nursing home", 7, 6_700_00)]


def test_amounts_of_few_providers_are_hidden_with_what_would_give_them_away() -> None:
    some = [row(number) for number in range(7)]
    some += [row(number, kind="Residential home") for number in range(10, 19)]
    some += [row(30, kind="Home care"), row(31, kind="Home care", status=ClaimStatus.DRAFT)]
    found = claimed_figures(some)
    assert [(one.name, one.providers, one.claims, one.pence) for one in found.by_kind] == [
        ("Nursing home", 7, None, None), ("Residential home", 9, 9, 900_00), ("Home care", 1, None, None),
    ]  # fmt: skip
    assert found.hides and found.claims == 17


def test_people_are_counted_once_at_a_course_rounded_and_hidden_where_few() -> None:
    trained = [
        TrainedRow("Fire safety", None, 33, "", ""),
        *(TrainedRow("Fire safety", "a", 1, "", "") for _ in "ab"),
    ]
    trained += [
        TrainedRow("Dementia care", None, 3, "", ""),
        TrainedRow("Moving and handling", None, 21, "", ""),
    ]
    found = trained_figures(trained, [])
    assert found.by_course == (
        PeopleLine("Fire safety", 35), PeopleLine("Moving and handling", None), PeopleLine("Dementia care", None),
    )  # fmt: skip
    assert found.by_course_total == 60 and found.any


def test_many_courses_are_put_together() -> None:
    found = trained_figures(
        [TrainedRow(f"Course {number:02}", None, 100 - number, "", "") for number in range(20)], []
    )
    assert len(found.by_course) == 13 and found.by_course[-1] == PeopleLine(OTHER_COURSES, 675)


def test_learners_count_once_by_the_kind_that_claimed_first() -> None:
    claims = [row(number) for number in range(12)]
    claims += [ClaimRow(99, "fund", "provider 1", "learner 1", 1, SUBMITTED, "Home care", "Bassetlaw")]
    found = trained_figures([], claims)
    assert found.claimed_for == (PeopleLine("Nursing home", 10),) and found.claimed_for_total == 10


def test_kinds_stand_in_their_order_and_several_kinds_last(db: Database) -> None:
    told = Told(db)
    fund = told.fund()
    for name, kind in (("Aldermere", ServiceKind.HOME_CARE), ("Birchmere", ServiceKind.NURSING_HOME)):
        told.home(name, kind)
        told.claim(fund, name, 100_00)
    found = funding_figures(db, 2019, today=TODAY).claimed
    assert [one.name for one in found.by_kind] == ["Nursing home", "Home care"]
    assert [one.name for one in found.by_district] == ["Bassetlaw"]
