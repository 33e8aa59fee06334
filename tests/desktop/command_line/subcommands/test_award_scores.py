"""Blind copies, packs, workbooks and scores without a window."""

from pathlib import Path

import pytest

from resources.database import Database
from tests.awards.judging.panelled import Panelled, edited
from tests.desktop.command_line.conftest import Clerk


@pytest.fixture
def judged(clerk: Clerk) -> Clerk:
    """A round that is scoring, with two judges called J. Smith."""

    def make(db: Database) -> None:
        panelled = Panelled(db)
        panelled.gala.nominate(entry_id=panelled.entries[1].id, statement="Grace is his gift. Will he win?",
                               nominator="Grace Will")  # fmt: skip

    clerk.with_db(make)
    return clerk


def test_blind_copies_are_shown_and_decided_of(judged: Clerk, tmp_path: Path) -> None:
    told = judged.does("award-blind", "2026-002")
    assert "Statement 1, from: colleague" in told and "[the nominee]" in told
    assert "Theo" not in told and "Rosewood" not in told
    assert "Not looked at yet: " in told
    assert "Grace" in judged.does("award-blind-words", "--open")
    said = judged.does("award-blind-word", "2026-002", "grace", "--statement", 2, "--let-stand")
    assert said == "Let stand: “Grace” in 2026-002.\n"
    assert "Grace is his gift" in judged.does("award-blind", 2)
    judged.does("award-blind-word", 2, "grace", "--statement", 2, "--hide")
    assert "Grace is his gift" not in judged.does("award-blind", 2)
    assert "List them with award-blind-words" in judged.refuses("award-blind-word", 2, "theo", "--hide")
    saved = tmp_path / "words.xlsx"
    judged.does("award-blind-words", "--out", saved)
    assert saved.is_file()


def test_packs_and_workbooks_are_saved(judged: Clerk, tmp_path: Path) -> None:
    told = judged.does("award-packs", tmp_path)
    assert "Pack 1 Judge 1 – J. Smith, Proud to Care 2026.docx" in told
    assert "Not looked at yet" in told
    judged.does("award-workbooks", tmp_path, "--judge", 1)
    assert [path.name for path in tmp_path.glob("Scores*.xlsx")] == [
        "Scores 1 Judge 1 – J. Smith, Proud to Care 2026.xlsx"
    ]
    assert "There is no folder" in judged.refuses("award-packs", tmp_path / "nowhere")


def test_scores_are_given_locked_and_listed(judged: Clerk, tmp_path: Path) -> None:
    told = judged.does("award-score", 1, 1, "--give", "Values=4", "--comment", "Warm")
    assert "2026-001" in told and "Values 4" in told and "Warm" in told
    assert "not shown" in told
    assert "outside the scale" in judged.refuses("award-score", 1, 1, "--give", "Values=11")
    assert "not scored in full" in judged.refuses("award-score", 1, 1, "--lock")
    told = judged.does("award-score", 1, 1, "--abstain", "Knows her", "--lock")
    assert "abstained, locked" in told and "Knows her" in told
    assert "are locked" in judged.refuses("award-score", 1, 1, "--give", "Values=4")
    judged.does("award-score", 1, 1, "--unlock", "A slip", "--give", "Values=5")
    judged.does("award-score", 1, 1, "--take-away", "Values")
    assert "not started" in judged.does("award-score", 1, 1)
    judged.does("award-score", 1, 1, "--give", "Values=3")
    assert "Values" in judged.does("award-scores")
    assert "In progress" in judged.does("award-scores", "--judge", 1)
    saved = tmp_path / "scores.xlsx"
    judged.does("award-scores", "--out", saved)
    assert saved.is_file()
    assert "was not given that nominee" in judged.refuses("award-score", 2, 3)


def test_a_workbook_is_taken_in(judged: Clerk, tmp_path: Path) -> None:
    judged.does("award-workbooks", tmp_path, "--judge", 1)
    (path,) = tmp_path.glob("Scores*.xlsx")
    back = edited(path, {(1, 2): "4", (2, 2): "11"})
    told = judged.does("award-scores-file", back, "--dry-run", "--list")
    assert "New scores" in told and "outside the scale" in told and "this was a preview" in told
    refused = tmp_path / "refused.xlsx"
    told = judged.does("award-scores-file", back, "--refused", refused)
    assert "Took in the scores of 1 nominee by Judge 1 – J. Smith." in told and refused.is_file()
    judged.does("award-workbooks", tmp_path, "--judge", 1)
    assert "All of it is held already" in judged.does("award-scores-file", path)
    assert "was chosen" in judged.refuses("award-scores-file", back, "--judge", 2)
