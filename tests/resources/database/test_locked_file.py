"""A locked file: nothing of it is plain, and one that is damaged, swapped or too short loses nothing by being read."""

import os
import random
import shutil
from datetime import UTC, datetime

import pytest

from resources.database import backups, change, history, new_key, open_file
from resources.database.copying import copy_in_memory, copy_without_free_pages
from resources.database.data_key import DataKey
from resources.database.refusals import DamagedFile
from resources.problem import Problem
from tests.resources.database.small import SMALL

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
CANARY = "Quillfeather Canarysong"
KEY = DataKey.new()


def locked(path, key=KEY, *, create=False, read_only=False):
    return open_file(path, (SMALL,), who="Ann Reader", create=create, read_only=read_only, key=key)


def add_books(db, *titles):
    with change(db, "Added books"):
        shelf = new_key()
        db.insert_row("shelf", {"id": shelf, "name": CANARY})
        for title in titles:
            db.insert_row("book", {"id": new_key(), "shelf_id": shelf, "title": title, "note": CANARY * 20})


def titles_of(db):
    return [title for (title,) in db.rows("select title from book order by title")]


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "register.iwork"
    file = locked(path, create=True)
    add_books(file.db, *(f"{CANARY} {number}" for number in range(60)))
    file.close()
    return path


def plain_in(folder):
    """Which files hold a word of what is locked, or begin as a plain database does."""
    told = (CANARY.encode(), b"Quillfeather", b"shelf", b"SQLite format", KEY.reveal().encode())
    return [
        (file.name, word)
        for file in folder.rglob("*")
        if file.is_file() and not file.name.endswith((".json", ".lock"))
        for word in told
        if word in file.read_bytes()
    ]


def test_nothing_is_plain_while_it_is_open_nor_after(path, tmp_path):
    file = locked(path)
    add_books(file.db, f"{CANARY} again")
    history.undo(file.db)
    backup = backups.make(file.db, path, reason="each hour", now=NOON)
    copy_without_free_pages(file.db, tmp_path / "copy.iwork")
    there = {one.name for one in tmp_path.iterdir()}
    assert {"register.iwork", "register.iwork-wal", "copy.iwork"} <= there and plain_in(tmp_path) == []
    file.close()
    assert plain_in(tmp_path) == [] and backup.path.stat().st_size > 8192
    for one in (path, backup.path, tmp_path / "copy.iwork"):
        opened = locked(one, read_only=True)
        assert len(titles_of(opened.db)) == 60
        opened.close()


def test_every_connection_goes_with_the_key_and_keeps_to_memory(path):
    file = locked(path)
    for db in (file.db, file.connection(read_only=True), file.connection(read_only=False)):
        assert db.key is KEY and len(titles_of(db)) == 60
        assert db.value("pragma temp_store") == 2
        assert db.value("pragma secure_delete") == 1
        db.close()
    assert KEY.reveal() not in repr(file)
    file.close()


def test_a_copy_in_memory_is_of_a_locked_file_too(path):
    file = locked(path)
    copy = copy_in_memory(file.db)
    assert copy.execute("select count(*) from book").fetchone() == (60,)
    copy.close()
    file.close()


def test_no_key_or_another_opens_nothing_and_leaves_every_byte(path):
    before = {one.name: one.read_bytes() for one in path.parent.iterdir()}
    with pytest.raises(Problem, match="is not a Provider Desk file"):
        locked(path, None)
    for read_only in (False, True):
        with pytest.raises(DamagedFile, match="is damaged, or is that of another register"):
            locked(path, DataKey.new(), read_only=read_only)
    assert {one.name: one.read_bytes() for one in path.parent.iterdir()} == before


def test_a_plain_file_in_its_place_is_refused_and_stays(path):
    path.unlink()
    open_file(path, (SMALL,), create=True).close()
    before = path.read_bytes()
    with pytest.raises(DamagedFile, match="is not locked: another file stands in its place"):
        locked(path)
    assert path.read_bytes() == before


def test_two_hundred_changed_bytes_are_each_refused_or_harmless(path):
    """A reader, not a writer, looks first: a refused file has not a byte changed by being looked at."""
    whole, chance = path.read_bytes(), random.Random(200)
    places = [*range(0, 32), *(chance.randrange(len(whole)) for _ in range(168))]
    harmless = 0
    for place in places:
        spoilt = whole[:place] + bytes([whole[place] ^ (1 << chance.randrange(8))]) + whole[place + 1 :]
        path.write_bytes(spoilt)
        try:
            file = locked(path)
        except DamagedFile:
            assert path.read_bytes() == spoilt
            continue
        harmless += 1
        assert len(titles_of(file.db)) == 60
        file.close()
    assert harmless == 0  # each page has a seal, and each is held against it


