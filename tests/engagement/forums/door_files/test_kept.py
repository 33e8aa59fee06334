"""The copies kept of a door file: by what they hold, whole or not at all, and never a wrong one."""

from pathlib import Path

import pytest

from desktop.capabilities import CAPABILITIES
from engagement.forums.door_files import kept
from resources.database import Database, open_file
from resources.database.copying import file_of


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


def test_what_a_killed_program_left_is_cleared_away_and_what_is_at_work_is_not(
    db: Database, folder: Path, tmp_path: Path
) -> None:
    def leave() -> None:
        for name in ("Reading abc", "Reading def"):
            (folder / name).mkdir()
            (folder / name / "copy").write_bytes(b"names")
        (folder / "key 00.door-copy.12345678.part").write_bytes(b"names")

    leave()
    with kept.private_folder(db) as working:  # the next act of the same kind
        assert list(folder.iterdir()) == [working]
        leave()
        kept.clear_away(file_of(db))  # as at the next opening
        assert list(folder.iterdir()) == [working]
    assert list(folder.iterdir()) == []
    kept.clear_away(tmp_path / "another.providerdesk")


def test_opening_a_file_clears_away_what_was_left_beside_it(tmp_path: Path, migrated: bytes) -> None:
    path = tmp_path / "elsewhere.providerdesk"
    path.write_bytes(migrated)
    left = tmp_path / "elsewhere door files" / "Reading abc"
    left.mkdir(parents=True)
    (left / "whole").write_bytes(b"names")
    open_file(path, CAPABILITIES, who="Somebody").close()
    assert list(left.parent.iterdir()) == []
