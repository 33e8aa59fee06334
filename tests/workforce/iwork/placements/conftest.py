"""The small register that tests of placements begin with."""

import pytest

from resources.database import Database
from tests.workforce.iwork.placements.world import World, made_world


@pytest.fixture
def world(vault: Database) -> World:
    """One with two people and a post."""
    return made_world(vault)
