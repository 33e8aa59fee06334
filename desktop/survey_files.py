"""The documents of a wave of the survey, saved for the window and the command line alike.

All of them are public: before one is kept it is searched for the name of every provider, service and person in the
register, and for every exempt word.
"""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Protocol

from desktop.documents import exempt_terms, save_public
from resources.database import Database
from resources.files.names import name_of
from resources.files.publication_workbook import Publication, save_publication, save_publication_csv
from resources.problem import Problem
from resources.report.blocks import Report
from workforce.survey.report.choice import ReportChoice
from workforce.survey.report.committee import committee_report
from workforce.survey.report.names_in_papers import names_in_report, refuse_names
from workforce.survey.report.survey_report import survey_report
from workforce.survey.report.workbook import survey_publication


class Save(Protocol):
    """How each of them is saved; returned is the name it was saved under."""

    def __call__(self, db: Database, wave_id: str, choice: ReportChoice, path: Path, *, today: date) -> Path:
        """Make it and save it."""


def save_report(db: Database, wave_id: str, choice: ReportChoice, path: Path, *, today: date) -> Path:
    """The Word report; returned is the name it was saved under."""
    return _save_document(db, survey_report(db, wave_id, choice, today=today), path)


def save_sections(db: Database, wave_id: str, choice: ReportChoice, path: Path, *, today: date) -> Path:
    """The sections for a committee report."""
    return _save_document(db, committee_report(db, wave_id, choice, today=today), path)


def _save_document(db: Database, report: Report, path: Path) -> Path:
    return save_public(db, report, path, also=names_in_report(db, report))


def save_workbook(db: Database, wave_id: str, choice: ReportChoice, path: Path, *, today: date) -> Path:
    """The tables as a workbook."""
    return _publish(db, survey_publication(db, wave_id, choice, today=today), path, ".xlsx", save_publication)


def save_csv_to_publish(db: Database, wave_id: str, choice: ReportChoice, path: Path, *, today: date) -> Path:
    """The tables as one CSV with a row for each figure."""
    return _publish(
        db, survey_publication(db, wave_id, choice, today=today), path, ".csv", save_publication_csv
    )


def _publish(
    db: Database, publication: Publication, path: Path, ending: str, save: Callable[[Publication, Path], None]
) -> Path:
    target = path if path.suffix else path.with_name(path.name + ending)
    if target.suffix.casefold() != ending:
        raise Problem(
            f"“{name_of(path)}” does not end in {ending}. End the name so, or leave the ending out."
        )
    refuse_names(db, publication, exempt_terms(db))
    save(publication, target)
    return target
