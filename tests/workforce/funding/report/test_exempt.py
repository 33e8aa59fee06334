"""What is not for publication."""

from resources.database import Database
from tests.workforce.funding.report.told import DECLINED, TODAY, Told
from tests.workforce.funding.unclaimed.eligible import TODAY as ON
from tests.workforce.funding.unclaimed.eligible import county, home
from workforce.funding.report.exempt import (
    EXEMPTION,
    MOST_NAMED,
    refused_blocks,
    refused_table,
    unclaimed_names_block,
    unclaimed_names_table,
)
from workforce.funding.report.figures import funding_figures
from workforce.funding.unclaimed.unclaimed import Standing, find_unclaimed


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
    county(db)
    found = find_unclaimed(db, on=ON)
    eligible = {one.place.provider for one in found.rows if one.standing is Standing.ELIGIBLE}
    assert eligible == {"Rosewood Example Homes"}
    table = unclaimed_names_table(found, ON)
    assert table.exempt is not None
    assert {row[0] for row in table.rows} == eligible
    block = unclaimed_names_block(found, ON)
    assert block is not None and block.exempt is table.exempt


def test_no_more_are_named_on_paper_than_are_read_there(db: Database) -> None:
    county(db)
    for number in range(MOST_NAMED):
        home(db, f"Alder{number:02} Example Homes", f"Alder{number:02}mere")
    found = find_unclaimed(db, on=ON)
    table = unclaimed_names_table(found, ON)
    told = len({one.place.provider_id for one in found.rows if one.standing is Standing.ELIGIBLE})
    assert told > MOST_NAMED and len(table.rows) == MOST_NAMED
    assert table.notes[0] == f"The {MOST_NAMED} with the largest likely amounts of {told}."
    assert table.base == f"{told} providers and funds"


def test_where_nobody_is_left_nobody_is_named(db: Database) -> None:
    Told(db).fund()
    assert unclaimed_names_block(find_unclaimed(db, on=TODAY), TODAY) is None
