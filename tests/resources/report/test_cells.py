"""A cell reads the same wherever it is shown."""

import pytest

from resources.report.cells import cell_text
from resources.tables import Column, ColumnKind


@pytest.mark.parametrize(
    ("kind", "cell", "text"),
    [
        (ColumnKind.TEXT, "Rosewood", "Rosewood"),
        (ColumnKind.TEXT, 7, "7"),
        (ColumnKind.TEXT, None, ""),
        (ColumnKind.NUMBER, 60000, "60,000"),
        (ColumnKind.NUMBER, 30.4, "30.4"),
        (ColumnKind.NUMBER, 30.0, "30"),
        (ColumnKind.NUMBER, 100.0, "100"),
        (ColumnKind.NUMBER, -3, "-3"),
        (ColumnKind.NUMBER, "fewer than 5", "fewer than 5"),
        (ColumnKind.PERCENT, 7, "7%"),
        (ColumnKind.PERCENT, 32.37, "32.4%"),
        (ColumnKind.PERCENT, 7.0, "7%"),
        (ColumnKind.PERCENT, "7%", "7%"),
        (ColumnKind.MONEY, 11_200_000, "£112,000"),
        (ColumnKind.MONEY, 7550, "£75.50"),
        (ColumnKind.POINTS, 467, "4.67"),
        (ColumnKind.POINTS, 1200, "12.00"),
        (ColumnKind.POINTS, "too few", "too few"),
        (ColumnKind.DATE, "2019-12-09", "9 December 2019"),
        (ColumnKind.DATE, "not known", "not known"),
        (ColumnKind.TIME, "2019-07-09T09:00:00+00:00", "9 July 2019 at 10am"),
        (ColumnKind.TIME, "not known", "not known"),
        (ColumnKind.FLAG, 1, "Yes"),
        (ColumnKind.FLAG, 0, "No"),
        (ColumnKind.FLAG, None, ""),
        (ColumnKind.RATING, "Good", "Good"),
        (ColumnKind.STATUS, "Attended", "Attended"),
    ],
)
def test_a_cell_in_words(kind, cell, text):
    assert cell_text(Column("a", "A", kind), cell) == text


def test_dates_are_short_where_there_is_little_room():
    assert cell_text(Column("a", "A", ColumnKind.DATE), "2019-12-09", short=True) == "9 Dec 2019"
    assert (
        cell_text(Column("a", "A", ColumnKind.TIME), "2019-12-09T10:05:00+00:00", short=True)
        == "9 Dec 2019, 10:05am"
    )
