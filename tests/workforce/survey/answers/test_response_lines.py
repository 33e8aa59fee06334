"""The responses of a wave as lines of a table."""

from datetime import date

import pytest

from engagement.register.providers import add_provider_with_service
from engagement.register.services import Service, add_service
from engagement.register.vocabulary import ServiceKind
from resources.database import Database
from workforce.survey.answers.recording import add_response, edit_response
from workforce.survey.answers.response_lines import (
    DOES_NOT_COUNT,
    DUPLICATE,
    NOT_TIED,
    ResponseLine,
    asked_by_topic,
    lines_table,
    response_lines,
    service_names,
)
from workforce.survey.answers.responses import Answer, answered_in, heads
from workforce.survey.starting import start_survey
from workforce.survey.vocabulary import WaveKind
from workforce.survey.waves.asked import Asked, asked_of_wave
from workforce.survey.waves.planning import WaveDraft, plan_wave
from workforce.survey.waves.waves import Wave

OPENS = date(2019, 3, 1)
HOME = ServiceKind.RESIDENTIAL_HOME


@pytest.fixture
def wave(db: Database) -> Wave:
    return plan_wave(db, start_survey(db).id, WaveDraft("Baseline", WaveKind.BASELINE, OPENS))


@pytest.fixture
def home(db: Database) -> Service:
    return add_provider_with_service(db, {"name": "Example Care"}, {"name": "Rose House", "kind": HOME})


def first(db: Database, wave: Wave) -> dict[str, Answer]:
    asked: Asked = asked_of_wave(db, wave.id)[0]
    return {asked.question.id: Answer(low="12", high="12")}


def lines(db: Database, wave: Wave, **more: object) -> list[ResponseLine]:
    held, asked = heads(db, wave.id), asked_of_wave(db, wave.id)
    return response_lines(db, held, asked, facts={}, answered=answered_in(db, wave.id), **more)  # type: ignore[arg-type]


def test_a_line_says_whose_it_is_or_what_name_was_given(db: Database, wave: Wave, home: Service) -> None:
    other = add_service(db, home.provider_id, name="Oak House", kind=HOME)
    given = first(db, wave)
    add_response(db, wave.id, given, provider_id=home.provider_id, services=[home.id])
    add_response(db, wave.id, given, provider_id=home.provider_id, services=[home.id, other.id])
    add_response(db, wave.id, given, provider_id=home.provider_id)
    add_response(db, wave.id, given, said_name="Sunny Bank")
    add_response(db, wave.id, given)
    found = lines(db, wave)
    assert [one.who for one in found] == [
        "Rose House, Example Care", "Example Care, 2 services", "Example Care", "Sunny Bank", "No name given",
    ]  # fmt: skip
    assert [one.tied for one in found] == [True, True, True, False, False]
    assert found[0].answered == 1 and found[0].asked == len(asked_of_wave(db, wave.id))
    assert service_names(db, found[1].response) == ["Rose House", "Oak House"]


def test_a_line_says_whether_it_counts_and_is_queried(db: Database, wave: Wave, home: Service) -> None:
    given = first(db, wave)
    keys = [add_response(db, wave.id, given, provider_id=home.provider_id).id for _ in range(3)]
    edit_response(db, keys[2], counts=False)
    found = lines(db, wave, duplicates=keys[:1], queried=keys[1:2])
    assert [one.standing for one in found] == [DUPLICATE, "", DOES_NOT_COUNT]
    (untied,) = lines(db, wave)[3:] if add_response(db, wave.id, given) else []
    assert untied.standing == NOT_TIED
    both = lines(db, wave, duplicates=keys[:1], queried=keys[:2])
    assert [one.state for one in both] == ["Duplicate, query", "Query", DOES_NOT_COUNT, NOT_TIED]
    assert [one.queried for one in found] == [False, True, False]
    table = lines_table(db, wave.id, found)
    assert table.title == "Answers of Baseline" and len(table.rows) == 3


def test_questions_stand_under_their_topics_as_they_are_asked(db: Database, wave: Wave) -> None:
    asked = asked_of_wave(db, wave.id)
    topics = asked_by_topic(asked)
    assert next(iter(topics)) == asked[0].question.topic.label
    assert sum(map(len, topics.values())) == len(asked)
