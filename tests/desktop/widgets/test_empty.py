from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from desktop.shell.actions import Action
from desktop.widgets.empty import EmptyPage
from tests.desktop.accessibility import audit
from tests.desktop.widgets.words_shown import words


def test_one_sentence_with_what_comes_next_and_a_quieter_way(qtbot: QtBot, styled: object) -> None:
    ran: list[str] = []
    page = EmptyPage(
        "Nothing is held yet.",
        Action("import", "Import a file", lambda: ran.append("import")),
        Action("sample", "Make sample data", lambda: ran.append("sample")),
    )
    qtbot.addWidget(page)
    page.show()
    buttons = page.findChildren(QPushButton)
    for button in buttons:
        button.click()
    assert words(page) == ["Nothing is held yet."]
    assert [(one.text(), one.property("kind")) for one in buttons] == [
        ("Import a file", "primary"),
        ("Make sample data", "link"),
    ]
    assert (ran, page.focusProxy(), audit(page)) == (["import", "sample"], buttons[0], [])


def test_a_sentence_alone_takes_no_focus(qtbot: QtBot, styled: object) -> None:
    page = EmptyPage("Nothing is held yet.")
    qtbot.addWidget(page)
    assert (page.findChildren(QPushButton), page.focusProxy()) == ([], None)


def test_on_a_wide_page_the_sentence_stands_above_its_button(qtbot: QtBot, styled: object) -> None:
    page = EmptyPage("Nothing is held yet.", Action("import", "Import a file", lambda: None))
    qtbot.addWidget(page)
    page.resize(1400, 600)
    page.show()
    (button,), (sentence,) = page.findChildren(QPushButton), page.findChildren(QLabel)
    assert abs(sentence.geometry().center().x() - button.geometry().center().x()) <= 1
    assert sentence.height() < 60  # on one line
