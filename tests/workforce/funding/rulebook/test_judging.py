"""A condition held against what is known."""

from datetime import date
from fractions import Fraction

import pytest

from tests.workforce.funding.rulebook.ruling import found, ruled, where
from workforce.funding.rulebook.facts import FactValue
from workforce.funding.rulebook.judging import condition, shifted, together, when_condition
from workforce.funding.vocabulary import Met, Operator

O = Operator  # noqa: E741
MET, NOT_MET, NOT_KNOWN, NO = Met.MET, Met.NOT_MET, Met.NOT_KNOWN, Met.DOES_NOT_APPLY


@pytest.mark.parametrize(
    ("fact", "operator", "value", "known", "met"),
    [
        ("kind", O.IS, "home_care", "home_care", MET),
        ("kind", O.IS_NOT, "home_care", "home_care", NOT_MET),
        ("district", O.IS, "Newark and Sherwood", "NEWARK AND SHERWOOD", MET),
        ("kind", O.ONE_OF, "home_care;day_care", "day_care", MET),
        ("kind", O.NONE_OF, "home_care;day_care", "day_care", NOT_MET),
        ("training_held", O.ONE_OF, "First aid;Fire", frozenset({"First aid"}), MET),
        ("training_held", O.ONE_OF, "First aid", frozenset(), NOT_MET),
        ("training_held", O.NONE_OF, "First aid", frozenset({"Fire"}), MET),
        ("ascwds_workers", O.MORE_THAN, "10", 10, NOT_MET),
        ("ascwds_workers", O.LESS_THAN, "10", 9, MET),
        ("ascwds_workers", O.IS, "10", 10, MET),
        ("ascwds_workers", O.IS_NOT, "10", 10, NOT_MET),
        ("ascwds_share", O.AT_LEAST, "90%", Fraction(9, 10), MET),
        ("registered", O.IS, "no", False, MET),
        ("rated_on", O.WITHIN_MONTHS_OF, "12", date(2019, 2, 3), MET),
        ("rated_on", O.WITHIN_MONTHS_OF, "12", date(2019, 2, 2), NOT_MET),
        ("rated_on", O.WITHIN_DAYS_OF, "1", date(2020, 2, 2), MET),
        ("rated_on", O.WITHIN_DAYS_OF, "1", date(2020, 2, 4), NOT_MET),
        ("kind", O.IS, "home_care", None, NOT_KNOWN),
        ("kind", O.IS, "home_care", "", NOT_KNOWN),
        ("claimed_this_year", O.AT_MOST, "", 5, NOT_KNOWN),
    ],
)
def test_each_way_of_testing(fact: str, operator: Operator, value: str, known: FactValue, met: Met) -> None:
    assert found(ruled(fact, operator, value), **{fact: known}).met is met


def test_one_fact_against_another() -> None:
    same = ruled("ascwds_workers", O.IS, "", "ascwds_staff")
    assert found(same, ascwds_workers=31, ascwds_staff=31).met is MET
    assert found(same, ascwds_workers=31, ascwds_staff=30).met is NOT_MET
    assert found(same, ascwds_workers=31, ascwds_staff=None).met is NOT_KNOWN
    later = ruled("completed_on", O.ON_OR_AFTER, "", "started_on")
    assert found(later, completed_on=date(2020, 1, 1), started_on=date(2020, 1, 1)).met is MET
    assert found(later, completed_on=date(2019, 12, 31), started_on=date(2020, 1, 1)).met is NOT_MET


def test_two_parts_of_an_odd_sum_add_up_to_the_whole() -> None:
    first, second = (ruled("pence", O.AT_MOST, share, "item_pays") for share in ("60%", "40%"))
    for pays in (99_999, 100_001, 100_002, 154_000):
        part = -(-pays * 6 // 10)
        assert found(first, pence=part, item_pays=pays).met is MET
        assert found(first, pence=part + 1, item_pays=pays).met is NOT_MET
        assert found(second, pence=pays - pays * 6 // 10, item_pays=pays).met is MET


def test_the_condition_of_whom_a_rule_speaks() -> None:
    only = ruled("ascwds_share", O.AT_LEAST, "90%", **where("ascwds_eligible", O.IS, "no"))
    few = Fraction(1, 2)
    assert found(only, ascwds_share=few, ascwds_eligible=True).met is NO
    assert found(only, ascwds_share=few, ascwds_eligible=False).met is NOT_MET
    assert found(only, ascwds_share=few, ascwds_eligible=None).met is NOT_KNOWN
    assert found(only, ascwds_share=Fraction(1), ascwds_eligible=None).met is MET  # either way
    assert when_condition(ruled("kind", O.IS, "home_care"), on=date(2020, 1, 1)) is None


def test_what_was_not_asked_does_not_apply() -> None:
    assert found(ruled("job_role", O.IS, "care_worker"), kind="home_care").met is NO
    assert found(ruled("pence", O.AT_MOST, "1500", "credits"), pence=1).met is NO


def test_a_day_of_a_month_that_is_too_short() -> None:
    assert shifted(date(2019, 11, 30), 3, True) == date(2020, 2, 29)
    assert shifted(date(2020, 3, 31), -1, True) == date(2020, 2, 29)
    assert shifted(date(2020, 2, 28), 2, False) == date(2020, 3, 1)


def test_met_and_applies_together() -> None:
    assert together(NOT_MET, NOT_MET) is NO
    assert together(NOT_KNOWN, MET) is NOT_KNOWN


def test_a_rule_without_its_figure_knows_it() -> None:
    day = date(2020, 1, 1)
    assert condition(ruled("pence", O.AT_MOST), on=day).lacks_figure
    assert not condition(ruled("completed_on", O.ON_OR_AFTER, "", "started_on"), on=day).lacks_figure
