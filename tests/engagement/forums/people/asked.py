"""The times of these tests, and short names for what they do."""

from collections.abc import Callable
from datetime import UTC, datetime

from engagement.forums.people import invitations, participants
from engagement.forums.people.audience_rule import Selected
from engagement.forums.people.invitations import Recorded
from engagement.forums.vocabulary import ParticipantStatus
from engagement.register import contacts
from resources.database import Database

NOW = datetime(2019, 11, 20, 9, tzinfo=UTC)


Add = Callable[..., str]


Invite = Callable[..., list[str]]


NAMES = ("Amina Khan", "Ben Lund", "Cy Moss", "Di Nye", "Ed Orr")


def status(db: Database, *keys: str) -> list[ParticipantStatus]:
    return [participants.get(db, key).status for key in keys]


def reply(db: Database, keys: list[str], said: ParticipantStatus, **how: object) -> Recorded:
    return invitations.record_reply(db, keys, said, **{"now": NOW, **how})


def choose(db: Database, contact: str, *reasons: str) -> Selected:
    found = contacts.contact(db, contact)
    return Selected(
        contact, found.name, found.role, found.service_id, "", found.provider_id, "", reasons or ("By hand",)
    )
