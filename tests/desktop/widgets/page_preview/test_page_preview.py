"""The preview worked with the keys and the mouse."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.widgets.page_preview.marks import BlockMark, Showing
from desktop.widgets.page_preview.page_preview import OPENING, PagePreview
from resources.report import Heading, Paragraph
from tests.desktop.accessibility import audit
from tests.desktop.widgets.page_preview.made_report import BLOCKS, SUSPENDED, held, made

LONG = tuple(Paragraph(f"Paragraph {number} says. " * 12, numbered=True) for number in range(80))
SUSPENDED_AT = BLOCKS.index(SUSPENDED)


@pytest.fixture
def preview(styled: object, qtbot: QtBot) -> PagePreview:
    made_here = PagePreview()
    qtbot.addWidget(made_here)
    made_here.resize(700, 600)
    made_here.show()
    made_here.show_report(made())
    made_here.view.setFocus()
    return made_here


@pytest.fixture
def press(preview: PagePreview, qtbot: QtBot) -> Callable[..., None]:
    def press(*keys: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        for key in keys:
            qtbot.keyClick(preview.view, key, held)

    return press


def figure_at(preview: PagePreview, row: int, name: str) -> QPoint:
    (box,) = preview.view.laid.link_boxes(row, name)
    return preview.view.area_of(box).center().toPoint()


def test_the_keys_go_from_block_to_block_and_enter_chooses_one(preview, press, qtbot):
    assert preview.current_block == OPENING
    press(Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert preview.current_block == 2
    with qtbot.waitSignal(preview.block_chosen) as chosen:
        press(Qt.Key.Key_Return)
    assert chosen.args == [2]
    press(Qt.Key.Key_End, held=Qt.KeyboardModifier.ControlModifier)
    assert preview.current_block == len(BLOCKS) - 1
    preview.view.verticalScrollBar().setValue(preview.view.verticalScrollBar().maximum())
    assert preview.words.text().startswith("Page 3 of 3")
    press(Qt.Key.Key_Home, held=Qt.KeyboardModifier.ControlModifier)
    assert preview.current_block == OPENING and preview.page_words.startswith("Page 1 of 3")


def test_left_and_right_go_from_figure_to_figure_and_enter_asks_for_the_rows_behind_one(
    preview, press, qtbot
):
    preview.show_block(2)
    press(Qt.Key.Key_Right, Qt.Key.Key_Right)
    with qtbot.waitSignal(preview.figure_asked) as asked:
        press(Qt.Key.Key_Return)
    assert asked.args == [2, "share"]
    press(Qt.Key.Key_Left)
    assert preview.view.figure == "held"
    press(Qt.Key.Key_Escape)
    with qtbot.waitSignal(preview.block_chosen):
        press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Left)
    assert preview.view.figure == "share"
    press(Qt.Key.Key_Down)
    assert preview.view.figure == ""
    preview.show_block(0)
    press(Qt.Key.Key_Right)
    assert preview.view.figure == ""


def test_the_mouse_chooses_a_block_or_asks_for_the_rows_behind_a_figure(preview, qtbot):
    preview.show_block(2)
    at = figure_at(preview, 3, "held")
    port = preview.view.viewport()
    qtbot.mouseMove(port, at)
    assert port.cursor().shape() == Qt.CursorShape.PointingHandCursor
    with qtbot.waitSignal(preview.figure_asked) as asked:
        qtbot.mouseClick(port, Qt.MouseButton.LeftButton, pos=at)
    assert asked.args == [2, "held"]
    beside = preview.view.visualRect(preview.view.blocks.index(2)).center()
    qtbot.mouseMove(port, beside)
    assert port.cursor().shape() == Qt.CursorShape.ArrowCursor
    with qtbot.waitSignal(preview.block_chosen) as chosen:
        qtbot.mouseClick(port, Qt.MouseButton.LeftButton, pos=beside)
    assert chosen.args == [1]


def test_what_is_exempt_is_not_in_the_public_document_and_places_stay_those_of_the_report(preview, qtbot):
    preview.show_block(SUSPENDED_AT)
    assert preview.current_block == SUSPENDED_AT
    preview.show_report(made(), Showing.PUBLIC)
    assert "Rosewood" not in heard(preview)
    preview.show_block(SUSPENDED_AT + 1)
    assert preview.current_block == SUSPENDED_AT + 1
    preview.show_block(SUSPENDED_AT)  # is not there: nothing happens
    assert preview.current_block == SUSPENDED_AT + 1
    preview.show_report(made(), Showing.EXEMPT)
    assert "Rosewood" in heard(preview) and "One service" not in heard(preview)
    preview.show_block(SUSPENDED_AT)
    assert preview.current_block == SUSPENDED_AT
    preview.show_report(made(held()))
    assert (preview.page_words, preview.current_block) == ("", OPENING)


def heard(preview: PagePreview) -> str:
    """What a screen reader hears of the whole."""
    QAccessible.setActive(True)
    preview.show_report(preview.report)
    seen = QAccessible.queryAccessibleInterface(preview.view)
    said = [seen.child(at).text(QAccessible.Text.Name) for at in range(seen.childCount())]
    QAccessible.setActive(False)
    return "\n".join(said)


def test_a_screen_reader_hears_every_block_with_its_page_and_what_was_done_to_it(preview):
    preview.mark_blocks({2: BlockMark.EDITED, 7: BlockMark.CHANGED, SUSPENDED_AT: BlockMark.EDITED})
    said = heard(preview)
    assert "Page 1\nEdited\n1. In the 12 weeks" in said
    assert "Page 2\nEdited, and changed beneath\n2. One service is suspended." in said
    assert "Page 2\nExempt, paragraph 3\nEdited\n1. Rosewood House is suspended." in said
    assert "Page 3\nHeading: Recommendations" in said
    assert (
        "Report to the Example Committee\n9 December 2019\nAgenda item: 5\nReport of the Service Director"
        in said
    )
    assert audit(preview) == []


def test_the_place_and_the_cursor_stay_when_the_report_changes(preview):
    preview.show_report(made(*LONG))
    preview.show_block(40)
    top = preview.view.visualRect(preview.view.currentIndex()).top()
    added = (*LONG[:10], Heading("Another"), *LONG[10:])
    preview.show_report(made(*added))
    assert preview.current_block == 41
    assert abs(preview.view.visualRect(preview.view.currentIndex()).top() - top) <= 1
    edited = (*added[:41], Paragraph("Put shorter.", numbered=True), *added[42:])
    preview.show_report(made(*edited))
    assert preview.current_block == 41
    preview.show_report(made(*edited[:5]))
    assert preview.current_block == 4


def test_a_block_longer_than_the_view_is_read_to_its_end_before_the_cursor_leaves_it(preview, press):
    preview.show_report(made(Paragraph("Long. " * 1500, numbered=True), Paragraph("After.", numbered=True)))
    preview.show_block(0)
    before, pressed = preview.view.verticalScrollBar().value(), 0
    while preview.current_block == 0 and pressed < 50:
        press(Qt.Key.Key_Down)
        pressed += 1
    assert 3 < pressed < 50 and preview.current_block == 1
    assert preview.view.verticalScrollBar().value() > before + 1000


def test_a_block_asked_for_is_shown_with_what_follows_it(preview):
    preview.show_report(made(*LONG))
    preview.show_block(40)
    area = preview.view.visualRect(preview.view.currentIndex())
    assert 0 <= area.top() < preview.view.viewport().height() / 2


def test_a_letter_that_is_no_key_of_qts_does_nothing(preview, qtbot):
    preview.show_block(2)
    typed = QKeyEvent(QEvent.Type.KeyPress, 0x0416, Qt.KeyboardModifier.NoModifier, "Ж")
    QApplication.sendEvent(preview.view, typed)
    assert preview.current_block == 2


def test_a_block_is_copied_as_words(preview, press):
    preview.show_block(2)
    press(Qt.Key.Key_C, held=Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text().startswith("1. In the 12 weeks to 31 December 12 events were held")


def test_page_down_goes_on_by_what_is_seen(preview, press):
    preview.show_report(made(*LONG))
    press(Qt.Key.Key_PageDown, Qt.Key.Key_PageDown)
    second = preview.current_block
    assert second > 5
    press(Qt.Key.Key_PageUp)
    assert preview.current_block < second


def test_pages_are_as_wide_as_the_view_or_as_large_as_on_paper(preview, qtbot):
    preview.show_report(made(*LONG))
    fitting = preview.view.scale_now
    preview.resize(500, 600)
    assert preview.view.scale_now < fitting and preview.fit.isChecked()
    preview.show_block(40)
    preview.full.click()
    assert preview.view.scale_now == pytest.approx(1.0) and preview.full.isChecked()
    assert preview.view.horizontalScrollBar().maximum() > 0
    turned = QWheelEvent(
        QPointF(50, 50), QPointF(50, 50), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(preview.view.viewport(), turned)
    assert preview.view.scale_now == pytest.approx(1.15)
    assert not preview.full.isChecked() and not preview.fit.isChecked()
    preview.fit.click()
    assert (
        preview.view.zoom is None and preview.view.sheet.at(preview.view.verticalScrollBar().value())[0] > 0
    )


def test_nothing_yet_is_said_in_words(preview):
    preview.show_report(None)
    assert (preview.page_words, preview.view.laid, preview.current_block) == ("", None, OPENING)
    assert not preview.grab().isNull()
    preview.show_report(made(held()))
    assert preview.page_words == "Page 1 of 1" and not preview.grab().isNull()
