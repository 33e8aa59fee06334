"""The sample county's calendar: series, what was held in three years, today's event and those to come. Pure."""

from dataclasses import dataclass
from datetime import date, time, timedelta
from enum import Enum

from engagement.forums.people.audience_rule import AudienceRule, Each
from engagement.forums.series import SeriesDraft
from engagement.forums.vocabulary import EventKind
from engagement.register.vocabulary import ContactRole, ServiceKind
from engagement.sample.places import NORTH, SOUTH

_HOMES = (ServiceKind.NURSING_HOME, ServiceKind.RESIDENTIAL_HOME)


class Stage(Enum):
    """How far an event has come."""

    HELD = "held"
    TO_CLOSE = "to close"
    TODAY = "today"
    REPLIES_IN = "replies in"
    PLANNED = "planned"
    CANCELLED = "cancelled"


@dataclass(frozen=True)
class PlannedEvent:
    """An event of a series on a day; `invite` is the most people asked."""

    series: str
    day: date
    stage: Stage
    invite: int


NORTH_FORUM, SOUTH_FORUM = "Quarterly provider forum, north", "Quarterly provider forum, south"
MANAGERS, RECRUITMENT, TRAINING = "Registered managers’ network", "Recruitment event", "Leadership training"

SERIES = (
    SeriesDraft(
        NORTH_FORUM, EventKind.PROVIDER_FORUM, "Provider forum, north, {month} {year}", time(10), time(12, 30),
        place="Larkmeadow Civic Hall, Mansfield", capacity=70,
        audience=AudienceRule(districts=NORTH, each=Each.PROVIDER),
    ),
    SeriesDraft(
        SOUTH_FORUM, EventKind.PROVIDER_FORUM, "Provider forum, south, {month} {year}", time(10), time(12, 30),
        place="Example House, West Bridgford", capacity=32,
        audience=AudienceRule(districts=SOUTH, each=Each.PROVIDER),
    ),
    SeriesDraft(
        MANAGERS, EventKind.MANAGERS_NETWORK, "Registered managers’ network, {month} {year}", time(9, 30), time(12),
        place="Samplewood Library, Arnold", capacity=60,
        audience=AudienceRule(kinds=_HOMES, districts=(*NORTH, *SOUTH), roles=(ContactRole.REGISTERED_MANAGER,)),
    ),
    SeriesDraft(
        RECRUITMENT, EventKind.RECRUITMENT_EVENT, "Recruitment event, {month} {year}", time(13), time(17),
        place="Pretend Street Leisure Centre, Newark",
        audience=AudienceRule(kinds=(ServiceKind.HOME_CARE, ServiceKind.SUPPORTED_LIVING), districts=(*NORTH, *SOUTH)),
    ),
    SeriesDraft(
        TRAINING, EventKind.TRAINING_SESSION, "Leadership training, {month} {year}", time(9, 30), time(16),
        online_link="https://meet.example.org/leadership", capacity=24,
        audience=AudienceRule(
            districts=(*NORTH, *SOUTH), each=Each.PROVIDER,
            roles=(ContactRole.TRAINING_LEAD, ContactRole.DEPUTY_MANAGER),
        ),
    ),
)  # fmt: skip


def events_of(today: date) -> list[PlannedEvent]:
    """Everything in the calendar, the earliest first."""
    found = [
        *_every(NORTH_FORUM, today, first=-1085, step=91, invite=72),
        *_every(SOUTH_FORUM, today, first=-1075, step=91, invite=56),
        *_every(MANAGERS, today, first=-1000, step=120, invite=60),
        *_every(RECRUITMENT, today, first=-900, step=330, invite=64),
        *_every(TRAINING, today, first=-960, step=190, invite=34),
        PlannedEvent(RECRUITMENT, _weekday(today - timedelta(days=430)), Stage.CANCELLED, 40),
        PlannedEvent(TRAINING, _weekday(today - timedelta(days=4)), Stage.TO_CLOSE, 30),
        PlannedEvent(MANAGERS, today, Stage.TODAY, 84),
        PlannedEvent(SOUTH_FORUM, _weekday(today + timedelta(days=9)), Stage.REPLIES_IN, 72),
        PlannedEvent(NORTH_FORUM, _weekday(today + timedelta(days=37)), Stage.PLANNED, 0),
    ]
    return sorted(found, key=lambda event: (event.day, event.series))


def _every(series: str, today: date, *, first: int, step: int, invite: int) -> list[PlannedEvent]:
    days = (_weekday(today + timedelta(days=back)) for back in range(first, -20, step))
    return [PlannedEvent(series, day, Stage.HELD, invite) for day in days]


def _weekday(day: date) -> date:
    """The day, or the Monday after a weekend."""
    return day + timedelta(days=max(7 - day.weekday(), 0) if day.weekday() > 4 else 0)
