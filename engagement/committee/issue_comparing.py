"""A report as it was issued held against a later one, with what became of its recommendations since."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from engagement.committee.issues import ReportIssue, content_of, issue
from engagement.committee.recommendations import recommendations_of, steps_of
from engagement.register.names import NAMED
from resources.database import Database
from resources.database.as_it_was import values_at
from resources.problem import Problem
from resources.report.blocks import Report
from resources.report.committee.comparing import Difference, compare
from resources.report.committee.comparison_papers import comparison_lines, comparison_report, comparison_table
from resources.report.committee.composing import Composed
from resources.spans import end_of
from resources.tables import Column, ColumnKind, Table
from resources.wording import date_short, instant_text

_FOLLOWED = (
    Column("recommendation", "Recommendation", width=360),
    Column("outcome", "What was decided", ColumnKind.STATUS),
    Column("decided_on", "Decided on", ColumnKind.DATE),
    Column("progress", "Progress", ColumnKind.STATUS),
    Column("done", "What was done", width=320),
)


@dataclass(frozen=True)
class Comparison:
    """What differs, and what became of the recommendations of the older one. `newer` says what it was held against."""

    older: str
    newer: str
    differences: tuple[Difference, ...]
    followed_up: Table
    as_at: date

    @property
    def title(self) -> str:
        """As both papers are called."""
        return "What changed between two reports"

    @property
    def table(self) -> Table:
        """A row for each difference."""
        return comparison_table(self.differences, self.title, as_at=self.as_at)

    @property
    def lines(self) -> list[str]:
        """The same for a terminal, each sentence as it was above what it is now."""
        return list(comparison_lines(self.differences))

    @property
    def report(self) -> Report:
        """The same to be read, with what became of the recommendations."""
        told = self.followed_up if self.followed_up.rows else None
        return comparison_report(
            self.differences,
            self.title,
            subtitle=f"{self.older}, and {self.newer}",
            followed_up=told,
            as_at=self.as_at,
        )


def compare_issues(db: Database, first_id: str, second_id: str) -> Comparison:
    """Two reports as they were issued, whichever is named first."""
    if first_id == second_id:
        raise Problem("This is the same report twice. Choose another one to compare it with.")
    older, newer = sorted((issue(db, first_id), issue(db, second_id)), key=lambda one: one.issued_at)
    renamed = names_since(db, older, newer)
    return Comparison(
        older.words,
        newer.words,
        compare(content_of(db, older.id), content_of(db, newer.id), renamed=renamed),
        followed_up(db, older.report_id),
        newer.as_at,
    )


def compare_with_now(db: Database, issue_id: str, composed: Composed, *, as_at: date) -> Comparison:
    """A report as it was issued, and one as it would be made today."""
    older = issue(db, issue_id)
    differences = compare(content_of(db, issue_id), composed, renamed=names_since(db, older))
    return Comparison(
        older.words,
        f"{composed.report.title}, as it is now",
        differences,
        followed_up(db, older.report_id),
        as_at,
    )


def names_since(db: Database, older: ReportIssue, newer: ReportIssue | None = None) -> dict[str, str]:
    """What places and providers were called when the older was issued, with what they were called at the newer, or are.

    Reports tell them by their names on the last day of the period, which may lie before: those names count too.
    """
    found: dict[str, str] = {}
    for table in sorted(NAMED):
        names: dict[str, str] = dict(db.rows(f"select id, name from {table}"))
        later = names if newer is None else names | _at(db, table, names, _moment(newer))
        for moment in (_moment(older), end_of(older.as_at)):
            earlier = _at(db, table, names, moment)
            found |= {was: later[key] for key, was in earlier.items() if was and was != later.get(key)}
    return found


def _at(db: Database, table: str, names: dict[str, str], moment: str) -> dict[str, str]:
    return {key: name for key, name in values_at(db, table, "name", names, moment).items() if name}


def _moment(one: ReportIssue) -> str:
    return instant_text(one.issued_at)


def followed_up(db: Database, report_id: str) -> Table:
    """Each recommendation of a report: what was decided, how far it is, and what was done."""
    rows = []
    for one in recommendations_of(db, report_id):
        done = "; ".join(f"{date_short(step.on_day)}: {step.text}" for step in steps_of(db, one.id))
        decided = one.decided_on.isoformat() if one.decided_on else None
        rows.append((one.text, one.outcome.label, decided, one.progress.label, done))
    return Table("What became of the recommendations", _FOLLOWED, rows)


_ISSUED = (
    Column("issued_at", "Saved", ColumnKind.TIME, 150),
    Column("title", "Title", width=320),
    Column("as_at", "As at", ColumnKind.DATE, 110),
    Column("file_name", "File", width=220),
    Column("exempt", "Exempt appendix", ColumnKind.FLAG, 120),
    Column("note", "Note", width=200),
)


def issued_table(issues: Sequence[ReportIssue]) -> Table:
    """A row for each report that was issued."""
    rows = [
        (
            instant_text(one.issued_at), one.title, one.as_at.isoformat(), one.file_name,
            int(bool(one.exempt_sha256)), one.note,
        )
        for one in issues
    ]  # fmt: skip
    return Table("Issued reports", _ISSUED, rows)
