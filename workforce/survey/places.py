"""Where a row of the survey is shown: in which survey, in which of its waves, and among rows of what."""

from dataclasses import dataclass
from enum import Enum

from resources.database import Database


class PlaceOf(Enum):
    """What a key is of."""

    RESPONSE = "response"
    ACTION = "action"
    PRACTICE = "practice"
    WAVE = "wave"
    QUESTION = "question"
    TEXT = "text"


@dataclass(frozen=True)
class Place:
    """Where the row `key` stands. Without a `survey_id` it is of every survey, without a `wave_id` of every wave."""

    of: PlaceOf
    key: str
    survey_id: str = ""
    wave_id: str = ""


_WAYS: tuple[tuple[PlaceOf, str], ...] = (
    (
        PlaceOf.RESPONSE,
        """select survey_id, wave_id from survey_response join survey_wave on survey_wave.id = wave_id
        where survey_response.id = ?""",
    ),
    (PlaceOf.ACTION, "select survey_id, '' from survey_action where id = ?"),
    (PlaceOf.PRACTICE, "select '', '' from survey_practice where id = ?"),
    (PlaceOf.WAVE, "select survey_id, id from survey_wave where id = ?"),
    (PlaceOf.QUESTION, "select survey_id, '' from survey_question where id = ?"),
    (
        PlaceOf.TEXT,
        """select survey_id, '' from survey_coding join survey_question on survey_question.id = question_id
        where survey_coding.id = ?""",
    ),
)


def place_of(db: Database, key: str) -> Place | None:
    """Where the row with this key is shown; None where the survey has none.

    A text goes by one of its codings.
    """
    for of, sql in _WAYS:
        found = db.row(sql, (key,))
        if found is not None:
            return Place(of, key, *found)
    return None
