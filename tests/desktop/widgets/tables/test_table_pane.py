from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from resources.database import Condition, Query
from tests.desktop.accessibility import audit
from tests.desktop.widgets.tables.shown_pane import buttons, field, shown

BASSETLAW = Condition("district", ("Bassetlaw",))


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


def test_everything_in_the_pane_has_a_name(qtbot: QtBot, styled: object) -> None:
    pane = shown(qtbot)
    pane.show_query(Query("", (BASSETLAW,)))
    assert audit(pane) == []
