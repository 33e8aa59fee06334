from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from resources.database import change, history, open_file
from resources.database.engine import IntegrityError
from tests.resources.database.small import SMALL, listed, listed_from_scratch, small_with

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


def _dump(db):
    return list(history.logical_dump(db))


def _names(db):
    undo, redo = history.next_undo(db), history.next_redo(db)
    return (undo and undo.action, redo and redo.action)


def _add(db, key, action=None, **values):
    with change(db, action or f"Added {key}"):
        db.insert_row("shelf", {"id": key, **values})


# Undo and redo by name


def test_undo_and_redo_walk_back_and_forth_by_name(shop):
    assert (_names(shop), history.undo(shop), history.redo(shop)) == ((None, None), None, None)
    _add(shop, "a")
    _add(shop, "b")
    assert _names(shop) == ("Added b", None)
    assert history.undo(shop).action == "Added b"
    assert _names(shop) == ("Added a", "Added b")
    assert history.undo(shop).action == "Added a"
    assert _names(shop) == (None, "Added a")
    assert history.redo(shop).action == "Added a"
    assert _names(shop) == ("Added a", "Added b")
    assert history.redo(shop).action == "Added b"
    assert _names(shop) == ("Added b", None)


def test_undo_adds_to_the_trail_and_takes_nothing_from_it(shop):
    _add(shop, "a")
    history.undo(shop)
    history.redo(shop)
    assert [(one.action, one.kind.value) for one in history.entries(shop)] == [
        ("Redo: Added a", "redo"),
        ("Undo: Added a", "undo"),
        ("Added a", "ordinary"),
    ]


def test_a_new_change_ends_what_could_be_redone(shop):
    _add(shop, "a")
    _add(shop, "b")
    history.undo(shop)
    _add(shop, "c")
    assert (_names(shop), history.redo(shop)) == (("Added c", None), None)
    history.undo(shop)
    assert _names(shop) == ("Added a", "Added c")


def test_undo_goes_on_after_the_file_was_closed(shop_file):
    _add(shop_file.db, "a")
    shop_file.close()
    again = open_file(shop_file.path, (SMALL,))
    assert history.undo(again.db).action == "Added a"
    again.close()


def test_undo_ends_at_a_migration(shop_file):
    _add(shop_file.db, "a")
    shop_file.close()

    def lend(db):
        db.execute("alter table shelf add column room text not null default 'North'")

    again = open_file(shop_file.path, (small_with(lend),))
    assert _names(again.db) == (None, None)
    _add(again.db, "b", room="South")
    with change(again.db, "Moved"):
        again.db.update_row("shelf", "b", {"room": "West"})
    assert [history.undo(again.db).action for _ in range(2)] == ["Moved", "Added b"]
    assert _names(again.db) == (None, "Added b")
    history.redo(again.db)
    assert again.db.rows("select id, room from shelf order by id") == [("a", "North"), ("b", "South")]
    again.close()


def test_unique_values_swapped_in_one_change_swap_back(shop):
    _add(shop, "a", code="A")
    _add(shop, "b", code="B")
    before = _dump(shop)
    with change(shop, "Swapped"):
        shop.update_row("shelf", "a", {"code": "for a moment"})
        shop.update_row("shelf", "b", {"code": "A"})
        shop.update_row("shelf", "a", {"code": "B"})
    after = _dump(shop)
    history.undo(shop)
    assert _dump(shop) == before
    history.redo(shop)
    assert _dump(shop) == after


def test_a_row_deleted_and_made_again_in_one_change_goes_back(shop):
    _add(shop, "a", code="A", name="first")
    before = _dump(shop)
    with change(shop, "Made again"):
        shop.delete_row("shelf", "a")
        shop.insert_row("shelf", {"id": "a", "code": "A", "name": "second"})
        shop.update_row("shelf", "a", {"name": "third"})
    after = _dump(shop)
    history.undo(shop)
    assert _dump(shop) == before
    history.redo(shop)
    assert _dump(shop) == after


