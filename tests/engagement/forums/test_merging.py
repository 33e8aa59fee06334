from collections.abc import Callable
from dataclasses import replace

import pytest

from engagement.forums import events
from engagement.forums.merging import MERGE_RULES
from engagement.forums.people import invitations, participants
from engagement.forums.people.audience_rule import AudienceRule
from engagement.forums.vocabulary import ParticipantRole, ParticipantStatus
from engagement.register.duplicates import merge_contacts, merge_providers
from resources.database import Database, history
from tests.engagement.forums.held_forum import BEFORE, DOORS, Add, Invite, S

Held = tuple[str, dict[str, str]]


# --- merged contacts --------------------------------------------------------------------------------------


def test_merging_two_contacts_keeps_who_came_the_log_and_the_notes(
    db: Database, held: Held, person: Add
) -> None:
    event, keys = held
    ben, cy = (participants.get(db, keys[name]) for name in ("Ben Lund", "Cy Moss"))
    before = list(history.logical_dump(db))
    lines = db.value("select count(*) from check_in")
    merge_contacts(db, cy.contact_id, ben.contact_id, rules=MERGE_RULES, now=DOORS)
    kept = participants.find(db, event, cy.contact_id)
    assert kept is not None
    assert (kept.id, kept.status, kept.reasons) == (cy.id, S.ATTENDED, ("Chosen by hand",))
    assert db.value("select count(*) from check_in") == lines
    assert db.value("select participant_id from check_in where nonce = 'Ben Lund'") == cy.id
    history.undo(db)
    assert list(history.logical_dump(db)) == before


@pytest.mark.parametrize(
    ("one", "other", "kept"),
    [
        ((S.ACCEPTED, 1), (None, 0), S.ACCEPTED),
        ((None, 0), (S.DECLINED, 1), S.DECLINED),
        ((S.ACCEPTED, 1), (S.APOLOGIES, 2), S.APOLOGIES),
        ((S.ACCEPTED, 2), (S.APOLOGIES, 1), S.ACCEPTED),
        ((S.TENTATIVE, 1), (S.ACCEPTED, 1), S.ACCEPTED),
    ],
)
def test_the_later_answer_counts_and_else_the_more_telling(
    db: Database, forum: Add, person: Add, invited: Invite, one: tuple[ParticipantStatus | None, int],
    other: tuple[ParticipantStatus | None, int], kept: ParticipantStatus,
) -> None:  # fmt: skip
    event = forum()
    contact_keys = [person("Amina Khan", "Rosewood House"), person("A Khan", "Rosewood House")]
    for key, (said, day) in zip(invited(event, contact_keys), (one, other), strict=True):
        if said:
            invitations.record_reply(db, [key], said, now=BEFORE.replace(day=20 + day))
    merge_contacts(db, contact_keys[0], contact_keys[1], rules=MERGE_RULES, now=DOORS)
    assert [person.status for person in participants.of_event(db, event)] == [kept]


def test_a_rule_follows_the_contact_that_is_kept(db: Database, forum: Add, person: Add) -> None:
    kept, removed = person("Amina Khan", "Rosewood House"), person("A Khan", "Rosewood House")
    event = forum()
    rule = AudienceRule(by_hand_only=True, added_contacts=(removed,))
    events.edit_event(db, event, replace(events.get(db, event).draft(), audience=rule), now=BEFORE)
    merge_contacts(db, kept, removed, rules=MERGE_RULES, now=DOORS)
    assert events.get(db, event).audience.added_contacts == (kept,)


def test_a_provider_stands_once_in_a_rule_after_two_were_made_one(
    db: Database, forum: Add, home: Callable[..., tuple[str, str]]
) -> None:
    (_, kept), (_, removed) = home("Rosewood House"), home("Elm Lodge")
    event = forum()
    rule = AudienceRule(added_providers=(kept, removed))
    events.edit_event(db, event, replace(events.get(db, event).draft(), audience=rule), now=BEFORE)
    merge_providers(db, kept, removed, rules=MERGE_RULES, now=DOORS)
    assert events.get(db, event).audience.added_providers == (kept,)


def test_a_role_that_says_more_than_being_asked_is_kept(db: Database, held: Held) -> None:
    _, keys = held
    ben, cy = (participants.get(db, keys[name]) for name in ("Ben Lund", "Cy Moss"))
    with history.change(db, "Said who they are"):
        db.update_row("participant", cy.id, {"role": ParticipantRole.MEMBER.value})
        db.update_row("participant", ben.id, {"role": ParticipantRole.CHAIR.value})
    merge_contacts(db, cy.contact_id, ben.contact_id, rules=MERGE_RULES, now=DOORS)
    assert participants.get(db, cy.id).role is ParticipantRole.CHAIR
