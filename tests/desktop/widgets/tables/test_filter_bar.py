from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.widgets.tables.filter_bar import count_words
from resources.database import Condition, Count, Query
from tests.desktop.widgets.tables.shown_pane import buttons, field, shown

BASSETLAW = Condition("district", ("Bassetlaw",))


def test_each_letter_filters_and_the_count_says_how_many_are_left(qtbot: QtBot, styled: object) -> None:
    pane = shown(qtbot)
    counts = []
    for letter in "ros":
        qtbot.keyClicks(field(pane), letter)
        counts.append(pane.model.rowCount())
    assert counts == sorted(counts, reverse=True)
    assert pane.bar.count_text == f"{counts[-1]} of 365"
    assert pane.rows_words == f"{counts[-1]} rows"


def test_a_chosen_value_is_lifted_from_the_keyboard(qtbot: QtBot, styled: object) -> None:
    pane = shown(qtbot)
    pane.show_query(Query("", (BASSETLAW,)))
    qtbot.keyClick(buttons(pane)["Lift the filter Bassetlaw"], Qt.Key.Key_Space)
    assert pane.model.query == Query()


def test_more_than_two_values_of_a_column_share_one_chip(qtbot: QtBot, styled: object) -> None:
    pane = shown(qtbot)
    pane.show_query(Query("", (Condition("district", ("Ashfield", "Bassetlaw", "Gedling")),)))
    assert "Lift the filter District: 3" in buttons(pane)


def test_counts_in_words() -> None:
    assert count_words(Count(362), 362) == "362"
    assert count_words(Count(37), 362) == "37 of 362"
    assert count_words(Count(256, capped=True), 60000) == "first 256 of 60,000"


def test_what_is_pasted_never_widens_the_window(qtbot: QtBot, styled: object) -> None:
    pane = shown(qtbot)
    before = pane.minimumSizeHint().width()
    field(pane).setText("x" * 32_767)
    assert len(pane.bar.query.text) == 200
    assert pane.model.rowCount() == 0
    assert pane.minimumSizeHint().width() <= max(before, 600)
    assert all(len(part.words) <= 42 for part in pane.bar.parts())
    assert pane.width() == 1000


def test_a_long_value_is_shortened_on_its_chip_and_whole_in_its_name(qtbot: QtBot, styled: object) -> None:
    pane = shown(qtbot)
    long = "Bassetlaw " * 30
    pane.bar.set_query(Query(conditions=(Condition("district", (long,)),)))
    chip = next(one for name, one in buttons(pane).items() if name.startswith("Lift the filter Bassetlaw"))
    assert len(chip.text()) <= 40  # type: ignore[attr-defined]
    assert long.strip() in chip.accessibleName()  # type: ignore[attr-defined]
