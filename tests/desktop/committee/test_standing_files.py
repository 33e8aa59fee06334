"""What stands already where a report is to be saved."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from desktop.committee.making import Made, make_report
from desktop.committee.saving import keep_prepared, prepare_report
from desktop.committee.standing_files import Standing, refuse_to_replace, standing_files
from engagement.committee.reports import CommitteeReport
from resources.database import Database
from resources.problem import Problem

NOW = datetime(2020, 1, 6, 12, tzinfo=UTC)


@pytest.fixture
def made(db: Database, begun: CommitteeReport) -> Made:
    return make_report(db, None, begun.id, today=date(2020, 1, 6))


def test_nothing_stands_there(db: Database, made: Made, tmp_path: Path) -> None:
    found = standing_files(db, prepare_report(db, None, made, tmp_path / "r.docx", now=NOW))
    assert found == Standing((), ())
    refuse_to_replace(found)


@pytest.mark.parametrize("issue", [True, False])
def test_what_an_earlier_save_left_is_ours(db: Database, made: Made, tmp_path: Path, issue: bool) -> None:
    prepared = prepare_report(db, None, made, tmp_path / "r.docx", now=NOW)
    saved = keep_prepared(db, prepared, issue=issue)
    assert saved.exempt is not None
    assert standing_files(db, prepared) == Standing((saved.public, saved.exempt, saved.manifest), ())


def test_what_somebody_changed_or_wrote_is_not(db: Database, made: Made, tmp_path: Path) -> None:
    prepared = prepare_report(db, None, made, tmp_path / "r.docx", now=NOW)
    saved = keep_prepared(db, prepared, issue=False)
    saved.public.write_bytes(b"retyped")
    saved.manifest.write_text('["mine"]', encoding="utf-8")
    found = standing_files(db, prepared)
    assert found.others == (
        saved.public,
        saved.exempt,
        saved.manifest,
    )  # nothing tells of the appendix any more
    with pytest.raises(Problem, match=r"“r.docx”, .* stand there already and are not as a report was saved"):
        refuse_to_replace(found)
