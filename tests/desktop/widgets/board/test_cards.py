"""Cards and columns as values."""

from desktop.widgets.board.cards import BoardColumn, Card
from resources.tables import ColumnKind


def test_a_card_says_all_that_it_shows() -> None:
    card = Card(
        "a", "Ada Example", "Wren Court", ((ColumnKind.STATUS, "Judging"), (ColumnKind.TEXT, "2 voices"))
    )
    assert card.said == "Ada Example, Wren Court, Judging, 2 voices"
    assert Card("b", "Ben Specimen").said == "Ben Specimen"


def test_a_column_says_how_many_it_has() -> None:
    assert BoardColumn("j", "Judging", (Card("a", "A"),)).said("nominee") == "Judging, 1 nominee"
    assert (
        BoardColumn("j", "Judging", (Card("a", "A"), Card("b", "B"))).said("nominee") == "Judging, 2 nominees"
    )
    assert BoardColumn("j", "Judging").said("nominee") == "Judging, no nominees"
