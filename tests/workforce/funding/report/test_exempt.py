"""What is not for publication."""

from resources.database import Database
from tests.workforce.funding.report.told import DECLINED, TODAY, Told
from workforce.funding.report.exempt import (
    EXEMPTION,
    MOST_NAMED,
    refused_blocks,
    refused_table,
    unclaimed_names_block,
    unclaimed_names_table,
)
from workforce.funding.report.figures import funding_figures
from workforce.funding.unclaimed.unclaimed import find_unclaimed


def test_who_was_refused_and_why_is_exempt(db: Database) -> None:
    told = Told(db)
    fund = told.fund()
    told.home("Aldermere")
    assert refused_blocks(db, funding_figures(db, 2019, today=TODAY)) == []
    told.claim(fund, "Aldermere", 690_00, DECLINED, reason="The learner had left")
    table = refused_table(db, 2019, as_at=TODAY)
    assert table.rows == [("Aldermere Ltd", fund.name, 690_00, "2019-12-01", "The learner had left")]
    assert table.exempt is EXEMPTION and EXEMPTION.paragraph == 3
    (block,) = refused_blocks(db, funding_figures(db, 2019, today=TODAY))
    assert block.exempt is EXEMPTION
    assert refused_table(db, 2018, as_at=TODAY).rows == []


def test_who_has_not_claimed_is_named_in_the_appendix_alone(db: Database) -> None:
    told = Told(db)
    told.fund()
    for number in range(MOST_NAMED + 2):
        told.home(f"Alder{number:02}mere")
    found = find_unclaimed(db, on=TODAY)
    table = unclaimed_names_table(found, TODAY)
    assert table.exempt is not None and len(table.rows) <= MOST_NAMED
    block = unclaimed_names_block(found, TODAY)
    assert block is None or block.exempt is not None
