"""Lists of what ASC-WDS records lack, saved for the providers that they are of: they are theirs, and not published."""

from datetime import date
from pathlib import Path

from desktop.documents import document_name
from resources.database import Database
from workforce.ascwds.paper import missing_paper


def save_missing_list(db: Database, path: Path, *, on: date, only: list[str] | None = None) -> Path:
    """A page for each workplace; returned is the name it was saved under."""
    from resources.report.word import save_word  # loaded when first used

    target = document_name(path)
    save_word(missing_paper(db, on=on, only=only), target, exempt_terms=())
    return target
