"""How people read the columns of feedback's tables, for the history of their rows."""

import json
from collections.abc import Mapping

from engagement.forums.feedback.vocabulary import AnswerKind, AnswerState, Source
from engagement.forums.vocabulary import EventKind
from resources.differences import FieldWords
from resources.tables import Cell
from resources.wording import date_words, moment_words
from resources.words import Word


def _of(words: type[Word], cell: Cell) -> str:
    known = words.read(str(cell))
    return known.label if known else str(cell)


def _kind(cell: Cell) -> str:
    return _of(EventKind, cell)


def _answer_kind(cell: Cell) -> str:
    return _of(AnswerKind, cell)


def _state(cell: Cell) -> str:
    return _of(AnswerState, cell)


def _source(cell: Cell) -> str:
    return _of(Source, cell)


def _day(cell: Cell) -> str:
    return date_words(str(cell))


def _moment(cell: Cell) -> str:
    return moment_words(str(cell))


def _flag(cell: Cell) -> str:
    return "Yes" if cell else "No"


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
        "event_kind": FieldWords("Kind of event", _kind),
        "position": FieldWords("Place among the questions"),
        "text": FieldWords("Words"),
        "answer_kind": FieldWords("Answered", _answer_kind),
        "options": FieldWords("Words or choices", _list),
        "satisfied_from": FieldWords("Satisfied from"),
        "reworded_on": FieldWords("Reworded", _day),
        "retired_on": FieldWords("Retired", _day),
    },
    "feedback_file": {
        "event_id": FieldWords("Event", refers_to="event"),
        "name": FieldWords("File"),
        "taken_in_at": FieldWords("Taken in", _moment),
    },
    "feedback_response": {
        "event_id": FieldWords("Event", refers_to="event"),
        "participant_id": FieldWords("Person", refers_to="participant"),
        "file_id": FieldWords("Forms file", refers_to="feedback_file"),
        "number": FieldWords("Response"),
        "received_on": FieldWords("Received", _day),
        "source": FieldWords("From", _source),
    },
    "feedback_answer": {
        "response_id": FieldWords("Feedback", refers_to="feedback_response"),
        "question_id": FieldWords("Question", refers_to="feedback_question"),
        "state": FieldWords("State", _state),
        "value": FieldWords("Answer", _list),
        "publish": FieldWords("May be published", _flag),
    },
    "feedback_theme": {"name": FieldWords("Name"), "retired_on": FieldWords("Retired", _day)},
    "feedback_coding": {
        "answer_id": FieldWords("Comment", refers_to="feedback_answer"),
        "theme_id": FieldWords("Theme", refers_to="feedback_theme"),
        "coded_by": FieldWords("Coded by"),
        "coded_at": FieldWords("Coded", _moment),
    },
    "feedback_heading": {
        "event_kind": FieldWords("Kind of event", _kind),
        "question_id": FieldWords("Question", refers_to="feedback_question"),
    },
}
"""What is not named here serves the program alone."""
