"""The side Figures: what may be published as it stands, denominators, and the papers made there."""

from datetime import date
from pathlib import Path

import pytest
import shiboken6
from docx import Document
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from desktop.dialogs.iwork.measure_base import WriteMeasureBase
from desktop.pages.iwork.figures_side import FiguresSide
from desktop.pages.iwork.figures_views import DISTRICTS, EMPLOYERS, MEASURE, VIEWS, WORK
from desktop.pages.iwork.open_register import OpenRegister
from desktop.pages.iwork.people_side import PeopleSide
from desktop.shell.page import Desk
from resources.database import OpenFile
from resources.problem import Problem
from tests.desktop.accessibility import audit
from tests.desktop.pages.iwork.register_desk import register_at
from tests.desktop.pages.register_desk import dialog_over
from tests.desktop.widgets.words_shown import words
from tests.workforce.iwork.figures.held import TODAY, filled
from workforce.iwork.figures.measure_bases import base_on, measure_bases
from workforce.iwork.people.people import edit_person
from workforce.iwork.vocabulary import MeasureKind


@pytest.fixture
def page(desk: Desk, opened_vault: OpenFile, qtbot: QtBot) -> OpenRegister:
    """A register of thirty people, fourteen of them in work."""
    filled(opened_vault.db, desk.db)
    return register_at(desk, opened_vault, qtbot, FiguresSide)


def side_of(page: OpenRegister) -> FiguresSide:
    assert isinstance(page.current, FiguresSide)
    return page.current


def act(page: OpenRegister, name: str) -> None:
    found = next(one for one in side_of(page).actions_here() if one.name == name)
    assert found.ready(), name
    found.run()


def test_an_empty_register_leads_to_people(desk: Desk, opened_vault: OpenFile, qtbot: QtBot) -> None:
    page = register_at(desk, opened_vault, qtbot, FiguresSide, PeopleSide)
    side = side_of(page)
    assert side.table() is None and side.status_text() == ""
    assert "there are no figures" in " ".join(words(side)) and audit(page) == []
    assert not any(one.ready() for one in side.actions_here())
    side.focus_first()
    with qtbot.waitSignal(side.turn_to) as turned:
        side.empty.focusProxy().click()
    assert turned.args == ["People", ""] and isinstance(page.current, PeopleSide)


def test_each_view_is_a_table_that_may_be_published(page: OpenRegister) -> None:
    side = side_of(page)
    for view, rows in ((WORK, 10), (EMPLOYERS, 4), (DISTRICTS, 9)):
        side.which.show_answer(view)
        table = side.table()
        assert table is not None and table.exempt is None and len(table.rows) == rows
        assert side.status_text() == f"{rows} rows" and audit(page) == [], view
        side.focus_first()
        side.focus_filter()
    assert set(VIEWS) == {WORK, EMPLOYERS, DISTRICTS, MEASURE}


def test_an_earlier_day_is_told_as_it_was(page: OpenRegister) -> None:
    side = side_of(page)
    side.upto.show_answer("2026-03-31")
    assert side.last() == date(2026, 3, 31)
    assert side.part.told.text().startswith("1 April 2025 to 31 March 2026.")
    table = side.table()
    assert table is not None and table.rows[1][2] == 0, "nobody was in work yet"


def test_a_denominator_is_typed_in_put_right_and_taken_away(page: OpenRegister, qtbot: QtBot) -> None:
    side, vault = side_of(page), page._desk.db
    side.which.show_answer(MEASURE)
    assert side.table() is None and "no denominator for 2026/27" in side.part.told.text()
    assert side.status_text() == "2 rows"
    assert side.part.shown is not None
    side.part.shown.show_row("autism")
    act(page, "iwork_base")
    dialog = dialog_over(page, WriteMeasureBase)
    assert isinstance(dialog, WriteMeasureBase) and audit(dialog) == []
    assert dialog.form.rows["kind"].field.answer() == MeasureKind.AUTISM
    dialog.submit()
    assert "needed" in dialog.form.rows["number"].sentence
    dialog.form.rows["number"].field.show_answer(640)
    dialog.form.rows["source"].field.show_answer("The council’s return")
    dialog.submit()
    qtbot.waitUntil(lambda: not shiboken6.isValid(dialog))
    held = base_on(vault, MeasureKind.AUTISM, TODAY)
    assert held is not None and held.number == 640
    side.reload()
    table = side.table()
    assert table is not None and [row[0] for row in table.rows] == ["Autism"]
    side.part.shown.show_row("autism")
    assert "The council’s return" in " ".join(words(side))
    act(page, "iwork_base_remove")
    assert measure_bases(vault) == []


def test_what_the_figures_wait_for_is_said_beside_them_and_in_no_table(page: OpenRegister) -> None:
    side = side_of(page)
    assert "were not looked at" in " ".join(words(side))
    table = side.table()
    assert table is not None and "looked at" not in repr(table)


def test_papers_are_public_and_hold_nobody(
    page: OpenRegister, desk: Desk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, file in (("iwork_summary", "Summary.docx"), ("iwork_sections", "Sections.docx")):
        target = tmp_path / file
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, to=target: (str(to), "Word (*.docx)"))
        act(page, name)
        qtbot.waitUntil(target.is_file)
        desk.jobs.finish()
        text = "\n".join(one.text for one in Document(str(target)).paragraphs)
        assert "30 people were on the i-Work register" in text
        for told in ("Wren", "Specimen", "IW-0", "Not for publication"):
            assert told not in text


def test_a_name_that_stands_in_the_paper_stops_it(page: OpenRegister, tmp_path: Path) -> None:
    from desktop.iwork_figures_files import save_iwork_summary

    vault, db = page._desk.db, page.office.db
    key = vault.value("select id from person order by number limit 1")
    edit_person(vault, str(key), today=TODAY, given_name="Employment", family_name="Measure")
    with pytest.raises(Problem, match="was not saved"):
        save_iwork_summary(vault, db, TODAY, tmp_path / "Summary.docx", today=TODAY)
    assert not (tmp_path / "Summary.docx").exists()
