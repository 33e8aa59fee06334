"""Questions are read with their options in order, retired ones last."""

from collections.abc import Callable
from datetime import date

import pytest

from resources.database import Database
from workforce.survey.questionnaire.editing import add_option, retire_option, retire_question
from workforce.survey.questionnaire.questions import Question, code_key, question, questions
from workforce.survey.surveys import Survey

TODAY = date(2020, 1, 6)
Asked = Callable[[str], Question]


def test_retired_questions_come_when_they_are_asked_for(db: Database, survey: Survey, asked: Asked) -> None:
    key = asked("one_thing").id
    retire_question(db, key, today=TODAY)
    assert key not in [one.id for one in questions(db, survey.id)]
    assert key in [one.id for one in questions(db, survey.id, retired=True)]
    assert question(db, key).retired_on == "2020-01-06"


def test_what_is_offered_holds_no_code_and_nothing_retired(db: Database, asked: Asked) -> None:
    held = asked("how_hard")
    retire_option(db, held.offered[0].id, today=TODAY)
    add_option(db, held.id, "It depends", from_coding=True)
    after = question(db, held.id)
    assert [one.wording for one in after.offered] == [
        "Quite easy", "Neither easy nor hard", "Quite hard", "Very hard",
    ]  # fmt: skip
    assert [one.wording for one in after.options][-2:] == ["It depends", "Very easy"]


def test_a_key_that_is_gone_is_not_found(db: Database) -> None:
    with pytest.raises(LookupError):
        question(db, "gone")


@pytest.mark.parametrize(
    ("code", "key"), [("skill2-1", "skill2_1"), (" Pay rise? ", "pay_rise"), ("???", ""), ("Q1_", "q1")]
)
def test_a_code_is_letters_figures_and_low_lines(code: str, key: str) -> None:
    assert code_key(code) == key
