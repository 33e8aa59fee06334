"""Somebody renamed, or merged into another record, is still withheld by the name that others know."""

from datetime import UTC, datetime

from engagement.forums.merging import MERGE_RULES
from engagement.forums.names_withheld import withheld_people
from engagement.forums.people import invitations
from engagement.forums.people.names_at import merged_at, names_at
from engagement.forums.summary import reading
from engagement.forums.vocabulary import EventKind
from engagement.good_practice.practices import PracticeDraft, add_practice, practices
from engagement.good_practice.publishing import people_terms
from engagement.good_practice.vocabulary import PracticeConsent, SharedAt
from engagement.register import contacts
from engagement.register.duplicates.merging import merge_contacts
from resources.database import Database, history
from tests.engagement.forums.held_forum import BEFORE, DAY, Add, Invite, S

NOW = datetime(2019, 12, 10, 9, tzinfo=UTC)
EVER = ["Amina Brown", "Amina Khan"]


def test_a_name_given_up_is_still_withheld(db: Database, forum: Add, person: Add, invited: Invite) -> None:
    event = forum("Managers network", kind=EventKind.MANAGERS_NETWORK)
    key = person("Amina Khan", "Elm Lodge")
    invitations.record_reply(db, invited(event, [key]), S.ACCEPTED, now=BEFORE)
    contacts.edit_contact(db, key, name="Amina Brown")
    assert names_at(db, [event]) == EVER
    assert sorted(term.text for term in withheld_people(db)) == EVER
    assert sorted(term.text for term in reading.people_terms(db, DAY, DAY)) == EVER
    history.undo(db)
    assert names_at(db, [event]) == ["Amina Khan"]


def test_somebody_merged_into_another_record_is_still_withheld(
    db: Database, forum: Add, person: Add, invited: Invite
) -> None:
    event, other = (forum(kind=EventKind.MANAGERS_NETWORK) for _ in range(2))
    kept, gone = person("Amina Brown", "Elm Lodge"), person("Amina Khan", "Elm Lodge")
    invitations.record_reply(db, invited(event, [kept, gone]), S.ACCEPTED, now=BEFORE)
    invitations.record_reply(db, invited(other, [gone]), S.ACCEPTED, now=BEFORE)
    merge_contacts(db, kept, gone, rules=MERGE_RULES, now=NOW)
    assert merged_at(db, [event]) == merged_at(db, [other]) == {gone}
    assert names_at(db, [event]) == names_at(db, [other]) == EVER
    assert sorted(term.text for term in withheld_people(db)) == EVER
    history.undo(db)
    assert merged_at(db, [event, other]) == set()


def test_good_practice_is_searched_for_earlier_names_too(db: Database, person: Add) -> None:
    key = person("Amina Khan", "Elm Lodge")
    provider = str(db.value("select provider_id from contact where id = ?", (key,)))
    contacts.edit_contact(db, key, name="Amina Brown")
    draft = PracticeDraft(
        provider, "Recruitment", "Taster days", DAY, None, None, None, SharedAt.OTHER, "", PracticeConsent.YES, DAY
    )  # fmt: skip
    add_practice(db, draft, today=DAY)
    assert [term.text for term in people_terms(db, practices(db))] == EVER
