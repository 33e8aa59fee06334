"""The times that are offered, and what is refused."""

from datetime import date

import pytest

from engagement.forums.reach.question import ReachQuestion, Time, asked
from resources.problem import Problem
from resources.spans import Span


@pytest.mark.parametrize(
    ("time", "span"),
    [
        (Time.HALF_A_YEAR, Span(date(2019, 8, 29), date(2020, 2, 29))),
        (Time.YEAR, Span(date(2019, 2, 28), date(2020, 2, 29))),
        (Time.THIS_YEAR, Span(date(2019, 4, 1), date(2020, 2, 29))),
        (Time.LAST_YEAR, Span(date(2018, 4, 1), date(2019, 3, 31))),
    ],
)
def test_the_times_offered(time: Time, span: Span) -> None:
    assert time.span(date(2020, 2, 29)) == span


def test_the_usual_question() -> None:
    question = asked(date(2019, 12, 10))
    assert question.span == Span(date(2018, 12, 10), date(2019, 12, 10))
    assert question.seen_since == date(2018, 12, 10)
    assert question.year_before == Span(date(2017, 12, 10), date(2018, 12, 9))


def test_a_time_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(Problem, match=r"ends on 1 January 2019, before it begins on 2 January 2019\. Choose"):
        ReachQuestion(Span(date(2019, 1, 2), date(2019, 1, 1)))
    with pytest.raises(Problem, match=r"1 or more"):
        asked(date(2019, 1, 1), months=0)


@pytest.mark.parametrize("span", [Span(date.min, date.min), Span(date(2019, 1, 1), date.max)])
def test_a_time_beyond_our_times_is_refused_in_a_sentence(span: Span) -> None:
    with pytest.raises(Problem, match="Choose days between 1 January 1900 and 31 December 2199"):
        ReachQuestion(span)
