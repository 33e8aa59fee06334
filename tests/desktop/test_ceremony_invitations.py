"""Guests of the ceremony are invited through the forums, and their replies come back."""

from datetime import UTC, date, datetime

import pytest

from awards.ceremony.gathering import USUAL, gather_guests
from awards.ceremony.guests import Guest, guests, record_answers
from awards.vocabulary import GuestAnswer
from desktop import ceremony_invitations as joined
from desktop.ceremony_invitations import NewContacts
from engagement.forums import events
from engagement.forums.events import EventDraft
from engagement.forums.people import invitations, participants
from engagement.forums.vocabulary import EventKind, ParticipantStatus
from engagement.register.contacts import add_contact, contact, withdraw_consent
from engagement.register.providers import provider
from engagement.register.vocabulary import ConsentBasis, OrganisationKind
from resources.database import Database, history
from resources.problem import FieldProblem, Problem
from tests.awards.ceremony.conftest import Evening, evening

__all__ = ["evening"]
NOW, DAY = datetime(2026, 10, 1, 9, tzinfo=UTC), date(2026, 10, 1)
DRAFT = EventDraft(
    kind=EventKind.AWARD_CEREMONY, title="Proud to Care ceremony", place="County Hall",
    starts=datetime(2026, 11, 26, 18, tzinfo=UTC), ends=datetime(2026, 11, 26, 21, tzinfo=UTC),
)  # fmt: skip


def _named(db: Database, round_id: str, name: str) -> Guest:
    return next(one for one in guests(db, round_id) if one.name == name)


def test_the_ceremony_is_planned_or_chosen_among_the_forums(evening: Evening) -> None:
    db, key = evening.db, evening.round_id
    assert joined.ceremony_event(db, evening.gala.round) is None
    made = joined.plan_ceremony(db, key, DRAFT)
    assert joined.ceremony_starts(db, evening.gala.round) == made.starts
    assert [one.id for one in joined.ceremonies(db)] == [made.id]
    assert joined.choose_ceremony(db, key, "") is None
    assert joined.choose_ceremony(db, key, made.id) == made
    events.cancel_event(db, made.id)
    assert joined.ceremonies(db) == []


def test_guests_come_into_the_register_with_how_they_agreed(evening: Evening) -> None:
    db, key = evening.db, evening.round_id
    gather_guests(db, key, USUAL)
    kit, wren = _named(db, key, "Kit Relative"), _named(db, key, "Wren Specimen")
    with pytest.raises(FieldProblem, match="Only who agreed"):
        joined.make_contacts(db, NewContacts((kit.id,), ConsentBasis.NOT_RECORDED, None))
    (made,) = joined.make_contacts(db, NewContacts((kit.id,), ConsentBasis.EMAIL_OPT_IN, DAY))
    held = contact(db, str(made.contact_id))
    assert (held.name, held.consent, held.consent_on) == ("Kit Relative", ConsentBasis.EMAIL_OPT_IN, DAY)
    group = provider(db, held.provider_id)
    assert (group.name, group.organisation) == (joined.GUESTS_GROUP, OrganisationKind.GROUP)
    known = add_contact(
        db, evening.gala.rosewood, name="Wren Specimen", consent=ConsentBasis.CONTRACT_CONTACT
    )
    asked = NewContacts((wren.id, kit.id), ConsentBasis.EMAIL_OPT_IN, DAY, provider_id=evening.gala.rosewood)
    assert joined.known_contact(db, wren, evening.gala.rosewood) == known
    assert [one.contact_id for one in joined.make_contacts(db, asked)] == [known.id]
    with pytest.raises(Problem, match="in the register already"):
        joined.make_contacts(db, asked)


def test_who_can_be_invited_is_said_with_the_reason_of_who_cannot(evening: Evening) -> None:
    db, key = evening.db, evening.round_id
    gather_guests(db, key, USUAL)
    with pytest.raises(Problem, match="no ceremony among the forums yet"):
        joined.invite_guests(db, key, now=NOW)
    event = joined.plan_ceremony(db, key, DRAFT)
    made = joined.invite_guests(db, key, now=NOW)
    assert len(made.participants) == 1
    assert _named(db, key, "Mo Manager").answer is GuestAnswer.ASKED
    assert history.next_undo(db).action == f"Invited 1 person to {event.title}"  # type: ignore[union-attr]
    found = joined.who_can_be_invited(db, key)
    assert not found.ready and len(found.not_in_register) == 5 and len(found.invited_already) == 1
    with pytest.raises(Problem, match=r"Nobody is left to invite\. 1 guest stands on the list"):
        joined.invite_guests(db, key, now=NOW)
    history.undo(db)
    withdraw_consent(db, evening.manager, today=DAY)
    assert joined.who_can_be_invited(db, key).sentences[-1] == (
        "Mo Manager is not invited: Mo Manager asked not to be contacted."
    )


def test_replies_become_answers_and_what_was_noted_by_hand_stays(evening: Evening) -> None:
    db, key = evening.db, evening.round_id
    gather_guests(db, key, USUAL)
    assert joined.replies(db, key) == []
    event = joined.plan_ceremony(db, key, DRAFT)
    joined.invite_guests(db, key, now=NOW)
    mo = _named(db, key, "Mo Manager")
    record_answers(db, [mo.id], GuestAnswer.YES, today=DAY)
    assert joined.replies(db, key) == []
    (person,) = participants.of_event(db, event.id)
    invitations.record_reply(db, [person.id], ParticipantStatus.DECLINED, now=NOW)
    assert [(one.guest.name, one.answer) for one in joined.replies(db, key)] == [
        ("Mo Manager", GuestAnswer.NO)
    ]
    (taken,) = joined.take_replies(db, key, today=DAY)
    assert taken.answer is GuestAnswer.NO
    with pytest.raises(Problem, match="nothing new"):
        joined.take_replies(db, key, today=DAY)
