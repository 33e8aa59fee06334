"""Questions are added, reworded, moved, retired and restored; what would spoil answers is refused."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from resources.database import Database, change, history, new_key
from resources.problem import FieldProblem, Problem
from workforce.survey.questionnaire.editing import (
    OptionDraft,
    QuestionDraft,
    add_question,
    edit_question,
    move_question,
    remove_question,
    restore_question,
    retire_question,
    rewrite_question,
)
from workforce.survey.questionnaire.questions import Question, question, questions
from workforce.survey.surveys import Survey
from workforce.survey.vocabulary import AnswerState, Better, QuestionKind, Role, Topic
from workforce.survey.waves.waves import Wave

TODAY = date(2020, 1, 6)
Asked = Callable[[str], Question]
PAY = QuestionDraft(
    "Do you pay above the minimum?", Topic.RETENTION, QuestionKind.ONE_CHOICE,
    options=("Yes", "No", OptionDraft("Don’t know", stands_for=AnswerState.DONT_KNOW)),
)  # fmt: skip


def answered(db: Database, wave: Wave, question_id: str, option_id: str = "") -> None:
    """Somebody answered a question, by an option if one is given."""
    response, answer = new_key(), new_key()
    number = int(db.value("select count(*) from survey_response") or 0) + 1
    with change(db, "Answered"):
        db.insert_row(
            "survey_response", {"id": response, "wave_id": wave.id, "number": number, "source": "typed"}
        )
        db.insert_row(
            "survey_answer",
            {"id": answer, "response_id": response, "question_id": question_id, "state": "answered"},
        )
        if option_id:
            db.insert_row("survey_choice", {"id": new_key(), "answer_id": answer, "option_id": option_id})


def test_a_question_goes_last_and_gets_its_code_from_its_words(db: Database, survey: Survey) -> None:
    added = add_question(db, survey.id, PAY)
    assert questions(db, survey.id)[-1] == added
    assert added.code == "pay_above_minimum"
    assert [(one.wording, one.stands_for) for one in added.offered] == [
        ("Yes", None),
        ("No", None),
        ("Don’t know", AnswerState.DONT_KNOW),
    ]
    again = add_question(db, survey.id, replace(PAY, wording="Do you pay above our minimum?"))
    assert again.code == "pay_above_minimum_2"


def test_a_code_that_stands_already_is_refused(db: Database, survey: Survey) -> None:
    with pytest.raises(FieldProblem, match="Another question has the code “vacancy_reasons”") as told:
        add_question(db, survey.id, replace(PAY, code="Vacancy reasons"))
    assert told.value.field == "code"


def test_a_measure_stands_once_and_is_of_figures(db: Database, survey: Survey, asked: Asked) -> None:
    draft = QuestionDraft("How many came?", Topic.INTERVIEWS, QuestionKind.PEOPLE, role=Role.ATTENDED)
    with pytest.raises(FieldProblem, match="is measured by “How many of those invited attended"):
        add_question(db, survey.id, draft)
    with pytest.raises(FieldProblem, match="is computed from figures"):
        add_question(db, survey.id, replace(PAY, role=Role.ATTENDED))
    edit_question(db, asked("attended").id, role=None)
    assert add_question(db, survey.id, draft).role is Role.ATTENDED
    assert questions(db, survey.id)[-1].unit == "people"


def test_the_same_words_are_not_asked_twice(db: Database, survey: Survey) -> None:
    with pytest.raises(FieldProblem, match="is asked already"):
        add_question(db, survey.id, replace(PAY, wording=" where do YOU advertise your posts? "))
    with pytest.raises(FieldProblem, match="has no words"):
        add_question(db, survey.id, replace(PAY, wording="  "))


def test_a_question_is_reworded_and_nothing_else_of_it_changes(db: Database, asked: Asked) -> None:
    before = asked("one_thing")
    after = edit_question(db, before.id, wording="What would help you most?", better=Better.HIGHER)
    assert after == replace(before, wording="What would help you most?", better=Better.HIGHER)


def test_how_it_is_answered_stays_once_it_has_answers(db: Database, asked: Asked, wave: Wave) -> None:
    text = asked("one_thing")
    assert edit_question(db, text.id, kind=QuestionKind.NUMBER).kind is QuestionKind.NUMBER
    answered(db, wave, text.id)
    with pytest.raises(FieldProblem, match="has 1 answer, so how it is answered stays") as told:
        edit_question(db, text.id, kind=QuestionKind.TEXT)
    assert told.value.field == "kind"


def test_a_kind_with_options_needs_them(db: Database, asked: Asked) -> None:
    with pytest.raises(FieldProblem, match="needs two options or more"):
        edit_question(db, asked("one_thing").id, kind=QuestionKind.ONE_CHOICE)
    with pytest.raises(FieldProblem, match="has no options to choose"):
        edit_question(db, asked("how_hard").id, kind=QuestionKind.TEXT)


def test_a_question_and_its_options_change_as_one(db: Database, asked: Asked) -> None:
    before = asked("how_hard")
    draft = QuestionDraft("How easy is it?", before.topic, before.kind, options=("Hard", "Easy"))
    after = rewrite_question(db, before.id, draft, today=TODAY)
    assert (after.wording, after.code) == ("How easy is it?", "how_hard")
    assert [(one.wording, one.score) for one in after.offered] == [("Hard", 1), ("Easy", 2)]
    undone = history.undo(db)
    assert undone is not None and undone.action == "Changed the question “How easy is it?”"
    assert question(db, before.id) == before


def test_questions_move_to_either_end_and_no_further(db: Database, survey: Survey) -> None:
    first, second, *_, last = questions(db, survey.id)
    assert move_question(db, first.id, 1).position == 2
    assert questions(db, survey.id)[0].id == second.id
    move_question(db, first.id, 99)
    assert [one.id for one in questions(db, survey.id)][-2:] == [last.id, first.id]
    move_question(db, first.id, -99)
    assert questions(db, survey.id)[0].id == first.id


def test_a_retired_question_is_not_asked_and_comes_back_last(
    db: Database, survey: Survey, asked: Asked
) -> None:
    key = asked("applied").id
    assert retire_question(db, key, today=TODAY).retired_on == "2020-01-06"
    assert key not in [one.id for one in questions(db, survey.id)]
    with pytest.raises(Problem, match="has no place"):
        move_question(db, key, 1)
    assert restore_question(db, key).retired_on is None
    assert questions(db, survey.id)[-1].id == key


def test_a_question_asked_since_in_the_same_words_stands_in_the_way(
    db: Database, survey: Survey, asked: Asked
) -> None:
    held = asked("one_thing")
    retire_question(db, held.id, today=TODAY)
    add_question(db, survey.id, QuestionDraft(held.wording, held.topic, held.kind))
    with pytest.raises(FieldProblem, match="is asked already"):
        restore_question(db, held.id)


def test_only_a_question_that_was_never_asked_can_be_removed(
    db: Database, survey: Survey, wave: Wave, asked: Asked
) -> None:
    with pytest.raises(Problem, match="is asked in Baseline 2019, so it is kept"):
        remove_question(db, asked("one_thing").id)
    added = add_question(db, survey.id, PAY)
    remove_question(db, added.id)
    assert added.id not in [one.id for one in questions(db, survey.id, retired=True)]
