"""Other groups that meet in the sample county: partners, and the Experts by Experience."""

from desktop.documents import exempt_terms
from engagement.forums import events
from engagement.forums.attendance import attendance
from engagement.forums.vocabulary import Confidentiality, EventKind, EventState, ParticipantRole
from engagement.register.vocabulary import OrganisationKind
from resources.database import Database
from tests.engagement.sample.made_county import TODAY


def test_groups_meet_for_two_years_and_are_as_confidential_as_their_kind(county: Database) -> None:
    for kind, openness, organisation in (
        (EventKind.EXPERTS_BY_EXPERIENCE, Confidentiality.NAMES_WITHHELD, OrganisationKind.GROUP),
        (EventKind.INFORMATION_SHARING, Confidentiality.CONFIDENTIAL, OrganisationKind.PARTNER),
    ):
        those = [one for one in events.events(county) if one.kind is kind]
        held = [one for one in those if one.state is EventState.HELD]
        assert len(held) >= 8 and {one.openness for one in those} == {openness}
        assert all(one.day >= TODAY for one in those if one.state is not EventState.HELD)
        assert those[-1].day > TODAY
        for one in held:
            found = attendance(county, one.id)
            people, _ = found.came_from(organisation)
            assert found.came_from(OrganisationKind.CARE_PROVIDER)[1] == 0 and people > 3
            assert ParticipantRole.CHAIR in {each.person.role for each in found.people}


def test_who_meets_there_is_named_in_no_public_document(county: Database) -> None:
    names = {term.text for term in exempt_terms(county)}
    guests = county.rows(
        """select contact.name from contact join provider on provider.id = provider_id
        where organisation in ('group', 'partner')"""
    )
    assert len(guests) == 14 and {name for (name,) in guests} <= names
