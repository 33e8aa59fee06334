"""Each response has the facts of whom it covers, as they were on the wave's day."""

from collections.abc import Callable
from datetime import date

from engagement.register.ratings import record_rating
from engagement.register.vocabulary import Rating
from resources.database import Database, change, new_key
from tests.workforce.survey.conftest import LATER
from workforce.survey.vocabulary import AskedOf
from workforce.survey.waves.facts import SEVERAL_DISTRICTS, SEVERAL_KINDS, UnitFacts, facts_of_responses
from workforce.survey.waves.planning import edit_wave
from workforce.survey.waves.population import PopulationRule, invite, invited, leave_out
from workforce.survey.waves.waves import Wave

Register = dict[str, str]
ProviderOf = Callable[[str], str]


def respond(db: Database, wave: Wave, provider: str | None, *services: str) -> str:
    key = new_key()
    number = int(db.value("select count(*) from survey_response") or 0) + 1
    with change(db, "Answered"):
        db.insert_row(
            "survey_response",
            {"id": key, "wave_id": wave.id, "number": number, "source": "typed", "provider_id": provider},
        )
        for service in services:
            db.insert_row(
                "survey_response_service", {"id": new_key(), "response_id": key, "service_id": service}
            )
    return key


def test_a_response_has_the_facts_of_its_services(
    db: Database, register: Register, wave: Wave, provider_of: ProviderOf
) -> None:
    invite(db, wave.id, PopulationRule())
    house, limes = register["Rosewood House"], register["The Limes"]
    one = respond(db, wave, provider_of(house), limes)
    both = respond(db, wave, provider_of(house), house, limes)
    not_said = respond(db, wave, provider_of(house))
    nobody = respond(db, wave, None)
    record_rating(db, limes, Rating.GOOD, date(2020, 1, 1), today=LATER)
    whole = UnitFacts(SEVERAL_KINDS, SEVERAL_DISTRICTS, "Several ratings", 62, True)
    assert facts_of_responses(db, wave.id) == {
        one: UnitFacts("residential_home", "Ashfield", "requires_improvement", 22, True),
        both: whole,
        not_said: whole,
        nobody: UnitFacts(),
    }


def test_somebody_who_was_not_invited_has_the_facts_of_the_same_day(
    db: Database, register: Register, wave: Wave, provider_of: ProviderOf
) -> None:
    invite(db, wave.id, PopulationRule())
    limes = register["The Limes"]
    leave_out(db, [one.id for one in invited(db, wave.id) if one.service_id == limes])
    key = respond(db, wave, provider_of(limes), limes)
    record_rating(db, limes, Rating.GOOD, date(2020, 1, 1), today=LATER)
    assert facts_of_responses(db, wave.id)[key].rating == "requires_improvement"
    other = respond(db, wave, provider_of(register["Sunny Days"]))
    assert facts_of_responses(db, wave.id)[other].kind == "day_care"


def test_a_provider_asked_as_a_whole_has_its_own_facts(
    db: Database, register: Register, wave: Wave, provider_of: ProviderOf
) -> None:
    edit_wave(db, wave.id, asked_of=AskedOf.PROVIDER)
    invite(db, wave.id, PopulationRule())
    limes = register["The Limes"]
    key = respond(db, wave, provider_of(limes), limes)
    assert facts_of_responses(db, wave.id)[key].kind == SEVERAL_KINDS
