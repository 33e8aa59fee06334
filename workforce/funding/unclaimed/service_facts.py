"""What rules can ask of services, for all of them in a few queries: the register, ASC-WDS, claims and training."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from engagement.register.contracts import contracts_on
from engagement.register.facts import key_list
from engagement.register.ratings import active_services, overall_as_at
from engagement.register.vocabulary import ContractStatus, OrganisationKind, Rating
from resources.database import Database
from resources.words import sql_text, sql_values
from workforce.funding.rulebook.facts import FactValue
from workforce.funding.unclaimed.ascwds_facts import NOTHING, ascwds_facts
from workforce.funding.vocabulary import ClaimStatus
from workforce.years import year_of

Facts = dict[str, FactValue]
_APPROVED = sql_values(one for one in ClaimStatus if one.is_approved)
COUNTS = sql_values(one for one in ClaimStatus if one.counts)
_PROVIDERS = sql_text(OrganisationKind.CARE_PROVIDER)


@dataclass(frozen=True)
class Claimed:
    """How many claims a provider has made of a fund in a funding year, and for how much."""

    claims: int = 0
    pence: int = 0


def register_facts(db: Database, on: date, *, services: Iterable[str] | None = None) -> dict[str, Facts]:
    """Of every service in use on the day, or of those asked for whether in use or not: what no fund changes."""
    keys = None if services is None else list(services)
    facts = _places(db, on, keys)
    _add_ratings(db, facts, on, keys)
    _add_contracts(db, facts, on, keys)
    providers = provider_of(db, keys)
    ascwds = ascwds_facts(db, on, {key: providers[key] for key in facts}, only=keys)
    held = training_held(db, on, of=None if keys is None else [*keys, *providers.values()])
    none: frozenset[str] = frozenset()
    for key, known in facts.items():
        known.update(ascwds.get(key, NOTHING))
        known["training_held"] = held.get(key, none) | held.get(providers[key], none)
    return facts


def _places(db: Database, on: date, keys: list[str] | None) -> dict[str, Facts]:
    """Kind and authority as they were on the day, where the register knows."""
    then = {one.id: one for one in active_services(db, on, services=keys)}
    among = list(then) if keys is None else keys
    rows = db.rows(
        f"""select service.id, service.kind, service.district, service.authority, service.cqc_location_id
        from service join provider on provider.id = service.provider_id
        where provider.organisation = {_PROVIDERS} and {_only("service.id", keys)}""",
        () if keys is None else (key_list(keys),),
    )
    wanted = set(among)
    found: dict[str, Facts] = {}
    for key, kind, district, authority, location in rows:
        if key in wanted:
            was = then.get(key)
            found[key] = {
                "kind": was.kind.value if was else kind,
                "district": district or None,
                "authority": (was.authority if was else authority) or None,
                "rating": Rating.NOT_RATED.value,
                "rated_on": None,
                "contract_status": ContractStatus.NONE.value,
                "registered": bool(location),
            }
    return found


def _only(column: str, keys: list[str] | None) -> str:
    return "true" if keys is None else f"{column} in (select value from json_each(?))"


def _add_ratings(db: Database, facts: Mapping[str, Facts], on: date, keys: list[str] | None) -> None:
    for key, rating in overall_as_at(db, on, services=keys).items():
        if key in facts:
            facts[key].update(rating=rating.rating.value, rated_on=rating.published_on)


def _add_contracts(db: Database, facts: Mapping[str, Facts], on: date, keys: list[str] | None) -> None:
    for key, period in contracts_on(db, on, services=keys).items():
        if key in facts:
            facts[key]["contract_status"] = period.status.value


def provider_of(db: Database, services: Iterable[str] | None = None) -> dict[str, str]:
    """The provider of each service; of some only, where they are given."""
    keys = None if services is None else list(services)
    rows = db.rows(
        f"select id, provider_id from service where {_only('id', keys)}",
        () if keys is None else (key_list(keys),),
    )
    return dict(rows)


def training_held(db: Database, on: date, *, of: Iterable[str] | None = None) -> dict[str, frozenset[str]]:
    """Names of the courses that somebody holds on the day, by service; by provider where no service is known."""
    held: dict[str, set[str]] = {}
    keys = None if of is None else key_list(of)
    among = "select value from json_each(:keys)"
    only = "true" if keys is None else f"(record.service_id in ({among}) or record.provider_id in ({among}))"
    rows = db.rows(
        f"""select distinct coalesce(record.service_id, record.provider_id), course.name
        from training_record as record join course on course.id = record.course_id
        where record.completed_on <= :on and (record.expires_on is null or record.expires_on >= :on)
            and record.people > 0 and {only}""",
        {"on": on.isoformat(), **({} if keys is None else {"keys": keys})},
    )
    for key, name in rows:
        held.setdefault(key, set()).add(name)
    return {key: frozenset(names) for key, names in held.items()}


def claimed_by_provider(
    db: Database,
    fund_id: str,
    on: date,
    *,
    year: int | None = None,
    but: str = "",
    approved_since: bool = False,
) -> dict[str, Claimed]:
    """What each provider claimed of a fund in the funding year up to the day; one claim may be left out.

    With `approved_since` what came later and is approved already counts too.
    """
    rows = db.rows(
        f"""select provider_id, count(*), sum(ifnull(approved_pence, pence)) from claim
        where fund_id = ? and year = ? and status in ({COUNTS})
            and (submitted_on is null or submitted_on <= ? or (? and status in ({_APPROVED})))
            and id <> ? group by provider_id""",
        (fund_id, year_of(on) if year is None else year, on.isoformat(), approved_since, but),
    )
    return {provider: Claimed(number, pence) for provider, number, pence in rows}
