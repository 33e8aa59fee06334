import threading
from contextlib import contextmanager
from datetime import UTC, datetime

import pytest

from resources.database import change, history, new_key
from resources.database.engine import DatabaseError, IntegrityError
from resources.problem import Problem

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


def _codes(db):
    return [code for (code,) in db.rows("select code from shelf order by code")]


def test_a_change_is_one_entry_with_who_when_and_what(shop):
    with change(shop, "Added two shelves", now=NOON):
        shop.insert_rows("shelf", ("id", "code"), [("a", "A"), ("b", "B")])
    made = history.Change(1, NOON, "Ann Reader", "Added two shelves", history.ChangeKind.ORDINARY, 2)
    assert history.entries(shop) == [made]
    assert history.changed_rows(shop, 1) == [("shelf", "a", "insert"), ("shelf", "b", "insert")]


def test_the_name_of_the_action_can_be_made_more_exact_before_it_closes(shop):
    with change(shop, "Import") as entry:
        shop.insert_row("shelf", {"id": "a"})
        entry.action = "Import of 1 shelf"
    assert [one.action for one in history.entries(shop)] == ["Import of 1 shelf"]


def test_a_change_that_fails_leaves_nothing_and_the_next_one_works(shop):
    with pytest.raises(ZeroDivisionError), change(shop, "Fails"):
        shop.insert_row("shelf", {"id": "a", "code": "A"})
        raise ZeroDivisionError
    assert (shop.open_change, shop.conn.in_transaction) == (None, False)
    assert (_codes(shop), history.entries(shop)) == ([], [])
    with change(shop, "Works"):
        shop.insert_row("shelf", {"id": "a", "code": "A"})
    assert _codes(shop) == ["A"]


def test_a_broken_rule_at_the_end_leaves_nothing(shop):
    with pytest.raises(IntegrityError), change(shop, "Fails"):
        shop.execute("pragma defer_foreign_keys = on")
        shop.insert_row("book", {"id": "x", "shelf_id": "nowhere"})
    assert (shop.open_change, shop.conn.in_transaction) == (None, False)
    assert shop.value("select count(*) from book") == 0


def test_nested_changes_join_the_outer_one(shop):
    with change(shop, "Outer"):
        shop.insert_row("shelf", {"id": "a", "code": "A"})
        with change(shop, "Inner"), change(shop, "Innermost"):
            shop.insert_row("shelf", {"id": "b", "code": "B"})
    assert [(one.action, one.rows) for one in history.entries(shop)] == [("Outer", 2)]
    history.undo(shop)
    assert _codes(shop) == []


def test_a_nested_failure_that_is_caught_leaves_no_half(shop):
    with change(shop, "Outer"):
        shop.insert_row("shelf", {"id": "a", "code": "A"})
        with pytest.raises(IntegrityError), change(shop, "Inner"):
            shop.insert_row("shelf", {"id": "b", "code": "B"})
            shop.insert_row("shelf", {"id": "c", "code": "A"})
        shop.insert_row("shelf", {"id": "d", "code": "D"})
    assert _codes(shop) == ["A", "D"]
    assert history.changed_rows(shop, 1) == [("shelf", "a", "insert"), ("shelf", "d", "insert")]


@pytest.mark.parametrize(
    "sql",
    [
        "insert into shelf (id) values ('z')",
        "insert or ignore into shelf (id) values ('z')",
        "insert or replace into shelf (id, code) values ('z', 'A')",
        "update shelf set code = 'Z'",
        "update or ignore shelf set code = 'Z'",
        "delete from shelf",
    ],
)
def test_a_write_outside_a_change_is_refused(shop, sql):
    with change(shop, "Added"):
        shop.insert_row("shelf", {"id": "a", "code": "A"})
    with pytest.raises(DatabaseError, match="shelf was written outside a change"):
        shop.execute(sql)
    with pytest.raises(DatabaseError, match="outside a change"), shop.conn:
        shop.conn.execute(sql)
    assert shop.rows("select id, code from shelf") == [("a", "A")]


