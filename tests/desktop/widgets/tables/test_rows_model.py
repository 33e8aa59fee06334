from pytestqt.modeltest import ModelTester

from desktop.widgets.tables.rows_model import RowsModel
from resources.database import Query
from resources.tables import Column, ColumnKind
from tests.desktop.fake_listing import COLUMNS, services


def test_a_rows_model_holds_to_qts_rules(qtmodeltester: ModelTester) -> None:
    model = RowsModel(COLUMNS, [row[1:] for row in services(50)])
    qtmodeltester.check(model)
    model.set_query(Query("rosewood", order_by="beds"))
    qtmodeltester.check(model)
    model.set_rows([])
    qtmodeltester.check(model)


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
