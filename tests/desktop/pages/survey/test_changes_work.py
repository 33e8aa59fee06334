"""A line over the waves where their texts are not all coded: it is drawn through no difference of coding."""

from datetime import UTC, date, datetime
from itertools import pairwise

import pytest

from desktop.pages.survey.change_words import cells, finding, sentences
from desktop.pages.survey.changes_work import Changes, Compare, trend
from resources.database import Database
from tests.workforce.survey.written import AGAIN, Written
from workforce.survey.analysis.frame import AnalysisFilter, read_wave
from workforce.survey.changes.change_row import ChangeRow
from workforce.survey.changes.comparing import compare_data
from workforce.survey.coding.codes import add_code
from workforce.survey.coding.texts import code, texts

NOW = datetime(2026, 1, 1, tzinfo=UTC)
FEW = "Not enough applicants"


@pytest.fixture
def changes(db: Database) -> Changes:
    """Three waves of 40, 30 of whom write of few applicants; the last one’s texts are not coded."""
    kept = Written(db)
    question = kept.question("vacancy_reasons")
    made = [kept.wave(), kept.wave("Second", AGAIN), kept.wave("Third", date(2021, 5, 1))]
    for wave, said in zip(made, ("Nobody applies", "Nobody applies", "No one applies"), strict=True):
        for number in range(40):
            chosen, text = ("Other", {"vacancy_reasons": said}) if number < 30 else (FEW, {})
            kept.answer(wave.id, text, {"vacancy_reasons": [chosen]})
    (key,) = (one.text_key for one in texts(db, question.id) if one.text == "Nobody applies")
    parking = add_code(db, question.id, "Nobody applies").id
    code(db, question.id, [key], [kept.option("vacancy_reasons", FEW), parking], now=NOW)
    held = tuple(read_wave(db, one.id) for one in made)
    steps = tuple(compare_data(db, *pair) for pair in pairwise(held))
    asked = Compare(tuple(one.id for one in made), made[1].id, made[2].id, AnalysisFilter(), True)
    return Changes(asked, steps[1], steps, held)


def _row(changes: Changes, name: str) -> ChangeRow:
    return next(row for row in changes.found.rows if row.name == name)


def test_a_code_has_no_figure_in_the_wave_that_is_not_coded(changes: Changes) -> None:
    row = _row(changes, "Nobody applies")
    assert cells(row)[1:7] == ("75%, then 40 answers", "", "Not coded yet", None, None, None)
    assert finding(row) == "Nobody applies: not compared, because 30 texts of Third are not coded yet"
    assert sentences(row, changes.found)[1] == "30 texts of Third are not coded yet."
    points = trend(row, changes).points
    assert [(one.value, one.words, one.break_before) for one in points[1:]] == [
        (75.0, "75% of 40", ""), (None, "not coded yet", "Not coded yet"),
    ]  # fmt: skip


def test_what_was_offered_is_not_joined_to_a_figure_made_otherwise(changes: Changes) -> None:
    """100% of the second wave counts what was coded; its 25% beside the third, as in it, does not."""
    drawn = trend(_row(changes, FEW), changes)
    assert [one.value for one in drawn.points] == [100.0, 100.0, 25.0]
    assert drawn.points[2].break_before == "Not coded alike" and drawn.joined() == [(0, 1)]
