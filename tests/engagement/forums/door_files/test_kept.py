"""The copies kept of a door file: by what they hold, whole or not at all, and never a wrong one."""

from pathlib import Path

import pytest

from engagement.forums.door_files import kept
from resources.database import Database


def test_a_copy_is_found_by_what_it_holds(db: Database, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    copy.write_bytes(b"as it left")
    path = kept.keep(db, "key", copy)
    assert kept.find(db, "key", kept.sha256_in(path)) == path
    assert kept.keep(db, "key", copy) == path
    assert kept.any_of(db, "key")
    assert not kept.any_of(db, "other")
    kept.drop(path)
    assert kept.find(db, "key", kept.sha256_in(path)) is None


@pytest.fixture(autouse=True)
def folder(db: Database) -> Path:
    made = kept.folder_of(db)
    made.mkdir()
    return made


def test_a_copy_that_has_changed_since_counts_as_gone(db: Database, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    copy.write_bytes(b"as it left")
    path = kept.keep(db, "key", copy)
    path.write_bytes(b"as it left?")
    assert kept.find(db, "key", kept.sha256_in(path)) is None


def test_working_copies_go_again_whatever_happens(db: Database, folder: Path) -> None:
    with pytest.raises(KeyError), kept.private_folder(db) as working:
        (working / "copy").write_bytes(b"names")
        raise KeyError
    assert list(folder.iterdir()) == []
