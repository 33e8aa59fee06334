"""Badges and table cards: nobody's honour stands on them."""

from datetime import date
from pathlib import Path

import pytest
from docx import Document

from awards.ceremony.gathering import GuestsFrom, gather_guests
from awards.ceremony.guests import record_answers, seat
from awards.ceremony.name_cards import guests_for_cards, save_name_badges, save_table_cards
from awards.vocabulary import GuestAnswer
from resources.problem import Problem
from tests.awards.ceremony.conftest import Evening

DAY = date(2026, 11, 1)


def _cells(path: Path) -> list[str]:
    (table,) = Document(str(path)).tables
    return [cell.text for row in table.rows for cell in row.cells if cell.text.strip()]


def test_badges_of_those_who_come_and_blank_ones_for_whom_they_bring(
    evening: Evening, tmp_path: Path
) -> None:
    some = gather_guests(evening.db, evening.round_id, [GuestsFrom.FINALISTS]).added
    with pytest.raises(Problem, match="Nobody has said yet that they come"):
        guests_for_cards(evening.db, evening.round_id)
    record_answers(evening.db, [one.id for one in some if "Ben" not in one.name], GuestAnswer.YES, today=DAY)
    assert save_name_badges(evening.db, evening.round_id, tmp_path / "b.docx", today=DAY, blank=1) == 2
    cells = _cells(tmp_path / "b.docx")
    assert cells[0] == "Ada Example\nRosewood House\nNominee\nProud to Care 2026"
    assert [cell.strip() for cell in cells[2:]] == ["Proud to Care 2026"] * 2
    assert not any("inner" in cell or "inalist" in cell for cell in cells)


def test_table_cards_of_those_chosen(evening: Evening, tmp_path: Path) -> None:
    some = gather_guests(evening.db, evening.round_id, [GuestsFrom.FINALISTS]).added
    seat(evening.db, [some[0].id], "Table 1")
    assert (
        save_table_cards(evening.db, evening.round_id, tmp_path / "t.docx", today=DAY, chosen=[some[0].id])
        == 1
    )
    assert _cells(tmp_path / "t.docx") == ["Ada Example\nRosewood House, Table 1"]
    seat(evening.db, [some[0].id], "1")
    save_table_cards(evening.db, evening.round_id, tmp_path / "t.docx", today=DAY, chosen=[some[0].id])
    assert _cells(tmp_path / "t.docx") == ["Ada Example\nRosewood House, Table 1"]
