"""Providers: the organisations that run services."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TypedDict, Unpack

from engagement.register import archiving, facts
from engagement.register.contacts import Contact, contacts_of
from engagement.register.contracts import StatusPeriod, contracts_on
from engagement.register.notes import Note, notes_on_provider
from engagement.register.ratings import DatedRating, overall_as_at
from engagement.register.services import Service, ServiceFacts, add_service, services_of
from engagement.register.vocabulary import OrganisationKind
from resources.database import Database, change, new_key
from resources.problem import FieldProblem
from resources.wording import count_of
from resources.words import sql_values

COLUMNS = ("id", *(fact.name for fact in facts.PROVIDER))


class ProviderFacts(TypedDict, total=False):
    """What can be entered of a provider."""

    name: str
    organisation: OrganisationKind
    cqc_provider_id: str | None
    brand: str
    address: str
    postcode: str
    phone: str
    website: str


@dataclass(frozen=True)
class Provider:
    """An organisation. `archived_on` is None while the team works with it."""

    id: str
    name: str
    organisation: OrganisationKind
    cqc_provider_id: str | None
    brand: str
    address: str
    postcode: str
    phone: str
    website: str
    archived_on: date | None

    @property
    def is_care_provider(self) -> bool:
        """Whether it runs, or may run, services; nothing else counts as a provider."""
        return self.organisation is OrganisationKind.CARE_PROVIDER


def _provider(row: tuple[Any, ...]) -> Provider:
    cells = dict(zip(COLUMNS, row, strict=True))
    what = OrganisationKind(cells["organisation"])
    return Provider(**{**cells, "organisation": what, "archived_on": facts.as_day(cells["archived_on"])})


def provider(db: Database, key: str) -> Provider:
    """The provider with this key."""
    row = db.row(f"select {', '.join(COLUMNS)} from provider where id = ?", (key,))
    if row is None:
        raise LookupError(f"there is no provider {key}")
    return _provider(row)


def is_provider(db: Database, key: str) -> bool:
    """Whether the key is a provider's."""
    return bool(db.value("select exists (select 1 from provider where id = ?)", (key,)))


def is_archived(db: Database, key: str) -> bool:
    """Whether the provider is put away; not so of one that is gone."""
    return bool(db.value("select archived_on is not null from provider where id = ?", (key,)))


def any_held(db: Database) -> bool:
    """Whether the register holds anything yet."""
    return bool(db.value("select exists (select 1 from provider)"))


def provider_by_cqc_id(db: Database, cqc_provider_id: str) -> Provider | None:
    """The provider that CQC knows by this Provider ID."""
    row = db.row(
        f"select {', '.join(COLUMNS)} from provider where cqc_provider_id = ?", (cqc_provider_id.strip(),)
    )
    return _provider(row) if row else None


def add_provider(db: Database, **given: Unpack[ProviderFacts]) -> Provider:
    """Add an organisation; only its name is needed, and it is a care provider unless something else is said."""
    cells = {"id": new_key(), **facts.checked("provider", {"name": "", **given})}
    _one_cqc_id(db, cells.get("cqc_provider_id"), but="")
    _check_what_it_is(cells.get("organisation"), cells.get("cqc_provider_id"), runs=0)
    with change(db, f"Added {cells['name']}"):
        db.insert_row("provider", cells)
    return provider(db, str(cells["id"]))


def add_provider_with_service(
    db: Database, provider_facts: ProviderFacts, service_facts: ServiceFacts
) -> Service:
    """Add an organisation and its first service as one change; a service without a name takes the provider's."""
    named: ServiceFacts = {**service_facts, "name": service_facts.get("name") or provider_facts["name"]}
    with change(db, f"Added {provider_facts['name'].strip()}"):
        added = add_provider(db, **provider_facts)
        return add_service(db, added.id, **named)


def find_providers(
    db: Database, text: str, *, limit: int = 8, organisations: Collection[OrganisationKind] = ()
) -> list[Provider]:
    """Organisations in use whose name, brand or number holds every word typed; those that begin with it come first.

    With `organisations`, only those that are one of these.
    """
    words = text.casefold().split()
    tests = " and ".join(
        "instr(lower(name || ' ' || brand || ' ' || coalesce(cqc_provider_id, '')), ?)" for _ in words
    )
    rows = db.rows(
        f"select {', '.join(COLUMNS)} from provider where archived_on is null and {tests or 'true'} "
        f"and organisation in ({sql_values(organisations or OrganisationKind)}) "
        "order by instr(lower(name), ?) <> 1, name collate nocase, id limit ?",
        (*words, text.casefold().strip(), limit),
    )
    return [_provider(row) for row in rows]


