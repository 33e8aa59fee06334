"""What about the actions wants doing: overdue, and due this week."""

from collections.abc import Iterable
from datetime import date, datetime

from engagement.forums.meeting.actions import ForumAction, all_actions
from engagement.forums.meeting.vocabulary import ActionStatus
from resources.attention import Attention, Urgency
from resources.database import Database
from resources.wording import count_of, date_words, in_london

MOST_NAMED = 5
"""With more than so many overdue they are one line: a list of everything is the page itself."""


def action_attention(db: Database, now: datetime) -> list[Attention]:
    """The lines for Home, those overdue longest first."""
    today = in_london(now).date()
    found = all_actions(db, only_open=True)
    late = _by_day(one for one in found if one.is_overdue(today))
    soon = _by_day(one for one in found if one.is_due_soon(today))
    if len(late) > MOST_NAMED:
        lines = [_several(late)]
    else:
        lines = [_line(one, "Overdue", "It was due on", Urgency.DUE) for one in late]
    return lines + [_due(one, today) for one in soon[:MOST_NAMED]]


def overdue(db: Database, today: date) -> int:
    """How many open actions are overdue."""
    late = "select count(*) from forum_action where status = ? and due_on < ?"
    return int(db.value(late, (ActionStatus.OPEN.value, today.isoformat())))


def _by_day(found: Iterable[ForumAction]) -> list[ForumAction]:
    return sorted(found, key=lambda one: (one.due_on or date.max, one.id))


def _due(one: ForumAction, today: date) -> Attention:
    if one.due_on == today:
        return _line(one, "Due today", "It is due on", Urgency.TODAY)
    return _line(one, "Due this week", "It is due on", Urgency.SOON)


def _line(one: ForumAction, what: str, due: str, urgency: Urgency) -> Attention:
    assert one.due_on is not None
    owner = f"{one.owner}. " if one.owner else ""
    detail = f"{owner}{due} {date_words(one.due_on)}. {one.series or one.event}"
    return Attention(urgency, f"{what}: {one.text}", detail, "actions", one.id, "Open the action", one.due_on)


def _several(late: list[ForumAction]) -> Attention:
    first = late[0]
    assert first.due_on is not None
    detail = f"The longest: {first.text} ({first.owner or 'no owner'}), due on {date_words(first.due_on)}."
    what = f"{count_of(len(late), 'action is', 'actions are')} overdue"
    return Attention(Urgency.DUE, what, detail, "actions", first.id, "Open the actions", first.due_on)
