"""The questions that ship become rows at the first change; what has answers keeps them."""

from datetime import date

import pytest

from engagement.forums.feedback import questions, responses
from engagement.forums.feedback.questions import AGREEMENT, SHIPPED, QuestionDraft
from engagement.forums.feedback.read_value import Answer
from engagement.forums.feedback.vocabulary import AnswerKind, AnswerState
from engagement.forums.vocabulary import EventKind
from resources.database import Database, history
from resources.problem import Problem

DAY = date(2020, 1, 6)
FORUM, TRAINING = EventKind.PROVIDER_FORUM, EventKind.TRAINING_SESSION


def texts(db: Database, kind: EventKind = FORUM) -> list[str]:
    return [one.text for one in questions.asked_of(db, kind)]


def answer(db: Database, event: str, question: str, value: str) -> str:
    return responses.add_response(db, event, {question: Answer(AnswerState.ANSWERED, value)})


def test_the_set_that_ships_is_kept_with_the_first_change_and_undone_with_it(db: Database) -> None:
    assert texts(db) == [one.text for one in SHIPPED]
    assert db.value("select count(*) from feedback_question") == 0
    questions.start_questions(db)
    questions.start_questions(db)
    assert [entry.action for entry in history.entries(db)] == [
        "Added the questions that feedback begins with"
    ]
    assert questions.all_questions(db) == list(SHIPPED)
    history.undo(db)
    assert db.value("select count(*) from feedback_question") == 0


def test_a_question_of_one_kind_of_event_is_asked_there_alone(db: Database) -> None:
    questions.add_question(db, QuestionDraft(" Was the  trainer clear? ", AnswerKind.YES_NO, TRAINING))
    assert texts(db, TRAINING)[-1] == "Was the trainer clear?"
    assert len(texts(db)) == len(SHIPPED)
    assert len(history.entries(db)) == 1  # the set that ships came with it


def test_a_scale_has_five_words_or_those_of_agreement(db: Database) -> None:
    key = questions.add_question(db, QuestionDraft("I would come again", AnswerKind.SCALE))
    made = questions.get(db, key)
    assert (made.options, made.satisfied_from) == (AGREEMENT, 4)
    with pytest.raises(Problem, match="A scale has 5 words"):
        questions.add_question(db, QuestionDraft("How?", AnswerKind.SCALE, options=("Bad", "Good")))
    with pytest.raises(Problem, match="begins at 2 to 5"):
        questions.add_question(db, QuestionDraft("How?", AnswerKind.SCALE, satisfied_from=1))
    with pytest.raises(Problem, match="two or more"):
        questions.add_question(db, QuestionDraft("Which?", AnswerKind.CHOICE, options=("One",)))
    with pytest.raises(Problem, match="no words"):
        questions.add_question(db, QuestionDraft("  ", AnswerKind.TEXT))
    with pytest.raises(Problem, match="asked already"):
        questions.add_question(db, QuestionDraft("how well was it RUN?", AnswerKind.TEXT))


def test_a_reworded_question_keeps_its_key_and_says_when_once_it_has_answers(
    db: Database, event: str
) -> None:
    useful = SHIPPED[0]
    questions.edit_question(db, useful.id, QuestionDraft("How useful?", AnswerKind.SCALE), on=DAY)
    assert questions.get(db, useful.id).reworded_on is None
    answer(db, event, useful.id, "5")
    questions.edit_question(db, useful.id, QuestionDraft("How useful was it?", AnswerKind.SCALE), on=DAY)
    assert questions.get(db, useful.id).reworded_on == DAY
    with pytest.raises(Problem, match="has answers"):
        questions.edit_question(db, useful.id, QuestionDraft("How useful was it?", AnswerKind.TEXT), on=DAY)


def test_what_somebody_chose_stays_among_the_choices(db: Database, event: str) -> None:
    draft = QuestionDraft("Which topics?", AnswerKind.CHOICE, options=("Staffing", "Pay", "Food"))
    key = questions.add_question(db, draft)
    answer(db, event, key, '["Pay"]')
    fewer = QuestionDraft("Which topics?", AnswerKind.CHOICE, options=("Staffing", "Pay"))
    questions.edit_question(db, key, fewer, on=DAY)
    with pytest.raises(Problem, match="“Pay” was chosen"):
        other = QuestionDraft("Which topics?", AnswerKind.CHOICE, options=("Staffing", "Food"))
        questions.edit_question(db, key, other, on=DAY)


def test_questions_are_retired_restored_and_moved(db: Database) -> None:
    first, second = SHIPPED[0], SHIPPED[1]
    questions.retire_question(db, first.id, on=DAY)
    assert first.text not in texts(db)
    with pytest.raises(Problem, match="Restore it"):
        questions.add_question(db, QuestionDraft(first.text, AnswerKind.TEXT))
    questions.restore_question(db, first.id)
    questions.move_question(db, first.id, up=True)  # it is the first
    questions.move_question(db, first.id, up=False)
    assert texts(db)[:2] == [second.text, first.text]
    assert questions.answers_held(db, first.id) == 0
    with pytest.raises(LookupError):
        questions.get(db, "none")
