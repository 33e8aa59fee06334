"""The sample county's mailings: invitations and a reminder to the events that are still to come."""

from datetime import date, datetime, time, timedelta

from engagement.forums import events
from engagement.forums.events import Event
from engagement.forums.mailing import mailings
from engagement.forums.mailing.recipients import Correspondent, barred, correspondents
from engagement.forums.mailing.vocabulary import UNANSWERED, Purpose, Way
from engagement.forums.vocabulary import EventState
from engagement.register.letterhead import Letterhead, set_letterhead
from resources.database import Database, change
from resources.wording import as_instant, from_london

HEAD = Letterhead(
    team="Workforce and Provider Engagement Team",
    address="Example House, Pretend Street, West Bridgford",
    email="provider.engagement@example.org",
)


def add_mailings(db: Database, *, today: date) -> None:
    """What was written to the people of planned events: e-mail where there is an address, else a letter."""
    yesterday = from_london(today - timedelta(days=1), time(16, 45))
    with change(db, "Made the sample county: what was written to people"):
        set_letterhead(db, HEAD)
        for event in events.events(db):
            if event.state is EventState.PLANNED and event.day >= today:
                _write(db, event, yesterday)


def _write(db: Database, event: Event, yesterday: datetime) -> None:
    """Everybody is invited the day after they were put on the list; who then owes an answer is reminded once."""
    people = correspondents(db, event.id)
    invited = [as_instant(one.person.invited_at) for one in people if one.person.invited_at]
    if not invited:
        return
    asked = [one for one in people if one.person.invited_at and not one.person.walk_in]
    first = min(min(invited) + timedelta(days=1), yesterday)
    _record(db, event, asked[:-2], Purpose.INVITATION, first)
    again = first + timedelta(days=12)
    if again < yesterday:
        _record(
            db, event, [one for one in asked[:-2] if one.person.status in UNANSWERED], Purpose.REMINDER, again
        )


def _record(db: Database, event: Event, people: list[Correspondent], purpose: Purpose, now: datetime) -> None:
    by_mail = [one.person.id for one in people if not barred(one, Way.EMAIL_DRAFT)]
    by_post = [
        one.person.id for one in people if barred(one, Way.EMAIL_DRAFT) and not barred(one, Way.LETTER)
    ]
    for keys, way in ((by_mail, Way.EMAIL_DRAFT), (by_post, Way.LETTER)):
        if keys:
            mailings.record(db, event.id, keys, purpose, way, now=now)
