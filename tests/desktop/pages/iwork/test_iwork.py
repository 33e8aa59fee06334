"""The page of the register in the real window: locked, unlocked, worked in, and locked again in every way."""

import gc
import json
import shutil
import weakref
from datetime import date, timedelta
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QWidget

from desktop import iwork_register
from desktop.pages.iwork.iwork import IWorkPage
from desktop.pages.iwork.lock_side import LockSide
from desktop.pages.iwork.people_side import PeopleSide
from desktop.shell.jobs import Progress
from desktop.widgets.forms.fields import LongTextField, TextField
from desktop.widgets.forms.form import FormDialog
from engagement.register.providers import add_provider
from resources.database import history
from resources.folders import log_folder, settings_folder
from resources.problem import Problem
from tests.desktop.accessibility import audit
from tests.desktop.pages.iwork.locked_desk import PASSPHRASE, Held
from workforce.iwork.drafts import drafts
from workforce.iwork.people.people import Person, add_person, edit_person

CANARY = ("Zebedee", "Quillfeather")


def with_somebody(held: Held) -> Person:
    """Somebody of that name, added in the open register."""
    return add_person(
        held.register._desk.db, CANARY[0], date(2026, 11, 2), family_name=CANARY[1], today=date(2026, 11, 23)
    )


def is_gone(widget: QWidget) -> bool:
    return not shiboken6.isValid(widget)


class Note(FormDialog):
    """A dialog as the sides have them."""

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(title, "Save", parent)
        self.form.add("name", "Name", TextField(), needed=True)
        self.form.add("words", "Words", LongTextField())


def note_over(held: Held, title: str = "Note on IW-001") -> Note:
    dialog = Note(title, held.register.current)
    dialog.ask(lambda _answers: None)
    return dialog


# Opening


def test_nothing_is_there_until_the_passphrase_is_right(held: Held) -> None:
    assert held.page.register is None and held.page.page_actions() == []
    held.tried("not the passphrase at all")
    assert held.page.register is None
    assert held.face.field.line.text() == "not the passphrase at all"
    assert held.face.field.line.selectedText() == held.face.field.line.text()
    assert "stays locked" in held.face.asked.sentence
    held.unlock()
    assert held.face.field.line.text() == "" and held.face.asked.sentence == ""
    assert held.register.sides[0].tab == "People"
    assert "People" in [title.text().replace("&", "") for title in held.window.menuBar().actions()]


def test_typing_nothing_asks_for_something(held: Held) -> None:
    held.face.unlock_button.click()
    assert held.face.asked.sentence == "Passphrase is needed."


def test_enter_unlocks(held: Held) -> None:
    held.face.field.line.setText(PASSPHRASE)
    held.face.field.line.setFocus()
    QTest.keyClick(held.face.field.line, Qt.Key.Key_Return)
    held.qtbot.waitUntil(lambda: held.page.register is not None)


def test_the_recovery_sheet_opens_it_and_says_which_sign_is_wrong(held: Held, code: str) -> None:
    held.face.other.click()
    assert held.face.asked.words == "Code of the recovery sheet"
    held.tried(code[:-1])
    assert "39 were typed" in held.face.asked.sentence and held.face.field.line.text() == code[:-1]
    held.unlock(code.lower().replace(" ", "-"))


def test_a_register_that_another_program_has_open_stays_locked_with_the_reason(
    held: Held, office_file: Path
) -> None:
    elsewhere = iwork_register.open_register(office_file, PASSPHRASE, who="Somebody else")
    held.tried(PASSPHRASE)
    assert held.page.register is None and held.face.asked.sentence != ""
    elsewhere.close()
    held.unlock(held.face.field.line.text())


