"""Rows that may be held already, as they are decided beside the preview."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop.pages.survey.import_doubts import DoubtfulRows
from desktop.pages.survey.import_draft import ImportDraft
from resources.database import Database
from tests.workforce.survey.answers.made import MOUTH, RADIO, csv_file, made_wave
from workforce.survey.answers.checked import Checked
from workforce.survey.answers.checking import check
from workforce.survey.answers.decisions import RowMeans
from workforce.survey.answers.mapping import suggest

HEADINGS = (
    "id. Response ID",
    "submitdate. Date submitted",
    "best. Which one?",
    "staff. How many?",
    "thing. What?",
)
ROWS = [
    ("1", "2019-10-05 10:00:00", MOUTH, "5", "a"),
    ("1", "2019-10-05 10:00:30", RADIO, "9", "b"),
    ("2", "", RADIO, "7", "c"),
]


def found_in(db: Database, draft: ImportDraft) -> Checked:
    return check(db, draft.wave_id, draft.file, draft.uses, draft.decisions)


@pytest.fixture
def draft(db: Database, tmp_path: Path) -> ImportDraft:
    wave = made_wave(db)
    file = csv_file(tmp_path / "a.csv", HEADINGS, ROWS)
    uses = suggest(db, wave.id, file)
    return ImportDraft(wave.id, file, uses, uses)


def test_rows_are_decided_one_by_one_or_all_at_once_and_anew(
    qapp: QApplication, db: Database, draft: ImportDraft
) -> None:
    doubts = DoubtfulRows()
    said: list[ImportDraft] = []
    doubts.said.connect(said.append)
    doubts.show_draft(draft, found_in(db, draft))
    assert doubts.about.text().startswith("2 rows may be held already or stand twice")
    assert doubts.which.itemText(1) == "Line 2: The row has the number of line 3 and other answers"
    assert not doubts.anew.isVisibleTo(doubts)
    doubts.which.setCurrentIndex(1)
    doubts.means.setCurrentIndex(2)
    doubts.means.activated.emit(2)
    assert list(said[-1].decisions.rows.values()) == [RowMeans.NEW] and said[-1].stale
    doubts.show_draft(said[-1], found_in(db, said[-1]))
    assert doubts.which.count() == 2 and doubts.anew.text() == "Decide the 1 row anew"
    doubts.means.setCurrentIndex(3)
    doubts.means.activated.emit(3)
    found = found_in(db, said[-1])
    assert (len(found.new), len(found.left_rows), found.doubtful) == (2, 1, ())
    doubts.show_draft(said[-1], found)
    assert not doubts.which.isVisibleTo(doubts)
    doubts.anew.click()
    assert said[-1].decisions.rows == {}


def test_what_was_never_sent_off_may_be_left_out(
    qapp: QApplication, db: Database, draft: ImportDraft
) -> None:
    doubts = DoubtfulRows()
    said: list[ImportDraft] = []
    doubts.said.connect(said.append)
    doubts.show_draft(draft, found_in(db, draft))
    assert doubts.incomplete.text().startswith("1 response was begun and never sent off")
    doubts.incomplete.click()
    assert [one.line for one in found_in(db, said[-1]).left_rows] == [4]
    doubts.incomplete.click()
    assert not said[-1].decisions.leave_incomplete
