from engagement.cqc_files.held import history_position, load
from engagement.register.providers import add_provider


def test_what_the_register_holds_is_loaded_by_cqcs_numbers(office, home):
    office.imported(
        office.directory("2019-05-01", home(1), home(2, types="Dentist", provider="Invented Dentists"))
    )
    held = load(office.db)
    assert [one.name for one in held.providers.values()] == ["Invented Care Limited"]
    assert [key for key in held.services] == ["1-1"]
    assert list(held.others) == ["1-2"]
    assert len(held.files) == 1


def test_the_position_in_the_history_moves_with_every_change_and_can_be_asked_before_one(db):
    start = history_position(db)
    add_provider(db, name="Rosewood Care")
    now = history_position(db)
    assert now > start
    assert history_position(db, before=now) == start
