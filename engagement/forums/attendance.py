"""What came of an event: who came, who sent apologies, who did not come, and the figures by group."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from engagement.forums import events
from engagement.forums.events import Event
from engagement.forums.groups import marked, marked_figures
from engagement.forums.people import participants
from engagement.forums.people.audience import events_come_to
from engagement.forums.people.participants import Participant
from engagement.forums.vocabulary import ParticipantStatus
from engagement.register.ratings import overall_words_as_at
from engagement.register.vocabulary import (
    BEST_FIRST,
    NO_DISTRICT,
    WHY_NOT_RATED,
    OrganisationKind,
    ServiceKind,
    rating_words,
)
from resources.database import Database
from resources.spans import months_before
from resources.statistics import BASES_OF_PROVIDERS, Share, share
from resources.tables import Column, ColumnKind, Table
from resources.wording import count_of


class Outcome(Enum):
    """What the attendance block says of a participant; None of these is everybody else."""

    CAME = "Present"
    APOLOGIES = "Apologies"
    ABSENT = "Absent"


@dataclass(frozen=True)
class Attendee:
    """A participant with what came of it, and how the service was rated on the event's day; '' without a service."""

    person: Participant
    outcome: Outcome | None
    rating: str


@dataclass(frozen=True)
class ProviderLine:
    """An organisation's people: how many came, sent apologies, or had a place and did not come."""

    provider_id: str
    provider: str
    came: int
    apologies: int
    absent: int
    organisation: OrganisationKind = OrganisationKind.CARE_PROVIDER


@dataclass(frozen=True)
class Attendance:
    """What came of an event. People are counted once, and a provider or service once however many came from it."""

    event: Event
    people: tuple[Attendee, ...]

    def of(self, outcome: Outcome) -> tuple[Participant, ...]:
        """Everybody of whom this is to be said, by provider and name."""
        return tuple(one.person for one in self.people if one.outcome is outcome)

    def came_from(self, organisation: OrganisationKind) -> tuple[int, int]:
        """How many people came from such organisations, and from how many of these."""
        came = [person for person in self.of(Outcome.CAME) if person.organisation is organisation]
        return len(came), len({person.provider_id for person in came})

    @property
    def services_that_came(self) -> int:
        """Distinct services; a person who stands for a whole provider stands for none of them."""
        return len({person.service_id for person in self.of(Outcome.CAME) if person.service_id})

    @property
    def walk_ins(self) -> int:
        """How many of those who came had not been invited."""
        return sum(person.walk_in for person in self.of(Outcome.CAME))

    @property
    def services_invited(self) -> frozenset[str]:
        """The services of which somebody was invited, whatever was answered."""
        return frozenset(
            one.person.service_id for one in self.people if one.person.service_id and one.person.was_invited
        )

    @property
    def invited_services_that_came(self) -> Share:
        """How many of the services invited somebody came from."""
        return _came_of_invited(self.people)

    def by_provider(self) -> tuple[ProviderLine, ...]:
        """Every care provider of which anything is to be said, by name."""
        return tuple(line for line in self._lines() if line.organisation is OrganisationKind.CARE_PROVIDER)

    def by_other_organisation(self) -> tuple[ProviderLine, ...]:
        """The same of partners, the council and groups, in this order."""
        others = [one for one in self._lines() if one.organisation is not OrganisationKind.CARE_PROVIDER]
        order = list(OrganisationKind)
        return tuple(sorted(others, key=lambda line: order.index(line.organisation)))

    def _lines(self) -> list[ProviderLine]:
        numbers: dict[tuple[str, str, OrganisationKind], Counter[Outcome]] = defaultdict(Counter)
        for one in self.people:
            if one.outcome is not None:
                person = one.person
                numbers[person.provider, person.provider_id, person.organisation][one.outcome] += 1
        return [
            ProviderLine(
                key, name, found[Outcome.CAME], found[Outcome.APOLOGIES], found[Outcome.ABSENT], organisation
            )
            for (name, key, organisation), found in sorted(numbers.items())
        ]


