"""A question over three waves: its points, and where no line is drawn."""

from datetime import UTC, datetime

import pytest

from resources.database import change
from tests.workforce.survey.analysis.made_waves import Home, make_wave
from tests.workforce.survey.changes.test_comparing import HARD, INDEED, RADIO
from tests.workforce.survey.changes.two_waves import later_wave
from workforce.survey.changes.change_row import Compares
from workforce.survey.changes.series import series
from workforce.survey.waves.comparability import decide

NOW = datetime(2021, 12, 1, 9, tzinfo=UTC)


@pytest.fixture
def three(db):
    first = make_wave(db, [Home(answers={"best_advertising": RADIO, "how_hard": HARD, "staff": 9})] * 12)
    told = {"best_advertising": INDEED, "how_hard": HARD, "staff": 11}
    return [first, *(later_wave(db, first, [told] * 12, f"{year}-10-01") for year in (2020, 2021))]


def _reword(db, made, code):
    with change(db, "Reworded it"):
        key = db.value(
            "select id from survey_asked where wave_id = ? and question_id = ?", (made.wave_id, made.id(code))
        )
        db.update_row("survey_asked", key, {"wording": "Something else?"})


def test_each_option_has_a_point_in_each_wave(db, three):
    found = series(db, three[0].survey_id, three[0].id("best_advertising"))
    indeed = next(one for one in found.lines if one.name == INDEED)
    assert [(point.wave_id, point.figure.printed) for point in indeed.points] == [
        (made.wave_id, printed) for made, printed in zip(three, (0, 100, 100), strict=True)
    ]
    assert all(point.interval is not None for point in indeed.points)
    assert found.breaks == ()
    assert found.joined(three[0].wave_id, three[1].wave_id)
    assert not found.joined(three[0].wave_id, three[2].wave_id)
    assert [one.name for one in found.waves] == [f"Wave of {year}-10-01" for year in (2019, 2020, 2021)]


def test_a_reworded_question_breaks_the_line_until_it_is_called_comparable(db, three):
    _reword(db, three[1], "best_advertising")
    question = three[0].id("best_advertising")
    found = series(db, three[0].survey_id, question)
    keys = [made.wave_id for made in three]
    assert [(one.earlier_wave_id, one.later_wave_id) for one in found.breaks] == [
        tuple(keys[:2]),
        tuple(keys[1:]),
    ]
    assert not found.joined(*keys[:2])
    decide(db, question, *keys[:2], True, "The words alone.", NOW)
    again = series(db, three[0].survey_id, question)
    assert [(one.earlier_wave_id, one.later_wave_id) for one in again.breaks] == [tuple(keys[1:])]
    assert again.joined(*keys[:2])


def test_a_wave_that_did_not_ask_is_a_gap(db, three):
    with change(db, "Left it out"):
        key = db.value(
            "select id from survey_asked where wave_id = ? and question_id = ?",
            (three[1].wave_id, three[1].id("staff")),
        )
        db.delete_row("survey_asked", key)
    found = series(db, three[0].survey_id, three[0].id("staff"))
    assert found.compares is Compares.MIDDLE
    assert [one.asked for one in found.waves] == [True, False, True]
    (line,) = found.lines
    assert [(point.wave_id, point.figure.printed) for point in line.points] == [
        (three[0].wave_id, 9), (three[2].wave_id, 11),
    ]  # fmt: skip
    assert [one.why for one in found.breaks] == [("A wave between them did not ask it.",)]


def test_a_scale_is_one_line(db, three):
    found = series(db, three[0].survey_id, three[0].id("how_hard"))
    assert [(line.option_id, line.name) for line in found.lines] == [(None, "“Quite hard” or “Very hard”")]
    assert [point.figure.printed for point in found.lines[0].points] == [100, 100, 100]
