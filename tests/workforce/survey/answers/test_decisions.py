"""What is decided must say enough, and must be of the question that the column answers."""

from pathlib import Path

import pytest

from resources.database import Database
from resources.problem import Problem
from tests.workforce.survey.answers.made import BEST, STAFF, csv_file, made_wave
from workforce.survey.answers.checking import check
from workforce.survey.answers.decisions import (
    NOTHING_DECIDED,
    Decisions,
    Means,
    WordsDecision,
    refuse_unfinished,
)
from workforce.survey.answers.mapping import suggest


@pytest.mark.parametrize(
    ("means", "words"), [(Means.OPTION, "an option, and none is chosen"), (Means.FIGURE, "a figure, and none is given")]
)  # fmt: skip
def test_an_option_or_a_figure_without_one_is_refused_in_words(
    db: Database, tmp_path: Path, means: Means, words: str
) -> None:
    with pytest.raises(Problem, match=f"“a few” is to be {words}"):
        refuse_unfinished(WordsDecision(means), "a few")
    wave = made_wave(db)
    file = csv_file(tmp_path / "a.csv", (BEST, STAFF), [("a few", "7")])
    decisions = Decisions(words={(file.columns[0].key, "a few"): WordsDecision(means)})
    with pytest.raises(Problem, match=f"“a few” is to be {words}"):
        check(db, wave.id, file, suggest(db, wave.id, file), decisions)


def test_one_bound_of_a_figure_is_enough() -> None:
    refuse_unfinished(WordsDecision(Means.FIGURE, low="51"), "over 50")
    refuse_unfinished(WordsDecision(Means.OTHER), "the bus")
    assert WordsDecision(Means.FIGURE, low="51").high is None


def test_an_option_of_another_question_decides_nothing(db: Database, tmp_path: Path) -> None:
    wave = made_wave(db)
    other = str(db.value("select survey_option.id from survey_option join survey_question on survey_question.id = "
                         "question_id where code = 'hard'"))  # fmt: skip
    file = csv_file(tmp_path / "a.csv", (BEST, STAFF), [("a friend", "7")])
    decisions = Decisions(words={(file.columns[0].key, "a friend"): WordsDecision(Means.OPTION, other)})
    found = check(db, wave.id, file, suggest(db, wave.id, file), decisions)
    assert [one.said for one in found.undecided] == ["a friend"]
    assert found.decisions == NOTHING_DECIDED.with_words({})
