"""Whom nobody nominates, and who nominates nobody: services and providers without a part in the last rounds."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from awards.figures.reading import Voice, voices
from awards.rounds.rounds import AwardRound, rounds
from engagement.register.council import own_area
from engagement.register.facts import key_list
from engagement.register.ratings import active_services
from engagement.register.vocabulary import OrganisationKind, ServiceKind
from resources.database import Database

USUAL_ROUNDS = 3
"""So many of the last rounds are looked at unless more or fewer are asked for."""


@dataclass(frozen=True)
class WithoutNominee:
    """A service that is active now and of which nobody was nominated. `portfolio` is the officer who looks after it."""

    service_id: str
    service: str
    provider_id: str
    provider: str
    kind: ServiceKind
    district: str
    portfolio: str


@dataclass(frozen=True)
class DistrictShare:
    """How many of a district’s services had a nominee, and how many none."""

    district: str
    services: int
    without: int

    @property
    def nominated(self) -> int:
        """Those that had one."""
        return self.services - self.without


@dataclass(frozen=True)
class SilentProvider:
    """A provider that nominated nobody. `nominees` are those whom others nominated there."""

    provider_id: str
    provider: str
    services: int
    nominees: int
    districts: tuple[str, ...]


@dataclass(frozen=True)
class NeverNominated:
    """What was found: services without a nominee, their share by district, and providers that nominated nobody."""

    rounds: tuple[AwardRound, ...]
    as_at: date
    services: int
    without: tuple[WithoutNominee, ...]
    districts: tuple[DistrictShare, ...]
    silent: tuple[SilentProvider, ...]
    providers: int


def last_rounds(db: Database, number: int, *, upto: AwardRound | None = None) -> list[AwardRound]:
    """So many rounds, the latest first; those put away too, and none after the one given."""
    held = [one for one in rounds(db, archived=True) if upto is None or one.year <= upto.year]
    return held[:number]


def never_nominated(db: Database, held: Sequence[AwardRound], *, today: date) -> NeverNominated:
    """Looked for among the care providers’ services that are active and in the council’s area."""
    said = voices(db, [one.id for one in held])
    places = _places(db, today)
    nominated = {one.service_id for one in said if one.service_id}
    without = [one for one in places if one.service_id not in nominated]
    return NeverNominated(
        tuple(held), today, len(places), tuple(without), _districts(places, without),
        _silent(places, said, _nominating(db, held)), len({one.provider_id for one in places}),
    )  # fmt: skip


def _places(db: Database, today: date) -> list[WithoutNominee]:
    is_own = own_area(db)
    active = {one.id: one for one in active_services(db, today) if is_own(one.authority) and not one.dormant}
    rows = db.rows(
        """select service.id, service.name, provider.id, provider.name, portfolio_officer
        from service join provider on provider.id = provider_id
        where service.id in (select value from json_each(?)) and organisation = ? and provider.archived_on is null
        order by service.name, service.id""",
        (key_list(active), OrganisationKind.CARE_PROVIDER.value),
    )
    return [
        WithoutNominee(
            key, name, provider_id, provider, active[key].kind, active[key].district, officer
        )
        for key, name, provider_id, provider, officer in rows
    ]  # fmt: skip


def _districts(
    places: Iterable[WithoutNominee], without: Iterable[WithoutNominee]
) -> tuple[DistrictShare, ...]:
    every: dict[str, list[int]] = {}
    for one in places:
        every.setdefault(one.district, [0, 0])[0] += 1
    for one in without:
        every[one.district][1] += 1
    return tuple(DistrictShare(name, *counts) for name, counts in sorted(every.items()))


def _nominating(db: Database, held: Sequence[AwardRound]) -> set[str]:
    """The providers from which a nomination came: said so, by a contact of theirs, or by a colleague of the nominee."""
    rows = db.rows(
        """select coalesce(nominator_provider_id, contact.provider_id, case when nominator_kind in
            ('provider', 'colleague', 'self') then coalesce(award_entry.provider_id, service.provider_id) end)
        from nomination join award_entry on award_entry.id = entry_id
        left join contact on contact.id = nominator_contact_id
        left join service on service.id = award_entry.service_id
        where round_id in (select value from json_each(?)) and nomination.status <> 'draft'""",
        (key_list(one.id for one in held),),
    )
    return {str(key) for (key,) in rows if key}


def _silent(
    places: Iterable[WithoutNominee], said: Iterable[Voice], nominating: set[str]
) -> tuple[SilentProvider, ...]:
    by_provider: dict[str, list[WithoutNominee]] = {}
    for one in places:
        by_provider.setdefault(one.provider_id, []).append(one)
    nominees: dict[str, set[str]] = {}
    for voice in said:
        nominees.setdefault(voice.provider_id or "", set()).add(voice.entry_id)
    found = [
        SilentProvider(
            key, held[0].provider, len(held), len(nominees.get(key, ())),
            tuple(sorted({one.district for one in held if one.district})),
        )
        for key, held in by_provider.items()
        if key not in nominating
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda one: (-one.services, one.provider)))
