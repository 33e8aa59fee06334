"""Each kind of meeting has its roles, and says what of it may be published."""

import pytest

from engagement.forums.groups import (
    CONFIDENTIAL,
    GROUPS,
    NAMES_WITHHELD,
    PUBLISHED,
    confidential_events,
    confidentiality_of,
    event_confidentiality,
    exemption_of,
    usual_role,
    usual_roles,
)
from engagement.forums.vocabulary import Confidentiality, EventKind, ParticipantRole
from engagement.register import contacts, providers
from engagement.register.vocabulary import OrganisationKind
from resources.database import Database, change

OPEN, WITHHELD, CLOSED = Confidentiality


def test_every_kind_has_roles_without_doubles() -> None:
    assert set(GROUPS) == set(EventKind)
    assert all(len(set(group.roles)) == len(group.roles) > 1 for group in GROUPS.values())
    assert set(PUBLISHED) == set(Confidentiality)


@pytest.mark.parametrize(
    ("kind", "role", "confidentiality"),
    [
        (EventKind.PROVIDER_FORUM, ParticipantRole.DELEGATE, OPEN),
        (EventKind.MANAGERS_NETWORK, ParticipantRole.MEMBER, WITHHELD),
        (EventKind.EXPERTS_BY_EXPERIENCE, ParticipantRole.EXPERT_BY_EXPERIENCE, WITHHELD),
        (EventKind.INFORMATION_SHARING, ParticipantRole.PARTNER, CLOSED),
    ],
)
def test_what_people_usually_are_and_what_may_be_published(
    kind: EventKind, role: ParticipantRole, confidentiality: Confidentiality
) -> None:
    assert (GROUPS[kind].usual_role, GROUPS[kind].confidentiality) == (role, confidentiality)


def test_what_is_said_of_the_event_comes_before_its_kind() -> None:
    assert confidentiality_of(EventKind.INFORMATION_SHARING, None) is CLOSED
    assert confidentiality_of(EventKind.INFORMATION_SHARING, OPEN) is OPEN
    assert confidentiality_of(EventKind.PROVIDER_FORUM, WITHHELD) is WITHHELD


def test_why_names_are_not_published() -> None:
    assert [exemption_of(one) for one in Confidentiality] == [None, NAMES_WITHHELD, CONFIDENTIAL]


def test_of_an_event_in_the_file(db: Database) -> None:
    with change(db, "Planned a meeting"):
        db.insert_row(
            "event",
            {"id": "e", "kind": "information_sharing", "title": "Partners", "starts_at": "2019-12-10T10:00:00+00:00",
             "ends_at": "2019-12-10T12:00:00+00:00"},
        )  # fmt: skip
    assert event_confidentiality(db, "e") is CLOSED
    assert confidential_events(db, ["e", "nothing"]) == {"e"}
    with change(db, "Made it open"):
        db.update_row("event", "e", {"confidentiality": "open"})
    assert event_confidentiality(db, "e") is OPEN
    assert confidential_events(db, ["e"]) == set()
    with pytest.raises(LookupError):
        event_confidentiality(db, "nothing")


@pytest.mark.parametrize(
    ("kind", "organisation", "role"),
    [
        (EventKind.PROVIDER_FORUM, OrganisationKind.CARE_PROVIDER, ParticipantRole.DELEGATE),
        (EventKind.PROVIDER_FORUM, OrganisationKind.PARTNER, ParticipantRole.PARTNER),
        (EventKind.PROVIDER_FORUM, OrganisationKind.COUNCIL, ParticipantRole.HOST),
        (EventKind.PROVIDER_FORUM, OrganisationKind.GROUP, ParticipantRole.EXPERT_BY_EXPERIENCE),
        (EventKind.MANAGERS_NETWORK, OrganisationKind.CARE_PROVIDER, ParticipantRole.MEMBER),
        (EventKind.MANAGERS_NETWORK, OrganisationKind.GROUP, ParticipantRole.MEMBER),
        (EventKind.INFORMATION_SHARING, OrganisationKind.PARTNER, ParticipantRole.PARTNER),
        (EventKind.INFORMATION_SHARING, OrganisationKind.COUNCIL, ParticipantRole.HOST),
    ],
)
def test_the_usual_role_follows_from_the_kind_and_the_organisation(
    kind: EventKind, organisation: OrganisationKind, role: ParticipantRole
) -> None:
    assert usual_role(kind, organisation) is role


def test_every_usual_role_is_one_of_the_kind() -> None:
    assert all(
        usual_role(kind, organisation) in GROUPS[kind].roles
        for kind in EventKind
        for organisation in OrganisationKind
    )


def test_the_usual_role_of_contacts(db: Database) -> None:
    care = providers.add_provider(db, name="Teacup Homes").id
    board = providers.add_provider(db, name="Sample Board", organisation=OrganisationKind.PARTNER).id
    one, other = (contacts.add_contact(db, key, name=name).id for key, name in ((care, "Ada"), (board, "Bo")))
    assert usual_roles(db, EventKind.PROVIDER_FORUM, [one, other]) == {
        one: ParticipantRole.DELEGATE,
        other: ParticipantRole.PARTNER,
    }
