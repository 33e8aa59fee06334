"""The sides of an event, in the order of their tabs. A new side is added here."""

from collections.abc import Callable
from datetime import datetime

from desktop.pages.events.event_people import PeopleView
from desktop.pages.events.event_view import EventView
from desktop.pages.feedback.feedback_view import FeedbackView
from desktop.pages.mailing.mailing_view import MailingView
from desktop.pages.meeting.meeting_view import MeetingView
from desktop.pages.online.online_view import OnlineView
from desktop.shell.page import Desk
from engagement.forums.door_files.mark import mark_of

VIEWS: tuple[type[EventView], ...] = (PeopleView, MailingView, MeetingView, OnlineView, FeedbackView)
"""The first is what an event opens with."""


def event_views(desk: Desk, *, now: Callable[[], datetime]) -> tuple[EventView, ...]:
    """Each side, made for one window."""
    at_a_door = mark_of(desk.db) is not None  # what is written on the other sides would not come back
    return tuple(view(desk, now=now) for view in (VIEWS[:1] if at_a_door else VIEWS))
