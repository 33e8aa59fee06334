"""Other groups that meet: the Experts by Experience, and partners who share what they know. People are invented."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from engagement.forums import events, series
from engagement.forums.at_the_door import door
from engagement.forums.events import Event
from engagement.forums.people import invitations, participants
from engagement.forums.people.audience import people
from engagement.forums.people.audience_rule import AudienceRule, Each
from engagement.forums.series import SeriesDraft
from engagement.forums.vocabulary import EventKind, ParticipantRole, ParticipantStatus
from engagement.register import contacts, providers
from engagement.register.vocabulary import ConsentBasis, OrganisationKind
from engagement.sample.names import Names
from resources.database import Database, change, new_key
from resources.wording import from_london


class _Organisation(NamedTuple):
    name: str
    what: OrganisationKind
    people: int


EXPERTS = _Organisation("Example Experts by Experience group", OrganisationKind.GROUP, 8)
PARTNERS = (
    _Organisation("Care Quality Commission, Example team", OrganisationKind.PARTNER, 2),
    _Organisation("NHS Example Integrated Care Board", OrganisationKind.PARTNER, 3),
    _Organisation("Healthwatch Example", OrganisationKind.PARTNER, 1),
)
_EXPERTS_MEET, _PARTNERS_MEET = timedelta(days=61), timedelta(days=91)
_YEARS_BACK = timedelta(days=730)


def add_other_groups(db: Database, names: Names, *, today: date) -> None:
    """Organisations that run no service, their people, and what they met for in two years."""
    with change(db, "Made the sample county: partners and the Experts by Experience"):
        experts = [_add(db, EXPERTS, names)]
        partners = [_add(db, one, names) for one in PARTNERS]
    group = SeriesDraft(
        EXPERTS.name, EventKind.EXPERTS_BY_EXPERIENCE, "Experts by Experience, {month} {year}", time(14), time(15, 30),
        place="Samplewood Library, Arnold", audience=_only(experts),
    )  # fmt: skip
    sharing = SeriesDraft(
        "Information sharing with partners", EventKind.INFORMATION_SHARING, "Information sharing, {month} {year}",
        time(11), time(12, 30), online_link="https://meet.example.org/partners", audience=_only(partners),
    )  # fmt: skip
    for draft, chair, every in (
        (group, ParticipantRole.CHAIR, _EXPERTS_MEET),
        (sharing, ParticipantRole.CHAIR, _PARTNERS_MEET),
    ):
        with change(db, "Made the sample county: a group that meets") as entry:
            key = series.add_series(db, draft)
            for number, day in enumerate(_days(today, every)):
                _meet(db, events.get(db, series.plan_next(db, key, day)), number, chair, today=today)
            entry.action = f"Made the sample county: {draft.name}"


def _add(db: Database, one: _Organisation, names: Names) -> str:
    key = providers.add_provider(db, name=one.name, organisation=one.what, phone=names.telephone()).id
    for _ in range(one.people):
        name = names.person()
        address = f"{name.split()[-1].lower()}@example.org" if name.isascii() else ""
        contacts.add_contact(db, key, name=name, email=address, consent=ConsentBasis.AGREED_AT_FORUM)
    return key


def _only(keys: Sequence[str]) -> AudienceRule:
    return AudienceRule(by_hand_only=True, each=Each.EVERYBODY, added_providers=tuple(keys))


def _days(today: date, every: timedelta) -> list[date]:
    """Weekdays from two years back until the next meeting after today."""
    day = today - _YEARS_BACK
    found: list[date] = []
    while not found or found[-1] <= today:
        found.append(day + timedelta(days=max(7 - day.weekday(), 0) if day.weekday() > 4 else 0))
        day += every
    return found


def _meet(db: Database, event: Event, number: int, chair: ParticipantRole, *, today: date) -> None:
    """Most come; each time somebody else sends apologies. The meeting to come has been invited to."""
    sent = min(event.starts - timedelta(days=21), _noon(today - timedelta(days=1)))
    made = invitations.invite(db, event.id, people(db, event.audience, event.day), now=sent).participants
    invitations.set_role(db, made[:1], chair)
    if event.day >= today:
        return
    away = made[1 + number % (len(made) - 1)]
    invitations.record_reply(db, [away], ParticipantStatus.APOLOGIES, now=sent + timedelta(days=2))
    came = [one.id for one in participants.of_event(db, event.id) if one.id != away]
    invitations.record_reply(db, came, ParticipantStatus.ACCEPTED, now=sent + timedelta(days=3))
    door.tick_sheet(db, event.id, came, at=event.starts, device="paper", nonce=new_key())
    door.close_event(db, event.id, now=event.ends)


def _noon(day: date) -> datetime:
    return from_london(day, time(12))
