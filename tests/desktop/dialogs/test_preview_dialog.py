"""What files would bring, in a window of its own."""

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop.dialogs.preview_dialog import PreviewDialog, shown_groups
from desktop.widgets.import_preview import Preview
from resources.files.forms.preview import PreviewGroup
from resources.tables import Column, Table

ROWS = Table("Rows", (Column("name", "Name"),), [("Rosewood House",)])
FOUND = (PreviewGroup("New", 3, ROWS, "Nobody had them."), PreviewGroup("Refused", 1, ROWS, refused=True))


def _dialog(qtbot: QtBot, back: str = "") -> PreviewDialog:
    shown = Preview("3 claims", "claims.csv", shown_groups(FOUND), "Take in 3 claims")
    dialog = PreviewDialog("Take in a list of claims", shown, None, back=back)
    qtbot.addWidget(dialog)
    return dialog


def _button(dialog: PreviewDialog, words: str) -> QPushButton | None:
    return next((one for one in dialog.findChildren(QPushButton) if one.text().startswith(words)), None)


def test_groups_are_shown_with_all_that_was_found() -> None:
    new, refused = shown_groups(FOUND)
    assert (new.name, new.count, new.table, new.explanation, new.refused) == (
        "New",
        3,
        ROWS,
        "Nobody had them.",
        False,
    )
    assert refused.refused and refused.explanation == ""


def test_its_buttons_tell_what_was_asked(qtbot: QtBot) -> None:
    dialog = _dialog(qtbot, "Change the columns…")
    for words, signal in (("Take in 3 claims", dialog.committed), ("Change the columns", dialog.back_asked)):
        pressed = _button(dialog, words)
        assert pressed is not None
        with qtbot.waitSignal(signal, timeout=100):
            pressed.click()
    dialog.show()
    dialog.preview.cancelled.emit()
    assert dialog.isHidden()


def test_without_words_for_it_nobody_goes_back(qtbot: QtBot) -> None:
    assert _button(_dialog(qtbot), "Change the columns") is None
