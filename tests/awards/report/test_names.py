"""Whom no public paper on a round may name."""

from awards.report.names import awards_terms
from resources.database import Database
from tests.awards.report.announced import Announced


def test_everybody_but_whom_it_prints_by_consent(db: Database) -> None:
    held = Announced(db)
    held.announce()
    texts = {one.text for one in awards_terms(db, held.round_id)}
    assert texts == {
        "Bo Sample", "Cy Fictional", "Night Owls of Rosewood", "Wren Specimen", "Nell Nominator", "Juniper Judge"
    }  # fmt: skip


def test_before_the_announcement_everybody(db: Database) -> None:
    held = Announced(db)
    texts = {one.text for one in awards_terms(db, held.round_id)}
    assert {"Ada Example", "Addie Example", "Bo Sample"} <= texts
