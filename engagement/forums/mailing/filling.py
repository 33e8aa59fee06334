"""What the fields of a wording are for one person at one event."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from engagement.forums import events
from engagement.forums.events import Event
from engagement.forums.mailing.recipients import Correspondent
from engagement.forums.mailing.words import fill
from engagement.register.letterhead import Letterhead, letterhead
from resources.database import Database
from resources.wording import day_words, in_london
from resources.wordings import Wording

ANSWER_BEFORE = timedelta(days=7)
"""So long before an event an answer is asked for, where there is that much time."""


@dataclass(frozen=True)
class Occasion:
    """An event as letters tell of it. `today` is the date of the letter."""

    event: Event
    head: Letterhead
    today: date
    reply_by: date


def usual_reply_by(event: Event, today: date) -> date:
    """A week before the event, or as late as there is time for."""
    if event.day - ANSWER_BEFORE > today:
        return event.day - ANSWER_BEFORE
    return max(min(today + timedelta(days=2), event.day - timedelta(days=1)), min(today, event.day))


def occasion(db: Database, event_id: str, *, now: datetime, reply_by: date | None = None) -> Occasion:
    """The event with the letterhead of today."""
    event, today = events.get(db, event_id), in_london(now).date()
    return Occasion(event, letterhead(db), today, reply_by or usual_reply_by(event, today))


def values_for(one: Correspondent, about: Occasion) -> Mapping[str, str]:
    """Each field's text, by the names in `words.FIELDS`."""
    event = about.event
    return {
        "name": one.person.name,
        "first name": one.first_name,
        "event": event.title,
        "when": event.when,
        "where": event.place or ("Online" if event.online_link else "We will tell you"),
        "online link": event.online_link,
        "reply by": day_words(about.reply_by),
        "organisation": one.person.home,
        "team": about.head.team,
        "council": about.head.council,
    }


def filled_for(one: Correspondent, wording: Wording, about: Occasion) -> Wording:
    """The wording as this person gets it."""
    return fill(wording, values_for(one, about))
