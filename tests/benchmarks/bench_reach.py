"""Who is reached: the grid for 60,000 services and a million attendances, and everything that the page shows."""

import random
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from desktop.capabilities import CAPABILITIES
from engagement.forums.reach import answering
from engagement.forums.reach.grid import Dimension, grid_of, grid_table
from engagement.forums.reach.question import asked
from engagement.register.vocabulary import GRADES, ServiceKind
from resources.database import Database, change, new_keys, open_file
from tests.benchmarks.measure import Figure, milliseconds

TODAY = date(2021, 12, 31)
_KINDS = [kind.value for kind in ServiceKind]
_DISTRICTS = (
    "Ashfield",
    "Bassetlaw",
    "Broxtowe",
    "Gedling",
    "Mansfield",
    "Newark and Sherwood",
    "Rushcliffe",
)
_EVENTS = ("provider_forum", "managers_network", "training_session", "recruitment_event")
_DID = (
    ("accepted", "attended"), ("accepted", "attended"), ("accepted", "no_show"), ("apologies", "apologies"),
    ("declined", "declined"), ("invited", "invited"),
)  # fmt: skip
_AT_ONCE = 100_000


@contextmanager
def _county(services: int, events: int, participants: int) -> Iterator[Database]:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        file = open_file(Path(folder) / "office.providerdesk", CAPABILITIES, who="Benchmark", create=True)
        chance = random.Random(1)
        homes = _fill_register(file.db, services, chance)
        _fill_forums(file.db, homes, events, participants, chance)
        yield file.db
        file.close()


def _fill_register(db: Database, services: int, chance: random.Random) -> list[tuple[str, str, str]]:
    """Service, provider and contact of each home."""
    owners, keys, people = new_keys(max(services // 3, 1)), new_keys(services), new_keys(services)
    homes = [(key, chance.choice(owners), person) for key, person in zip(keys, people, strict=True)]
    kinds = [chance.choice(_KINDS) for _ in homes]
    with change(db, "Filled the register"):
        db.insert_rows(
            "provider", ("id", "name"), [(key, f"Example Care {at}") for at, key in enumerate(owners)]
        )
        db.insert_rows(
            "service",
            ("id", "provider_id", "name", "kind", "district", "authority", "registered_on"),
            [
                (
                    key,
                    owner,
                    f"House {at}",
                    kinds[at],
                    chance.choice(_DISTRICTS),
                    "Nottinghamshire",
                    "2012-01-01",
                )
                for at, (key, owner, _) in enumerate(homes)
            ],
        )
        db.insert_rows(
            "service_period",
            ("id", "service_id", "from_on", "kind", "authority"),
            [(key, key, "2012-01-01", kinds[at], "Nottinghamshire") for at, (key, _, _) in enumerate(homes)],
        )
        db.insert_rows(
            "rating",
            ("id", "service_id", "key_question", "rating", "published_on"),
            [
                (f"{key} {day}", key, "overall", chance.choice(GRADES).value, day)
                for key, _, _ in homes
                for day in ("2018-05-01", "2021-03-01")
            ],
        )
        db.insert_rows(
            "contact",
            ("id", "provider_id", "service_id", "name", "role", "consent"),
            [
                (person, owner, key, f"Person {at}", "registered_manager", "email_opt_in")
                for at, (key, owner, person) in enumerate(homes)
            ],
        )
    return homes


def _fill_forums(
    db: Database, homes: list[tuple[str, str, str]], events: int, participants: int, chance: random.Random
) -> None:
    """Events over five years, each with as many people of different homes; a fifth of the homes is never asked."""
    keys, each = new_keys(events), participants // events
    asked_homes = homes[: max(len(homes) * 4 // 5, each)]
    with change(db, "Held the events"):
        db.insert_rows(
            "event",
            ("id", "kind", "title", "starts_at", "ends_at", "state"),
            [
                (
                    key, chance.choice(_EVENTS), f"Event {at}", f"{_day(at, events)}T10:00:00+00:00",
                    f"{_day(at, events)}T12:00:00+00:00", "held",
                )
                for at, key in enumerate(keys)
            ],
        )  # fmt: skip
    rows = (
        (f"{key} {at}", key, person, owner, home, *chance.choice(_DID))
        for key in keys
        for at, (home, owner, person) in enumerate(chance.sample(asked_homes, each))
    )
    part = list(_taken(rows, _AT_ONCE))
    while part:
        with change(db, "Who came"):
            names = ("id", "event_id", "contact_id", "provider_id", "service_id", "reply", "status")
            db.insert_rows("participant", names, part)
        part = list(_taken(rows, _AT_ONCE))


def _taken(rows: Iterator[tuple[str, ...]], most: int) -> Iterator[tuple[str, ...]]:
    for _, row in zip(range(most), rows, strict=False):
        yield row


def _day(at: int, events: int) -> date:
    return date.fromordinal(date(2017, 1, 2).toordinal() + at * 1820 // events)


def bench_grid(smoke: bool) -> Iterator[Figure]:
    """The grid from nothing, beside the bare count of each service's rows; then all the page shows."""
    services, events, participants = (60, 4, 200) if smoke else (60_000, 400, 1_000_000)
    with _county(services, events, participants) as db:
        count = "select service_id, count(*) from participant group by service_id"
        came = "select service_id, sum(status in ('attended', 'left_early')) from participant group by service_id"
        named = "the bare count by service"
        bare = min(milliseconds(lambda: db.rows(count)) for _ in range(3))
        bare_came = min(milliseconds(lambda: db.rows(came)) for _ in range(3))
        question = asked(TODAY)

        def draw() -> None:
            found = answering.reach(db, question)
            grid_table(grid_of(found, down=Dimension.RATING, across=Dimension.KIND))

        whole = min(milliseconds(draw) for _ in range(3))
        yield Figure("the grid of all services", whole, "ms", 3000, named, bare)
        yield Figure(
            "the same, beside a count of who came", whole, "ms", None, "who came by service", bare_came
        )
        reach = answering.reach(db, question)
        assert len(reach.services) == services
        yield Figure(
            "another grid of the same figures",
            milliseconds(lambda: grid_table(grid_of(reach, down=Dimension.KIND, across=Dimension.DISTRICT))),
            "ms",
            500,
        )
        yield Figure(
            "all that the page shows", milliseconds(lambda: answering.answer(db, question)), "ms", 12_000
        )
