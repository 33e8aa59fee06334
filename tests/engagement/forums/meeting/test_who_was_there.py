from datetime import timedelta

from engagement.forums.at_the_door import door
from engagement.forums.at_the_door.door import WalkIn
from engagement.forums.attendance import attendance
from engagement.forums.meeting.who_was_there import who_was_there
from engagement.forums.people import invitations
from engagement.forums.vocabulary import ParticipantRole
from resources.database import Database, change
from tests.engagement.forums.held_forum import BEFORE, DOORS, Add, Invite, S


def test_people_stand_with_their_organisations_in_the_part_they_took(db: Database, held: tuple) -> None:
    event, keys = held
    with change(db, "Parts"):
        db.update_row("participant", keys["Eve Yew"], {"role": ParticipantRole.SPEAKER.value})
        db.update_row("participant", keys["Ben Lund"], {"role": ParticipantRole.CHAIR.value})
    found = who_was_there(attendance(db, event))
    assert found.present == ("Rosewood House Limited: Amina Khan, Ben Lund (chair)",)
    assert found.apologies == ("Elm Lodge Limited: Cy Moss",)
    assert found.in_attendance == ("Eve Yew, speaker, Beech Care",)


def test_a_substitute_says_for_whom_and_who_left_early_is_marked(
    db: Database, forum: Add, person: Add, invited: Invite
) -> None:
    event = forum()
    (first,) = invited(event, [person("Ada Example", "Rosewood House")])
    invitations.record_reply(db, [first], S.ACCEPTED, now=BEFORE)
    second = invitations.substitute(db, first, person("Dot Deputy", "Rosewood House"), now=BEFORE)
    door.check_in(db, event, second, now=DOORS, device="Laptop", nonce="1")
    door.check_out(db, event, second, now=DOORS + timedelta(minutes=30), device="Laptop", nonce="2")
    found = who_was_there(attendance(db, event))
    assert found.present == ("Rosewood House Limited: Dot Deputy (for Ada Example, left early)",)


def test_who_came_instead_of_somebody_who_came_after_all_came_for_nobody(
    db: Database, forum: Add, person: Add, invited: Invite
) -> None:
    event = forum()
    (first,) = invited(event, [person("Ada Example", "Rosewood House")])
    second = invitations.substitute(db, first, person("Dot Deputy", "Rosewood House"), now=BEFORE)
    for key in (first, second):
        door.check_in(db, event, key, now=DOORS, device="Laptop", nonce=key)
    found = who_was_there(attendance(db, event))
    assert found.present == ("Rosewood House Limited: Ada Example, Dot Deputy",)


def test_whose_part_is_the_usual_one_of_the_meeting_is_present(db: Database, forum: Add) -> None:
    event = forum()
    with change(db, "Another kind"):
        db.update_row("event", event, {"kind": "information_sharing"})
    walker = WalkIn("Eve Yew", new_provider="Example Health Board", role=ParticipantRole.PARTNER)
    door.walk_in(db, event, walker, now=DOORS, device="Laptop", nonce="w")
    assert who_was_there(attendance(db, event)).present == ("Example Health Board: Eve Yew",)
