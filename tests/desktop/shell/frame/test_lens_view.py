"""With the lens on, a face stands in the place of every page, and nothing else in the window tells what is covered."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.shell.actions import Action
from desktop.shell.frame.lens_view import LensView
from desktop.shell.frame.palette import Found, Palette
from desktop.shell.frame.public_face import PublicFace
from desktop.shell.frame.window import MainWindow
from desktop.shell.messages import COVERED, OUR_FAULT
from desktop.shell.page import Desk, Page, PageSpec
from desktop.shell.public_view import PublicView
from resources.problem import Problem
from resources.report import Exemption, Heading, Paragraph, Report
from tests.desktop.accessibility import audit
from tests.desktop.sample_window import FakeUndo

SECRET = "Rosewood House"
TOLD = Report(
    "Homes",
    blocks=(Heading("Homes"), Paragraph("Thirty homes."), Paragraph(SECRET, exempt=Exemption(3, "Named."))),
)
Take = Callable[[Report | None], object]


class Homes(Page):
    """Shows a name, does something about it, and is public in part."""

    public_sections = ("homes",)
    covered_because = "names are not published"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.changes)
        self.shown = QLabel(SECRET, self)
        self.rows: list[str] = []

    def page_actions(self) -> list[Action]:
        return [Action("archive", f"Archive {SECRET}", lambda: None, "Ctrl+J")]

    def found_here(self, text: str) -> list[Found]:
        return [Found("Home", SECRET, "", lambda: None)]

    def status_text(self) -> str:
        return SECRET

    def show_row(self, key: str) -> None:
        self.rows.append(key)


class Quiet(Page):
    """Says nothing of what is public."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.changes)
        self.shown = QLabel(SECRET, self)


@pytest.fixture
def asked() -> list[tuple[str, PublicView, Take]]:
    return []


@pytest.fixture
def window(desk: Desk, qtbot: QtBot, asked: list[tuple[str, PublicView, Take]]) -> MainWindow:
    undo = FakeUndo()
    made = MainWindow(
        [
            PageSpec("homes", "Homes", "home", lambda: Homes(desk), attention=lambda: 7),
            PageSpec("quiet", "Quiet", "lock", lambda: Quiet(desk)),
        ],
        desk,
        undo=undo,
        finder=lambda text: [Found("Home", SECRET, "", lambda: None)],
        public_reading=lambda title, view, take: asked.append((title, view, take)),
    )
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    return made


def face(window: MainWindow) -> PublicFace:
    found = window.findChild(PublicFace)
    assert found is not None
    return found


def read(window: MainWindow) -> str:
    """All words that can be seen in the window and its menus."""
    labels = [one.text() for one in window.findChildren(QLabel) if one.isVisible()]
    menus = [act.text() for menu in window.menuBar().actions() for act in menu.menu().actions()]
    blocks = face(window).preview.view.blocks
    heard = [blocks.data(blocks.index(row)) for row in range(blocks.rowCount())]
    return "\n".join([*labels, *menus, *heard, window.windowTitle()])


def test_nothing_of_a_page_is_seen_under_the_lens_but_what_it_says_is_public(window, desk, asked):
    assert SECRET in read(window)
    desk.lens.look(public=True)
    assert SECRET not in read(window)
    assert "is being read" in face(window).words.text()
    title, view, take = asked[0]
    assert (title, view.sections) == ("Homes", ("homes",))
    take(TOLD)
    assert "Thirty homes." in read(window) and SECRET not in read(window)
    assert face(window).words.text() == (
        "This page is shown as far as it is public. The rest is covered: names are not published."
    )
    assert audit(window) == []


def test_a_page_that_says_nothing_is_covered_with_a_sentence_why(window, desk, asked):
    window.show_page("quiet")
    desk.lens.look(public=True)
    assert face(window).isVisible() and face(window).preview.isHidden() and asked == []
    assert face(window).words.text() == "This page is covered: it shows what is kept for the team’s own work."
    assert not window.pages["quiet"].isVisible()
    assert window.focusWidget() is face(window).words


