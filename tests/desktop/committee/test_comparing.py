"""A comparison saved, marked where it must be."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from desktop.committee.comparing import compared_with_now, save_comparison
from desktop.committee.making import make_report
from desktop.committee.saving import save_report
from engagement.committee.issue_comparing import Comparison
from engagement.committee.items import add_paragraph, edit_item, items_of
from engagement.committee.reports import CommitteeReport
from engagement.register import contracts
from engagement.register.vocabulary import ContractStatus
from resources.database import Database
from resources.problem import Problem
from resources.report.committee.comparing import Kind, What
from resources.report.document_text import passages

TODAY, NOW = date(2020, 1, 6), datetime(2020, 1, 6, 12, tzinfo=UTC)


@pytest.fixture
def since(db: Database, begun: CommitteeReport, homes: list[str], tmp_path: Path) -> Comparison:
    """What changed since a report was issued: one more home suspended, and a paragraph more."""
    made = make_report(db, None, begun.id, today=TODAY)
    saved = save_report(db, None, made, tmp_path / "r.docx", now=NOW)
    contracts.set_contract_status(db, homes[1], ContractStatus.SUSPENDED, date(2019, 12, 5), today=TODAY)
    edit_item(db, items_of(db, begun.id)[1].id, text="Winter was mild and wet.")
    add_paragraph(db, begun.id, "Spring is near.")
    return compared_with_now(db, None, saved.issue_id, today=TODAY)


def test_what_changed_since_it_was_issued(since: Comparison) -> None:
    found = {(one.kind, one.what) for one in since.differences}
    assert (Kind.FIGURES, What.SENTENCE) in found and (Kind.FIGURES, What.TABLE) in found
    assert (Kind.CHANGED, What.TYPED) in found and (Kind.NEW, What.TYPED) in found
    figures = [
        change.words for one in since.differences for change in one.figures if one.what is What.SENTENCE
    ]
    assert any(words.endswith("(+1)") for words in figures)


def test_its_papers_are_marked_where_it_tells_what_is_exempt(
    db: Database, since: Comparison, tmp_path: Path
) -> None:
    for ending in ("docx", "xlsx"):
        saved = save_comparison(db, since, tmp_path / f"c.{ending}")
        assert saved.exempt and "EXEMPT" in " ".join(one.text for one in passages(saved.path.read_bytes()))


def test_a_public_comparison_is_not_marked(db: Database, since: Comparison, tmp_path: Path) -> None:
    public = Comparison(
        since.older,
        since.newer,
        tuple(one for one in since.differences if one.exempt is None and one.what is What.TYPED),
        since.followed_up,
        since.as_at,
    )
    assert not save_comparison(db, public, tmp_path / "c").exempt
    assert (tmp_path / "c.docx").exists()


def test_a_csv_holds_the_table_alone(db: Database, since: Comparison, tmp_path: Path) -> None:
    save_comparison(db, since, tmp_path / "c.csv")
    text = (tmp_path / "c.csv").read_text(encoding="utf-8-sig")
    assert text.startswith('"EXEMPT') and "What happened" in text


def test_another_kind_of_file_is_refused(db: Database, since: Comparison, tmp_path: Path) -> None:
    with pytest.raises(Problem, match="Word document"):
        save_comparison(db, since, tmp_path / "c.odt")
