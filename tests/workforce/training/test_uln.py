"""Unique learner numbers: the check digit is the sum of the first nine times 10 to 2, modulo 11, taken from 10."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resources.problem import FieldProblem
from workforce.training.uln import check_digit, checked_uln, is_uln, tidy_uln

FIRST_NINE = st.integers(min_value=100_000_000, max_value=999_999_999).map(str)


@pytest.mark.parametrize("number", ["1000000019", "2345678908"])
def test_numbers_whose_last_digit_fits_are_taken(number: str) -> None:
    assert is_uln(number)
    assert checked_uln(f" {number[:4]} {number[4:7]}-{number[7:]} ") == number


def test_an_empty_one_is_nothing_wrong() -> None:
    assert checked_uln("  ") == ""


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("1000000018", "last digit does not fit"),
        ("9999999999", "last digit does not fit"),
        ("123456789", "has 9 digits"),
        ("12345678901", "has 11 digits"),
        ("12345A7890", "other signs than digits"),
        ("0000000000", "last digit does not fit"),
        ("١٢٣٤٥٦٧٨٩٠", "other signs than digits"),
    ],
)
def test_what_is_no_number_is_refused_with_what_is_wrong(text: str, said: str) -> None:
    with pytest.raises(FieldProblem, match=said) as refused:
        checked_uln(text)
    assert refused.value.field == "uln"


@given(FIRST_NINE)
def test_at_most_one_last_digit_fits(first_nine: str) -> None:
    fitting = [digit for digit in range(10) if is_uln(f"{first_nine}{digit}")]
    expected = check_digit(first_nine)
    assert fitting == ([] if expected is None else [expected])


@given(FIRST_NINE, st.integers(0, 8), st.integers(1, 9))
def test_one_digit_mistyped_is_always_found(first_nine: str, at: int, more: int) -> None:
    digit = check_digit(first_nine)
    if digit is None:
        assert not any(is_uln(f"{first_nine}{one}") for one in range(10))
        return
    wrong = str((int(first_nine[at]) + more) % 10)
    assert not is_uln(f"{first_nine[:at]}{wrong}{first_nine[at + 1 :]}{digit}")


def test_spaces_and_hyphens_are_left_out() -> None:
    assert tidy_uln(" 100 000-0019") == "1000000019"
