import pytest

from engagement.forums.people import invitations
from resources.database import Database
from tests.engagement.forums.at_the_door.at_the_door import BEFORE, Add, Invite, S


@pytest.fixture
def two(db: Database, forum: Add, person: Add, invited: Invite) -> tuple[str, str, str]:
    """A forum with two people who accepted: Amina of Rosewood House and Ben of Elm Lodge."""
    event = forum()
    people = invited(event, [person("Amina Khan", "Rosewood House"), person("Ben Lund", "Elm Lodge")])
    invitations.record_reply(db, people, S.ACCEPTED, now=BEFORE)
    return event, people[0], people[1]
