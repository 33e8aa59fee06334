"""What a fund's rules say of a claim, and keeping it with the facts of the day."""

from datetime import datetime

from resources.database import Database
from workforce.funding.claims.claims import Claim


def keep_decision_on(db: Database, held: Claim, *, now: datetime) -> None:
    """Keep what the rules say of it today, within the change that decides it."""
