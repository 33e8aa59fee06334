"""The side of the lock: passphrase, recovery sheet, minutes, backups, and who looked at whom."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import TypeVar

import pytest
import shiboken6
from PySide6.QtWidgets import QApplication, QDialog, QLabel
from pytestqt.qtbot import QtBot

from desktop.dialogs.iwork.lock import AskPassphrase, ChangePassphrase, LockAfter, NewPassphrase
from desktop.dialogs.iwork.new_passphrase import passphrase_typed_twice, strength_words
from desktop.dialogs.iwork.recovery_sheet import RecoverySheet
from desktop.pages.iwork import lock_acts
from desktop.pages.iwork.lock_side import LockSide
from desktop.shell.page import Desk
from desktop.widgets.forms.form import FormDialog
from desktop.widgets.forms.job_dialog import JobDialog
from desktop.widgets.question import Question
from resources.database import OpenFile
from resources.problem import FieldProblem
from tests.desktop.pages.iwork.locked_desk import PASSPHRASE, Held
from tests.desktop.pages.iwork.register_desk import register_at
from workforce.iwork.people.people import add_person
from workforce.iwork.people.views import note_view

NEW = "velvet compass acorn thunder"
Kind = TypeVar("Kind", bound=QDialog)


def shown(kind: type[Kind]) -> Kind:
    return next(one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible())


def filled(dialog: FormDialog, **answers: str) -> None:
    for name, answer in answers.items():
        dialog.form.rows[name].field.line.setText(answer)  # type: ignore[attr-defined]


def submitted(held: Held, dialog: JobDialog) -> None:
    """Send it, and wait until it is either refused or gone."""
    dialog.submit()
    held.qtbot.waitUntil(lambda: not shiboken6.isValid(dialog) or not dialog.is_busy)


@pytest.fixture
def side(held: Held) -> LockSide:
    """The side, of a register that is open under its lock."""
    held.unlock()
    found = held.register.lock_side
    held.register.turn_to(found.tab, "")
    return found


def is_offered(held: Held, name: str) -> bool:
    return next(one for one in held.window.items_now() if one.action.name == name).isEnabled()


def test_the_passphrase_is_changed_and_the_old_one_opens_nothing(held: Held, side: LockSide) -> None:
    side.acts.change_passphrase()
    dialog = shown(ChangePassphrase)
    filled(dialog, secret="not the one in force", passphrase="Care team", again="Care team")
    assert "Use at least four words" in dialog.strength.text()
    dialog.submit()
    assert "Use at least four words" in dialog.form.rows["passphrase"].sentence
    filled(dialog, passphrase=NEW, again=NEW)
    submitted(held, dialog)
    assert "stays locked" in dialog.form.rows["secret"].sentence
    assert dialog.form.rows["passphrase"].field.answer() == NEW
    filled(dialog, secret=PASSPHRASE)
    submitted(held, dialog)
    assert held.window.toast.isVisible()
    held.page.ask_to_lock()
    held.locked()
    held.tried(PASSPHRASE)
    assert held.page.register is None
    held.unlock(NEW)


def test_neither_passphrase_is_told_with_what_was_said() -> None:
    assert repr(NewPassphrase("lantern otter", "biscuit harbour")) == "NewPassphrase()"


def test_a_new_sheet_is_made_saved_and_proved(
    held: Held, side: LockSide, code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper = tmp_path / "Sheet.docx"
    monkeypatch.setattr(lock_acts, "ask_path", lambda *_asked: paper)
    side.acts.new_sheet()
    asked = shown(AskPassphrase)
    filled(asked, passphrase=PASSPHRASE)
    submitted(held, asked)
    dialog = shown(RecoverySheet)
    assert dialog.code_box.isVisible() and dialog.form.rows["code"].isHidden()
    groups = [one.text().replace(" ", "") for one in dialog.code_box.findChildren(QLabel)]
    new = "".join(one for one in groups if len(one) == 4)
    assert len(new) == 40 and new != code.replace(" ", "")
    dialog.save_button.click()
    assert paper.stat().st_size > 2_000
    dialog.submit()
    assert not dialog.code_box.isVisible() and dialog.form.rows["code"].isVisible()
    filled(dialog, code=code)
    submitted(held, dialog)
    assert dialog.form.rows["code"].sentence != "" and held.register.unproved_notice.isVisible()
    filled(dialog, code=new.lower())
    submitted(held, dialog)
    assert not held.register.unproved_notice.isVisible()
    assert side.proved_on() == date(2026, 11, 23)
    assert "proved on 23 November 2026" in side.said.text()


def test_a_code_that_nobody_saved_is_not_left_without_a_question(held: Held, side: LockSide) -> None:
    side.acts.new_sheet()
    asked = shown(AskPassphrase)
    filled(asked, passphrase=PASSPHRASE)
    submitted(held, asked)
    dialog = shown(RecoverySheet)
    dialog.reject()
    assert dialog.isVisible()
    shown(Question)._yes.click()
    held.qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))


def test_the_minutes_are_the_register_s_own_and_ten_at_most(held: Held, side: LockSide) -> None:
    assert side.acts.lock is not None and side.acts.lock.minutes == 10
    side.acts.minutes()
    dialog = shown(LockAfter)
    dialog.form.rows["minutes"].field.show_answer(3)
    dialog.submit()
    held.qtbot.waitUntil(lambda: held.page.lock.minutes == 3)
    side.reload()
    assert "after 3 minutes" in side.said.text()
    held.clocks.go(minutes=3, seconds=1)
    held.page.lock.idle.look()
    held.locked()
    held.unlock()
    assert held.page.lock.minutes == 3


def test_backups_are_made_checked_and_restored(held: Held, side: LockSide) -> None:
    vault = held.register._desk.db
    assert is_offered(held, "iwork_back_up") and not is_offered(held, "iwork_restore")
    add_person(vault, "Ada", date(2026, 11, 2), family_name="Example", today=date(2026, 11, 23))
    side.acts.back_up()
    held.qtbot.waitUntil(lambda: bool(side._listed) and not held.window._desk.jobs.busy)
    held.clocks.go(minutes=1)
    add_person(vault, "Wren", date(2026, 11, 2), family_name="Specimen", today=date(2026, 11, 23))
    side.pane.table.go_to_first()
    side._check()
    assert is_offered(held, "iwork_restore")
    side._restore()
    asked = shown(AskPassphrase)
    filled(asked, passphrase="not the passphrase at all")
    submitted(held, asked)
    assert asked.form.rows["passphrase"].sentence != "" and held.page.register is not None
    filled(asked, passphrase=PASSPHRASE)
    before = held.register
    submitted(held, asked)
    held.qtbot.waitUntil(lambda: held.page.register is not None and held.page.register is not before)
    assert held.register._desk.db.rows("select given_name from person") == [("Ada",)]
    assert "Restored the backup" in held.window.toast._text.text()


def test_it_says_who_looked_at_whom_by_reference(held: Held, side: LockSide) -> None:
    vault = held.register._desk.db
    person = add_person(vault, "Ada", date(2026, 11, 2), family_name="Example", today=date(2026, 11, 23))
    note_view(vault, person.id, "Profile", now=held.clocks.now())
    note_view(vault, person.id, "Name shown", now=held.clocks.now() + timedelta(minutes=1))
    side.reload()
    table = side.table()
    assert table.exempt is not None
    assert [row[2:] for row in table.rows] == [
        (person.reference, "Name shown"),
        (person.reference, "Profile"),
    ]
    assert "Ada" not in str(table.rows)


def test_a_copy_that_is_not_locked_has_no_lock_to_change(
    desk: Desk, opened_vault: OpenFile, qtbot: QtBot
) -> None:
    shown_page = register_at(desk, opened_vault, qtbot, LockSide)
    found = shown_page.lock_side
    assert found.said.text() == "This copy of the register is not locked."
    assert not any(one.ready() for one in found.actions_here())
    found.acts.lock_now()
    found.acts.back_up()
    assert not shown_page.unproved_notice.isVisible()


@pytest.mark.parametrize(
    ("passphrase", "said"),
    [
        ("", "Four words that"),
        ("short", "Use at least"),
        (PASSPHRASE, "Strong enough."),
        (f"{PASSPHRASE} {NEW}", "Strong."),
    ],
)
def test_how_strong_a_passphrase_is(passphrase: str, said: str) -> None:
    assert strength_words(passphrase, ["Care team"]).startswith(said)


def refused(act: Callable[[], object]) -> str:
    with pytest.raises(FieldProblem) as problem:
        act()
    return problem.value.field


def test_a_new_passphrase_is_typed_twice() -> None:
    assert passphrase_typed_twice(f" {NEW}", f"{NEW} ", []) == NEW
    assert refused(lambda: passphrase_typed_twice("weak", "weak", [])) == "passphrase"
    assert refused(lambda: passphrase_typed_twice(NEW, PASSPHRASE, [])) == "again"
