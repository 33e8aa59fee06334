import random
import sys
import unicodedata
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.capabilities import CAPABILITIES
from resources.database import Condition, Count, Query, change, history, listing, open_file
from resources.database.listing import own_rows
from resources.tables import Column, ColumnKind
from tests.resources.database.small import BOOKS, SHELVES, SMALL, listed, listed_from_scratch, small_with

TITLES = [
    "Anne-Marie's Well-being",
    "Café Rosé",
    "Cafe\u0301 in two parts",
    "O'Brien & Sons “quoted” (NEAR)",
    "AND OR NOT NEAR",
    "St. Mary's: care^home* -1",
    "🎉 Party 家族",
    "Zz",
    "",
]


def _fill(db, titles):
    with change(db, "Added"):
        db.insert_row("shelf", {"id": "s", "name": "Poetry"})
        db.insert_rows(
            "book", ("id", "shelf_id", "title"), [(f"{n:05}", "s", title) for n, title in enumerate(titles)]
        )


def _titles(db, text):
    return [row[1] for row in BOOKS.page(db, Query(text), offset=0, limit=300)]


# Text


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("anne-marie", [0]),
        ("marie's", [0]),
        ("Anne Marie’s well-being", [0]),
        ("well being", [0]),
        ("CAFE", [2, 1]),
        ("café", [2, 1]),
        ("cafe\u0301", [2, 1]),
        ("rose", [1]),
        ("o'brien", [3]),
        ('o"brien"', [3]),
        ("brien & sons", [3]),
        ("(near)", [4, 3]),
        ("AND", [4]),
        ("AND OR", [4]),
        ("NOT NEAR AND", [4]),
        ("near(a b)", []),
        ("title : and", []),
        ("mary*", [5]),
        ("^care", [5]),
        ("-1", [5]),
        ("care home", [5]),
        ("家", [6]),
        ("🎉 party", [6]),
        ("z", [7]),
        ("po z", [7]),  # the shelf's name is searched too
        ("'", [8, 4, 0, 2, 1, 3, 5, 7, 6]),
        ('"', [8, 4, 0, 2, 1, 3, 5, 7, 6]),
        ("* : ^ - ( ) + {}", [8, 4, 0, 2, 1, 3, 5, 7, 6]),
        ("🎉", [8, 4, 0, 2, 1, 3, 5, 7, 6]),
        ("  ", [8, 4, 0, 2, 1, 3, 5, 7, 6]),
        ("a" * 20_000, []),
        ("cafe " * 5_000, [2, 1]),
        ("\0cafe\0", [2, 1]),
        ("cafe' or 1=1 --", []),
        ("_cafe_", [2, 1]),
    ],
)
def test_text_finds_the_beginnings_of_words_whatever_is_typed(shop, text, found):
    _fill(shop, TITLES)
    assert _titles(shop, text) == [TITLES[number] for number in found]
    assert BOOKS.count(shop, Query(text)) == Count(len(found))


def test_every_letter_that_can_be_typed_is_understood(shop):
    """The index and Python must agree what a word is: where they do not, the query would be an error."""
    for first in range(1, sys.maxunicode, 997):
        letters = (chr(code) for code in range(first, first + 997) if code <= sys.maxunicode)
        text = " ".join(f"a{letter}b" for letter in letters if unicodedata.category(letter) != "Cs")
        for part in range(0, len(text), 120):
            assert BOOKS.count(shop, Query(text[part : part + 120])) == Count(0)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=40))
def test_no_text_is_an_error(shop, text):
    BOOKS.count(shop, Query(text, (Condition("title", (text, None)),)))
    assert BOOKS.page(shop, Query(text), offset=0, limit=5) == []


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(categories=["Lu", "Ll", "Nd"], max_codepoint=0x17F), min_size=1, max_size=12))
def test_a_title_is_found_by_each_beginning_of_it(shop, title):
    with change(shop, "Added"):
        shop.execute("insert or ignore into shelf (id) values ('s')")
        shop.insert_row("book", {"id": "x", "shelf_id": "s", "title": title})
    missed = [n for n in range(1, len(title) + 1) if _titles(shop, title[:n]) != [title]]
    history.undo(shop)
    assert missed == []


