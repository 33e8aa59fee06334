from fractions import Fraction

import pytest

from workforce.survey.answers.responses import Answer
from workforce.survey.funnel.answered import impossible_answers, share_said, stage_counts, stage_shares
from workforce.survey.funnel.steps import bounds
from workforce.survey.questionnaire.questions import questions
from workforce.survey.surveys import start_survey
from workforce.survey.vocabulary import AnswerState, Role


@pytest.fixture
def held(db):
    return questions(db, start_survey(db).id)


def _answers(held, **told):
    by_code = {one.code: one.id for one in held}
    return {by_code[code]: answer for code, answer in told.items()}


def test_counts_and_shares_are_read_by_the_roles_of_their_questions(held):
    answers = _answers(
        held, invited=Answer(low="10", high="10"), attended=Answer(low="5", high="8"),
        applied=Answer(AnswerState.DONT_KNOW), share_attended=Answer(low="37.5", high="62.5"),
        staff=Answer(low="90", high="90"), started=Answer(text="a few"),
    )  # fmt: skip
    assert stage_counts(held, answers) == {Role.INVITED: bounds(10), Role.ATTENDED: bounds(5, 8)}
    assert stage_shares(held, answers) == {Role.SHARE_ATTENDED: bounds(Fraction(3, 8), Fraction(5, 8))}


def test_what_cannot_be_is_found_in_answers_as_they_are_typed(held):
    answers = _answers(held, invited=Answer(low="6", high="6"), attended=Answer(low="9", high="9"))
    assert [one.sentence for one in impossible_answers(held, answers)] == ["9 attended of 6 invited"]
    assert impossible_answers(held, {}) == ()


def test_more_than_all_is_no_share():
    assert share_said(bounds(90, 120)) is None
    assert share_said(bounds(0, 100)) == bounds(0, 1)