def attendance(db: Database, event_id: str) -> Attendance:
    """What came of an event; before it is closed, whoever has a place and is not here counts as absent."""
    event = events.get(db, event_id)
    people = participants.of_event(db, event_id)
    services = {person.service_id for person in people if person.service_id}
    ratings = overall_words_as_at(db, event.day, services=services)
    return Attendance(
        event,
        tuple(
            Attendee(person, outcome_of(person), ratings.get(person.service_id or "", ""))
            for person in people
        ),
    )


def outcome_of(person: Participant) -> Outcome | None:
    """Present, apologies, absent, or nothing to be said."""
    if person.status.came:
        return Outcome.CAME
    if person.status is ParticipantStatus.APOLOGIES:
        return Outcome.APOLOGIES
    return Outcome.ABSENT if person.reply.counts else None


# --- tables ---------------------------------------------------------------------------------------------


class Group(Enum):
    """By what the figures are grouped."""

    KIND = "Kind of service"
    DISTRICT = "District"
    RATING = "Rating"


NO_SERVICE = "No service named"
NO_PROVIDER = "Partners, council and groups"
_LAST = {NO_DISTRICT: None, NO_SERVICE: None, NO_PROVIDER: None}.keys()  # in this order
COUNTED_ONCE = (
    "Everybody who came is counted once. A provider or service is counted once in each row, however many came "
    "from it; a provider with services in several rows is counted in each of them."
)
SMALL_BASES = (
    f"No percentage is given of fewer than {BASES_OF_PROVIDERS.hide} services; one of fewer than "
    f"{BASES_OF_PROVIDERS.flag} has a small base, so that one service more or fewer changes it a good deal."
)


def by_provider_table(found: Attendance) -> Table:
    """Present, apologies and absent by provider."""
    table = Table(
        title="Attendance by provider",
        columns=(
            Column("provider", "Provider", width=280),
            Column("came", "Present", ColumnKind.NUMBER),
            Column("apologies", "Apologies", ColumnKind.NUMBER),
            Column("absent", "Absent", ColumnKind.NUMBER),
        ),
        rows=[(line.provider, line.came, line.apologies, line.absent) for line in found.by_provider()],
        base="everybody of a provider who came, sent apologies, or had a place and did not come",
        as_at=found.event.day,
    )
    return marked(table, found.event.openness)


def by_organisation_table(found: Attendance) -> Table:
    """The same by partner organisation, council and group, which count as no providers."""
    table = Table(
        title="Attendance by other organisation",
        columns=(
            Column("organisation", "Organisation", width=280),
            Column("what", "What it is", width=150),
            Column("came", "Present", ColumnKind.NUMBER),
            Column("apologies", "Apologies", ColumnKind.NUMBER),
            Column("absent", "Absent", ColumnKind.NUMBER),
        ),
        rows=[
            (line.provider, line.organisation.label, line.came, line.apologies, line.absent)
            for line in found.by_other_organisation()
        ],
        base="everybody of these organisations who came, sent apologies, or had a place and did not come",
        as_at=found.event.day,
    )
    return marked(table, found.event.openness)


def group_table(
    found: Attendance, group: Group, *, groups: Mapping[str, Sequence[Attendee]] | None = None
) -> Table:
    """Providers, services and people that came, and how many of the services invited did, by group.

    `groups` are others than `grouped` has, where some are counted together.
    """
    groups = grouped(found.people, group) if groups is None else groups
    rows = [(label, *_figures(people)) for label, people in groups.items()]
    invited = len(found.services_invited)
    notes = [COUNTED_ONCE]
    if any(row[4] < BASES_OF_PROVIDERS.flag for row in rows):
        notes.append(SMALL_BASES)
    if group is Group.RATING:
        notes.append("Ratings are the overall ratings published by the day of the event.")
        if any(row[0] == rating_words(None) for row in rows):
            notes.append(WHY_NOT_RATED)
    table = Table(
        title=f"Attendance by {group.value.lower()}",
        columns=(
            Column(
                "group", group.value, ColumnKind.RATING if group is Group.RATING else ColumnKind.TEXT, 180
            ),
            Column("providers", "Providers present", ColumnKind.NUMBER),
            Column("services", "Services present", ColumnKind.NUMBER),
            Column("people", "People present", ColumnKind.NUMBER),
            Column("invited", "Services invited", ColumnKind.NUMBER),
            Column("share", "Of those invited, present", ColumnKind.PERCENT),
        ),
        rows=rows,
        base=f"{count_of(invited, 'service')} invited; the percentage is of the services invited in each row",
        source="the attendance record of the forum",
        as_at=found.event.day,
        notes=tuple(notes),
    )
    return marked_figures(table, found.event.openness)


