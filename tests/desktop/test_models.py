from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from desktop.widgets.tables.listing_model import ListingModel
from desktop.widgets.tables.rows_model import RowsModel
from resources.database import Condition, Count, Query
from resources.tables import Column, ColumnKind
from tests.desktop.fake_listing import COLUMNS, FakeListing, services
from tests.desktop.sample_window import make_listing

SPOKEN = Qt.ItemDataRole.AccessibleTextRole


def test_a_listing_model_holds_to_qts_rules(qtmodeltester: ModelTester) -> None:
    model = ListingModel(make_listing(300), None)
    qtmodeltester.check(model)
    model.set_query(Query("rosewood"))
    qtmodeltester.check(model)


def test_a_rows_model_holds_to_qts_rules(qtmodeltester: ModelTester) -> None:
    model = RowsModel(COLUMNS, [row[1:] for row in services(50)])
    qtmodeltester.check(model)
    model.set_query(Query("rosewood", order_by="beds"))
    qtmodeltester.check(model)
    model.set_rows([])
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


def test_the_third_click_on_a_heading_gives_back_the_order_the_rows_come_in() -> None:
    model = ListingModel(make_listing(20), None)
    model.sort(0, Qt.SortOrder.DescendingOrder)
    model.sort(-1, Qt.SortOrder.AscendingOrder)
    assert (model.query.order_by, model.query.descending, model.key_at(0)) == ("", False, "k0")


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


def test_every_cell_is_heard_with_its_heading() -> None:
    model = ListingModel(make_listing(3), None)
    row = [model.index(2, column).data(SPOKEN) for column in range(model.columnCount())]
    assert row == [
        "Service: Willowbrook House 3",
        "Kind of service: Extra care",
        "District: Newark and Sherwood",
        "Rating: Inadequate",
        "Contract: Active",
        "Beds: 26",
        "Inspected: 17 Nov 2019",
    ]
    assert model.index(0, 5).data(SPOKEN) == "Beds: empty"


def test_cells_are_said_as_the_council_writes_them() -> None:
    kinds = [ColumnKind.DATE, ColumnKind.MONEY, ColumnKind.PERCENT, ColumnKind.FLAG, ColumnKind.NUMBER]
    columns = [Column(kind.value, kind.value, kind) for kind in kinds]
    model = RowsModel(columns, [("2019-12-09", 7550, 7.4, 1, 11200), (None, 11200000, 100, 0, None)])
    said = [[model.text(row, column) for column in range(5)] for row in range(2)]
    assert said == [["9 Dec 2019", "£75.50", "7%", "Yes", "11,200"], ["", "£112,000", "100%", "No", ""]]


def test_rows_in_memory_are_found_without_accents_and_capitals() -> None:
    model = RowsModel([Column("name", "Name")], [("Zoë Example",), ("ÉLAN House",), ("Alder",)])
    model.set_query(Query("zoe"))
    assert [model.text(at, 0) for at in range(model.rowCount())] == ["Zoë Example"]
    model.set_query(Query("elan ho"))
    assert [model.text(at, 0) for at in range(model.rowCount())] == ["ÉLAN House"]


def test_rows_in_memory_sort_by_number_by_letter_and_empty_last() -> None:
    columns = [Column("name", "Name"), Column("beds", "Beds", ColumnKind.NUMBER)]
    model = RowsModel(columns, [("b", 9), ("Á", None), ("c", 10)], keys=["kb", "ka", "kc"])
    model.sort(1)
    assert [model.key_at(at) for at in range(3)] == ["kb", "kc", "ka"]
    model.sort(0)
    assert [model.key_at(at) for at in range(3)] == ["ka", "kb", "kc"]
    assert (model.row_of("kc"), model.row_of("gone"), model.choices("beds")) == (2, -1, [9, 10, None])


def test_unused_roles_are_answered_with_nothing() -> None:
    listing = FakeListing(services(1))
    model = ListingModel(listing, None)
    roles = (Qt.ItemDataRole.DecorationRole, Qt.ItemDataRole.FontRole, Qt.ItemDataRole.BackgroundRole)
    assert [model.index(0, 0).data(role) for role in roles] == [None, None, None]
    assert listing.asked == []