def test_a_row_keeps_its_key(shop):
    with change(shop, "Added"):
        shop.insert_row("shelf", {"id": "a"})
    with pytest.raises(DatabaseError, match="a row of shelf keeps its key"), change(shop, "Renamed"):
        shop.execute("update shelf set id = 'b'")


def test_rows_put_out_by_insert_or_replace_are_in_the_history(shop):
    with change(shop, "Added"):
        shop.insert_row("shelf", {"id": "a", "code": "A"})
    with change(shop, "Replaced"):
        shop.execute("insert or replace into shelf (id, code) values ('b', 'A')")
    history.undo(shop)
    assert shop.rows("select id, code from shelf") == [("a", "A")]


def test_a_change_that_alters_nothing_leaves_no_entry_and_tells_nobody(shop):
    with change(shop, "Added"):
        shop.insert_row("shelf", {"id": "a", "code": "A", "name": ""})
    told = []
    shop.on_change.append(told.append)
    with change(shop, "Same again"):
        shop.update_row("shelf", "a", {"code": "A", "name": "", "order": None})
    with change(shop, "Nothing"):
        pass
    assert (len(history.entries(shop)), told) == (1, [])


def test_listeners_are_told_once_after_the_commit(shop_file):
    db, seen = shop_file.db, []
    other = shop_file.connection(read_only=True)
    db.on_change.append(lambda made: seen.append((made.action, made.rows, _codes(other))))
    with change(db, "Added"), change(db, "Inner"):
        db.insert_row("shelf", {"id": "a", "code": "A"})
    history.undo(db)
    assert seen == [("Added", 1, ["A"]), ("Undo: Added", 1, [])]
    other.close()


def test_a_listener_that_fails_loses_neither_the_change_nor_the_other_listeners(shop):
    told = []

    def fail(_made):
        raise ZeroDivisionError

    shop.on_change[:] = [fail, told.append]
    with pytest.raises(ZeroDivisionError), change(shop, "Added"):
        shop.insert_row("shelf", {"id": "a", "code": "A"})
    assert (_codes(shop), [made.action for made in told]) == (["A"], ["Added"])


def test_a_listener_may_make_a_change_of_its_own(shop):
    def follow(made):
        if made.action == "Added":
            with change(shop, "Followed"):
                shop.insert_row("shelf", {"id": "b", "code": "B"})

    shop.on_change.append(follow)
    with change(shop, "Added"):
        shop.insert_row("shelf", {"id": "a", "code": "A"})
    assert [made.action for made in history.entries(shop)] == ["Followed", "Added"]


def test_a_change_inside_a_bare_transaction_is_refused(shop):
    with pytest.raises(RuntimeError, match="transaction of its own"), shop.atomic(), change(shop, "Added"):
        pass
    assert not shop.conn.in_transaction


def test_undo_inside_a_change_is_refused(shop):
    with change(shop, "Added"):
        shop.insert_row("shelf", {"id": "a"})
        with pytest.raises(RuntimeError, match="end the open one first"):
            history.undo(shop)


# The machine's troubles


def _many_shelves(count):
    return [(new_key(), new_key(), "long " * 50) for _ in range(count)]


def test_a_full_disk_is_a_sentence_and_leaves_nothing_half_done(shop):
    with change(shop, "Before"):
        shop.insert_row("shelf", {"id": "a", "code": "A"})
    most = shop.value("pragma page_count") + 20
    shop.execute(f"pragma max_page_count = {most}")
    told = []
    shop.on_change.append(told.append)
    with pytest.raises(Problem) as caught, change(shop, "Too much"):
        shop.insert_rows("shelf", ("id", "code", "name"), _many_shelves(2000))
    assert (
        caught.value.sentence == "The disk is full, so nothing was saved. Free some space, then do it again."
    )
    assert (shop.open_change, shop.conn.in_transaction, told) == (None, False, [])
    assert [one.action for one in history.entries(shop)] == ["Before"]
    shop.execute("pragma max_page_count = 1000000")
    with change(shop, "When there is space"):
        shop.insert_rows("shelf", ("id", "code", "name"), _many_shelves(2000))
    assert [one.rows for one in history.entries(shop)] == [2000, 1]
    assert shop.value("pragma integrity_check") == "ok"


