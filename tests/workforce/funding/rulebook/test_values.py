"""What a rule holds a fact against: typed, kept, read."""

from datetime import date
from fractions import Fraction

import pytest

from resources.problem import Problem
from workforce.funding.rulebook.facts import FACTS
from workforce.funding.rulebook.values import (
    day_of,
    kept_value,
    kept_words,
    needs_value,
    operators_of,
    read_kept,
    share_words,
    typed_again,
    value_words,
)
from workforce.funding.vocabulary import Operator

O = Operator  # noqa: E741
ON = date(2020, 2, 3)


@pytest.mark.parametrize(
    ("fact", "operator", "typed", "kept", "words"),
    [
        ("pence", O.AT_MOST, "£870", "87000", "£870"),
        ("pence", O.AT_MOST, "1,250.50", "125050", "£1,250.50"),
        ("ascwds_share", O.AT_LEAST, "90 %", "90%", "90%"),
        ("ascwds_share", O.AT_LEAST, "89.99%", "89.99%", "89.99%"),
        ("completed_on", O.ON_OR_BEFORE, "31 March 2020", "2020-03-31", "31 March 2020"),
        ("completed_on", O.ON_OR_BEFORE, "31/3/2020", "2020-03-31", "31 March 2020"),
        (
            "ascwds_updated_on",
            O.ON_OR_AFTER,
            "Year start",
            "year_start",
            "the first day of the funding year, 1 April",
        ),
        ("submitted_on", O.WITHIN_MONTHS_OF, "3", "3", "3 months"),
        ("submitted_on", O.WITHIN_DAYS_OF, "1", "1", "1 day"),
        ("kind", O.ONE_OF, "home care, Nursing home", "home_care;nursing_home", "Home care or Nursing home"),
        ("kind", O.IS, "Home care", "home_care", "Home care"),
        (
            "training_held",
            O.NONE_OF,
            "First aid, adults; Fire",
            "First aid, adults;Fire",
            "First aid, adults or Fire",
        ),
        ("registered", O.IS, "Y", "yes", "yes"),
        ("ascwds_workers", O.AT_LEAST, "1,000", "1000", "1,000"),
        ("district", O.IS, "Mansfield", "Mansfield", "Mansfield"),
        ("pence", O.AT_MOST, "", "", ""),
    ],
)
def test_what_is_typed_is_kept_and_read_again(
    fact: str, operator: Operator, typed: str, kept: str, words: str
) -> None:
    asked = FACTS[fact]
    assert kept_value(asked, operator, typed) == kept
    assert kept_words(asked, operator, kept) == words
    assert kept_value(asked, operator, typed_again(asked, operator, kept)) == kept


@pytest.mark.parametrize(
    ("fact", "operator", "typed", "said"),
    [
        ("pence", O.AT_MOST, "1.250,00", "no amount of money"),
        ("ascwds_share", O.AT_LEAST, "most", "no share"),
        ("completed_on", O.ON_OR_BEFORE, "31 February 2020", "is no day"),
        ("kind", O.ONE_OF, "castle", "no kind of service that is known"),
        ("registered", O.IS, "perhaps", "neither yes nor no"),
        ("ascwds_workers", O.AT_LEAST, "2.5", "no whole number"),
        ("submitted_on", O.WITHIN_MONTHS_OF, "-1", "no whole number from 0 to 1,200"),
    ],
)
def test_what_cannot_be_read_is_refused_with_how_it_is_written(
    fact: str, operator: Operator, typed: str, said: str
) -> None:
    with pytest.raises(Problem, match=said):
        kept_value(FACTS[fact], operator, typed)


def test_so_many_times_another_fact() -> None:
    pence = FACTS["pence"]
    assert kept_value(pence, O.AT_MOST, "£15", times=True) == "1500"
    assert kept_value(pence, O.AT_MOST, "60%", times=True) == "60%"
    assert kept_value(FACTS["credits"], O.AT_MOST, "2", times=True) == "2"
    assert read_kept(pence, O.AT_MOST, "60%", on=ON, times=True) == Fraction(3, 5)
    assert read_kept(pence, O.AT_MOST, "1500", on=ON, times=True) == 1500
    assert kept_words(pence, O.AT_MOST, "60%", times=True) == "60%"


def test_values_are_reckoned_with_exactly() -> None:
    assert read_kept(FACTS["ascwds_share"], O.AT_LEAST, "89.99%", on=ON) == Fraction(8999, 10_000)
    assert read_kept(FACTS["kind"], O.ONE_OF, "home_care;day_care", on=ON) == frozenset(
        {"home care", "day care"}
    )
    assert read_kept(FACTS["kind"], O.IS, "home_care", on=ON) == "home care"
    assert read_kept(FACTS["registered"], O.IS, "no", on=ON) is False
    assert read_kept(FACTS["pence"], O.AT_MOST, "", on=ON) is None
    with pytest.raises(ValueError, match="no share"):
        read_kept(FACTS["ascwds_share"], O.AT_LEAST, "x", on=ON)


def test_days_of_the_funding_year_move_with_it() -> None:
    assert day_of("year_start", date(2020, 3, 31)) == date(2019, 4, 1)
    assert day_of("year_start", date(2020, 4, 1)) == date(2020, 4, 1)
    assert day_of("year_end", date(2020, 4, 1)) == date(2021, 3, 31)
    assert day_of("2019-05-06", ON) == date(2019, 5, 6)


def test_a_share_is_rounded_down_and_never_up_to_what_is_asked() -> None:
    assert share_words(Fraction(8999, 10_000)) == "89.9%"
    assert share_words(Fraction(9, 10)) == "90%"
    assert value_words(FACTS["ascwds_share"], Fraction(28, 31)) == "90.3%"


def test_what_is_known_in_words() -> None:
    assert value_words(FACTS["kind"], None) == "not known"
    assert value_words(FACTS["registered"], True) == "yes"
    assert value_words(FACTS["rated_on"], ON) == "3 February 2020"
    assert value_words(FACTS["training_held"], frozenset({"B", "A"})) == "A and B"
    assert value_words(FACTS["training_held"], frozenset()) == "none"
    assert value_words(FACTS["claimed_this_year"], 125_050) == "£1,250.50"
    assert value_words(FACTS["ascwds_workers"], 1200) == "1,200"
    assert value_words(FACTS["rating"], "good") == "Good"


def test_a_value_is_needed_but_where_one_fact_is_held_against_another() -> None:
    assert needs_value(O.ON_OR_AFTER, "") and not needs_value(O.ON_OR_AFTER, "started_on")
    assert needs_value(O.WITHIN_MONTHS_OF, "completed_on") and needs_value(O.AT_MOST, "credits")
    assert operators_of(FACTS["registered"].type) == (O.IS,)
