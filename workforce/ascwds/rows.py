"""A row of a bulk-upload file as it is kept: codes as they stand, and the names of the fields that were filled in."""

import hashlib
import re
from calendar import monthrange
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from resources.files.cells import shown
from resources.files.dates import Order, read_date
from resources.wording import count_of
from workforce.ascwds import codes
from workforce.ascwds.codes import NOT_KNOWN, split
from workforce.ascwds.fields import CAPACITY_ASKED, USE_ASKED, YES
from workforce.ascwds.layouts import LISTS_IN_STEP, ONLY_CHECKED
from workforce.ascwds.vocabulary import RowStatus

_NUMBER = re.compile(r"[0-9]{1,4}(?:\.[0-9]{1,4})?")
_MOST_DIGITS = 6
FILLED_IN = "filled in"
"""Stands in a workbook of refused rows for what is not kept of a field."""
_MOST_HOURS, _MOST_DAYS_SICK, _LAST_YEAR = 75.0, 366.0, 2199


class WorkplaceRow(NamedTuple):
    """A workplace."""

    line: int
    local_id: str
    status: RowStatus
    updated: bool
    name: str
    postcode: str
    location_id: str
    cqc_provider_id: str
    employer_type: str
    main_service: str
    services: str
    capacities: str
    utilisations: str
    service_users: str
    staff: int | None
    job_roles: str
    starters: str
    leavers: str
    vacancies: str
    reasons: str
    reason_counts: str
    given: str


class WorkerRow(NamedTuple):
    """A worker; `worker` says only that rows are of the same one."""

    line: int
    local_id: str
    worker: str
    reference: str
    status: RowStatus
    updated: bool
    job_role: str
    employment: str
    started_on: str | None
    recruited_from: str
    zero_hours: str
    contracted_hours: str | None
    average_hours: str | None
    days_sick: str | None
    care_certificate: str
    level_2_certificate: str
    social_care_qualification: str
    social_care_level: str
    other_qualification: str
    other_level: str
    given: str


class TrainingRow(NamedTuple):
    """A piece of training of a worker."""

    line: int
    local_id: str
    worker: str
    category: str
    name: str
    accredited: str
    delivered_by: str
    how: str
    completed_on: str | None
    expires_on: str | None


class Doubt(NamedTuple):
    """Something in a row that cannot be what it says: it was left out, and the row was read without it."""

    line: int
    column: str
    whose: str
    sentence: str


Cells = Mapping[str, str]
Doubtful = Callable[[str, str], None]
"""Called with a column and a sentence."""


@dataclass(frozen=True)
class Choices:
    """What a person said of the file. With `confirmed`, rows that say UNCHECKED were looked at all the same."""

    keep_reference: bool = False
    confirmed: bool = False


USUAL = Choices()


class BadRow(Exception):
    """A row that cannot be taken in, with the column to mend."""

    def __init__(self, column: str, reason: str) -> None:
        super().__init__(reason)
        self.column, self.reason = column, reason


def same(text: str) -> str:
    """An identifier as files are compared by it: capitals and spaces do not matter."""
    return "".join(text.split()).casefold()


def digest(text: str) -> str:
    """What is kept of an identifier that may be a name."""
    return hashlib.blake2b(same(text).encode(), digest_size=16).hexdigest()


# --- reading the three kinds ----------------------------------------------------------------------------------------


