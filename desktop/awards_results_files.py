"""Papers of the results, saved for the window and the command line alike; all of them are marked exempt."""

from datetime import date
from pathlib import Path

from awards.nominations.entries import entry
from awards.results.answer import answer_report
from awards.results.report import results_report
from awards.rounds.rounds import award_round
from desktop.documents import document_name
from resources.database import Database
from resources.report.blocks import Report


def save_results(db: Database, round_id: str, path: Path, *, today: date) -> Path:
    """The panel's decisions with their reasons and all that stood behind them; returned is the name it has."""
    return _saved(results_report(db, round_id, today=today), path)


def save_answer(db: Database, entry_id: str, path: Path, *, today: date) -> Path:
    """How one nominee was judged, for answering those who ask."""
    return _saved(answer_report(db, entry_id, today=today), path)


def results_name(db: Database, round_id: str) -> str:
    """What the results are called as a file."""
    return f"{award_round(db, round_id).name}, results - EXEMPT"


def answer_name(db: Database, entry_id: str) -> str:
    """What the record of a nominee is called as a file."""
    return f"How {entry(db, entry_id).nominee} was judged - EXEMPT"


def _saved(report: Report, path: Path) -> Path:
    from resources.report.word import save_word  # loaded when first used

    path = document_name(path)
    save_word(report, path, exempt_terms=())
    return path