def test_hits_are_capped_at_256(shop):
    _fill(shop, [f"Novel {number:03}" for number in range(300)])
    assert BOOKS.count(shop, Query("nov")) == Count(256, capped=True)
    shown = BOOKS.page(shop, Query("nov", order_by="title", descending=True), offset=0, limit=1000)
    assert len(shown) == 256
    assert [row[1] for row in shown] == sorted((row[1] for row in shown), reverse=True)
    assert BOOKS.count(shop, Query("novel 29")) == Count(10)
    assert BOOKS.count(shop, Query()) == Count(300)


def test_a_changed_text_is_found_under_the_new_word_only(shop):
    _fill(shop, ["Old name"])
    with change(shop, "Renamed"):
        shop.update_row("book", "00000", {"title": "New name"})
        shop.update_row("shelf", "s", {"name": "Drama"})
    assert [_titles(shop, text) for text in ("old", "poet")] == [[], []]
    assert [_titles(shop, text) for text in ("new", "dram")] == [["New name"], ["New name"]]
    history.undo(shop)
    assert [_titles(shop, text) for text in ("old", "poet")] == [["Old name"], ["Old name"]]
    assert [_titles(shop, text) for text in ("new", "dram")] == [[], []]


# Conditions, order, pages


def _numbered(db):
    with change(db, "Added"):
        db.insert_rows("shelf", ("id", "name"), [("p", "Poetry"), ("d", "Drama")])
        chance = random.Random(7)
        db.insert_rows(
            "book",
            ("id", "shelf_id", "title", "number"),
            [
                (
                    f"{n:04}",
                    chance.choice("pd"),
                    chance.choice(["Apple", "apple", "Pear", ""]),
                    chance.choice([None, 1, 50, 500]),
                )
                for n in range(500)
            ],
        )


@pytest.mark.parametrize(
    ("conditions", "sql"),
    [
        ((Condition("number", (None,)),), "number is null"),
        ((Condition("number", (None, 50)),), "number is null or number = 50"),
        ((Condition("number", ()),), "0"),
        ((Condition("shelf", ("Drama",)), Condition("size", ("small", "large"))), None),
    ],
)
def test_conditions_choose_lines(shop, conditions, sql):
    _numbered(shop)
    sql = sql or "shelf_id = 'd' and (number is null or number in (1, 500))"
    keys = {key for (key,) in shop.rows(f"select id from book where {sql}")}
    query = Query(conditions=conditions)
    assert set(BOOKS.keys(shop, query)) == keys
    assert BOOKS.count(shop, query) == Count(len(keys))
    assert {row[0] for row in BOOKS.page(shop, query, offset=0, limit=1000)} == keys


