"""Whose answer would come out differently."""

from datetime import date
from fractions import Fraction

from tests.workforce.funding.rulebook.ruling import ON, ruled
from workforce.funding.rulebook.flips import flips, outcomes
from workforce.funding.vocabulary import Operator, Outcome

NINETY = ruled("ascwds_share", Operator.AT_LEAST, "90%")
HALF = ruled("ascwds_share", Operator.AT_LEAST, "50%")
FACTS = {
    "full": {"ascwds_share": Fraction(1)},
    "between": {"ascwds_share": Fraction(3, 4)},
    "low": {"ascwds_share": Fraction(1, 4)},
    "unknown": {"ascwds_share": None},
}


def test_who_gains_and_who_loses_with_the_reason() -> None:
    (gains,) = flips([NINETY], [HALF], FACTS, on=ON)
    assert gains.key == "between" and gains.gains and not gains.loses
    assert gains.why.startswith("Until now: Share of ASC-WDS staff records that are complete: 75%.")
    (loses,) = flips([HALF], [NINETY], FACTS, on=ON)
    assert loses.loses and "75%" in loses.why


def test_those_who_lose_come_first() -> None:
    kinds = {"a": {"kind": "home_care"}, "b": {"kind": "day_care"}}
    before, after = ruled("kind", Operator.IS, "day_care"), ruled("kind", Operator.IS, "home_care")
    assert [one.key for one in flips([before], [after], kinds, on=ON)] == ["b", "a"]


def test_the_same_rules_flip_nobody_and_a_rule_of_another_time_neither() -> None:
    assert flips([NINETY], [NINETY], FACTS, on=ON) == []
    later = ruled("ascwds_share", Operator.AT_LEAST, "99%", valid_from=date(2021, 4, 1))
    assert flips([NINETY], [NINETY, later], FACTS, on=ON) == []


def test_how_many_come_out_how() -> None:
    assert outcomes([NINETY], FACTS, on=ON) == {
        Outcome.ELIGIBLE: 1, Outcome.NOT_ELIGIBLE: 2, Outcome.NEEDS_INFORMATION: 1,
    }  # fmt: skip
