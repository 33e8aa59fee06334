"""The questions of a wave are put right by what was really asked, and stay once they have answers."""

from collections.abc import Callable

import pytest

from resources.database import Database
from resources.problem import FieldProblem, Problem
from tests.workforce.survey.questionnaire.test_editing import answered
from workforce.survey.questionnaire.editing import QuestionDraft, add_question, edit_question
from workforce.survey.questionnaire.questions import Question
from workforce.survey.surveys import Survey, add_survey
from workforce.survey.vocabulary import QuestionKind, Topic
from workforce.survey.waves.asked import asked_of_wave
from workforce.survey.waves.asking import (
    add_asked,
    ask_as_now,
    drop_asked,
    set_asked_options,
    set_asked_wording,
)
from workforce.survey.waves.asking import asked as asked_in
from workforce.survey.waves.waves import Wave

Asked = Callable[[str], Question]
MORE = QuestionDraft("Anything else?", Topic.OTHER, QuestionKind.TEXT)


def test_a_wave_keeps_its_words_until_they_are_taken_anew(db: Database, wave: Wave, asked: Asked) -> None:
    key = asked("one_thing").id
    before = asked_in(db, wave.id, key).wording
    edit_question(db, key, wording="What would help you most?")
    assert asked_in(db, wave.id, key).wording == before
    ask_as_now(db, wave.id)
    assert asked_in(db, wave.id, key).wording == "What would help you most?"


def test_with_answers_the_questions_stay(db: Database, wave: Wave, asked: Asked) -> None:
    key = asked("one_thing").id
    answered(db, wave, key)
    with pytest.raises(Problem, match="has 1 response, so its questions stay"):
        ask_as_now(db, wave.id)
    with pytest.raises(Problem, match="has 1 answer in Baseline 2019"):
        drop_asked(db, wave.id, key)


def test_one_more_question_is_asked_last(db: Database, survey: Survey, wave: Wave) -> None:
    added = add_question(db, survey.id, MORE)
    assert add_asked(db, wave.id, added.id) == asked_of_wave(db, wave.id)[-1]
    with pytest.raises(Problem, match="asked in Baseline 2019 already"):
        add_asked(db, wave.id, added.id)
    drop_asked(db, wave.id, added.id)
    with pytest.raises(LookupError):
        asked_in(db, wave.id, added.id)


def test_a_question_of_another_survey_is_refused(db: Database, wave: Wave) -> None:
    other = add_survey(db, "Exit survey")
    with pytest.raises(Problem, match="belongs to another survey"):
        add_asked(db, wave.id, add_question(db, other.id, MORE).id)


def test_what_was_asked_is_put_right_and_the_questionnaire_stays(
    db: Database, wave: Wave, asked: Asked
) -> None:
    held = asked("how_hard")
    assert set_asked_wording(db, wave.id, held.id, " How  hard? ").wording == "How hard?"
    easy, *_, hard = held.offered
    found = set_asked_options(db, wave.id, held.id, {hard.id: "Hardest", easy.id: "Easiest"})
    assert [(one.option, one.wording) for one in found.options] == [(hard, "Hardest"), (easy, "Easiest")]
    assert asked("how_hard") == held
    with pytest.raises(FieldProblem, match="has no words"):
        set_asked_wording(db, wave.id, held.id, "")
    with pytest.raises(FieldProblem, match="has no words"):
        set_asked_options(db, wave.id, held.id, {hard.id: " "})
    with pytest.raises(LookupError):
        set_asked_options(db, wave.id, held.id, {"another": "Yes"})


def test_what_was_chosen_was_offered(db: Database, wave: Wave, asked: Asked) -> None:
    held = asked("how_hard")
    answered(db, wave, held.id, held.offered[0].id)
    with pytest.raises(FieldProblem, match="“Very easy” was chosen by somebody in this wave"):
        set_asked_options(db, wave.id, held.id, {held.offered[1].id: "Easy"})
    kept = {one.id: one.wording for one in reversed(held.offered)}
    assert len(set_asked_options(db, wave.id, held.id, kept).options) == 5
