import pytest

from resources.database import backups, change, history, open_file
from resources.database.engine import DatabaseError
from resources.database.opening import DamagedFile
from resources.problem import Problem
from tests.resources.database.opened_files import folder
from tests.resources.database.small import SMALL, listed, listed_from_scratch, small_with

# Bringing up to date


def _add_room(db):
    db.execute("alter table shelf add column room text not null default ''")
    db.execute("update shelf set room = 'North'")


def test_an_older_file_is_backed_up_and_brought_up_to_date(path):
    newer = small_with(_add_room)
    file = open_file(path, (newer,), who="Ann Reader")
    assert file.db.rows("select distinct room from shelf") == [("North",)]
    assert listed(file.db) == listed_from_scratch(file.db)
    assert file.db.value("pragma foreign_keys") == 1
    with change(file.db, "Added"):
        file.db.insert_row("shelf", {"id": "new", "room": "South"})
    file.close()
    (kept,) = backups.listed(path)
    assert kept.reason == "before an upgrade"
    backups.check(kept)
    open_file(path, (newer,)).close()
    assert len(backups.listed(path)) == 1


def test_a_migration_that_fails_leaves_the_file_as_it_was(path):
    def fail(db):
        _add_room(db)
        db.execute("delete from shelf")
        db.execute("insert into nowhere values (1)")

    before = folder(path.parent)
    with pytest.raises(DatabaseError, match="no such table: nowhere"):
        open_file(path, (small_with(fail),))
    assert folder(path.parent)["shop.providerdesk"] == before["shop.providerdesk"]
    file = open_file(path, (SMALL,))
    assert file.db.value("select count(*) from shelf") == 3
    with pytest.raises(DatabaseError, match="outside a change"):
        file.db.execute("delete from shelf")
    file.close()


def test_a_migration_that_leaves_rows_pointing_at_nothing_is_refused(path):
    def orphan(db):
        db.execute("insert into book (id, shelf_id) values ('x', 'nowhere')")

    with pytest.raises(DamagedFile, match=r"rows that point at nothing \(book\)"):
        open_file(path, (small_with(orphan),))
    open_file(path, (SMALL,)).close()


def test_a_migration_may_rebuild_a_table_that_others_point_at(path):
    def rebuild(db):
        db.execute("create table shelf_new (id text primary key, name text not null) strict")
        db.execute("insert into shelf_new select id, name from shelf")
        db.execute("drop table shelf")
        db.execute("alter table shelf_new rename to shelf")

    file = open_file(path, (small_with(rebuild),))
    with change(file.db, "Added"):
        file.db.insert_row("book", {"id": "x", "shelf_id": "00001"})
    assert history.undo(file.db).action == "Added"
    with pytest.raises(DatabaseError, match="outside a change"):
        file.db.execute("delete from shelf")
    file.close()


def test_a_new_capability_joins_a_file_that_is_in_use_for_years(path):
    from desktop.capabilities import CAPABILITIES

    file = open_file(path, (SMALL, *CAPABILITIES))
    assert file.db.value("select count(*) from shelf") == 3
    assert file.db.value("select count(*) from provider") == 0
    file.close()


def test_a_file_that_has_to_be_brought_up_to_date_is_not_opened_read_only(path):
    before = folder(path.parent)
    with pytest.raises(Problem, match="so that it is brought up to date"):
        open_file(path, (small_with(_add_room),), read_only=True)
    assert before.items() <= folder(path.parent).items()
    open_file(path, (SMALL,)).close()
    assert folder(path.parent) == before
