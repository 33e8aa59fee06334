import os
import random
import shutil
import sqlite3
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from resources.database import backups, change, history, open_file
from resources.database.engine import connect
from resources.database.opening import APPLICATION_ID, DamagedFile, NewerFile
from resources.problem import Problem
from tests.resources.database.opened_files import folder, new, python
from tests.resources.database.small import BOOKS, SMALL, listed, listed_from_scratch, small_with

# A new file


def test_a_new_file_is_ours_and_leaves_nothing_beside_it(path):
    assert set(folder(path.parent)) == {"shop.providerdesk"}
    connection = connect(str(path))
    assert connection.execute("pragma application_id").fetchone()[0] == APPLICATION_ID
    assert connection.execute("pragma user_version").fetchone()[0] == 1
    assert connection.execute("pragma journal_mode").fetchone()[0] == "wal"
    connection.close()


def test_a_new_file_makes_its_folder(tmp_path):
    open_file(tmp_path / "a" / "b" / "new.providerdesk", (SMALL,), create=True).close()
    assert (tmp_path / "a" / "b" / "new.providerdesk").is_file()


def test_a_new_file_never_takes_the_place_of_another(path):
    before = folder(path.parent)
    with pytest.raises(Problem, match="already there"):
        open_file(path, (SMALL,), create=True)
    with pytest.raises(Problem, match="already there"):
        open_file(path.parent, (SMALL,), create=True)
    assert folder(path.parent) == before


def test_an_empty_file_may_become_a_new_one(tmp_path):
    (tmp_path / "new.providerdesk").touch()
    open_file(tmp_path / "new.providerdesk", (SMALL,), create=True).close()
    file = open_file(tmp_path / "new.providerdesk", (SMALL,))
    assert file.db.value("select count(*) from shelf") == 0
    file.close()


def test_side_files_of_a_file_that_is_gone_are_kept_aside_and_not_played_into_the_new_one(path):
    _leave_unclean(path)
    path.unlink()
    open_file(path, (SMALL,), create=True).close()
    file = open_file(path, (SMALL,))
    assert file.db.value("select count(*) from shelf") == 0
    file.close()
    assert [one.name for one in path.parent.glob("shop backups/Set aside*/*-wal")] == [
        "shop.providerdesk-wal"
    ]


def test_a_new_file_that_cannot_be_finished_leaves_nothing(tmp_path):
    def fail(_db):
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        open_file(tmp_path / "new.providerdesk", (small_with(fail),), create=True)
    assert folder(tmp_path) == {}
    open_file(tmp_path / "new.providerdesk", (SMALL,), create=True).close()


def test_processes_that_race_to_make_a_file_make_one(tmp_path):
    script = """
import sys
from pathlib import Path
from resources.database import change, new_key, open_file
from resources.problem import Problem
from tests.resources.database.small import SMALL
path = Path(sys.argv[1])
print("ready", flush=True)
sys.stdin.readline()
try:
    file = open_file(path, (SMALL,), create=True)
    with change(file.db, "Won"):
        file.db.insert_row("shelf", {"id": new_key()})
    file.close()
    print("made")
except Problem as problem:
    print(problem.sentence)
"""
    path = tmp_path / "new.providerdesk"
    racers = [python(script, path) for _ in range(4)]
    for racer in racers:
        assert racer.stdout.readline() == "ready\n"
    for racer in racers:
        racer.stdin.write("go\n")
        racer.stdin.flush()
    said = [racer.communicate()[0].strip() for racer in racers]
    assert said.count("made") == 1, said
    assert all(one == "made" or "already" in one for one in said)
    file = open_file(path, (SMALL,))
    assert file.db.value("select count(*) from shelf") == 1
    file.close()


# Not ours


def _foreign(path):
    other = sqlite3.connect(path)
    other.execute("pragma journal_mode = wal")
    other.execute("create table t (a)")
    other.commit()
    other.close()


@pytest.mark.parametrize(
    ("write", "said"),
    [
        (lambda path: path.write_bytes(random.Random(1).randbytes(20_000)), "is not a Provider Desk file"),
        (lambda path: path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(5000)), "is not a Provider Desk file"),
        (lambda path: path.write_text("a,b\n1,2\n"), "is not a Provider Desk file"),
        (_foreign, "is not a Provider Desk file"),
        (lambda path: path.write_bytes(b""), "is empty"),
        (lambda path: path.mkdir(), "There is no file at"),
        (lambda path: None, "There is no file at"),
    ],
    ids=["random", "picture", "text", "another program's", "empty", "folder", "missing"],
)
@pytest.mark.parametrize("read_only", [False, True])
def test_what_is_not_ours_is_refused_and_left_alone(tmp_path, write, said, read_only):
    path = tmp_path / "thing.providerdesk"
    write(path)
    before = folder(tmp_path)
    with pytest.raises(Problem, match=said):
        open_file(path, (SMALL,), read_only=read_only)
    assert folder(tmp_path) == before


