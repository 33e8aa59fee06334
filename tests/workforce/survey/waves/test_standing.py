"""How many of those invited answered: each counted once, second responses and strangers not at all."""

from collections.abc import Callable

from resources.database import Database, change
from tests.workforce.survey.waves.test_facts import respond
from workforce.survey.vocabulary import AskedOf
from workforce.survey.waves.planning import edit_wave
from workforce.survey.waves.population import PopulationRule, invite
from workforce.survey.waves.standing import standing_of
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


def test_which_of_several_services_answered_is_not_known(
    db: Database, register: Register, wave: Wave, provider_of: ProviderOf
) -> None:
    invite(db, wave.id, PopulationRule())
    respond(db, wave, provider_of(register["The Limes"]))
    found = standing_of(db, wave.id)
    assert (found.answered, found.not_invited) == (0, 0)


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