def read_workplace(line: int, cells: Cells, choices: Choices, doubtful: Doubtful) -> WorkplaceRow:
    """Raises BadRow where it does not say which workplace it is."""
    local_id = _needed(cells, "LOCALESTID")
    status = _status(cells, doubtful)
    lists = _lists(cells, doubtful)
    employer = _code(cells, "ESTTYPE", codes.EMPLOYER_TYPES, doubtful)
    service = _code(cells, "MAINSERVICE", codes.SERVICES, doubtful)
    staff = _figure(cells, "TOTALPERMTEMP", doubtful)
    given = {
        "employer_type": bool(employer),
        "main_service": bool(service),
        "capacity": _has_capacity(service, lists),
        "service_users": any(lists["SERVICEUSERS"]),
        "vacancies": bool(lists["VACANCIES"]),
        "starters": bool(lists["STARTERS"]),
        "leavers": bool(lists["LEAVERS"]),
        "staff": staff is not None,
    }
    return WorkplaceRow(
        line, local_id, status, _looked_at(status, choices), cells.get("ESTNAME", "") or local_id,
        cells.get("POSTCODE", "").upper(), cells.get("LOCATIONID", ""), cells.get("PROVNUM", ""), employer, service,
        _joined(lists["ALLSERVICES"]), _joined(lists["CAPACITY"]), _joined(lists["UTILISATION"]),
        _joined(lists["SERVICEUSERS"]), staff, _joined(lists["ALLJOBROLES"]), _joined(lists["STARTERS"]),
        _joined(lists["LEAVERS"]), _joined(lists["VACANCIES"]), _joined(lists["REASONS"]), _joined(lists["REASONNOS"]),
        _names(given),
    )  # fmt: skip


def read_worker(line: int, cells: Cells, choices: Choices, doubtful: Doubtful) -> WorkerRow:
    """Raises BadRow where it does not say whose it is. A worker who moves is listed where they move to."""
    local_id = cells.get("TRANSFERSTAFFRECORD", "") or _needed(cells, "LOCALESTID")
    reference = cells.get("CHGUNIQUEWRKID", "") or _needed(cells, "UNIQUEWORKERID")
    status = _status(cells, doubtful)
    job = _code(cells, "MAINJOBROLE", codes.JOB_ROLES, doubtful)
    employment = _code(cells, "EMPLSTATUS", codes.EMPLOYMENT, doubtful)
    zero_hours = _code(cells, "ZEROHRCONT", codes.ZERO_HOURS, doubtful)
    recruited = _code(cells, "RECSOURCE", codes.RECRUITED_FROM, doubtful)
    certificate = _code(cells, "CARECERT", codes.CARE_CERTIFICATE, doubtful)
    level_2 = _code(cells, "L2CARECERT", codes.LEVEL_2_CERTIFICATE, doubtful, first_item=True)
    started = _day(cells, "STARTDATE", doubtful)
    contracted = _amount(cells, "CONTHOURS", _MOST_HOURS, doubtful)
    average = _amount(cells, "AVGHOURS", _MOST_HOURS, doubtful)
    sick = _amount(cells, "DAYSSICK", _MOST_DAYS_SICK, doubtful)
    social, social_level = _qualified(cells, "SCQUAL", doubtful)
    other, other_level = _qualified(cells, "NONSCQUAL", doubtful)
    if other == YES and not other_level:
        other_level = NOT_KNOWN  # as the service takes it
    given = {
        "gender": bool(cells.get("GENDER")),
        "date_of_birth": _is_day(cells.get("DOB", "")),
        "nationality": bool(cells.get("NATIONALITY")),
        "main_job": bool(job),
        "started": started is not None,
        "recruited_from": bool(recruited),
        "contract": bool(employment),
        "zero_hours": bool(zero_hours),
        "contracted_hours": contracted is not None,
        "average_hours": average is not None,
        "pay": _has_pay(cells),
        "days_sick": sick is not None,
        "care_certificate": bool(certificate),
        "social_care_qualification": bool(social),
        "social_care_level": bool(social_level),
        "other_qualification": bool(other),
        "other_level": bool(other_level),
    }
    return WorkerRow(
        line, local_id, digest(reference), reference if choices.keep_reference else "", status,
        _looked_at(status, choices), job, employment, started, recruited, zero_hours, contracted, average, sick,
        certificate, level_2, social, social_level, other, other_level, _names(given),
    )  # fmt: skip


