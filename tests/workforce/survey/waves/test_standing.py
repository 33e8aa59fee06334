"""How many of those invited answered: each counted once, second responses and strangers not at all."""

from collections.abc import Callable
from datetime import date

from resources.database import Database, change
from tests.workforce.survey.waves.test_facts import respond
from workforce.survey.vocabulary import AskedOf
from workforce.survey.waves.planning import edit_wave
from workforce.survey.waves.population import PopulationRule, invite
from workforce.survey.waves.standing import standing_of
from workforce.survey.waves.tables import population_table, waves_table
from workforce.survey.waves.waves import Wave

Register = dict[str, str]
ProviderOf = Callable[[str], str]


def test_a_response_covers_the_services_that_it_names(
    db: Database, register: Register, wave: Wave, provider_of: ProviderOf
) -> None:
    invite(db, wave.id, PopulationRule())
    house, limes, elm = (register[name] for name in ("Rosewood House", "The Limes", "Elm Court"))
    respond(db, wave, provider_of(house), house, limes)
    respond(db, wave, provider_of(elm))
    second = respond(db, wave, provider_of(elm), elm)
    with change(db, "Counts not"):
        db.update_row("survey_response", second, {"counts": 0})
    respond(db, wave, provider_of(register["Sunny Days"]))
    respond(db, wave, None)
    found = standing_of(db, wave.id)
    assert (found.invited, found.responses, found.counted, found.answered, found.not_invited) == (
        5,
        5,
        4,
        3,
        2,
    )
    assert found.rate == 60


def test_a_response_that_names_no_service_is_of_all_that_its_provider_was_asked_for(
    db: Database, register: Register, wave: Wave, provider_of: ProviderOf
) -> None:
    invite(db, wave.id, PopulationRule())
    key = respond(db, wave, provider_of(register["The Limes"]))
    found = standing_of(db, wave.id)
    assert (found.answered, found.not_invited, found.for_all) == (2, 0, frozenset({key}))
    assert {row[0] for row in population_table(db, wave.id).rows if row[-1]} == {
        "Rosewood House",
        "The Limes",
    }


def test_with_responses_of_nobody_known_the_rate_is_the_least_it_can_be(
    db: Database, register: Register, wave: Wave, provider_of: ProviderOf
) -> None:
    invite(db, wave.id, PopulationRule())
    respond(db, wave, provider_of(register["Elm Court"]))
    assert standing_of(db, wave.id).rate_words == "20.0% of 5"
    respond(db, wave, None)
    found = standing_of(db, wave.id)
    assert (found.rate, found.rate_words) == (
        20,
        "At least 20.0% of 5; 1 of 2 responses is not tied to a provider",
    )
    respond(db, wave, None)
    found = standing_of(db, wave.id)
    assert (found.rate, found.rate_words) == (
        None,
        "Not known: 2 of 3 responses are not tied to a provider",
    )
    (row,) = waves_table(db, wave.survey_id, today=date(2020, 1, 6)).rows
    assert row[4:7] == (5, 1, None)


def test_a_provider_asked_as_a_whole_answers_once(
    db: Database, register: Register, wave: Wave, provider_of: ProviderOf
) -> None:
    edit_wave(db, wave.id, asked_of=AskedOf.PROVIDER)
    invite(db, wave.id, PopulationRule())
    respond(db, wave, provider_of(register["The Limes"]), register["The Limes"])
    found = standing_of(db, wave.id)
    assert (found.invited, found.answered, found.rate) == (4, 1, 25)


def test_without_a_population_there_is_no_rate(db: Database, wave: Wave) -> None:
    respond(db, wave, None)
    found = standing_of(db, wave.id)
    assert (found.answered, found.rate) == (1, None)
