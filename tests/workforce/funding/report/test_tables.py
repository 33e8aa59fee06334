"""The figures as tables."""

from engagement.register.vocabulary import ServiceKind
from resources.database import Database
from resources.suppression import HIDDEN
from tests.workforce.funding.report.told import TODAY, Told, nursing_homes
from workforce.funding.funds.allocations import set_allocation
from workforce.funding.report.figures import funding_figures
from workforce.funding.report.tables import (
    claimed_for_table,
    claimed_table,
    courses_table,
    forecast_table,
    funds_table,
    unclaimed_table,
    whole_table,
)
from workforce.funding.unclaimed.unclaimed import find_unclaimed


def test_each_fund_and_all_of_them(db: Database) -> None:
    told = Told(db)
    fund, small = told.fund(), told.fund("Recruitment project", 6_000_00)
    told.spend(fund, 1_800_00)
    nursing_homes(told, fund, 6)
    table = funds_table(funding_figures(db, 2019, today=TODAY))
    assert table.rows == [
        ("Workforce Development Fund", 112_000_00, 112_000_00, 6_000_00, 6_000_00, 1_800_00, 104_200_00),
        (small.name, 6_000_00, 6_000_00, 0, 0, 0, 6_000_00),
        ("All funds", None, 118_000_00, 6_000_00, 6_000_00, 1_800_00, 110_200_00),
    ]
    assert table.as_at == TODAY and table.base == "2 funds that the team holds or was granted"


def test_only_funds_of_several_years_have_a_table_over_all_of_them(db: Database) -> None:
    told = Told(db)
    fund = told.fund()
    assert whole_table(funding_figures(db, 2019, today=TODAY)) is None
    set_allocation(db, fund.id, 2020, "", 8_000_00)
    table = whole_table(funding_figures(db, 2019, today=TODAY))
    assert table is not None and table.rows == [
        (fund.name, "1 April 2019 to 31 March 2020", 120_000_00, 0, 0, 120_000_00)
    ]


def test_what_is_hidden_says_so_and_the_total_stands(db: Database) -> None:
    told = Told(db)
    fund = told.fund()
    nursing_homes(told, fund, 6)
    told.home("Lonemere", ServiceKind.HOME_CARE, "Mansfield")
    told.claim(fund, "Lonemere", 1_540_00)
    found = funding_figures(db, 2019, today=TODAY)
    table = claimed_table(found, "kind of service")
    assert table.rows == [
        ("Nursing home", 6, HIDDEN, HIDDEN), ("Home care", 1, HIDDEN, HIDDEN), ("All", 7, 7, 7_540_00),
    ]  # fmt: skip
    assert any("fewer than 5 providers" in note for note in table.notes)
    assert table.base == "7 claims of 7 providers that await a decision, are approved or are paid"
    assert [row[0] for row in claimed_table(found, "district").rows] == ["Bassetlaw", "Mansfield", "All"]


def test_people_are_rounded_and_few_are_hidden(db: Database) -> None:
    told = Told(db)
    fund = told.fund()
    nursing_homes(told, fund, 6)
    for number in range(12):
        told.claim(fund, "Aldermere", 10_00, learner=told.learner("Ada", f"Example{number}"))
    told.trained("Aldermere", 33)
    told.trained("Birchmere", 3, "Dementia care")
    found = funding_figures(db, 2019, today=TODAY)
    assert claimed_for_table(found).rows == [("Nursing home", 10), ("All", 10)]
    courses = courses_table(found)
    assert courses.rows == [("Fire safety", HIDDEN), ("Dementia care", HIDDEN), ("All", 35)]
    assert "nearest 5" in courses.notes[0]


def test_a_day_on_which_a_fund_is_empty_stands_only_where_it_is_before_the_close(db: Database) -> None:
    told = Told(db)
    fund = told.fund(pence=10_000_00)
    nursing_homes(told, fund, 5)
    (row,) = forecast_table(funding_figures(db, 2019, today=TODAY)).rows
    assert row[:3] == (fund.name, 5_000_00, 384_62) and row[3] == "2020-03-09"
    large = told.fund("Large fund", 500_000_00)
    told.claim(large, "Aldermere", 1_000_00)
    rows = {one[0]: one for one in forecast_table(funding_figures(db, 2019, today=TODAY)).rows}
    assert rows["Large fund"][3] is None and int(str(rows["Large fund"][4])) > 400_000_00


def test_who_has_not_claimed_is_told_in_counts(db: Database) -> None:
    told = Told(db)
    told.fund()
    told.home("Aldermere")
    table = unclaimed_table(find_unclaimed(db, on=TODAY))
    assert [one.heading for one in table.columns][1:4] == [
        "Eligible",
        "Not known yet",
        "Could become eligible",
    ]
    assert not any("Aldermere" in str(cell) for row in table.rows for cell in row)
