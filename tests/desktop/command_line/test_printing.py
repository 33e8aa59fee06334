"""Tables as aligned text."""

from datetime import date

from desktop.command_line.printing import table_lines
from resources.tables import Column, ColumnKind, Table

COLUMNS = (
    Column("name", "Service"), Column("beds", "Beds", ColumnKind.NUMBER), Column("on", "Rated on", ColumnKind.DATE),
    Column("share", "Share", ColumnKind.PERCENT), Column("dormant", "Dormant", ColumnKind.FLAG),
)  # fmt: skip


def test_figures_stand_right_and_words_left() -> None:
    table = Table(
        "Services", COLUMNS, [("Larkmeadow", 1234, "2019-12-09", 7, 1), ("Quill\nCare", None, None, 30.4, 0)],
        base="2 services.", source="Provider Desk", as_at=date(2019, 12, 9), notes=("A note.",),
    )  # fmt: skip
    assert list(table_lines(table)) == [
        "Services, as at 9 December 2019",
        "Service      Beds  Rated on    Share  Dormant",
        "----------  -----  ----------  -----  -------",
        "Larkmeadow  1,234  9 Dec 2019     7%  Yes",
        "Quill Care                     30.4%  No",
        "2 services.",
        "A note.",
        "Source: Provider Desk",
    ]


def test_a_table_without_rows_says_so() -> None:
    assert list(table_lines(Table("Services", COLUMNS, []))) == ["Services", "Nothing to list."]
