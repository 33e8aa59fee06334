"""What ASC-WDS says of services on a day. A service that no file speaks of is not known: its provider may have one."""

from collections.abc import Iterable
from datetime import date

from resources.database import Database
from workforce.funding.rulebook.facts import FactValue

_NOT_KNOWN: dict[str, FactValue] = {
    "employs_care_staff": None,
    "ascwds_completed": None,
    "ascwds_eligible": None,
    "ascwds_share": None,
    "ascwds_workers": None,
    "ascwds_staff": None,
    "ascwds_workplace_complete": None,
    "ascwds_updated_on": None,
}


def ascwds_facts(db: Database, on: date, services: Iterable[str]) -> dict[str, dict[str, FactValue]]:
    """By service."""
    return {key: dict(_NOT_KNOWN) for key in services}
