"""Homes of Nottinghamshire with ratings and contracts, and what a section is asked for."""

from collections.abc import Callable
from datetime import date

import pytest

from engagement.register import contracts, providers, services
from engagement.register.council import set_council
from engagement.register.ratings import record_rating
from engagement.register.vocabulary import ContractStatus, Rating, ServiceKind
from resources.database import Database, change
from resources.report.committee.section import Ask
from resources.spans import Span

SINCE, FIRST, LAST, TODAY = date(2019, 9, 9), date(2019, 9, 10), date(2019, 11, 30), date(2019, 12, 2)

Asking = Callable[..., Ask]
AddHome = Callable[..., str]


@pytest.fixture
def asking(db: Database) -> Asking:
    """Ask for the autumn of 2019, with options."""
    set_council(db, "Nottinghamshire")

    def ask(*, first: date = FIRST, last: date = LAST, since: date = SINCE, **options: str) -> Ask:
        return Ask(db=db, vault=None, span=Span(first, last), since=since, today=TODAY, options=options)

    return ask


@pytest.fixture
def home(db: Database) -> AddHome:
    """Add a home with ratings by day and perhaps a contract, and return its key."""

    def add(
        name: str, *ratings: tuple[date, Rating], kind: ServiceKind = ServiceKind.NURSING_HOME,
        district: str = "Bassetlaw", authority: str = "Nottinghamshire",
        contract: ContractStatus | None = None, inherited: bool = False,
    ) -> str:  # fmt: skip
        owner = providers.add_provider(db, name=f"{name} Limited").id
        key = services.add_service(db, owner, name=name, kind=kind).id
        with change(db, "Placed it"):
            db.update_row("service", key, {"district": district, "authority": authority})
        for on, rating in ratings:
            record_rating(db, key, rating, on, today=TODAY, inherited=inherited)
        if contract is not None:
            contracts.set_contract_status(db, key, contract, date(2019, 3, 1), "A reason", today=TODAY)
        return key

    return add
