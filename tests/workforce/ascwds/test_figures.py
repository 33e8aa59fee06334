"""Figures by the service's formulas, and why some workplace has none."""

from datetime import date
from fractions import Fraction

import pytest

from workforce.ascwds.figures import Figure, Numbers, Worker, figures, total

ON = date(2019, 12, 9)
OLD, NEW = date(2018, 12, 9), date(2018, 12, 10)


def somebody(
    *, job: str = "8", employment: str = "1", started: date | None = OLD, sick: str | None = "0", has: str = "2",
    level: str = "",
) -> Worker:  # fmt: skip
    return Worker(job, employment, started, sick, has, level)


def told(said: Numbers | None, *workers: Worker) -> dict[str, Figure]:
    return {one.name: one for one in figures(said, workers, on=ON)}


def numbers(staff: int | None, vacancies: str = "0", leavers: str = "0") -> Numbers:
    return Numbers(staff, vacancies, leavers)


def test_vacancies_are_a_share_of_all_posts() -> None:
    found = told(numbers(4, "1;0"), *[somebody()] * 3, somebody(employment="3"))["Vacancy rate"]
    assert (found.value, found.words, found.base) == (
        Fraction(1, 4),
        "25.0%",
        "1 of 4 permanent and temporary posts",
    )


def test_no_vacancies_are_none_and_not_known_is_nothing() -> None:
    assert told(numbers(1, "0;0"), somebody())["Vacancy rate"].value == 0
    for cell in ("999", "", "1;999"):
        found = told(numbers(1, cell), somebody())["Vacancy rate"]
        assert (found.value, found.words) == (None, "Vacancies are not known")


@pytest.mark.parametrize(("leavers", "value"), [("1", Fraction(1, 2)), ("19", Fraction(19, 2)), ("20", None)])
def test_a_turnover_of_more_than_995_per_cent_is_a_mistake(leavers: str, value: Fraction | None) -> None:
    found = told(numbers(2, leavers=leavers), somebody(), somebody(employment="2"))["Turnover rate"]
    assert found.value == value
    assert ("cannot be right" in found.words) is (value is None)


def test_a_year_in_role_is_a_year_to_the_day() -> None:
    found = told(numbers(3), somebody(), somebody(started=NEW), somebody(employment="4", started=None))
    assert found["In role 12 months or more"].value == Fraction(1, 2)
    lacking = told(numbers(2), somebody(), somebody(started=None))["In role 12 months or more"]
    assert (lacking.value, lacking.words) == (None, "1 start date is missing")


def test_sickness_is_of_those_with_a_figure() -> None:
    found = told(
        numbers(4), somebody(sick="3"), somebody(sick="4.5"), somebody(sick="999"), somebody(sick=None)
    )
    assert (found["Sickness, average"].value, found["Sickness, average"].words) == (Fraction(15, 4), "4 days")
    assert found["Sickness, average"].base == "2 workers with a figure"
    assert told(numbers(1), somebody(sick=None))["Sickness, average"].value is None


def test_qualified_are_level_2_and_higher_of_care_providing_staff() -> None:
    found = told(
        numbers(6), somebody(has="1", level="2"), somebody(has="1", level="1"), somebody(has="1", level="999"),
        somebody(), somebody(has="999"), somebody(job="25", has="1", level="5"),
    )["Qualified"]  # fmt: skip
    assert (found.value, found.words) == (Fraction(1, 4), "25.0%")
    assert told(numbers(1), somebody(job="25"))["Qualified"].value is None


@pytest.mark.parametrize(
    ("said", "workers", "reason"),
    [
        (None, 1, "No file has the workplace"),
        (numbers(None), 1, "The number of staff was not said"),
        (numbers(3), 1, "1 worker record for 3 members of staff"),
        (numbers(0), 0, "No worker is permanent or temporary"),
    ],
)
def test_without_a_base_there_is_no_figure(said: Numbers | None, workers: int, reason: str) -> None:
    found = told(said, *[somebody()] * workers)
    assert [(one.value, one.words) for one in found.values()] == [(None, reason)] * 5


@pytest.mark.parametrize(
    ("text", "sum_"), [("1;2;0", 3), ("0", 0), ("", None), ("999", None), ("1;999", None)]
)
def test_a_list_is_summed_where_all_of_it_is_known(text: str, sum_: int | None) -> None:
    assert total(text) == sum_
