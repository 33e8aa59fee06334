"""What is said above the pages of a report that is composed."""

from pytestqt.qtbot import QtBot

from desktop.pages.reports.chosen_report import ChosenReport
from desktop.pages.reports.compose_head import ComposeHead
from desktop.shell.looks.style import Style
from desktop.shell.page import Desk
from tests.desktop.pages.reports.reports_desk import begin


def test_with_large_letters_what_is_said_of_the_report_leaves_its_room_to_the_pages(
    desk: Desk, styled: Style, qtbot: QtBot
) -> None:
    chosen = ChosenReport(desk)
    chosen.choose(begin(desk.db).id)
    head = ComposeHead(desk, chosen)
    qtbot.addWidget(head)
    head.reload(is_making=True)
    about = head.which.widget.toolTip()
    assert "Period:" in about and head.words.text() == f"{about} Figures are being read…"
    styled.choose(styled.theme, text_scale=2.0)
    try:
        head.reload(is_making=True)
        assert (head.words.text(), head.which.widget.toolTip()) == ("Figures are being read…", about)
        head.reload(is_making=False)
        assert head.words.text() == ""
    finally:
        styled.choose(styled.theme, text_scale=1.0)
