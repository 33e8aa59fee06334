"""What became of the provider and its services in the register since the last report: names, moves, archiving."""

from desktop.one_pager.subject import Subject
from engagement.register.providers import is_provider, provider
from engagement.register.services import service
from engagement.register.whose import gone_from, whose_on
from resources.wording import date_words


def register_news(of: Subject) -> list[str]:
    """A sentence for each; none where nothing happened."""
    return [*_renamed(of), *_came(of), *_went(of), *_archived(of)]


def _renamed(of: Subject) -> list[str]:
    """Of its services; the provider, or the one service that it is about, says so above."""
    if of.only:
        return []
    new = [of.called(one.id) for one in of.services if of.called(one.id) != one.name]
    return [f"Renamed: {', '.join(new)}."] if new else []


def _came(of: Subject) -> list[str]:
    before = whose_on(of.db, of.service_ids, of.since)
    came = [one for one in of.services if before.get(one.id, of.provider.id) != of.provider.id]
    return [f"{one.name} came from {_provider_name(of, before[one.id])}." for one in came]


def _went(of: Subject) -> list[str]:
    if of.only:
        return []
    gone = [service(of.db, key) for key in gone_from(of.db, of.provider.id, of.since)]
    return [f"{one.name} went to {provider(of.db, one.provider_id).name}." for one in gone]


def _archived(of: Subject) -> list[str]:
    new = [
        (one.name, one.archived_on) for one in of.archived if one.archived_on and one.archived_on > of.since
    ]
    told = ", ".join(f"{name} on {date_words(day)}" for name, day in new)
    return [f"Archived: {told}."] if told else []


def _provider_name(of: Subject, key: str) -> str:
    return provider(of.db, key).name if is_provider(of.db, key) else "a provider that is held no more"
