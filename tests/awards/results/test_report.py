from pathlib import Path

from docx import Document

from awards.results.deciding.deciding import decide
from awards.results.deciding.withdrawing import withdraw_honour
from awards.results.notes import add_note
from awards.results.report import results_report
from awards.vocabulary import Outcome
from resources.database import Database
from resources.report.blocks import Bullets, FactList, Heading, Paragraph, TableBlock
from resources.report.word import save_word
from tests.awards.gala import NOW, TODAY
from tests.awards.results.scored import Scored
from tests.resources.report.word.test_validity import errors_in


def _words(db: Database, round_id: str) -> str:
    said: list[str] = []
    for block in results_report(db, round_id, today=TODAY).blocks:
        match block:
            case Heading() | Paragraph():
                said.append(block.text)
            case Bullets():
                said += block.items
            case FactList():
                said += [" ".join(one) for one in block.items]
            case TableBlock():
                said += [str(cell) for row in block.table.rows for cell in row]
    return "\n".join(said)


def test_it_says_what_was_decided_and_on_what(db: Database) -> None:
    made = Scored(db)
    assert "Nothing is decided yet." in _words(db, made.gala.round_id)
    decide(db, made.gala.category("Team").id, None, Outcome.NOT_AWARDED, "Nobody was nominated", now=NOW)
    won = decide(db, made.category_id, made.entry["ada"], Outcome.WINNER, "Best by far", now=NOW)
    mistaken = decide(db, made.category_id, made.entry["cal"], Outcome.RUNNER_UP, "Close", now=NOW)
    withdraw_honour(db, mistaken.id, "Meant Ben", now=NOW)
    add_note(db, made.entry["ada"], "Two judges met her", now=NOW)
    said = _words(db, made.gala.round_id)
    assert "Winner: Ada Example (2026-001, Rosewood House). The panel’s reason: Best by far" in said
    assert "Not awarded. The panel’s reason: Nobody was nominated" in said
    assert "1 September 2026: Meant Ben" in said
    assert "Ada Example: Two judges met her (Test Officer, 1 September 2026)" in said
    assert "Lou Judge scores 0.67 points lower" in said
    assert "Nobody was with the judges here." in said
    assert won.stands


def test_every_page_is_marked(db: Database, tmp_path: Path) -> None:
    made = Scored(db)
    report = results_report(db, made.gala.round_id, today=TODAY)
    assert report.is_exempt
    save_word(report, tmp_path / "results.docx", exempt_terms=())
    header = Document(str(tmp_path / "results.docx")).sections[0].header
    assert "EXEMPT" in " ".join(one.text for one in header.paragraphs)


def test_the_office_validator_finds_nothing(db: Database, tmp_path: Path) -> None:
    made = Scored(db)
    decide(db, made.gala.category("Team").id, None, Outcome.NOT_AWARDED, "Nobody was nominated", now=NOW)
    decide(db, made.category_id, made.entry["ada"], Outcome.WINNER, "Best by far, and < & > stand", now=NOW)
    mistaken = decide(db, made.category_id, made.entry["cal"], Outcome.RUNNER_UP, "Close", now=NOW)
    withdraw_honour(db, mistaken.id, "Meant Ben", now=NOW)
    add_note(db, made.entry["ada"], "Two judges met her\nand asked again", now=NOW)
    save_word(results_report(db, made.gala.round_id, today=TODAY), tmp_path / "results.docx", exempt_terms=())
    assert errors_in(tmp_path / "results.docx") == []
