from collections.abc import Callable

from engagement.forums.people import invitations, participants, places
from engagement.forums.vocabulary import ParticipantStatus
from engagement.register import contacts, services
from resources.database import Database
from tests.engagement.forums.people.asked import NOW, Add, choose, reply

S = ParticipantStatus


Asked = Callable[..., tuple[str, list[str]]]


def test_who_stands_for_a_provider_with_one_service_stands_for_that(
    db: Database, forum: Add, home: Callable[..., tuple[str, str]]
) -> None:
    event = forum()
    service, provider = home("Rosewood House")
    owner = contacts.add_contact(db, provider, name="Olu Owen").id
    made = invitations.invite(db, event, [choose(db, owner)], now=NOW).participants
    assert participants.get(db, made[0]).service_id == service
    other, _ = home("Rosewood Court", provider="Rosewood House Limited")
    second = contacts.add_contact(db, provider, name="Pia Owen").id
    made = invitations.invite(db, event, [choose(db, second)], now=NOW).participants
    assert participants.get(db, made[0]).service_id is None
    services.archive_service(db, service, today=NOW.date())  # one put away is not among them
    third = contacts.add_contact(db, provider, name="Quin Owen").id
    made = invitations.invite(db, event, [choose(db, third)], now=NOW).participants
    assert participants.get(db, made[0]).service_id == other


def test_figures_count_every_status(db: Database, asked: Asked) -> None:
    event, people = asked(4, capacity=1)
    reply(db, people[:2], S.ACCEPTED)
    reply(db, people[2:3], S.TENTATIVE)
    figures = {one.status: (one.number, one.counted) for one in participants.figures(db, event) if one.number}
    assert figures == {S.ACCEPTED: (1, 1), S.WAITLISTED: (1, 0), S.TENTATIVE: (1, 0), S.INVITED: (1, 0)}
    assert places.places(db, event) == places.Places(capacity=1, taken=1, waiting=1)
