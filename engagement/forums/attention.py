"""What about the forums wants doing: today's event, replies due, places offered, events to close, events to plan."""

from datetime import UTC, date, datetime, timedelta

from engagement.forums.people.participants import UNDONE_WALK_IN
from resources.attention import Attention, Urgency
from resources.database import Database
from resources.wording import as_instant, count_of, day_words, event_when, in_london, moment_words

REPLIES_WITHIN = timedelta(days=14)
"""So long before an event its unanswered invitations are listed."""


def forum_attention(db: Database, now: datetime) -> list[Attention]:
    """The forums' lines for Home."""
    rows = db.rows(
        f"""select id, title, starts_at, ends_at, place,
            (select count(*) from participant where event_id = event.id and status = 'invited'),
            (select count(*) from participant where event_id = event.id and not {UNDONE_WALK_IN})
        from event where state = 'planned' and archived_on is null and starts_at < ? order by starts_at""",
        ((now + REPLIES_WITHIN).astimezone(UTC).isoformat(timespec="seconds"),),
    )
    lines: list[Attention] = []
    for row in rows:
        lines += _of_event(*row, now=now)
    return [*lines, *_offers(db, now)]


def _of_event(
    key: str, title: str, starts: str, ends: str, place: str, unanswered: int, people: int, *, now: datetime
) -> list[Attention]:
    start, end = as_instant(starts), as_instant(ends)
    day, today = in_london(start).date(), in_london(now).date()
    where = f", {place}" if place else ""
    if day == today:
        detail = f"{event_when(start, end)}{where}"
        return [Attention(Urgency.TODAY, f"Today: {title}", detail, "forums", key, "Open the event", day)]
    if day < today:
        detail = f"It was on {day_words(day)}. Closing it marks who was expected and did not come."
        return [Attention(Urgency.DUE, f"Close {title}", detail, "forums", key, "Open the event", day)]
    if people == 0:
        detail = f"{event_when(start, end)}{where}. Nobody is invited yet."
        return [
            Attention(Urgency.DUE, f"Invite people to {title}", detail, "forums", key, "Open the event", day)
        ]
    if unanswered:
        what = f"{count_of(unanswered, 'reply', 'replies')} due for {title}"
        detail = f"{event_when(start, end)}{where}"
        return [Attention(Urgency.SOON, what, detail, "forums", key, "Open the event", day)]
    return []


def _offers(db: Database, now: datetime) -> list[Attention]:
    rows = db.rows(
        """select event.id, event.title, contact.name, offer_expires_at from participant
        join event on event.id = event_id join contact on contact.id = contact_id
        where participant.status = 'place_offered' and offer_expires_at is not null and event.state = 'planned'
            and event.archived_on is null
        order by offer_expires_at limit 20"""
    )
    return [
        Attention(
            Urgency.DUE if as_instant(expires) <= now else Urgency.SOON,
            f"{name} has been offered a place at {title}",
            f"The offer {'ended' if as_instant(expires) <= now else 'ends'} {moment_words(expires)}.",
            "forums",
            key,
            "Open the event",
            _day(expires),
        )
        for key, title, name, expires in rows
    ]


def _day(instant: str) -> date:
    return in_london(as_instant(instant)).date()
