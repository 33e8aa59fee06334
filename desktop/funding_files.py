"""The documents of a funding year, saved for the window and the command line alike.

All of them are public: before one is kept it is searched for everybody who was refused, learned or said something. What
is exempt goes into an appendix of its own. The 360Giving file names those who were paid, and nobody else.
"""

from dataclasses import replace
from datetime import date
from pathlib import Path

from desktop.documents import exempt_terms, save_exempt, save_public
from engagement.register.contracts import fixed_labels, public_names
from resources.database import Database
from resources.files.names import name_of
from resources.files.publication_workbook import Publication, save_publication
from resources.problem import Problem
from resources.tables import Table
from workforce.funding.report.choice import FundingChoice
from workforce.funding.report.giving_360 import Awards, Publisher, awards
from workforce.funding.report.names import funding_terms, people_terms
from workforce.funding.report.summary import committee_report, funding_summary
from workforce.funding.report.workbook import funding_publication

AWARD_ENDINGS = (".csv", ".xlsx")


def save_funding_summary(
    db: Database, choice: FundingChoice, path: Path, *, today: date, appendix: bool = False
) -> list[Path]:
    """The Word summary, and with `appendix` what is exempt beside it; returned are the names they were saved under."""
    report = funding_summary(db, choice, today=today)
    saved = [save_public(db, report, path, also=funding_terms(db))]
    exempt = save_exempt(report, path) if appendix else None
    return [*saved, *([exempt] if exempt else [])]


def save_funding_sections(db: Database, choice: FundingChoice, path: Path, *, today: date) -> list[Path]:
    """The sections for a committee report."""
    return [save_public(db, committee_report(db, choice, today=today), path, also=funding_terms(db))]


def save_funding_workbook(db: Database, choice: FundingChoice, path: Path, *, today: date) -> list[Path]:
    """The tables as a workbook."""
    target = path if path.suffix else path.with_name(f"{path.name}.xlsx")
    if target.suffix.casefold() != ".xlsx":
        raise Problem(f"“{name_of(path)}” does not end in .xlsx. End the name so, or leave the ending out.")
    publication = funding_publication(db, choice, today=today)
    _refuse_names(db, _publication_texts(publication), refused_too=True)
    save_publication(publication, target)
    return [target]


def save_360giving(db: Database, year: int, publisher: Publisher, path: Path) -> tuple[Path, Awards]:
    """The awards of a year, as CSV or as a workbook."""
    from resources.files.writing import save_csv, save_xlsx  # loaded when first used

    target = path if path.suffix else path.with_name(f"{path.name}.csv")
    if target.suffix.casefold() not in AWARD_ENDINGS:
        raise Problem(f"“{name_of(path)}” is no file that 360Giving reads. End the name in .csv or .xlsx.")
    found = awards(db, year, publisher)
    told = replace(found.table, columns=found.table.columns[1:6], rows=[row[1:6] for row in found.table.rows])
    _refuse_names(
        db, _table_texts(told), refused_too=False
    )  # recipients are named, and may have been refused once
    if target.suffix.casefold() == ".csv":
        save_csv(found.table, target)
    else:
        save_xlsx([found.table], target)
    return target, found


def _refuse_names(db: Database, texts: list[str], *, refused_too: bool) -> None:
    from resources.report.leak_gate import search_lines  # loaded when first used

    terms = [*exempt_terms(db), *(funding_terms(db) if refused_too else people_terms(db))]
    labels, public = fixed_labels(db), public_names(db)
    found = search_lines(texts, terms, fixed_labels=labels, public_names=public)
    if found:
        raise Problem(
            "The file was not saved, because it holds names that are not for publication. Change the words of the "
            "fund, course or project in which they stand.",
            details=tuple(f"{leak.term.text} ({leak.term.what})" for leak in found),
        )


def _publication_texts(publication: Publication) -> list[str]:
    texts = [publication.title, *publication.about, *publication.notes]
    return texts + [text for table in publication.tables for text in _table_texts(table)]


def _table_texts(table: Table) -> list[str]:
    texts = [table.title, table.base, *table.notes, *(column.heading for column in table.columns)]
    return texts + [cell for row in table.rows for cell in row if isinstance(cell, str)]
