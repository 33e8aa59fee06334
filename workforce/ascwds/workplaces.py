"""Workplaces of ASC-WDS: what files call them, and which service or provider of the register each of them is."""

from dataclasses import dataclass
from typing import Any

from engagement.register.facts import key_list
from engagement.register.providers import is_provider
from engagement.register.services import service
from resources.database import Database, change
from resources.problem import Problem
from workforce.ascwds.vocabulary import TiedBy

_COLUMNS = (
    "id, local_id, workplace_code, name, postcode, location_id, cqc_provider_id, provider_id, service_id, "
    "tied_by"
)


@dataclass(frozen=True)
class Workplace:
    """One as it stands. `local_id` is the provider's own name for it; another provider may use the same.

    `service_id` is the service that it is, and `provider_id` its provider when it was tied (see `providers_of`); with a
    provider alone it is a head office.
    """

    id: str
    local_id: str
    workplace_code: str
    name: str
    postcode: str
    location_id: str
    cqc_provider_id: str
    provider_id: str | None
    service_id: str | None
    tied_by: TiedBy | None

    @property
    def is_tied(self) -> bool:
        """Whether it is known what it is in the register."""
        return self.provider_id is not None


def _workplace(row: tuple[Any, ...]) -> Workplace:
    *said, tied_by = row
    return Workplace(*[*said, TiedBy(tied_by) if tied_by else None])


def workplace(db: Database, key: str) -> Workplace:
    """One by its key."""
    row = db.row(f"select {_COLUMNS} from workplace where id = ?", (key,))
    if row is None:
        raise LookupError(f"no workplace {key}")
    return _workplace(row)


def is_workplace(db: Database, key: str) -> bool:
    """Whether the key is a workplace's."""
    return bool(db.value("select exists (select 1 from workplace where id = ?)", (key,)))


def workplaces(db: Database) -> list[Workplace]:
    """All, by name."""
    return [_workplace(row) for row in db.rows(f"select {_COLUMNS} from workplace order by lower(name), id")]


def providers_of(db: Database, keys: list[str] | None = None) -> dict[str, str]:
    """The provider of each tied workplace, its service's where it is a service."""
    only = "true" if keys is None else "workplace.id in (select value from json_each(?))"
    rows = db.rows(
        f"""select workplace.id, coalesce(service.provider_id, workplace.provider_id) from workplace
        left join service on service.id = workplace.service_id
        where coalesce(service.provider_id, workplace.provider_id) is not null and {only}""",
        () if keys is None else (key_list(keys),),
    )
    return dict(rows)


# --- the verbs --------------------------------------------------------------------------------------------------------


def tie_workplace(
    db: Database,
    key: str,
    *,
    service_id: str | None = None,
    provider_id: str | None = None,
    tied_by: TiedBy = TiedBy.PERSON,
) -> Workplace:
    """Say which service it is, or whose head office."""
    held = workplace(db, key)
    if (service_id is None) == (provider_id is None):
        raise Problem(f"{held.name} is one service or one provider’s head office. Choose one of the two.")
    if service_id is not None:
        provider_id = service(db, service_id).provider_id
    elif not is_provider(db, str(provider_id)):
        raise LookupError(f"no provider {provider_id}")
    with change(db, f"Tied {held.name} to the register"):
        db.update_row(
            "workplace", key, {"service_id": service_id, "provider_id": provider_id, "tied_by": tied_by.value}
        )
    return workplace(db, key)


def untie_workplace(db: Database, key: str) -> Workplace:
    """Say that it is not what it was tied to."""
    held = workplace(db, key)
    with change(db, f"Untied {held.name} from the register"):
        db.update_row("workplace", key, {"service_id": None, "provider_id": None, "tied_by": ""})
    return workplace(db, key)


def remove_workplace(db: Database, key: str) -> None:
    """Taken in by mistake: it and all that files said of it leave nothing but their history."""
    held = workplace(db, key)
    with change(db, f"Removed {held.name} from ASC-WDS"):
        for table in ("worker_training", "worker_record", "workplace_return"):
            db.execute(f"delete from {table} where workplace_id = ?", [key])
        db.delete_row("workplace", key)
