"""What the register said, on a wave's day, of whom each response covers."""

from collections.abc import Mapping

from resources.database import Database
from workforce.survey.vocabulary import AskedOf
from workforce.survey.waves.population import day_of, invited
from workforce.survey.waves.register_facts import (
    SEVERAL_DISTRICTS,
    SEVERAL_KINDS,
    SEVERAL_RATINGS,
    UnitFacts,
    facts_on,
    together,
)
from workforce.survey.waves.waves import wave

__all__ = ("SEVERAL_DISTRICTS", "SEVERAL_KINDS", "SEVERAL_RATINGS", "UnitFacts", "facts_of_responses")


def facts_of_responses(db: Database, wave_id: str) -> dict[str, UnitFacts]:
    """The facts of each response of a wave by its key, those that do not count too; empty ones of nobody known.

    They are those kept with the population; of somebody who is not in it what the register said on the same day. Where
    a response covers services that differ SEVERAL_KINDS and its like stand.
    """
    held = wave(db, wave_id)
    rows = invited(db, wave_id)
    kept = {
        one.service_id or one.provider_id: UnitFacts(one.kind, one.district, one.rating, one.beds, one.active)
        for one in rows
    }
    asked: dict[str, list[str]] = {}
    for one in rows:
        if one.service_id is not None:
            asked.setdefault(one.provider_id, []).append(one.service_id)
    run = _services_by_provider(db)
    covers = _services_covered(db, wave_id)
    meant = {
        key: _covered(provider or "", covers.get(key, []), held.asked_of, asked, run, kept)
        for key, provider in db.rows(
            "select id, provider_id from survey_response where wave_id = ?", (wave_id,)
        )
    }
    unknown = {key for keys in meant.values() for key in keys} - kept.keys()
    facts = {**facts_on(db, day_of(held), unknown), **kept}
    return {key: together([facts[one] for one in units if one in facts]) for key, units in meant.items()}


def _covered(
    provider: str,
    services: list[str],
    asked_of: AskedOf,
    asked: Mapping[str, list[str]],
    run: Mapping[str, list[str]],
    kept: Mapping[str, UnitFacts],
) -> list[str]:
    """Whose facts are its own: the provider's where it was asked as a whole, else those of its services."""
    if asked_of is AskedOf.PROVIDER and provider in kept:
        return [provider]
    return services or asked.get(provider) or run.get(provider, [])


def _services_covered(db: Database, wave_id: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for key, service in db.rows(
        """select response_id, service_id from survey_response_service
        join survey_response on survey_response.id = response_id where wave_id = ? order by response_id, service_id""",
        (wave_id,),
    ):
        found.setdefault(key, []).append(service)
    return found


def _services_by_provider(db: Database) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for provider, key in db.rows("select provider_id, id from service where archived_on is null order by id"):
        found.setdefault(provider, []).append(key)
    return found
