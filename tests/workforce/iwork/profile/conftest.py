"""A person of whom a profile is written."""

from datetime import date

import pytest

from resources.database import Database
from workforce.iwork.people.people import Person, add_person

TODAY = date(2026, 11, 23)


@pytest.fixture
def ada(vault: Database) -> Person:
    """IW-001."""
    return add_person(
        vault, "Ada", date(2026, 9, 1), today=TODAY, family_name="Example", coach="Casey Sample"
    )