def test_a_file_of_a_newer_version_is_refused_and_not_a_byte_is_changed(path):
    newer = small_with(lambda db: db.execute("create table later (id text primary key) strict"))
    open_file(path, (newer,)).close()
    shutil.rmtree(backups.backup_folder(path))
    before = folder(path.parent)
    for read_only in (False, True):
        with pytest.raises(NewerFile, match="newer version of Provider Desk and has been left as it is"):
            open_file(path, (SMALL,), read_only=read_only)
        assert folder(path.parent) == before
    open_file(path, (newer,)).close()


# Damaged


def _contents_or_damage(path):
    """What the file holds; None when it is refused as damaged, at the opening or when it is read."""
    try:
        file = open_file(path, (SMALL,))
    except DamagedFile:
        return None
    try:
        return [
            list(history.logical_dump(file.db)),
            BOOKS.page(file.db, _query(), offset=0, limit=9),
            file.db.rows("select * from shelf order by name"),
        ]
    except DamagedFile:
        return None
    finally:
        file.close()


def _query():
    from resources.database import Query

    return Query()


@pytest.mark.parametrize("seed", range(60))
def test_a_damaged_file_is_refused_or_reads_as_it_was_never_a_silent_loss(tmp_path, seed):
    path = new(tmp_path / "shop.providerdesk", shelves=400)
    whole = _contents_or_damage(path)
    chance, data = random.Random(seed), bytearray(path.read_bytes())
    kind = seed % 3
    if kind == 0:  # bits of the header flipped
        for _ in range(3):
            data[chance.randrange(100)] ^= 1 << chance.randrange(8)
    elif kind == 1:  # pages overwritten in the middle
        start = chance.randrange(1, len(data) // 4096 - 2) * 4096
        data[start : start + 4096 * 2] = chance.randbytes(4096 * 2)
    else:  # cut off
        del data[chance.randrange(1, len(data)) :]
    path.write_bytes(data)
    try:
        found = _contents_or_damage(path)
    except Problem as problem:  # the mark of our program is gone from the header
        assert "not a Provider Desk file" in problem.sentence or "newer" in problem.sentence
        found = None
    if found is not None:
        assert found[0] == whole[0]


def _overwrite_pages(path, text):
    """Every page on which the text stands."""
    data = bytearray(path.read_bytes())
    while (found := data.find(text)) >= 0:
        begin = found // 4096 * 4096
        data[begin : begin + 4096] = bytes(range(256)) * 16
    path.write_bytes(data)


def test_a_damaged_file_found_when_reading_is_a_sentence(path):
    new(path.with_name("long.providerdesk"), shelves=400)
    path = path.with_name("long.providerdesk")
    _overwrite_pages(path, b"Shelf 200 ")
    file = open_file(path, (SMALL,))
    with pytest.raises(DamagedFile, match="Restore the last backup"):
        file.db.rows("select * from shelf")
    with pytest.raises(DamagedFile, match="Restore the last backup"):
        list(file.db.query("select * from shelf"))
    with pytest.raises(DamagedFile, match="is damaged, so no backup was made"):
        backups.make(file.db, path, reason="by hand", now=datetime.now(UTC))
    file.close()
    assert backups.listed(path) == []


# An unclean end


def _leave_unclean(path, shelves=50):
    """The folder as a killed program leaves it: the changes stand in the -wal alone."""
    file = open_file(path, (SMALL,), who="Ann Reader")
    with change(file.db, "Last change"):
        file.db.insert_rows("shelf", ("id", "name"), [(f"late {n}", "Late") for n in range(shelves)])
    keep = path.with_name("kept")
    keep.mkdir()
    for one in path.parent.glob("shop.providerdesk*"):
        if one.suffix != ".lock":
            shutil.copy(one, keep)
    file.close()
    for one in keep.iterdir():
        os.replace(one, path.with_name(one.name))
    keep.rmdir()


def test_after_an_unclean_end_the_acknowledged_changes_are_there(path):
    _leave_unclean(path)
    assert path.with_name("shop.providerdesk-wal").stat().st_size > 0
    file = open_file(path, (SMALL,))
    assert file.db.value("select count(*) from shelf where name = 'Late'") == 50
    assert listed(file.db) == listed_from_scratch(file.db)
    assert history.undo(file.db).action == "Last change"
    file.close()
    assert set(folder(path.parent)) == {"shop.providerdesk"}


def test_a_restored_file_killed_before_it_was_in_wal_mode_is_put_right(path, tmp_path):
    killed = tmp_path / "killed"
    killed.mkdir()
    connection = connect(str(path))
    connection.execute("pragma journal_mode = delete")
    connection.execute("pragma cache_size = 1")
    connection.execute("begin immediate")
    connection.execute("create table half (a)")
    connection.executemany("insert into half values (randomblob(3000))", [()] * 200)
    connection.execute("update derived_capability set version = 9")
    connection.executemany("insert into half values (randomblob(3000))", [()] * 200)
    for ending in ("", "-journal"):
        shutil.copy(f"{path}{ending}", killed / f"shop.providerdesk{ending}")
    connection.execute("rollback")
    connection.close()
    with pytest.raises(Problem, match="Open it once to change it, not read-only"):
        open_file(killed / "shop.providerdesk", (SMALL,), read_only=True)
    file = open_file(killed / "shop.providerdesk", (SMALL,))
    assert file.db.value("select count(*) from shelf") == 3
    assert file.db.value("select count(*) from sqlite_schema where name = 'half'") == 0
    file.close()


def test_damage_after_an_unclean_end_is_found_at_the_opening(tmp_path):
    path = new(tmp_path / "shop.providerdesk", shelves=400)
    _leave_unclean(path, shelves=1)
    _overwrite_pages(path, b"Shelf 200 ")
    before = folder(tmp_path)
    with pytest.raises(DamagedFile, match="Restore the last backup"):
        open_file(path, (SMALL,))
    after = folder(tmp_path)
    assert {name: after[name] for name in ("shop.providerdesk", "shop.providerdesk-wal")} == {
        name: before[name] for name in ("shop.providerdesk", "shop.providerdesk-wal")
    }


def test_rows_that_point_at_nothing_are_found_after_an_unclean_end(path):
    _leave_unclean(path)
    connection = connect(str(path))
    connection.execute("pragma foreign_keys = off")
    connection.execute("drop trigger history_book_insert")
    connection.execute("insert into book (id, shelf_id) values ('x', 'nowhere')")
    other = connect(str(path))  # so that closing the first leaves the -wal
    other.execute("select 1 from shelf").fetchone()
    connection.close()
    with pytest.raises(DamagedFile, match=r"rows that point at nothing \(book\)"):
        open_file(path, (SMALL,))
    other.close()


def test_it_opens_read_only_beside_the_writer_and_sees_later_changes(path):
    file = open_file(path, (SMALL,))
    reader = open_file(path, (SMALL,), read_only=True)
    with change(file.db, "Added"):
        file.db.insert_row("shelf", {"id": "later"})
    assert reader.read_only
    assert reader.db.value("select count(*) from shelf where id = 'later'") == 1
    with pytest.raises(Problem, match="can only be read"), change(reader.db, "Added"):
        pass
    reader.close()
    with change(file.db, "Added again"):
        file.db.insert_row("shelf", {"id": "latest"})
    file.close()


# Folders and files that can only be read


@contextmanager
def _nobody():
    """Without the rights that let an administrator write anywhere."""
    if sys.platform == "win32" or os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def kept_file() -> Iterator[Path]:
    """A file in a folder that anybody may enter, to be locked up by the test."""
    if sys.platform == "win32":
        pytest.skip("Windows has no folders that a test can make read-only")
    folder = Path(tempfile.mkdtemp(prefix="provider-desk-"))
    yield new(folder / "shop.providerdesk")
    folder.chmod(0o755)
    shutil.rmtree(folder)


def _lock_up(folder):
    for one in folder.iterdir():
        one.chmod(0o444)
    folder.chmod(0o555)


def test_a_read_only_folder_is_a_sentence_and_opens_read_only(kept_file):
    kept_file.with_name("shop.providerdesk.lock").unlink(missing_ok=True)
    _lock_up(kept_file.parent)
    with _nobody():
        with pytest.raises(Problem, match="Nothing can be written beside “shop"):
            open_file(kept_file, (SMALL,))
        reader = open_file(kept_file, (SMALL,), read_only=True)
        assert reader.db.value("select count(*) from shelf") == 3
        reader.close()
        with pytest.raises(Problem, match="Nothing can be written beside"):
            open_file(kept_file.with_name("new.providerdesk"), (SMALL,), create=True)


def test_changes_waiting_in_a_wal_that_cannot_be_read_are_not_passed_over(kept_file):
    _leave_unclean(kept_file)
    kept_file.with_name("shop.providerdesk-shm").unlink()
    _lock_up(kept_file.parent)
    with _nobody(), pytest.raises(Problem, match="was not closed properly"):
        open_file(kept_file, (SMALL,), read_only=True)


def test_a_read_only_file_is_a_sentence(kept_file):
    for one in kept_file.parent.glob("*.lock"):
        one.unlink()
    kept_file.chmod(0o444)
    kept_file.parent.chmod(0o777)
    with _nobody():
        with pytest.raises(Problem, match="can only be read"):
            open_file(kept_file, (SMALL,))
        open_file(kept_file, (SMALL,), read_only=True).close()


def test_a_folder_that_may_not_be_entered_is_a_sentence(kept_file):
    kept_file.parent.chmod(0o000)
    with _nobody():
        for options in ({}, {"create": True}, {"read_only": True}):
            with pytest.raises(Problem):
                open_file(kept_file, (SMALL,), **options)