def test_parents_and_children_go_back_in_whatever_order_they_went(shop):
    with change(shop, "Added"):
        shop.execute("pragma defer_foreign_keys = on")
        shop.insert_row("book", {"id": "x", "shelf_id": "a"})
        shop.insert_row("shelf", {"id": "a"})
    before = _dump(shop)
    with change(shop, "Cleared"):
        shop.execute("pragma defer_foreign_keys = on")
        shop.delete_row("shelf", "a")
        shop.delete_row("book", "x")
    for _ in range(2):
        history.undo(shop)
        assert _dump(shop) == before
        history.redo(shop)
        assert _dump(shop) == []


def test_what_the_database_deletes_along_comes_back_too(shop_file):
    shop_file.close()

    def lend(db):
        db.execute(
            "create table loan (id text primary key, book_id text references book (id) on delete cascade, "
            "shelf_id text references shelf (id) on delete set null) strict"
        )

    again = open_file(shop_file.path, (small_with(lend),))
    db = again.db
    with change(db, "Added"):
        db.insert_rows("shelf", ("id",), [("a",), ("b",)])
        db.insert_row("book", {"id": "x", "shelf_id": "a"})
        db.insert_rows("loan", ("id", "book_id", "shelf_id"), [("1", "x", "b"), ("2", "x", None)])
    before = _dump(db)
    with change(db, "Cleared"):
        db.delete_row("book", "x")
        db.delete_row("shelf", "b")
    after = _dump(db)
    for _ in range(2):
        history.undo(db)
        assert _dump(db) == before
        history.redo(db)
        assert _dump(db) == after
    again.close()


TEXTS = [
    "",
    "NUL \0 in the middle",
    "\0",
    "\ud7ff\ue000\uffff",
    "👩‍🦽 家",
    "quotes \" ' \\ / \b\f\n\r\t \x7f",
    "\u2028\u2029",
    '{"not": "an image"}',
    "long " * 20_000,
]
NUMBERS = [0, -1, 2**53 + 1, 2**63 - 1, -(2**63), None]


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
@pytest.mark.parametrize("number", NUMBERS)
def test_images_keep_every_value(shop, text, number):
    _add(shop, "a", code=text, name=text, order=number)
    before = _dump(shop)
    with change(shop, "Changed"):
        shop.update_row("shelf", "a", {"code": None, "name": "x", "order": 5})
    with change(shop, "Removed"):
        shop.delete_row("shelf", "a")
    history.undo(shop)
    history.undo(shop)
    assert _dump(shop) == before
    assert shop.row('select code, name, "order" from shelf') == (text, text, number)


# Any sequence of changes, undone and redone

_KEYS = st.sampled_from("abcd")
_STEP = st.one_of(
    st.tuples(st.just("insert shelf"), _KEYS, st.sampled_from(["A", "B", None])),
    st.tuples(st.just("insert book"), _KEYS, _KEYS),
    st.tuples(st.just("update shelf"), _KEYS, st.sampled_from(["A", "B", "\0", None])),
    st.tuples(st.just("update book"), _KEYS, st.integers(-(2**63), 2**63 - 1)),
    st.tuples(st.just("move book"), _KEYS, _KEYS),
    st.tuples(st.just("delete shelf"), _KEYS, st.none()),
    st.tuples(st.just("delete book"), _KEYS, st.none()),
    st.tuples(st.just("swap codes"), _KEYS, _KEYS),
    st.tuples(st.just("rename all"), st.text(max_size=5), st.none()),
)
_ACTION = st.one_of(st.lists(_STEP, min_size=1, max_size=5), st.sampled_from(["undo", "redo"]))


def _swap(db, one, other):
    first, second = (db.value("select code from shelf where id = ?", (key,)) for key in (one, other))
    db.update_row("shelf", one, {"code": f"from {one}"})
    db.update_row("shelf", other, {"code": first})
    db.update_row("shelf", one, {"code": second})


