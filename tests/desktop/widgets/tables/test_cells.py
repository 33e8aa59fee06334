from desktop.widgets.tables.rows_model import RowsModel
from resources.tables import Column, ColumnKind


def test_cells_are_said_as_the_council_writes_them() -> None:
    kinds = [
        ColumnKind.DATE, ColumnKind.MONEY, ColumnKind.PERCENT, ColumnKind.FLAG, ColumnKind.NUMBER, ColumnKind.POINTS,
    ]  # fmt: skip
    columns = [Column(kind.value, kind.value, kind) for kind in kinds]
    model = RowsModel(
        columns, [("2019-12-09", 7550, 7.4, 1, 11200, 467), (None, 11200000, 100, 0, None, 1000)]
    )
    said = [[model.text(row, column) for column in range(6)] for row in range(2)]
    assert said == [
        ["9 Dec 2019", "£75.50", "7%", "Yes", "11,200", "4.67"],
        ["", "£112,000", "100%", "No", "", "10.00"],
    ]
