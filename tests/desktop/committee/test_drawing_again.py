"""A report drawn again as it was issued."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from desktop.committee import drawing_again
from desktop.committee.drawing_again import draw_again
from desktop.committee.making import make_report
from desktop.committee.saving import SavedReport, save_report
from engagement.committee.issues import content_of
from engagement.committee.reports import CommitteeReport
from engagement.register import contracts, services
from engagement.register.vocabulary import ContractStatus
from resources.database import Database
from resources.problem import Problem
from resources.report.blocks import Paragraph

TODAY, NOW = date(2020, 1, 6), datetime(2020, 1, 6, 12, tzinfo=UTC)


@pytest.fixture
def saved(db: Database, begun: CommitteeReport, tmp_path: Path) -> SavedReport:
    made = make_report(db, None, begun.id, today=TODAY)
    return save_report(db, None, made, tmp_path / "r.docx", now=NOW)


def test_it_is_byte_for_byte_as_it_was_whatever_changed_since(
    db: Database, saved: SavedReport, homes: list[str], tmp_path: Path
) -> None:
    for key in homes[1:4]:
        contracts.set_contract_status(db, key, ContractStatus.SUSPENDED, date(2019, 12, 5), today=TODAY)
    services.edit_service(db, homes[0], name="Another Court")
    again = draw_again(db, saved.issue_id, tmp_path / "again.docx")
    assert again.public.read_bytes() == saved.public.read_bytes()
    assert again.exempt is not None and saved.exempt is not None
    assert again.exempt.read_bytes() == saved.exempt.read_bytes()
    assert again.is_same and again.words.endswith("byte for byte")


def test_the_appendix_can_stay_away(db: Database, saved: SavedReport, tmp_path: Path) -> None:
    assert draw_again(db, saved.issue_id, tmp_path / "again.docx", with_appendix=False).exempt is None
    assert [path.name for path in tmp_path.glob("again*")] == ["again.docx"]


def test_what_is_drawn_otherwise_says_so_and_is_searched_for_what_is_exempt_today(
    db: Database, saved: SavedReport, homes: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def otherwise(db: Database, key: str) -> object:
        kept = content_of(db, key)
        more = Paragraph("Quillbafeather Court does well.")
        return replace(kept, report=replace(kept.report, blocks=(*kept.report.blocks, more)))

    monkeypatch.setattr(drawing_again, "content_of", otherwise)
    assert "another version" in draw_again(db, saved.issue_id, tmp_path / "again.docx").words
    contracts.set_contract_status(db, homes[1], ContractStatus.SUSPENDED, date(2019, 12, 5), today=TODAY)
    with pytest.raises(Problem, match="exempt"):
        draw_again(db, saved.issue_id, tmp_path / "third.docx")
    assert not (tmp_path / "third.docx").exists()
