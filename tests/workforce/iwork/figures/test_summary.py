"""The public summary and the sections for a committee: made of an open register alone."""

import pytest

from resources.database import Database
from resources.problem import Problem
from resources.report.blocks import FactList, Heading
from tests.workforce.iwork.figures.held import TODAY, filled
from workforce.iwork.figures.measure_bases import set_base
from workforce.iwork.figures.summary import committee_report, committee_sections, iwork_summary
from workforce.iwork.vocabulary import MeasureKind


def test_the_summary_is_public_and_names_nobody(vault: Database, db: Database) -> None:
    filled(vault, db)
    set_base(vault, MeasureKind.LEARNING_DISABILITY, TODAY, number=1850, source="A return")
    report = iwork_summary(vault, db, TODAY, today=TODAY)
    assert report.as_at == TODAY and report.house.council == "Nottinghamshire" and not report.is_exempt
    assert isinstance(report.blocks[0], FactList)
    assert report.subtitle == "Figures, 2026/27 so far, to 23 November 2026"
    for name in ("Wren", "Specimen", "IW-", "Sample Home", "Sample Café"):
        assert name not in repr(report)


def test_a_committee_takes_the_sections_and_is_told_when_the_register_is_locked(
    vault: Database, db: Database
) -> None:
    filled(vault, db)
    blocks = committee_sections(vault, db, TODAY, today=TODAY)
    assert isinstance(blocks[0], Heading)
    assert committee_report(vault, db, TODAY, today=TODAY).blocks == blocks
    with pytest.raises(Problem) as locked:
        committee_sections(None, db, TODAY, today=TODAY)
    assert "Unlock it on the page i-Work first" in locked.value.sentence
