"""Numbers, sums and dates are read however they are written, and the numbers of paragraphs are not."""

import pytest

from resources.report.gate.numbers import NumberKind, dates_in, numbers_in


def values(text):
    return [float(one.value) for one in numbers_in(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("three homes and 3 homes", [3, 3]),
        ("forty-two", [42]),
        ("one hundred and five", [105]),
        ("both homes; a dozen; a single one", [2, 12, 1, 1]),
        ("1,234 and 12\u202f345", [1234, 12345]),
        ("one of the two", [1, 2]),
        ("In 2019 there were 2019 people", [2019]),
        ("paragraph 3, Table 2, 10am to 11am, 10:30", []),
        ("A1 road, IW-014, 0115 496 0000", []),
        ("the act of 2018/19", []),
        ("£1.2 million", [1_200_000]),
        ("£75.50 and 50p", [75.5, 0.5]),
        ("7% and seven per cent", [7, 7]),
    ],
)
def test_numbers_are_read(text, expected):
    assert values(text) == expected


def test_what_a_number_counts_is_told():
    assert [one.kind for one in numbers_in("£12k, 7% of 14 homes")] == [
        NumberKind.MONEY, NumberKind.PERCENT, NumberKind.COUNT,
    ]  # fmt: skip
    assert [int(one.step) for one in numbers_in("£12k, £12.3k, £12,345")] == [1000, 100, 0]


@pytest.mark.parametrize(
    "text",
    [
        "3 June 2019",
        "3rd of June, 2019",
        "03/06/2019",
        "3.6.19",
        "2019-06-03",
        "June 3, 2019",
        "3 Jun 2019",
        "3-Jun-2019",
    ],
)
def test_a_day_is_read(text):
    (day,) = dates_in(f"on {text} it was")
    assert (day.day, day.month, day.year) == (3, 6, 2019)
    assert numbers_in(text) == []


def test_a_day_without_a_year_may_be_of_any():
    (one,), (other,), (third,) = dates_in("3 June"), dates_in("3 June 2019"), dates_in("4 June 2019")
    assert one.may_be(other)
    assert not third.may_be(other)
    assert dates_in("homes may 3 times a year") == []
    assert dates_in("45/13/2019") == []