@pytest.mark.parametrize("column", ["title", "shelf", "number", "size"])
@pytest.mark.parametrize("descending", [False, True])
@pytest.mark.parametrize("text", ["", "p"])
@pytest.mark.parametrize("conditions", [(), (Condition("shelf", ("Drama",)),)])
def test_paging_shows_every_line_once_in_order_and_knows_its_position(
    shop, column, descending, text, conditions
):
    _numbered(shop)
    query = Query(text, conditions, column, descending)
    number = BOOKS.count(shop, query).number
    rows = [
        row
        for offset in range(0, number + 37, 37)
        for row in BOOKS.page(shop, query, offset=offset, limit=37)
    ]
    keys = [row[0] for row in rows]
    assert (len(keys), len(set(keys))) == (number, number)
    if not text:
        assert keys == BOOKS.keys(shop, query)
    place = 1 + [one.name for one in BOOKS.columns].index(column)
    order = {"small": 1, "middle": 2, "large": 3}

    def rank(row):
        value = row[place]
        if isinstance(value, str):
            value = order.get(value, value.casefold())
        return (value is not None, value if value is not None else 0, row[0])

    assert rows == sorted(rows, key=rank, reverse=descending)
    assert [BOOKS.position(shop, query, key) for key in keys[:: max(len(keys) // 7, 1)]] == list(
        range(0, number, max(len(keys) // 7, 1))
    )
    assert BOOKS.position(shop, query, "nowhere") is None


def test_a_column_that_is_not_there_is_an_error(shop):
    for query in (Query(order_by="colour"), Query(conditions=(Condition("colour", ("red",)),))):
        with pytest.raises(LookupError, match="no column colour"):
            BOOKS.page(shop, query, offset=0, limit=1)
    with pytest.raises(LookupError, match="no column colour"):
        BOOKS.choices(shop, "colour")


def test_choices_come_in_the_columns_own_order(shop):
    _numbered(shop)
    assert BOOKS.choices(shop, "size") == ["small", "middle", "large"]
    assert BOOKS.choices(shop, "number") == [None, 1, 50, 500]
    assert BOOKS.choices(shop, "shelf") == ["Drama", "Poetry"]


_EVERY = [one for capability in (SMALL, *CAPABILITIES) for one in capability.listings]


@pytest.mark.parametrize("one", _EVERY, ids=lambda one: one.name)
def test_every_sortable_column_is_paged_from_an_index(request, one):
    db = request.getfixturevalue("shop" if one in SMALL.listings else "db")
    asked = []
    db.conn.set_trace_callback(asked.append)
    for column in one.columns:
        for descending in (False, True):
            asked.clear()
            one.page(db, Query(order_by=column.name, descending=descending), offset=90, limit=30)
            plan = [row[3] for row in db.rows(f"explain query plan {asked[0]}")]
            index = f"{one.table}_{one.sort_by.get(column.name, column.name)}"
            assert f"SCAN line USING COVERING INDEX {index}" in plan
            assert plan[0] == "SEARCH line USING INTEGER PRIMARY KEY (rowid=?)"


# Kept in step


def _random_changes(db, chance):
    for _ in range(12):
        with change(db, "Changed"):
            keys = [key for (key,) in db.rows("select id from book")]
            for key in chance.sample(keys, min(len(keys), 4)):
                if chance.random() < 0.3:
                    db.delete_row("book", key)
                else:
                    db.update_row(
                        "book", key, {"shelf_id": chance.choice("pd"), "number": chance.choice([1, 200])}
                    )
            db.update_row("shelf", "p", {"name": f"Poetry {chance.randrange(3)}"})


@pytest.mark.parametrize("many", [0, 10**9])
def test_listings_made_anew_equal_those_kept_in_step(shop, monkeypatch, many):
    monkeypatch.setattr(listing, "_MANY", many)
    _numbered(shop)
    _random_changes(shop, random.Random(3))
    assert listed(shop) == listed_from_scratch(shop)
    while history.undo(shop):
        assert listed(shop) == listed_from_scratch(shop)
    assert listed(shop) == {"book": [], "shelf": []}


def test_a_change_writes_only_the_cells_of_a_line_that_differ(shop):
    _fill(shop, ["One", "Two"])
    asked = []
    shop.conn.set_trace_callback(asked.append)
    with change(shop, "Counted"):
        shop.update_row("book", "00001", {"number": 50, "note": "not listed"})
    shop.conn.set_trace_callback(None)
    written = [sql for sql in asked if sql.startswith(("update", "insert", "delete")) and "listing_" in sql]
    assert written == [
        """update "listing_book" set "number" = 50, "size" = 'middle', "size_order" = 2 where id = '00001'"""
    ]


def test_a_change_that_fails_leaves_the_listing_as_it_was(shop):
    _numbered(shop)
    before = listed(shop)
    with pytest.raises(ZeroDivisionError), change(shop, "Fails"):
        shop.execute("delete from book")
        raise ZeroDivisionError
    assert listed(shop) == before


def _tables(db):
    return {name for (name,) in db.rows("select name from sqlite_schema where name like 'listing%'")}


def test_a_listing_with_another_definition_is_made_anew_and_a_dropped_one_removed(shop_file):
    _numbered(shop_file.db)
    before = BOOKS.page(shop_file.db, Query(), offset=0, limit=1000)
    shop_file.close()
    wider = replace(
        BOOKS,
        columns=(*BOOKS.columns, Column("share", "Share", ColumnKind.PERCENT)),
        fill=BOOKS.fill.replace("3 when", "30 when").replace("end,\n        case", "end, number / 8.0, case"),
    )
    again = open_file(shop_file.path, (small_with(listings=(wider,)),))
    lines = wider.page(again.db, Query(order_by="share"), offset=0, limit=1000)
    assert sorted(line[:-1] for line in lines) == sorted(before)
    shares = [line[-1] for line in lines if line[-1] is not None]
    assert shares == sorted(shares)
    assert set(shares) == {0.125, 6.25, 62.5}
    assert not any(name.startswith("listing_shelf") for name in _tables(again.db))
    again.close()
    once_more = open_file(shop_file.path, (SMALL,))
    assert BOOKS.page(once_more.db, Query(), offset=0, limit=1000) == before
    assert SHELVES.count(once_more.db, Query()) == Count(2)
    once_more.close()


def test_a_listing_with_the_same_definition_is_left_alone(shop_file):
    _numbered(shop_file.db)
    with shop_file.db.atomic():
        shop_file.db.execute("update listing_book set size = 'seen' where id = '0000'")
    shop_file.close()
    again = open_file(shop_file.path, (SMALL,))
    assert again.db.value("select size from listing_book where id = '0000'") == "seen"
    again.close()


def test_rows_that_a_migration_writes_are_listed(shop_file):
    _numbered(shop_file.db)
    shop_file.close()

    def tidy(db):
        db.execute("update book set title = 'Untitled' where title = ''")

    again = open_file(shop_file.path, (small_with(tidy),))
    assert listed(again.db) == listed_from_scratch(again.db)
    assert BOOKS.count(again.db, Query("untitled")).number > 50
    again.close()


def test_a_listing_that_depends_on_other_rows_has_another_definition():
    assert replace(BOOKS, depends={"book": own_rows()}).definition != BOOKS.definition


def test_every_listing_names_the_tables_that_its_lines_are_of():
    made = {one.name: one.lines_of for capability in CAPABILITIES for one in capability.listings}
    assert [name for name, tables in made.items() if not tables] == []
    assert (BOOKS.lines_of, SHELVES.lines_of) == (("book",), ("shelf",))


# Beginnings longer than those that the index holds are looked for word by word


@pytest.mark.parametrize("endings", [1, 3, 16, 17, 40])
@pytest.mark.parametrize("typed", ["Care", "CAREX", "carex poe", "poet carexa", "cares", "rêve", "reverie"])
def test_a_long_beginning_finds_what_any_beginning_finds(shop, typed, endings):
    letters = "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz"
    titles = [f"Carex{letter}{number} Rêverie" for number, letter in enumerate(letters[:endings])]
    _fill(shop, [*titles, "Car", "Caretaker", "Scare"])
    starts = [word.casefold().replace("ê", "e") for word in typed.split()]
    expected = [
        title
        for title in [*titles, "Car", "Caretaker", "Scare"]
        if all(
            any(word.startswith(start) for word in f"{title} poetry".casefold().replace("ê", "e").split())
            for start in starts
        )
    ]
    assert sorted(_titles(shop, typed)) == sorted(expected)
    assert BOOKS.count(shop, Query(typed)).number == len(expected)


def test_words_that_are_no_more_are_not_found_by_a_long_beginning(shop):
    _fill(shop, ["Rosewood", "Rosewell"])
    with change(shop, "Renamed"):
        shop.update_row("book", "00000", {"title": "Ashfield"})
    assert (_titles(shop, "rosew"), _titles(shop, "ashf")) == (["Rosewell"], ["Ashfield"])
    history.undo(shop)
    assert (_titles(shop, "rosew"), _titles(shop, "ashf")) == (["Rosewell", "Rosewood"], [])


def test_a_connection_that_only_reads_finds_by_a_long_beginning(shop_file):
    _fill(shop_file.db, ["Rosewood"])
    reader = shop_file.connection(read_only=True)
    assert _titles(reader, "rosewo") == ["Rosewood"]
    reader.close()
