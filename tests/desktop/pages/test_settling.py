from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.pages.settling import Settling


def settling(qtbot: QtBot) -> tuple[Settling, list[str], QWidget]:
    page = QWidget()
    qtbot.addWidget(page)
    page.show()
    drawn: list[str] = []
    return Settling(lambda: drawn.append("drawn"), page), drawn, page


def test_the_first_is_drawn_at_once_and_those_that_fly_past_once_they_rest(qtbot: QtBot) -> None:
    follows, drawn, _page = settling(qtbot)
    for _ in range(20):
        follows.ask()
    assert drawn == ["drawn"]
    qtbot.waitUntil(lambda: len(drawn) == 2)


def test_a_page_that_was_left_is_drawn_when_it_catches_up_and_only_then(qtbot: QtBot) -> None:
    follows, drawn, page = settling(qtbot)
    follows.ask()
    follows.ask()
    page.hide()
    qtbot.waitUntil(lambda: not follows._timer.isActive())
    assert drawn == ["drawn"]
    follows.catch_up()
    follows.catch_up()
    assert drawn == ["drawn", "drawn"]
