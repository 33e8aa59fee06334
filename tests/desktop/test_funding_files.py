"""The documents of a funding year are searched for those who may not be named before they are kept."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from desktop.funding_files import (
    save_360giving,
    save_funding_sections,
    save_funding_summary,
    save_funding_workbook,
)
from engagement.register.council import set_council
from resources.database import Database
from resources.problem import Problem
from resources.report.document_text import passages
from tests.workforce.funding.report.test_sections import filled
from tests.workforce.funding.report.told import TODAY, Told
from workforce.funding.funds.funds import edit_fund, funds
from workforce.funding.projects.projects import ProjectDraft, add_project
from workforce.funding.projects.quotes import QuoteDraft, add_quote
from workforce.funding.report.choice import FundingChoice
from workforce.funding.report.giving_360 import Publisher
from workforce.funding.vocabulary import QuoteConsent

YEAR = FundingChoice(2019)
PUBLISHER = Publisher("360G-Example", "GB-LAE-NTT")


@pytest.fixture
def told(db: Database) -> Told:
    set_council(db, "Nottinghamshire")
    return filled(db)


def text_of(path: Path) -> str:
    return "\n".join(one.text for one in passages(path.read_bytes()))


def test_the_summary_and_its_appendix(told: Told, tmp_path: Path) -> None:
    saved = save_funding_summary(told.db, YEAR, tmp_path / "Funding", today=TODAY, appendix=True)
    assert [path.name for path in saved] == ["Funding.docx", "Funding - EXEMPT appendix.docx"]
    public, exempt = map(text_of, saved)
    assert "£112,000" in public and "Quillmere" not in public and "Left before the end" not in public
    assert "Quillmere Ltd" in exempt and "Left before the end" in exempt
    assert len(save_funding_summary(told.db, YEAR, tmp_path / "Alone", today=TODAY)) == 1


def test_the_sections_and_the_workbook(told: Told, tmp_path: Path) -> None:
    (sections,) = save_funding_sections(told.db, YEAR, tmp_path / "Sections", today=TODAY)
    assert "£104,200 remains" in text_of(sections)
    (book,) = save_funding_workbook(told.db, YEAR, tmp_path / "Tables", today=TODAY)
    assert book.name == "Tables.xlsx" and book.stat().st_size > 5000
    with pytest.raises(Problem, match=r"does not end in \.xlsx"):
        save_funding_workbook(told.db, YEAR, tmp_path / "Tables.docx", today=TODAY)


def test_words_that_name_somebody_refused_or_a_learner_stop_every_document(
    told: Told, tmp_path: Path
) -> None:
    db = told.db
    told.learner("Amina", "Larkson")
    (fund,) = funds(db)
    for name in ("Fund of Amina Larkson", "Quillmere fund"):
        edit_fund(db, fund.id, name=name)
        for save in (save_funding_summary, save_funding_sections, save_funding_workbook):
            with pytest.raises(Problem):
                save(db, YEAR, tmp_path / "Funding", today=TODAY)
    assert list(tmp_path.glob("Funding*")) == []


def test_a_quote_that_names_its_speaker_is_not_printed(told: Told, tmp_path: Path) -> None:
    db, day = told.db, date(2019, 12, 1)
    project = add_project(db, ProjectDraft("Digital security", day))
    quote = QuoteDraft(
        "I am Orla Pretendson and it helped.", day, "Orla Pretendson", consent=QuoteConsent.YES
    )
    add_quote(db, project.id, quote, today=TODAY)
    with pytest.raises(Problem):
        save_funding_summary(db, YEAR, tmp_path / "Funding", today=TODAY)
    add_quote(db, project.id, replace(quote, words="It helped."), today=TODAY)


def test_awards_are_saved_as_csv_or_as_a_workbook(told: Told, tmp_path: Path) -> None:
    path, found = save_360giving(told.db, 2019, PUBLISHER, tmp_path / "awards")
    assert path.name == "awards.csv" and len(found.table.rows) == 6
    lines = path.read_text(encoding="utf-8-sig").splitlines()
    assert lines[0].startswith("Identifier,Title,Description,Currency,Amount Awarded,Award Date")
    assert len(lines) == 7 and ",GBP,1000.00,2019-12-01," in lines[1] and "Quillmere" not in str(lines)
    assert save_360giving(told.db, 2019, PUBLISHER, tmp_path / "awards.xlsx")[0].stat().st_size > 5000
    with pytest.raises(Problem, match="no file that 360Giving reads"):
        save_360giving(told.db, 2019, PUBLISHER, tmp_path / "awards.docx")
    told.learner("Amina", "Larkson")
    edit_fund(told.db, funds(told.db)[0].id, name="Fund of Amina Larkson")
    with pytest.raises(Problem, match="not for publication"):
        save_360giving(told.db, 2019, PUBLISHER, tmp_path / "named")
