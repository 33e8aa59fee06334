"""The file: a durable change, hits as one types, sorting, opening, undo, memory. On the register's own tables."""

import os
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from desktop.capabilities import CAPABILITIES
from engagement.register.listings import SERVICES
from resources.database import (
    Condition,
    Database,
    OpenFile,
    Query,
    backups,
    change,
    history,
    new_key,
    new_keys,
)
from resources.database import open_file as open_the_file
from resources.database.engine import connect
from tests.benchmarks.measure import Figure, milliseconds, percentile

_WORDS = (
    "Ashfield",
    "Beech",
    "Cedar",
    "Dale",
    "Elm",
    "Fern",
    "Grange",
    "Hawthorn",
    "Ivy",
    "Juniper",
    "Kestrel",
    "Lark",
    "Maple",
    "Nightingale",
    "Oak",
    "Poplar",
    "Quince",
    "Rosewood",
    "Sycamore",
    "Thistle",
    "Upton",
    "Vale",
    "Willow",
    "Yew",
)
_KINDS = ("nursing_home", "residential_home", "home_care", "supported_living", "extra_care")
_RATINGS = ("outstanding", "good", "requires_improvement", "inadequate", "not_rated")
_DISTRICTS = (
    "Ashfield",
    "Bassetlaw",
    "Broxtowe",
    "Gedling",
    "Mansfield",
    "Newark and Sherwood",
    "Rushcliffe",
)


