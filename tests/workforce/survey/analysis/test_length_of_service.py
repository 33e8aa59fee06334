"""How long staff have been there, beside the same computed by hand."""

from fractions import Fraction

import numpy as np
import pytest

from resources.database import Database
from resources.statistics import Bounds, bounds
from tests.workforce.survey.analysis.made_waves import DONT_KNOW, Answer, Home, Said, make_wave
from workforce.survey.analysis.frame import WaveData, read_wave
from workforce.survey.analysis.length_of_service import (
    differences_table,
    length_of_service,
    length_of_service_table,
)

CODES = ("under_1_year", "from_1_to_2", "from_3_to_5", "from_6_to_10", "over_10")


def _home(*lengths: Said, staff: Said = None) -> Home:
    return Home(answers={**dict(zip(CODES, lengths, strict=True)), "staff": staff})


def _read(db: Database, homes: list[Home]) -> WaveData:
    return read_wave(db, make_wave(db, homes).wave_id)


def test_pooled_is_of_all_staff_and_typical_the_median_of_the_responses(db: Database) -> None:
    figures = [(at, 2 * at, 3, 10 - at % 5, 1) for at in range(1, 13)]
    found = length_of_service(_read(db, [_home(*one, staff=sum(one)) for one in figures]))
    assert found is not None and (found.base, found.left_out, found.differences) == (12, 0, ())
    table = np.array(figures)
    shares = table / table.sum(axis=1, keepdims=True)
    assert [one.pooled.low for one in found.rows] == pytest.approx(list(table.sum(axis=0) / table.sum()))
    assert [one.typical.low for one in found.rows] == pytest.approx(list(np.median(shares, axis=0)))
    assert [one.people.low for one in found.rows] == table.sum(axis=0).tolist()
    assert sum(one.pooled.low for one in found.rows) == pytest.approx(1)
    assert [one.wording for one in found.rows] == [
        "Less than 1 year", "1 to 2 years", "3 to 5 years", "6 to 10 years", "More than 10 years",
    ]  # fmt: skip


def test_figures_that_do_not_add_up_to_the_staff_are_listed_and_counted_as_they_stand(db: Database) -> None:
    data = _read(db, [_home(1, 2, 3, 4, 5, staff=15), _home(1, 2, 3, 4, 5, staff=17), _home(1, 1, 1, 1, 1)])
    found = length_of_service(data)
    assert found is not None and found.base == 3
    assert [one.number for one in found.differences] == [2]
    assert "add up to 15, and staff are 17" in found.differences[0].sentence
    assert [(row[0], *row[2:]) for row in differences_table(data).rows] == [(2, 17, 15)]


def test_a_blank_is_nobody_only_where_the_others_are_all_staff(db: Database) -> None:
    homes = [
        _home(5, 5, None, 5, 5, staff=20),
        _home(5, 5, None, 5, 5, staff=22),
        _home(5, 5, DONT_KNOW, 5, 5),
        _home(None, None, None, None, None, staff=9),
    ]
    found = length_of_service(_read(db, homes))
    assert found is not None and (found.base, found.left_out) == (1, 2)
    assert found.rows[2].people == Bounds(0, 0)


def test_a_range_bounds_its_own_share_and_those_of_the_others(db: Database) -> None:
    found = length_of_service(_read(db, [_home(Answer(low="4", high="8"), 4, 4, 4, 4, staff=None)]))
    assert found is not None
    assert found.rows[0].pooled == bounds(Fraction(4, 20), Fraction(8, 24))
    assert found.rows[1].pooled == bounds(Fraction(4, 24), Fraction(4, 20))


def test_the_table_is_hidden_below_ten_and_says_why(db: Database) -> None:
    table = length_of_service_table(_read(db, [_home(1, 2, 3, 4, 5)] * 9))
    assert {row[1:] for row in table.rows} == {(None, None, None)}
    assert any("fewer than 10" in note for note in table.notes)


def test_the_table_of_enough(db: Database) -> None:
    table = length_of_service_table(_read(db, [_home(1, 2, 3, 4, 10)] * 10))
    assert table.rows[-1] == ("More than 10 years", 100, 50, 50)
    assert table.base == "10 responses that gave all five figures, with 200 staff between them."


def test_nobody_answered_is_an_empty_table(db: Database) -> None:
    assert length_of_service_table(_read(db, [Home()])).rows == []