_STEPS = {
    "insert shelf": lambda db, key, code: db.insert_row("shelf", {"id": key, "code": code}),
    "insert book": lambda db, key, shelf: db.insert_row("book", {"id": key, "shelf_id": shelf, "isbn": key}),
    "update shelf": lambda db, key, code: db.update_row("shelf", key, {"code": code}),
    "update book": lambda db, key, number: db.update_row("book", key, {"number": number}),
    "move book": lambda db, key, shelf: db.update_row("book", key, {"shelf_id": shelf, "isbn": shelf}),
    "delete shelf": lambda db, key, _: db.delete_row("shelf", key),
    "delete book": lambda db, key, _: db.delete_row("book", key),
    "swap codes": _swap,
    "rename all": lambda db, name, _: db.execute("update shelf set name = ? || id", (name,)),
}


def _carry_out(db, action):
    if action == "undo":
        return history.undo(db)
    if action == "redo":
        return history.redo(db)
    try:
        with change(db, "Changed"):
            for step, first, second in action:
                _STEPS[step](db, first, second)
    except (IntegrityError, LookupError):
        return None
    return action


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(_ACTION, max_size=12))
def test_undoing_everything_gives_the_first_state_and_redoing_each_later_one(shop, actions):
    while history.undo(shop):
        pass
    first = _dump(shop)
    before = {}
    for action in actions:
        _carry_out(shop, action)
        assert listed(shop) == listed_from_scratch(shop)
    while target := history.next_undo(shop):
        before[target.id] = _dump(shop)
        history.undo(shop)
        assert listed(shop) == listed_from_scratch(shop)
    assert _dump(shop) == first == []
    while target := history.next_redo(shop):
        if target.id not in before:
            break  # undone before this example's last walk back
        history.redo(shop)
        assert _dump(shop) == before[target.id]
    assert shop.value("pragma foreign_key_check") is None


def test_undo_of_a_great_import_puts_all_back(shop):
    _add(shop, "a")
    before = _dump(shop)
    with change(shop, "Import"):
        shop.insert_rows(
            "book", ("id", "shelf_id", "title"), ((f"{n:05}", "a", f"Book {n}") for n in range(5000))
        )
    assert listed(shop) == listed_from_scratch(shop)
    history.undo(shop)
    assert (_dump(shop), listed(shop)) == (before, listed_from_scratch(shop))
    history.redo(shop)
    assert shop.value("select count(*) from book") == 5000
    assert listed(shop) == listed_from_scratch(shop)


# Reading the trail


def test_the_history_of_a_row_is_told_newest_first(shop):
    with change(shop, "Added", now=NOON):
        shop.insert_row("shelf", {"id": "a", "code": "A"})
    with change(shop, "Renamed", now=NOON):
        shop.update_row("shelf", "a", {"name": "Poetry", "order": 3})
    with change(shop, "Removed", now=NOON):
        shop.delete_row("shelf", "a")
    told = [
        (version.change.action, version.before is None, version.after is None, version.differences())
        for version in history.of_row(shop, "shelf", "a")
    ]
    whole = {"id": "a", "code": "A", "name": "Poetry", "order": 3}
    assert told == [
        ("Removed", False, True, [(name, value, None) for name, value in whole.items()]),
        ("Renamed", False, False, [("name", "", "Poetry"), ("order", None, 3)]),
        ("Added", True, False, [("id", None, "a"), ("code", None, "A"), ("name", None, "")]),
    ]
    assert history.of_row(shop, "book", "a") == []


def test_the_history_of_a_row_reaches_over_a_migration(shop_file):
    _add(shop_file.db, "a")
    with change(shop_file.db, "Renamed"):
        shop_file.db.update_row("shelf", "a", {"name": "Poetry"})
    shop_file.close()

    def add_room(db):
        db.execute("alter table shelf add column room text not null default 'North'")
        db.execute('alter table shelf drop column "order"')

    again = open_file(shop_file.path, (small_with(add_room),))
    told = [version.differences() for version in history.of_row(again.db, "shelf", "a")]
    again.close()
    assert told == [
        [("name", "", "Poetry"), ("room", None, "North")],
        [("id", None, "a"), ("name", None, "")],
    ]


