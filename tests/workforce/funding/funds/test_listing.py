"""Funds found by their words."""

from resources.database import Database, Query
from workforce.funding.funds.funds import Fund, archive_fund, edit_fund
from workforce.funding.funds.listing import FUNDS


def test_a_fund_is_found_by_its_name_and_funder_until_it_is_put_away(db: Database, held: Fund) -> None:
    def found(text: str) -> list[str]:
        return [str(row[0]) for row in FUNDS.page(db, Query(text=text), offset=0, limit=9)]

    assert found("skil") == found("care council") == [held.id]
    edit_fund(db, held.id, name="Learning money")
    assert (found("skills"), found("learning")) == ([], [held.id])
    archive_fund(db, held.id, today=held.opens_on)
    assert found("learning") == []
