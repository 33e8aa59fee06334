from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from desktop.shell.actions import Action
from desktop.widgets.detail import Detail, DetailPane, Line, Section
from desktop.widgets.tables.table import TableView
from resources.tables import Column, Table
from tests.desktop.accessibility import audit
from tests.desktop.fake_listing import services
from tests.desktop.sample_window import detail_of
from tests.desktop.widgets.words_shown import words

COLUMNS = (Column("id", "Location ID"), Column("name", "Location"))


ROWS = (("1-101", "Rosewood House"), ("1-102", "Larkmeadow Court"))


def nothing() -> None:
    """An action that does nothing."""


def test_a_detail_pane_shows_what_matters_and_leaves_out_what_is_empty(qtbot: QtBot, styled: object) -> None:
    pane = DetailPane("Service", "Choose a service to see it here.")
    qtbot.addWidget(pane)
    pane.show()
    pane.show_detail(detail_of(services(1)[0], nothing))
    qtbot.waitUntil(lambda: "Rosewood House 1" in words(pane))
    assert "Beds" not in words(pane)
    assert audit(pane) == []
    pane.clear()
    qtbot.waitUntil(lambda: words(pane) == ["Choose a service to see it here."])


def test_a_folded_section_stays_folded_for_the_next_thing(qtbot: QtBot, styled: object) -> None:
    pane = DetailPane("Service", "Nothing chosen.")
    qtbot.addWidget(pane)
    pane.show()
    detail = Detail("Rosewood House", sections=(Section("Contacts", (Line("Manager", "Zoë Example"),)),))
    pane.show_detail(detail)
    fold = next(button for button in pane.findChildren(QPushButton) if button.text() == "Contacts")
    assert fold.accessibleName() == "Contacts, unfolded"
    fold.click()
    pane.show_detail(detail)
    folds = [button for button in pane.findChildren(QPushButton) if button.text() == "Contacts"]
    assert folds[-1].accessibleName() == "Contacts, folded"


def test_a_row_of_a_small_table_is_opened_by_its_key(qtbot: QtBot, styled: object) -> None:
    opened: list[str] = []
    pane = DetailPane("Service", "Nothing chosen.")
    qtbot.addWidget(pane)
    table = Table("Contacts", COLUMNS, ROWS)
    section = Section("Contacts", table=table, keys=("a", "b"), opened=opened.append)
    pane.show_detail(Detail("Rosewood", sections=(section,)))
    view = pane.findChild(TableView)
    view.go_to("b")
    view.opened.emit(view.current_key)
    assert opened == ["b"]


def test_a_link_and_an_action_of_the_pane_are_run(qtbot: QtBot, styled: object) -> None:
    ran: list[str] = []
    pane = DetailPane("Service", "Nothing chosen.")
    qtbot.addWidget(pane)
    link = Line("Provider", "Larkmeadow Homes", lambda: ran.append("provider"))
    edit = Action("edit", "Edit", lambda: ran.append("edit"))
    pane.show_detail(Detail("Rosewood", actions=(edit,), sections=(Section("What matters", (link,)),)))
    for button in pane.findChildren(QPushButton):
        if button.text() in {"Larkmeadow Homes", "Edit"}:
            button.click()
    assert sorted(ran) == ["edit", "provider"]


def test_stacked_lines_have_their_text_beneath_the_label(qtbot: QtBot, styled: object) -> None:
    pane = DetailPane("Response", "Nothing chosen.")
    qtbot.addWidget(pane)
    pane.resize(400, 300)
    pane.show()
    lines = (Line("How many people applied for a post with you?", "12 people"),)
    pane.show_detail(Detail("Response 1", sections=(Section("Interviews", lines, stacked=True),)))
    qtbot.waitUntil(lambda: "12 people" in words(pane))
    said = {one.text(): one for one in pane.findChildren(QLabel)}
    asked, answer = said["How many people applied for a post with you?"], said["12 people"]
    assert (
        asked.mapTo(pane, asked.rect().bottomLeft()).y() < answer.mapTo(pane, answer.rect().topLeft()).y() + 2
    )


def test_actions_go_on_to_another_line_and_text_without_a_label_has_no_room_above(
    qtbot: QtBot, styled: object
) -> None:
    pane = DetailPane("Report", "Nothing chosen.")
    qtbot.addWidget(pane)
    pane.resize(290, 400)
    pane.show()
    names = ("Compare with another…", "Save its manifest…", "Note…")
    actions = tuple(Action(name, name, nothing) for name in names)
    lines = (Line("", "Why some of it is not for publication."),)
    pane.show_detail(Detail("Quality", actions=actions, sections=(Section("Words", lines, stacked=True),)))
    buttons = {one.text(): one for one in pane.findChildren(QPushButton)}
    qtbot.waitUntil(lambda: buttons["Note…"].y() > buttons["Compare with another…"].y())
    assert pane.minimumWidth() <= 290
    assert all(one.text() for one in pane.findChildren(QLabel))
