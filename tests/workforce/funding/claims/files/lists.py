"""Lists of claims written for the tests."""

import csv
from collections.abc import Mapping, Sequence
from pathlib import Path

FORM = (
    "Organisation", "ASC-WDS", "Given Name", "Family Name", "ULN", "Awarding Body", "Candidate Registration Number",
    "Qualification code", "apprenticeship? (diplomas only)", "previously funded up-front?", "Value Claimed",
)  # fmt: skip
ADA: Mapping[str, str] = {
    "Organisation": "Rosewood Example Homes", "Given Name": "Ada", "Family Name": "Example", "ULN": "1000000019",
    "Awarding Body": "Example Awards", "Candidate Registration Number": "C 1", "Qualification code": "603/0001/1",
    "apprenticeship? (diplomas only)": "No", "previously funded up-front?": "N", "Value Claimed": "£600.00",
}  # fmt: skip


def written(folder: Path, rows: Sequence[Mapping[str, str]], *, headings: Sequence[str] = FORM, name: str = "form.csv",
            above: Sequence[str] = ()) -> Path:  # fmt: skip
    """A CSV with these headings, beneath lines of something else."""
    path = folder / name
    with path.open("w", newline="", encoding="utf-8") as file:
        out = csv.writer(file)
        out.writerows([line] for line in above)
        out.writerow(headings)
        out.writerows([row.get(heading, "") for heading in headings] for row in rows)
    return path


def row(**given: str) -> dict[str, str]:
    """Ada's row, with other cells by their heading in code."""
    names = {
        "organisation": "Organisation", "workplace": "ASC-WDS", "given": "Given Name", "family": "Family Name",
        "uln": "ULN", "code": "Qualification code", "value": "Value Claimed",
        "apprenticeship": "apprenticeship? (diplomas only)",
    }  # fmt: skip
    return {**ADA, **{names[name]: text for name, text in given.items()}}
