"""How high cards are, and that they are painted in every theme."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.shell.looks.look import LIGHT, Theme
from desktop.shell.looks.style import Style
from desktop.widgets.board.card_list import CardList
from desktop.widgets.board.cards import Card
from resources.tables import ColumnKind
from tests.desktop.widgets.board.board_cards import cards

pytestmark = pytest.mark.usefixtures("styled")


def shown(qtbot: QtBot, *held: Card) -> CardList:
    made = CardList("board")
    qtbot.addWidget(made)
    made.cards.show_cards(held)
    made.resize(200, 300)
    made.show()
    qtbot.waitExposed(made)
    return made


def height(made: CardList, row: int) -> int:
    return made.visualRect(made.cards.index(row)).height()


def test_a_longer_name_and_more_pills_make_a_higher_card(qtbot: QtBot) -> None:
    pills = ((ColumnKind.STATUS, "Returned for information"), (ColumnKind.STATUS, "Checklist open"))
    made = shown(qtbot, Card("a", "Ada"), Card("b", "The night team of Wren Court Residential Home"),
                 Card("c", "Ada", "Wren Court", pills))  # fmt: skip
    assert height(made, 0) < height(made, 1) and height(made, 0) < height(made, 2)


def test_cards_are_as_wide_as_the_column_and_laid_out_once(qtbot: QtBot) -> None:
    card = cards("Ada")[0]
    made = shown(qtbot, card)
    assert made.visualRect(made.cards.index(0)).width() == made.viewport().width()
    assert made.painter_of.shape_of(card, 200) is made.painter_of.shape_of(card, 200)


def test_a_card_wears_the_colours_of_the_theme(qtbot: QtBot, styled: Style) -> None:
    made = shown(qtbot, *cards("Ada"))
    made.leave()
    QApplication.processEvents()
    made.leave()
    assert _ground(made) == LIGHT.page
    styled.choose(Theme.DARK)
    try:
        assert _ground(made) == styled.look.page != LIGHT.page
        made.go_to(0)
        assert _ground(made) == styled.look.selected
    finally:
        styled.choose(Theme.LIGHT)


def _ground(made: CardList) -> str:
    """The colour behind the words of the first card."""
    corner = made.visualRect(made.cards.index(0)).topRight()
    image = made.viewport().grab().toImage()
    return image.pixelColor(corner.x() - 20, corner.y() + 12).name().upper()


def test_larger_letters_make_higher_cards(qtbot: QtBot, styled: Style) -> None:
    made = shown(qtbot, *cards("Ada"))
    before = height(made, 0)
    styled.choose(Theme.LIGHT, text_scale=2.0)
    try:
        qtbot.waitUntil(lambda: height(made, 0) > before * 1.3)
    finally:
        styled.choose(Theme.LIGHT, text_scale=1.0)
