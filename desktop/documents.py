"""Saving what the program makes: documents public and exempt, tables in the format that a file's name asks for."""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from desktop.capabilities import EXEMPT_TERMS
from engagement.register.contracts import EXEMPTION, fixed_labels, public_names
from engagement.register.vocabulary import ContractStatus
from resources.database import Database
from resources.files.names import name_of
from resources.files.safe_names import refuse_unfit
from resources.problem import Problem
from resources.report.blocks import Heading, Report, TableBlock, exempt_part, public_part
from resources.report.exempt_names import ExemptTerm
from resources.report.exemption import MARKING, Exemption, paragraphs_of
from resources.tables import Table

MARK = MARKING


def save_public(db: Database, report: Report, path: Path, *, also: Sequence[ExemptTerm] = ()) -> Path:
    """The public document. It is built from public blocks and searched for every exempt name before it is kept.

    So is the file's own name. `also` are words exempt in this document alone, such as the names of people at the event
    it tells of. Returned is the name it was saved under: see `document_name`.
    """
    from resources.report.leak_gate import search_lines  # loaded when first used
    from resources.report.word import save_word  # loaded when first used

    path, terms = document_name(path), [*exempt_terms(db), *also]
    labels, public = fixed_labels(db), public_names(db) if terms else frozenset()
    stem = " ".join(re.split(r"[_.]", path.stem))
    found = search_lines([stem], terms, fixed_labels=labels, public_names=public)
    if found:
        raise Problem(
            f"The public document was not saved, because its name, “{name_of(path)}”, holds words that are exempt from "
            "publication. Choose another name.",
            details=tuple(f"{leak.term.text} ({leak.term.what})" for leak in found),
        )
    save_word(public_part(report), path, exempt_terms=terms, fixed_labels=labels, public_names=public)
    return path


def document_name(path: Path) -> Path:
    """The name with the ending of a Word document.

    One that ends as another kind of file is refused, and so is one that not every system takes.
    """
    refuse_unfit(path.name)
    if path.suffix.casefold() == ".docx":
        return path
    if re.fullmatch(r"\.[A-Za-z][A-Za-z0-9]{0,4}", path.suffix):
        raise Problem(
            f"“{name_of(path)}” does not end as a Word document does. End the name in .docx, or leave the ending out."
        )
    return path.with_name(f"{path.name}.docx")


def exempt_terms(db: Database) -> list[ExemptTerm]:
    """Every word that no public document may hold."""
    return [term for terms_of in EXEMPT_TERMS for term in terms_of(db)]


def save_exempt(report: Report, path: Path) -> Path | None:
    """The exempt appendix beside the public document; None when nothing in the report is exempt."""
    from resources.report.word import save_word  # loaded when first used

    appendix = exempt_part(report)
    if appendix is None:
        return None
    target = exempt_name(document_name(path))
    save_word(appendix, target, exempt_terms=())
    return target


def exempt_name(path: Path) -> Path:
    """Where the appendix of a document stands: its name says what it is."""
    return path.with_name(f"{path.stem} - EXEMPT appendix{path.suffix}")


@dataclass(frozen=True)
class SavedTables:
    """What was written, and why some of it is marked as exempt, if it is."""

    path: Path
    exemptions: tuple[Exemption, ...] = ()

    @property
    def exempt(self) -> bool:
        """Whether it holds what may not be published, and is marked so."""
        return bool(self.exemptions)

    @property
    def words(self) -> str:
        """As a toast says it."""
        return f"Saved “{name_of(self.path)}”{self.marked}"

    @property
    def marked(self) -> str:
        """What comes after the name of the file where it is marked."""
        return f", marked {MARK} ({paragraphs_of(self.exemptions)})" if self.exempt else ""


def save_tables(tables: Sequence[Table], path: Path, *, db: Database | None = None) -> SavedTables:
    """One or more tables as CSV, Excel or Word, by the ending of the file's name.

    This is the team's own working copy, so what is exempt stays in it, marked. Whoever made a table may have said that
    it is exempt; with `db` it is looked also for services named beside an exempt status.
    """
    refuse_unfit(path.name)
    ending = path.suffix.casefold()
    if ending not in _WRITERS:
        raise Problem(f"“{name_of(path)}” ends in nothing known. End the name in .csv, .xlsx or .docx.")
    if db is not None and hold_exempt_facts(db, tables):
        tables = [replace(table, exempt=table.exempt or EXEMPTION) for table in tables]
    _WRITERS[ending](tables, path)
    return SavedTables(path, _exemptions(tables))


def _exemptions(tables: Sequence[Table]) -> tuple[Exemption, ...]:
    return tuple(dict.fromkeys(table.exempt for table in tables if table.exempt is not None))


def hold_exempt_facts(db: Database, tables: Sequence[Table]) -> bool:
    """Whether a row names an exempt service beside the words of an exempt status; a list of all homes does not."""
    from resources.report.leak_gate import search  # loaded when first used

    terms = exempt_terms(db)
    if not terms:
        return False
    text = io.StringIO()
    writer = csv.writer(text)
    for table in tables:
        about = _lower((table.title, table.base, *table.notes))
        of_all = _says_status(about)
        writer.writerows(row for row in table.rows if of_all or _says_status(_lower(row)))
    return bool(search(text.getvalue().encode(), terms, public_names=public_names(db)))


def _lower(cells: Iterable[object]) -> str:
    return " ".join(str(cell) for cell in cells).casefold()


def _says_status(text: str) -> bool:
    return any(words in text for words in _EXEMPT_STATUSES)


def _save_workbook(tables: Sequence[Table], path: Path) -> None:
    from resources.files.writing import save_xlsx  # loaded when first used

    save_xlsx(tables, path)


def _save_csv(tables: Sequence[Table], path: Path) -> None:
    from resources.files.writing import save_csv  # loaded when first used

    if len(tables) != 1:
        raise Problem(
            f"A CSV file holds one table and there are {len(tables)}. Save as Excel, or one at a time."
        )
    save_csv(tables[0], path)


def _save_document(tables: Sequence[Table], path: Path) -> None:
    """All of the tables in one document, which is marked on every page as soon as one of them is exempt."""
    from resources.report.word import save_word  # loaded when first used

    title = tables[0].title
    blocks = [TableBlock(table, f"{table.title}. {table.base}".strip()) for table in tables]
    report = Report(
        title, as_at=tables[0].as_at, blocks=(Heading(title), *blocks), marking=_exemptions(tables)
    )
    save_word(report, path, exempt_terms=())


_WRITERS = {".xlsx": _save_workbook, ".csv": _save_csv, ".docx": _save_document}
_EXEMPT_STATUSES = tuple(status.label.casefold() for status in ContractStatus if status.is_exempt_when_named)

TABLE_FILES = "Excel workbook (*.xlsx);;CSV (*.csv);;Word document (*.docx)"
"""What a person may save a table as."""
