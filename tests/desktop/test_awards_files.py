"""The documents of a round that everybody may read, and the search before they are kept."""

from pathlib import Path

import pytest

from awards.nominations.entries import edit_entry
from desktop.awards_files import save_awards_sections, save_awards_summary
from resources.database import Database
from resources.problem import Problem
from tests.awards.gala import TODAY
from tests.awards.report.announced import Announced


def text_of(path: Path) -> str:
    from docx import Document

    document = Document(str(path))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(one.text for one in document.paragraphs), *cells])


@pytest.fixture
def held(db: Database) -> Announced:
    made = Announced(db)
    made.announce()
    return made


def test_the_summary_and_its_appendix(held: Announced, tmp_path: Path) -> None:
    saved = save_awards_summary(held.db, held.round_id, tmp_path / "Awards", today=TODAY, appendix=True)
    assert [one.name for one in saved] == ["Awards.docx", "Awards - EXEMPT appendix.docx"]
    public, exempt = map(text_of, saved)
    assert "Ada Example, Rosewood House" in public and "Bo Sample" not in public
    assert "Bo Sample" in exempt
    (alone,) = save_awards_summary(held.db, held.round_id, tmp_path / "Alone.docx", today=TODAY)
    assert alone.name == "Alone.docx"


def test_the_sections_for_a_committee(held: Announced, tmp_path: Path) -> None:
    (saved,) = save_awards_sections(held.db, held.round_id, tmp_path / "Sections.docx", today=TODAY)
    assert "Ada Example, Rosewood House" in text_of(saved)


@pytest.mark.parametrize(
    "citation",
    [
        "Wren Specimen wrote of her.",
        "She was chosen before Bo Sample.",
        "Ms Judge was moved.",
        "As the Night Owls of Rosewood say.",
    ],
)
def test_a_citation_that_names_anybody_else_stops_the_save(
    held: Announced, tmp_path: Path, citation: str
) -> None:
    edit_entry(held.db, held.ada.id, citation=citation)
    with pytest.raises(Problem):
        save_awards_summary(held.db, held.round_id, tmp_path / "Awards.docx", today=TODAY)
    assert list(tmp_path.glob("*.docx")) == []
