"""The questions of a survey and their options, as they stand now."""

import re
from dataclasses import dataclass
from typing import Any

from resources.database import Database
from workforce.survey.vocabulary import AnswerState, Better, QuestionKind, Role, Topic

_COLUMNS = (
    "id, survey_id, code, topic, kind, position, wording, help, unit, role, better, allow_other, retired_on"
)
_OPTION_COLUMNS = (
    "id, question_id, position, wording, score, low, high, is_other, stands_for, from_coding, retired_on"
)


@dataclass(frozen=True)
class Option:
    """What can be chosen. `low` and `high` are a band's bounds, `score` a scale's step.

    Choosing one that `stands_for` a state is no answer. One `from_coding` was never offered: texts were coded to it.
    """

    id: str
    question_id: str
    position: int
    wording: str
    score: int | None = None
    low: str | None = None
    high: str | None = None
    is_other: bool = False
    stands_for: AnswerState | None = None
    from_coding: bool = False
    retired_on: str | None = None


@dataclass(frozen=True)
class Question:
    """A question with its options in order, retired ones last. `allow_other`: something else may be written."""

    id: str
    survey_id: str
    code: str
    topic: Topic
    kind: QuestionKind
    position: int
    wording: str
    help: str = ""
    unit: str = ""
    role: Role | None = None
    better: Better = Better.NEITHER
    allow_other: bool = False
    retired_on: str | None = None
    options: tuple[Option, ...] = ()

    @property
    def offered(self) -> tuple[Option, ...]:
        """The options that can be chosen now."""
        return tuple(one for one in self.options if not one.from_coding and one.retired_on is None)


def _option(row: tuple[Any, ...]) -> Option:
    key, question, position, wording, score, low, high, is_other, stands_for, from_coding, retired = row
    return Option(
        key, question, position, wording, score, low, high, bool(is_other),
        AnswerState(stands_for) if stands_for else None, bool(from_coding), retired,
    )  # fmt: skip


def _question(row: tuple[Any, ...], options: tuple[Option, ...]) -> Question:
    key, survey, code, topic, kind, position, wording, help_text, unit, role, better, other, retired = row
    return Question(
        key, survey, code, Topic(topic), QuestionKind(kind), position, wording, help_text, unit,
        Role(role) if role else None, Better(better), bool(other), retired, options,
    )  # fmt: skip


def questions(db: Database, survey_id: str, *, retired: bool = False) -> list[Question]:
    """The questions of a survey in their order; retired ones only when asked for."""
    kept = "" if retired else "and retired_on is null"
    rows = db.rows(
        f"select {_COLUMNS} from survey_question where survey_id = ? {kept} order by position, id",
        (survey_id,),
    )
    options = _options(db, "question_id in (select id from survey_question where survey_id = ?)", survey_id)
    return [_question(row, options.get(row[0], ())) for row in rows]


def question(db: Database, key: str) -> Question:
    """One by its key, retired or not."""
    row = db.row(f"select {_COLUMNS} from survey_question where id = ?", (key,))
    if row is None:
        raise LookupError(f"no survey question {key}")
    return _question(row, _options(db, "question_id = ?", key).get(key, ()))


def _options(db: Database, condition: str, value: str) -> dict[str, tuple[Option, ...]]:
    rows = db.rows(
        f"""select {_OPTION_COLUMNS} from survey_option where {condition}
        order by question_id, retired_on is not null, position, id""",
        (value,),
    )
    found: dict[str, list[Option]] = {}
    for row in rows:
        found.setdefault(row[1], []).append(_option(row))
    return {key: tuple(options) for key, options in found.items()}


def code_key(text: str) -> str:
    """A code as the questionnaire keeps it: skill2-1 is skill2_1 there; '' without a letter or figure."""
    return re.sub(r"[^a-z0-9]+", "_", text.casefold()).strip("_")
