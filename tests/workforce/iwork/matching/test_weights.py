"""Weights and speeds as the team chooses them."""

import pytest

from resources.database import Database, history
from resources.problem import FieldProblem
from workforce.iwork.matching import shipped
from workforce.iwork.matching.facts import Speed
from workforce.iwork.matching.weights import MEANING, set_speed, set_weights, speeds, weights
from workforce.iwork.vocabulary import Factor, TravelMode


def test_those_that_ship_hold_until_others_are_chosen(vault: Database) -> None:
    assert weights(vault) == shipped.WEIGHTS and speeds(vault) == shipped.SPEEDS
    assert set(MEANING) == set(Factor)
    assert set_weights(vault, {Factor.TRAVEL: 9})[Factor.TRAVEL] == 9
    assert set_weights(vault, {Factor.TRAVEL: 0})[Factor.TRAVEL] == 0
    assert set_speed(vault, TravelMode.BUS, Speed(120, 10, 30))[TravelMode.BUS] == Speed(120, 10, 30)
    set_speed(vault, TravelMode.BUS, Speed(120, 10, 30))
    named = history.next_undo(vault)
    assert named is not None and named.action == "Changed how bus is reckoned"


@pytest.mark.parametrize("wrong", [{Factor.TASKS: 11}, {Factor.TASKS: -1}, dict.fromkeys(Factor, 0)])
def test_weights_that_say_nothing_are_refused(vault: Database, wrong: dict[Factor, int]) -> None:
    with pytest.raises(FieldProblem):
        set_weights(vault, wrong)
    assert weights(vault) == shipped.WEIGHTS


@pytest.mark.parametrize("wrong", [Speed(0, 0, 0), Speed(10, 121, 0), Speed(10, 0, 301), Speed(1001, 0, 0)])
def test_speeds_that_cannot_be_are_refused(vault: Database, wrong: Speed) -> None:
    with pytest.raises(FieldProblem):
        set_speed(vault, TravelMode.WALK, wrong)
