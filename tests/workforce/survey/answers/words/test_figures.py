"""Figures as people write them."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workforce.survey.answers.words.figures import Figure, figure_text, read_figure


def bounds(text: str) -> tuple[str | None, str | None, bool] | None:
    found = read_figure(text)
    if found is None:
        return None
    low, high = (figure_text(one) if one is not None else None for one in (found.low, found.high))
    return low, high, found.percent


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12", ("12", "12", False)),
        ("12.0", ("12", "12", False)),
        ("1,200", ("1200", "1200", False)),
        (" twelve ", ("12", "12", False)),
        ("Twenty-five", ("25", "25", False)),
        ("one hundred and ten", ("110", "110", False)),
        ("a dozen", ("12", "12", False)),
        ("two thousand", ("2000", "2000", False)),
        ("about 12", ("12", "12", False)),
        ("approx. 12 people", ("12", "12", False)),
        ("c. 30 staff", ("30", "30", False)),
        ("from 3 to 5", ("3", "5", False)),
        ("3 or 5", ("3", "5", False)),
        ("between 3 and 5", ("3", "5", False)),
        ("12 a year", ("12", "12", False)),
        ("12ish", ("12", "12", False)),
        ("none", ("0", "0", False)),
        ("50%", ("50", "50", True)),
        ("50 per cent", ("50", "50", True)),
        ("37.5 %", ("37.5", "37.5", True)),
        ("half", ("50", "50", True)),
        ("about half", ("50", "50", True)),
        ("a third", ("33.33", "33.33", True)),
        ("2/3", ("66.67", "66.67", True)),
        ("½", ("50", "50", True)),
        ("three quarters", ("75", "75", True)),
        ("2 in 3", ("66.67", "66.67", True)),
        ("1 out of 10", ("10", "10", True)),
        ("all of them", ("100", "100", True)),
        ("10-20", ("10", "20", False)),
        ("10 – 20%", ("10", "20", True)),
        ("between 10 and 20", ("10", "20", False)),
        ("from ten to twenty people", ("10", "20", False)),
        ("10% to 20%", ("10", "20", True)),
        ("over 50", ("50", None, False)),
        ("50+", ("50", None, False)),
        ("50 or more", ("50", None, False)),
        ("at least 50", ("50", None, False)),
        ("up to 20", ("0", "20", False)),
        ("less than 10", ("0", "10", False)),
        ("under 10%", ("0", "10", True)),
        ("-3", ("-3", "-3", False)),
    ],
)  # fmt: skip
def test_a_figure_is_read_with_its_bounds(text: str, expected: tuple[str | None, str | None, bool]) -> None:
    assert bounds(text) == expected


@pytest.mark.parametrize(
    "text",
    ["nearly all", "almost none", "50/50",
     "", "a few", "many", "it varies", "12 people, 3 of them part time", "20-10", "5/0", "9/2", "half of 20 staff",
     "6 months", "2 years", "about 2 years", "£12", "5 pounds", "£1,250.50", "5²", "5₂", "3 and 5", "half a year",
     "01/02/2019 09:00", "12 34", "1e5", "twelve twelve", "9" * 30, "x" * 500],
)  # fmt: skip
def test_what_says_no_one_figure_is_not_guessed_at(text: str) -> None:
    assert read_figure(text) is None


@pytest.mark.parametrize(
    ("text", "unit", "figure"),
    [
        ("6 months", "months", "6"),
        ("1 month", "months", "1"),
        ("twelve years", "years", "12"),
        ("£1,250.50", "£", "1250.5"),
        ("5 pounds", "£", "5"),
        ("5.50 hours", "hours", "5.5"),
        ("6 people", "people", "6"),
        ("6 months", "years", None),
        ("2 years", "people", None),
        ("2 years", "%", None),
    ],
)
def test_a_figure_of_the_unit_asked_for_is_read_and_of_no_other(
    text: str, unit: str, figure: str | None
) -> None:
    found = read_figure(text, unit)
    assert (figure_text(found.low) if found and found.low is not None else None) == figure


def test_a_bound_that_is_not_meant_itself_says_so_and_a_bare_figure_is_plain() -> None:
    assert read_figure("over 50") == Figure(Fraction(50), None, beyond_low=True)
    assert read_figure("50") == Figure(Fraction(50), Fraction(50), plain=True)
    assert read_figure("about 50") == Figure(Fraction(50), Fraction(50))


@settings(deadline=None)
@given(st.integers(min_value=0, max_value=999_999))
def test_every_whole_number_is_read_with_and_without_its_commas(number: int) -> None:
    for text in (str(number), f"{number:,}", f"about {number} people"):
        assert bounds(text) == (str(number), str(number), False)


@settings(deadline=None)
@given(st.text(max_size=120))
def test_nothing_raises_and_bounds_are_in_order(text: str) -> None:
    found = read_figure(text)
    if found is not None and found.low is not None and found.high is not None:
        assert found.low <= found.high
