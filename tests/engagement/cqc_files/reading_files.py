"""A file read on the day of these tests, and what it says."""

from datetime import date
from pathlib import Path

from engagement.cqc_files.contents import CqcFile
from engagement.cqc_files.read import read

TODAY = date(2019, 12, 9)


def said(path: Path, **more) -> CqcFile:
    return read(path, today=TODAY, **more)


def contents(file: CqcFile) -> tuple:
    """What a file says, without where it says it."""
    return (
        file.kind,
        [location[1:] for location in file.locations],
        [rating[1:] for rating in file.ratings],
        [(row.cells, row.reason, row.field) for row in file.refused],
    )


def refusals(file: CqcFile) -> list[tuple[int, str, str]]:
    return [(row.line, row.field, row.reason) for row in file.refused]


def office_headings() -> tuple[str, ...]:
    return (
        "Name", "Also known as", "Address", "Postcode", "Phone number", "Service's website (if available)",
        "Service types", "Date of latest check", "Specialisms/services", "Provider name", "Local authority",
        "Region", "Location URL", "CQC Location ID (for office use only)", "CQC Provider ID (for office use only)",
    )  # fmt: skip
