"""CQC's directory and latest ratings of two months, in their layouts, of a small county that is invented."""

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

DIRECTORY = (
    "Name", "Also known as", "Address", "Postcode", "Phone number", "Service's website (if available)",
    "Service types", "Date of latest check", "Specialisms/services", "Provider name", "Local authority", "Region",
    "Location URL", "CQC Location ID (for office use only)", "CQC Provider ID (for office use only)",
)  # fmt: skip
RATINGS = (
    "Location ID", "Location ODS Code", "Location Name", "Care Home?", "Location Type",
    "Location Primary Inspection Category", "Location Street Address", "Location Address Line 2", "Location City",
    "Location Post Code", "Location Local Authority", "Location Region", "Location NHS Region",
    "Location ONSPD CCG Code", "Location ONSPD CCG", "Location Commissioning CCG Code",
    "Location Commissioning CCG Name", "Service / Population Group", "Domain", "Latest Rating", "Publication Date",
    "Report Type", "Inherited Rating (Y/N)", "URL", "Provider ID", "Provider Name", "Brand ID", "Brand Name",
)  # fmt: skip
DOMAINS = ("Overall", "Safe", "Effective", "Caring", "Responsive", "Well-led")
AUTHORITY, REGION = "Nottinghamshire", "East Midlands"


@dataclass(frozen=True)
class Place:
    """One location. `rating` is "" where none was published."""

    number: int
    name: str
    types: str = "Residential homes"
    rating: str = "Good"
    published: str = "10/10/2018"
    checked: str = "11/09/2018 - 00:00"
    postcode: str = "DN22 6RZ"


MAY = (
    Place(1, "Rosewood Sample House", "Nursing homes|Residential homes"),
    Place(2, "Elm Example House", "Nursing homes", "Requires improvement"),
    Place(3, "Larch Specimen Court", "Nursing homes"),
    Place(4, "Invented Grange", "Nursing homes", "", "", ""),
    Place(5, "Sample Lodge"),
    Place(6, "Example Lodge"),
    Place(7, "Specimen Lodge", rating="Inadequate"),
    Place(8, "Imaginary Lodge", rating="Outstanding"),
    Place(9, "Pretend Care at Home", "Homecare agencies"),
    Place(10, "Make-believe Care at Home", "Homecare agencies", "", "", ""),
    Place(11, "Invented Dental Surgery", "Dentist", "", "", ""),
)


def in_august() -> tuple[Place, ...]:
    """One is new, one has gone, one has its first rating, one another rating, and one was looked at again."""
    held = {place.number: place for place in MAY if place.name != "Imaginary Lodge"}
    seen = {"published": "20/07/2019", "checked": "18/06/2019 - 00:00"}
    held[4] = replace(held[4], rating="Good", **seen)
    held[7] = replace(held[7], rating="Requires improvement", **seen)
    held[9] = replace(held[9], **seen)
    return (*held.values(), Place(12, "Fictional Lodge", rating="", published="", checked=""))


def write_two_months(folder: Path) -> None:
    """The four files, named as CQC names them."""
    folder.mkdir()
    for day, places in ((date(2019, 5, 1), MAY), (date(2019, 8, 1), in_august())):
        write_month(folder, day, places)


def write_month(folder: Path, day: date, places: Iterable[Place]) -> None:
    """Both files of a day."""
    held = list(places)
    above = [("CQC Locations data",), (), (f"This data was produced on {day:%d %B %Y}",), ()]
    directory = [*above, DIRECTORY, *(_listed(place) for place in held)]
    _write(folder / f"invented_{day}_CQC_directory.csv", directory)
    ratings = [RATINGS, *(row for place in held if place.rating for row in _rated(place))]
    _write(folder / f"invented_{day}_Latest_ratings_long.csv", ratings)


def _listed(place: Place) -> tuple[str, ...]:
    return (
        place.name, "", f"{place.number} Sample Street, Retford", place.postcode, "1777000000", "", place.types,
        place.checked, "Dementia", f"{place.name} Limited", AUTHORITY, REGION, "", f"1-{place.number:03}",
        f"1-9{place.number:03}",
    )  # fmt: skip


def _rated(place: Place) -> Iterable[tuple[str, ...]]:
    home = "N" if "Homecare" in place.types else "Y"
    for domain in DOMAINS:
        yield (
            f"1-{place.number:03}", "", place.name, home, "Social Care Org", "Residential social care",
            f"{place.number} Sample Street", "", "Retford", place.postcode, AUTHORITY, REGION, "", "", "", "", "",
            "Overall", domain, place.rating, place.published, "Location", "N", "", f"1-9{place.number:03}",
            f"{place.name} Limited", "-", "-",
        )  # fmt: skip


def _write(path: Path, rows: Iterable[Sequence[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
