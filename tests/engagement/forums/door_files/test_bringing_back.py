"""A door file comes back: nobody is lost, nobody counted twice, and one undo takes all of it back."""

from desktop.capabilities import MERGE_RULES
from engagement.forums.at_the_door import door
from engagement.forums.at_the_door.interest import express_interest, interests, take_back_interest
from engagement.forums.door_files.kept import folder_of
from engagement.forums.door_files.plan import Choices
from engagement.forums.door_files.preview import preview_groups
from engagement.forums.door_files.vocabulary import Person, Side
from engagement.forums.people import invitations, participants
from engagement.forums.vocabulary import ParticipantStatus
from engagement.register import contacts, notes
from engagement.register.duplicates import merge_contacts
from engagement.register.vocabulary import ConsentBasis
from resources.database import change, history
from resources.database.history import logical_dump
from resources.database.integrity import faults
from tests.engagement.forums.door_files.conftest import BACK, STARTS, TAKEN, Doors, acted


def test_what_two_doors_and_the_office_wrote_is_one_log_in_the_order_of_time(doors: Doors) -> None:
    main, side = doors.take("Main door"), doors.take("Side door")
    with doors.at(main) as db:
        doors.check_in(db, "Ada Example", 1)
        doors.walk_in(db, "Eve Newcomer", "New Care Ltd", 5)
    with doors.at(side) as db:
        doors.check_in(db, "Ben Sample", 2)
        doors.check_in(db, "Ada Example", 4)
        doors.check_out(db, "Ben Sample", 9)
    doors.check_in(doors.db, "Cy Specimen", 3)
    office = doors.log()[0][3]
    doors.back(side)
    doors.back(main)
    assert doors.log() == [
        (1, "Ada Example", "entry", "Main door"),
        (2, "Ben Sample", "entry", "Side door"),
        (3, "Cy Specimen", "entry", office),
        (4, "Ada Example", "entry", "Side door"),
        (5, "Eve Newcomer", "entry", "Main door"),
        (6, "Ben Sample", "exit", "Side door"),
    ]
    assert doors.statuses() == {
        "Ada Example": "attended",
        "Ben Sample": "left_early",
        "Cy Specimen": "attended",
        "Eve Newcomer": "attended",
    }


def test_the_same_file_again_adds_nothing_and_one_used_further_adds_what_is_new(doors: Doors) -> None:
    side = doors.take("Side door")
    with doors.at(side) as db:
        doors.check_in(db, "Ada Example", 1)
    assert doors.back(side).sentence == "Brought back Side door: 1 line of the door’s log"
    before = list(logical_dump(doors.db))
    assert doors.back(side).sentence == "Nothing of Side door was new"
    assert list(logical_dump(doors.db)) == before
    with doors.at(side) as db:
        doors.check_in(db, "Ben Sample", 2)
    assert doors.back(side).sentence == "Brought back Side door: 1 line of the door’s log"
    assert [line[1] for line in doors.log()] == ["Ada Example", "Ben Sample"]


def test_one_undo_takes_all_of_it_back_byte_for_byte_and_it_can_be_brought_back_again(doors: Doors) -> None:
    side = doors.take("Side door")
    before = list(logical_dump(doors.db))
    with doors.at(side) as db:
        doors.check_in(db, "Ada Example", 1)
        doors.walk_in(db, "Eve Newcomer", "New Care Ltd", 5)
    doors.back(side)
    after = list(logical_dump(doors.db))
    history.undo(doors.db)
    assert list(logical_dump(doors.db)) == before
    history.redo(doors.db)
    assert list(logical_dump(doors.db)) == after
    history.undo(doors.db)
    doors.back(side)
    assert doors.statuses()["Eve Newcomer"] == "attended"


