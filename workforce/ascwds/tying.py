"""Which service or provider of the register a workplace is: by its numbers, else by name and postcode.

Pure but for `places`, which reads the register.
"""

from collections import defaultdict
from dataclasses import dataclass, field

from engagement.register.names import other_names, without_company_words
from engagement.register.vocabulary import OrganisationKind
from resources.database import Database
from resources.geography import tidy_postcode
from workforce.ascwds.codes import SERVICES
from workforce.ascwds.vocabulary import TiedBy

HEAD_OFFICE = next(code for code, words in SERVICES.items() if words == "Head office")


@dataclass(frozen=True)
class Tie:
    """What a workplace is, and how that is known."""

    tied_by: TiedBy
    provider_id: str
    service_id: str | None = None


@dataclass(frozen=True)
class Known:
    """A service of the register, with the names that it goes by."""

    id: str
    provider_id: str
    names: frozenset[str] = frozenset()


@dataclass
class Places:
    """The register's services and providers, found by what a file says of them."""

    by_location: dict[str, Known] = field(default_factory=dict)
    by_postcode: dict[str, list[Known]] = field(default_factory=lambda: defaultdict(list))
    by_provider: dict[str, str] = field(default_factory=dict)

    def add(self, one: Known, location_id: str, postcode: str) -> None:
        """A service."""
        if location_id:
            self.by_location[location_id] = one
        if tidy := tidy_postcode(postcode):
            self.by_postcode[tidy].append(one)

    def tie(
        self, *, location_id: str, provider_number: str, name: str, postcode: str, main_service: str
    ) -> Tie | None:
        """What it certainly is; None where a person has to say."""
        if known := self.by_location.get(location_id):
            return Tie(TiedBy.LOCATION_ID, known.provider_id, known.id)
        called = without_company_words(name)
        alike = [one for one in self._at(postcode) if called in one.names]
        if len(alike) == 1 and not location_id:
            return Tie(TiedBy.NAME_AND_POSTCODE, alike[0].provider_id, alike[0].id)
        provider = self.by_provider.get(provider_number)
        return Tie(TiedBy.PROVIDER_ID, provider) if provider and main_service == HEAD_OFFICE else None

    def _at(self, postcode: str) -> list[Known]:
        return self.by_postcode.get(tidy_postcode(postcode) or "", [])

    def near(self, postcode: str) -> list[str]:
        """The services at a postcode, to be offered to a person."""
        return [one.id for one in self._at(postcode)]


def places(db: Database) -> Places:
    """As the register is now; a Location ID that a service had before is known too."""
    found = Places()
    for key, provider, location, postcode, name, also in db.rows(
        """select id, provider_id, coalesce(cqc_location_id, ''), postcode, name, also_known_as from service
        where archived_on is null"""
    ):
        names = frozenset(map(without_company_words, (name, *other_names(also))))
        found.add(Known(key, provider, names), location, postcode)
    for key, provider, former in db.rows(
        """select service.id, provider_id, former_location.id from former_location
        join service on service.id = service_id"""
    ):
        found.by_location.setdefault(former, Known(key, provider))
    found.by_provider = dict(
        db.rows(
            "select cqc_provider_id, id from provider where cqc_provider_id is not null and organisation = ?",
            (OrganisationKind.CARE_PROVIDER.value,),
        )
    )
    return found
