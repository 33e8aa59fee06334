"""Rows of the sample county’s survey: its waves, whom they asked and what was answered."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from engagement.register.contracts import contracts_on
from engagement.register.ratings import active_services, overall_on_days
from engagement.register.vocabulary import ContractStatus, ServiceKind
from resources.database import Database, new_key
from workforce.survey.answers.responses import Answer
from workforce.survey.questionnaire.questions import questions
from workforce.survey.vocabulary import QuoteConsent, WaveKind

KINDS = (
    ServiceKind.NURSING_HOME,
    ServiceKind.RESIDENTIAL_HOME,
    ServiceKind.HOME_CARE,
    ServiceKind.SUPPORTED_LIVING,
)


def insert_wave(db: Database, survey_id: str, name: str, kind: WaveKind, opens: date) -> str:
    """The questions as they stand."""
    key = new_key()
    db.insert_row(
        "survey_wave",
        {
            "id": key,
            "survey_id": survey_id,
            "name": name,
            "kind": kind.value,
            "opens_on": opens.isoformat(),
            "closes_on": (opens + timedelta(days=28)).isoformat(),
            "mode": "online",
            "asked_of": "service",
            "population_on": opens.isoformat(),
        },
    )
    for position, one in enumerate(questions(db, survey_id), 1):
        asked = new_key()
        db.insert_row(
            "survey_asked",
            {
                "id": asked,
                "wave_id": key,
                "question_id": one.id,
                "position": position,
                "wording": one.wording,
            },
        )
        db.insert_rows(
            "survey_asked_option",
            ("id", "asked_id", "option_id", "position", "wording"),
            [
                (new_key(), asked, option.id, place, option.wording)
                for place, option in enumerate(one.offered, 1)
            ],
        )
    return key


def insert_invited(db: Database, wave_id: str) -> Iterator[tuple[str, str, str, str, int | None]]:
    """Each with its key, provider, name, kind and beds."""
    day = date.fromisoformat(str(db.value("select opens_on from survey_wave where id = ?", (wave_id,))))
    contracts = contracts_on(db, day)
    home = _home(db)
    active = {one.id: one for one in active_services(db, day) if one.kind in KINDS and one.authority == home}
    ratings = overall_on_days(db, ((key, day) for key in active))
    for key in sorted(active):
        held, rated = contracts.get(key), ratings.get((key, day))
        row = db.row("select provider_id, name, beds from service where id = ?", (key,))
        if row is None:
            continue
        one = active[key]
        db.insert_row(
            "survey_invited",
            {
                "id": new_key(),
                "wave_id": wave_id,
                "provider_id": row[0],
                "service_id": key,
                "kind": one.kind.value,
                "district": one.district,
                "rating": rated.rating.value if rated else "",
                "beds": row[2],
                "active": int(held is not None and held.status is ContractStatus.ACTIVE),
            },
        )
        yield key, row[0], row[1], one.kind.value, row[2]


def _home(db: Database) -> str:
    """The authority that has contracts."""
    return str(
        db.value(
            """select authority from service where id in (select service_id from contract_status)
            group by authority order by count(*) desc, authority"""
        )
    )


def insert_response(
    db: Database,
    wave_id: str,
    number: int,
    answers: Mapping[str, Answer],
    *,
    provider_id: str | None,
    services: Sequence[str],
    received_on: date,
    quote_consent: QuoteConsent,
    said_name: str,
) -> None:
    """What one service said."""
    key = new_key()
    db.insert_row(
        "survey_response",
        {
            "id": key,
            "wave_id": wave_id,
            "number": number,
            "provider_id": provider_id,
            "source": "typed",
            "received_on": received_on.isoformat(),
            "said_name": said_name,
            "quote_consent": quote_consent.value,
        },
    )
    for service in services:
        db.insert_row("survey_response_service", {"id": new_key(), "response_id": key, "service_id": service})
    for question, one in answers.items():
        answer = new_key()
        db.insert_row(
            "survey_answer",
            {
                "id": answer,
                "response_id": key,
                "question_id": question,
                "state": one.state.value,
                "low": one.low,
                "high": one.high,
                "text": one.text,
                "said": one.said,
            },
        )
        for option in one.options:
            db.insert_row("survey_choice", {"id": new_key(), "answer_id": answer, "option_id": option})
