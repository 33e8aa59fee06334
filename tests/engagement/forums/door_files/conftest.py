"""An office with a forum, two laptops at its doors, and what is done at each."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from desktop.capabilities import CAPABILITIES
from engagement.forums.at_the_door import door
from engagement.forums.at_the_door.door import WalkIn
from engagement.forums.door_files.bringing_back import BroughtBack, bring_back
from engagement.forums.door_files.mark import device_of
from engagement.forums.door_files.plan import Choices, Plan
from engagement.forums.door_files.planning import make_plan
from engagement.forums.door_files.returned import Returned, read_returned
from engagement.forums.door_files.taking import take
from engagement.forums.people import participants
from resources.database import Database, new_key, open_file

STARTS = datetime(2019, 12, 10, 10, tzinfo=UTC)
TAKEN = datetime(2019, 12, 10, 8, tzinfo=UTC)
BACK = datetime(2019, 12, 10, 15, tzinfo=UTC)


def acted(db: Database, minute: int) -> dict:
    """What an act at a door is told of itself."""
    return {"now": STARTS + timedelta(minutes=minute), "device": device_of(db), "nonce": new_key()}


@dataclass
class Doors:
    """The office's file, its forum, and door files taken from it."""

    db: Database
    event: str
    folder: Path

    def take(self, label: str = "Laptop 2") -> Path:
        path = self.folder / f"{label}.providerdesk"
        take(self.db, self.event, label=label, target=path, now=TAKEN)
        return path

    @contextmanager
    def at(self, path: Path) -> Iterator[Database]:
        """The door file, open at its door."""
        opened = open_file(path, CAPABILITIES, who="Helper")
        try:
            yield opened.db
        finally:
            opened.close()

    def read(self, path: Path) -> Returned:
        return read_returned(self.db, path, CAPABILITIES)

    def plan(self, path: Path) -> Plan:
        return make_plan(self.db, self.read(path))

    def back(self, path: Path, choices: Choices | None = None) -> BroughtBack:
        return bring_back(self.db, self.read(path), choices=choices, now=BACK)

    def named(self, db: Database, name: str) -> str:
        """The participant of that name."""
        return next(one.id for one in participants.of_event(db, self.event) if one.name == name)

    def check_in(self, db: Database, name: str, minute: int) -> None:
        door.check_in(db, self.event, self.named(db, name), **acted(db, minute))

    def check_out(self, db: Database, name: str, minute: int) -> None:
        door.check_out(db, self.event, self.named(db, name), **acted(db, minute))

    def undo(self, db: Database, name: str, minute: int) -> None:
        door.undo_check_in(db, self.event, self.named(db, name), **acted(db, minute))

    def walk_in(self, db: Database, name: str, provider: str, minute: int, **said: str) -> None:
        door.walk_in(db, self.event, WalkIn(name, new_provider=provider, **said), **acted(db, minute))

    def statuses(self, db: Database | None = None) -> dict[str, str]:
        return {one.name: one.status.value for one in participants.of_event(db or self.db, self.event)}

    def log(self) -> list[tuple[int, str, str, str]]:
        """Number, who, what, and at which door."""
        return self.db.rows(
            """select seq, contact.name, kind, device from check_in
            join participant on participant.id = participant_id join contact on contact.id = contact_id
            where check_in.event_id = ? order by seq""",
            (self.event,),
        )


@pytest.fixture
def doors(
    db: Database,
    person: Callable[..., str],
    forum: Callable[..., str],
    invited: Callable[..., list[str]],
    tmp_path: Path,
) -> Doors:
    """Three people are invited to a forum, from two homes; a fourth is in the register."""
    event = forum()
    asked = [
        person("Ada Example", "Larkmeadow"),
        person("Ben Sample", "Larkmeadow"),
        person("Cy Specimen", "Rosewood"),
    ]
    invited(event, asked)
    person("Dot Demo", "Harebell")
    return Doors(db, event, tmp_path)
