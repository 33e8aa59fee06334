"""Which fields the funding rule asks of a workplace and of a worker record, and which of them are missing. Pure.

Kept of each record are the names of the fields that were filled in. 999, not known, is an answer: it is filled in.
"""

from collections.abc import Collection
from functools import lru_cache

WORKPLACE_FIELDS = {
    "employer_type": "employer type",
    "main_service": "main service",
    "capacity": "capacity and use",
    "service_users": "people served",
    "vacancies": "vacancies",
    "starters": "starters",
    "leavers": "leavers",
    "staff": "number of staff",
}
"""In the order in which they are told, with their words."""

WORKER_FIELDS = {
    "gender": "gender",
    "date_of_birth": "date of birth",
    "nationality": "nationality",
    "main_job": "main job",
    "started": "start date",
    "recruited_from": "recruited from",
    "contract": "contract",
    "zero_hours": "zero hours",
    "contracted_hours": "contracted hours",
    "average_hours": "average hours",
    "pay": "pay",
    "days_sick": "days sick",
    "care_certificate": "Care Certificate",
    "social_care_qualification": "social care qualification",
    "social_care_level": "its level",
    "other_qualification": "other qualification",
    "other_level": "level of the other qualification",
}

CAPACITY_ASKED = frozenset({"1", "2", "5", "6", "7", "17"})
"""Main services that are asked how many beds or places they have."""
USE_ASKED = CAPACITY_ASKED | {"8", "10", "12", "53", "54", "55", "73", "74"}
"""And how many people use them."""

PERMANENT, TEMPORARY, YES = "1", "2", "1"
_EMPLOYED = (PERMANENT, TEMPORARY)
_NOT_EMPLOYED = ("3", "4", "7")


@lru_cache(maxsize=4096)
def workplace_missing(given: str, main_service: str) -> tuple[str, ...]:
    """What a workplace lacks, in words; `given` are the names of what was filled in."""
    asked = [name for name in WORKPLACE_FIELDS if name != "capacity" or main_service in USE_ASKED]
    return _missing(asked, given.split(), WORKPLACE_FIELDS)


@lru_cache(maxsize=16384)
def worker_missing(
    given: str, *, employment: str, zero_hours: str, social_care: str, other: str
) -> tuple[str, ...]:
    """What a worker record lacks, in words. Which hours, days sick and levels are asked depends on its answers."""
    employed, on_zero_hours = employment in _EMPLOYED, zero_hours == YES
    not_asked = {
        "contracted_hours": on_zero_hours or not employed,
        "average_hours": not on_zero_hours and employment not in _NOT_EMPLOYED,
        "days_sick": not employed,
        "social_care_level": social_care != YES,
        "other_level": other != YES,
    }
    asked = [name for name in WORKER_FIELDS if not not_asked.get(name)]
    return _missing(asked, given.split(), WORKER_FIELDS)


def _missing(asked: Collection[str], given: Collection[str], words: dict[str, str]) -> tuple[str, ...]:
    return tuple(words[name] for name in asked if name not in given)