def people_table(found: Attendance) -> Table:
    """Everybody of whom anything is to be said, with names. Not for publication."""
    order = list(Outcome)
    people = sorted(
        (one for one in found.people if one.outcome is not None),
        key=lambda one: (order.index(one.outcome or Outcome.ABSENT), one.person.provider, one.person.name),
    )
    table = Table(
        title="Everybody present, with apologies, or absent",
        columns=(
            Column("name", "Name", width=180),
            Column("provider", "Provider", width=200),
            Column("service", "Service", width=200),
            Column("outcome", "Attendance", ColumnKind.STATUS, 110),
        ),
        rows=[
            (
                one.person.name,
                one.person.provider,
                one.person.service,
                one.outcome.value if one.outcome else "",
            )
            for one in people
        ],
        as_at=found.event.day,
    )
    return marked(table, found.event.openness)


def coming_table(db: Database, day: date, *, months: int = 12) -> Table:
    """For each current service how many events somebody came to in the months before a day."""
    since = months_before(day, months)
    came = events_come_to(db, since=since, before=day)
    rows = db.rows(
        """select service.id, service.name, provider.name, service.district from service
        join provider on provider.id = service.provider_id where service.archived_on is null
        order by service.name, service.id"""
    )
    return Table(
        title=f"Events come to in {count_of(months, 'month')}",
        columns=(
            Column("service", "Service", width=240),
            Column("provider", "Provider", width=220),
            Column("district", "District"),
            Column("events", "Events come to", ColumnKind.NUMBER),
        ),
        rows=[(name, provider, district, came.get(key, 0)) for key, name, provider, district in rows],
        base=f"{count_of(len(rows), 'service')} in the register",
        as_at=day,
    )


def grouped(people: Iterable[Attendee], group: Group) -> dict[str, list[Attendee]]:
    """Attendees by group, in the order of the vocabulary, or of the alphabet; those of no service last."""
    label: dict[Group, Callable[[Attendee], str]] = {
        Group.KIND: lambda one: one.person.kind.label if one.person.kind else NO_SERVICE,
        Group.DISTRICT: lambda one: (
            (one.person.district or NO_DISTRICT) if one.person.service_id else NO_SERVICE
        ),
        Group.RATING: lambda one: one.rating or NO_SERVICE,
    }
    found: dict[str, list[Attendee]] = defaultdict(list)
    for one in people:
        found[label[group](one) if one.person.is_of_provider else NO_PROVIDER].append(one)
    order = {
        Group.KIND: [kind.label for kind in ServiceKind],
        Group.DISTRICT: sorted(found.keys() - _LAST),
        Group.RATING: [rating_words(rating) for rating in BEST_FIRST],
    }[group]
    return {name: found[name] for name in (*order, *_LAST) if name in found}


def _figures(people: Sequence[Attendee]) -> tuple[int, int, int, int, int | None]:
    came = [one.person for one in people if one.outcome is Outcome.CAME]
    invited = _came_of_invited(people)
    return (
        len({person.provider_id for person in came if person.is_of_provider}),
        len({person.service_id for person in came if person.service_id}),
        len(came),
        invited.base,
        invited.shown,
    )


def _came_of_invited(people: Iterable[Attendee]) -> Share:
    people = list(people)
    invited = {one.person.service_id for one in people if one.person.service_id and one.person.was_invited}
    came = {one.person.service_id for one in people if one.outcome is Outcome.CAME}
    return share(len(invited & came), len(invited))
