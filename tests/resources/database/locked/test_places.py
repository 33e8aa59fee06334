"""Where a register stands, and when there is one."""

from datetime import UTC, datetime

from resources.database import backups
from resources.database.locked.places import left_beside, places_of
from tests.resources.database.opened_files import new


def test_all_of_it_stands_in_one_folder_beside_the_offices_file(tmp_path):
    places = places_of(tmp_path / "Provider Desk.providerdesk")
    assert places.folder == tmp_path / "Provider Desk i-Work"
    named = (
        places.register, places.passphrase_key, places.recovery_key, places.lock_note, places.purged, places.backups
    )  # fmt: skip
    assert {path.parent for path in named} == {places.folder} and len(set(named)) == 6
    assert backups.backup_folder(places.register) == places.backups


def test_it_is_there_while_the_register_or_a_backup_of_it_is(tmp_path):
    places = places_of(tmp_path / "office.providerdesk")
    assert not places.is_there()
    places.folder.mkdir()
    places.passphrase_key.write_bytes(b"left of one that was never made whole")
    assert not places.is_there()
    new(places.register)
    assert places.is_there()
    backups.set_aside(places.register, now=datetime(2026, 3, 2, 12, tzinfo=UTC))
    assert not places.register.exists() and places.is_there()


def test_a_register_beside_a_file_of_another_name_is_left_only_where_it_belongs_to_no_file(tmp_path):
    office = tmp_path / "New name.providerdesk"
    for name in ("Old name", "Neighbour", "Sample in the making", "New name"):
        places = places_of(tmp_path / f"{name}.providerdesk")
        places.folder.mkdir()
        new(places.register)
    (tmp_path / "Neighbour.providerdesk").touch()
    (tmp_path / "Empty i-Work").mkdir()
    assert [one.folder.name for one in left_beside(office)] == ["Old name i-Work"]
    assert left_beside(tmp_path / "nowhere" / "office.providerdesk") == []
