"""Shares that are told as fractions."""

from fractions import Fraction

import pytest

from resources.report.gate.shares import fractions_in


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Half of nursing homes in Rushcliffe are suspended.", Fraction(1, 2)),
        ("1/2 of nursing homes in Rushcliffe are suspended.", Fraction(1, 2)),
        ("½ of the nursing homes in Rushcliffe are suspended.", Fraction(1, 2)),
        ("One in two nursing homes in Rushcliffe is suspended.", Fraction(1, 2)),
    ],
)
def test_a_share_is_found_in_any_writing(text: str, value: Fraction) -> None:
    assert [one.value for one in fractions_in(text)] == [value]


def test_half_of_a_year_is_no_share_of_homes() -> None:
    assert list(fractions_in("In the first half of the year, homes were visited.")) == []