def edit_provider(db: Database, key: str, **given: Unpack[ProviderFacts]) -> Provider:
    """Change what is given and leave the rest."""
    before = provider(db, key)
    cells = facts.checked("provider", given)
    _one_cqc_id(db, cells.get("cqc_provider_id"), but=key)
    _check_what_it_is(
        cells.get("organisation", before.organisation.value),
        cells.get("cqc_provider_id", before.cqc_provider_id),
        runs=len(services_of(db, key, archived=True)),
    )
    if cells:
        with change(db, f"Changed {before.name}"):
            db.update_row("provider", key, cells)
    return provider(db, key)


def archive_provider(db: Database, key: str, *, today: date) -> Provider:
    """Put a provider away with its services and contacts that are not archived yet, as one change."""
    before = provider(db, key)
    services = _in_use(db, "service", key)
    with_them = f" and {count_of(len(services), 'service')}" if services else ""
    with change(db, f"Archived {before.name}{with_them}"):
        archiving.archive(db, "provider", before, today=today)
        for table, keys in (("service", services), ("contact", _in_use(db, "contact", key))):
            db.update_rows(table, ("archived_on",), [(today.isoformat(), each) for each in keys])
    return provider(db, key)


def _in_use(db: Database, table: str, key: str) -> list[str]:
    sql = f"select id from {table} where provider_id = ? and archived_on is null"
    return [found for (found,) in db.rows(sql, (key,))]


def restore_provider(db: Database, key: str) -> Provider:
    """Bring a provider back with the services and contacts that were archived with it."""
    before = provider(db, key)
    with change(db, f"Restored {before.name}"):
        for table in ("service", "contact"):
            keys = archiving.archived_with_provider(db, table, key)
            db.update_rows(table, ("archived_on",), [(None, each) for each in keys])
        archiving.restore(db, "provider", before)
    return provider(db, key)


def _one_cqc_id(db: Database, cqc_id: object, *, but: str) -> None:
    other = provider_by_cqc_id(db, str(cqc_id)) if cqc_id else None
    if other is not None and other.id != but:
        raise FieldProblem(
            "cqc_provider_id",
            f"CQC Provider ID: {cqc_id} belongs to {other.name}. Check the number, or open {other.name} instead.",
        )


def _check_what_it_is(organisation: object, cqc_id: object, *, runs: int) -> None:
    """Whoever runs services, or is registered with CQC, provides care."""
    if organisation in (None, OrganisationKind.CARE_PROVIDER.value):
        return
    if runs:
        why, what = (
            f"it runs {count_of(runs, 'service')}",
            "Move them to another provider first, or keep it one.",
        )
    elif cqc_id:
        why, what = f"it has the CQC Provider ID {cqc_id}", "Take the number out, or keep it one."
    else:
        return
    raise FieldProblem("organisation", f"What it is: {why}, so it is a care provider. {what}")


# --- the detail pane --------------------------------------------------------------------------------------


@dataclass(frozen=True)
class ServiceLine:
    """A service with where it stands: its overall rating and its contract, None where it has none."""

    service: Service
    rating: DatedRating | None
    contract: StatusPeriod | None


@dataclass(frozen=True)
class ProviderSummary:
    """All that the detail pane shows of a provider. `last_change` is the newest entry in its own history."""

    provider: Provider
    services: tuple[ServiceLine, ...]
    contacts: tuple[Contact, ...]
    notes: tuple[Note, ...]
    last_change: datetime | None


def provider_summary(db: Database, key: str, today: date) -> ProviderSummary:
    """The provider with its services, contacts and notes, archived ones last."""
    services = services_of(db, key, archived=True)
    keys = [service.id for service in services]
    ratings, contracts = overall_as_at(db, today, services=keys), contracts_on(db, today, services=keys)
    lines = (ServiceLine(each, ratings.get(each.id), contracts.get(each.id)) for each in services)
    changed = db.value(
        "select max(history_change.at) from history_row join history_change on history_change.id = change_id "
        "where row_id = ? and table_name = 'provider'",
        (key,),
    )
    return ProviderSummary(
        provider(db, key),
        tuple(lines),
        tuple(contacts_of(db, provider=key, archived=True)),
        tuple(notes_on_provider(db, key)),
        datetime.fromisoformat(changed) if changed else None,
    )
