from collections.abc import Callable

import pytest

from resources.database import Database
from tests.engagement.forums.people.asked import NAMES, Add, Invite


@pytest.fixture
def asked(db: Database, forum: Add, person: Add, invited: Invite) -> Callable[..., tuple[str, list[str]]]:
    """A forum with so many people invited, each of another home."""

    def ask(number: int, *, capacity: int | None = None) -> tuple[str, list[str]]:
        event = forum(capacity=capacity)
        return event, invited(event, [person(name, f"{name} House") for name in NAMES[:number]])

    return ask