def test_entries_since_an_instant_are_those_of_that_second_and_later(shop):
    for number in range(4):
        with change(shop, f"Day {number}", now=NOON + timedelta(days=number, microseconds=500)):
            shop.insert_row("shelf", {"id": str(number)})
    with change(shop, "Day 3 once more", now=NOON + timedelta(days=3, microseconds=900)):
        shop.insert_row("shelf", {"id": "once more"})
    same_second = NOON + timedelta(days=3, microseconds=700)
    told = [one.action for one in history.entries(shop, since=same_second)]
    assert told == ["Day 3 once more", "Day 3"]
    assert [one.action for one in history.entries(shop, limit=1, offset=1, since=NOON)] == ["Day 3"]
    assert history.entries(shop, since=NOON + timedelta(days=9)) == []


def test_entries_are_paged(shop):
    for number in range(7):
        _add(shop, str(number))
    pages = [history.entries(shop, 3, offset) for offset in (0, 3, 6)]
    assert [one.action for page in pages for one in page] == [f"Added {n}" for n in range(6, -1, -1)]


@pytest.mark.parametrize(
    "sql",
    [
        f"{history._ENTRY} where kind = 'ordinary' and sealed = 0 and undone_by is null order by id desc limit 1",
        "update history_change set sealed = 1 where kind = 'ordinary' and sealed = 0 and undone_by is not null",
        "select * from history_row where row_id = 'a' and table_name = 'shelf' order by id desc",
        "select count(*) from history_row where change_id = 1",
    ],
)
def test_what_every_change_asks_of_a_long_history_is_answered_from_an_index(shop, sql):
    plan = " ".join(row[3] for row in shop.rows(f"explain query plan {sql}"))
    assert "SEARCH" in plan
    assert "SCAN" not in plan
    assert "TEMP B-TREE" not in plan


def test_what_stood_earlier_is_told_once_and_without_what_was_undone(shop):
    _add(shop, "a", name="One")
    _add(shop, "b", name="Other")
    for name in ("Two", "One", "Two", "Three"):
        with change(shop, f"Renamed to {name}"):
            shop.update_row("shelf", "a", {"name": name})
    history.undo(shop)
    assert history.earlier_values(shop, "shelf", ["a"], ("name", "unheard_of")) == [
        ("a", "One", None),
        ("a", "Two", None),
    ]
    assert history.earlier_values(shop, "shelf", ["b", "c"], ("name",)) == []


def test_what_stood_earlier_is_looked_up_by_row_and_not_by_reading_every_change(shop, monkeypatch):
    asked = []
    monkeypatch.setattr(shop, "rows", lambda *sql: asked.append(sql) or [])
    history.earlier_values(shop, "shelf", ["a"], ("name",))
    monkeypatch.undo()
    ((sql, parameters),) = asked
    first = shop.rows(f"explain query plan {sql}", parameters)[0]
    assert "history_row_by_row" in first[3]


def test_the_position_in_the_history_moves_with_every_change_and_can_be_asked_before_one(shop):
    start = history.history_position(shop)
    _add(shop, "a")
    now = history.history_position(shop)
    assert now > start
    assert history.history_position(shop, before=now) == start


def test_to_which_table_a_column_refers_is_read_from_its_own_table(shop):
    assert history.references(shop, "book") == {"shelf_id": "shelf"}
    assert history.references(shop, "shelf") == history.references(shop, "nothing") == {}


def test_a_change_of_some_tables_alone_leaves_the_position_beyond_them(shop):
    _add(shop, "a")
    start = history.position_beyond(shop, {"book"})
    assert start == history.history_position(shop)
    assert history.position_beyond(shop, {"shelf"}) < start
    history.undo(shop)
    assert history.position_beyond(shop, {"book"}) > start
