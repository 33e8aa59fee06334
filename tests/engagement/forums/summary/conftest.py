"""A year of forums, small enough to be worked out by hand."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from engagement.forums import events
from engagement.forums.at_the_door import door
from engagement.forums.people import invitations
from engagement.forums.vocabulary import Confidentiality, EventKind
from engagement.register.vocabulary import ServiceKind
from resources.database import Database
from tests.engagement.forums.held_forum import Add, Invite, S

Hold = Callable[..., str]


@pytest.fixture
def hold(db: Database, forum: Add, invited: Invite) -> Hold:
    """Hold an event: of those asked, the first `came` came and the next did not show."""

    def make(
        title: str, starts: datetime, people: list[str], *, came: int, kind: EventKind = EventKind.PROVIDER_FORUM,
        confidentiality: Confidentiality | None = None, close: bool = True,
    ) -> str:  # fmt: skip
        event = forum(title, starts=starts, kind=kind, confidentiality=confidentiality)
        keys = invited(event, people, now=starts)
        invitations.record_reply(db, keys, S.ACCEPTED, now=starts)
        for key in keys[:came]:
            door.check_in(db, event, key, now=starts, device="Laptop 1", nonce=f"{event} {key}")
        if close:
            door.close_event(db, event, now=starts.replace(hour=23))
        return event

    return make


def at(year: int, month: int, day: int) -> datetime:
    return datetime(year, month, day, 10, tzinfo=UTC)


@pytest.fixture
def year(
    db: Database, home: Callable[..., tuple[str, str]], person: Add, guest: Add, forum: Add, hold: Hold
) -> Database:
    """Three services; in 2018/19 one forum, in 2019/20 two forums, one cancelled, one network, one confidential."""
    home("Rosewood House", kind=ServiceKind.NURSING_HOME, district="Bassetlaw")
    home("Elm Lodge", kind=ServiceKind.RESIDENTIAL_HOME, district="Ashfield")
    home("Quiet Court", kind=ServiceKind.RESIDENTIAL_HOME, district="Ashfield")
    amina, ben, cy = (
        person(*one)
        for one in (
            ("Amina Khan", "Rosewood House"),
            ("Ben Lund", "Rosewood House"),
            ("Cy Moss", "Elm Lodge"),
        )
    )
    pat = guest("Pat Partner", "Sample Care Board")
    secret = guest("Quin Secret", "Hidden Commission")
    hold("Earlier forum", at(2018, 6, 5), [amina, cy], came=1)
    hold("Summer forum", at(2019, 6, 4), [amina, ben, pat, cy], came=3)
    hold("Autumn forum", at(2019, 10, 8), [amina, cy], came=2, close=False)
    hold("Network of managers", at(2020, 1, 14), [cy, ben], came=1, kind=EventKind.MANAGERS_NETWORK)
    hold("About Elm Lodge", at(2019, 9, 3), [secret, pat], came=2, kind=EventKind.INFORMATION_SHARING)
    cancelled = hold("Rained off", at(2019, 11, 5), [amina], came=0, close=False)
    events.cancel_event(db, cancelled)
    forum("Forum of another year", starts=at(2020, 4, 1))
    forum("Nobody recorded", starts=at(2020, 3, 31))
    return db
