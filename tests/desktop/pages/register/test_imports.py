"""The imports page: from a file to the table and back, what is asked, and files that are refused."""

from datetime import date
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from desktop.dialogs.register.cqc_file import AsAt, WhichColumns
from desktop.pages.register import importing
from desktop.pages.register.imports import ImportsPage
from desktop.shell.frame.window import MainWindow
from desktop.shell.looks.style import Style
from desktop.shell.page import Desk
from desktop.shell.settings import Settings
from engagement.cqc_files.files_held import files_taken_in
from engagement.register.services import add_service, service_by_cqc_id
from engagement.register.vocabulary import ServiceKind
from resources.database import OpenFile, history
from resources.problem import Problem
from tests.desktop.accessibility import audit
from tests.desktop.pages.register_desk import (
    HEADINGS,
    add_home,
    dialog_over,
    directory_row,
    make_real_desk,
    make_window,
    write_directory,
)


@pytest.fixture
def desk(styled: Style, settings: Settings, opened: OpenFile) -> Desk:
    return make_real_desk(opened, settings)


@pytest.fixture
def window(desk: Desk, qtbot: QtBot) -> MainWindow:
    made = make_window(desk, qtbot)
    made.show_page("imports")
    return made


@pytest.fixture
def page(window: MainWindow) -> ImportsPage:
    found = window.page("imports")
    assert isinstance(found, ImportsPage)
    return found


@pytest.fixture
def toasts(desk: Desk) -> list[str]:
    heard: list[str] = []
    desk.messages.toasted.connect(lambda text, _undo: heard.append(text))
    return heard


@pytest.fixture
def problems(desk: Desk) -> list[str]:
    heard: list[str] = []
    desk.messages.refused.connect(lambda problem: heard.append(problem.sentence))
    return heard


@pytest.fixture
def may(tmp_path: Path) -> Path:
    rows = [
        directory_row(1, "Example House"),
        directory_row(2, "Example Court", kind="Nursing homes"),
        directory_row(3, "Smile Dentists", kind="Dentist"),
    ]
    return write_directory(tmp_path / "2019-05-01 directory.csv", rows)


def begin(page: ImportsPage, desk: Desk, qtbot: QtBot, *paths: Path) -> None:
    page.importing.begin(paths)
    qtbot.waitUntil(lambda: not desk.jobs.busy)


def groups(page: ImportsPage) -> dict[str, int]:
    assert page.panel is not None
    return {group.name: group.count for group in page.panel.preview._preview.groups}


def test_a_file_goes_through_the_preview_to_the_table_and_back(
    page: ImportsPage, window: MainWindow, desk: Desk, may: Path, toasts: list[str], qtbot: QtBot
) -> None:
    begin(page, desk, qtbot, may)
    assert groups(page) == {"New": 3, "Left out (not adult social care)": 1}
    assert audit(window) == []
    assert files_taken_in(desk.db) == []
    assert page.panel is not None
    page.panel.committed.emit()
    assert page.panel is None
    assert toasts == ["Import of 3 locations, 1 May 2019. In the register: 2 new"]
    [held] = files_taken_in(desk.db)
    assert (held.name, held.rows, held.taken_in_by) == ("2019-05-01 directory.csv", 3, "Test Officer")
    assert page.pane.table.current_key == held.id
    found = service_by_cqc_id(desk.db, "1-100002")
    assert found is not None and (found.kind, found.district) == (ServiceKind.NURSING_HOME, "Mansfield")
    history.undo(desk.db)
    assert service_by_cqc_id(desk.db, "1-100002") is None
    qtbot.waitUntil(lambda: page.pane.model.count().number == 0)


def test_dentists_are_told_from_what_enters_the_register(
    page: ImportsPage, desk: Desk, may: Path, qtbot: QtBot
) -> None:
    begin(page, desk, qtbot, may)
    assert page.panel is not None
    preview = page.panel.preview
    assert [column.heading for column in preview._groups.cells.columns] == [
        "In the file",
        "Adult social care",
        "All",
    ]
    assert preview._groups.cells.row(0)[1:] == ("New", 2, 3)
    assert preview._verb.text() == "Import 2 services"
    new = preview._preview.groups[0]
    assert [row[:2] for row in new.table.rows] == [
        ("Example House", 1),
        ("Example Court", 1),
        ("Smile Dentists", 0),
    ]
    assert "2 of the 3 are adult social care" in new.explanation


