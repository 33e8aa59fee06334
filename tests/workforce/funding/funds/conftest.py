"""A fund, and claims on it as they stand in the tables."""

from collections.abc import Callable
from datetime import date

import pytest

from engagement.register.providers import add_provider
from resources.database import Database, change, new_key
from workforce.funding.funds.funds import Fund, add_fund
from workforce.funding.vocabulary import ClaimStatus, FundKind, FundStatus

Claims = Callable[..., str]


@pytest.fixture
def held(db: Database) -> Fund:
    """A fund that we hold, open for the year 2019/20, with nothing allocated yet."""
    return add_fund(
        db, "Skills money", FundKind.HELD, opens_on=date(2019, 4, 1), closes_on=date(2020, 3, 31),
        status=FundStatus.OPEN, funder="Care Council",
    )  # fmt: skip


@pytest.fixture
def claim(db: Database, held: Fund) -> Claims:
    """Writes a claim into the table as it stands, and returns its key."""
    provider = add_provider(db, name="Rosewood Homes").id

    def made(
        pence: int, status: ClaimStatus, *, year: int = 2019, workstream: str = "", approved: int | None = None,
        submitted_on: date | None = None, fund_id: str = "",
    ) -> str:  # fmt: skip
        key = new_key()
        number = int(str(db.value("select ifnull(max(number), 0) + 1 from claim")))
        with change(db, "Added a claim"):
            db.insert_row("claim", {
                "id": key, "number": number, "fund_id": fund_id or held.id, "provider_id": provider, "year": year,
                "workstream": workstream, "pence": pence, "approved_pence": approved, "status": status.value,
                "submitted_on": submitted_on.isoformat() if submitted_on else None,
            })  # fmt: skip
        return key

    return made
