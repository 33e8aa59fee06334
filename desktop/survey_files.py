"""The documents of a wave of the survey, saved for the window and the command line alike.

All of them are public: before one is kept it is searched for the name of every provider, service and person in the
register, and for every exempt word.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Protocol

from desktop.documents import exempt_terms, save_public
from engagement.register.contracts import fixed_labels, public_names
from resources.database import Database
from resources.files.names import name_of
from resources.files.publication_workbook import Publication, save_publication, save_publication_csv
from resources.problem import Problem
from resources.report.blocks import Bullets, ChartBlock, FactList, Heading, Paragraph, Report, TableBlock
from resources.report.exempt_names import ExemptTerm
from resources.tables import Table
from workforce.survey.coding.naming import register_terms
from workforce.survey.questionnaire.shipped import SHIPPED
from workforce.survey.report.choice import ReportChoice, Section
from workforce.survey.report.committee import committee_report
from workforce.survey.report.survey_report import survey_report
from workforce.survey.report.workbook import survey_publication
from workforce.survey.vocabulary import Measure, Role, Topic


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
    return save_public(db, report, path, also=_names(db, list(report_texts(report))))


def report_texts(report: Report) -> Iterator[str]:
    """Every text that stands in a report, or describes it to those who cannot see it."""
    yield from (report.title, report.subtitle)
    for block in report.blocks:
        match block:
            case Heading() | Paragraph():
                yield block.text
            case Bullets():
                yield from block.items
            case FactList():
                yield from (text for item in block.items for text in item)
            case TableBlock():
                yield from (block.alt, block.caption, *_table_texts(block.table))
            case ChartBlock():
                yield from (block.alt, block.caption, block.source)
            case _:
                raise TypeError(f"no texts are known of a {type(block).__name__}")


def _names(db: Database, texts: Sequence[str]) -> list[ExemptTerm]:
    """Of everybody in the register who may stand in these texts.

    A first name or surname alone that is also a word of the program’s own, such as Wilson’s interval, is nobody’s name
    here; the full name still is.
    """
    return [
        term
        for term in register_terms(db, within=texts)
        if not (term.capitals and term.text.casefold() in _own_words())
    ]


@cache
def _own_words() -> frozenset[str]:
    said = [_STATISTICIANS, *(one.wording for one in SHIPPED)]
    said += [option.wording for one in SHIPPED for option in one.options]
    said += [word.label for words in (Topic, Role, Measure, Section) for word in words]
    return frozenset(word.casefold() for text in said for word in re.findall(r"\w+", text))


_STATISTICIANS = "Wilson Newcombe McNemar Tango Mann Whitney Holm"
"""After whom the intervals and tests are called."""


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

    texts = list(_texts(replace(publication, contact=(), publisher="")))
    terms = [*exempt_terms(db), *_names(db, texts)]
    found = search(
        "\n".join(texts).encode(), terms, fixed_labels=fixed_labels(db), public_names=public_names(db)
    )
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
