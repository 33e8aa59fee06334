from dataclasses import replace

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop.widgets.import_preview import Group, ImportPreview, Preview
from resources.tables import Column, Table
from tests.desktop.accessibility import audit
from tests.desktop.widgets.words_shown import words

COLUMNS = (Column("id", "Location ID"), Column("name", "Location"))


ROWS = (("1-101", "Rosewood House"), ("1-102", "Larkmeadow Court"))


def preview() -> Preview:
    some, none = Table("Locations", COLUMNS, ROWS), Table("Locations", COLUMNS, ())
    groups = (
        Group("New", 0, none, "In the file and not held yet."),
        Group("Changed", 5, some, "Held with other words or numbers."),
        Group("Refused: no Location ID", 3, some, "Give each row its Location ID.", refused=True),
        Group("Refused: not a date", 2, some, "Write the date as 9 Dec 2019.", refused=True),
    )
    return Preview("Import August 2019", "directory.csv", groups, "Import 5 locations")


def test_a_preview_opens_on_the_first_group_that_has_rows(qtbot: QtBot, styled: object) -> None:
    shown = ImportPreview(preview())
    qtbot.addWidget(shown)
    shown.show()
    assert "Held with other words or numbers. The first 2 are shown." in words(shown)
    assert audit(shown) == []


def test_a_preview_tells_what_was_chosen(qtbot: QtBot, styled: object) -> None:
    shown = ImportPreview(preview())
    qtbot.addWidget(shown)
    buttons = {button.text(): button for button in shown.findChildren(QPushButton)}
    for text, signal in {
        "Import 5 locations": shown.committed,
        "Cancel": shown.cancelled,
        "Save the 5 refused rows as a workbook": shown.refused_asked,
    }.items():
        with qtbot.waitSignal(signal):
            buttons[text].click()


def test_a_preview_of_nothing_to_import_cannot_be_committed(qtbot: QtBot, styled: object) -> None:
    shown = ImportPreview(replace(preview(), can_commit=False))
    qtbot.addWidget(shown)
    verb = next(button for button in shown.findChildren(QPushButton) if button.text() == "Import 5 locations")
    assert not verb.isEnabled()
