"""What was claimed and paid between two days, as far as it gives no provider's money away."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from resources.database import Database
from workforce.funding.claims.claims import Claim, claims
from workforce.funding.funds.funds import funds
from workforce.funding.report.disclosure import is_safe, together
from workforce.funding.vocabulary import ClaimStatus


@dataclass(frozen=True)
class ClaimsSince:
    """Of our own funds, after `since` up to `last`. An amount is None where too few providers are behind it."""

    since: date
    last: date
    claims: int
    providers: int
    claimed_pence: int | None
    paid: int
    paid_pence: int | None


def claims_since(db: Database, since: date, last: date) -> ClaimsSince:
    """As the claims are known now: one that was declined or withdrawn since does not count."""
    made, paid = claims_between(db, since, last)
    return ClaimsSince(
        since,
        last,
        len(made),
        len({one.provider_id for one in made}),
        _if_safe(made),
        len(paid),
        _if_safe(paid),
    )


def claims_between(db: Database, since: date, last: date) -> tuple[list[Claim], list[Claim]]:
    """Those that were made and those that were paid in that time."""
    ours = {one.id for one in funds(db, archived=True) if one.is_ours}
    held = [one for one in claims(db) if one.fund_id in ours and one.status.counts]
    made = [one for one in held if one.submitted_on is not None and since < one.submitted_on <= last]
    paid = [
        one
        for one in held
        if one.status is ClaimStatus.PAID and one.paid_on is not None and since < one.paid_on <= last
    ]
    return made, paid


def _if_safe(some: Sequence[Claim]) -> int | None:
    by_provider = together({one.provider_id: one.money} for one in some)
    return sum(by_provider.values()) if is_safe(by_provider) else None