def test_the_same_walk_in_typed_at_both_doors_is_one_person_with_both_lines(doors: Doors) -> None:
    main, side = doors.take("Main door"), doors.take("Side door")
    with doors.at(main) as db:
        doors.walk_in(db, "Eve O’Newcomer", "New Care Ltd", 5, email="eve@example.org")
    with doors.at(side) as db:
        doors.walk_in(db, "eve o'newcomer", "new care ltd", 7, phone="0115 496 0000")
    doors.back(main)
    plan = doors.plan(side)
    assert [(one.name, one.at_the_door, one.in_the_office) for one in plan.twins] == [
        ("eve o'newcomer", "0115 496 0000", "eve@example.org")
    ]
    doors.back(side)
    people = doors.db.rows("select name, email, phone from contact where name like 'eve%'")
    assert people == [("Eve O’Newcomer", "eve@example.org", "0115 496 0000")]
    assert [line[1] for line in doors.log()] == ["Eve O’Newcomer", "Eve O’Newcomer"]
    assert doors.db.value("select count(*) from provider where name like 'new care%'") == 1
    with doors.at(side) as db:
        doors.check_out(db, "eve o'newcomer", 20)
    doors.back(side)
    assert doors.statuses()["Eve O’Newcomer"] == "left_early"
    assert doors.db.value("select count(*) from contact where name like 'eve%'") == 1


def test_one_walk_in_at_a_company_written_two_ways_is_asked_about_and_counts_once(doors: Doors) -> None:
    main, side = doors.take("Main door"), doors.take("Side door")
    with doors.at(main) as db:
        doors.walk_in(db, "Eve Newcomer", "Walkers Care Ltd", 5)
    with doors.at(side) as db:
        doors.walk_in(db, "Eve Newcomer", "Walkers Care", 7)
        doors.walk_in(db, "Flo Newcomer", "Harebel Ltd", 8)
    doors.back(main)
    plan = doors.plan(side)
    (twin,) = plan.twins
    assert (twin.name, twin.provider) == ("Eve Newcomer", "Walkers Care, here Walkers Care Ltd")
    assert plan.differences == ()
    doors.back(side)
    assert doors.db.value("select count(*) from contact where name = 'Eve Newcomer'") == 1
    assert doors.db.value("select count(*) from provider where name like 'Walkers%'") == 1
    history.undo(doors.db)
    doors.back(side, Choices(people={twin.door_key: Person.TWO}))
    assert doors.db.value("select count(*) from contact where name = 'Eve Newcomer'") == 2
    assert doors.db.value("select count(*) from provider where name like 'Walkers%'") == 2


def test_companies_alike_but_for_ltd_stay_two_where_nobody_was_typed_in_twice(doors: Doors) -> None:
    main, side = doors.take("Main door"), doors.take("Side door")
    for path, name, provider in (
        (main, "Eve Newcomer", "Walkers Care Ltd"),
        (side, "Flo Other", "Walkers Care"),
    ):
        with doors.at(path) as db:
            doors.walk_in(db, name, provider, 5)
    doors.back(main)
    assert doors.plan(side).twins == ()
    doors.back(side)
    assert doors.db.value("select count(*) from provider where name like 'Walkers%'") == 2


def test_two_people_of_one_name_stay_two_when_that_is_said(doors: Doors) -> None:
    main, side = doors.take("Main door"), doors.take("Side door")
    for path, minute in ((main, 5), (side, 7)):
        with doors.at(path) as db:
            doors.walk_in(db, "Eve Newcomer", "New Care Ltd", minute)
    doors.back(main)
    twin = doors.plan(side).twins[0]
    doors.back(side, Choices(people={twin.door_key: Person.TWO}))
    assert doors.db.value("select count(*) from contact where name = 'Eve Newcomer'") == 2
    assert doors.db.value("select count(*) from participant where walk_in = 1") == 2


