"""Coverage of spans: who was in the register at the end of each, and who of them came."""

from datetime import date

from engagement.forums.reach.coverage import coverage_of, coverage_table
from engagement.forums.reach.reading import SpanRow
from engagement.forums.reach.standing import CqcPeriod
from resources.spans import Span
from tests.engagement.forums.reach.made_services import service

SPRING, SUMMER = Span(date(2019, 4, 1), date(2019, 6, 30)), Span(date(2019, 7, 1), date(2019, 9, 30))
GONE = (CqcPeriod("2010-01-01", "2019-05-01", "nursing_home", False),)
RECORDS = [
    service("Ada"), service("Ben", provider="Ada Ltd"), service("Cy", registered_on="2019-07-15"),
    service("Gone", periods=GONE),
]  # fmt: skip
ROWS = [
    SpanRow(0, "Ada", "Ada Ltd", True, 3, 1),
    SpanRow(0, "Gone", "Gone Ltd", True, 1, 0),
    SpanRow(1, "Cy", "Cy Ltd", True, 1, 0),
    SpanRow(1, None, "Ada Ltd", True, 2, 1),
    SpanRow(1, "Elsewhere", "Far Ltd", False, 4, 4),
]


def test_only_services_in_the_register_at_the_end_count() -> None:
    spring, summer = coverage_of(RECORDS, ROWS, (SPRING, SUMMER))
    assert (spring.services.count, spring.services.base) == (1, 2)
    assert (spring.providers.count, spring.providers.base) == (1, 1)
    assert (summer.services.count, summer.services.base) == (1, 3)


def test_who_stands_for_a_whole_provider_counts_for_the_provider_alone() -> None:
    summer = coverage_of(RECORDS, ROWS, (SPRING, SUMMER))[1]
    assert (summer.providers.count, summer.providers.base) == (2, 2)


def test_no_shows_are_people_and_those_of_other_places_are_left_out_when_places_are_asked_for() -> None:
    everywhere = coverage_of(RECORDS, ROWS, (SPRING, SUMMER))[1].no_shows
    here = coverage_of(RECORDS, ROWS, (SPRING, SUMMER), everywhere=False)[1].no_shows
    assert (everywhere.count, everywhere.base) == (5, 7)
    assert (here.count, here.base) == (1, 3)


def test_the_table_names_nobody_and_hides_percentages_of_small_bases() -> None:
    table = coverage_table(coverage_of(RECORDS, ROWS, (SPRING, SUMMER)))
    assert table.rows == [
        ("Apr to Jun 2019", 1, 2, None, 1, 1, None, 1, 4, None),
        ("Jul to Sep 2019", 1, 3, None, 2, 2, None, 5, 7, None),
    ]
    assert table.as_at == SUMMER.last
    assert any("small base" in note for note in table.notes)
    assert not any("House" in str(cell) for row in table.rows for cell in row)
    assert coverage_table(()).rows == []
