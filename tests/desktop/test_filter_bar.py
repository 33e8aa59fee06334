from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from desktop.widgets.forms.chooser import Chooser
from desktop.widgets.parts import button
from desktop.widgets.tables.filter_bar import count_words
from desktop.widgets.tables.listing_model import ListingModel
from desktop.widgets.tables.table_pane import TablePane
from resources.database import Condition, Count, Query
from tests.desktop.accessibility import audit
from tests.desktop.sample_window import make_listing

BASSETLAW = Condition("district", ("Bassetlaw",))


def shown(qtbot: QtBot) -> TablePane:
    pane = TablePane(
        ListingModel(make_listing(), None),
        name="services",
        title="Services",
        chips=("kind", "district", "rating"),
    )
    qtbot.addWidget(pane)
    pane.resize(1000, 500)
    pane.show()
    return pane


def buttons(pane: TablePane) -> dict[str, object]:
    found = pane.findChildren(type(button("x")))
    return {one.accessibleName(): one for one in found if not one.isHidden()}


def field(pane: TablePane):  # type: ignore[no-untyped-def]
    return pane.bar.field


def test_each_letter_filters_and_the_count_says_how_many_are_left(qtbot: QtBot, styled: object) -> None:
    pane = shown(qtbot)
    counts = []
    for letter in "ros":
        qtbot.keyClicks(field(pane), letter)
        counts.append(pane.model.rowCount())
    assert counts == sorted(counts, reverse=True)
    assert pane.bar.count_text == f"{counts[-1]} of 365"
    assert pane.rows_words == f"{counts[-1]} rows"


def test_escape_empties_the_field_and_down_goes_to_the_table(qtbot: QtBot, styled: object) -> None:
    pane = shown(qtbot)
    qtbot.keyClicks(field(pane), "alder")
    qtbot.keyClick(field(pane), Qt.Key.Key_Down)
    assert pane.focusWidget() is pane.table
    assert pane.table.current_key == pane.model.key_at(0)
    qtbot.keyClick(field(pane), Qt.Key.Key_Escape)
    assert pane.model.rowCount() == 365


def test_slash_in_the_table_goes_to_the_field(qtbot: QtBot, styled: object) -> None:
    pane = shown(qtbot)
    pane.table.setFocus()
    qtbot.keyClick(pane.table, Qt.Key.Key_Slash)
    assert pane.focusWidget() is field(pane)


def test_a_chip_offers_values_and_each_tick_filters_at_once(qtbot: QtBot, styled: object) -> None:
    pane = shown(qtbot)
    buttons(pane)["Filter by District"].click()  # type: ignore[attr-defined]
    chooser = pane.bar.findChild(Chooser)
    qtbot.keyClick(chooser.list, Qt.Key.Key_Down)
    qtbot.keyClick(chooser.list, Qt.Key.Key_Space)
    assert pane.model.query == Query("", (BASSETLAW,))
    assert "Lift the filter Bassetlaw" in buttons(pane)
    qtbot.keyClick(chooser.list, Qt.Key.Key_Down)
    qtbot.keyClick(chooser.list, Qt.Key.Key_Space)
    assert pane.model.query.conditions == (Condition("district", ("Bassetlaw", "Broxtowe")),)
    chooser.close()


def test_a_click_anywhere_in_a_row_ticks_it_once(qtbot: QtBot, styled: object) -> None:
    pane = shown(qtbot)
    buttons(pane)["Filter by District"].click()  # type: ignore[attr-defined]
    chooser = pane.bar.findChild(Chooser)
    for at, offset in ((1, 12), (2, 90)):
        row = chooser.list.visualItemRect(chooser.list.item(at))
        place = QPoint(row.left() + offset, row.center().y())
        qtbot.mouseClick(chooser.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert pane.model.query.conditions == (Condition("district", ("Bassetlaw", "Broxtowe")),)
    chooser.close()


def test_a_chosen_value_is_lifted_from_the_keyboard(qtbot: QtBot, styled: object) -> None:
    pane = shown(qtbot)
    pane.show_query(Query("", (BASSETLAW,)))
    qtbot.keyClick(buttons(pane)["Lift the filter Bassetlaw"], Qt.Key.Key_Space)
    assert pane.model.query == Query()


def test_more_than_two_values_of_a_column_share_one_chip(qtbot: QtBot, styled: object) -> None:
    pane = shown(qtbot)
    pane.show_query(Query("", (Condition("district", ("Ashfield", "Bassetlaw", "Gedling")),)))
    assert "Lift the filter District: 3" in buttons(pane)


def test_where_nothing_matches_it_says_which_filter_to_lift_and_lifts_it(
    qtbot: QtBot, styled: object
) -> None:
    pane = shown(qtbot)
    pane.show_query(Query("zzz", (BASSETLAW,)))
    lifts = [name for name in buttons(pane) if name.startswith("Lift “")]
    assert lifts == ["Lift “zzz”: 52 rows"]
    buttons(pane)[lifts[0]].click()  # type: ignore[attr-defined]
    assert (pane.model.query, pane.model.rowCount()) == (Query("", (BASSETLAW,)), 52)


def test_where_no_single_filter_helps_it_offers_to_lift_all(qtbot: QtBot, styled: object) -> None:
    pane = shown(qtbot)
    pane.show_query(Query("zzz", (Condition("district", ("Nowhere",)),)))
    buttons(pane)["Lift all filters: 365 rows"].click()  # type: ignore[attr-defined]
    assert pane.model.query == Query()


def test_a_row_that_the_filter_hides_is_shown_by_lifting_it(qtbot: QtBot, styled: object) -> None:
    pane = shown(qtbot)
    pane.show_query(Query("zzz"))
    pane.show_row("k10")
    assert (pane.table.current_key, pane.model.query) == ("k10", Query())


def test_the_order_stays_when_the_filter_changes(qtbot: QtBot, styled: object) -> None:
    pane = shown(qtbot)
    pane.table.sortByColumn(5, Qt.SortOrder.DescendingOrder)
    qtbot.keyClicks(field(pane), "al")
    assert pane.model.query == Query("al", (), "beds", True)


def test_counts_in_words() -> None:
    assert count_words(Count(362), 362) == "362"
    assert count_words(Count(37), 362) == "37 of 362"
    assert count_words(Count(256, capped=True), 60000) == "first 256 of 60,000"


def test_everything_in_the_pane_has_a_name(qtbot: QtBot, styled: object) -> None:
    pane = shown(qtbot)
    pane.show_query(Query("", (BASSETLAW,)))
    assert audit(pane) == []


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
