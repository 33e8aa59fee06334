"""A door file of a large office: taken, read when it comes back with 300 people checked in, planned, brought back."""

from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path

from desktop.capabilities import CAPABILITIES
from engagement.forums.at_the_door import door
from engagement.forums.at_the_door.door import WalkIn
from engagement.forums.door_files.bringing_back import bring_back
from engagement.forums.door_files.planning import make_plan
from engagement.forums.door_files.returned import Returned, read_returned
from engagement.forums.door_files.taking import take
from resources.database import Database, new_key, open_file
from resources.database.copying import copy_in_memory, file_of
from tests.benchmarks.bench_door import NOW, _forum, register_of
from tests.benchmarks.measure import Figure, milliseconds


def bench_door_file(smoke: bool) -> Iterator[Figure]:
    """The way out and back."""
    services, contacts, queue, walk_ins = (30, 60, 20, 3) if smoke else (60_000, 20_000, 300, 50)
    with register_of(services, contacts) as file:
        db = file.db
        event, invited = _forum(db, queue)
        path = file_of(db).with_name("laptop.providerdesk")
        copied = milliseconds(lambda: copy_in_memory(db).close())
        taken = milliseconds(lambda: take(db, event, label="Laptop 2", target=path, now=NOW))
        yield Figure("take a door file", taken, "ms", None, "copying the whole file", copied)
        _at_the_door(path, event, invited, walk_ins)
        returned: list[Returned] = []
        read = milliseconds(lambda: returned.append(read_returned(db, path, CAPABILITIES)))
        yield Figure("read it when it comes back", read, "ms", None, "copying the whole file", copied)
        yield Figure("plan what it brings", milliseconds(lambda: make_plan(db, returned[0])), "ms", 1000)
        yield Figure("bring it back", milliseconds(partial(_bring, db, returned[0])), "ms", 2000)
        assert db.value("select count(*) from check_in") == len(invited) + walk_ins


def _bring(db: Database, returned: Returned) -> None:
    bring_back(db, returned, now=NOW + timedelta(hours=3))


def _at_the_door(path: Path, event: str, invited: list[str], walk_ins: int) -> None:
    laptop = open_file(path, CAPABILITIES, who="Helper")
    for number, person in enumerate(invited):
        at = NOW + timedelta(seconds=number)
        door.check_in(laptop.db, event, person, now=at, device="Laptop 2", nonce=new_key())
    for number in range(walk_ins):
        who = WalkIn(f"Newcomer {number}", new_provider=f"New Care {number}")
        door.walk_in(laptop.db, event, who, now=NOW, device="Laptop 2", nonce=new_key())
    laptop.close()
