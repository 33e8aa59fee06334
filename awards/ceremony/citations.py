"""Citations: what is read out of somebody honoured. A person writes them; nobody is quoted who did not agree to be."""

from awards.ceremony.people import Nominee, nominee
from awards.nominations.entries import edit_entry
from resources.database import Database, change


def set_citation(db: Database, entry_id: str, text: str) -> Nominee:
    """Keep what is to be read out; an empty text takes it back."""
    held, kept = nominee(db, entry_id), text.strip()
    with change(
        db, f"Wrote the citation of {held.name}" if kept else f"Took back the citation of {held.name}"
    ):
        edit_entry(db, entry_id, citation=kept)
    return nominee(db, entry_id)
