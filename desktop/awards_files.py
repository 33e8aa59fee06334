"""The documents of a round of the awards for everybody, saved for the window and the command line alike.

Before one is kept it is searched for everybody nominated who is not named by consent, for nominators and for judges.
"""

from datetime import date
from pathlib import Path

from awards.report.names import awards_terms
from awards.report.summary import awards_summary, committee_report
from desktop.documents import save_exempt, save_public
from resources.database import Database


def save_awards_summary(
    db: Database, round_id: str, path: Path, *, today: date, appendix: bool = False
) -> list[Path]:
    """Winners and figures, and with `appendix` the panel’s decisions beside them, exempt."""
    report = awards_summary(db, round_id, today=today)
    saved = [save_public(db, report, path, also=awards_terms(db, round_id))]
    exempt = save_exempt(report, path) if appendix else None
    return [*saved, *([exempt] if exempt else [])]


def save_awards_sections(db: Database, round_id: str, path: Path, *, today: date) -> list[Path]:
    """The sections for a committee report."""
    report = committee_report(db, round_id, today=today)
    return [save_public(db, report, path, also=awards_terms(db, round_id))]
