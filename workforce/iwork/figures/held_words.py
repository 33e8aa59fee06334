"""What is written about people on the i-Work register: no public document repeats a sentence of it."""

from resources.database import Database

_COLUMNS = (
    ("person", ("note",)),
    ("person_review", ("words",)),
    ("profile", ("strengths", "interests", "experience", "communication", "support_at_work", "wishes")),
    ("profile_task", ("note",)),
)


def iwork_words(vault: Database) -> list[str]:
    """Each text once."""
    asked = " union ".join(
        f"select {column} from {table}" for table, columns in _COLUMNS for column in columns
    )
    return [text for (text,) in vault.rows(asked) if text]
