"""Whose profile it is, told by reference: a change never names anybody."""

from resources.database import Database
from workforce.iwork.people.people import person, refuse_in_purge


def reference_to_write(vault: Database, person_id: str) -> str:
    """As IW-014; raises Problem where the record is about to be deleted and nothing of it is altered."""
    held = person(vault, person_id)
    refuse_in_purge(held)
    return held.reference