def test_a_fact_changed_at_the_door_alone_is_taken_and_one_changed_in_both_places_stays_the_offices(
    doors: Doors,
) -> None:
    side = doors.take("Side door")
    ada, ben = (
        doors.db.value("select id from contact where name = ?", (n,)) for n in ("Ada Example", "Ben Sample")
    )
    with doors.at(side) as db:
        contacts.edit_contact(db, ada, email="ada@door.example", phone="1")
        contacts.edit_contact(db, ben, notes="Needs a ramp")
    contacts.edit_contact(doors.db, ada, email="ada@office.example")
    contacts.edit_contact(doors.db, ben, notes="Rings on Mondays")
    plan = doors.plan(side)
    assert [
        (one.name, one.fact.heading, one.office, one.door, one.left, one.proposed) for one in plan.differences
    ] == [
        ("Ada Example", "E-mail", "ada@office.example", "ada@door.example", "nothing", Side.OFFICE),
        ("Ada Example", "Phone", "nothing", "1", "nothing", Side.DOOR),
        ("Ben Sample", "Notes", "Rings on Mondays", "Needs a ramp", "did not travel", Side.DOOR),
    ]
    conflict = plan.conflicts[0]
    doors.back(side)
    assert contacts.contact(doors.db, ada).email == "ada@office.example"
    assert contacts.contact(doors.db, ada).phone == "1"
    assert contacts.contact(doors.db, ben).notes == "Rings on Mondays\nNeeds a ramp"
    history.undo(doors.db)
    doors.back(side, Choices(facts={conflict.id: Side.DOOR}))
    assert contacts.contact(doors.db, ada).email == "ada@door.example"


def test_what_did_not_travel_is_not_taken_for_unchanged(doors: Doors) -> None:
    """Somebody who was not expected: how to reach them stayed in the office."""
    dot = doors.db.value("select id from contact where name = 'Dot Demo'")
    contacts.edit_contact(doors.db, dot, phone="0115 496 0001")
    side = doors.take("Side door")
    with doors.at(side) as db:
        door.check_in_contact(db, doors.event, dot, **acted(db, 1))
        contacts.edit_contact(db, dot, phone="0115 496 0002", email="dot@example.org")
    assert [(one.fact.column, one.left, one.proposed) for one in doors.plan(side).differences] == [
        ("email", "did not travel", Side.DOOR),
        ("phone", "did not travel", Side.OFFICE),
    ]


def test_somebody_merged_in_the_office_meanwhile_has_the_doors_lines_under_the_kept_record(
    doors: Doors,
) -> None:
    ada = doors.db.value("select id from contact where name = 'Ada Example'")
    provider = doors.db.value("select provider_id from contact where id = ?", (ada,))
    kept = contacts.add_contact(doors.db, provider, name="Ada M Example").id
    side = doors.take("Side door")
    with doors.at(side) as db:
        doors.check_in(db, "Ada Example", 1)
        contacts.edit_contact(db, ada, phone="0115 496 0001")
    merge_contacts(doors.db, kept, ada, rules=MERGE_RULES, now=TAKEN)
    doors.back(side)
    assert doors.statuses() == {
        "Ada M Example": "attended",
        "Ben Sample": "invited",
        "Cy Specimen": "invited",
    }
    assert contacts.contact(doors.db, kept).phone == "0115 496 0001"


def test_somebody_merged_after_the_first_return_is_followed_at_the_next(doors: Doors) -> None:
    main, side = doors.take("Main door"), doors.take("Side door")
    for path, name in ((main, "Eve Newcomer"), (side, "Eve Newcomer")):
        with doors.at(path) as db:
            doors.walk_in(db, name, "New Care Ltd", 5)
    doors.back(main)
    doors.back(side)
    eve = doors.db.value("select id from contact where name = 'Eve Newcomer'")
    provider = doors.db.value("select provider_id from contact where id = ?", (eve,))
    other = contacts.add_contact(doors.db, provider, name="Evelyn Newcomer").id
    merge_contacts(doors.db, other, eve, rules=MERGE_RULES, now=BACK)
    with doors.at(side) as db:
        doors.check_out(db, "Eve Newcomer", 30)
    doors.back(side)
    assert doors.statuses()["Evelyn Newcomer"] == "left_early"
    assert [line[2] for line in doors.log()] == ["entry", "entry", "exit"]


