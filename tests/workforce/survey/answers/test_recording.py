"""Responses typed, put right, tied and removed."""

from datetime import date

import pytest

from resources.database import Database
from resources.database.history import entries, undo
from resources.problem import FieldProblem, Problem
from tests.workforce.survey.answers.made import made_register, made_wave
from workforce.survey.answers.decisions import WhoDecision
from workforce.survey.answers.recording import (
    add_response,
    edit_answer,
    edit_answers,
    edit_response,
    next_number,
    remove_response,
    tie_response,
)
from workforce.survey.answers.responses import Answer, responses
from workforce.survey.answers.who_answered import remembered_names
from workforce.survey.questionnaire.questions import Question
from workforce.survey.vocabulary import AnswerState, QuoteConsent, Source
from workforce.survey.waves.asked import asked_of_wave
from workforce.survey.waves.planning import archive_wave


def by_code(db: Database, wave_id: str) -> dict[str, Question]:
    return {one.question.code: one.question for one in asked_of_wave(db, wave_id)}


def test_a_typed_response_has_the_next_number_its_answers_and_whose_it_is(db: Database) -> None:
    wave, keys = made_wave(db), made_register(db)
    held = by_code(db, wave.id)
    options = tuple(one.id for one in held["where"].options[:2])
    answers = {held["where"].id: Answer(options=options), held["staff"].id: Answer(low="12", high="12")}
    made = add_response(
        db, wave.id, answers, services=[keys["Rose House"], keys["The Limes"]], received_on=date(2019, 10, 7),
        quote_consent=QuoteConsent.YES, language=" Polish ", note=" Rang on Monday ",
    )  # fmt: skip
    assert made.answers == answers
    assert (made.number, made.source, made.provider_id) == (1, Source.TYPED, keys["Elm Care Limited"])
    assert made.services == (keys["Rose House"], keys["The Limes"])
    assert (made.received_on, made.language, made.note) == (date(2019, 10, 7), "Polish", "Rang on Monday")
    assert made.quote_consent is QuoteConsent.YES and next_number(db, wave.id) == 2
    assert entries(db, 1, 0)[0].action == "Added response 1 to Baseline 2019"


def test_what_cannot_be_a_response_is_refused(db: Database) -> None:
    wave, keys = made_wave(db), made_register(db)
    staff = by_code(db, wave.id)["staff"].id
    answers = {staff: Answer(low="1", high="1")}
    with pytest.raises(Problem, match="No question is answered yet"):
        add_response(db, wave.id, {})
    with pytest.raises(FieldProblem, match="opens on 1 October 2019, so nothing was received before"):
        add_response(db, wave.id, answers, received_on=date(2019, 9, 30))
    with pytest.raises(FieldProblem, match="these services are of several"):
        add_response(db, wave.id, answers, services=[keys["Rose House"], keys["Quillmere Court"]])
    with pytest.raises(FieldProblem, match="not of that provider"):
        add_response(db, wave.id, answers, provider_id=keys["Quillmere Ltd"], services=[keys["Rose House"]])
    archive_wave(db, wave.id, today=date(2020, 1, 1))
    with pytest.raises(Problem, match="is archived, so it takes no answers"):
        add_response(db, wave.id, answers)


def test_answers_are_put_right_one_or_several_at_a_time(db: Database) -> None:
    wave = made_wave(db)
    held = by_code(db, wave.id)
    where, staff, thing = held["where"], held["staff"], held["thing"]
    first, second, third = (one.id for one in where.options[:3])
    made = add_response(
        db, wave.id, {where.id: Answer(options=(first, second)), staff.id: Answer(low="1", high="1")}
    )
    edited = edit_answer(db, made.id, where.id, Answer(options=(second, third), said="as sent"))
    assert edited.answers[where.id] == Answer(options=(second, third), said="as sent")
    both = edit_answers(db, made.id, {staff.id: None, thing.id: Answer(text="Pay")})
    assert set(both.answers) == {where.id, thing.id}
    state = edit_answer(db, made.id, where.id, Answer(AnswerState.DONT_KNOW))
    assert state.answers[where.id] == Answer(AnswerState.DONT_KNOW)
    count = len(entries(db, 100, 0))
    edit_answer(db, made.id, where.id, Answer(AnswerState.DONT_KNOW))
    assert len(entries(db, 100, 0)) == count
    undo(db)
    assert responses(db, wave.id)[0].answers[where.id] == Answer(options=(second, third), said="as sent")


def test_a_response_is_put_right_and_tied_and_removed_whole(db: Database) -> None:
    wave, keys = made_wave(db), made_register(db)
    staff = by_code(db, wave.id)["staff"].id
    made = add_response(db, wave.id, {staff: Answer(low="1", high="1")})
    edited = edit_response(
        db, made.id, note="Check", counts=False, quote_consent=QuoteConsent.NO, received_on=None
    )
    assert (edited.note, edited.counts, edited.quote_consent) == ("Check", False, QuoteConsent.NO)
    with pytest.raises(FieldProblem, match="nothing was received before"):
        edit_response(db, made.id, received_on=date(2019, 1, 1))
    tied = tie_response(db, made.id, keys["Elm Care Limited"], [keys["Rose House"]])
    assert (tied.provider_id, tied.services) == (keys["Elm Care Limited"], (keys["Rose House"],))
    assert entries(db, 1, 0)[0].action == "Tied response 1 to Baseline 2019 to Elm Care Limited"
    other = tie_response(db, made.id, None, [keys["Quillmere Court"]])
    assert (other.provider_id, other.services) == (keys["Quillmere Ltd"], (keys["Quillmere Court"],))
    assert tie_response(db, made.id, None).provider_id is None
    assert remembered_names(db) == {}  # it came without a name
    remove_response(db, made.id)
    assert responses(db, wave.id) == []
    undo(db)
    assert responses(db, wave.id)[0].answers == made.answers


def test_whom_a_name_means_is_known_once_its_response_is_tied(db: Database) -> None:
    wave, keys = made_wave(db), made_register(db)
    staff = by_code(db, wave.id)["staff"].id
    made = add_response(db, wave.id, {staff: Answer(low="1", high="1")}, said_name="Rosy Hous")
    tie_response(db, made.id, None, [keys["Rose House"]])
    assert remembered_names(db) == {"rosy hous": WhoDecision(keys["Elm Care Limited"], keys["Rose House"])}
    undo(db)
    assert remembered_names(db) == {} and responses(db, wave.id)[0].provider_id is None
