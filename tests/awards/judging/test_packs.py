"""Packs and workbooks as they leave: for whom, with what, and never with a name."""

import io
from datetime import date
from pathlib import Path

import pytest

from awards.judging.assignments import recuse
from awards.judging.packs import packs, save_packs
from awards.judging.scores import abstain, give_scores
from awards.judging.workbook import check_code, is_of, save_workbooks
from awards.judging.workbook_in.reading import read_score_file
from awards.nominations.entries import edit_entry
from awards.rounds.criteria import add_criterion, criteria_of
from awards.rounds.phase_plan import set_phase
from awards.vocabulary import RoundPhase, ScoresSeen
from resources.database import Database
from resources.files.reading import read_sheets
from resources.problem import Problem
from resources.report.document_text import passages
from tests.awards.gala import NOW, TODAY
from tests.awards.judging.panelled import Panelled
from tests.resources.report.word.test_validity import errors_in


def text_of(path: Path) -> str:
    return "\n".join(one.text for one in passages(path.read_bytes()) if not one.is_setting)


@pytest.fixture
def panelled(db: Database) -> Panelled:
    return Panelled(db)


def test_a_pack_for_each_judge_names_nobody(db: Database, panelled: Panelled, tmp_path: Path) -> None:
    saved = save_packs(db, panelled.gala.round_id, tmp_path, today=TODAY)
    assert [path.name for path in saved.files] == [
        "Pack 1 Judge 1 – J. Smith, Proud to Care 2026.docx", "Pack 2 Judge 2 – J. Smith, Proud to Care 2026.docx",
    ]  # fmt: skip
    text = text_of(saved.files[0])
    for name in ("Ada", "Theo", "Placeholder", "Rosewood", "Wren", "Night Owls", "Owls"):
        assert name not in text
    for words in ("2026-001", "2026-002", "2026-003", "[the nominee]", "EXEMPT", "Person Centred"):
        assert words in text
    assert "2026-002" not in text_of(saved.files[1])


def test_a_conflict_found_later_keeps_the_nominee_out(
    db: Database, panelled: Panelled, tmp_path: Path
) -> None:
    panelled.gala.nominate(
        entry_id=panelled.entries[0].id, nominator="Jo Judge", nominator_email="jo@example.org"
    )
    judge = panelled.gala.judge("Jo Judge", email="jo@example.org")
    for one in panelled.entries[:2]:
        panelled.gala.give(judge.id, one.id)
    (pack,) = packs(db, panelled.gala.round_id, only=[judge.id])
    assert [copy.reference for copy in pack.copies] == ["2026-002"]
    assert pack.left_out[0].startswith("2026-001 is not in the pack of Jo Judge")
    assert (
        save_packs(db, panelled.gala.round_id, tmp_path, today=TODAY, only=[judge.id]).notes[0]
        == pack.left_out[0]
    )


def test_who_stood_aside_has_it_no_more(db: Database, panelled: Panelled) -> None:
    recuse(db, panelled.keys[0], "Worked there")
    (pack,) = packs(db, panelled.gala.round_id, only=[panelled.one.id])
    assert [copy.reference for copy in pack.copies] == ["2026-002", "2026-003"]


def test_nobody_given_no_pack(db: Database, panelled: Panelled, tmp_path: Path) -> None:
    judge = panelled.gala.judge("Jo Judge")
    for save in (save_packs, save_workbooks):
        with pytest.raises(Problem, match="No judge was given anybody"):
            save(db, panelled.gala.round_id, tmp_path, today=TODAY, only=[judge.id])


def test_a_file_that_would_name_somebody_is_not_saved(
    db: Database, panelled: Panelled, tmp_path: Path
) -> None:
    add_criterion(db, panelled.gala.round_id, "Impact", guidance="Such as what Theo Placeholder did.")
    with pytest.raises(Problem, match="would have left with them"):
        save_packs(db, panelled.gala.round_id, tmp_path, today=TODAY, only=[panelled.one.id])
    assert list(tmp_path.glob("*.docx")) == []


def test_the_word_file_says_that_it_is_exempt_and_opens(
    db: Database, panelled: Panelled, tmp_path: Path
) -> None:
    from docx import Document

    (path,) = save_packs(db, panelled.gala.round_id, tmp_path, today=TODAY, only=[panelled.two.id]).files
    document = Document(io.BytesIO(path.read_bytes()))  # type: ignore[arg-type]
    assert "EXEMPT" in document.sections[0].header.paragraphs[0].text


def test_others_scores_are_in_it_only_as_the_phase_allows(
    db: Database, panelled: Panelled, tmp_path: Path
) -> None:
    criterion = criteria_of(db, panelled.entries[0].category_id)[0]
    other = panelled.gala.db.value("select id from judge_assignment where member_id = ?", (panelled.two.id,))
    give_scores(db, str(other), {criterion.id: 400}, now=NOW)

    def pack() -> str:
        folder = tmp_path
        return text_of(
            save_packs(db, panelled.gala.round_id, folder, today=TODAY, only=[panelled.one.id]).files[0]
        )

    assert "Others’ scores" not in pack()
    set_phase(db, panelled.gala.round_id, RoundPhase.SCORE, scores_seen=ScoresSeen.AFTER_OWN)
    assert "Others’ scores" not in pack()
    abstain(db, panelled.keys[0], "Knows them", now=NOW)
    assert f"judge 2: {criterion.name} 4" in pack()


def test_a_doubtful_word_is_told(db: Database, panelled: Panelled, tmp_path: Path) -> None:
    edit_entry(db, panelled.entries[1].id, also_known_as="Sunny")
    panelled.gala.nominate(
        entry_id=panelled.entries[1].id, statement="Sunny by name.", nominator="Ulrike Satchel"
    )
    saved = save_packs(db, panelled.gala.round_id, tmp_path, today=date(2026, 9, 2))
    assert "Not looked at yet: " in saved.notes[-1]


def test_a_workbook_has_a_row_for_each_and_nobody_in_it(
    db: Database, panelled: Panelled, tmp_path: Path
) -> None:
    path = panelled.workbook(tmp_path)
    file = read_score_file(path)
    assert [row.reference for row in file.rows] == ["2026-001", "2026-002", "2026-003"]
    assert file.cover.code == check_code(panelled.gala.round_id, panelled.one.id)
    assert is_of(file.cover.code.lower(), panelled.gala.round_id, panelled.one)
    assert not is_of(file.cover.code, panelled.gala.round_id, panelled.two)
    assert not any(sheet.hidden for sheet in read_sheets(path))
    for name in ("Ada", "Theo", "Rosewood", "Owls"):
        assert name not in text_of(path)


def test_a_workbook_brings_what_is_held(db: Database, panelled: Panelled, tmp_path: Path) -> None:
    first = criteria_of(db, panelled.entries[0].category_id)[0]
    give_scores(db, panelled.keys[0], {first.id: 400}, now=NOW, comment="So far")
    abstain(db, panelled.keys[1], "Knows them", now=NOW)
    rows = read_score_file(panelled.workbook(tmp_path)).rows
    assert rows[0].points == ((first.name.casefold(), "4"),)
    assert (rows[0].comment, rows[1].abstain) == ("So far", "Knows them")


def test_the_office_validator_finds_nothing_in_what_judges_are_sent(
    db: Database, panelled: Panelled, tmp_path: Path
) -> None:
    saved = save_packs(db, panelled.gala.round_id, tmp_path, today=date(2026, 9, 2))
    assert [errors_in(path) for path in (*saved.files, panelled.workbook(tmp_path))] == [[], [], []]
