from pytestqt.qtbot import QtBot

from desktop.shell.looks.style import Style
from desktop.shell.settings import Settings
from tests.desktop.widgets.tables.shown_table import shown


def test_widths_and_hidden_columns_are_remembered(qtbot: QtBot, styled: object, settings: Settings) -> None:
    table = shown(qtbot, settings=settings)
    table.setColumnWidth(0, 300)
    table.setColumnHidden(3, True)
    qtbot.waitUntil(lambda: bool(settings.mapping("table:services")))
    again = shown(qtbot, settings=Settings(settings.path.parent))
    assert (again.columnWidth(0), again.isColumnHidden(3), again.isColumnHidden(2)) == (300, True, False)


def test_kept_widths_that_make_no_sense_are_passed_over(
    qtbot: QtBot, styled: object, settings: Settings
) -> None:
    settings.put("table:services", {"widths": {"name": -5, "kind": "wide"}, "hidden": "name"})
    table = shown(qtbot, settings=settings)
    assert (table.columnWidth(0), table.columnWidth(1)) == (220, 130)


def test_kept_widths_grow_with_the_size_of_text(qtbot: QtBot, styled: Style, settings: Settings) -> None:
    table = shown(qtbot, settings=settings)
    table.setColumnWidth(0, 300)
    qtbot.waitUntil(lambda: bool(settings.mapping("table:services")))
    usual = styled.text_scale
    styled.choose(styled.theme, text_scale=2 * usual)
    try:
        assert shown(qtbot, settings=Settings(settings.path.parent)).columnWidth(0) == 600
    finally:
        styled.choose(styled.theme, text_scale=usual)
