from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from desktop.widgets.tables.listing_model import ListingModel
from resources.database import Condition, Count, Query
from tests.desktop.sample_window import make_listing


def test_a_listing_model_holds_to_qts_rules(qtmodeltester: ModelTester) -> None:
    model = ListingModel(make_listing(300), None)
    qtmodeltester.check(model)
    model.set_query(Query("rosewood"))
    qtmodeltester.check(model)


def test_only_the_pages_that_are_looked_at_are_read() -> None:
    listing = make_listing(1000)
    model = ListingModel(listing, None)
    names = [model.text(at, 0) for at in (0, 1, 127, 128, 5)]
    assert names[0] == "Rosewood House 1"
    assert listing.asked == [(0, 128), (128, 128)]


def test_pages_long_unseen_are_let_go() -> None:
    listing = make_listing(128 * 12)
    model = ListingModel(listing, None)
    for page in range(12):
        model.row(page * 128)
    listing.asked.clear()
    model.row(11 * 128)
    model.row(0)
    assert listing.asked == [(0, 128)]


def test_a_query_filters_sorts_and_counts() -> None:
    model = ListingModel(make_listing(365), None)
    model.set_query(Query("alder", (Condition("district", ("Bassetlaw",)),)))
    model.sort(0, Qt.SortOrder.DescendingOrder)
    names = [model.text(at, 0) for at in range(model.rowCount())]
    assert names == sorted(names, reverse=True) and names
    assert model.count() == Count(len(names))
    assert {model.cell(at, 2) for at in range(model.rowCount())} == {"Bassetlaw"}
    assert model.query == Query("alder", (Condition("district", ("Bassetlaw",)),), "name", True)


def test_a_key_is_found_in_and_beyond_the_pages_at_hand() -> None:
    model = ListingModel(make_listing(1000), None)
    model.row(0)
    assert [model.row_of(key) for key in ("k5", "k900", "nobody")] == [5, 900, -1]


def test_a_file_that_has_fewer_rows_by_now_gives_empty_ones() -> None:
    listing = make_listing(10)
    model = ListingModel(listing, None)
    listing.rows.clear()
    listing.forget()
    assert (model.rowCount(), model.text(9, 0), model.key_at(9)) == (10, "", "")
