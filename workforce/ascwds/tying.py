"""Which service or provider of the register a workplace is: by its numbers, else by name and postcode. Pure beside
`places`, which reads the register."""

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
    service_id: str | None = None
    provider_id: str | None = None


@dataclass
class Places:
    """The register's services and providers, found by what a file says of them."""

    by_location: dict[str, str] = field(default_factory=dict)
    by_postcode: dict[str, list[tuple[str, frozenset[str]]]] = field(
        default_factory=lambda: defaultdict(list)
    )
    by_provider: dict[str, str] = field(default_factory=dict)

    def add(self, service_id: str, location_id: str, postcode: str, names: frozenset[str]) -> None:
        """A service."""
        if location_id:
            self.by_location[location_id] = service_id
        if tidy := tidy_postcode(postcode):
            self.by_postcode[tidy].append((service_id, names))

    def tie(
        self, *, location_id: str, provider_number: str, name: str, postcode: str, main_service: str
    ) -> Tie | None:
        """What it certainly is; None where a person has to say."""
        if service := self.by_location.get(location_id):
            return Tie(TiedBy.LOCATION_ID, service_id=service)
        alike = [
            service
            for service, names in self.by_postcode.get(tidy_postcode(postcode) or "", ())
            if without_company_words(name) in names
        ]
        if len(alike) == 1 and not location_id:
            return Tie(TiedBy.NAME_AND_POSTCODE, service_id=alike[0])
        provider = self.by_provider.get(provider_number)
        if provider and main_service == HEAD_OFFICE:
            return Tie(TiedBy.PROVIDER_ID, provider_id=provider)
        return None

    def near(self, postcode: str) -> list[str]:
        """The services at a postcode, to be offered to a person."""
        return [service for service, _ in self.by_postcode.get(tidy_postcode(postcode) or "", ())]


def places(db: Database) -> Places:
    """As the register is now; a Location ID that a service had before is known too."""
    found = Places()
    for key, former in db.rows("select service_id, id from former_location"):
        found.by_location[former] = key
    for key, location, postcode, name, also in db.rows(
        "select id, coalesce(cqc_location_id, ''), postcode, name, also_known_as from service where archived_on is null"
    ):
        names = frozenset(map(without_company_words, (name, *other_names(also))))
        found.add(key, location, postcode, names)
    found.by_provider = dict(
        db.rows(
            "select cqc_provider_id, id from provider where cqc_provider_id is not null and organisation = ?",
            (OrganisationKind.CARE_PROVIDER.value,),
        )
    )
    return found
