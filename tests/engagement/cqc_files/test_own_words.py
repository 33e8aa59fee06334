"""What the team wrote stays."""

from engagement.register.providers import edit_provider
from engagement.register.services import (
    edit_service,
)
from resources.database.history import undo
from tests.engagement.cqc_files.what_is_held import facts, key_of

MAY, AUGUST, NOVEMBER = "2019-05-01", "2019-08-01", "2019-11-01"


def test_what_the_team_wrote_stays(office, home, groups):
    office.imported(office.directory(MAY, home(1, postcode="ZZ99 9ZZ")))
    key = key_of(office, 1)
    edit_service(
        office.db, key, name="The Team's Name", portfolio_officer="Pat Example", district="Oldham East"
    )
    edit_provider(office.db, office.db.value("select id from provider"), name="The Team's Provider")
    again = office.imported(office.directory(AUGUST, home(1, postcode="ZZ99 9ZZ", phone="1619999999")))
    assert groups(again) == {
        "CHANGED": [("1-1", "Phone: 01610000000 → 01619999999")],
        "KEPT": [("1-1", "Name: The Team's Name → Invented House 1")],
    }
    columns = ("service.name", "portfolio_officer", "district", "provider.name", "service.phone")
    assert facts(office, 1, *columns) == (
        "The Team's Name", "Pat Example", "Oldham East", "The Team's Provider", "01619999999",
    )  # fmt: skip
    moved = office.imported(office.directory(NOVEMBER, home(1, postcode="NG1 7DD", phone="1619999999")))
    assert set(groups(moved)) == {"CHANGED", "KEPT"}
    assert facts(office, 1, "district") == ("Nottingham",)


def test_an_edit_that_was_undone_is_not_the_teams_word(office, home, groups):
    office.imported(office.directory(MAY, home(1)))
    edit_service(office.db, key_of(office, 1), name="A Slip")
    undo(office.db)
    august = office.imported(office.directory(AUGUST, home(1, "Renamed House")))
    assert groups(august) == {"CHANGED": [("1-1", "Name: Invented House 1 → Renamed House")]}


def test_an_import_is_not_the_teams_word_even_of_a_file_taken_in_before(office, home, groups):
    may, august = office.directory(MAY, home(1)), office.directory(AUGUST, home(1, "Second Name"))
    for file in (may, august, may):
        office.imported(file)
    november = office.imported(office.directory(NOVEMBER, home(1, "Third Name")))
    assert groups(november) == {"CHANGED": [("1-1", "Name: Second Name → Third Name")]}
