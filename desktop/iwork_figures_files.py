"""The public papers of i-Work, saved for the window and the command line alike.

Before one is kept it is searched for everybody on the register, by name and by reference.
"""

from datetime import date
from pathlib import Path

from desktop.documents import save_public
from resources.database import Database
from workforce.iwork.figures.names import iwork_terms
from workforce.iwork.figures.summary import committee_report, iwork_summary


def save_iwork_summary(vault: Database, db: Database, last: date, path: Path, *, today: date) -> Path:
    """The figures up to a day, for everybody."""
    return save_public(db, iwork_summary(vault, db, last, today=today), path, also=iwork_terms(vault))


def save_iwork_sections(vault: Database, db: Database, last: date, path: Path, *, today: date) -> Path:
    """The sections for a committee report."""
    return save_public(db, committee_report(vault, db, last, today=today), path, also=iwork_terms(vault))
