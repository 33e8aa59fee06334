"""The door and the audience: 300 people checked in among 10,000, letters typed, and 60,000 services asked."""

import random
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path

from desktop.capabilities import CAPABILITIES
from engagement.forums import events
from engagement.forums.at_the_door import door
from engagement.forums.at_the_door.door_search import find, find_homes
from engagement.forums.events import EventDraft
from engagement.forums.people import audience, invitations, participants
from engagement.forums.people.audience_rule import AudienceRule, Selected, decide
from engagement.forums.vocabulary import EventKind, ParticipantStatus
from engagement.register.vocabulary import ContactRole, Rating, ServiceKind
from resources.database import Database, OpenFile, change, new_key, new_keys, open_file
from resources.database.engine import connect
from tests.benchmarks.measure import Figure, milliseconds, percentile

_FIRST = [
    "Amina", "Ben", "Chloë", "Dilip", "Eve", "Femi", "Grace", "Hana", "Ivor", "José",
    "Kit", "Leah", "Moira", "Noor", "Olu", "Priya", "Quentin", "Ruth", "Sam", "Tess",
]  # fmt: skip
_LAST = [
    "Abbott", "Brook", "Carter", "Dale", "Evans", "Field", "Grant", "Hughes", "Ivory",
    "Jackson", "Khan", "Lund", "Moss", "Nye", "O’Brien", "Patel", "Reed", "Shah",
]  # fmt: skip
_HOMES = [
    "Rosewood", "Elm", "Ash", "Oak", "Beech", "Cedar", "Willow", "Maple",
    "Larch", "Rowan", "Holly", "Ivy", "Fern", "Heather", "Juniper", "Linden",
]  # fmt: skip
_KINDS = [kind.value for kind in ServiceKind][:5]
_DISTRICTS = ("Ashfield", "Bassetlaw", "Broxtowe", "Gedling", "Mansfield", "Rushcliffe")
_GRADES = [rating.value for rating in Rating]
NOW = datetime(2019, 12, 10, 9, 45, tzinfo=UTC)


@contextmanager
def register_of(services: int, contacts: int) -> Iterator[OpenFile]:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        file = open_file(Path(folder) / "office.providerdesk", CAPABILITIES, who="Benchmark", create=True)
        _fill(file.db, services, contacts)
        yield file
        file.close()