def read_training(line: int, cells: Cells, choices: Choices, doubtful: Doubtful) -> TrainingRow:
    """Raises BadRow where it does not say whose it is, or what was trained."""
    category = _needed(cells, "CATEGORY")
    if category not in codes.TRAINING:
        doubtful("CATEGORY", f"CATEGORY {shown(category)} is no training category: it is kept as it stands.")
    completed = _day(cells, "DATECOMPLETED", doubtful)
    expires = _day(cells, "EXPIRYDATE", doubtful) or _expiry(completed, cells.get("VALIDITY", ""))
    return TrainingRow(
        line, _needed(cells, "LOCALESTID"), digest(_needed(cells, "UNIQUEWORKERID")), category,
        cells.get("TRAININGNAME", ""), _code(cells, "ACCREDITED", codes.YES_NO, doubtful),
        _code(cells, "WHODELIVERED", codes.DELIVERED_BY, doubtful, first_item=True),
        _code(cells, "HOWDELIVERED", codes.HOW_DELIVERED, doubtful), completed, expires,
    )  # fmt: skip


# --- cells ------------------------------------------------------------------------------------------------------------


def _needed(cells: Cells, column: str) -> str:
    found = cells.get(column, "")
    if not found:
        raise BadRow(column, f"{column} is empty, so that nobody knows whose row this is. Write it in.")
    return found


def _status(cells: Cells, doubtful: Doubtful) -> RowStatus:
    text = cells.get("STATUS", "")
    found = RowStatus.read(text) if text else None
    if found is None and text:
        doubtful("STATUS", f"STATUS {shown(text)} is none that ASC-WDS knows: the row is read as UNCHECKED.")
    return found or RowStatus.UNCHECKED


def _looked_at(status: RowStatus, choices: Choices) -> bool:
    return status.looked_at or (choices.confirmed and status is RowStatus.UNCHECKED)


def _code(
    cells: Cells, column: str, known: Mapping[str, str], doubtful: Doubtful, *, first_item: bool = False
) -> str:
    text = cells.get(column, "")
    if not text:
        return ""
    code = _plain_code(text.partition(";")[0].strip() if first_item else text)
    if code in known:
        return code
    doubtful(column, f"{column} {shown(text)} is no code that ASC-WDS knows: it is left out.")
    return ""


@lru_cache(maxsize=4096)
def _plain_code(text: str) -> str:
    """02 and 2.0, as spreadsheets write them, are 2."""
    bare = text.removesuffix(".0")
    return (bare.lstrip("0") or "0") if bare.isdecimal() else bare


def _figure(cells: Cells, column: str, doubtful: Doubtful) -> int | None:
    text = _plain_code(cells.get(column, ""))
    if not text:
        return None
    if _is_figure(text):
        return int(text)
    doubtful(column, f"{column} {shown(text)} is no whole number: it is left out.")
    return None


def _is_figure(text: str) -> bool:
    return text.isdecimal() and text.isascii() and len(text) <= _MOST_DIGITS


def _amount(cells: Cells, column: str, most: float, doubtful: Doubtful) -> str | None:
    """Hours or days as the file has them; 999 for not known."""
    text = cells.get(column, "")
    if not text:
        return None
    if _is_amount(text, most):
        return text
    doubtful(column, f"{column} {shown(text)} is no number from 0 to {most:g}, nor 999: it is left out.")
    return None


@lru_cache(maxsize=4096)
def _is_amount(text: str, most: float) -> bool:
    if _NUMBER.fullmatch(text) is None:
        return False
    return float(text) <= most or float(text) == float(NOT_KNOWN)


@lru_cache(maxsize=65536)
def _read_day(text: str) -> str | None:
    found = read_date(text, Order.DAY_FIRST).value
    return found.isoformat() if found else None


def _day(cells: Cells, column: str, doubtful: Doubtful) -> str | None:
    text = cells.get(column, "")
    if not text:
        return None
    found = _read_day(text)
    if found is None:
        doubtful(column, f"{column} {shown(text)} is no date such as 23/02/2018: it is left out.")
    return found


def _is_day(text: str) -> bool:
    return text == FILLED_IN or (bool(text) and _read_day(text) is not None)


def _has_pay(cells: Cells) -> bool:
    interval = cells.get("SALARYINT", "")
    amount = {"1": "SALARY", "3": "HOURLYRATE"}.get(interval)
    if interval in (NOT_KNOWN, FILLED_IN):
        return interval == NOT_KNOWN or bool(cells.get("SALARY") or cells.get("HOURLYRATE"))
    return amount is not None and bool(cells.get(amount))


