"""Small bulk-upload files in the layouts of ASC-WDS, of invented workplaces and people."""

import csv
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from pathlib import Path

from resources.database import Database
from workforce.ascwds.checking import Checked, check
from workforce.ascwds.reading import read_files
from workforce.ascwds.rows import USUAL, Choices
from workforce.ascwds.taking_in import Taken, take_in

WORKPLACE_2019 = [
    "LOCALESTID",
    "STATUS",
    "ESTNAME",
    "ADDRESS1",
    "POSTCODE",
    "ESTTYPE",
    "OTHERTYPE",
    "PERMCQC",
    "SHARELA",
    "REGTYPE",
    "PROVNUM",
    "LOCATIONID",
    "MAINSERVICE",
    "ALLSERVICES",
    "CAPACITY",
    "UTILISATION",
    "SERVICEDESC",
    "SERVICEUSERS",
    "OTHERUSERDESC",
    "TOTALPERMTEMP",
    "ALLJOBROLES",
    "STARTERS",
    "LEAVERS",
    "VACANCIES",
    "REASONS",
    "REASONNOS",
]
WORKPLACE_PRESENT = (*WORKPLACE_2019, "DHA", "REPEATTRAINING", "CWPAWARE", "SICKPAY", "PENSION", "SLEEPINS")
WORKER_2019 = [
    "LOCALESTID",
    "UNIQUEWORKERID",
    "STATUS",
    "DISPLAYID",
    "NINUMBER",
    "POSTCODE",
    "DOB",
    "GENDER",
    "ETHNICITY",
    "NATIONALITY",
    "BRITISHCITIZENSHIP",
    "COUNTRYOFBIRTH",
    "YEAROFENTRY",
    "DISABLED",
    "CARECERT",
    "RECSOURCE",
    "STARTDATE",
    "STARTINSECT",
    "APPRENTICE",
    "EMPLSTATUS",
    "ZEROHRCONT",
    "DAYSSICK",
    "SALARYINT",
    "SALARY",
    "HOURLYRATE",
    "MAINJOBROLE",
    "MAINJRDESC",
    "CONTHOURS",
    "AVGHOURS",
    "SCQUAL",
    "NONSCQUAL",
    "QUALACH01",
]
WORKER_PRESENT = (*WORKER_2019, "L2CARECERT", "HANDCVISA", "INOUTUK", "CWPCATEGORY", "TRANSFERSTAFFRECORD")
TRAINING_2019 = tuple(
    [
        "LOCALESTID",
        "UNIQUEWORKERID",
        "CATEGORY",
        "DESCRIPTION",
        "DATECOMPLETED",
        "EXPIRYDATE",
        "ACCREDITED",
        "NOTES",
    ]
)
TRAINING_PRESENT = tuple(
    [
        "LOCALESTID",
        "UNIQUEWORKERID",
        "CATEGORY",
        "TRAININGNAME",
        "ACCREDITED",
        "WHODELIVERED",
        "PROVIDERNAME",
        "HOWDELIVERED",
        "VALIDITY",
        "DATECOMPLETED",
        "EXPIRYDATE",
        "NOTES",
    ]
)
DAY = date(2019, 9, 30)
TODAY = date(2020, 1, 15)
NOW = datetime(2020, 1, 15, 9, 30, tzinfo=UTC)

HOME = {
    "LOCALESTID": "Elm", "STATUS": "UPDATE", "ESTNAME": "Elm Lodge", "POSTCODE": "NG18 1AA", "ESTTYPE": "6",
    "MAINSERVICE": "2", "ALLSERVICES": "2;8", "CAPACITY": "20;", "UTILISATION": "18;9", "SERVICEDESC": ";",
    "SERVICEUSERS": "1;2", "OTHERUSERDESC": ";", "TOTALPERMTEMP": "2", "ALLJOBROLES": "8;7", "STARTERS": "1;0",
    "LEAVERS": "1;1", "VACANCIES": "2;0", "REASONS": "25;26", "REASONNOS": "1;1",
}  # fmt: skip
"""A workplace with nothing missing."""
SOMEBODY = {
    "LOCALESTID": "Elm", "UNIQUEWORKERID": "Ada Example", "STATUS": "UPDATE", "DISPLAYID": "Ada Example",
    "NINUMBER": "QQ123456C", "POSTCODE": "NG1 1AA", "DOB": "17/06/1984", "GENDER": "2", "ETHNICITY": "31",
    "NATIONALITY": "826", "BRITISHCITIZENSHIP": "1", "COUNTRYOFBIRTH": "826", "DISABLED": "1", "CARECERT": "1",
    "RECSOURCE": "2", "STARTDATE": "23/02/2018", "EMPLSTATUS": "1", "ZEROHRCONT": "2", "DAYSSICK": "3",
    "SALARYINT": "3", "HOURLYRATE": "9.50", "MAINJOBROLE": "8", "CONTHOURS": "37", "SCQUAL": "1;2", "NONSCQUAL": "2",
}  # fmt: skip
"""A worker with nothing missing."""
TRAINED = {
    "LOCALESTID": "Elm",
    "UNIQUEWORKERID": "Ada Example",
    "CATEGORY": "15",
    "DATECOMPLETED": "02/05/2019",
}


def worker(name: str, **cells: str) -> dict[str, str]:
    """A worker with nothing missing but what is said."""
    return {**SOMEBODY, "UNIQUEWORKERID": name, "DISPLAYID": name, **cells}


def write(path: Path, headings: Sequence[str], rows: Sequence[Mapping[str, str]]) -> Path:
    """A file with these columns in this order."""
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([headings, *([row.get(one, "") for one in headings] for row in rows)])
    return path


def write_workplaces(folder: Path, *rows: Mapping[str, str], name: str = "workplaces.csv") -> Path:
    """In the layout of 2019."""
    return write(folder / name, WORKPLACE_2019, rows)


def write_workers(folder: Path, *rows: Mapping[str, str], name: str = "workers.csv") -> Path:
    """In the layout of 2019."""
    return write(folder / name, WORKER_2019, rows)


def checked(
    db: Database,
    *paths: Path,
    on: date = DAY,
    choices: Choices = USUAL,
    today: date = TODAY,
) -> Checked:
    """The files read and held against what is kept."""
    return check(db, read_files(paths, today=today, as_at=on, choices=choices))


def bring(
    db: Database,
    *paths: Path,
    on: date = DAY,
    choices: Choices = USUAL,
    today: date = TODAY,
) -> Taken:
    """And taken in."""
    return take_in(db, checked(db, *paths, on=on, choices=choices, today=today), now=NOW)