def test_a_damaged_register_offers_its_newest_backup(held: Held, office_file: Path) -> None:
    held.unlock()
    with_somebody(held)
    held.page.ask_to_lock()
    held.locked()
    path = office_file.parent / "Care team i-Work" / "register.iwork"
    data = bytearray(path.read_bytes())
    data[len(data) // 2 : len(data) // 2 + 64] = bytes(64)
    data[100:164] = bytes(64)
    path.write_bytes(bytes(data))
    held.tried(PASSPHRASE)
    assert not held.face.restore_button.isHidden()
    held.page.unlocking.restore(iwork_register.backups_of(office_file)[0], held.face.field.answer())
    held.qtbot.waitUntil(lambda: held.page.register is not None)
    assert held.register._desk.db.value("select given_name from person") == CANARY[0]


# Locking


def test_ctrl_l_locks_and_frees_everything(held: Held) -> None:
    held.unlock()
    person = with_somebody(held)
    held.register.show_row(person.id)
    shown = [weakref.ref(held.register), *(weakref.ref(side) for side in held.register.sides)]
    models = [weakref.ref(held.register._desk), weakref.ref(held.register._desk.db)]
    widgets = [held.register, *held.register.findChildren(QWidget)]
    held.press(Qt.Key.Key_L)
    held.locked()
    assert all(is_gone(one) for one in widgets)
    del widgets
    gc.collect()
    assert [one() for one in (*shown, *models) if one() is not None] == []
    assert held.page.lock.opened is None and held.page.page_actions() == []


def test_ten_minutes_without_anybody_lock_it(held: Held) -> None:
    held.unlock()
    held.clocks.go(minutes=9, seconds=1)
    held.page.lock.idle.look()
    assert held.register.warning_notice.isVisible()
    QTest.mouseClick(held.window.windowHandle(), Qt.MouseButton.LeftButton, pos=held.window.rect().center())
    assert not held.register.warning_notice.isVisible()
    held.clocks.go(minutes=10, seconds=1)
    held.page.lock.idle.look()
    held.locked()
    assert "9:49" in held.face.said.text() and "10 minutes" in held.face.said.text()


def test_the_screen_of_the_computer_locks_it(held: Held) -> None:
    held.unlock()
    held.page.lock.screen.tell()
    held.locked()
    assert "screen" in held.face.said.text()


def test_another_name_at_the_desk_stands_beside_changes_to_the_register(held: Held) -> None:
    held.unlock()
    held.office.menu._name_given("Wren Officer")
    with_somebody(held)
    assert history.entries(held.register._desk.db, limit=1)[0].who == "Wren Officer"


def test_a_fault_leaves_no_change_half_made(held: Held) -> None:
    held.unlock()
    vault = held.register._desk.db
    vault.conn.execute("begin immediate")
    held.register._desk.messages.raised(ZeroDivisionError())
    assert not vault.conn.in_transaction


def test_a_change_by_another_way_than_keys_is_somebody(held: Held) -> None:
    held.unlock()
    held.clocks.go(minutes=9)
    with_somebody(held)
    held.clocks.go(minutes=9)
    held.page.lock.idle.look()
    assert held.page.register is not None


def test_it_locks_when_the_program_ends_and_leaves_a_backup(held: Held, office_file: Path) -> None:
    held.unlock()
    with_somebody(held)
    held.office.quit()
    assert [one.reason for one in iwork_register.backups_of(office_file)] == ["on closing"]
    again = iwork_register.open_register(office_file, PASSPHRASE, who="Test Coach")
    assert again.db.value("select count(*) from person") == 1
    again.close()


def test_a_backup_of_the_open_register_lets_copies_of_half_a_year_go(held: Held, office_file: Path) -> None:
    begun = held.clocks.now()
    opened = iwork_register.open_register(office_file, PASSPHRASE, who="Test Coach", now=begun)
    for days in (182, 1, 0):
        iwork_register.make_backup(opened, reason="asked for", now=begun - timedelta(days=days))
    opened.close()
    held.unlock()
    held.clocks.go(days=2)
    assert held.page.lock.keeper is not None
    with held.qtbot.waitSignal(held.page.lock.keeper.made):
        held.page.lock.keeper.back_up()
    ages = [(held.clocks.now() - one.made_at).days for one in iwork_register.backups_of(office_file)]
    assert ages == [0, 2, 3], "the one of 184 days is gone"


def test_it_locks_when_another_file_is_opened(held: Held, tmp_path: Path, migrated: bytes) -> None:
    held.unlock()
    register = held.register
    other = tmp_path / "home" / "Other.providerdesk"
    other.write_bytes(migrated)
    held.office.open(other)
    assert is_gone(register)
    held.go_to_page()
    assert held.page.register is None
    assert held.page.unlocking.face_now() is held.page.unlocking.start


def test_what_runs_on_the_register_ends_first_and_tells_nobody(held: Held) -> None:
    held.unlock()
    opened, told = held.page.lock.opened, list[object]()
    assert opened is not None

    def work(progress: Progress) -> object:
        db = opened.connection(read_only=True)
        try:
            while True:
                progress.step(0, 0, "Counting")
        finally:
            db.close()

    held.register._desk.jobs.run("Counting", work, done=told.append, stopped=lambda: told.append("stopped"))
    held.page.ask_to_lock()
    held.locked()
    assert told == [] and not held.window._desk.jobs.busy


def test_a_question_for_a_file_name_does_not_keep_it_open(held: Held) -> None:
    """The dialog waits for an answer in a loop of its own, beneath which the register's own code stands."""
    held.unlock()
    QGuiApplication.processEvents()
    said: list[str] = []

    def ask() -> None:
        name, _ = QFileDialog.getSaveFileName(
            held.register, "Save the table", "", "", options=QFileDialog.Option.DontUseNativeDialog
        )
        said.append(name)

    held.page.lock.ask("")
    ask()
    held.locked()
    assert said == [""]


# Nothing is left


def everything_said(held: Held) -> str:
    """All words of the window and of its widgets, hidden ones too."""
    said = [held.window.windowTitle(), held.labels()]
    for widget in QApplication.allWidgets():
        said += [
            widget.accessibleName(),
            widget.accessibleDescription(),
            widget.toolTip(),
            widget.windowTitle(),
        ]
        said += [
            str(widget.property(name) or "") for name in ("text", "plainText", "title", "placeholderText")
        ]
    return "\n".join(said)


def test_nothing_of_a_person_is_left_anywhere(held: Held, office_file: Path) -> None:
    held.unlock()
    held.be_active()
    person = with_somebody(held)
    people = next(side for side in held.register.sides if isinstance(side, PeopleSide))
    held.register.show_row(person.id)
    people.pane.table.selectAll()
    held.register._desk.messages.problem(Problem(f"“{CANARY[0]}” is not in the list.", details=CANARY))
    held.register._desk.messages.done(f"Added {person.reference}")
    edit_person(held.register._desk.db, person.id, today=date(2026, 11, 23), note="Likes Zebedee")
    held.window.find_anything()
    palette = held.window.findChild(QWidget, "palette")
    palette.field.setText(CANARY[0])
    assert [one.title for one in palette.found if one.kind == "Person"] == [f"{person.reference} Z.Q."]
    QGuiApplication.clipboard().setText(f"{CANARY[0]} {CANARY[1]}")
    note_over(held).form.rows["name"].field.show_answer(CANARY[0])
    held.page.ask_to_lock()
    held.locked()
    gc.collect()
    said = everything_said(held)
    for word in (*CANARY, person.reference, "Z.Q."):
        assert word not in said
    assert QGuiApplication.clipboard().text() == ""
    assert held.window._finder(CANARY[0]) == []
    undo = next(one for one in held.window.items_now() if one.action.name == "undo")
    assert not undo.isEnabled() and person.reference not in undo.text()
    held.office.quit()
    for path in office_file.parent.rglob("*"):
        if path.is_file():
            data = path.read_bytes()
            assert CANARY[0].encode() not in data and CANARY[1].encode() not in data, path
    kept = json.loads((settings_folder() / "settings.json").read_text(encoding="utf-8"))
    assert person.reference not in json.dumps(kept)
    assert not [name for name in kept if "iwork" in name]
    assert not any(log_folder().rglob("*"))


def test_what_another_program_copied_stays_on_the_clipboard(held: Held) -> None:
    held.unlock()
    held.window.show_page("home")
    QGuiApplication.clipboard().setText("An address of an office")
    held.page.ask_to_lock()
    held.locked()
    assert QGuiApplication.clipboard().text() == "An address of an office"
    QGuiApplication.clipboard().clear()


def test_dialogs_of_other_pages_stay_open(held: Held) -> None:
    held.unlock()
    held.window.show_page("home")
    dialog = Note("A note of the office", held.window.page("home"))
    dialog.ask(lambda _answers: None)
    held.page.ask_to_lock()
    held.locked()
    assert dialog.isVisible()
    dialog.close()


# What was being typed


def typed(held: Held, title: str = "Note on IW-001") -> None:
    dialog = note_over(held, title)
    dialog.form.rows["name"].field.show_answer("Wren Specimen")
    dialog.form.rows["words"].field.show_answer("Half a sen")
    held.page.ask_to_lock()
    held.locked()
    assert is_gone(dialog)


def test_what_was_being_typed_stands_there_again(held: Held) -> None:
    held.unlock()
    typed(held)
    held.unlock()
    assert (
        held.register.kept_notice.isVisible() and "Note on IW-001" in held.register.kept_notice.words.text()
    )
    again = note_over(held)
    assert again.form.rows["name"].field.answer() == "Wren Specimen"
    assert again.form.rows["words"].field.answer() == "Half a sen"
    again.submit()
    assert drafts(held.register._desk.db) == [] and not held.register.kept_notice.isVisible()


def test_one_may_begin_afresh(held: Held) -> None:
    held.unlock()
    typed(held)
    held.unlock()
    again = note_over(held)
    next(one for one in again.findChildren(QWidget) if one.property("text") == "Begin afresh").click()
    assert again.form.rows["name"].field.answer() == ""
    again.deleteLater()


def test_locked_again_before_it_was_saved_it_is_kept_again(held: Held) -> None:
    held.unlock()
    typed(held)
    held.unlock()
    again = note_over(held)
    again.form.rows["words"].field.show_answer("Half a sentence")
    held.page.ask_to_lock()
    held.locked()
    held.unlock()
    assert [dict(one.told)["Words"] for one in drafts(held.register._desk.db)] == ["Half a sentence"]


def test_about_another_row_it_is_only_offered(held: Held, monkeypatch: pytest.MonkeyPatch) -> None:
    held.unlock()
    monkeypatch.setattr(PeopleSide, "row_for_history", lambda self: ("person", "one"))
    typed(held, "Add a note")
    held.unlock()
    monkeypatch.setattr(PeopleSide, "row_for_history", lambda self: ("person", "another"))
    again = note_over(held, "Add a note")
    assert again.form.rows["name"].field.answer() == ""
    next(one for one in again.findChildren(QWidget) if one.property("text") == "Put it in").click()
    assert again.form.rows["name"].field.answer() == "Wren Specimen"
    again.deleteLater()


def test_it_can_be_read_copied_and_thrown_away(held: Held) -> None:
    held.unlock()
    typed(held)
    held.unlock()
    held.register.kept_notice.read.click()
    shown = next(one for one in QApplication.topLevelWidgets() if one.windowTitle() == "What was being typed")
    assert any(one.text() == "Wren Specimen" for one in shown.findChildren(QLabel))
    buttons = {one.property("text"): one for one in shown.findChildren(QWidget) if one.property("text")}
    buttons["Copy"].click()
    assert QGuiApplication.clipboard().text() == "Note on IW-001\nName: Wren Specimen\nWords: Half a sen"
    buttons["Throw it away"].click()
    assert drafts(held.register._desk.db) == [] and not held.register.kept_notice.isVisible()


def test_what_was_being_typed_when_the_program_ended_is_kept(held: Held, office_file: Path) -> None:
    held.unlock()
    note_over(held).form.rows["name"].field.show_answer("Wren Specimen")
    held.office.quit()
    again = iwork_register.open_register(office_file, PASSPHRASE, who="Test Coach")
    assert [dict(one.told) for one in drafts(again.db)] == [{"Name": "Wren Specimen"}]
    again.close()


# Undo


def test_undo_is_the_register_s_while_it_is_shown_and_the_office_s_elsewhere(held: Held) -> None:
    office = held.window._desk.db
    add_provider(office, name="Rosewood Care")
    held.unlock()
    vault = held.register._desk.db
    undo = next(one for one in held.window.items_now() if one.action.name == "undo")
    held.window.refresh_actions()
    assert "Rosewood Care" not in undo.text()
    person = with_somebody(held)
    held.window.refresh_actions()
    assert undo.text().replace("&", "") == f"Undo: Added {person.reference}"
    held.press(Qt.Key.Key_Z)
    held.qtbot.waitUntil(lambda: vault.value("select count(*) from person") == 0)
    assert office.value("select count(*) from provider") == 1
    held.window.show_page("home")
    assert "Rosewood Care" in undo.text()
    undo.trigger()
    assert office.value("select count(*) from provider") == 0
    assert history.next_redo(vault) is not None


def test_a_toast_of_the_register_never_takes_back_the_office_s(held: Held) -> None:
    office = held.window._desk.db
    add_provider(office, name="Rosewood Care")
    held.unlock()
    person = with_somebody(held)
    held.register._desk.messages.done(f"Added {person.reference}")
    held.window.show_page("home")
    held.window.toast._take_back()
    assert office.value("select count(*) from provider") == 1
    assert held.register._desk.db.value("select count(*) from person") == 0


# Beginning


def test_a_register_is_begun_and_its_sheet_proved(program: Held, office_file: Path) -> None:
    program.go_to_page()
    start = program.page.unlocking.start
    assert program.page.unlocking.face_now() is start
    start.field("passphrase").line.setText("care team")
    start.start_button.click()
    assert start.row("passphrase").sentence != ""
    start.field("passphrase").line.setText(PASSPHRASE)
    start.field("again").line.setText(PASSPHRASE + "s")
    start.start_button.click()
    assert start.row("again").sentence == "This is not the same as above. Type it once more."
    start.field("again").line.setText(PASSPHRASE)
    start.start_button.click()
    program.qtbot.waitUntil(lambda: program.page.register is not None)
    assert program.register.unproved_notice.isVisible()
    assert start.field("passphrase").line.text() == ""
    side = next(one for one in program.register.sides if isinstance(one, LockSide))
    assert side.proved_on() is None


def test_a_register_of_the_name_before_is_told_and_taken_over(
    program: Held, office_file: Path, begun: object
) -> None:
    assert isinstance(begun, tuple)
    shutil.copytree(begun[0], office_file.with_name("Before i-Work"))
    program.go_to_page()
    start = program.page.unlocking.start
    assert program.page.unlocking.face_now() is start
    assert "“Before i-Work” beside this file holds a register" in start.left_sentence.text()
    (way,) = start.ways
    assert way.text() == "Take over “Before i-Work”" and audit(program.page) == []
    way.click()
    assert program.page.unlocking.face_now() is program.face and program.face.isVisible()
    assert "Its passphrase is as it was" in program.face.said.text()
    program.unlock()


def test_a_page_of_a_file_that_is_read_only_begins_nothing(program: Held, office_file: Path) -> None:
    program.office.open(office_file, read_only=True)
    program.go_to_page()
    assert isinstance(program.page, IWorkPage)
    assert program.page.unlocking.face_now() not in (
        program.page.unlocking.start,
        program.page.unlocking.locked,
    )


def test_a_name_that_nobody_can_write_down_as_seen_is_not_shown(held: Held, office_file: Path) -> None:
    held.unlock()
    who = with_somebody(held)
    held.office.open(office_file, read_only=True)
    held.unlock()
    held.page.show_row(who.id)
    side = next(one for one in held.register.sides if isinstance(one, PeopleSide))
    with pytest.raises(Problem, match="can only be read"):
        side.show_or_hide_name()
    held.page.reload()
    held.page.show_row(who.id)
    assert not side.is_named
    assert not [label for label in held.window.findChildren(QLabel) if CANARY[1] in label.text()]