@contextmanager
def _file_of(services: int) -> Iterator[OpenFile]:
    """A file with so many services, each with a rating, put in by one change as an import does."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        file = open_the_file(Path(folder) / "office.providerdesk", CAPABILITIES, who="Benchmark", create=True)
        _import(file.db, services)
        yield file
        file.close()


def _import(db: Database, services: int) -> None:
    chance = random.Random(1)
    providers, keys = new_keys(max(services // 5, 1)), new_keys(services)

    def words(number: int) -> str:
        return " ".join(chance.choice(_WORDS) for _ in range(number))

    with change(db, f"Import of {services} services"):
        db.insert_rows("provider", ("id", "name"), [(key, f"{words(2)} Care Ltd") for key in providers])
        db.insert_rows(
            "service",
            ("id", "provider_id", "name", "kind", "district", "authority", "beds", "postcode"),
            [
                (
                    key,
                    chance.choice(providers),
                    f"{words(2)} House {number}",
                    chance.choice(_KINDS),
                    chance.choice(_DISTRICTS),
                    "Nottinghamshire",
                    chance.randrange(90),
                    f"NG{chance.randrange(1, 25)} {chance.randrange(10)}AB",
                )
                for number, key in enumerate(keys)
            ],
        )
        db.insert_rows(
            "rating",
            ("id", "service_id", "key_question", "rating", "published_on"),
            [(new_key(), key, "overall", chance.choice(_RATINGS), "2019-08-01") for key in keys],
        )


def bench_change(smoke: bool) -> Iterator[Figure]:
    """One change of one row, durable and in the history, in a file of 100,000 services: what the door does."""
    rounds = 20 if smoke else 3000
    with _file_of(50 if smoke else 100_000) as file:
        db, chance = file.db, random.Random(2)
        keys = [key for (key,) in db.rows("select id from service")]

        def once() -> None:
            with change(db, "Changed the number of beds"):
                db.update_row("service", chance.choice(keys), {"beds": chance.randrange(10_000)})

        once()
        times = [milliseconds(once) for _ in range(rounds)]
        bare = _bare_commits(file.path.with_name("bare.db"), rounds)
        name = "one bare SQLite commit"
        yield Figure("one change, p50", percentile(times, 50), "ms", None, name, percentile(bare, 50))
        yield Figure("one change, p99", percentile(times, 99), "ms", 10, name, percentile(bare, 99))
        yield Figure("one change, longest", max(times), "ms", None, name, max(bare))


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


def bench_typing(smoke: bool) -> Iterator[Figure]:
    """From a key pressed to the lines and their number, without the window."""
    with _file_of(300 if smoke else 100_000) as file:
        db = file.db
        texts = [word[:length].lower() for word in _WORDS for length in (1, 2, 3, 4)]
        texts += [f"{one[:3]} {other[:2]}".lower() for one, other in zip(_WORDS, _WORDS[5:], strict=False)]
        ours, raw, with_condition = [], [], []
        district = (Condition("district", ("Bassetlaw",)),)
        for text in texts:
            ours.append(milliseconds(lambda text=text: _show(db, Query(text))))
            raw.append(milliseconds(lambda text=text: _raw_hits(db, text)))
            with_condition.append(milliseconds(lambda text=text: _show(db, Query(text, district))))
        name = "the same SQL alone"
        yield Figure(
            "typing, hits and count, p50", percentile(ours, 50), "ms", None, name, percentile(raw, 50)
        )
        yield Figure("typing, hits and count, p95", percentile(ours, 95), "ms", 16, name, percentile(raw, 95))
        yield Figure("typing with a district chosen, p95", percentile(with_condition, 95), "ms", 16)


def _show(db: Database, query: Query, offset: int = 0) -> None:
    SERVICES.count(db, query)
    SERVICES.page(db, query, offset=offset, limit=128)


def _raw_hits(db: Database, text: str) -> None:
    match = " ".join(f'"{word}"*' for word in text.split())
    sql = "select rowid from listing_service_fts where listing_service_fts match ? limit 256"
    keys = db.conn.execute(sql, (match,)).fetchall()
    marks = ", ".join("?" for _ in keys)
    sql = f"select * from listing_service where rowid in ({marks}) order by name, id limit 128"
    db.conn.execute(sql, [key for (key,) in keys]).fetchall()


def bench_sort(smoke: bool) -> Iterator[Figure]:
    """Every column, up and down, the first and the last page."""
    rows = 300 if smoke else 100_000
    with _file_of(rows) as file:
        db = file.db
        for place, offset in (("first", 0), ("last", rows - 128)):
            times = {
                (column.name, down): milliseconds(
                    lambda column=column, down=down, offset=offset: _show(
                        db, Query(order_by=column.name, descending=down), offset
                    )
                )
                for column in SERVICES.columns
                for down in (False, True)
            }
            slowest = max(times, key=times.__getitem__)
            yield Figure(f"sort, {place} page, slowest column ({slowest[0]})", times[slowest], "ms", 100)
        conditions = (Condition("district", ("Bassetlaw",)), Condition("rating", ("Inadequate",)))
        chosen = milliseconds(lambda: _show(db, Query(conditions=conditions, order_by="provider")))
        yield Figure("two conditions, sorted by another column", chosen, "ms", 100)
        yield Figure("choices of a chip", milliseconds(lambda: SERVICES.choices(db, "rating")), "ms", 100)
        key = SERVICES.page(db, Query(), offset=rows - 1, limit=1)[0][0]
        yield Figure(
            "position of the last line", milliseconds(lambda: SERVICES.position(db, Query(), key)), "ms", 100
        )


def bench_open(smoke: bool) -> Iterator[Figure]:
    """Opening a file that was closed properly, and one that was not, and a backup with its proof."""
    with _file_of(50 if smoke else 100_000) as file:
        yield Figure(
            "backup of the file, proved whole",
            milliseconds(lambda: backups.make(file.db, file.path, reason="x", now=datetime.now(UTC))),
        )
        yield Figure("size of the file", file.path.stat().st_size / 1e6, "MB")
        file.close()
        bare = milliseconds(
            lambda: connect(str(file.path)).execute("select count(*) from provider").fetchone()
        )
        ours = milliseconds(lambda: open_the_file(file.path, CAPABILITIES).close())
        yield Figure("opening, closed properly", ours, "ms", 100, "connecting alone", bare)
        file.path.with_name(f"{file.path.name}-journal").write_bytes(b"left over")
        checked = milliseconds(lambda: open_the_file(file.path, CAPABILITIES).close())
        yield Figure("opening after an unclean end", checked)


def bench_undo(smoke: bool) -> Iterator[Figure]:
    """An import of 60,000 services, each with a rating: done, undone, done again."""
    rows = 50 if smoke else 60_000
    with _file_of(1) as file:
        db = file.db
        done = milliseconds(lambda: _import(db, rows))
        bare = _bare_import(db, file.path.with_name("bare.db"))
        name = "the same rows without history or listings"
        yield Figure(f"import of {rows} services with ratings", done, "ms", None, name, bare)
        yield Figure("its undo", milliseconds(lambda: history.undo(db)), "ms", None, name, bare)
        yield Figure("its redo", milliseconds(lambda: history.redo(db)), "ms", None, name, bare)
        key = db.value("select id from service limit 1")
        yield Figure("history of one row", milliseconds(lambda: history.of_row(db, "service", key)))


def _bare_import(db: Database, path: Path) -> float:
    tables = {
        name: (sql, db.rows(f"select * from {name}"))
        for name, sql in db.rows(
            "select name, sql from sqlite_schema where name in ('provider', 'service', 'rating')"
        )
    }
    connection = connect(str(path))
    connection.execute("pragma journal_mode = wal")
    for sql, _rows in tables.values():
        connection.execute(sql)

    def insert() -> None:
        connection.execute("begin")
        for name, (_sql, rows) in tables.items():
            connection.executemany(f"insert into {name} values ({', '.join('?' for _ in rows[0])})", rows)
        connection.execute("commit")

    taken = milliseconds(insert)
    connection.close()
    return taken


def bench_memory(smoke: bool) -> Iterator[Figure]:
    """What a process of its own holds after opening 100,000 services and paging through them."""
    with _file_of(300 if smoke else 100_000) as file:
        file.close()
        script = "from tests.benchmarks.bench_database import page_through; page_through()"
        done = subprocess.run(
            [sys.executable, "-c", script],
            env={**os.environ, "BENCHMARK_FILE": str(file.path)},
            capture_output=True,
            text=True,
            check=True,
        )
        yield Figure("memory, 100,000 services open, without the window", float(done.stdout), "MB", 250)


def page_through() -> None:
    """What `bench_memory` runs in a process of its own; prints the most memory it held."""
    import resource  # not on Windows

    file = open_the_file(Path(os.environ["BENCHMARK_FILE"]), CAPABILITIES)
    for offset in range(0, SERVICES.count(file.db, Query()).number, 12_800):
        SERVICES.page(file.db, Query(), offset=offset, limit=128)
    _show(file.db, Query("o"))
    file.close()
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000)
