"""Two responses of one provider or service."""

from resources.database import Database
from tests.workforce.survey.answers.made import made_register, made_wave
from workforce.survey.answers.duplicates import count_all, count_this, duplicates
from workforce.survey.answers.recording import add_response
from workforce.survey.answers.responses import Answer, Response, responses
from workforce.survey.vocabulary import AskedOf
from workforce.survey.waves.asked import asked_of_wave


def staff_of(db: Database, wave_id: str) -> str:
    return next(one.question.id for one in asked_of_wave(db, wave_id) if one.question.code == "staff")


def say(db: Database, wave_id: str, number: str, *services: str, provider: str | None = None) -> Response:
    answers = {staff_of(db, wave_id): Answer(low=number, high=number)}
    return add_response(db, wave_id, answers, provider_id=provider, services=services)


def counting(db: Database, wave_id: str) -> list[bool]:
    return [one.counts for one in responses(db, wave_id)]


def test_responses_that_share_a_service_are_a_group_and_one_is_let_count(db: Database) -> None:
    wave, keys = made_wave(db), made_register(db)
    rose, limes = keys["Rose House"], keys["The Limes"]
    first, second = say(db, wave.id, "5", rose, limes), say(db, wave.id, "6", rose)
    say(db, wave.id, "7", keys["Elm Lodge"])
    say(db, wave.id, "8")
    (group,) = duplicates(db, wave.id)
    assert (group.name, [one.id for one in group.responses]) == ("Rose House", [first.id, second.id])
    assert group.differing == (staff_of(db, wave.id),) and not group.is_settled
    count_this(db, second.id)
    assert counting(db, wave.id) == [False, True, True, True]
    (settled,) = duplicates(db, wave.id)
    assert settled.is_settled
    count_all(db, [first.id, second.id])
    assert counting(db, wave.id) == [True] * 4


def test_only_those_that_share_something_with_the_one_that_counts_give_way(db: Database) -> None:
    wave, keys = made_wave(db), made_register(db)
    both = say(db, wave.id, "5", keys["Rose House"], keys["The Limes"])
    rose, limes = say(db, wave.id, "2", keys["Rose House"]), say(db, wave.id, "3", keys["The Limes"])
    (group,) = duplicates(db, wave.id)
    assert [one.id for one in group.responses] == [both.id, rose.id, limes.id]
    count_this(db, rose.id)
    assert counting(db, wave.id) == [False, True, True]
    assert duplicates(db, wave.id)[0].is_settled
    count_this(db, both.id)
    assert counting(db, wave.id) == [True, False, False]


def test_where_providers_were_asked_each_has_one_response(db: Database) -> None:
    wave, keys = made_wave(db, asked_of=AskedOf.PROVIDER), made_register(db)
    say(db, wave.id, "5", keys["Rose House"])
    say(db, wave.id, "5", provider=keys["Elm Care Limited"])
    (group,) = duplicates(db, wave.id)
    assert (group.name, group.differing) == ("Elm Care Limited", ())


def test_a_group_to_settle_stands_before_one_that_is(db: Database) -> None:
    wave, keys = made_wave(db), made_register(db)
    for name in ("Rose House", "Elm Lodge"):
        say(db, wave.id, "1", keys[name])
        say(db, wave.id, "2", keys[name])
    count_this(db, responses(db, wave.id)[2].id)
    assert [(one.name, one.is_settled) for one in duplicates(db, wave.id)] == [
        ("Rose House", False),
        ("Elm Lodge", True),
    ]
