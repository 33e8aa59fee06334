"""Responses of a wave and what each answers."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from resources.database import Database
from workforce.survey.vocabulary import AnswerState, QuoteConsent, Source


@dataclass(frozen=True)
class Answer:
    """What was answered. `low` and `high` are decimal text, the same where a figure was given.

    `options` are the keys of what was chosen; `text` an answer in words or what “other” says; `said` the words as
    they were sent, where they had to be read as something.
    """

    state: AnswerState = AnswerState.ANSWERED
    options: tuple[str, ...] = ()
    low: str | None = None
    high: str | None = None
    text: str = ""
    said: str = ""


@dataclass(frozen=True)
class Response:
    """One response: whose it is, and its answers by question. A question that was not answered is not among them.

    `counts` is False where another response of the same provider or service stands for it.
    """

    id: str
    wave_id: str
    number: int
    source: Source
    provider_id: str | None = None
    services: tuple[str, ...] = ()
    received_on: date | None = None
    said_name: str = ""
    said_id: str = ""
    language: str = ""
    quote_consent: QuoteConsent = QuoteConsent.NOT_ASKED
    counts: bool = True
    note: str = ""
    file_id: str | None = None
    row_key: str = ""
    answers: Mapping[str, Answer] = field(default_factory=dict)


_COLUMNS = (
    "id, wave_id, number, source, provider_id, received_on, said_name, said_id, language, quote_consent, counts, "
    "note, file_id, row_key"
)


def responses(db: Database, wave_id: str) -> list[Response]:
    """Every response of a wave by its number, those that do not count too."""
    return _read(db, "wave_id = ?", wave_id)


def heads(db: Database, wave_id: str) -> list[Response]:
    """The same without their answers: whose they are, and whether they count."""
    return _read(db, "wave_id = ?", wave_id, with_answers=False)


def responses_by_key(db: Database, keys: Iterable[str]) -> list[Response]:
    """Some of them, by number."""
    return _read(db, "survey_response.id in (select value from json_each(?))", json.dumps(list(keys)))


def answered_in(db: Database, wave_id: str) -> dict[str, int]:
    """How many of the questions of a wave each response answers, by its key; one that answers none is not there."""
    rows = db.rows(
        """select response_id, count(*) from survey_answer join survey_response on survey_response.id = response_id
        where wave_id = ?1 and question_id in (select question_id from survey_asked where wave_id = ?1)
        group by response_id""",
        (wave_id,),
    )
    return dict(rows)


def figures_in(db: Database, wave_id: str) -> dict[str, dict[str, Answer]]:
    """The answers of a wave that are figures, by response and question."""
    found: dict[str, dict[str, Answer]] = {}
    for response_id, question, state, low, high in db.rows(
        """select response_id, question_id, state, low, high from survey_response
        join survey_answer on response_id = survey_response.id
        where wave_id = ? and (low is not null or high is not null) order by number""",
        (wave_id,),
    ):
        found.setdefault(response_id, {})[question] = Answer(AnswerState(state), (), low, high)
    return found


def most_answers(db: Database, wave_id: str) -> int:
    """How many answers a wave has at most: all of its questions of each response. Asked before they are read."""
    found = db.value(
        """select (select count(*) from survey_response where wave_id = :wave)
        * (select count(*) from survey_asked where wave_id = :wave)""",
        {"wave": wave_id},
    )
    return int(found)


def response(db: Database, key: str) -> Response:
    """One by its key."""
    found = _read(db, "survey_response.id = ?", key)
    if not found:
        raise LookupError(f"no survey response {key}")
    return found[0]


def _read(db: Database, condition: str, value: str, *, with_answers: bool = True) -> list[Response]:
    rows = db.rows(f"select {_COLUMNS} from survey_response where {condition} order by number", (value,))
    of = f"(select id from survey_response where {condition})"
    services: dict[str, list[str]] = {}
    for key, service in db.rows(
        f"select response_id, service_id from survey_response_service where response_id in {of} order by id",
        (value,),
    ):
        services.setdefault(key, []).append(service)
    answers = _answers(db, of, value) if with_answers else {}
    return [
        Response(
            key, wave, number, Source(source), provider, tuple(services.get(key, ())),
            date.fromisoformat(received) if received else None, said_name, said_id, language, QuoteConsent(quote),
            bool(counts), note, file_id, row_key, answers.get(key, {}),
        )
        for key, wave, number, source, provider, received, said_name, said_id, language, quote, counts, note,
        file_id, row_key in rows
    ]  # fmt: skip


def _answers(db: Database, of: str, value: str) -> dict[str, dict[str, Answer]]:
    chosen: dict[str, list[str]] = {}
    for answer, option in db.rows(
        f"""select answer_id, option_id from survey_choice join survey_answer on survey_answer.id = answer_id
        where response_id in {of} order by survey_choice.id""",
        (value,),
    ):
        chosen.setdefault(answer, []).append(option)
    found: dict[str, dict[str, Answer]] = {}
    for key, response_id, question, state, low, high, text, said in db.rows(
        f"""select id, response_id, question_id, state, low, high, text, said from survey_answer
        where response_id in {of}""",
        (value,),
    ):
        answer = Answer(AnswerState(state), tuple(chosen.get(key, ())), low, high, text, said)
        found.setdefault(response_id, {})[question] = answer
    return found
