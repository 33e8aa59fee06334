"""Saving what the program makes: documents public and exempt, tables in the format that a file's name asks for."""

from collections.abc import Sequence
from pathlib import Path

from desktop.capabilities import EXEMPT_TERMS
from resources.database import Database
from resources.problem import Problem
from resources.report.blocks import Heading, Report, TableBlock, exempt_part, public_part
from resources.tables import Table


def save_public(db: Database, report: Report, path: Path) -> Path:
    """The public document. It is built from public blocks and searched for every exempt name before it is kept."""
    from resources.report.word import save_word  # loaded when first used

    terms = [term for terms_of in EXEMPT_TERMS for term in terms_of(db)]
    save_word(public_part(report), path, exempt_terms=terms)
    return path


def save_exempt(report: Report, path: Path) -> Path | None:
    """The exempt appendix beside the public document; None when nothing in the report is exempt."""
    from resources.report.word import save_word  # loaded when first used

    appendix = exempt_part(report)
    if appendix is None:
        return None
    target = exempt_name(path)
    save_word(appendix, target, exempt_terms=())
    return target


def exempt_name(path: Path) -> Path:
    """Where the appendix of a document stands: its name says what it is."""
    return path.with_name(f"{path.stem} - EXEMPT appendix{path.suffix}")


def save_tables(tables: Sequence[Table], path: Path) -> Path:
    """One or more tables as CSV, Excel or Word, by the ending of the file's name."""
    from resources.files.writing import save_csv, save_xlsx
    from resources.report.word import save_word  # loaded when first used

    ending = path.suffix.casefold()
    if ending == ".xlsx":
        save_xlsx(tables, path)
    elif ending == ".csv":
        if len(tables) != 1:
            raise Problem(
                f"A CSV file holds one table and there are {len(tables)}. Save as Excel, or one at a time."
            )
        save_csv(tables[0], path)
    elif ending == ".docx":
        blocks = tuple(TableBlock(table, f"{table.title}. {table.base}".strip()) for table in tables)
        title = tables[0].title
        save_word(
            Report(title, as_at=tables[0].as_at, blocks=(Heading(title), *blocks)), path, exempt_terms=()
        )
    else:
        raise Problem(f"“{path.name}” ends in nothing known. End the name in .csv, .xlsx or .docx.")
    return path


TABLE_FILES = "Excel workbook (*.xlsx);;CSV (*.csv);;Word document (*.docx)"
"""What a person may save a table as."""
