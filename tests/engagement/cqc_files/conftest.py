"""Small files in the layouts of CQC's, with invented names, and what an import of them does."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from engagement.cqc_files.check import Checked
from engagement.cqc_files.contents import Finding
from engagement.cqc_files.taking_in import prepare, take_in
from resources.database import Database

TODAY = date(2019, 12, 9)

DIRECTORY = (
    "Name", "Also known as", "Address", "Postcode", "Phone number", "Service's website (if available)",
    "Service types", "Date of latest check", "Specialisms/services", "Provider name", "Local authority", "Region",
    "Location URL", "CQC Location ID (for office use only)", "CQC Provider ID (for office use only)",
)  # fmt: skip
RATINGS = (
    "Location ID", "Location Name", "Location Type", "Service / Population Group", "Domain", "Latest Rating",
    "Publication Date", "Inherited Rating (Y/N)",
)  # fmt: skip
HSCA = (
    "Location ID", "Location HSCA start date", "Dormant (Y/N)", "Care home?", "Location Name",
    "Care homes beds", "Location Type/Sector", "Location Inspection Directorate",
    "Location Primary Inspection Category", "Location Latest Overall Rating", "Publication Date",
    "Inherited Rating (Y/N)", "Location Region", "Location Local Authority", "Location Street Address",
    "Location City", "Location Post Code", "Brand Name", "Provider ID", "Provider Name",
    "Service type - Care home service with nursing", "Service type - Care home service without nursing",
    "Service type - Doctors consultation service",
)  # fmt: skip

Cells = tuple[str, ...]


def home(number: int, name: str = "", **changed: str) -> Cells:
    """A directory row of an invented residential home in Oldham; `changed` by short names."""
    cells = {
        "name": name or f"Invented House {number}", "also": "", "address": f"{number} Sample Street, Oldham",
        "postcode": "OL9 6LD", "phone": "1610000000", "website": "", "types": "Residential homes",
        "checked": "11/09/2018 - 00:00", "specialisms": "Dementia", "provider": "Invented Care Limited",
        "authority": "Oldham", "region": "North West", "url": "", "id": f"1-{number}", "provider_id": "1-900",
    }  # fmt: skip
    return tuple({**cells, **changed}.values())


def rating(number: int, text: str = "Good", day: str = "10/10/2018", **changed: str) -> Cells:
    """A ratings row: the overall rating of a location."""
    cells = {
        "id": f"1-{number}", "name": f"Invented House {number}", "type": "Social Care Org", "group": "Overall",
        "domain": "Overall", "rating": text, "day": day, "inherited": "N",
    }  # fmt: skip
    return tuple({**cells, **changed}.values())


def active(number: int, **changed: str) -> Cells:
    """A row of HSCA active locations: a home without nursing, registered in 2011."""
    cells = {
        "id": f"1-{number}", "start": "2011-01-20", "dormant": "N", "care_home": "Y",
        "name": f"Invented House {number}", "beds": "24", "type": "Social Care Org",
        "directorate": "Adult social care", "category": "Residential social care", "rating": "Good",
        "day": "2018-10-10", "inherited": "N", "region": "North West", "authority": "Oldham",
        "street": f"{number} Sample Street", "city": "Oldham", "postcode": "OL9 6LD", "brand": "BRAND Invented",
        "provider_id": "1-900", "provider": "Invented Care Limited", "nursing": "", "residential": "Y", "gp": "",
    }  # fmt: skip
    return tuple({**cells, **changed}.values())


@dataclass
class Office:
    """A register, a folder of files, and the short way from rows to an import."""

    db: Database
    folder: Path

    def path(
        self, name: str, rows: Sequence[Cells], headings: Cells | None = DIRECTORY, above: str = ""
    ) -> Path:
        text = io.StringIO()
        writer = csv.writer(text)
        writer.writerows([*([headings] if headings else []), *rows])
        path = self.folder / name
        path.write_text(above + text.getvalue(), encoding="utf-8", newline="")
        return path

    def directory(self, day: str, *rows: Cells) -> Path:
        return self.path(f"{day} directory.csv", rows)

    def ratings(self, day: str, *rows: Cells) -> Path:
        return self.path(f"{day} ratings.csv", rows, RATINGS)

    def hsca(self, day: str, *rows: Cells) -> Path:
        return self.path(f"{day} hsca.csv", rows, HSCA)

    def prepared(self, *paths: Path, mark_gone: bool = True) -> Checked:
        return prepare(self.db, paths, today=TODAY, mark_gone=mark_gone)

    def imported(self, *paths: Path, mark_gone: bool = True) -> Checked:
        checked = self.prepared(*paths, mark_gone=mark_gone)
        take_in(self.db, checked)
        return checked

    def rows(self, sql: str, *params: str) -> list[tuple[object, ...]]:
        return self.db.rows(sql, params)

    def periods(self, number: int) -> list[tuple[object, ...]]:
        return self.db.rows(
            "select from_on, until_on, service_period.kind, service_period.dormant from service_period "
            "join service on service.id = service_id where cqc_location_id = ? order by from_on",
            (f"1-{number}",),
        )

    def ratings_of(self, number: int) -> list[tuple[object, ...]]:
        return self.db.rows(
            "select key_question, published_on, rating, inherited from rating join service on service.id = service_id "
            "where cqc_location_id = ? order by published_on, key_question",
            (f"1-{number}",),
        )


def groups(checked: Checked) -> dict[str, list[tuple[str, str]]]:
    """Each group that has a row: Location IDs with the detail, over all files."""
    return {
        finding.name: rows
        for finding in Finding
        if (
            rows := [
                (found.location_id, found.detail)
                for one in checked.findings
                for found in one.groups.get(finding, ())
            ]
        )
    }


@pytest.fixture
def office(db: Database, tmp_path: Path) -> Office:
    """An empty register and a folder beside it."""
    folder = tmp_path / "files"
    folder.mkdir()
    return Office(db, folder)


@pytest.fixture(name="home")
def home_fixture():
    return home


@pytest.fixture(name="rating")
def rating_fixture():
    return rating


@pytest.fixture(name="active")
def active_fixture():
    return active


@pytest.fixture(name="groups")
def groups_fixture():
    return groups
