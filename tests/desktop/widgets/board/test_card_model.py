"""Cards as Qt asks for them."""

from PySide6.QtCore import Qt

from desktop.widgets.board.card_model import CardModel
from tests.desktop.widgets.board.board_cards import cards


def test_a_card_is_named_and_says_all_of_itself_to_a_screen_reader() -> None:
    model = CardModel()
    model.show_cards(cards("Ada", "Ben"))
    index = model.index(1)
    assert index.data() == "Ben"
    for role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
        assert index.data(role) == "Ben, Place of Ben, Submitted"
    assert index.data(Qt.ItemDataRole.DecorationRole) is None and model.data(model.index(9)) is None


def test_a_card_is_found_by_its_key_and_can_be_dragged() -> None:
    model = CardModel()
    model.show_cards(cards("Ada", "Ben"))
    assert (model.row_of("ben"), model.row_of("cat"), model.rowCount(), model.rowCount(model.index(0))) == (
        1,
        -1,
        2,
        0,
    )
    assert model.flags(model.index(0)) & Qt.ItemFlag.ItemIsDragEnabled
