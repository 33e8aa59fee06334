"""Where a wave stands: how many were invited, and how many of them a response covers."""

from dataclasses import dataclass

from resources.database import Database


@dataclass(frozen=True)
class Standing:
    """Counts of one wave. `covered` are the keys of those invited whom a response that counts covers."""

    invited: int
    responses: int
    counted: int
    covered: frozenset[str]
    not_invited: int
    """Responses that count and cover nobody who was invited."""

    @property
    def answered(self) -> int:
        """Of those invited; without a population, the responses that count."""
        return len(self.covered) if self.invited else self.counted

    @property
    def rate(self) -> float | None:
        """Of those invited, in per cent; None where nobody is."""
        return 100 * len(self.covered) / self.invited if self.invited else None


def standing_of(db: Database, wave_id: str) -> Standing:
    """The counts of one wave.

    A response covers the services that it names, or the provider where providers were asked. One that names no service
    covers its provider's only invited service; where there are several it is not known which.
    """
    units = db.rows("select id, provider_id, service_id from survey_invited where wave_id = ?", (wave_id,))
    responses = db.rows("select id, provider_id, counts from survey_response where wave_id = ?", (wave_id,))
    named: dict[str, list[str]] = {}
    for key, service in db.rows(
        """select response_id, service_id from survey_response_service
        join survey_response on survey_response.id = response_id where wave_id = ?""",
        (wave_id,),
    ):
        named.setdefault(key, []).append(service)
    of_service = {service: key for key, _, service in units if service is not None}
    of_provider: dict[str, list[str]] = {}
    whole = {provider: key for key, provider, service in units if service is None}
    for key, provider, service in units:
        if service is not None:
            of_provider.setdefault(provider, []).append(key)
    covered: set[str] = set()
    stray = 0
    for key, provider, counts in responses:
        if not counts:
            continue
        services = named.get(key, ())
        only = () if services else of_provider.get(provider, ())
        found = [of_service[one] for one in services if one in of_service]
        found += [whole[provider]] if provider in whole else []
        found += only if len(only) == 1 else ()
        covered.update(found)  # in place: a union for each response would copy all that are covered
        stray += not found and not only
    counted = sum(bool(counts) for _, _, counts in responses)
    return Standing(len(units), len(responses), counted, frozenset(covered), stray)