def test_who_was_removed_in_the_office_comes_again_where_the_log_needs_it_and_that_is_said(
    doors: Doors,
) -> None:
    key = doors.named(doors.db, "Cy Specimen")
    side = doors.take("Side door")
    with doors.at(side) as db:
        doors.check_in(db, "Cy Specimen", 1)
        invitations.record_reply(
            db, [doors.named(db, "Ada Example")], ParticipantStatus.APOLOGIES, now=STARTS
        )
    with change(doors.db, "Removed two"):
        for one in (key, doors.named(doors.db, "Ada Example")):
            doors.db.delete_row("participant", one)
    plan = doors.plan(side)
    assert plan.notes == (
        "Changed at the door, removed in the office since, and left removed: Ada Example.",
        "Removed in the office since, and kept again because the door’s log needs it: Cy Specimen.",
    )
    doors.back(side)
    assert doors.statuses() == {"Ben Sample": "invited", "Cy Specimen": "attended"}
    assert faults(doors.db) == []


def test_a_line_that_the_office_took_back_stays_taken_back_and_its_undo_at_the_door_is_kept(
    doors: Doors,
) -> None:
    doors.check_in(doors.db, "Ada Example", 1)
    side = doors.take("Side door")
    with doors.at(side) as db:
        doors.undo(db, "Ada Example", 2)
        doors.check_in(db, "Ben Sample", 3)
    history.undo(doors.db)  # the door file's row
    history.undo(doors.db)  # the check-in
    doors.back(side)
    assert [line[1:3] for line in doors.log()] == [("Ada Example", "undo"), ("Ben Sample", "entry")]
    assert doors.statuses()["Ada Example"] == "invited"
    assert faults(doors.db) == []


def test_what_was_undone_at_the_door_stays_undone(doors: Doors) -> None:
    doors.check_in(doors.db, "Ada Example", 1)
    side = doors.take("Side door")
    with doors.at(side) as db:
        doors.undo(db, "Ada Example", 2)
        doors.check_in(db, "Ben Sample", 3)
        doors.undo(db, "Ben Sample", 4)
    doors.back(side)
    assert doors.statuses() == {"Ada Example": "invited", "Ben Sample": "invited", "Cy Specimen": "invited"}
    assert [line[2] for line in doors.log()] == ["entry", "undo", "entry", "undo"]


def test_into_a_closed_event_no_shows_become_those_who_came_and_that_is_said(doors: Doors) -> None:
    invitations.record_reply(
        doors.db, [doors.named(doors.db, "Ada Example")], ParticipantStatus.ACCEPTED, now=TAKEN
    )
    side = doors.take("Side door")
    with doors.at(side) as db:
        doors.check_in(db, "Ada Example", 1)
    door.close_event(doors.db, doors.event, now=BACK)
    assert doors.statuses()["Ada Example"] == "no_show"
    assert doors.plan(side).notes == (
        "Provider forum, December 2019 is closed: everybody’s status is worked out anew from the whole log. "
        "1 no-show did come.",
    )
    doors.back(side)
    assert doors.statuses()["Ada Example"] == "attended"


def test_somebody_asked_not_to_be_contacted_on_either_side(doors: Doors) -> None:
    ada, ben = (
        doors.db.value("select id from contact where name = ?", (n,)) for n in ("Ada Example", "Ben Sample")
    )
    side = doors.take("Side door")
    with doors.at(side) as db:
        contacts.withdraw_consent(db, ada, today=TAKEN.date())
        contacts.edit_contact(db, ben, consent=ConsentBasis.AGREED_AT_FORUM)
    contacts.edit_contact(doors.db, ada, consent=ConsentBasis.AGREED_AT_FORUM)
    contacts.withdraw_consent(doors.db, ben, today=TAKEN.date())
    doors.back(side)
    for key in (ada, ben):
        assert contacts.contact(doors.db, key).consent is ConsentBasis.WITHDRAWN


def test_a_substitute_made_at_the_door_comes_with_the_tie_to_whom_they_came_for(doors: Doors) -> None:
    side = doors.take("Side door")
    dot = doors.db.value("select id from contact where name = 'Dot Demo'")
    with doors.at(side) as db:
        door.come_instead(db, doors.event, doors.named(db, "Cy Specimen"), dot, **acted(db, 3))
    doors.back(side)
    made = next(one for one in participants.of_event(doors.db, doors.event) if one.name == "Dot Demo")
    assert made.substitute_for_id == doors.named(doors.db, "Cy Specimen")
    assert doors.statuses()["Cy Specimen"] == "apologies"


