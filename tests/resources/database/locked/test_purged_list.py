"""The list of who was deleted for good survives the loss of either of its two copies."""

import pytest

from resources.database.locked.places import places_of
from resources.database.locked.purged_list import PurgedList
from resources.problem import Problem


@pytest.fixture
def places(tmp_path):
    return places_of(tmp_path / "office.providerdesk")


def test_what_is_put_on_it_stays(places):
    listed = PurgedList(places)
    assert listed.keys() == frozenset() and listed.can_be_trusted()
    listed.add("a 1")
    listed.add("b 2", "a 1")
    assert PurgedList(places).keys() == {"a 1", "b 2"} and listed.can_be_trusted()
    assert not list(places.folder.rglob("*.new"))


@pytest.mark.parametrize("which", [0, 1])
@pytest.mark.parametrize("spoil", [lambda path: path.write_bytes(b"\xff{"), lambda path: path.unlink()])
def test_one_damaged_or_lost_copy_is_made_good_by_the_other(places, which, spoil):
    listed, copies = PurgedList(places), (places.purged, places.backups / "purged.json")
    listed.add("a 1")
    spoil(copies[which])
    assert listed.keys() == {"a 1"} and listed.can_be_trusted()
    listed.add("b 2")
    assert copies[0].read_bytes() == copies[1].read_bytes() and b"b 2" in copies[0].read_bytes()


def test_a_list_that_cannot_be_read_is_not_trusted(places):
    PurgedList(places).add("a 1")
    for copy in (places.purged, places.backups / "purged.json"):
        copy.write_bytes(copy.read_bytes()[:-5])
    assert not PurgedList(places).can_be_trusted()


def test_where_it_cannot_be_written_nobody_is_deleted(places):
    places.folder.write_bytes(b"a file where the folder should be")
    with pytest.raises(Problem, match="so nobody was deleted"):
        PurgedList(places).add("a 1")


def test_a_list_that_cannot_be_read_is_not_written_over(places):
    listed, copies = PurgedList(places), (places.purged, places.backups / "purged.json")
    listed.add("a 1")
    for copy in copies:
        copy.write_bytes(b"{")
    with pytest.raises(Problem, match=r"“purged.json”.* cannot be read, so nobody was deleted"):
        listed.add("b 2")
    listed.take_off("a 1")
    assert [copy.read_bytes() for copy in copies] == [b"{", b"{"]


def test_what_is_not_a_list_of_keys_is_read_as_none(places):
    places.folder.mkdir()
    for words, keys in (
        ("[" * 100_000, frozenset()),
        ('{"purged": ["\\ud800", "z \u0663", "a 1"]}', {"a 1"}),
        ('{"purged": 5}', frozenset()),
    ):
        places.purged.write_text(words, encoding="utf-8")
        assert PurgedList(places).keys() == keys


def test_a_deletion_that_did_not_happen_is_taken_off_both_copies(places):
    listed, copies = PurgedList(places), (places.purged, places.backups / "purged.json")
    listed.add("a 1", "b 2")
    copies[1].unlink()
    listed.take_off("b 2", "c 3")
    assert listed.keys() == {"a 1"} and not copies[1].exists()
    listed.add("b 2")
    listed.take_off("b 2")
    assert copies[0].read_bytes() == copies[1].read_bytes() and listed.keys() == {"a 1"}


def _no_room(*_given):
    raise OSError(28, "No space left on device")


def test_it_is_taken_off_on_a_full_disk_too(places, monkeypatch):
    listed = PurgedList(places)
    listed.add("a 1", "b 2")
    size = places.purged.stat().st_size
    monkeypatch.setattr("resources.database.locked.purged_list.os.replace", _no_room)
    listed.take_off("b 2")
    assert listed.keys() == {"a 1"} and places.purged.stat().st_size == size
    assert not list(places.folder.rglob("*.new"))


def test_where_it_cannot_be_taken_off_it_is_said_what_follows(places, monkeypatch):
    listed = PurgedList(places)
    listed.add("a 1")
    monkeypatch.setattr("resources.database.locked.purged_list.os.replace", _no_room)
    monkeypatch.setattr("resources.database.locked.purged_list._write_over", _no_room)
    with pytest.raises(Problem, match=r"No space left .* is deleted when the register is next opened"):
        listed.take_off("a 1")
    assert listed.keys() == {"a 1"}