@contextmanager
def _files_may_not_grow_beyond(size):
    resource = pytest.importorskip("resource", reason="Windows sets no limit to the size of files")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_disk_that_takes_no_more_in_the_middle_of_a_change_loses_nothing_else(shop_file):
    db, told = shop_file.db, []
    with change(db, "Before"):
        db.insert_row("shelf", {"id": "a", "code": "A"})
    db.on_change.append(told.append)
    wal = shop_file.path.with_name(f"{shop_file.path.name}-wal")
    db.execute("pragma cache_size = 10")  # so that pages are written before the end of the change
    with (
        _files_may_not_grow_beyond(wal.stat().st_size + 50_000),
        pytest.raises(Problem, match="nothing was saved"),
        change(db, "Too much"),
    ):
        db.insert_rows("shelf", ("id", "code", "name"), _many_shelves(2000))
    assert (db.open_change, db.conn.in_transaction, told) == (None, False, [])
    with change(db, "When there is space"):
        db.insert_rows("shelf", ("id", "code", "name"), _many_shelves(2000))
    assert [one.action for one in history.entries(db)] == ["When there is space", "Before"]
    assert db.value("pragma integrity_check") == "ok"


def _lose_transaction(db):
    """What SQLite does by itself when a disk is full at certain moments."""
    with pytest.raises(Problem), change(db, "Part"):
        db.insert_row("shelf", {"id": "part"})
        db.rollback()
        raise Problem("The disk is full.")


def test_a_transaction_that_sqlite_rolled_back_by_itself_is_not_taken_for_saved(shop):
    with pytest.raises(Problem, match="nothing was saved"), change(shop, "Too much"):
        shop.insert_row("shelf", {"id": "before"})
        _lose_transaction(shop)
    with pytest.raises(DatabaseError, match="outside a change"), change(shop, "Too much"):
        _lose_transaction(shop)
        shop.insert_row("shelf", {"id": "after"})
    assert (shop.open_change, shop.conn.in_transaction) == (None, False)
    assert shop.value("select count(*) from shelf") == 0
    assert history.entries(shop) == []


def test_another_writer_in_the_way_is_a_sentence(shop_file):
    db, other = shop_file.db, shop_file.connection(read_only=False)
    other.conn.execute("begin immediate")
    db.execute("pragma busy_timeout = 1")
    with pytest.raises(Problem, match="Another job is still writing"), change(db, "Added"):
        db.insert_row("shelf", {"id": "a"})
    other.conn.execute("rollback")
    with change(db, "Added"):
        db.insert_row("shelf", {"id": "a"})
    other.close()


def test_two_connections_never_lose_an_increment(shop_file):
    with change(shop_file.db, "Added"):
        shop_file.db.insert_row("shelf", {"id": "a", "order": 0})

    def count_up():
        db = shop_file.connection(read_only=False)
        for _ in range(50):
            with change(db, "Counted"):
                db.update_row("shelf", "a", {"order": db.value('select "order" from shelf') + 1})
        db.close()

    threads = [threading.Thread(target=count_up) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert shop_file.db.value('select "order" from shelf') == 150
    assert len(history.entries(shop_file.db)) == 151


def test_a_database_belongs_to_its_thread(shop):
    errors = []

    def use():
        try:
            shop.value("select 1")
        except DatabaseError as error:
            errors.append(str(error))

    thread = threading.Thread(target=use)
    thread.start()
    thread.join()
    assert len(errors) == 1
    assert "thread" in errors[0]
