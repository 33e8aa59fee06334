"""Colours upon each other, by WCAG."""

import pytest

from resources.report.contrast import READABLE, contrast, is_colour
from resources.report.looks import DEFAULT_LOOKS


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("000000", "FFFFFF", 21),
        ("FFFFFF", "FFFFFF", 1),
        ("767676", "FFFFFF", 4.54),
        ("0000ff", "ffffff", 8.59),
    ],
)
def test_contrast_is_that_of_wcag(one: str, other: str, found: float) -> None:
    assert contrast(one, other) == contrast(other, one) == pytest.approx(found, abs=0.01)


def test_our_own_looks_can_be_read() -> None:
    assert contrast(DEFAULT_LOOKS.accent, "FFFFFF") > READABLE


def test_a_colour_has_six_digits() -> None:
    assert is_colour("12436D")
    assert not any(map(is_colour, ("", "auto", "12436", "12436DD", "{{7*7}", "12436G")))
