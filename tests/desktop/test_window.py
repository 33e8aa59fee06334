import gc
import weakref
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from desktop.shell.frame.palette import Palette
from desktop.shell.frame.status import StatusLine, backup_words, saved_words
from desktop.shell.frame.window import MainWindow
from desktop.shell.looks import look as looks
from desktop.shell.looks.style import Style, look
from desktop.shell.messages import LastResort
from desktop.shell.page import Desk
from desktop.shell.settings import Settings
from resources.database import OpenFile
from resources.problem import Problem
from tests.desktop.accessibility import audit
from tests.desktop.fake_listing import FakeListing
from tests.desktop.sample_window import NOW, AddService, FakeUndo, ServicesPage, make_desk, make_window

CTRL = Qt.KeyboardModifier.ControlModifier


def item(window: MainWindow, name: str):  # type: ignore[no-untyped-def]
    return next(one for one in window.items_now() if one.action.name == name)


def services_page(window: MainWindow) -> ServicesPage:
    window.show_page("services")
    page = window.page("services")
    assert isinstance(page, ServicesPage)
    return page


def button(window, text: str) -> QPushButton:  # type: ignore[no-untyped-def]
    return next(one for one in window.findChildren(QPushButton) if one.text() == text)


def test_only_the_page_that_is_shown_is_made(window: MainWindow) -> None:
    assert list(window.pages) == ["home"]
    window.show_page("services")
    assert list(window.pages) == ["home", "services"]


def test_control_and_a_number_go_to_a_page(window: MainWindow) -> None:
    assert item(window, "go_services").shortcut() == QKeySequence("Ctrl+2")
    item(window, "go_services").trigger()
    assert window.shown == "services"


def test_the_status_line_says_saved_backup_and_rows(window: MainWindow) -> None:
    services_page(window)
    assert window.status.text == "All changes saved 14:32 · last backup 20 minutes ago · 365 rows"


def test_the_sidebar_says_how_many_things_need_attention(window: MainWindow) -> None:
    names = [button.accessibleName() for button in window.sidebar.buttons.values()]
    assert names[:2] == ["Home, 3 need attention", "Services"]


def test_a_change_reloads_the_page_that_is_seen_and_the_hidden_one_when_it_is_shown(
    window: MainWindow, desk: Desk, listing: FakeListing
) -> None:
    page = services_page(window)
    listing.rows.pop()
    listing.forget()
    desk.changes.tell("Archived one")
    assert page.pane.model.rowCount() == 364
    window.show_page("home")
    listing.rows.pop()
    listing.forget()
    desk.changes.tell("Archived one")
    assert page.pane.model.rowCount() == 364
    window.show_page("services")
    assert page.pane.model.rowCount() == 363


def test_actions_follow_the_selection(window: MainWindow) -> None:
    page = services_page(window)
    assert item(window, "edit").isEnabled()
    page.pane.table.model().set_query(type(page.pane.model.query)("zzz"))
    assert not item(window, "edit").isEnabled()


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


def test_undo_is_named_in_the_menu(window: MainWindow) -> None:
    window.refresh_actions()
    assert item(window, "undo").text().replace("&", "") == "Undo: Added Rosewood House"
    assert not item(window, "redo").isEnabled()


def test_the_toast_leaves_after_its_time_unless_it_has_the_focus(window: MainWindow, desk: Desk) -> None:
    desk.messages.done("Added Rosewood House")
    assert window.toast.isVisible()
    window.toast.leave()
    assert not window.toast.isVisible()


def test_a_problem_stays_until_it_is_closed(window: MainWindow, desk: Desk) -> None:
    desk.messages.problem(Problem("The folder is read only. Choose another.", details=("Row 3", "Row 9")))
    assert window.banner.text == "The folder is read only. Choose another."
    services_page(window)
    assert window.banner.isVisible()
    button(window.banner, "Close").click()
    assert not window.banner.isVisible()


