"""Claims as tables, and the claim form."""

from pathlib import Path

import pytest

from resources.database import Database
from resources.problem import Problem
from tests.workforce.funding.claims.claiming import NOW, TODAY, county
from workforce.funding.claims import approving
from workforce.funding.claims.claim_workbook import save_claim_form
from workforce.funding.claims.evidence import add_evidence, checklist
from workforce.funding.claims.lines import all_lines
from workforce.funding.claims.tables import (
    FORM_COLUMNS,
    checklist_keys,
    checklist_table,
    claims_table,
    form_lacks,
    form_table,
    steps_table,
    sums_table,
)


def test_a_list_of_claims_is_not_for_publication(db: Database) -> None:
    all_of = county(db)
    all_of.claim(db)
    table = claims_table(all_lines(db), today=TODAY)
    assert table.exempt is not None
    assert table.base == "1 claim, £600 claimed"
    assert table.rows[0][:7] == (
        1, "Rosewood Example Homes", 60_000, "Draft", "To be submitted", "Ada Example", "Level 3 Example Diploma",
    )  # fmt: skip


def test_the_form_has_the_eleven_columns_and_says_what_it_lacks(db: Database) -> None:
    all_of = county(db)
    all_of.claim(db, apprenticeship=True, candidate_number="C 1", qualification_code="603/1")
    all_of.claim(db, learner_id=all_of.bo.id, awarding_body="")
    table = form_table(all_lines(db))
    assert len(FORM_COLUMNS) == 11
    assert table.rows[0] == (
        "Rosewood Example Homes", "", "Ada", "Example", "1000000019", "Example Awards", "C 1", "603/1", "Yes", "No",
        60_000,
    )  # fmt: skip
    assert form_lacks(all_lines(db)) == [
        "2 claims without the ASC-WDS identifier: 1, 2.", "1 claim without the ULN: 2.",
        "1 claim without the awarding body: 2.", "1 claim without the candidate registration number: 2.",
        "1 claim without the qualification code: 2.",
    ]  # fmt: skip


def test_a_form_without_a_claim_is_not_written(tmp_path: Path) -> None:
    with pytest.raises(Problem, match="no claim to write"):
        save_claim_form([], tmp_path / "form.xlsx")


def test_steps_evidence_and_sums(db: Database) -> None:
    all_of = county(db, evidence="Certificate\nInvoice")
    held = all_of.claim(db)
    approving.submit(db, held.id, now=NOW)
    approving.decline(db, held.id, "Not theirs", now=NOW)
    steps = steps_table(1, approving.steps_of(db, held.id))
    assert [row[1] for row in steps.rows] == ["Declined", "Submitted"]
    seen = add_evidence(db, held.id, "Invoice", seen_on=TODAY, today=TODAY)
    lines = checklist(db, held.id)
    assert [row[:2] for row in checklist_table(1, lines).rows] == [
        ("Certificate", "Missing"),
        ("Invoice", "Present"),
    ]
    assert checklist_keys(lines) == ["", seen.id]
    all_of.claim(db, pence=500)
    assert sums_table(all_lines(db), today=TODAY).rows == [("Draft", 1, 500), ("Declined", 1, 60_000)]
