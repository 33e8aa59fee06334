"""What a fund's own claims and spending say of its pace: its runway, and what could be moved."""

from datetime import date

from resources.database import Database
from resources.words import sql_values
from workforce.funding.funds.balance import Balance, Pot, added, pots_of
from workforce.funding.funds.funds import Fund
from workforce.funding.funds.runway import Movement, Runway, pace, runway
from workforce.funding.funds.suggesting import Suggestion, suggested
from workforce.funding.vocabulary import ClaimStatus

_COUNTS = sql_values(one for one in ClaimStatus if one.counts)


def movements_of(db: Database, fund_id: str) -> list[Movement]:
    """What was claimed or committed, by day; a claim counts on the day on which it was submitted."""
    rows = db.rows(
        f"""select ifnull(submitted_on, ifnull(decided_on, paid_on)) as day, year, workstream,
        ifnull(approved_pence, pence) as pence from claim
        where fund_id = ?1 and status in ({_COUNTS}) and day is not null
        union all select committed_on, year, workstream, pence from spending
        where fund_id = ?1 and released_on is null order by 1""",
        (fund_id,),
    )
    return [
        Movement(date.fromisoformat(day), Pot(year, workstream), pence)
        for day, year, workstream, pence in rows
    ]


def runway_of(db: Database, held: Fund, *, today: date, known: Balance | None = None) -> Runway | None:
    """When the fund is empty; None where it is not ours, or holds nothing yet. `known` is its balance."""
    found = known or added(pots_of(db, held.id).values())
    if not held.is_ours or not found.allocated:
        return None
    going = pace(movements_of(db, held.id), today=today, since=held.opens_on)
    return runway(going, found.free, closes=held.closes_on)


def suggestions_of(db: Database, held: Fund, *, today: date) -> list[Suggestion]:
    """What could be moved, with reasons; nothing of a fund that is not ours or whose books are closed."""
    if not held.is_ours or held.status.is_over:
        return []
    return suggested(
        pots_of(db, held.id),
        movements_of(db, held.id),
        today=today,
        opened=held.opens_on,
        closes=held.closes_on,
    )
