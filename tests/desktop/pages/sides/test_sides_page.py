"""A page whose sides stand behind tabs: what is the same for all of them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from desktop.pages.sides.sides_page import PageSide, SidesPage
from desktop.shell.actions import Action
from desktop.shell.looks.style import Style
from desktop.shell.page import Desk
from desktop.shell.settings import Settings
from resources.database import OpenFile
from resources.tables import Column, Table
from tests.desktop.pages.register_desk import make_real_desk


class Plain(PageSide):
    """Without a table."""

    tab = "Plain"


class Listed(PageSide):
    """With a table of one row."""

    tab = "Listed"
    shown = ""
    read = 0

    def has(self, key: str) -> bool:
        return key == "oak"

    def show_row(self, key: str) -> None:
        self.shown = key

    def reload(self) -> None:
        self.read += 1

    def table(self) -> Table | None:
        return Table("Trees", (Column("name", "Name"),), [("Oak",)])

    def row_for_history(self) -> tuple[str, str]:
        return "tree", self.shown

    def actions_here(self) -> list[Action]:
        return [Action("fell", "Fell it", lambda: None)]

    def status_text(self) -> str:
        return "1 row"


class Papered(SidesPage):
    """With a document of its own."""

    def papers(self) -> list[Action]:
        return [Action("summary", "Summary…", lambda: None)]


@pytest.fixture
def desk(styled: Style, settings: Settings, opened: OpenFile) -> Iterator[Desk]:
    made = make_real_desk(opened, settings)
    yield made
    made.jobs.finish()


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> SidesPage:
    made = Papered(desk, (Plain(desk), Listed(desk)), "Sides")
    qtbot.addWidget(made)
    made.show()
    return made


def action(page: SidesPage, name: str) -> Action:
    return next(one for one in page.page_actions() if one.name == name)


def test_documents_of_the_page_are_offered_whichever_side_is_shown(page: SidesPage) -> None:
    assert action(page, "summary").ready() and action(page, "summary").menu == ""
    page.turn_to("Listed", "")
    assert action(page, "summary").ready() and action(page, "fell").menu == "Listed"


def test_a_table_is_saved_and_copied_where_the_side_has_one(
    page: SidesPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not action(page, "save_table").ready() and not action(page, "fell").ready()
    page.turn_to("Listed", "")
    assert action(page, "save_table").ready() and action(page, "fell").ready()
    action(page, "copy_table").run()
    assert "Oak" in QApplication.clipboard().text()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "trees.csv"), ""))
    action(page, "save_table").run()
    assert "Oak" in (tmp_path / "trees.csv").read_text(encoding="utf-8-sig")


def test_a_row_is_shown_on_the_side_that_has_it_and_is_read_anew(page: SidesPage) -> None:
    page.show_row("nobody has it")
    assert page.current.tab == "Plain"
    page.show_row("oak")
    side = page.current
    assert isinstance(side, Listed) and side.shown == "oak" and side.read
    assert page.status_text() == "1 row" and action(page, "row_history").ready()
    page.focus_first()
    page.focus_filter()
    page.reload()
    assert side.read > 1
