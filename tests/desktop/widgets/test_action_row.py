from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.shell.actions import Action
from desktop.widgets.action_row import ActionRow


def test_a_button_runs_its_action_and_says_its_tip_with_the_shortcut(qtbot: QtBot, styled: object) -> None:
    done: list[str] = []
    row = ActionRow(
        [
            Action("add", "Add…", lambda: done.append("add"), "Ctrl+N", primary=True, tip="Add a person"),
            Action("change", "Change…", lambda: done.append("change"), "F2"),
            Action("remove", "Remove", lambda: done.append("remove")),
        ]
    )
    qtbot.addWidget(row)
    row.show()
    for name in ("remove", "add"):
        qtbot.mouseClick(row.buttons[name], Qt.MouseButton.LeftButton)
    assert done == ["remove", "add"]
    tips = [made.toolTip() for made in row.buttons.values()]
    assert tips == ["Add a person (Ctrl+N)", "Change… (F2)", ""]
    assert [made.property("kind") for made in row.buttons.values()] == ["primary", None, None]


def test_what_can_be_pressed_and_what_it_is_called_follows_when_asked(qtbot: QtBot) -> None:
    chosen: list[str] = []
    row = ActionRow([Action("publish", "Publish", print, enabled=lambda: bool(chosen))])
    row.offer([Action("retire", "Retire", print, label_now=lambda: "Restore" if chosen else "Retire")])
    qtbot.addWidget(row)
    row.refresh()
    publish, retire = row.buttons["publish"], row.buttons["retire"]
    assert (publish.isEnabled(), retire.text()) == (False, "Retire")
    chosen.append("one")
    row.refresh()
    assert (publish.isEnabled(), retire.text(), retire.accessibleName()) == (True, "Restore", "Restore")


def test_lines_of_buttons_keep_their_room_beside_what_wants_all(qtbot: QtBot, styled: object) -> None:
    words = "Publish"
    row = ActionRow(
        [
            Action("publish", words, print, label_now=lambda: words),
            *(Action(f"act_{number}", "Change the response…", print) for number in range(3)),
        ],
        heading="Selected people:",
    )
    window, greedy = QWidget(), QTextEdit()
    greedy.setMinimumHeight(300)
    column = QVBoxLayout(window)
    column.addWidget(row)
    column.addWidget(greedy, 1)
    qtbot.addWidget(window)
    wide = sum(made.sizeHint().width() for made in row.buttons.values()) + 240
    window.resize(wide, 380)
    window.show()
    line = row.buttons["publish"].height()
    qtbot.waitUntil(lambda: row.height() < 2 * line)
    words = "Withhold 1,234 comments of all the events that there ever were in the county"
    row.refresh()
    qtbot.waitUntil(lambda: row.height() > 2 * line)
    window.resize(wide * 4, 380)
    qtbot.waitUntil(lambda: row.height() < 2 * line)
    window.resize(300, 380)
    qtbot.waitUntil(lambda: row.height() > 3 * line)
    assert greedy.geometry().top() > row.geometry().bottom()
