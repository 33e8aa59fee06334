"""Columns are matched to questions by memory, words and likeness; what nothing is like is left out, and said."""

from collections.abc import Callable
from pathlib import Path

import pytest

from engagement.forums.feedback.mapping import (
    LEFT_OUT,
    NEW,
    ColumnUse,
    How,
    Use,
    check_uses,
    likeness,
    new_question,
    remember,
    suggest,
)
from engagement.forums.feedback.questions import AGREEMENT, SHIPPED, asked_of, start_questions
from engagement.forums.feedback.vocabulary import AnswerKind
from engagement.forums.vocabulary import EventKind
from resources.database import Database, change
from resources.files.forms.forms_file import read_forms_file
from resources.files.forms.layout import FormColumn
from resources.problem import Problem
from tests.resources.files.forms import made_forms as forms

FORUM = EventKind.PROVIDER_FORUM
USEFUL, RUN, RECOMMEND, CHANGE, DIFFERENTLY = (one.id for one in SHIPPED)


def suggested(db: Database, make: Callable[[Path], Path], folder: Path) -> dict[str, tuple[str, How]]:
    file = read_forms_file(make(folder / "form.csv"))
    found = suggest(db, file, FORUM)
    return {one.heading: (found[one.key].question_id, found[one.key].how) for one in file.columns}


def test_the_same_words_and_words_alike(db: Database, tmp_path: Path) -> None:
    assert suggested(db, forms.microsoft_csv, tmp_path) == {
        forms.USEFUL: (USEFUL, How.SAME_WORDS),
        forms.RUN: (RUN, How.SAME_WORDS),
        forms.RECOMMEND: (RECOMMEND, How.SAME_WORDS),
        "What one thing should we change, if anything?": (CHANGE, How.ALIKE),
        "Which topics should come next?": ("", How.NOTHING_ALIKE),
    }
    assert list(suggested(db, forms.plain_csv, tmp_path).values()) == [
        (USEFUL, How.ALIKE),
        (RECOMMEND, How.ALIKE),
    ]
    assert suggested(db, forms.google_csv, tmp_path)["I would come again"] == ("", How.NOTHING_ALIKE)


def test_a_column_whose_answers_the_question_cannot_take_is_not_alike(db: Database, tmp_path: Path) -> None:
    def lookalike(path: Path) -> Path:
        path.write_text(
            "Timestamp,How useful was the event for you?\n2019-12-10,Lovely\n2019-12-10,Fine by me\n"
        )
        return path

    assert suggested(db, lookalike, tmp_path) == {
        "How useful was the event for you?": ("", How.NOTHING_ALIKE)
    }


def test_what_was_said_the_last_time_goes_first(db: Database, tmp_path: Path) -> None:
    with change(db, "Took in a file"):
        start_questions(db)
        remember(db, FORUM, {"which topics should come next": DIFFERENTLY, "how well was it run": None})
    with change(db, "Took in another"):
        remember(db, FORUM, {"which topics should come next": DIFFERENTLY, "how well was it run": RUN})
    found = suggested(db, forms.microsoft_csv, tmp_path)
    assert found["Which topics should come next?"] == (DIFFERENTLY, How.REMEMBERED)
    assert found[forms.RUN] == (RUN, How.REMEMBERED)
    with change(db, "Left it out"):
        remember(db, FORUM, {"how well was it run": None})
    assert suggested(db, forms.microsoft_csv, tmp_path)[forms.RUN] == ("", How.REMEMBERED)


def test_one_question_is_not_answered_by_two_columns(db: Database, tmp_path: Path) -> None:
    file = read_forms_file(forms.plain_csv(tmp_path / "form.csv"))
    first, second = (one.key for one in file.columns)
    both = ColumnUse(Use.QUESTION, USEFUL)
    with pytest.raises(Problem, match="would both answer “How useful was the event to you\\?”"):
        check_uses(file, {first: both, second: both}, asked_of(db, FORUM))
    with pytest.raises(Problem, match="Every column is left out"):
        check_uses(file, {first: LEFT_OUT, second: LEFT_OUT}, asked_of(db, FORUM))
    check_uses(file, {first: both, second: NEW}, asked_of(db, FORUM))


@pytest.mark.parametrize(
    ("told", "kind", "options"),
    [
        (("Yes", "No", "Don't know"), AnswerKind.YES_NO, ()),
        (("Strongly agree", "Agree", "Disagree"), AnswerKind.SCALE, AGREEMENT),
        (("1", "5", "4"), AnswerKind.SCALE, ("1", "2", "3", "4", "5")),
        (("1", "1"), AnswerKind.SCALE, ("1", "2", "3", "4", "5")),
        (("Very good", "Poor", "Fair"), AnswerKind.SCALE, ("Very poor", "Poor", "Fair", "Good", "Very good")),
        (("A;B;", "B;", "A;", "A;"), AnswerKind.CHOICE, ("A", "B")),
        (("Parking", "The food"), AnswerKind.TEXT, ()),
        ((), AnswerKind.TEXT, ()),
    ],
)  # fmt: skip
def test_a_new_question_is_of_the_kind_that_its_answers_show(
    told: tuple[str, ...], kind: AnswerKind, options: tuple[str, ...]
) -> None:
    made = new_question(FormColumn("What?", "what", (0,)), told, FORUM)
    assert (made.answer_kind, made.options, made.event_kind) == (kind, options, FORUM)


def test_columns_of_options_are_choices_and_a_short_word_is_like_nothing() -> None:
    assert new_question(FormColumn("Topics", "topics", (1, 2), ("A", "B")), (), None).options == ("A", "B")
    assert likeness("Event", "How useful was the event to you?") < 50
    assert likeness("Was it well run?", "How well was it run?") > 72
