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
from engagement.register import contacts, contracts, services
from engagement.register.vocabulary import ContractStatus
from resources.database import Database
from resources.problem import Problem
from resources.report.blocks import Paragraph
from resources.report.committee.composing import Composed, Origin

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
    write_otherwise(monkeypatch, "Quillbafeather Court does well.")
    assert "another version" in draw_again(db, saved.issue_id, tmp_path / "again.docx").words
    contracts.set_contract_status(db, homes[1], ContractStatus.SUSPENDED, date(2019, 12, 5), today=TODAY)
    with pytest.raises(Problem, match="exempt"):
        draw_again(db, saved.issue_id, tmp_path / "third.docx")
    assert not (tmp_path / "third.docx").exists()


@pytest.mark.parametrize(
    "words", ["Bo Samplewood did well.", "One said the night staff were never asked about it."]
)
@pytest.mark.parametrize("is_there", [True, False])
def test_what_is_drawn_otherwise_is_searched_for_people_and_words_held_back_too(
    db: Database,
    saved: SavedReport,
    begun: CommitteeReport,
    homes: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    words: str,
    is_there: bool,
) -> None:
    write_otherwise(monkeypatch, words)
    assert not draw_again(db, saved.issue_id, tmp_path / "again.docx").is_same
    provider = str(db.value("select provider_id from service where id = ?", (homes[1],)))
    contacts.add_contact(db, provider, name="Bo Samplewood")
    reason = "The night staff were never asked about it."
    contracts.set_contract_status(
        db, homes[2], ContractStatus.SUSPENDED, date(2019, 12, 5), reason, today=TODAY
    )
    if not is_there:
        monkeypatch.setattr(drawing_again, "outline", gone)
    with pytest.raises(Problem, match="exempt"):
        draw_again(db, saved.issue_id, tmp_path / "third.docx")
    assert not (tmp_path / "third.docx").exists()


def gone(_db: Database, key: str) -> None:
    raise LookupError(key)


def write_otherwise(monkeypatch: pytest.MonkeyPatch, words: str) -> None:
    """As if another version of the program wrote reports in other bytes."""

    def otherwise(db: Database, key: str) -> Composed:
        kept = content_of(db, key)
        blocks, origins = (*kept.report.blocks, Paragraph(words)), (*kept.origins, Origin())
        return replace(kept, report=replace(kept.report, blocks=blocks), origins=origins)

    monkeypatch.setattr(drawing_again, "content_of", otherwise)
