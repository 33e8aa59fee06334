"""The layouts of bulk-upload files, those of 2019 and the present ones, and what is made of each column.

The order of the columns is free. Columns that no layout knows are left out, as are those that say who somebody is.
"""

from collections.abc import Iterable, Mapping
from enum import Enum

from resources.files.headers import FieldSpec
from workforce.ascwds.vocabulary import FileKind


class Use(Enum):
    """What is made of a column."""

    KEPT = "Kept"
    WHETHER = "Only whether it was filled in"
    KEY = "Only to know the same worker again"
    LEFT_OUT = "Left out"


_WORKPLACE = [
    "LOCALESTID",
    "STATUS",
    "ESTNAME",
    "POSTCODE",
    "ESTTYPE",
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
_WORKER = [
    "LOCALESTID",
    "UNIQUEWORKERID",
    "CHGUNIQUEWRKID",
    "TRANSFERSTAFFRECORD",
    "STATUS",
    "DOB",
    "GENDER",
    "NATIONALITY",
    "CARECERT",
    "L2CARECERT",
    "RECSOURCE",
    "STARTDATE",
    "EMPLSTATUS",
    "ZEROHRCONT",
    "DAYSSICK",
    "SALARYINT",
    "SALARY",
    "HOURLYRATE",
    "MAINJOBROLE",
    "CONTHOURS",
    "AVGHOURS",
    "SCQUAL",
    "NONSCQUAL",
]
_TRAINING = [
    "LOCALESTID",
    "UNIQUEWORKERID",
    "CATEGORY",
    "TRAININGNAME",
    "ACCREDITED",
    "WHODELIVERED",
    "HOWDELIVERED",
    "VALIDITY",
    "DATECOMPLETED",
    "EXPIRYDATE",
]
_NEEDED = {
    FileKind.WORKPLACE: ("LOCALESTID", "ESTNAME", "MAINSERVICE"),
    FileKind.WORKER: ("LOCALESTID", "UNIQUEWORKERID", "MAINJOBROLE"),
    FileKind.TRAINING: ("LOCALESTID", "UNIQUEWORKERID", "CATEGORY"),
}
_OTHER_HEADINGS = {"TRAININGNAME": ("DESCRIPTION",), "STATUS": ()}
"""What a column was called before."""

ONLY_WHETHER = frozenset(("DOB", "GENDER", "NATIONALITY", "SALARYINT", "SALARY", "HOURLYRATE"))
"""Asked for by the funding rule, and nothing of them is kept but that they were filled in."""
_KEYS = frozenset(("UNIQUEWORKERID", "CHGUNIQUEWRKID"))
ONLY_CHECKED = frozenset(("SERVICEDESC", "OTHERUSERDESC"))
"""Descriptions: looked at for being in step, and not kept."""
PRESENT = frozenset(
    (
        *("DHA", "DHAACTIVITIES", "REPEATTRAINING", "CWPAWARE", "CWPUSE", "SICKPAY", "PENSION", "SLEEPINS"),
        *("L2CARECERT", "HANDCVISA", "INOUTUK", "CWPCATEGORY", "TRANSFERSTAFFRECORD"),
        *("TRAININGNAME", "WHODELIVERED", "HOWDELIVERED", "VALIDITY"),
    )
)
"""Any of these makes it a file of the present layout."""

SPECIFICATIONS: Mapping[FileKind, tuple[FieldSpec, ...]] = {
    kind: tuple(
        FieldSpec(name, (name, *_OTHER_HEADINGS.get(name, ())), name in _NEEDED[kind], name) for name in names
    )
    for kind, names in (
        (FileKind.WORKPLACE, _WORKPLACE),
        (FileKind.WORKER, _WORKER),
        (FileKind.TRAINING, _TRAINING),
    )
}
"""The columns that are read, for each kind of file."""

LISTS_IN_STEP: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("ALLSERVICES", ("CAPACITY", "UTILISATION", "SERVICEDESC")),
    ("SERVICEUSERS", ("OTHERUSERDESC",)),
    ("ALLJOBROLES", ("STARTERS", "LEAVERS", "VACANCIES")),
    ("REASONS", ("REASONNOS",)),
)
"""Lists joined with “;” whose items stand in the same places as those of the first."""


def layout_of(headings: Iterable[str]) -> str:
    """“2019” or “present”."""
    return "present" if any(one.strip().upper() in PRESENT for one in headings) else "2019"


def use_of(kind: FileKind, heading: str, *, keep_reference: bool = False) -> Use:
    """What is made of a column of such a file."""
    name = heading.strip().upper()
    known = {one for spec in SPECIFICATIONS[kind] for one in spec.headings}
    if name not in known or name in ONLY_CHECKED:
        return Use.LEFT_OUT
    if kind is not FileKind.WORKPLACE and name in _KEYS:
        return Use.KEPT if keep_reference else Use.KEY
    return Use.WHETHER if name in ONLY_WHETHER else Use.KEPT
