"""Finding a service or provider by some letters of its name, another name of it, its postcode or its number."""

from dataclasses import dataclass

from resources.database import Database

_FOUND = """
with place(provider_id, service_id, name, detail, sought, owner) as (
    select provider.id, null, name, coalesce(nullif(postcode, ''), coalesce(cqc_provider_id, '')),
        name || ' ' || brand || ' ' || coalesce(cqc_provider_id, '') || ' ' || postcode || ' '
            || replace(postcode, ' ', ''), ''
    from provider where archived_on is null
    union all
    select provider.id, service.id, service.name,
        provider.name || case when service.postcode <> '' then ', ' || service.postcode else '' end,
        service.name || ' ' || replace(also_known_as, '|', ' ') || ' ' || coalesce(cqc_location_id, '') || ' '
            || service.postcode || ' ' || replace(service.postcode, ' ', ''),
        provider.name
    from service join provider on provider.id = service.provider_id where service.archived_on is null
)
"""


@dataclass(frozen=True)
class FoundPlace:
    """A service, or without one a provider as a whole; `detail` tells it from its like."""

    provider_id: str
    service_id: str | None
    name: str
    detail: str

    @property
    def key(self) -> str:
        """That of the service, else of the provider."""
        return self.service_id or self.provider_id


def find_places(db: Database, text: str, *, limit: int = 8) -> list[FoundPlace]:
    """Services and providers in use that hold every word typed: those called so come first, services before firms."""
    words = text.casefold().split()
    if not words:
        return []
    own = " and ".join("instr(lower(sought), ?) > 0" for _ in words)
    either = " and ".join("instr(lower(sought || ' ' || owner), ?) > 0" for _ in words)
    rows = db.rows(
        f"{_FOUND} select provider_id, service_id, name, detail from place where {either} "
        f"order by lower(name) <> ?, not ({own}), instr(lower(name), ?) <> 1, service_id is null, name collate nocase, "
        "provider_id, service_id limit ?",
        (*words, text.casefold().strip(), *words, text.casefold().strip(), limit),
    )
    return [FoundPlace(*row) for row in rows]
