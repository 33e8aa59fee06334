"""An issued report compared with what it would be today; a comparison saved for the window and the command line."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from desktop.committee.making import SectionCache, make_report
from desktop.documents import SavedTables, document_name, hold_exempt_facts, save_tables
from engagement.committee.issue_comparing import Comparison, compare_with_now
from engagement.committee.issues import issue
from engagement.register.contracts import EXEMPTION
from resources.database import Database


def compared_with_now(
    db: Database, vault: Database | None, issue_id: str, *, today: date, kept: SectionCache | None = None
) -> Comparison:
    """A report as it was issued, and the same report as it would be made today."""
    made = make_report(db, vault, issue(db, issue_id).report_id, today=today, kept=kept)
    return compare_with_now(db, issue_id, made.composed, as_at=made.outline.span.last)


def save_comparison(db: Database, comparison: Comparison, path: Path) -> SavedTables:
    """As a Word document, or its table as a workbook or CSV: the team's own copy, marked where it must be."""
    if path.suffix.casefold() in (".xlsx", ".csv"):
        tables = [comparison.table]
        if comparison.followed_up.rows and path.suffix.casefold() == ".xlsx":
            tables.append(comparison.followed_up)
        return save_tables(tables, path, db=db)
    from resources.report.word import save_word  # loaded when first used

    report, target = comparison.report, document_name(path)
    if not report.is_exempt and hold_exempt_facts(db, [comparison.table]):
        report = replace(report, marking=(EXEMPTION,))
    save_word(report, target, exempt_terms=())
    return SavedTables(target, report.marking)
