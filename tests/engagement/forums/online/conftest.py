"""A forum with people of the register, and files read for it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from engagement.forums.online.review import LEAST_MINUTES, Review
from engagement.forums.online.taking_in import start_review
from engagement.register import contacts
from resources.database import Database
from tests.engagement.forums.online.online_files import Rows, write

PEOPLE = (
    ("Ada Example", "Larkmeadow House", "ada@larkmeadow.example"),
    ("Ben Sample", "Larkmeadow House", "ben@larkmeadow.example"),
    ("Cy Specimen", "Rosewood Court", "cy@rosewood.example"),
    ("José O’Demo", "Harebell Lodge", ""),
)


@pytest.fixture
def contact(db: Database, person: Callable[..., str]) -> dict[str, str]:
    """Four contacts by name."""
    made = {}
    for name, home, email in PEOPLE:
        made[name] = person(name, home)
        contacts.edit_contact(db, made[name], email=email)
    return made


@pytest.fixture
def event(forum: Callable[..., str]) -> str:
    """A forum on 10 December 2019, 10am to midday."""
    return forum()


@pytest.fixture
def review(db: Database, event: str, tmp_path: Path) -> Callable[..., Review]:
    """The review of rows written as a file."""

    def start(
        rows: Rows,
        *,
        name: str = "attendance.csv",
        least: int = LEAST_MINUTES,
        at: str = "",
        delimiter: str = "\t",
    ) -> Review:
        path = write(tmp_path / name, rows, delimiter=delimiter)
        return start_review(db, at or event, path, least_minutes=least)

    return start
