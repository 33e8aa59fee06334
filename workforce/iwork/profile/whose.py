"""Whose profile it is, told by reference: a change never names anybody."""

from resources.database import Database
from workforce.iwork.references import person_reference


def reference_of(vault: Database, person_id: str) -> str:
    """As IW-014."""
    number = vault.value("select number from person where id = ?", (person_id,))
    if number is None:
        raise LookupError(f"there is no person {person_id}")
    return person_reference(int(number))
