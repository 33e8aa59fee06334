from pytestqt.modeltest import ModelTester

from desktop.widgets.tables.listing_model import ListingModel
from desktop.widgets.tables.usual_rows import UsualListing, UsualRows
from resources.database import Condition, Query
from resources.tables import Column
from tests.desktop.sample_window import make_listing

GOOD = Condition("rating", ("Good",))
POOR = Condition("rating", ("Inadequate",))


def column(model: ListingModel | UsualRows, name: str) -> set[str]:
    at = model.column_named(name)
    return {model.text(row, at) for row in range(model.rowCount())}


def test_a_listing_has_the_usual_rows_until_its_column_is_filtered(qtmodeltester: ModelTester) -> None:
    model = UsualListing(make_listing(365), None, Query(order_by="name"), usual=GOOD)
    everything = ListingModel(make_listing(365), None)
    assert column(model, "rating") == {"Good"}
    assert model.query.order_by == "name"
    model.set_query(Query("alder"))
    assert column(model, "rating") == {"Good"} and model.count_for(Query()) < everything.rowCount()
    model.set_query(Query(conditions=(POOR,)))
    assert column(model, "rating") == {"Inadequate"}
    assert model.count_for(Query(conditions=(POOR,))) == model.rowCount()
    qtmodeltester.check(model)


def test_rows_in_memory_do_too_and_stay_sorted() -> None:
    columns = (Column("name", "Name"), Column("status", "Status"))
    model = UsualRows(columns, usual=Condition("status", ("Open", "Overdue")))
    model.set_rows([("b", "Open"), ("c", "Done"), ("a", "Overdue")])
    assert column(model, "name") == {"a", "b"}
    model.sort(0)
    assert [model.text(at, 0) for at in range(model.rowCount())] == ["a", "b"]
    done = Query(conditions=(Condition("status", ("Done",)),))
    assert (model.count_for(Query()), model.count_for(done)) == (2, 1)
    model.set_query(done)
    assert column(model, "name") == {"c"}
