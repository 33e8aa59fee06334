from datetime import date

import pytest

from engagement.forums.summary.answering import PeriodSummary, period_summary
from engagement.forums.summary.tables import (
    ONLY_COUNTED,
    SMALL_BASES,
    events_table,
    quarters_on_paper,
    quarters_table,
    reached_table,
    said_table,
    tables,
)
from resources.database import Database


@pytest.fixture
def found(year: Database) -> PeriodSummary:
    return period_summary(year, date(2019, 4, 1), date(2020, 3, 31), today=date(2022, 1, 1))


def test_events_by_kind_with_the_cancelled_apart(found: PeriodSummary) -> None:
    table = events_table(found)
    assert table.rows == [
        ("Provider forum", 2, 1, 5, 1),
        ("Managers network", 1, 0, 1, 0),
        ("Information-sharing meeting", 1, 0, None, 0),
    ]
    assert table.notes == (
        "An attendance is one person at one event.",
        ONLY_COUNTED,
        "Not counted: 1 event still to come, or not closed and without anybody checked in.",
    )


def test_a_kind_that_met_only_the_year_before_has_a_row(year: Database) -> None:
    table = events_table(period_summary(year, date(2020, 4, 2), date(2021, 3, 31), today=date(2022, 1, 1)))
    assert table.rows == [
        ("Provider forum", 0, 0, 0, 2),
        ("Managers network", 0, 0, 0, 1),
        ("Information-sharing meeting", 0, 0, 0, 1),
    ]


def test_services_reached_by_kind_and_district(found: PeriodSummary) -> None:
    kinds, districts = reached_table(found, "Kind of service"), reached_table(found, "District")
    assert kinds.rows == [
        ("Nursing home", 1, 1, None, None, "Base too small"),
        ("Residential home", 1, 2, None, None, "Base too small"),
    ]
    assert districts.rows == [
        ("Ashfield", 1, 2, None, None, "Base too small"),
        ("Bassetlaw", 1, 1, None, None, "Base too small"),
    ]
    assert kinds.base.endswith("on 31 March 2020") and SMALL_BASES in kinds.notes
    assert "95% interval" in kinds.notes[-1]


def test_quarters_wide_and_on_paper(found: PeriodSummary) -> None:
    assert quarters_table(found).rows[0] == ("Apr to Jun 2019", 1, 3, 1, 3, None, 1, 3, None)
    assert quarters_on_paper(found).rows[0] == ("Apr to Jun 2019", 1, 3, "1 of 3", "1 of 3")


def test_a_single_quarter_has_no_table_of_quarters(year: Database) -> None:
    found = period_summary(year, date(2019, 4, 1), date(2019, 6, 30), today=date(2022, 1, 1))
    assert quarters_table(found).rows == [] and quarters_on_paper(found).rows == []
    assert said_table(found).rows == []
    assert [table.title for table in tables(found)] == [
        "Events by kind", "Services reached by kind of service", "Services reached by district",
    ]  # fmt: skip


def test_without_a_year_before_nothing_is_compared(year: Database) -> None:
    found = period_summary(year, date(2018, 4, 1), date(2020, 3, 31), today=date(2022, 1, 1))
    assert [len(table.columns) for table in (events_table(found), reached_table(found, "District"))] == [4, 4]
    assert all(len(row) == 4 for row in reached_table(found, "District").rows)