@pytest.mark.parametrize("left", [1, 15, 4096, 8192, -4096, -1])
def test_a_file_cut_short_is_refused(path, left):
    whole = path.read_bytes()
    path.write_bytes(whole[:left])
    with pytest.raises(DamagedFile):
        locked(path)
    assert path.read_bytes() == whole[:left]


def test_an_empty_file_is_refused(path):
    path.write_bytes(b"")
    with pytest.raises(DamagedFile, match="is empty"):
        locked(path)


@pytest.mark.parametrize("whose", ["another key's", "an earlier time's"])
def test_the_wal_of_another_file_is_refused_or_harmless_and_spoils_nothing(path, tmp_path, whose):
    other = tmp_path / "other" / "register.iwork"
    other.parent.mkdir()
    key = DataKey.new() if whose == "another key's" else KEY
    if key is KEY:
        shutil.copyfile(path, other)
    file = locked(other, key, create=key is not KEY)
    add_books(file.db, "a book of the other")
    shutil.copyfile(other.with_name("register.iwork-wal"), tmp_path / "wal")
    file.close()
    now = locked(path)
    add_books(now.db, *(f"later {number}" for number in range(80)))
    now.close()
    whole = path.read_bytes()
    shutil.copyfile(tmp_path / "wal", path.with_name("register.iwork-wal"))
    with pytest.raises(DamagedFile):
        locked(path)
    assert path.read_bytes() == whole
    path.with_name("register.iwork-wal").unlink()
    again = locked(path)
    assert len(titles_of(again.db)) == 140
    again.close()


def test_what_waits_in_its_own_wal_is_there_again_after_a_crash(path, tmp_path):
    file = locked(path)
    add_books(file.db, "waits in the wal")
    (tmp_path / "crashed").mkdir()
    for ending in ("", "-wal"):
        shutil.copyfile(f"{path}{ending}", tmp_path / "crashed" / f"register.iwork{ending}")
    file.close()
    again = locked(tmp_path / "crashed" / "register.iwork")
    assert again.was_checked and "waits in the wal" in titles_of(again.db)
    again.close()


def test_a_backup_is_proved_with_the_key_and_restored_under_lock(path, tmp_path):
    file = locked(path)
    backup = backups.make(file.db, path, reason="asked for", now=NOON)
    add_books(file.db, "since then")
    file.close()
    backups.check(backup, key=KEY)
    for wrong in (None, DataKey.new()):
        with pytest.raises(Problem, match="cannot be read as a backup"):
            backups.restore(backup, path, now=NOON, key=wrong)
    aside = backups.restore(backup, path, now=NOON, key=KEY)
    file = locked(path)
    assert len(titles_of(file.db)) == 60 and aside is not None and plain_in(tmp_path) == []
    file.close()
    kept = locked(aside, read_only=True)
    assert "since then" in titles_of(kept.db)
    kept.close()


def test_a_damaged_live_file_makes_no_backup(path):
    file = locked(path)
    place = os.path.getsize(path) - 2000
    with path.open("rb+") as raw:
        raw.seek(place)
        raw.write(b"\0" * 64)
    reader = file.connection(read_only=True)
    with pytest.raises(DamagedFile, match="so no backup was made of it"):
        backups.make(reader, path, reason="asked for", now=NOON)
    reader.close()
    file.close()
    assert backups.listed(path) == []


def test_a_damaged_backup_is_found_out(path):
    file = locked(path)
    backup = backups.make(file.db, path, reason="asked for", now=NOON)
    file.close()
    whole = backup.path.read_bytes()
    for place in range(0, len(whole), len(whole) // 40):
        backup.path.write_bytes(whole[:place] + bytes([whole[place] ^ 4]) + whole[place + 1 :])
        with pytest.raises(Problem):
            backups.check(backups.Backup(backup.path, NOON, "", 0, ""), key=KEY)  # without its note's sum
        with pytest.raises(Problem, match="has changed since it was made"):
            backups.check(backup, key=KEY)


def test_nothing_is_said_on_the_console_of_what_cannot_be_read(path, capfd):
    path.write_bytes(bytes(255 - byte for byte in path.read_bytes()))
    with pytest.raises(DamagedFile):
        locked(path)
    with pytest.raises(DamagedFile):
        locked(path, DataKey.new())
    assert capfd.readouterr() == ("", "")
