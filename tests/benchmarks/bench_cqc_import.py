"""CQC's national directory: read, checked, and committed with history and listings, beside a bare import."""

import csv
import random
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

from desktop.capabilities import CAPABILITIES
from engagement.cqc_files.taking_in import prepare, take_in
from resources.database import Database, engine, open_file
from resources.geography import districts, packaged_postcodes, read_postcode_file
from tests.benchmarks.measure import Figure, milliseconds

TODAY = date(2019, 12, 9)
_HEADINGS = (
    "Name", "Also known as", "Address", "Postcode", "Phone number", "Service's website (if available)",
    "Service types", "Date of latest check", "Specialisms/services", "Provider name", "Local authority", "Region",
    "Location URL", "CQC Location ID (for office use only)", "CQC Provider ID (for office use only)",
)  # fmt: skip
_TYPES = (
    ("Residential homes", 24), ("Nursing homes", 9), ("Homecare agencies", 17),
    ("Homecare agencies|Supported living", 5), ("Dentist", 22), ("Doctors/Gps", 15), ("Hospital|Clinic", 8),
)  # fmt: skip
_SPECIALISMS = (
    "Caring for adults over 65 yrs", "Caring for adults under 65 yrs", "Dementia", "Learning disabilities",
    "Mental health conditions", "Physical disabilities", "Sensory impairment",
)  # fmt: skip


def bench_cqc_import(smoke: bool) -> Iterator[Figure]:
    """A first national directory, and the next month's with a twentieth of it changed."""
    size = 300 if smoke else 60_000
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        rows = national_rows(size)
        first = write_directory(folder / "2019-11-01 directory.csv", rows)
        next_month = write_directory(folder / "2019-12-01 directory.csv", next_months(rows))
        how, bare = yardstick(folder, first)
        opened = open_file(folder / "office.providerdesk", CAPABILITIES, who="Bench", create=True)
        with closing(opened):
            yield from _figures(opened.db, first, f"first directory, {size:,} rows", how, bare)
            yield from _figures(opened.db, next_month, "next month's, one in twenty changed", how, bare)


def _figures(db: Database, file: Path, what: str, how: str, bare: float) -> Iterator[Figure]:
    checked = []
    preview = milliseconds(lambda: checked.append(prepare(db, [file], today=TODAY)))
    commit = milliseconds(lambda: take_in(db, checked[0]))
    yield Figure(f"{what}: read and checked", preview)
    yield Figure(f"{what}: committed", commit)
    yield Figure(f"{what}: in all", preview + commit, budget=5 * bare, yardstick=how, yardstick_value=bare)


def yardstick(folder: Path, file: Path) -> tuple[str, float]:
    """The same rows into one bare table: by the sqlite3 command where there is one, otherwise from Python."""
    command = shutil.which("sqlite3")
    if command:
        arguments = [command, str(folder / "bare.db"), ".mode csv", f".import '{file}' bare"]
        return "sqlite3 .import", milliseconds(lambda: subprocess.run(arguments, check=True))
    return "csv and one executemany", milliseconds(lambda: _bare_import(folder / "bare.db", file))


def _bare_import(path: Path, file: Path) -> None:
    connection = engine.connect(str(path))
    with file.open(encoding="utf-8", newline="") as handle:
        reader = csv.reader(handle)
        names = ", ".join(f'"{heading}" text' for heading in next(reader))
        connection.execute(f"create table bare ({names})")
        connection.execute("begin")
        connection.executemany(f"insert into bare values ({', '.join('?' * len(_HEADINGS))})", reader)
        connection.execute("commit")
    connection.close()


def national_rows(size: int) -> list[list[str]]:
    """Invented locations at real postcodes; every run makes the same."""
    chance = random.Random(2019)
    places = _places(min(size, 40_000), chance)
    types, weights = zip(*_TYPES, strict=True)
    rows = []
    for number in range(size):
        postcode, authority, region = places[number % len(places)]
        provider = chance.randrange(max(size // 3, 1))
        rows.append([
            f"Invented House {number}", "", f"{number} Sample Street, Exampleton", postcode,
            f"{1_150_000_000 + number}", f"www.example.org/{number}" if number % 3 else "",
            chance.choices(types, weights)[0], f"{1 + number % 28:02}/{1 + number % 12:02}/2018 - 00:00",
            "|".join(chance.sample(_SPECIALISMS, 3)), f"Invented Care {provider} Limited", authority, region,
            f"https://www.cqc.org.uk/location/1-{100_000_000 + number}", f"1-{100_000_000 + number}",
            f"1-{900_000_000 + provider}",
        ])  # fmt: skip
    return rows


def _places(size: int, chance: random.Random) -> list[tuple[str, str, str]]:
    found = []
    for letter in "NLBSD":
        columns = read_postcode_file(packaged_postcodes() / f"postcodes_{letter}.msgpack.br")
        for postcode, code in zip(columns["pcd"], columns["laua"], strict=True):
            district = districts().get(code) if isinstance(code, str) else None
            if district is not None:
                tidy = f"{postcode[:4].strip()} {postcode[4:]}"
                found.append((tidy, district.authority, district.region))
    return chance.sample(found, size)


def next_months(rows: list[list[str]]) -> list[list[str]]:
    """One in twenty inspected again, one in two hundred gone."""
    later = [list(row) for number, row in enumerate(rows) if number % 200 != 7]
    for row in later[::20]:
        row[7] = "15/11/2019 - 00:00"
    return later


def write_directory(path: Path, rows: list[list[str]]) -> Path:
    """The rows as a file in the layout of CQC's directory."""
    with path.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.writer(handle)
        writer.writerow(_HEADINGS)
        writer.writerows(rows)
    return path
