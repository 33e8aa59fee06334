"""Copies of a file: of one that may not be touched, and without a trace of what was taken out."""

import shutil
from pathlib import Path

from resources.database import Database, change
from resources.database.copying import copy_in_memory, copy_untouched, copy_without_free_pages, file_of
from resources.database.engine import connect
from resources.files.sha256 import sha256_of


def value_in(path: Path) -> str:
    connection = connect(str(path))
    try:
        return str(connection.execute("select value from office where id = 'word'").fetchone()[0])
    finally:
        connection.close()


def put(db: Database, value: str) -> None:
    with change(db, "Put"):
        db.insert_row("office", {"id": "word", "value": value})


def test_an_open_database_is_copied_as_it_is_now(db: Database, tmp_path: Path) -> None:
    put(db, "now")
    copy = copy_in_memory(db)
    try:
        with change(db, "Changed"):
            db.update_row("office", "word", {"value": "later"})
        assert copy.execute("select value from office where id = 'word'").fetchone() == ("now",)
    finally:
        copy.close()
    assert [one.name for one in tmp_path.iterdir() if "copy" in one.name] == []
    assert file_of(db) == tmp_path / "office.providerdesk"


def test_what_was_removed_is_not_in_the_copy_without_free_pages(db: Database, tmp_path: Path) -> None:
    put(db, "whispered " * 500)
    db.execute("create table derived_talk (id integer primary key, said text)")
    db.execute("insert into derived_talk values (1, ?)", ("murmured " * 500,))
    db.execute("drop table derived_talk")
    copy_without_free_pages(db, tmp_path / "copy")
    held = (tmp_path / "copy").read_bytes()
    assert (b"whispered" in held, b"murmured" in held) == (True, False)


def test_a_file_with_changes_waiting_beside_it_is_copied_with_them_and_stays_as_it_is(
    db: Database, tmp_path: Path
) -> None:
    put(db, "waiting")
    source = tmp_path / "left.providerdesk"
    for ending in ("", "-wal"):
        shutil.copyfile(f"{file_of(db)}{ending}", f"{source}{ending}")
    before = [sha256_of(Path(f"{source}{ending}")) for ending in ("", "-wal")]
    copy_untouched(source, tmp_path / "copy")
    assert value_in(tmp_path / "copy") == "waiting"
    assert [sha256_of(Path(f"{source}{ending}")) for ending in ("", "-wal")] == before


def test_a_journal_left_by_a_crash_is_copied_with_its_file(tmp_path: Path) -> None:
    source = tmp_path / "crashed"
    connection = connect(str(source))
    connection.execute("pragma journal_mode = delete")
    connection.execute("create table office (id text primary key, value text)")
    connection.execute("insert into office values ('word', 'before')")
    connection.execute("pragma cache_size = 1")
    connection.execute("begin")
    connection.execute("update office set value = 'half done'")
    connection.execute("create table filler as select hex(randomblob(90000)) as a")
    for ending in ("", "-journal"):
        shutil.copyfile(f"{source}{ending}", f"{tmp_path / 'left'}{ending}")
    connection.execute("rollback")
    connection.close()
    copy_untouched(tmp_path / "left", tmp_path / "copy")
    assert value_in(tmp_path / "copy") == "before"
