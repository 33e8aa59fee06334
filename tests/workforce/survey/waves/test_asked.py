"""A wave's questions in its own words and order; what a text was coded to was not offered."""

from collections.abc import Callable
from datetime import date

from resources.database import Database
from workforce.survey.questionnaire.editing import add_option, edit_question, retire_question
from workforce.survey.questionnaire.questions import Question
from workforce.survey.waves.asked import asked_of_wave, words_in_waves
from workforce.survey.waves.asking import asked as asked_in
from workforce.survey.waves.asking import differs_from_now
from workforce.survey.waves.waves import Wave

Asked = Callable[[str], Question]


def test_a_wave_keeps_its_words_beside_the_question_as_it_stands(
    db: Database, wave: Wave, asked: Asked
) -> None:
    held = asked("how_hard")
    edit_question(db, held.id, wording="How hard is it?")
    then = asked_in(db, wave.id, held.id)
    assert (then.wording, then.question.wording) == (held.wording, "How hard is it?")
    assert [one.wording for one in then.options] == [one.wording for one in held.offered]
    assert then.position == [one.question.id for one in asked_of_wave(db, wave.id)].index(held.id) + 1


def test_a_code_is_not_among_what_was_offered(db: Database, wave: Wave, asked: Asked) -> None:
    code = add_option(db, asked("how_hard").id, "It depends", from_coding=True)
    assert asked_in(db, wave.id, code.question_id).codes == (code,)


def test_in_which_waves_and_words_it_was_asked(
    db: Database, wave: Wave, asked: Asked, later_wave: Wave
) -> None:
    held = asked("how_hard")
    assert words_in_waves(db, held.id) == [(wave, held.wording), (later_wave, held.wording)]


def test_how_far_a_wave_is_from_the_questionnaire_as_it_stands(
    db: Database, wave: Wave, asked: Asked
) -> None:
    assert differs_from_now(db, wave.id) == 0
    edit_question(db, asked("how_hard").id, wording="How hard is it?")
    retire_question(db, asked("one_thing").id, today=date(2020, 1, 6))
    add_option(db, asked("advertising_methods").id, "Buses")
    assert differs_from_now(db, wave.id) == 3
