"""A funding year begins on 1 April."""

from datetime import date

import pytest

from resources.problem import Problem
from workforce.years import read_year, year_of, year_span, year_words


def test_a_year_begins_on_1_april() -> None:
    assert (year_of(date(2020, 3, 31)), year_of(date(2020, 4, 1))) == (2019, 2020)
    assert year_span(2019).words == "1 April 2019 to 31 March 2020"


def test_a_year_is_written_and_read_the_same_way() -> None:
    assert [year_words(year) for year in (1999, 2019)] == ["1999/00", "2019/20"]
    assert [read_year(text) for text in ("2019/20", "2019-2020", " 2019 to 20 ", "1999/00", "2019")] == [
        2019, 2019, 2019, 1999, 2019,
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["", "19/20", "2019/21", "next year"])
def test_what_is_no_funding_year_is_refused_with_the_way_to_write_it(text: str) -> None:
    with pytest.raises(Problem, match="Write it as 2019/20"):
        read_year(text)
