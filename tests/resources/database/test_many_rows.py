import json

import pytest

from resources.database import change, history
from resources.database.engine import DatabaseError, IntegrityError
from resources.database.many_rows import _AT_ONCE, _ENOUGH
from resources.problem import Problem

COLUMNS = ("code", "id", "name")
MANY = 2 * _ENOUGH


def _shelves(count, *, start=0):
    return [(f"C{number}", f"k{number:06}", "Poetry") for number in range(start, start + count)]


def _schema(db):
    return sorted(db.rows("select type, name, sql from sqlite_schema"))


def _records(db):
    return db.rows("select change_id, table_name, row_id, kind, before from history_row order by id")


def _same_but_one_by_one(db, rows):
    for row in rows:
        db.insert_row("shelf", dict(zip(COLUMNS, row, strict=True)))


@pytest.mark.parametrize("count", [_ENOUGH - 1, _ENOUGH, MANY])
def test_the_history_of_many_rows_is_that_of_the_same_rows_one_by_one(shop, count):
    rows, schema = _shelves(count), _schema(shop)
    with change(shop, "Added"):
        shop.insert_rows("shelf", COLUMNS, rows)
    at_once, made, dump = _records(shop), history.entries(shop)[0], list(history.logical_dump(shop))
    assert len(at_once) == made.rows == count
    assert _schema(shop) == schema
    history.undo(shop)
    shop.execute("delete from history_row")
    with change(shop, "Added"):
        _same_but_one_by_one(shop, rows)
    assert [record[1:] for record in _records(shop)] == [record[1:] for record in at_once]
    assert list(history.logical_dump(shop)) == dump


def test_many_rows_are_undone_and_done_again_byte_for_byte(shop):
    before = list(history.logical_dump(shop))
    with change(shop, "Added"):
        shop.insert_rows("shelf", COLUMNS, _shelves(MANY))
    after = list(history.logical_dump(shop))
    history.undo(shop)
    assert list(history.logical_dump(shop)) == before
    history.redo(shop)
    assert list(history.logical_dump(shop)) == after
    assert len(history.of_row(shop, "shelf", "k000007")) == 3


def test_more_rows_than_are_held_at_once_come_from_a_generator(shop):
    with change(shop, "Added"):
        shop.insert_rows("shelf", COLUMNS, (row for row in _shelves(_AT_ONCE + MANY)))
    assert history.entries(shop)[0].rows == shop.value("select count(*) from shelf") == _AT_ONCE + MANY


def test_what_a_generator_writes_meanwhile_is_recorded_too(shop):
    def rows():
        for row in _shelves(MANY):
            if row[1] == "k000900":
                shop.insert_row("shelf", {"id": "between"})
            yield row

    with change(shop, "Added"):
        shop.insert_rows("shelf", COLUMNS, rows())
    assert len(_records(shop)) == shop.value("select count(*) from shelf") == MANY + 1


def test_many_rows_outside_a_change_are_refused(shop):
    with pytest.raises(DatabaseError, match="shelf was written outside a change"):
        shop.insert_rows("shelf", COLUMNS, _shelves(MANY))
    with pytest.raises(DatabaseError, match="outside a change"), shop.atomic():
        shop.insert_rows("shelf", COLUMNS, _shelves(MANY))
    assert (shop.value("select count(*) from shelf"), _records(shop)) == (0, [])


@pytest.mark.parametrize(
    "broken",
    [
        [*_shelves(MANY), ("C3", "new", "")],  # a code that is there
        [*_shelves(MANY), ("new", "k000003", "")],  # a key that is there
        [*_shelves(MANY), ("new", "new", None)],  # no name
        [*_shelves(MANY), ("new", None, "")],  # no key
        [*_shelves(MANY), ("new", b"new", "")],  # no text
        [*_shelves(MANY), ("too", "few")],
    ],
)
def test_rows_that_are_refused_leave_nothing_and_the_history_goes_on(shop, broken):
    schema = _schema(shop)
    with change(shop, "Added"):
        with pytest.raises((IntegrityError, DatabaseError, TypeError)):
            shop.insert_rows("shelf", COLUMNS, broken)
        assert (shop.value("select count(*) from shelf"), _records(shop)) == (0, [])
        assert _schema(shop) == schema
        shop.insert_row("shelf", {"id": "a"})
        shop.insert_rows("shelf", COLUMNS, _shelves(MANY))
    assert len(_records(shop)) == shop.value("select count(*) from shelf") == MANY + 1
    with pytest.raises(DatabaseError, match="outside a change"):
        shop.execute("insert into shelf (id) values ('z')")


def test_a_change_that_fails_after_many_rows_leaves_nothing(shop):
    schema = _schema(shop)
    with pytest.raises(ZeroDivisionError), change(shop, "Fails"):
        shop.insert_rows("shelf", COLUMNS, _shelves(MANY))
        raise ZeroDivisionError
    assert (shop.value("select count(*) from shelf"), _records(shop), history.entries(shop)) == (0, [], [])
    assert _schema(shop) == schema


def test_many_rows_after_a_transaction_was_lost_are_refused(shop):
    with pytest.raises((Problem, DatabaseError), match="outside a change"), change(shop, "Too much"):
        shop.rollback()
        shop.insert_rows("shelf", COLUMNS, _shelves(MANY))
    assert (shop.value("select count(*) from shelf"), _records(shop)) == (0, [])


def test_nothing_else_that_writes_goes_without_a_record_while_many_rows_are_put_in(shop):
    """Whatever SQL runs while the trigger is away is one of the two statements that belong together."""
    seen = []
    shop.conn.set_trace_callback(seen.append)
    with change(shop, "Added"):
        shop.insert_rows("shelf", COLUMNS, _shelves(MANY))
    shop.conn.set_trace_callback(None)
    away = seen.index('drop trigger "history_shelf_insert"')
    back = next(n for n, sql in enumerate(seen) if sql.startswith("CREATE TRIGGER history_shelf_insert"))
    kinds = {sql.split("(")[0].strip() for sql in seen[away + 1 : back]}
    assert kinds == {'insert into "shelf"', "insert into history_row"}
    assert sum(sql.startswith("insert into history_row") for sql in seen[away:back]) == 1


def test_a_record_too_few_is_an_error_of_ours_and_leaves_nothing(shop, monkeypatch):
    monkeypatch.setattr(json, "dumps", lambda _keys: "[]")
    with pytest.raises(RuntimeError, match=f"{MANY} rows of shelf have 0 records"), change(shop, "Added"):
        shop.insert_rows("shelf", COLUMNS, _shelves(MANY))
    assert (shop.value("select count(*) from shelf"), history.entries(shop)) == (0, [])


def test_tables_without_a_history_take_many_rows_too(shop):
    shop.execute("create table derived_word (id text primary key) strict")
    with change(shop, "Added"):
        shop.insert_rows("derived_word", ("id",), [(row[1],) for row in _shelves(MANY)])
        shop.insert_row("shelf", {"id": "a"})
    assert (shop.value("select count(*) from derived_word"), len(_records(shop))) == (MANY, 1)
