"""How many pages each document has, while both are read as one."""

from pytestqt.qtbot import QtBot

from desktop.widgets.page_preview.marks import Showing
from desktop.widgets.page_preview.page_preview import PagePreview
from resources.report.blocks import public_part
from tests.desktop.widgets.page_preview.made_report import made


def test_the_pages_of_each_are_those_that_it_has_when_it_is_shown(styled: object, qtbot: QtBot) -> None:
    preview = PagePreview()
    qtbot.addWidget(preview)
    preview.show_report(made())
    whole = preview.page_words
    preview.show_report(made(), Showing.PUBLIC)
    public = preview.page_words.rpartition(" ")[2]
    preview.show_report(made(), Showing.EXEMPT)
    exempt = preview.page_words.rpartition(" ")[2]
    pages = "page" if public == "1" else "pages"
    assert whole.endswith(f"; printed: {public} {pages} and {exempt} of the exempt appendix")
    preview.show_report(public_part(made()), Showing.WHOLE)
    assert "printed" not in preview.page_words
