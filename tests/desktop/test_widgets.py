from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.shell.actions import Action
from desktop.shell.looks.look import Tone
from desktop.shell.looks.style import Style
from desktop.widgets.chart import BarChart, Bars
from desktop.widgets.detail import Detail, DetailPane, Line, Section
from desktop.widgets.import_preview import Group, ImportPreview, Preview
from desktop.widgets.pills import Pill, rating_tone, state_tone
from desktop.widgets.question import Question
from desktop.widgets.tables.table import TableView
from resources.tables import Column, ColumnKind, Table
from tests.desktop.accessibility import audit
from tests.desktop.fake_listing import services
from tests.desktop.sample_window import detail_of

COLUMNS = (Column("id", "Location ID"), Column("name", "Location"))
ROWS = (("1-101", "Rosewood House"), ("1-102", "Larkmeadow Court"))


def nothing() -> None:
    """An action that does nothing."""


def preview() -> Preview:
    some, none = Table("Locations", COLUMNS, ROWS), Table("Locations", COLUMNS, ())
    groups = (
        Group("New", 0, none, "In the file and not held yet."),
        Group("Changed", 5, some, "Held with other words or numbers."),
        Group("Refused: no Location ID", 3, some, "Give each row its Location ID.", refused=True),
        Group("Refused: not a date", 2, some, "Write the date as 9 Dec 2019.", refused=True),
    )
    return Preview("Import August 2019", "directory.csv", groups, "Import 5 locations")


def words(widget) -> list[str]:  # type: ignore[no-untyped-def]
    return [label.text() for label in widget.findChildren(QLabel) if not label.isHidden()]


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


def test_a_detail_pane_shows_what_matters_and_leaves_out_what_is_empty(qtbot: QtBot, styled: object) -> None:
    pane = DetailPane("Service", "Choose a service to see it here.")
    qtbot.addWidget(pane)
    pane.show()
    pane.show_detail(detail_of(services(1)[0], nothing))
    qtbot.waitUntil(lambda: "Rosewood House 1" in words(pane))
    assert "Beds" not in words(pane)
    assert audit(pane) == []
    pane.clear()
    qtbot.waitUntil(lambda: words(pane) == ["Choose a service to see it here."])


def test_a_folded_section_stays_folded_for_the_next_thing(qtbot: QtBot, styled: object) -> None:
    pane = DetailPane("Service", "Nothing chosen.")
    qtbot.addWidget(pane)
    pane.show()
    detail = Detail("Rosewood House", sections=(Section("Contacts", (Line("Manager", "Zoë Example"),)),))
    pane.show_detail(detail)
    fold = next(button for button in pane.findChildren(QPushButton) if button.text() == "Contacts")
    assert fold.accessibleName() == "Contacts, unfolded"
    fold.click()
    pane.show_detail(detail)
    folds = [button for button in pane.findChildren(QPushButton) if button.text() == "Contacts"]
    assert folds[-1].accessibleName() == "Contacts, folded"


def test_a_row_of_a_small_table_is_opened_by_its_key(qtbot: QtBot, styled: object) -> None:
    opened: list[str] = []
    pane = DetailPane("Service", "Nothing chosen.")
    qtbot.addWidget(pane)
    table = Table("Contacts", COLUMNS, ROWS)
    section = Section("Contacts", table=table, keys=("a", "b"), opened=opened.append)
    pane.show_detail(Detail("Rosewood", sections=(section,)))
    view = pane.findChild(TableView)
    view.go_to("b")
    view.opened.emit(view.current_key)
    assert opened == ["b"]


def test_a_link_and_an_action_of_the_pane_are_run(qtbot: QtBot, styled: object) -> None:
    ran: list[str] = []
    pane = DetailPane("Service", "Nothing chosen.")
    qtbot.addWidget(pane)
    link = Line("Provider", "Larkmeadow Homes", lambda: ran.append("provider"))
    edit = Action("edit", "Edit", lambda: ran.append("edit"))
    pane.show_detail(Detail("Rosewood", actions=(edit,), sections=(Section("What matters", (link,)),)))
    for button in pane.findChildren(QPushButton):
        if button.text() in {"Larkmeadow Homes", "Edit"}:
            button.click()
    assert sorted(ran) == ["edit", "provider"]


def test_ratings_and_states_have_the_tone_of_their_meaning() -> None:
    assert [
        rating_tone(words) for words in ("Good", "requires_improvement", "Insufficient evidence to rate")
    ] == [
        Tone.GOOD,
        Tone.REQUIRES_IMPROVEMENT,
        Tone.NOT_RATED,
    ]
    assert [state_tone(words) for words in ("Active", "No show", "Waitlisted", "Something new")] == [
        Tone.POSITIVE,
        Tone.NEGATIVE,
        Tone.WAITING,
        Tone.NEUTRAL,
    ]


def test_every_rating_has_a_shape_of_its_own_that_shows_without_colour(qtbot: QtBot, styled: object) -> None:
    shapes = set()
    for words in (
        "Outstanding",
        "Good",
        "Requires improvement",
        "Inadequate",
        "Not yet rated",
        "Not rated by CQC",
    ):
        pill = Pill(ColumnKind.RATING, words)
        qtbot.addWidget(pill)
        pill.resize(pill.sizeHint())
        image = pill.grab().toImage().convertToFormat(pill.grab().toImage().Format.Format_Grayscale8)
        left = [image.pixelColor(x, y).lightness() for x in range(7, 20) for y in range(4, 18)]
        middle = (max(left) + min(left)) // 2
        shapes.add(tuple(value > middle for value in left))
        seen = QAccessible.queryAccessibleInterface(pill)
        assert seen.text(QAccessible.Text.Name) == words
    assert len(shapes) == 6


def test_a_chart_says_in_words_what_it_shows(qtbot: QtBot, styled: object) -> None:
    bars = Bars(
        "Most homes are rated Good",
        ("Inadequate", "Good"),
        [("Ashfield", (3, 97)), ("Bassetlaw", (None, 100.0))],
        subtitle="% of rated services, August 2019",
        source="Source: CQC",
        unit="%",
    )
    chart = BarChart(bars)
    qtbot.addWidget(chart)
    chart.resize(500, 300)
    chart.grab()
    assert chart.accessibleName() == "Most homes are rated Good"
    assert chart.accessibleDescription() == (
        "Most homes are rated Good. % of rated services, August 2019. "
        "Ashfield: Inadequate 3%, Good 97%. Bassetlaw: Good 100%. Source: CQC"
    )


def test_a_chart_of_nothing_and_one_beside_itself_are_drawn(qtbot: QtBot, styled: object) -> None:
    for bars in (
        Bars("Nothing yet", ("Services",), []),
        Bars("Two waves", ("2018", "2019"), [("Ashfield", (0.0, 12.5))], stacked=False, tones=(Tone.GOOD,)),
    ):
        chart = BarChart(bars)
        qtbot.addWidget(chart)
        assert not chart.grab().isNull()


def test_enter_presses_the_button_that_has_the_keyboard_not_the_default_one(
    styled: Style, qtbot: QtBot
) -> None:
    over = QWidget()
    qtbot.addWidget(over)
    over.show()
    done: list[bool] = []
    question = Question("Cancel the event?", "", "Cancel the event", over, danger=True)
    question.ask(lambda: done.append(True))
    back = next(one for one in question.findChildren(QPushButton) if one.text() == "Go back")
    qtbot.keyClick(back, Qt.Key.Key_Return)
    assert (done, question.isVisible()) == ([], False)
