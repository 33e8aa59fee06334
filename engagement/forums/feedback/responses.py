"""Responses: one after another as they are typed, mended, removed. Who answered is kept only where somebody says so."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from engagement.forums import events
from engagement.forums.events import Event
from engagement.forums.feedback import questions
from engagement.forums.feedback.read_value import Answer
from engagement.forums.feedback.vocabulary import AnswerState, Source
from engagement.forums.vocabulary import EventState
from resources.database import Database, change, new_key
from resources.problem import FieldProblem, Problem
from resources.tables import Cell

Answers = Mapping[str, Answer]
"""By question; a question that was not answered is not among them."""


@dataclass(frozen=True)
class Response:
    """What one person answered; nobody's where no participant is named. It is known by its number at the event."""

    id: str
    event_id: str
    number: int
    source: Source
    participant_id: str | None = None
    received_on: date | None = None
    answers: dict[str, Answer] = field(default_factory=dict)


def responses_of(db: Database, event_id: str) -> list[Response]:
    """An event's responses by number."""
    rows = db.rows(
        """select id, event_id, number, source, participant_id, received_on from feedback_response
        where event_id = ? order by number, id""",
        (event_id,),
    )
    found = {row[0]: _response(row) for row in rows}
    for response, question, state, value in db.rows(
        """select response_id, question_id, state, value from feedback_answer join feedback_response
        on feedback_response.id = response_id where event_id = ?""",
        (event_id,),
    ):
        found[response].answers[question] = Answer(AnswerState(state), value)
    return list(found.values())


def _response(row: tuple[Any, ...]) -> Response:
    received = date.fromisoformat(row[5]) if row[5] else None
    return Response(row[0], row[1], row[2], Source(row[3]), row[4], received)


def get(db: Database, response_id: str) -> Response:
    """One response."""
    event = db.value("select event_id from feedback_response where id = ?", (response_id,))
    found = next((one for one in responses_of(db, event or "") if one.id == response_id), None)
    if found is None:
        raise LookupError(f"there is no response {response_id}")
    return found


def next_number(db: Database, event_id: str) -> int:
    """The number of the next response."""
    return (
        int(
            db.value("select coalesce(max(number), 0) from feedback_response where event_id = ?", (event_id,))
        )
        + 1
    )


# --- the verbs --------------------------------------------------------------------------------------------


def add_response(
    db: Database,
    event_id: str,
    answers: Answers,
    *,
    participant_id: str | None = None,
    received_on: date | None = None,
) -> str:
    """Keep what one person answered, and return its key."""
    event = events.get(db, event_id)
    refuse_cancelled(event)
    if received_on is not None and received_on < event.day:
        raise _too_early(event)
    _refuse_nothing(answers)
    _refuse_second(db, event_id, participant_id, None)
    number = next_number(db, event_id)
    with change(db, f"Added response {number} to {event.title}"):
        return insert_response(
            db,
            event_id,
            number,
            answers,
            source=Source.TYPED,
            participant_id=participant_id,
            received_on=received_on,
        )


def refuse_early(event: Event, *, now: datetime) -> None:
    """Nobody has come to an event that has not begun, so there is nothing that feedback could be of."""
    if event.is_still_to_come(now):
        raise _too_early(event)


def _too_early(event: Event) -> Problem:
    return Problem(
        f"{event.title} has not begun, so nobody can have feedback on it yet. It begins on {event.when}. Choose the "
        "event that the answers are about."
    )


def refuse_cancelled(event: Event) -> None:
    """Nobody can have come to an event that is cancelled, so nobody's feedback on it is taken."""
    if event.state is EventState.CANCELLED:
        raise Problem(
            f"{event.title} is cancelled, so it has no feedback. Plan it again first if that is wrong."
        )


def insert_response(
    db: Database,
    event_id: str,
    number: int,
    answers: Answers,
    *,
    source: Source,
    participant_id: str | None = None,
    received_on: date | None = None,
    file_id: str | None = None,
    row_key: str = "",
) -> str:
    """Write a response and its answers within a change, and return its key."""
    questions.start_questions(db)
    key = new_key()
    db.insert_row(
        "feedback_response",
        {
            "id": key, "event_id": event_id, "participant_id": participant_id, "file_id": file_id, "row_key": row_key,
            "number": number, "received_on": received_on.isoformat() if received_on else None, "source": source.value,
        },
    )  # fmt: skip
    for question, answer in answers.items():
        _insert_answer(db, key, question, answer)
    return key


def edit_response(
    db: Database, response_id: str, answers: Answers, *, participant_id: str | None = None
) -> None:
    """Put a response right. A comment whose words change is withheld until somebody looks at it again."""
    held = get(db, response_id)
    _refuse_nothing(answers)
    _refuse_second(db, held.event_id, participant_id, response_id)
    rows = db.rows("select question_id, id from feedback_answer where response_id = ?", (response_id,))
    keys = {str(question): str(key) for question, key in rows}
    with change(db, f"Changed response {held.number} to {events.get(db, held.event_id).title}"):
        db.update_row("feedback_response", response_id, {"participant_id": participant_id})
        for question, key in keys.items():
            given = answers.get(question)
            if given is None:
                _delete_answer(db, key)
            elif given != held.answers[question]:
                values: dict[str, Cell] = {"state": given.state.value, "value": given.value, "publish": 0}
                db.update_row("feedback_answer", key, values)
        for question in answers.keys() - keys.keys():
            _insert_answer(db, response_id, question, answers[question])


def remove_response(db: Database, response_id: str) -> None:
    """Take a response away, with its comments and how they were coded."""
    held = get(db, response_id)
    with change(db, f"Removed response {held.number} to {events.get(db, held.event_id).title}"):
        for (key,) in db.rows("select id from feedback_answer where response_id = ?", (response_id,)):
            _delete_answer(db, key)
        db.delete_row("feedback_response", response_id)


def _insert_answer(db: Database, response_id: str, question_id: str, answer: Answer) -> None:
    db.insert_row(
        "feedback_answer",
        {"id": new_key(), "response_id": response_id, "question_id": question_id, "state": answer.state.value,
         "value": answer.value},
    )  # fmt: skip


def _delete_answer(db: Database, key: str) -> None:
    for (coding,) in db.rows("select id from feedback_coding where answer_id = ?", (key,)):
        db.delete_row("feedback_coding", coding)
    db.delete_row("feedback_answer", key)


def _refuse_nothing(answers: Answers) -> None:
    if not answers:
        raise Problem("No question is answered yet. Answer one or more, and save it then.")


def _refuse_second(db: Database, event_id: str, participant_id: str | None, but: str | None) -> None:
    if participant_id is None:
        return
    number = db.value(
        "select number from feedback_response where event_id = ? and participant_id = ? and id is not ?",
        (event_id, participant_id, but),
    )
    if number is not None:
        raise FieldProblem(
            "participant_id",
            f"Response {number} is this person’s already. Change that one, or keep this one without a name.",
        )
