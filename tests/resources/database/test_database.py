import pytest

from resources.database import change, history
from resources.database.engine import DatabaseError
from resources.problem import Problem


def test_writes_to_what_is_not_there_are_errors(shop):
    with change(shop, "Added"):
        shop.insert_row("shelf", {"id": "a"})
    for write in (
        lambda: shop.insert_row("nowhere", {"id": "a"}),
        lambda: shop.insert_row("shelf", {"id": "b", "colour": "red"}),
        lambda: shop.update_row("shelf", "b", {"code": "B"}),
        lambda: shop.delete_row("shelf", "b"),
        lambda: shop.insert_row("shelf", {"id": "b", "order": "not a number"}),
    ):
        with pytest.raises((LookupError, DatabaseError)), change(shop, "Wrong"):
            write()
    assert shop.rows("select id from shelf") == [("a",)]


def test_a_number_that_cannot_be_kept_is_said_in_a_sentence(shop):
    with pytest.raises(Problem, match="larger than any that can be kept"), change(shop, "Added"):
        shop.insert_row("shelf", {"id": "a", "order": 2**63})
    assert shop.rows("select id from shelf") == []
    with pytest.raises(OverflowError), change(shop, "Wrong"):
        raise OverflowError("cannot convert float infinity to integer")


def test_a_read_only_connection_cannot_write(shop_file):
    reader = shop_file.connection(read_only=True)
    with pytest.raises(Problem, match="can only be read"), change(reader, "Added"):
        reader.insert_row("shelf", {"id": "a"})
    reader.close()


# What sqlite-utils and SQLite would let pass


def test_settings_are_those_that_keep_acknowledged_changes(shop_file, shipped_settings):
    shop = shop_file.connection(read_only=False)
    names = (
        "foreign_keys",
        "journal_mode",
        "synchronous",
        "trusted_schema",
        "recursive_triggers",
        "temp_store",
    )
    assert [shop.value(f"pragma {name}") for name in names] == [1, "wal", 2, 0, 1, 2]
    shop.close()


def test_transform_is_refused_because_it_would_drop_the_triggers(shop):
    for table in (shop["shelf"], shop.table("shelf")):
        with pytest.raises(TypeError, match="write the migration in SQL"):
            table.transform(drop={"name"})
    assert shop.value("select count(*) from sqlite_schema where type = 'trigger' and tbl_name = 'shelf'") >= 3


def test_a_script_does_not_commit_an_open_change(shop):
    with pytest.raises(ZeroDivisionError), change(shop, "Fails"):
        shop.insert_row("shelf", {"id": "a"})
        shop.executescript("insert into shelf (id) values ('b'); insert into shelf (id) values ('c');")
        raise ZeroDivisionError
    assert shop.value("select count(*) from shelf") == 0


def test_insert_returning_is_part_of_the_change(shop):
    with change(shop, "Added"):
        assert list(shop.query("insert into shelf (id) values ('a') returning id")) == [{"id": "a"}]
    assert not shop.conn.in_transaction
    assert shop.value("select count(*) from shelf") == 1


def test_sqlite_utils_own_writes_join_the_change(shop):
    with change(shop, "Added"):
        shop["shelf"].insert_all([{"id": str(n), "code": str(n)} for n in range(300)], batch_size=100)
    assert history.entries(shop)[0].rows == 300
    history.undo(shop)
    assert shop.value("select count(*) from shelf") == 0
