"""How people read the columns of feedback's tables, for the history of their rows."""

import json
from collections.abc import Mapping

from engagement.forums.feedback.vocabulary import AnswerKind, AnswerState, Source
from engagement.forums.vocabulary import EventKind
from resources.differences import FieldWords, said_day, said_flag, said_moment, said_word
from resources.tables import Cell


def _list(cell: Cell) -> str:
    """The items of a JSON list; any other text as it is."""
    text = str(cell)
    if not text.startswith("["):
        return text
    try:
        return "; ".join(str(one) for one in json.loads(text))
    except ValueError:
        return text


KINDS: Mapping[str, str] = {
    "feedback_question": "Question",
    "feedback_file": "Forms file",
    "feedback_response": "Feedback",
    "feedback_answer": "Answer",
    "feedback_theme": "Theme",
    "feedback_coding": "Coding",
    "feedback_heading": "Heading of a forms file",
}
SILENT: Mapping[str, tuple[str, ...]] = {
    "feedback_response": ("row_key",),
    "feedback_file": ("sha256",),
    "feedback_heading": ("heading_key",),
}
FIELDS: Mapping[str, Mapping[str, FieldWords]] = {
    "feedback_question": {
        "event_kind": FieldWords("Kind of event", said_word(EventKind)),
        "position": FieldWords("Place among the questions"),
        "text": FieldWords("Words"),
        "answer_kind": FieldWords("Answered", said_word(AnswerKind)),
        "options": FieldWords("Words or choices", _list),
        "satisfied_from": FieldWords("Satisfied from"),
        "reworded_on": FieldWords("Reworded", said_day),
        "retired_on": FieldWords("Retired", said_day),
    },
    "feedback_file": {
        "event_id": FieldWords("Event", refers_to="event"),
        "name": FieldWords("File"),
        "taken_in_at": FieldWords("Taken in", said_moment),
    },
    "feedback_response": {
        "event_id": FieldWords("Event", refers_to="event"),
        "participant_id": FieldWords("Person", refers_to="participant"),
        "file_id": FieldWords("Forms file", refers_to="feedback_file"),
        "number": FieldWords("Response"),
        "received_on": FieldWords("Received", said_day),
        "source": FieldWords("From", said_word(Source)),
    },
    "feedback_answer": {
        "response_id": FieldWords("Feedback", refers_to="feedback_response"),
        "question_id": FieldWords("Question", refers_to="feedback_question"),
        "state": FieldWords("State", said_word(AnswerState)),
        "value": FieldWords("Answer", _list),
        "publish": FieldWords("May be published", said_flag),
    },
    "feedback_theme": {"name": FieldWords("Name"), "retired_on": FieldWords("Retired", said_day)},
    "feedback_coding": {
        "answer_id": FieldWords("Comment", refers_to="feedback_answer"),
        "theme_id": FieldWords("Theme", refers_to="feedback_theme"),
        "coded_by": FieldWords("Coded by"),
        "coded_at": FieldWords("Coded", said_moment),
    },
    "feedback_heading": {
        "event_kind": FieldWords("Kind of event", said_word(EventKind)),
        "question_id": FieldWords("Question", refers_to="feedback_question"),
    },
}
"""What is not named here serves the program alone."""
