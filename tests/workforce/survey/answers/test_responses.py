"""Responses of a wave as they are held, and how many answers there are to read."""

import pytest

from resources.database import Database
from tests.workforce.survey.analysis.made_waves import DONT_KNOW, Home, make_wave
from workforce.survey.answers.responses import most_answers, response, responses
from workforce.survey.vocabulary import AnswerState, QuoteConsent, Source

_PAY = "Perception of low pay"


def test_a_response_holds_what_each_question_was_answered(db: Database) -> None:
    made = make_wave(
        db, [Home(answers={"staff": (10, 12), "vacancies": DONT_KNOW, "vacancy_reasons": (_PAY,)})]
    )
    found = response(db, made.responses[0])
    assert (found.number, found.source, found.counts, found.quote_consent) == (
        1, Source.TYPED, True, QuoteConsent.NOT_ASKED,
    )  # fmt: skip
    assert found.services == (made.services[0],)
    staff, vacancies = found.answers[made.id("staff")], found.answers[made.id("vacancies")]
    assert (staff.state, staff.low, staff.high) == (AnswerState.ANSWERED, "10", "12")
    assert vacancies.state is AnswerState.DONT_KNOW
    assert found.answers[made.id("vacancy_reasons")].options == (made.option("vacancy_reasons", _PAY).id,)
    assert made.id("leavers") not in found.answers


def test_responses_stand_by_their_number_and_one_that_is_gone_is_no_row(db: Database) -> None:
    made = make_wave(db, [Home(answers={"staff": at}) for at in range(3)])
    assert [one.number for one in responses(db, made.wave_id)] == [1, 2, 3]
    with pytest.raises(LookupError):
        response(db, made.wave_id)


def test_a_wave_has_at_most_all_of_its_questions_answered_by_everybody(db: Database) -> None:
    made = make_wave(db, [Home(answers={"staff": 1}), Home(answers={})])
    assert most_answers(db, made.wave_id) == 2 * len(made.questions)