def test_without_the_copy_kept_the_door_files_own_history_tells_what_changed(doors: Doors) -> None:
    side = doors.take("Side door")
    ada = doors.db.value("select id from contact where name = 'Ada Example'")
    with doors.at(side) as db:
        contacts.edit_contact(db, ada, phone="0115 496 0001")
        doors.check_in(db, "Ada Example", 1)
        doors.walk_in(db, "Eve Newcomer", "New Care Ltd", 5)
    with_copy = doors.read(side)
    for path in folder_of(doors.db).glob("*.door-copy"):
        path.unlink()
    without = doors.read(side)
    assert without.before_is_gone
    assert (without.changed, without.left, without.log, without.log_left) == (
        with_copy.changed, with_copy.left, with_copy.log, with_copy.log_left
    )  # fmt: skip
    assert "is gone" in doors.plan(side).notes[0]
    doors.back(side)
    assert doors.statuses()["Eve Newcomer"] == "attended"


def test_an_earlier_copy_of_a_door_file_that_came_back_adds_nothing(doors: Doors) -> None:
    side = doors.take("Side door")
    ada = doors.db.value("select id from contact where name = 'Ada Example'")
    with doors.at(side) as db:
        doors.check_in(db, "Ada Example", 1)
    early = doors.folder / "early.providerdesk"
    early.write_bytes(side.read_bytes())
    with doors.at(side) as db:
        contacts.edit_contact(db, ada, phone="0115 496 0001")
    doors.back(side)
    assert doors.back(early).nothing_new
    assert contacts.contact(doors.db, ada).phone == "0115 496 0001"


def test_what_else_was_changed_at_the_door_is_said_and_stays_there(doors: Doors) -> None:
    side = doors.take("Side door")
    with doors.at(side) as db:
        door.close_event(db, doors.event, now=BACK)
        notes.write_note(db, db.value("select id from provider"), "A word at the door", now=BACK)
    assert doors.plan(side).notes == (
        "Also changed at the door, and not brought back: the event’s own facts (1), notes (1). The door file keeps it.",
    )


def test_interest_in_i_work_goes_out_and_comes_back_once(doors: Doors) -> None:
    event = doors.event
    held = express_interest(doors.db, event, doors.named(doors.db, "Cy Specimen"), now=TAKEN)
    main, side = doors.take("Main door"), doors.take("Side door")
    with doors.at(main) as db:
        assert [one.id for one in interests(db, event)] == [held.id]
        express_interest(db, event, doors.named(db, "Ada Example"), now=STARTS, note="lunch")
        doors.walk_in(db, "Eve Newcomer", "New Care Ltd", 5)
        express_interest(db, event, doors.named(db, "Eve Newcomer"), now=STARTS)
    with doors.at(side) as db:
        express_interest(db, event, doors.named(db, "Ada Example"), now=STARTS)
    before = list(logical_dump(doors.db))
    plan = doors.plan(main)
    assert [one["note"] for one in plan.interests] == ["lunch", ""]
    assert "2 interests in i-Work" in plan.sentence
    assert [(one.name, one.count) for one in preview_groups(plan)][2] == ("Interested in i-Work", 2)
    doors.back(main)
    assert {one.contact for one in interests(doors.db, event)} == {
        "Ada Example",
        "Cy Specimen",
        "Eve Newcomer",
    }
    told = list(logical_dump(doors.db))
    assert doors.back(main).nothing_new and list(logical_dump(doors.db)) == told
    assert not doors.plan(side).interests
    history.undo(doors.db)
    assert list(logical_dump(doors.db)) == before


def test_interest_taken_back_in_the_office_does_not_come_again(doors: Doors) -> None:
    side = doors.take("Side door")
    with doors.at(side) as db:
        express_interest(db, doors.event, doors.named(db, "Ada Example"), now=STARTS)
    doors.back(side)
    take_back_interest(doors.db, interests(doors.db)[0].id)
    with doors.at(side) as db:
        doors.check_in(db, "Ben Sample", 2)
    doors.back(side)
    assert interests(doors.db) == []
