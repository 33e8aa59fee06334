from tests.workforce.survey.analysis.made_waves import Home, make_wave
from workforce.survey.analysis.frame import read_wave
from workforce.survey.changes.needed import needed, needed_sentence, needed_table


def _wave(db, answered, silent=0):
    homes = [*[Home(answers={"staff": 9})] * answered, *[Home()] * silent]
    return read_wave(db, make_wave(db, homes).wave_id)


def test_without_a_wave_the_table_says_what_any_survey_needs():
    table = needed_table()
    assert table.rows == [(10, 199, 202), (30, 356, 359), (50, 388, 391)]
    assert table.title == "Answers needed to see a change of 10 percentage points"
    assert needed_table(points=20, shares=[50]).rows == [(50, 93, 96)]


def test_of_a_wave_it_says_what_its_population_and_its_answers_allow(db):
    data = _wave(db, 40, silent=60)
    assert needed(data).can_be_reached is False
    assert needed_table(data).rows[-1] == (50, 388, 391, 80, 30)
    assert needed_table(data).base == "40 responses now, of 100 who could have answered"
    assert needed_sentence(data) == (
        "To see a change of 10 percentage points from a half takes 388 answers in each wave. Only 100 could answer; "
        "all of them would show a change of 20. As many as answered now, 40, show a change of 30 points."
    )


def test_too_few_answers_promise_nothing(db):
    data = _wave(db, 12)
    assert needed_table(data).rows[-1][-1] is None
    assert "As many as answered now" not in needed_sentence(data)
