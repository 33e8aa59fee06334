"""Feedback's rows go with the people and events that they are of."""

from desktop.capabilities import MERGE_RULES
from engagement.forums.feedback import responses
from engagement.forums.feedback.questions import SHIPPED
from engagement.forums.feedback.read_value import Answer
from engagement.forums.feedback.vocabulary import AnswerKind, AnswerState, Source
from engagement.forums.vocabulary import EventKind
from engagement.register.duplicates import merge_contacts
from resources.database import Database, history
from tests.engagement.forums.held_forum import AFTER
from tests.schema_words import check_words


def test_two_records_of_one_person_made_one_keep_both_responses(
    db: Database, event: str, held: tuple[str, dict[str, str]]
) -> None:
    answer = {SHIPPED[0].id: Answer(AnswerState.ANSWERED, "5")}
    amina, ben = held[1]["Amina Khan"], held[1]["Ben Lund"]
    for person in (amina, ben):
        responses.add_response(db, event, answer, participant_id=person)
    contact = {
        key: db.value("select contact_id from participant where id = ?", (key,)) for key in (amina, ben)
    }
    merge_contacts(db, contact[amina], contact[ben], rules=MERGE_RULES, now=AFTER)
    kept = {one.participant_id for one in responses.responses_of(db, event)}
    assert kept == {amina} and len(responses.responses_of(db, event)) == 2
    assert db.rows("pragma foreign_key_check") == []
    history.undo(db)
    assert {one.participant_id for one in responses.responses_of(db, event)} == {amina, ben}


def test_the_tables_allow_exactly_the_vocabulary(db: Database) -> None:
    check_words(
        db,
        {
            ("feedback_question", "event_kind"): EventKind,
            ("feedback_question", "answer_kind"): AnswerKind,
            ("feedback_answer", "state"): AnswerState,
            ("feedback_response", "source"): Source,
            ("feedback_heading", "event_kind"): EventKind,
        },
    )
