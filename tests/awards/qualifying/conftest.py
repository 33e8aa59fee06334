"""A small round at qualifying."""

import pytest

from awards.vocabulary import RoundPhase
from resources.database import Database
from tests.awards.gala import Gala


@pytest.fixture
def gala(db: Database) -> Gala:
    """Its nominations are closed."""
    made = Gala(db)
    made.at(RoundPhase.QUALIFY)
    return made
