from PySide6.QtCore import Qt

from desktop.widgets.tables.listing_model import ListingModel
from desktop.widgets.tables.rows_model import RowsModel
from resources.tables import Column
from tests.desktop.fake_listing import FakeListing, services
from tests.desktop.sample_window import make_listing

SPOKEN = Qt.ItemDataRole.AccessibleTextRole


def test_the_third_click_on_a_heading_gives_back_the_order_the_rows_come_in() -> None:
    model = ListingModel(make_listing(20), None)
    model.sort(0, Qt.SortOrder.DescendingOrder)
    model.sort(-1, Qt.SortOrder.AscendingOrder)
    assert (model.query.order_by, model.query.descending, model.key_at(0)) == ("", False, "k0")


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


def test_unused_roles_are_answered_with_nothing() -> None:
    listing = FakeListing(services(1))
    model = ListingModel(listing, None)
    roles = (Qt.ItemDataRole.DecorationRole, Qt.ItemDataRole.FontRole, Qt.ItemDataRole.BackgroundRole)
    assert [model.index(0, 0).data(role) for role in roles] == [None, None, None]
    assert listing.asked == []


def test_what_cells_begin_with_alike_is_heard_and_not_painted() -> None:
    column = Column("category", "Category", leads=("Proud to be ", "Proud to "))
    model = RowsModel([column], [["Proud to be kind"], ["Patience"]])
    assert [model.drawn(at, 0) for at in (0, 1)] == ["Kind", "Patience"]
    assert model.text(0, 0) == model.index(0, 0).data() == "Proud to be kind"
    assert model.index(0, 0).data(SPOKEN) == "Category: Proud to be kind"
