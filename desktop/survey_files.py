"""The documents of a wave of the survey, saved for the window and the command line alike.

All of them are public: before one is kept it is searched for the name of every provider, service and person in the
register, and for every exempt word.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Protocol

from desktop.documents import exempt_terms, save_public
from engagement.register.contracts import fixed_labels, public_names
from resources.database import Database
from resources.files.names import name_of
from resources.files.publication_workbook import Publication, save_publication, save_publication_csv
from resources.problem import Problem
from resources.report.exempt_names import ExemptTerm
from resources.tables import Table
from workforce.survey.coding.naming import register_terms
from workforce.survey.report.choice import ReportChoice
from workforce.survey.report.committee import committee_report
from workforce.survey.report.survey_report import survey_report
from workforce.survey.report.workbook import survey_publication


class Save(Protocol):
    """How each of them is saved; returned is the name it was saved under."""

    def __call__(self, db: Database, wave_id: str, choice: ReportChoice, path: Path, *, today: date) -> Path:
        """Make it and save it."""


def save_report(db: Database, wave_id: str, choice: ReportChoice, path: Path, *, today: date) -> Path:
    """The Word report; returned is the name it was saved under."""
    return save_public(db, survey_report(db, wave_id, choice, today=today), path, also=register_terms(db))


def save_sections(db: Database, wave_id: str, choice: ReportChoice, path: Path, *, today: date) -> Path:
    """The sections for a committee report."""
    return save_public(db, committee_report(db, wave_id, choice, today=today), path, also=register_terms(db))


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
    _refuse_names(db, publication)
    save(publication, target)
    return target


def _refuse_names(db: Database, publication: Publication) -> None:
    """Nothing is saved where a name stands in it; the publisher’s own contact is not looked at."""
    from resources.report.leak_gate import search  # loaded when first used

    terms: list[ExemptTerm] = [*exempt_terms(db), *register_terms(db)]
    text = "\n".join(_texts(replace(publication, contact=(), publisher="")))
    found = search(text.encode(), terms, fixed_labels=fixed_labels(db), public_names=public_names(db))
    if found:
        raise Problem(
            "The tables were not saved, because they hold names that are not for publication. Change the words of the "
            "questions, options or themes in which they stand.",
            details=tuple(f"{leak.term.text} ({leak.term.what})" for leak in found),
        )


def _texts(publication: Publication) -> Iterator[str]:
    yield publication.title
    yield from publication.about
    yield from publication.notes
    for table in publication.tables:
        yield from _table_texts(table)


def _table_texts(table: Table) -> Iterator[str]:
    yield from (table.title, table.base, table.source, *table.notes)
    yield from (column.heading for column in table.columns)
    yield from (str(cell) for row in table.rows for cell in row if isinstance(cell, str))