def _fill(db: Database, services: int, contacts: int) -> None:
    chance = random.Random(1)
    owners, keys = new_keys(max(services // 3, 1)), new_keys(services)
    owner_of = {key: chance.choice(owners) for key in keys}
    with change(db, "Filled the register"):
        db.insert_rows(
            "provider",
            ("id", "name"),
            [(key, f"{chance.choice(_HOMES)} Care {n}") for n, key in enumerate(owners)],
        )
        db.insert_rows(
            "service",
            ("id", "provider_id", "name", "kind", "district", "authority"),
            [
                (
                    key, owner_of[key], f"{chance.choice(_HOMES)} House {n}", chance.choice(_KINDS),
                    chance.choice(_DISTRICTS), "Nottinghamshire",
                )
                for n, key in enumerate(keys)
            ],
        )  # fmt: skip
        db.insert_rows(
            "rating",
            ("id", "service_id", "key_question", "rating", "published_on"),
            [(new_key(), key, "overall", chance.choice(_GRADES), "2019-08-01") for key in keys],
        )
        at = [chance.choice(keys) for _ in range(contacts)]
        db.insert_rows(
            "contact",
            ("id", "provider_id", "service_id", "name", "role", "consent"),
            [
                (
                    new_key(), owner_of[key], key, f"{chance.choice(_FIRST)} {chance.choice(_LAST)}",
                    "registered_manager", "email_opt_in",
                )
                for key in at
            ],
        )  # fmt: skip


def _forum(db: Database, people: int) -> tuple[str, list[str]]:
    starts = NOW + timedelta(minutes=15)
    draft = EventDraft(
        EventKind.PROVIDER_FORUM, "Forum", starts, starts + timedelta(hours=2), capacity=people
    )
    event = events.plan_event(db, draft)
    rows = db.rows(
        "select id, name, service_id, provider_id from contact order by random() limit ?", (people,)
    )
    chosen = [
        Selected(key, name, ContactRole.OTHER, service, "", provider, "", ())
        for key, name, service, provider in rows
    ]
    invited = list(invitations.invite(db, event, chosen, now=NOW - timedelta(days=20)).participants)
    invitations.record_reply(db, invited, ParticipantStatus.ACCEPTED, now=NOW - timedelta(days=10))
    return event, invited


def bench_check_in(smoke: bool) -> Iterator[Figure]:
    """Each of a queue: found, checked in, durable and in the history; then the numbers and the close."""
    services, contacts, queue = (30, 60, 20) if smoke else (3_000, 10_000, 300)
    with register_of(services, contacts) as file:
        db, nonces = file.db, count()
        event, invited = _forum(db, queue)
        bare = _bare_commits(file.path.with_name("bare.db"), queue)

        def come(key: str) -> None:
            door.check_in(db, event, key, now=NOW, device="Laptop 1", nonce=f"n{next(nonces)}")

        times = [milliseconds(lambda key=key: come(key)) for key in invited]
        name = "one bare SQLite commit"
        yield Figure("check-in, p50", percentile(times, 50), "ms", None, name, percentile(bare, 50))
        yield Figure("check-in, p99", percentile(times, 99), "ms", 10, name, percentile(bare, 99))
        undo = [
            milliseconds(
                lambda: door.undo_last(db, event, now=NOW, device="Laptop 1", nonce=f"n{next(nonces)}")
            )
            for _ in range(min(queue, 50))
        ]
        yield Figure("undo at the door, p99", percentile(undo, 99), "ms", None, name, percentile(bare, 99))
        yield Figure("the numbers at the door", milliseconds(lambda: door.counts(db, event)), "ms", 16)
        yield Figure(
            "close the event",
            milliseconds(lambda: door.close_event(db, event, now=NOW + timedelta(hours=3))),
            "ms",
            100,
        )
        assert sum(person.status.came for person in participants.of_event(db, event)) == queue - len(undo)


def _bare_commits(path: Path, rounds: int) -> list[float]:
    connection = connect(str(path))
    connection.execute("pragma journal_mode = wal")
    connection.execute("pragma synchronous = full")
    connection.execute("create table thing (id integer primary key, value text)")
    times = [
        milliseconds(lambda: connection.execute("insert into thing (value) values ('x')"))
        for _ in range(rounds)
    ]
    connection.close()
    return times


def bench_find(smoke: bool) -> Iterator[Figure]:
    """From letters typed at the door to the people they may mean, 300 of them on the list."""
    services, contacts, queue = (30, 60, 20) if smoke else (3_000, 10_000, 300)
    with register_of(services, contacts) as file:
        db = file.db
        event, _ = _forum(db, queue)
        texts = [name[:length].lower() for name in (*_FIRST, *_LAST, *_HOMES) for length in (1, 2, 3)]
        texts += [f"{one[:3]} {other[:3]}" for one, other in zip(_FIRST, _LAST, strict=False)]
        times = [milliseconds(lambda text=text: find(db, event, text)) for text in texts]
        yield Figure("three letters to a person, p50", percentile(times, 50))
        yield Figure("three letters to a person, p95", percentile(times, 95), "ms", 16)
        yield Figure("the first letters of the day", max(times))
        homes = [milliseconds(lambda text=text: find_homes(db, text)) for text in texts]
        yield Figure("a home for a walk-in, p95", percentile(homes, 95), "ms", 16)


def bench_audience(smoke: bool) -> Iterator[Figure]:
    """Whom a rule selects among 60,000 services: everybody, and the few of one district."""
    services, contacts = (50, 40) if smoke else (60_000, 10_000)
    day = date(2020, 3, 10)
    narrow = AudienceRule(
        kinds=(ServiceKind.NURSING_HOME,), districts=("Bassetlaw",),
        ratings=(Rating.REQUIRES_IMPROVEMENT, Rating.INADEQUATE), came_to_nothing_in=12,
    )  # fmt: skip
    with register_of(services, contacts) as file:
        db = file.db
        facts, people = audience.service_facts(db, AudienceRule(), day), audience.person_facts(db)
        pure = milliseconds(lambda: decide(AudienceRule(), day, facts, people))
        whole = milliseconds(lambda: audience.select(db, AudienceRule(), day))
        yield Figure("all services", whole, "ms", 3000, "the rule alone", pure)
        yield Figure(
            "one kind, district and two ratings", milliseconds(lambda: audience.select(db, narrow, day))
        )
