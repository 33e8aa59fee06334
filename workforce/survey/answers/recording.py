"""Responses as they are typed, put right, tied to whom they are of, and removed. Each is one change."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TypedDict, Unpack

from resources.database import Database, change, new_key
from resources.problem import FieldProblem, Problem
from resources.tables import Cell
from resources.wording import date_words
from workforce.survey.answers.decisions import WhoDecision
from workforce.survey.answers.responses import Answer, Response, response
from workforce.survey.answers.who_answered import remember_name
from workforce.survey.vocabulary import QuoteConsent, Source
from workforce.survey.waves.waves import Wave, wave


class ResponseFacts(TypedDict, total=False):
    """What can be changed of a response beside its answers and whose it is."""

    received_on: date | None
    language: str
    quote_consent: QuoteConsent
    counts: bool
    note: str


def add_response(
    db: Database,
    wave_id: str,
    answers: Mapping[str, Answer],
    *,
    provider_id: str | None = None,
    services: Sequence[str] = (),
    received_on: date | None = None,
    said_name: str = "",
    language: str = "",
    quote_consent: QuoteConsent = QuoteConsent.NOT_ASKED,
    note: str = "",
) -> Response:
    """Keep what was answered on paper, by telephone or at a forum; answers by question."""
    asked = wave(db, wave_id)
    refuse_archived(asked)
    if not answers:
        raise Problem("No question is answered yet. Answer one or more, and save it then.")
    _check_received(asked, received_on)
    provider_id, services = checked_tie(db, provider_id, services)
    number = next_number(db, wave_id)
    with change(db, f"Added response {number} to {asked.name}"):
        key = insert_response(
            db, wave_id, number, answers, source=Source.TYPED, provider_id=provider_id, services=services,
            received_on=received_on, said_name=said_name.strip(), language=language.strip(),
            quote_consent=quote_consent, note=note.strip(),
        )  # fmt: skip
    return response(db, key)


def edit_answer(db: Database, response_id: str, question_id: str, answer: Answer | None) -> Response:
    """Put one answer right; None: it was not answered."""
    return edit_answers(db, response_id, {question_id: answer})


def edit_answers(db: Database, response_id: str, answers: Mapping[str, Answer | None]) -> Response:
    """Put several answers right as one change; those of other questions stay."""
    held = response(db, response_id)
    with change(db, f"Changed response {held.number} to {wave(db, held.wave_id).name}"):
        for question, answer in answers.items():
            put_answer(db, held, question, answer)
    return response(db, response_id)


def edit_response(db: Database, key: str, **facts: Unpack[ResponseFacts]) -> Response:
    """Change what is given and leave the rest."""
    held = response(db, key)
    of_wave = wave(db, held.wave_id)
    if "received_on" in facts:
        _check_received(of_wave, facts["received_on"])
    cells: dict[str, Cell] = {}
    for name, given in facts.items():
        if isinstance(given, date):
            cells[name] = given.isoformat()
        elif isinstance(given, bool):
            cells[name] = int(given)
        elif isinstance(given, QuoteConsent):
            cells[name] = given.value
        else:
            cells[name] = str(given).strip() if given is not None else None
    with change(db, f"Changed response {held.number} to {of_wave.name}"):
        db.update_row("survey_response", key, cells)
    return response(db, key)


def tie_response(db: Database, key: str, provider_id: str | None, services: Sequence[str] = ()) -> Response:
    """Say whose a response is; no provider: nobody of the register. Its services are those given and no others.

    The name it came with is known from then on, where it can only mean the one place.
    """
    held = response(db, key)
    of_wave = wave(db, held.wave_id)
    provider_id, services = checked_tie(db, provider_id, services)
    whose = db.value("select name from provider where id = ?", (provider_id,)) if provider_id else "nobody"
    with change(db, f"Tied response {held.number} to {of_wave.name} to {whose}"):
        put_tie(db, held, provider_id, services)
        if held.said_name and provider_id is not None and len(services) <= 1:
            remember_name(db, held.said_name, WhoDecision(provider_id, *services))
    return response(db, key)


def remove_response(db: Database, key: str) -> None:
    """Take a response away with its answers."""
    held = response(db, key)
    with change(db, f"Removed response {held.number} from {wave(db, held.wave_id).name}"):
        for (answer,) in db.rows("select id from survey_answer where response_id = ?", (key,)):
            _delete_answer(db, answer)
        for (row,) in db.rows("select id from survey_response_service where response_id = ?", (key,)):
            db.delete_row("survey_response_service", row)
        db.delete_row("survey_response", key)


# --- within a change --------------------------------------------------------------------------------------


def insert_response(
    db: Database,
    wave_id: str,
    number: int,
    answers: Mapping[str, Answer],
    *,
    source: Source,
    provider_id: str | None = None,
    services: Sequence[str] = (),
    received_on: date | None = None,
    said_name: str = "",
    said_id: str = "",
    language: str = "",
    quote_consent: QuoteConsent = QuoteConsent.NOT_ASKED,
    note: str = "",
    file_id: str | None = None,
    row_key: str = "",
) -> str:
    """Write a response with its services and answers, and return its key."""
    key = new_key()
    db.insert_row(
        "survey_response",
        {
            "id": key, "wave_id": wave_id, "number": number, "provider_id": provider_id, "source": source.value,
            "file_id": file_id, "row_key": row_key, "received_on": received_on.isoformat() if received_on else None,
            "said_name": said_name, "said_id": said_id, "language": language, "quote_consent": quote_consent.value,
            "note": note,
        },
    )  # fmt: skip
    db.insert_rows(
        "survey_response_service",
        ("id", "response_id", "service_id"),
        [(new_key(), key, service) for service in dict.fromkeys(services)],
    )
    insert_answers(db, key, answers)
    return key


def insert_answers(db: Database, response_id: str, answers: Mapping[str, Answer]) -> None:
    """Write the answers of a response that has none of them yet."""
    keys = {question: new_key() for question in answers}
    db.insert_rows(
        "survey_answer",
        ("id", "response_id", "question_id", "state", "low", "high", "text", "said"),
        [
            (keys[question], response_id, question, one.state.value, one.low, one.high, one.text, one.said)
            for question, one in answers.items()
        ],
    )
    db.insert_rows(
        "survey_choice",
        ("id", "answer_id", "option_id"),
        [
            (new_key(), keys[question], option)
            for question, one in answers.items()
            for option in dict.fromkeys(one.options)
        ],
    )


def put_answer(db: Database, held: Response, question_id: str, answer: Answer | None) -> None:
    """Make one answer of a response what is given."""
    before = held.answers.get(question_id)
    if before == answer:
        return
    key = db.value(
        "select id from survey_answer where response_id = ? and question_id = ?", (held.id, question_id)
    )
    if answer is None:
        _delete_answer(db, str(key))
    elif key is None:
        insert_answers(db, held.id, {question_id: answer})
    else:
        db.update_row(
            "survey_answer",
            str(key),
            {
                "state": answer.state.value, "low": answer.low, "high": answer.high, "text": answer.text,
                "said": answer.said,
            },
        )  # fmt: skip
        _put_choices(db, str(key), answer.options)


def _put_choices(db: Database, answer_id: str, options: Sequence[str]) -> None:
    rows = db.rows("select option_id, id from survey_choice where answer_id = ?", (answer_id,))
    held = {str(option): str(key) for option, key in rows}
    for option, key in held.items():
        if option not in options:
            db.delete_row("survey_choice", key)
    for option in dict.fromkeys(options):
        if option not in held:
            db.insert_row("survey_choice", {"id": new_key(), "answer_id": answer_id, "option_id": option})


def _delete_answer(db: Database, answer_id: str) -> None:
    for (key,) in db.rows("select id from survey_choice where answer_id = ?", (answer_id,)):
        db.delete_row("survey_choice", key)
    db.delete_row("survey_answer", answer_id)


def put_tie(db: Database, held: Response, provider_id: str | None, services: Sequence[str]) -> None:
    """Make a response that of a provider and its services."""
    db.update_row("survey_response", held.id, {"provider_id": provider_id})
    rows = db.rows("select service_id, id from survey_response_service where response_id = ?", (held.id,))
    kept = {str(service): str(key) for service, key in rows}
    for service, key in kept.items():
        if service not in services:
            db.delete_row("survey_response_service", key)
    for service in dict.fromkeys(services):
        if service not in kept:
            db.insert_row(
                "survey_response_service",
                {"id": new_key(), "response_id": held.id, "service_id": service},
            )


def next_number(db: Database, wave_id: str) -> int:
    """The number of the next response of a wave."""
    return 1 + int(
        db.value("select coalesce(max(number), 0) from survey_response where wave_id = ?", (wave_id,))
    )


# --- what is refused --------------------------------------------------------------------------------------


def refuse_archived(asked: Wave) -> None:
    """Nothing is added to a wave that was put away."""
    if asked.archived_on is not None:
        raise Problem(f"{asked.name} is archived, so it takes no answers. Restore it first.")


def checked_tie(
    db: Database, provider_id: str | None, services: Sequence[str]
) -> tuple[str | None, tuple[str, ...]]:
    """The provider and services as they may be kept: services of one provider, which they bring with them."""
    kept = tuple(dict.fromkeys(services))
    owners = {db.value("select provider_id from service where id = ?", (service,)) for service in kept}
    if len(owners) > 1:
        raise FieldProblem("services", "A response is of one provider, and these services are of several.")
    (owner,) = owners or {provider_id}
    if owner is not None and provider_id is not None and owner != provider_id:
        raise FieldProblem("services", "These services are not of that provider. Choose its own.")
    return (str(owner) if owner else None), kept


def _check_received(asked: Wave, received_on: date | None) -> None:
    if received_on is not None and received_on < asked.opens_on:
        raise FieldProblem(
            "received_on",
            f"{asked.name} opens on {date_words(asked.opens_on)}, so nothing was received before. Check the day.",
        )
