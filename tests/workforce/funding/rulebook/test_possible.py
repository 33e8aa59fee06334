"""Whether conditions can hold together."""

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.workforce.funding.rulebook.ruling import ON, ruled
from workforce.funding.rulebook.facts import FactValue
from workforce.funding.rulebook.judging import Condition, condition
from workforce.funding.rulebook.possible import possible
from workforce.funding.vocabulary import Met, Operator

O = Operator  # noqa: E741


def all_of(*asked: tuple[str, ...]) -> list[Condition]:
    """Conditions written as fact, operator, value and other fact."""
    return [condition(ruled(one[0], Operator(one[1]), *one[2:]), on=ON) for one in asked]


@pytest.mark.parametrize(
    ("asked", "can_be"),
    [
        ([("ascwds_share", "at_least", "120%")], False),
        ([("ascwds_share", "at_least", "100%")], True),
        ([("ascwds_share", "more_than", "100%")], False),
        ([("ascwds_share", "less_than", "0%")], False),
        ([("ascwds_workers", "less_than", "1"), ("ascwds_workers", "more_than", "0")], False),
        ([("ascwds_workers", "at_least", "2"), ("ascwds_workers", "at_most", "2"), ("ascwds_workers", "is_not", "2")],
         False),
        ([("ascwds_share", "more_than", "10%"), ("ascwds_share", "less_than", "11%")], True),
        ([("kind", "is", "home_care"), ("kind", "is", "day_care")], False),
        ([("kind", "one_of", "home_care;day_care"), ("kind", "is_not", "home_care")], True),
        ([("kind", "one_of", "castle")], False),
        ([("district", "one_of", "Anywhere")], True),
        ([("registered", "is", "yes"), ("registered", "is", "no")], False),
        ([("training_held", "one_of", "A"), ("training_held", "none_of", "A;B")], False),
        ([("training_held", "one_of", "A;C"), ("training_held", "none_of", "A;B")], True),
        ([("pence", "at_least", "100%", "item_pays"), ("pence", "at_most", "60%", "item_pays")], False),
        ([("completed_on", "on_or_before", "2020-03-31"), ("completed_on", "on_or_after", "2020-04-01")], False),
        ([("completed_on", "on_or_before", "year_end"), ("completed_on", "on_or_after", "year_start")], True),
        ([("completed_on", "on_or_before", "2020-03-31"), ("submitted_on", "within_months_of", "3", "completed_on"),
          ("submitted_on", "on_or_after", "2020-06-30")], True),
        ([("completed_on", "on_or_before", "2020-03-31"), ("submitted_on", "within_months_of", "3", "completed_on"),
          ("submitted_on", "on_or_after", "2020-07-01")], False),
        ([("completed_on", "on_or_after", "", "started_on"), ("started_on", "on_or_after", "2020-01-02"),
          ("completed_on", "on_or_before", "2020-01-01")], False),
        ([("completed_on", "on_or_before", "", "started_on"), ("completed_on", "on_or_after", "2020-01-02"),
          ("started_on", "on_or_before", "2020-01-01")], False),
        ([("rated_on", "within_days_of", "3"), ("rated_on", "on_or_before", "2020-01-30")], False),
        ([("claimed_this_year", "at_most", ""), ("claimed_this_year", "at_least", "1")], True),
    ],
)  # fmt: skip
def test_what_can_and_cannot_be(asked: list[tuple[str, ...]], can_be: bool) -> None:
    assert possible(all_of(*asked)) is can_be


_CONDITIONS = st.one_of(
    st.tuples(
        st.just("kind"), st.sampled_from(["is", "is_not", "one_of", "none_of"]),
        st.sampled_from(["home_care", "day_care", "nursing_home"]),
    ),
    st.tuples(
        st.just("ascwds_workers"),
        st.sampled_from(["at_least", "at_most", "more_than", "less_than", "is", "is_not"]), st.sampled_from("0123"),
    ),
    st.tuples(st.just("ascwds_share"), st.sampled_from(["at_least", "less_than", "is_not"]),
              st.sampled_from(["0%", "50%", "100%"])),
    st.tuples(st.sampled_from(["completed_on", "submitted_on"]), st.sampled_from(["on_or_after", "on_or_before"]),
              st.sampled_from(["2020-01-30", "2020-01-31", "2020-02-01", "2020-02-29"])),
    st.tuples(st.just("submitted_on"), st.sampled_from(["within_months_of", "within_days_of"]),
              st.sampled_from("012"), st.just("completed_on")),
)  # fmt: skip
_DAYS = st.integers(0, 40).map(lambda days: date(2020, 1, 25) + timedelta(days=days))


@given(
    st.lists(_CONDITIONS, max_size=5), st.sampled_from(["home_care", "day_care", "shared_lives"]), st.integers(0, 4),
    st.sampled_from([Fraction(0), Fraction(1, 2), Fraction(1)]), _DAYS, _DAYS,
)  # fmt: skip
def test_whatever_is_met_by_somebody_is_never_called_impossible(
    asked: list[tuple[str, ...]], kind: str, workers: int, share: Fraction, completed: date, submitted: date
) -> None:
    known: dict[str, FactValue] = {
        "kind": kind, "ascwds_workers": workers, "ascwds_share": share, "completed_on": completed,
        "submitted_on": submitted,
    }  # fmt: skip
    conditions = all_of(*asked)
    met = [
        one.judge(known[one.fact.name], known[one.other.name] if one.other else None) for one in conditions
    ]
    assert possible(conditions) or not all(one is Met.MET for one in met)
