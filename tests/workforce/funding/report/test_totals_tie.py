"""The totals that are told are the balances, to the penny, whatever was claimed and spent."""

from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engagement.register.providers import add_provider
from engagement.register.services import add_service
from engagement.register.vocabulary import ServiceKind
from resources.database import Database, change, new_key
from workforce.funding.funds.allocations import set_allocation
from workforce.funding.funds.balance import added, balance
from workforce.funding.funds.funds import Fund, add_fund
from workforce.funding.report.figures import FundingFigures, funding_figures
from workforce.funding.report.tables import claimed_table, funds_table, whole_table
from workforce.funding.vocabulary import ClaimStatus, FundKind

TODAY, YEARS = date(2020, 6, 1), (2018, 2019, 2020)
PLACES = (
    (ServiceKind.NURSING_HOME, "Bassetlaw"),
    (ServiceKind.HOME_CARE, "Mansfield"),
    (ServiceKind.DAY_CARE, ""),
)
_PENCE = st.integers(1, 10_000_00)
_YEAR, _WHICH, _OURS = st.sampled_from(YEARS), st.integers(0, 3), st.integers(0, 2)
_WORKSTREAM = st.sampled_from(("", "Travel", "Trainers"))
_ALLOCATIONS = st.lists(st.tuples(_OURS, _YEAR, _WORKSTREAM, st.integers(0, 50_000_00)), max_size=8)
_SPENDING = st.lists(
    st.tuples(_OURS, _YEAR, _WORKSTREAM, _PENCE, st.sampled_from(("", "paid_on", "released_on"))),
    max_size=12,
)
_CLAIMS = st.lists(
    st.tuples(
        _WHICH,
        _YEAR,
        _WORKSTREAM,
        _PENCE,
        st.none() | _PENCE,
        st.sampled_from(ClaimStatus),
        st.integers(0, 8),
    ),
    max_size=30,
)


class Purse:
    """Two funds held, one granted and one signposted, and nine providers."""

    def __init__(self, db: Database) -> None:
        self.db = db
        self.funds = [
            self._fund(kind) for kind in (FundKind.HELD, FundKind.HELD, FundKind.GRANTED, FundKind.SIGNPOSTED)
        ]
        self.providers = [self._provider(number) for number in range(9)]

    def _fund(self, kind: FundKind) -> Fund:
        return add_fund(
            self.db, f"Fund {new_key()}", kind, opens_on=date(2018, 4, 1), closes_on=date(2021, 3, 31)
        )

    def _provider(self, number: int) -> str:
        held = add_provider(self.db, name=f"Invented {new_key()} Ltd")
        for kind, district in PLACES[: number % 3 + 1]:
            add_service(self.db, held.id, name=f"Place {new_key()}", kind=kind, district=district)
        return held.id

    def fill(self, allocations: list, spending: list, claims: list) -> None:  # type: ignore[type-arg]
        """All of it as it stands, without the acts that led there."""
        with change(self.db, "Filled"):
            for which, year, workstream, pence in allocations:
                self._allocate(self.funds[which], year, workstream, pence)
            for which, year, workstream, pence, ended in spending:
                self._spend(self.funds[which], year, workstream, pence, ended)
            for which, year, workstream, pence, approved, status, whose in claims:
                self._claim(
                    self.funds[which], year, workstream, pence, approved, status, self.providers[whose]
                )

    def _allocate(self, fund: Fund, year: int, workstream: str, pence: int) -> None:
        """What is allocated first; the same pot again is varied by so much from outside."""
        pot = (fund.id, year, workstream)
        if self.db.row("select 1 from allocation where (fund_id, year, workstream) = (?, ?, ?)", pot) is None:
            set_allocation(self.db, *pot, pence)
        elif pence:
            to = {"to_year": year, "to_workstream": workstream, "reason": "More"}
            self.db.insert_row(
                "variation",
                {"id": new_key(), "fund_id": fund.id, "agreed_on": "2018-05-01", "pence": pence, **to},
            )

    def _spend(self, fund: Fund, year: int, workstream: str, pence: int, ended: str) -> None:
        self.db.insert_row("spending", {
            "id": new_key(), "fund_id": fund.id, "year": year, "workstream": workstream, "what": "Assessors",
            "pence": pence, "committed_on": "2018-06-01", **({ended: "2018-06-02"} if ended else {}),
        })  # fmt: skip

    def _claim(
        self,
        fund: Fund,
        year: int,
        workstream: str,
        pence: int,
        approved: int | None,
        status: ClaimStatus,
        whose: str,
    ) -> None:
        number = int(self.db.value("select ifnull(max(number), 0) + 1 from claim"))
        self.db.insert_row("claim", {
            "id": new_key(), "number": number, "fund_id": fund.id, "year": year, "workstream": workstream,
            "provider_id": whose, "what": "Training", "pence": pence,
            "approved_pence": approved and min(approved, pence),
            "status": status.value,
        })  # fmt: skip


def _ties(db: Database, found: FundingFigures) -> None:
    for one in found.funds:
        assert one.year == balance(db, one.fund.id, year=found.year)
        assert one.whole == balance(db, one.fund.id)
    together = added(one.year for one in found.funds)
    assert found.together == together
    assert found.claimed.pence == together.claimed
    *rows, _ = [*funds_table(found).rows, ()]
    columns = list(zip(*rows, strict=True))[2:] if rows else []
    told = (together.allocated, together.claimed, together.paid, together.committed, together.remaining)
    if len(found.funds) > 1:
        assert rows[-1][2:] == told
        assert [sum(column[:-1]) for column in columns] == list(told)
    for by in ("kind of service", "district"):
        *lines, every = claimed_table(found, by).rows
        shown = [row[3] for row in lines if isinstance(row[3], int)]
        assert every[3] == together.claimed
        assert sum(shown) == together.claimed or (sum(shown) < together.claimed and len(shown) < len(lines))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(_ALLOCATIONS, _SPENDING, _CLAIMS)
def test_what_is_told_of_each_year_is_the_balance(
    db: Database,
    allocations: list,  # type: ignore[type-arg]
    spending: list,  # type: ignore[type-arg]
    claims: list,  # type: ignore[type-arg]
) -> None:
    with change(db, "Emptied"):
        for table in ("claim", "spending", "variation", "allocation", "fund"):
            db.execute(f"delete from {table}")
    purse = Purse(db)
    purse.fill(allocations, spending, claims)
    for year in YEARS:
        _ties(db, funding_figures(db, year, today=TODAY))
    found = funding_figures(db, 2019, today=TODAY)
    assert {one.fund.id for one in found.funds} == {one.id for one in purse.funds if one.is_ours}
    whole = whole_table(found)
    held = {one.fund.name: one.whole for one in found.funds if one.is_of_several_years}
    assert {row[0]: row[2:] for row in (whole.rows if whole else ())} == {
        name: (one.allocated, one.paid, one.committed, one.remaining) for name, one in held.items()
    }
