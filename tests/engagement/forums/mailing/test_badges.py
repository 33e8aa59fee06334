"""Name badges: eight a page, for everybody expected, the name as large as fits."""

from datetime import date
from pathlib import Path

import pytest
from docx import Document

from engagement.forums.mailing.badges import people_for_badges, save_badges
from engagement.forums.people import invitations
from engagement.forums.people.participants import of_event
from engagement.forums.vocabulary import ParticipantRole
from engagement.forums.vocabulary import ParticipantStatus as S
from resources.database import Database, change
from resources.problem import Problem
from resources.report.word.badges import GRID, name_size
from tests.engagement.forums.conftest import NOW
from tests.engagement.forums.mailing.conftest import Keys

Asked = tuple[str, Keys]
DAY = date(2019, 12, 10)


def test_a_badge_has_name_organisation_part_and_event(db: Database, asked: Asked, tmp_path: Path) -> None:
    event, keys = asked
    invitations.record_reply(db, [keys["Ada Example"], keys["Cy Moss"]], S.ACCEPTED, now=NOW)
    with change(db, "Speaks"):
        db.update_row("participant", keys["Cy Moss"], {"role": ParticipantRole.SPEAKER.value})
    assert save_badges(db, event, tmp_path / "b.docx", day=DAY, blank=7) == 2
    (table,) = Document(str(tmp_path / "b.docx")).tables
    texts = [cell.text for row in table.rows for cell in row.cells]
    assert texts[0] == "Cy Moss\nAsh Court\nSpeaker\nProvider forum, December 2019"
    assert texts[1] == "Ada Example\nRosewood House\nProvider forum, December 2019"
    assert [text.strip() for text in texts[2:]] == ["Provider forum, December 2019"] * 7 + [""]
    assert GRID.on_a_page == 8
    first = table.rows[0].cells[1].paragraphs[0].runs[0]
    assert first.font.size is not None and first.font.size.pt == 24


def test_a_long_name_is_set_smaller() -> None:
    assert name_size("Ada Example") == 24
    assert 11 <= name_size("Wilhelmina-Maximiliana Featherstonehaugh-Cholmondeley") < 24


def test_those_chosen_have_one_whatever_they_answered(db: Database, asked: Asked) -> None:
    event, keys = asked
    assert [one.name for one in people_for_badges(db, event, [keys["Di Nye"]])] == ["Di Nye"]
    assert people_for_badges(db, event) == []


def test_who_walked_in_has_one_too(db: Database, held: tuple[str, dict[str, str]]) -> None:
    event, _ = held
    names = [one.name for one in people_for_badges(db, event)]
    assert names.count("Eve Yew") == 1 and "Cy Moss" not in names
    assert len(of_event(db, event)) == 6


def test_nobody_has_none(db: Database, asked: Asked, tmp_path: Path) -> None:
    with pytest.raises(Problem, match="Nobody is expected"):
        save_badges(db, asked[0], tmp_path / "b.docx", day=DAY)
    assert not (tmp_path / "b.docx").exists()
