"""ASC-WDS's bulk files: 100,000 worker rows read, checked, and taken in with history, beside a bare import."""

import csv
import random
import tempfile
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from desktop.capabilities import CAPABILITIES
from resources.database import Database, engine, open_file
from tests.benchmarks.measure import Figure, milliseconds
from workforce.ascwds.checking import Checked, check
from workforce.ascwds.reading import read_files
from workforce.ascwds.standings import standings
from workforce.ascwds.taking_in import take_in

DAY, TODAY = date(2019, 9, 30), date(2020, 1, 15)
NOW = datetime(2020, 1, 15, 9, 30, tzinfo=UTC)
_WORKPLACE = (
    "LOCALESTID", "STATUS", "ESTNAME", "POSTCODE", "ESTTYPE", "MAINSERVICE", "ALLSERVICES", "CAPACITY", "UTILISATION",
    "SERVICEDESC", "SERVICEUSERS", "OTHERUSERDESC", "TOTALPERMTEMP", "ALLJOBROLES", "STARTERS", "LEAVERS", "VACANCIES",
    "REASONS", "REASONNOS",
)  # fmt: skip
_WORKER = (
    "LOCALESTID", "UNIQUEWORKERID", "STATUS", "DISPLAYID", "NINUMBER", "POSTCODE", "DOB", "GENDER", "ETHNICITY",
    "NATIONALITY", "BRITISHCITIZENSHIP", "COUNTRYOFBIRTH", "DISABLED", "CARECERT", "RECSOURCE", "STARTDATE",
    "EMPLSTATUS", "ZEROHRCONT", "DAYSSICK", "SALARYINT", "HOURLYRATE", "MAINJOBROLE", "CONTHOURS", "SCQUAL",
    "NONSCQUAL",
)  # fmt: skip
_STAFF = 40


def bench_ascwds(smoke: bool) -> Iterator[Figure]:
    """A first delivery, and the next with a tenth of it changed; then the completeness of every workplace."""
    workers = 400 if smoke else 100_000
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        folder = Path(name)
        rows = _workers(workers, random.Random(2019))
        first = _delivery(folder / "first", rows)
        later = _delivery(folder / "later", _changed(rows))
        bare = min(milliseconds(lambda: _bare_import(folder, first[1])) for _ in range(2))
        opened = open_file(folder / "office.providerdesk", CAPABILITIES, who="Benchmark", create=True)
        with closing(opened):
            yield from _figures(opened.db, first, DAY, f"{workers:,} workers", bare)
            yield from _figures(opened.db, later, DAY + timedelta(days=92), "next, one in ten changed", bare)
            judged = milliseconds(lambda: standings(opened.db, on=TODAY))
            yield Figure("completeness of every workplace", judged, budget=10_000)


def _figures(db: Database, files: list[Path], day: date, what: str, bare: float) -> Iterator[Figure]:
    checked: list[Checked] = []

    def read_and_check() -> None:
        checked.append(check(db, read_files(files, today=TODAY, as_at=day)))

    preview = milliseconds(read_and_check)
    assert not checked[0].refused
    commit = milliseconds(lambda: take_in(db, checked[0], now=NOW))
    yield Figure(f"{what}: read and checked", preview)
    yield Figure(f"{what}: written, with history", commit)
    yield Figure(
        f"{what}: in all",
        preview + commit,
        budget=10_000,
        yardstick="csv and one executemany",
        yardstick_value=bare,
    )


def _bare_import(folder: Path, file: Path) -> None:
    """The same rows into one bare table that knows nothing of them."""
    path = folder / "bare.db"
    path.unlink(missing_ok=True)
    connection = engine.connect(str(path))
    with file.open(encoding="utf-8", newline="") as handle:
        reader = csv.reader(handle)
        names = ", ".join(f'"{heading}" text' for heading in next(reader))
        connection.execute(f"create table bare ({names})")
        connection.execute("begin")
        connection.executemany(f"insert into bare values ({', '.join('?' * len(_WORKER))})", reader)
        connection.execute("commit")
    connection.close()


def _delivery(folder: Path, workers: list[list[str]]) -> list[Path]:
    """A workplace file and its worker file."""
    folder.mkdir()
    number: dict[str, int] = {}
    for row in workers:
        number[row[0]] = number.get(row[0], 0) + 1
    places = [_workplace(name, staff, place) for place, (name, staff) in enumerate(number.items())]
    return [
        _write(folder / "workplaces.csv", _WORKPLACE, places), _write(folder / "workers.csv", _WORKER, workers),
    ]  # fmt: skip


def _write(path: Path, headings: tuple[str, ...], rows: list[list[str]]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([headings, *rows])
    return path


def _workplace(name: str, staff: int, number: int) -> list[str]:
    return [
        name, "UPDATE", f"Invented House {number}", "NG18 1AA", "6", "2", "2", "40", "30", "", "1", "", str(staff), "8",
        "1", "0", "2", "25", "1",
    ]  # fmt: skip


def _workers(number: int, chance: random.Random) -> list[list[str]]:
    return [_worker(f"Home {one // _STAFF}", one, chance) for one in range(number)]


def _worker(home: str, number: int, chance: random.Random) -> list[str]:
    """Somebody invented, with what files have of them; who somebody is is dropped on reading."""
    born = date(1960, 1, 1) + timedelta(days=chance.randrange(15_000))
    began = date(2010, 1, 1) + timedelta(days=chance.randrange(3_500))
    return [
        home, f"Worker {number}", "UPDATE", f"Worker {number}", "QQ123456C", "NG1 1AA", f"{born:%d/%m/%Y}", "2", "31",
        "826", "1", "826", "0", chance.choice("123"), "2", f"{began:%d/%m/%Y}", chance.choice("123"), "2",
        str(chance.randrange(20)) if chance.random() < 0.9 else "999", "3", f"{9 + chance.random() * 4:.2f}",
        chance.choice(("8", "8", "8", "7", "16", "52")), "37", chance.choice(("1;2", "2", "1;3")), "2",
    ]  # fmt: skip


def _changed(rows: list[list[str]]) -> list[list[str]]:
    """One in ten with other days of sickness; the rest as they were."""
    later = [list(row) for row in rows]
    for row in later[::10]:
        row[18] = "4"
    return later
