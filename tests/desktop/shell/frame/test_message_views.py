import shiboken6
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.shell.frame.window import MainWindow
from desktop.shell.page import Desk
from resources.problem import Problem
from tests.desktop.fake_listing import FakeListing
from tests.desktop.sample_window import AddService, FakeUndo, make_window
from tests.desktop.shell.frame.window_parts import button, item, services_page

CTRL = Qt.KeyboardModifier.ControlModifier


def test_an_added_row_is_told_and_can_be_taken_back(desk: Desk, listing: FakeListing, qtbot: QtBot) -> None:
    undo = FakeUndo()
    window = make_window(desk, listing, undo)
    qtbot.addWidget(window)
    window.show()
    page = services_page(window)
    item(window, "add").trigger()
    dialog = page.findChild(AddService)
    dialog.form.rows["name"].field.show_answer("Rosewood Annexe")
    dialog.form.rows["kind"].field.show_answer("Home care")
    dialog.submit()
    assert page.pane.model.rowCount() == 366
    assert window.toast.isVisible()
    button(window.toast, "Undo").click()
    assert undo.undone == ["Added Rosewood House"]
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))


def test_the_toast_leaves_after_its_time_unless_it_has_the_focus(window: MainWindow, desk: Desk) -> None:
    desk.messages.done("Added Rosewood House")
    assert window.toast.isVisible()
    window.toast.leave()
    assert not window.toast.isVisible()


def test_a_problem_stays_until_it_is_closed(window: MainWindow, desk: Desk) -> None:
    desk.messages.problem(Problem("The folder is read only. Choose another.", details=("Row 3", "Row 9")))
    assert window.banner.text == "The folder is read only. Choose another."
    window.show_page(window.shown)
    assert window.banner.isVisible()
    button(window.banner, "Close").click()
    assert not window.banner.isVisible()


def test_a_problem_goes_with_the_page_that_it_was_about(window: MainWindow, desk: Desk) -> None:
    window.show_page("services")
    desk.messages.problem(Problem("The folder is read only. Choose another."))
    window.show_page("services")
    assert window.banner.isVisible()  # the same page still
    window.show_page("home")
    assert not window.banner.isVisible()
