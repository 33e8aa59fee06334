"""Two records of one provider or service made one: the survey's rows follow, and nobody is invited twice."""

from datetime import UTC, datetime

from desktop.capabilities import MERGE_RULES
from engagement.register.duplicates import merge_providers, merge_services
from engagement.register.providers import add_provider
from engagement.register.services import add_service
from engagement.register.vocabulary import ServiceKind
from resources.database import Database, change, history
from workforce.survey.vocabulary import AskedOf
from workforce.survey.waves.planning import edit_wave
from workforce.survey.waves.population import PopulationRule, add_to_population, invite, invited
from workforce.survey.waves.waves import Wave

NOW = datetime(2020, 1, 6, 9, tzinfo=UTC)
Register = dict[str, str]


def second(db: Database) -> tuple[str, str]:
    """Elm Court typed in once more, under another spelling of its provider."""
    provider = add_provider(db, name="Elm Court Limited").id
    key = add_service(db, provider, name="Elm Court Care Home", kind=ServiceKind.RESIDENTIAL_HOME).id
    with change(db, "Placed it"):
        db.update_row("service", key, {"district": "Bassetlaw", "authority": "Nottinghamshire"})
    return provider, key


def test_two_providers_that_are_one_are_invited_once(db: Database, register: Register, wave: Wave) -> None:
    provider, _ = second(db)
    edit_wave(db, wave.id, asked_of=AskedOf.PROVIDER)
    invite(db, wave.id, PopulationRule())
    before = invited(db, wave.id)
    kept = db.value("select provider_id from service where id = ?", (register["Elm Court"],))
    merge_providers(db, str(kept), provider, rules=MERGE_RULES, now=NOW)
    after = [one.name for one in invited(db, wave.id)]
    assert (len(before) - len(after), after.count("Elm Court Ltd")) == (1, 1)
    history.undo(db)
    assert invited(db, wave.id) == before


def test_two_services_that_are_one_are_invited_once(db: Database, register: Register, wave: Wave) -> None:
    _, copy = second(db)
    invite(db, wave.id, PopulationRule())
    before = invited(db, wave.id)
    merge_services(db, register["Elm Court"], copy, rules=MERGE_RULES, now=NOW)
    after = invited(db, wave.id)
    assert [one.name for one in after if one.district == "Bassetlaw"] == ["Elm Court", "Rosewood House"]
    assert db.rows("pragma foreign_key_check") == []
    history.undo(db)
    assert invited(db, wave.id) == before


def test_only_the_other_one_was_invited(db: Database, register: Register, wave: Wave) -> None:
    _, copy = second(db)
    held = add_to_population(db, wave.id, service_id=copy)
    merge_services(db, register["Elm Court"], copy, rules=MERGE_RULES, now=NOW)
    (kept,) = invited(db, wave.id)
    assert (kept.id, kept.service_id) == (held.id, register["Elm Court"])
