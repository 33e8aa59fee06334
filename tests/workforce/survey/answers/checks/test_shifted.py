"""Answers under the wrong headings are noticed."""

from pathlib import Path

from tests.workforce.survey.answers.made import BEST, HARD, MOUTH, RADIO, THING, asked, csv_file
from workforce.survey.answers.checks.shifted import shifted

ROWS = [(MOUTH, "Quite hard", "Pay"), (RADIO, "Very hard", "Pay"), (MOUTH, "Very easy", "Rotas")]
HEADINGS = (BEST, HARD, THING)


def sentences(path: Path, rows: list[tuple[str, ...]]) -> list[str]:
    file = csv_file(path, HEADINGS, rows)
    questions = {
        column.key: asked(code) for column, code in zip(file.columns, ("best", "hard", "thing"), strict=True)
    }
    return shifted(file, questions)


def test_answers_that_are_options_of_the_question_beside_are_said(tmp_path: Path) -> None:
    moved = [(hard, thing, best) for best, hard, thing in ROWS]
    (said,) = sentences(tmp_path / "a.csv", moved)
    assert said == (
        f"The answers under “{BEST}” are those of the column beside it, “{HARD}”: the columns look shifted by one. "
        "Check the file before it is taken in."
    )
    right = [("x", best, hard) for best, hard, _ in ROWS]
    assert "the column beside it, “Which one" in sentences(tmp_path / "b.csv", right)[0]


def test_answers_where_they_belong_and_words_of_no_option_say_nothing(tmp_path: Path) -> None:
    assert sentences(tmp_path / "a.csv", list(ROWS)) == []
    assert sentences(tmp_path / "b.csv", [("Facebook", "Mondays", "Pay")] * 3) == []
