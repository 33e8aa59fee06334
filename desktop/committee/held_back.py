"""Words that people gave in confidence or that say why something is exempt: no public document repeats them."""

from collections.abc import Iterator

from resources.database import Database
from resources.report.gate.known import HeldBack


def held_back(db: Database, vault: Database | None) -> Iterator[HeldBack]:
    """All of them, of every capability."""
    yield from ()
