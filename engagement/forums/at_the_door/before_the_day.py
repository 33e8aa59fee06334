"""What the door says when it is opened before the event's day, as for trying it out. Pure."""

from datetime import datetime

from engagement.forums.events import Event
from engagement.forums.vocabulary import EventState
from resources.wording import date_words, in_london


def before_the_day(event: Event, *, now: datetime) -> str:
    """The sentence for the top of the door; empty on the day and after it."""
    if event.state is not EventState.PLANNED or in_london(now).date() >= event.day:
        return ""
    return (
        f"{event.title} is not until {date_words(event.day)}. Undo check-ins made for trying: from that day on they "
        "count as people who came."
    )