def test_the_menu_turns_it_on_and_the_notice_takes_it_off_again(window, qtbot):
    action = next(item for item in window.items_now() if item.action.name == "lens")
    action.trigger()
    assert action.isChecked() and window.pages["homes"].isHidden()
    notice = window.findChild(LensView).notice
    assert notice.isVisible()
    qtbot.mouseClick(notice.again, Qt.MouseButton.LeftButton)
    assert not notice.isVisible() and not face(window).isVisible() and window.pages["homes"].isVisible()
    assert SECRET in read(window)


def test_neither_menus_nor_undo_nor_find_anything_nor_counts_tell_what_is_covered(window, desk):
    named = {item.action.name: item for item in window.items_now()}
    assert "archive" in named and named["undo"].isEnabled()
    assert window.sidebar.buttons["homes"].count == 7
    desk.lens.look(public=True)
    items = {item.action.name: item for item in window.items_now()}
    assert "archive" not in items and not items["undo"].isEnabled()
    assert items["undo"].text().replace("&", "") == "Undo"
    assert window.sidebar.buttons["homes"].count == 0
    assert window._finder("Rose") == []
    window.find_anything()
    palette = window.findChild(Palette)
    palette.field.setText("Rosewood")
    assert palette.nothing.text() == "Only what can be done is found while you see what the public may see."
    palette.close()
    desk.lens.look(public=False)
    assert [one.title for one in window._finder("Rose")] == [SECRET, SECRET]
    assert window.sidebar.buttons["homes"].count == 7


def test_what_was_said_is_forgotten_and_nothing_more_is_said(window, desk):
    desk.messages.problem(Problem(f"{SECRET} is there already."))
    desk.messages.done(f"Archived {SECRET}")
    desk.messages.problem(Problem(f"{SECRET} is there already."))
    desk.lens.look(public=True)
    assert window.banner.text == "" and SECRET not in read(window)
    desk.messages.done(f"Archived {SECRET}")
    assert SECRET not in read(window) and window.toast.isHidden()


def test_under_the_lens_a_refusal_is_told_without_its_words_and_a_fault_names_nobody(window, desk):
    desk.lens.look(public=True)
    desk.messages.problem(Problem(f"{SECRET} is there already.", details=(SECRET,)))
    assert window.banner.text == COVERED and SECRET not in read(window)
    desk.messages.raised(Problem(f"{SECRET} is there already."))
    assert window.banner.text == COVERED and SECRET not in read(window)
    desk.messages.raised(KeyError(SECRET))
    assert window.banner.text == OUR_FAULT and SECRET not in read(window)
    desk.lens.look(public=False)
    desk.messages.problem(Problem(f"{SECRET} is there already."))
    assert window.banner.text == f"{SECRET} is there already."


def test_what_was_read_for_another_page_or_too_late_is_not_shown(window, desk, asked):
    desk.lens.look(public=True)
    window.show_page("quiet")
    asked[0][2](TOLD)
    assert "Thirty homes." not in read(window)
    window.show_page("homes")
    assert len(asked) == 2
    desk.lens.look(public=False)
    asked[1][2](TOLD)
    assert "Thirty homes." not in read(window)


def test_what_was_read_once_is_shown_at_once_until_something_changes(window, desk, asked):
    desk.lens.look(public=True)
    asked[0][2](TOLD)
    window.show_page("quiet")
    window.show_page("homes")
    assert len(asked) == 1 and "Thirty homes." in read(window)
    desk.changes.tell(None)
    assert len(asked) == 2
    asked[1][2](None)
    assert "Thirty homes." not in read(window)


def test_a_notice_over_every_page_and_the_name_of_the_window_are_covered_too(window, desk):
    notice = QLabel(SECRET)
    window.add_notice(notice)
    window.setWindowTitle(SECRET)
    desk.lens.look(public=True)
    assert SECRET not in read(window)
    desk.lens.look(public=False)
    assert notice.isVisible() and window.windowTitle() == SECRET


def test_a_row_is_not_gone_to_while_its_page_is_covered(window, desk):
    desk.lens.look(public=True)
    desk.navigator.go("homes", "some key")
    assert window.pages["homes"].rows == []
    window._focus_filter()
    assert face(window).isVisible()
