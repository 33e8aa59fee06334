"""Where a wave stands: how many were invited, and how many of them a response covers."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from resources.database import Database
from resources.wording import count_of, percent

COVERS = (
    "A response covers the services that it names. One that names none covers all of its provider’s services that were "
    "invited."
)
"""By what rule somebody invited counts as having answered."""


@dataclass(frozen=True)
class Standing:
    """Counts of one wave. `covered` are the keys of those invited whom a response that counts covers.

    Responses that count are held by their keys: `strangers` are of somebody known who was not invited, `untied` of
    nobody known, and `for_all` name no service and cover several.
    """

    invited: int
    responses: int
    counted: int
    covered: frozenset[str]
    strangers: frozenset[str] = frozenset()
    untied: frozenset[str] = frozenset()
    for_all: frozenset[str] = frozenset()

    @property
    def not_invited(self) -> int:
        """Responses that count and cover nobody who was invited, as far as is known."""
        return len(self.strangers) + len(self.untied)

    @property
    def answered(self) -> int:
        """Of those invited; without a population, the responses that count."""
        return len(self.covered) if self.invited else self.counted

    @property
    def mostly_untied(self) -> bool:
        """Whether so many responses are of nobody known that nothing can be said of who answered."""
        return 2 * len(self.untied) > self.counted

    @property
    def at_least(self) -> bool:
        """Whether more of those invited may have answered than are known to."""
        return bool(self.untied) and len(self.covered) < self.invited

    @property
    def untied_words(self) -> str:
        """5 of 35 responses are not tied to a provider."""
        verb = "is" if len(self.untied) == 1 else "are"
        return f"{len(self.untied):,} of {count_of(self.counted, 'response')} {verb} not tied to a provider"

    @property
    def rate(self) -> float | None:
        """Of those invited, in per cent, and the least that it can be; None where nobody is, or it is not known."""
        if not self.invited or (self.at_least and self.mostly_untied):
            return None
        return 100 * len(self.covered) / self.invited

    @property
    def rate_words(self) -> str:
        """37.5% of 80; or at least that; or why it is not known. Nothing without a population."""
        if not self.invited:
            return ""
        if self.rate is None:
            return f"Not known: {self.untied_words}"
        told = f"{percent(self.rate, 1)} of {self.invited:,}"
        return f"At least {told}; {self.untied_words}" if self.at_least else told


def standing_of(db: Database, wave_id: str) -> Standing:
    """The counts of one wave.

    A response covers the services that it names, or the provider where providers were asked. One that names no service
    covers all of its provider's invited services: it was sent for the whole of it.
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
    counted = [(key, provider) for key, provider, counts in responses if counts]
    return _standing(units, len(responses), counted, named)


def _standing(
    units: Iterable[tuple[str, str, str | None]],
    responses: int,
    counted: list[tuple[str, str | None]],
    named: Mapping[str, list[str]],
) -> Standing:
    of_service: dict[str, str] = {}
    of_provider: dict[str | None, list[str]] = {}
    whole: dict[str | None, str] = {}
    for unit, of, service in units:
        if service is None:
            whole[of] = unit
        else:
            of_service[service] = unit
            of_provider.setdefault(of, []).append(unit)
    covered: set[str] = set()
    strangers: set[str] = set()
    untied: set[str] = set()
    for_all: set[str] = set()
    for key, provider in counted:
        services = named.get(key, ())
        found = [of_service[one] for one in services if one in of_service]
        found += [whole[provider]] if provider in whole else []
        of_all = () if services else of_provider.get(provider, ())
        covered.update(found, of_all)  # in place: a union for each response would copy all that are covered
        if len(of_all) > 1:
            for_all.add(key)
        if not found and not of_all:
            (untied if provider is None else strangers).add(key)
    return Standing(
        len(of_service) + len(whole), responses, len(counted), frozenset(covered), frozenset(strangers),
        frozenset(untied), frozenset(for_all),
    )  # fmt: skip
