"""What matching needs of the register and of an event, fetched."""

from collections import defaultdict

from engagement.forums.online.matching import Known, Person
from engagement.forums.people import participants
from engagement.register.vocabulary import OrganisationKind
from resources.database import Database


def known_people(db: Database, event_id: str) -> Known:
    """Every contact in use, who of them is on the event's list or came, and under which names they were confirmed."""
    listed = {one.contact_id: one for one in participants.of_event(db, event_id)}
    people = [
        Person(
            row[0], row[1], row[2], row[3], row[4], row[5], on_list=row[0] in listed,
            came=row[0] in listed and listed[row[0]].status.came,
        )
        for row in db.rows(
            """select contact.id, contact.name, contact.email, provider.id, provider.name, coalesce(service.name, '')
            from contact join provider on provider.id = contact.provider_id
            left join service on service.id = contact.service_id
            where contact.archived_on is null and provider.archived_on is null order by contact.name, contact.id"""
        )
    ]  # fmt: skip
    return Known(people, _confirmed(db), _homes(db))


def _confirmed(db: Database) -> dict[tuple[str, str], frozenset[str]]:
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for contact, name, email in db.rows("select contact_id, name_key, email_key from known_as"):
        found[name, email].add(contact)
    return {keys: frozenset(contacts) for keys, contacts in found.items()}


def _homes(db: Database) -> list[tuple[str, str]]:
    rows = db.rows(
        """select name, id from provider where archived_on is null
        union all select service.name, provider_id from service join provider on provider.id = provider_id
            where service.archived_on is null and provider.archived_on is null"""
    )
    return [(name, provider) for name, provider in rows]


def own_organisation(db: Database) -> str | None:
    """The council's own entry among the organisations, the oldest where there are several; None without one."""
    found = db.value(
        "select min(id) from provider where organisation = ? and archived_on is null",
        (OrganisationKind.COUNCIL.value,),
    )
    return str(found) if found else None
