"""What a person sees before a door file is brought back."""

from engagement.forums.door_files.plan import Choices
from engagement.forums.door_files.preview import Asks, preview_groups
from engagement.forums.door_files.vocabulary import Person, Side
from engagement.register import contacts
from tests.engagement.forums.door_files.conftest import Doors


def test_every_group_with_its_rows_and_what_counts_of_each(doors: Doors) -> None:
    main, side = doors.take("Main door"), doors.take("Side door")
    ada = doors.db.value("select id from contact where name = 'Ada Example'")
    with doors.at(main) as db:
        doors.walk_in(db, "Eve Newcomer", "New Care", 3, email="eve@a.example")
    with doors.at(side) as db:
        doors.check_in(db, "Ada Example", 1)
        doors.walk_in(db, "Flo Stranger", "New Care", 4)
        doors.walk_in(db, "Eve Newcomer", "New Care", 5, email="eve@b.example")
        contacts.edit_contact(db, ada, phone="1")
    doors.back(main)
    plan = doors.plan(side)
    assert plan.sentence == (
        "3 lines of the door’s log, 1 walk-in, 1 new person, 2 changed facts (1 on both sides), 1 person typed in twice"
    )
    groups = {one.name: one for one in preview_groups(plan)}
    assert {name: one.table.rows for name, one in groups.items()} == {
        "Check-ins and check-outs": [
            ("2019-12-10T10:01:00+00:00", "In", "Ada Example", "Larkmeadow Limited", "Side door"),
            ("2019-12-10T10:04:00+00:00", "In", "Flo Stranger", "New Care", "Side door"),
            ("2019-12-10T10:05:00+00:00", "In", "Eve Newcomer", "New Care", "Side door"),
        ],
        "Walk-ins and substitutes": [("Flo Stranger", "New Care", "Delegate", "")],
        "New in the register": [("Flo Stranger", "New Care", "", "")],
        "Changed on both sides": [("Eve Newcomer", "E-mail", "eve@a.example", "eve@b.example", "", "Office")],
        "Changed at the door": [("Ada Example", "Phone", "nothing", "1", "nothing", "Door")],
        "Typed in twice": [("Eve Newcomer", "New Care", "eve@b.example", "eve@a.example", "One person")],
        "Here already": [],
    }
    assert [one.asks for one in groups.values() if one.keys] == [Asks.SIDE, Asks.SIDE, Asks.PERSON]


def test_what_was_chosen_stands_in_the_row(doors: Doors) -> None:
    main, side = doors.take("Main door"), doors.take("Side door")
    for path, phone in ((main, "1"), (side, "2")):
        with doors.at(path) as db:
            doors.walk_in(db, "Eve Newcomer", "New Care", 3, phone=phone)
    doors.back(main)
    plan = doors.plan(side)
    choices = Choices({plan.differences[0].id: Side.DOOR}, {plan.twins[0].door_key: Person.TWO})
    used = [one.table.rows[0][-1] for one in preview_groups(plan, choices) if one.keys]
    assert used == ["Door", "Two people"]


def test_a_file_with_nothing_new_says_so(doors: Doors) -> None:
    side = doors.take("Side door")
    assert doors.plan(side).sentence == "Nothing is new: all of it is here already."
    assert doors.plan(side).is_empty