def _qualified(cells: Cells, column: str, doubtful: Doubtful) -> tuple[str, str]:
    """Whether there is a qualification, and its level: “1;3” is yes, level 3."""
    text = cells.get(column, "")
    if not text:
        return "", ""
    has, _, level = text.partition(";")
    has, level = _plain_code(has.strip()), _plain_code(level.strip())
    if has not in codes.QUALIFIED:
        doubtful(column, f"{column} {shown(text)} is not 1, 2 or 999: it is left out.")
        return "", ""
    if has != YES or not level:
        return has, ""
    if level not in codes.LEVELS:
        doubtful(column, f"{column} {shown(text)} has no level that ASC-WDS knows: the level is left out.")
        return has, ""
    return has, level


def _expiry(completed: str | None, validity: str) -> str | None:
    """The last day of so many months; none where it does not expire or nothing is said."""
    if completed is None or not _is_figure(validity) or not int(validity):
        return None
    day, months = date.fromisoformat(completed), int(validity)
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > _LAST_YEAR:
        return None
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1])).isoformat()


# --- lists in step ----------------------------------------------------------------------------------------------------


def _lists(cells: Cells, doubtful: Doubtful) -> dict[str, tuple[str, ...]]:
    """Every list of the row. One that is out of step with its first is empty; descriptions are looked at, not kept."""
    found: dict[str, tuple[str, ...]] = {}
    for first, others in LISTS_IN_STEP:
        leading = tuple(map(_plain_code, split(cells.get(first, ""))))
        found[first] = tuple(one for one in leading if not (first == "ALLSERVICES" and one == "0"))
        for other in others:
            found[other] = _in_step(first, leading, other, split(cells.get(other, "")), doubtful)
    for name in ("STARTERS", "LEAVERS", "VACANCIES", "REASONNOS"):
        found[name] = _figures(name, found[name], doubtful)
    if not found["REASONNOS"]:
        found["REASONS"] = ()
    return found


def _in_step(
    first: str, leading: Sequence[str], other: str, items: tuple[str, ...], doubtful: Doubtful
) -> tuple[str, ...]:
    """The items where there are as many as of the first list; a single 0 or 999 may stand for all job roles."""
    if not any(items):
        return ()
    plain = tuple(map(_plain_code, items))
    if first == "ALLSERVICES" and "0" in leading:  # “no other service” is no service
        at = list(leading).index("0")
        if len(plain) == len(leading):
            plain = (*plain[:at], *plain[at + 1 :])
        leading = [one for one in leading if one != "0"]
    alone = first == "ALLJOBROLES" and (plain == (NOT_KNOWN,) or (not leading and plain == ("0",)))
    if alone or len(plain) == len(leading):
        return plain
    there = count_of(len(plain), "item")
    then = "it is left out." if other in ONLY_CHECKED else "it is left out, and so counts as missing."
    doubtful(other, f"{other} has {there} and {first} has {len(leading)}: {then}")
    return ()


def _figures(name: str, items: tuple[str, ...], doubtful: Doubtful) -> tuple[str, ...]:
    wrong = next((one for one in items if not _is_figure(one)), None)
    if wrong is None:
        return items
    doubtful(
        name,
        f"{name} holds {shown(wrong)}, which is no whole number: it is left out, and so counts as missing.",
    )
    return ()


def _has_capacity(service: str, lists: Mapping[str, tuple[str, ...]]) -> bool:
    """Whether what the main service is asked of places and their use was said."""
    if service not in lists["ALLSERVICES"]:
        return bool(service) and service not in USE_ASKED
    at = lists["ALLSERVICES"].index(service)
    places, used = (_at(lists[name], at) for name in ("CAPACITY", "UTILISATION"))
    return (bool(places) or service not in CAPACITY_ASKED) and (bool(used) or service not in USE_ASKED)


def _at(items: Sequence[str], place: int) -> str:
    return items[place] if place < len(items) else ""


def _joined(items: Sequence[str]) -> str:
    return ";".join(items)


def _names(given: Mapping[str, bool]) -> str:
    return " ".join(name for name, filled in given.items() if filled)
