"""What the register said of services on a day: what every analysis groups them by."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from engagement.register.contracts import contracts_on
from engagement.register.ratings import active_services, overall_as_at
from engagement.register.vocabulary import ContractStatus, ServiceKind, standing_rating
from resources.database import Database

SEVERAL_KINDS = "Several kinds"
SEVERAL_DISTRICTS = "Several districts"
SEVERAL_RATINGS = "Several ratings"
"""Where the services of a provider, or those that a response covers, differ."""


@dataclass(frozen=True)
class UnitFacts:
    """A service, or a provider's services together, as the register had them on a day.

    `kind` and `rating` are the values of `ServiceKind` and `Rating`, or SEVERAL_…; '' is not known, of a rating also
    that CQC does not rate it. `active`: its contract was active, or that of one of the services.
    """

    kind: str = ""
    district: str = ""
    rating: str = ""
    beds: int | None = None
    active: bool = False


@dataclass(frozen=True)
class Unit:
    """A service as the register had it on a day, with what decides whether it is invited."""

    service_id: str
    provider_id: str
    name: str
    provider_name: str
    authority: str
    facts: UnitFacts
    contract: ContractStatus
    there: bool
    """In the register and open on that day."""
    dormant: bool


def units_on(db: Database, day: date, *, services: Iterable[str] | None = None) -> list[Unit]:
    """Every service of the register by name, those too that were not there on the day; of some only, where given."""
    keys = None if services is None else list(services)
    there = {one.id: one for one in active_services(db, day, services=keys)}
    contracts = contracts_on(db, day, services=keys)
    ratings = overall_as_at(db, day, services=keys)
    found = []
    for key, provider, name, owner, kind, district, authority, beds, location, dormant in _rows(db, keys):
        held = there.get(key)
        of_kind = held.kind if held else ServiceKind(kind)
        published = ratings[key].rating if key in ratings else None
        contract = contracts[key].status if key in contracts else ContractStatus.NONE
        facts = UnitFacts(
            of_kind.value, district, standing_rating(published, of_kind, location) or "", beds,
            contract is ContractStatus.ACTIVE,
        )  # fmt: skip
        found.append(
            Unit(
                key, provider, name, owner, held.authority if held else authority, facts, contract, held is not None,
                held.dormant if held else bool(dormant),
            )
        )  # fmt: skip
    return found


def _rows(db: Database, services: Sequence[str] | None) -> Iterable[tuple]:  # type: ignore[type-arg]
    import json

    only = "" if services is None else "where service.id in (select value from json_each(?))"
    return db.rows(
        f"""select service.id, provider_id, service.name, provider.name, service.kind, district, authority, beds,
            cqc_location_id, dormant
        from service join provider on provider.id = provider_id {only}
        order by service.name collate nocase, service.id""",
        () if services is None else (json.dumps(services),),
    )


def together(facts: Sequence[UnitFacts]) -> UnitFacts:
    """Several services as one: what they have in common, all their beds."""
    if len(facts) == 1:
        return facts[0]
    beds = [one.beds for one in facts if one.beds is not None]
    return UnitFacts(
        _common(facts, lambda one: one.kind, SEVERAL_KINDS),
        _common(facts, lambda one: one.district, SEVERAL_DISTRICTS),
        _common(facts, lambda one: one.rating, SEVERAL_RATINGS),
        sum(beds) if beds else None,
        any(one.active for one in facts),
    )


def _common(facts: Sequence[UnitFacts], fact: Callable[[UnitFacts], str], several: str) -> str:
    values = {fact(one) for one in facts}
    return next(iter(values)) if len(values) == 1 else several if values else ""


def facts_on(db: Database, day: date, services: Iterable[str]) -> Mapping[str, UnitFacts]:
    """What the register said of each of some services on a day."""
    return {one.service_id: one.facts for one in units_on(db, day, services=services)}
