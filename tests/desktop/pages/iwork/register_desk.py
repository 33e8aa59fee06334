"""What tests of the i-Work page begin with: the open register, turned to one of its sides."""

from datetime import UTC, datetime

import shiboken6
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.pages.iwork.iwork_side import IWorkSide
from desktop.pages.iwork.lock_side import LockSide
from desktop.pages.iwork.open_register import SIDES, OpenRegister, register_desk
from desktop.shell.page import Desk
from desktop.widgets.forms.form import FormDialog
from resources.database import OpenFile
from tests.desktop.accessibility import audit
from tests.desktop.pages.register_desk import dialog_over

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)


def register_at(
    office: Desk,
    opened_vault: OpenFile,
    qtbot: QtBot,
    side: type[IWorkSide],
    *others: type[IWorkSide],
    now: datetime = NOW,
) -> OpenRegister:
    """The register as it is seen when somebody has turned to a side; `others` are made with it, where it leads there.

    All nine of them take longer to make than most tests.
    """
    wanted = [one for one in SIDES if one in (side, LockSide, *others)]
    made = OpenRegister(register_desk(office, opened_vault), office, now=lambda: now, sides=wanted)
    qtbot.addWidget(made)
    made.resize(1189, 640)
    made.reload()
    made.tabs.turn_to(next(one for one in made.sides if isinstance(one, side)))
    made.show()
    return made


def press(dialog: QWidget, text: str) -> None:
    """The button with this text in an open dialog, not in one over it."""
    found = [one for one in dialog.findChildren(QPushButton) if one.text() == text and one.window() is dialog]
    assert len(found) == 1, f"{len(found)} buttons say {text}"
    found[0].click()


def do(side: IWorkSide, name: str) -> None:
    """Run an action of the side by its name."""
    action = next(one for one in side.actions_here() if one.name == name)
    assert action.ready(), name
    action.run()


def answer(page: OpenRegister, kind: type[FormDialog], qtbot: QtBot, /, **answers: object) -> None:
    """Fill in the dialog that is open, and submit it."""
    dialog = dialog_over(page, kind)
    assert audit(dialog) == []
    for name, value in answers.items():
        dialog.form.rows[name].field.show_answer(value)
    dialog.submit()
    assert not dialog.isVisible(), dialog.banner.text
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))
