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
