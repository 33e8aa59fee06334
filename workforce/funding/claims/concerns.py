"""What speaks against a claim, each in a sentence."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from resources.database import Database
from workforce.funding.claims.claims import Claim


class Stops(IntEnum):
    """From which step on a concern stops a claim, unless a reason is given why it goes on."""

    SUBMISSION = 1
    APPROVAL = 2
    NOTHING = 3


@dataclass(frozen=True)
class Concern:
    """One thing, in a sentence that says what was expected and what was found."""

    sentence: str
    stops: Stops

    def stops_at(self, step: Stops) -> bool:
        """Whether it stops this step."""
        return self.stops <= step


def concerns(db: Database, held: Claim, *, today: date) -> list[Concern]:
    """All of them, what stops it soonest first."""
    return sorted(_found(db, held, today), key=lambda one: one.stops)


def problems(db: Database, held: Claim, *, today: date) -> list[str]:
    """Their sentences."""
    return [one.sentence for one in concerns(db, held, today=today)]


def _found(db: Database, held: Claim, today: date) -> Iterator[Concern]:
    yield from ()