def test_a_problem_raised_in_a_slot_is_shown_in_its_words(
    window: MainWindow, installed: LastResort, desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse() -> None:
        raise Problem("The file is open in Excel. Close it there and save again.")

    window.sidebar.buttons["forums"].clicked.connect(refuse)
    window.sidebar.buttons["forums"].click()
    assert window.banner.text == "The file is open in Excel. Close it there and save again."
    assert capsys.readouterr().err == ""


def test_a_fault_of_ours_is_rolled_back_logged_without_personal_data_and_told_in_a_sentence(
    window: MainWindow, installed: LastResort, desk: Desk, tmp_path: Path
) -> None:
    rolled_back: list[str] = []
    desk.messages.roll_back = lambda: rolled_back.append("rolled back")

    def fail() -> None:
        raise KeyError("Zoë Example, zoe@example.org")

    window.sidebar.buttons["forums"].clicked.connect(fail)
    window.sidebar.buttons["forums"].click()
    installed.remove()
    log = (tmp_path / "log" / "provider-desk.log").read_text(encoding="utf-8")
    assert rolled_back == ["rolled back"]
    assert "KeyError" in log and "test_window.py" in log and "in fail" in log
    assert "Zoë" not in log and "example.org" not in log
    assert window.banner.text.startswith("Something in the program went wrong")
    assert services_page(window).pane.model.rowCount() == 365


def test_the_palette_finds_things_and_actions_and_opens_them(window: MainWindow, qtbot: QtBot) -> None:
    window.find_anything()
    palette = window.findChild(Palette)
    qtbot.keyClicks(palette.field, "alder")
    assert [found.title for found in palette.found][:2] == ["Alder Court 8", "Alder Living 17"]
    qtbot.keyClick(palette.field, Qt.Key.Key_Down)
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert (window.shown, services_page(window).pane.table.current_key) == ("services", "k16")
    qtbot.waitUntil(lambda: not shiboken6.isValid(palette))


def test_the_palette_runs_an_action_by_its_words(window: MainWindow, qtbot: QtBot) -> None:
    services_page(window)
    window.find_anything()
    palette = window.findChild(Palette)
    qtbot.keyClicks(palette.field, "hi con")
    assert [found.title for found in palette.found] == ["High contrast"]
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert look() == looks.CONTRAST


def test_the_palette_says_when_nothing_is_called_so(window: MainWindow, qtbot: QtBot) -> None:
    window.find_anything()
    palette = window.findChild(Palette)
    qtbot.keyClicks(palette.field, "qqqq")
    assert palette.found == []
    assert palette.nothing.text() == "Nothing is called “qqqq”. Fewer letters find more."
    assert audit(palette) == []
    palette.close()


def test_while_a_writing_job_runs_the_pages_are_not_used(
    window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    page = services_page(window)
    undo = item(window, "undo")
    seen: list[tuple[bool, bool]] = []
    desk.jobs.started.connect(lambda job: seen.append((page.isEnabled(), undo.isEnabled())))
    with qtbot.waitSignal(desk.jobs.ended):
        desk.jobs.run("Importing", lambda progress: None)
    assert (seen, page.isEnabled(), undo.isEnabled()) == ([(False, False)], True, True)


def test_the_theme_and_the_size_of_text_are_remembered(window: MainWindow, desk: Desk, styled: Style) -> None:
    item(window, "theme_dark").trigger()
    item(window, "text_larger").trigger()
    assert look() == looks.DARK
    kept = Settings(desk.settings.path.parent)
    assert (kept.text("theme"), kept.number("text_scale", 1.0)) == ("dark", 1.1)
    item(window, "text_normal").trigger()
    assert styled.text_scale == 1.0


def test_where_the_window_stood_is_remembered(window: MainWindow, desk: Desk, listing: FakeListing) -> None:
    window.resize(780, 600)
    window.close()
    again = make_window(desk, listing)
    assert again.size().toTuple() == (780, 600)
    again.deleteLater()


def test_a_remembered_place_that_cannot_be_read_is_passed_over(
    styled: Style, settings: Settings, opened: OpenFile, qtbot: QtBot
) -> None:
    settings.put("window", "not a place é")
    window = make_window(make_desk(settings, opened), FakeListing([]))
    qtbot.addWidget(window)
    assert window.width() == 1366


def test_a_page_without_rows_says_what_comes_next(
    styled: Style, settings: Settings, opened: OpenFile, qtbot: QtBot
) -> None:
    window = make_window(make_desk(settings, opened), FakeListing([]))
    qtbot.addWidget(window)
    window.show()
    services_page(window)
    assert button(window, "Import a CQC file").isVisible()


@pytest.mark.parametrize("page", ["home", "services"])
def test_every_control_has_a_name_and_no_two_share_a_mnemonic(window: MainWindow, page: str) -> None:
    window.show_page(page)
    assert audit(window) == []


def test_the_window_fits_1366_by_768(window: MainWindow) -> None:
    services_page(window)
    least = window.minimumSizeHint()
    assert (least.width() <= 1280, least.height() <= 700) == (True, True)


def test_a_closed_window_is_freed(
    styled: Style, settings: Settings, opened: OpenFile, listing: FakeListing, qtbot: QtBot
) -> None:
    window = make_window(make_desk(settings, opened), listing, FakeUndo())
    window.show()
    window.show_page("services")
    kept = weakref.ref(window.page("services"))
    window.close()
    window.deleteLater()
    gone: list[str] = []
    window.destroyed.connect(lambda: gone.append("gone"))
    qtbot.waitUntil(lambda: bool(gone))
    del window
    gc.collect()
    assert kept() is None or not shiboken6.isValid(kept())


def test_saved_and_backup_in_words() -> None:
    assert saved_words(None) == "All changes saved"
    assert backup_words(None, NOW) == "no backup yet"
    assert backup_words(NOW - timedelta(days=1), NOW) == "last backup yesterday"


def test_a_note_stands_first_in_the_status_line(qtbot: QtBot, styled: Style) -> None:
    line = StatusLine(lambda: datetime(2026, 3, 4, tzinfo=UTC))
    qtbot.addWidget(line)
    line.set_note("Read only: open at the front desk PC")
    assert line.text == "Read only: open at the front desk PC · All changes saved · no backup yet"


def test_the_arrow_to_the_actions_without_room_has_a_name(window: MainWindow) -> None:
    arrows = [one for one in window.findChildren(QToolButton) if one.objectName() == "qt_toolbar_ext_button"]
    assert [one.accessibleName() for one in arrows] == ["More actions"]
