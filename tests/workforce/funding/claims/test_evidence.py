"""What proves a claim, and the files kept of it."""

from datetime import date
from pathlib import Path

import pytest

from resources.database import Database, history
from resources.problem import FieldProblem, Problem
from tests.workforce.funding.claims.claiming import TODAY, county
from workforce.funding.claims import evidence
from workforce.funding.claims.evidence import add_evidence, checklist, evidence_of, missing, remove_evidence

LINES = "Certificate\n\n Proof of payment "


def test_the_checklist_says_what_is_there_and_what_is_missing(db: Database) -> None:
    held = county(db, evidence=LINES).claim(db)
    assert missing(db, held.id) == ("Certificate", "Proof of payment")
    seen = add_evidence(db, held.id, " certificate", seen_on=TODAY, today=TODAY)
    add_evidence(
        db, held.id, "Photograph", seen_on=TODAY, seen_by="Bo Example", note="Not asked for", today=TODAY
    )
    assert missing(db, held.id) == ("Proof of payment",)
    lines = checklist(db, held.id)
    assert [(one.what, len(one.seen), one.asked_for) for one in lines] == [
        ("Certificate", 1, True), ("Proof of payment", 0, True), ("Photograph", 1, False),
    ]  # fmt: skip
    assert lines[0].seen == (seen,)
    assert seen.seen_by == "Test Officer"
    assert seen.words == "certificate: seen on 1 October 2019 by Test Officer"


def test_a_file_is_kept_under_its_hash_and_can_be_had_again(db: Database, tmp_path: Path) -> None:
    held = county(db).claim(db)
    file = tmp_path / "Ada's certificate.PDF"
    file.write_bytes(b"%PDF-1.4 example")
    kept = add_evidence(db, held.id, "Certificate", seen_on=TODAY, file=file, today=TODAY)
    again = add_evidence(db, held.id, "The same again", seen_on=TODAY, file=file, today=TODAY)
    assert kept.sha256 == again.sha256
    assert kept.words.endswith("(Ada's certificate.PDF)")
    assert [one.name for one in evidence.folder_of(db).iterdir()] == [f"{kept.sha256}.pdf"]
    file.unlink()
    evidence.save_kept(db, kept, tmp_path / "copy.pdf")
    assert (tmp_path / "copy.pdf").read_bytes() == b"%PDF-1.4 example"


def test_a_kept_file_that_was_altered_or_is_gone_is_not_given_out(db: Database, tmp_path: Path) -> None:
    held = county(db).claim(db)
    file = tmp_path / "certificate"
    file.write_bytes(b"one")
    kept = add_evidence(db, held.id, "Certificate", seen_on=TODAY, file=file, today=TODAY)
    evidence.kept_file(db, kept).write_bytes(b"two")
    with pytest.raises(Problem, match="as it was kept"):
        evidence.kept_file(db, kept)


def test_a_file_that_is_not_there_or_too_large_is_refused(
    db: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = county(db).claim(db)
    with pytest.raises(FieldProblem, match="could not be kept"):
        add_evidence(db, held.id, "Certificate", seen_on=TODAY, file=tmp_path / "gone.pdf", today=TODAY)
    monkeypatch.setattr(evidence, "MOST_BYTES", 2)
    file = tmp_path / "large.pdf"
    file.write_bytes(b"large")
    with pytest.raises(FieldProblem, match="Attach a smaller copy"):
        add_evidence(db, held.id, "Certificate", seen_on=TODAY, file=file, today=TODAY)
    with pytest.raises(FieldProblem, match="Nothing says what was seen"):
        add_evidence(db, held.id, "  ", seen_on=TODAY, today=TODAY)
    assert evidence_of(db, held.id) == []


def test_evidence_is_removed_and_comes_back_with_its_file(db: Database, tmp_path: Path) -> None:
    held = county(db).claim(db)
    file = tmp_path / "certificate.pdf"
    file.write_bytes(b"one")
    kept = add_evidence(db, held.id, "Certificate", seen_on=TODAY, file=file, today=TODAY)
    remove_evidence(db, kept.id)
    assert evidence_of(db, held.id) == []
    history.undo(db)
    assert evidence.kept_file(db, evidence.evidence(db, kept.id)).is_file()


def test_a_kept_copy_that_was_damaged_is_made_good_when_the_file_is_attached_again(
    db: Database, tmp_path: Path
) -> None:
    held = county(db).claim(db)
    file = tmp_path / "certificate.pdf"
    file.write_bytes(b"the whole file")
    kept = add_evidence(db, held.id, "Certificate", seen_on=TODAY, file=file, today=TODAY)
    evidence.kept_file(db, kept).write_bytes(b"the who")
    again = add_evidence(db, held.id, "The same again", seen_on=TODAY, file=file, today=TODAY)
    assert evidence.kept_file(db, again).read_bytes() == b"the whole file"
    assert evidence.kept_file(db, kept) == evidence.kept_file(db, again)


def test_nothing_was_seen_on_a_day_to_come(db: Database) -> None:
    held = county(db).claim(db)
    with pytest.raises(FieldProblem, match="Seen: 2 October 2019 is after today, 1 October 2019"):
        add_evidence(db, held.id, "Certificate", seen_on=date(2019, 10, 2), today=TODAY)