def test_the_same_file_twice_says_that_nothing_changed(
    page: ImportsPage, desk: Desk, may: Path, toasts: list[str], qtbot: QtBot
) -> None:
    for _ in range(2):
        begin(page, desk, qtbot, may)
        assert page.panel is not None
        words = [label.text() for label in page.panel.findChildren(QLabel)]
        page.panel.committed.emit()
    assert any("was taken in before" in text for text in words)
    assert toasts[1] == "Nothing changed: the register held all of it already"
    assert len(files_taken_in(desk.db)) == 1


def test_a_large_file_is_written_beside_the_window(
    page: ImportsPage, desk: Desk, may: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importing, "AT_ONCE", 1)
    begin(page, desk, qtbot, may)
    assert page.panel is not None
    page.panel.committed.emit()
    assert desk.jobs.busy
    qtbot.waitUntil(lambda: not desk.jobs.busy)
    assert len(files_taken_in(desk.db)) == 1
    qtbot.waitUntil(lambda: page.pane.model.count().number == 1)


def test_what_a_part_of_a_file_does_not_list_need_not_have_gone(
    page: ImportsPage, desk: Desk, may: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    begin(page, desk, qtbot, may)
    assert page.panel is not None
    page.panel.committed.emit()
    part = write_directory(tmp_path / "2019-06-01 part.csv", [directory_row(1, "Example House")])
    begin(page, desk, qtbot, part)
    assert groups(page)["Gone"] == 2
    page.panel.gone.click()
    qtbot.waitUntil(lambda: not desk.jobs.busy)
    assert "Gone" not in groups(page)
    assert page.panel is not None and not page.panel.gone.isChecked()


def test_a_file_without_a_day_asks_for_it(
    page: ImportsPage, desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    path = write_directory(tmp_path / "directory.csv", [directory_row(1, "Example House")])
    begin(page, desk, qtbot, path)
    dialog = dialog_over(page, AsAt)
    assert audit(dialog) == []
    dialog.form.rows["as_at"].field.show_answer(date(2199, 1, 1))
    dialog.submit()
    assert "still to come" in dialog.form.rows["as_at"].sentence
    dialog.form.rows["as_at"].field.show_answer(date(2019, 5, 1))
    dialog.submit()
    qtbot.waitUntil(lambda: not desk.jobs.busy and not shiboken6.isValid(dialog))
    assert groups(page) == {"New": 1}


def test_columns_under_other_headings_are_asked_for_once(
    page: ImportsPage, desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    other = tuple(
        {"Service types": "Sorts of care", "Local authority": "Council"}.get(h, h) for h in HEADINGS
    )
    rows = [directory_row(1, "Example House")]
    begin(page, desk, qtbot, write_directory(tmp_path / "2019-05-01 a.csv", rows, headings=other))
    dialog = dialog_over(page, WhichColumns)
    assert audit(dialog) == []
    assert set(dialog.form.rows) == {"service_types", "authority"}
    dialog.form.rows["service_types"].field.show_answer("Sorts of care")
    dialog.form.rows["authority"].field.show_answer("Sorts of care")
    dialog.submit()
    assert "chosen for two columns" in dialog.banner.text
    dialog.form.rows["authority"].field.show_answer("Council")
    dialog.submit()
    qtbot.waitUntil(lambda: not desk.jobs.busy and not shiboken6.isValid(dialog))
    assert groups(page) == {"New": 1}
    begin(page, desk, qtbot, write_directory(tmp_path / "2019-06-01 b.csv", rows, headings=other))
    assert groups(page) == {"New": 1}


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("2019-05-01 other.csv", b"a,b\r\n1,2\r\n", "is none of CQC's files"),
        ("2019-05-01 empty.csv", b"", "empty"),
        ("2019-05-01 torn.xlsx", b"PK\x03\x04 torn", "2019-05-01 torn.xlsx"),
        ("2019-05-01 headings.csv", ",".join(HEADINGS).encode(), "no rows beneath"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_and_the_page_goes_on(
    page: ImportsPage,
    desk: Desk,
    may: Path,
    problems: list[str],
    qtbot: QtBot,
    tmp_path: Path,
    name: str,
    content: bytes,
    sentence: str,
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    begin(page, desk, qtbot, path)
    assert len(problems) == 1 and sentence in problems[0]
    assert page.panel is None and files_taken_in(desk.db) == []
    begin(page, desk, qtbot, may)
    assert groups(page)["New"] == 3


def test_a_change_made_meanwhile_brings_a_new_preview(
    page: ImportsPage, desk: Desk, may: Path, qtbot: QtBot
) -> None:
    begin(page, desk, qtbot, may)
    home = add_home(desk.db)
    add_service(
        desk.db,
        home.provider_id,
        name="Example House",
        kind=ServiceKind.RESIDENTIAL_HOME,
        cqc_location_id="1-100001",
    )
    assert page.panel is not None
    with pytest.raises(Problem, match="register changed"):
        page.importing._commit(page.panel.ready.checked)
    qtbot.waitUntil(lambda: not desk.jobs.busy)
    assert files_taken_in(desk.db) == [] and groups(page)["New"] == 2


def test_refused_rows_are_saved_as_a_workbook(
    page: ImportsPage,
    desk: Desk,
    tmp_path: Path,
    toasts: list[str],
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    wrong = directory_row(2, "Example Court")
    wrong[13] = ""
    path = write_directory(tmp_path / "2019-05-01 x.csv", [directory_row(1, "Example House"), wrong])
    begin(page, desk, qtbot, path)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    assert page.panel is not None
    page.panel.refused_asked.emit()
    assert (tmp_path / "2019-05-01 refused rows of 2019-05-01 x.xlsx").exists()
    assert toasts == ["Saved “2019-05-01 refused rows of 2019-05-01 x.xlsx”"]


def test_a_cancelled_preview_writes_nothing(page: ImportsPage, desk: Desk, may: Path, qtbot: QtBot) -> None:
    begin(page, desk, qtbot, may)
    panel = page.panel
    assert panel is not None
    panel.cancelled.emit()
    qtbot.waitUntil(lambda: not shiboken6.isValid(panel))
    assert page.panel is None and files_taken_in(desk.db) == []


def test_reading_can_be_stopped(page: ImportsPage, desk: Desk, may: Path, qtbot: QtBot) -> None:
    page.importing.begin([may])
    desk.jobs.cancel()
    qtbot.waitUntil(lambda: not desk.jobs.busy)
    page.importing.begin([may])
    qtbot.waitUntil(lambda: not desk.jobs.busy)
    assert groups(page)["New"] == 3


def test_files_are_dropped_onto_the_page(page: ImportsPage, desk: Desk, may: Path, qtbot: QtBot) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(may))])
    event = QDropEvent(
        QPointF(9, 9),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    page.dropEvent(event)
    qtbot.waitUntil(lambda: not desk.jobs.busy)
    assert groups(page)["New"] == 3


def test_files_are_chosen_and_the_folder_remembered(
    page: ImportsPage, desk: Desk, may: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(may)], ""))
    next(action for action in page.page_actions() if action.name == "import_files").run()
    qtbot.waitUntil(lambda: not desk.jobs.busy)
    assert groups(page)["New"] == 3
    assert desk.settings.text("import_folder") == str(may.parent)


def test_an_empty_page_says_which_files_it_takes(window: MainWindow, page: ImportsPage) -> None:
    words = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    assert any(text.startswith("No file of CQC’s was taken in yet.") for text in words)
    assert audit(window) == []


def test_the_real_files_of_one_authority_have_the_known_counts(
    page: ImportsPage, desk: Desk, shared_data: Path, qtbot: QtBot
) -> None:
    for month in ("2019-05-01", "2019-08-01"):
        begin(page, desk, qtbot, *sorted((shared_data / "cqc").glob(f"oldham_{month}*.csv")))
        counted = groups(page)
        assert page.panel is not None
        page.panel.committed.emit()
    wanted = ("New", "Gone", "Re-inspected", "First ratings", "Changed ratings")
    assert [counted[name] for name in wanted] == [4, 4, 16, 5, 5]
