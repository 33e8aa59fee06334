"""What a provider is or was called: its own names, its services’, and those of what was merged into it."""

from collections.abc import Iterable

from engagement.register.facts import key_list
from engagement.register.names import other_names
from resources.database import Database, history


def names_of_providers(db: Database, providers: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """For each provider all names by which somebody may mean it, each once."""
    found: dict[str, list[str]] = {key: [] for key in providers}
    services: dict[str, str] = {}
    wanted = (key_list(found),)
    for key, name in db.rows(
        "select id, name from provider where id in (select value from json_each(?))", wanted
    ):
        found[key].append(name)
    for key, service, name, known in db.rows(
        """select provider_id, id, name, also_known_as from service
        where provider_id in (select value from json_each(?)) order by name, id""",
        wanted,
    ):
        services[service] = key
        found[key] += [name, *other_names(known)]
    for service, name in history.earlier_values(db, "service", services, ("name",)):
        found[services[service]].append(name or "")
    former = _merged(db, services)
    owners = {key: {key} for key in found} | former
    for gone, name in history.earlier_values(db, "provider", owners, ("name",)):
        for key in owners[gone]:
            found[key].append(name or "")
    return {key: tuple(dict.fromkeys(filter(None, names))) for key, names in found.items()}


def _merged(db: Database, services: dict[str, str]) -> dict[str, set[str]]:
    """Providers that are gone, by their keys, and those who have their services now."""
    found: dict[str, set[str]] = {}
    for service, provider in history.earlier_values(db, "service", services, ("provider_id",)):
        if provider and provider != services[service]:
            found.setdefault(provider, set()).add(services[service])
    held = db.rows("select id from provider where id in (select value from json_each(?))", (key_list(found),))
    for (key,) in held:
        del found[key]
    return found
