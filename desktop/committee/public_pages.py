"""What of a page is public, as a report: the sections of its capability for a committee, for the year up to today.

What is exempt is left out where it is kept, and what is left is searched as a document is before it is saved.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from desktop.committee.gate import known
from desktop.committee.making import make_report
from desktop.committee.sections import section_of
from desktop.shell.public_view import PublicView
from resources.database import Database
from resources.problem import Problem
from resources.report.blocks import Block, Bullets, Heading, Paragraph, Report, public_part
from resources.report.committee.outline import Outline
from resources.report.committee.section import Ask
from resources.report.document_text import Passage
from resources.report.gate.checks import leaks_of
from resources.report.gate.known import Known, Looked
from resources.report.gate.report_text import (
    exempt_passages,
    made_passages,
    public_passages,
    public_tables,
)
from resources.spans import Span, last_months

_MONTHS = 12
TELLS_TOO_MUCH = (
    "What is public here would tell of what is exempt, so it is covered too. Checking a report with this section shows "
    "where."
)


def public_page(
    db: Database, vault: Database | None, title: str, view: PublicView, *, today: date
) -> Report | None:
    """What may be shown of a page of this title; None where there is nothing."""
    found = [_sections(db, vault, title, view.sections, today)] if view.sections else []
    found += [report for report in (read(db, vault) for read in view.reads) if report is not None]
    if not found:
        return None
    blocks = (block for report in found for block in report.blocks)
    return replace(found[0], blocks=tuple(_without_figures(block) for block in blocks))


def public_report(db: Database, vault: Database | None, report_id: str, *, today: date) -> Report:
    """The public document of a report as it stands."""
    made = make_report(db, vault, report_id, today=today)
    by_itself = made_passages(made.composed)
    return checked(made.composed.report, by_itself, known(db, vault, made.outline))


def checked(report: Report, made: Sequence[Passage], held: Known) -> Report:
    """The public part of a report; where it would tell of what is exempt, a sentence that says so in its place.

    `made` is what the program says in public of itself, which is decided where it is kept.
    """
    public = public_part(report)
    looked = Looked(
        said=tuple(public_passages(public)),
        rows=tuple(public_passages(public, whole_rows=True)),
        tables=tuple(public_tables(public)),
        exempt=tuple(exempt_passages(report)),
        made=tuple(made),
    )
    if leaks_of(looked, held):
        return Report("What the public may see", blocks=(Heading("Covered"), Paragraph(TELLS_TOO_MUCH)))
    return public


def _sections(db: Database, vault: Database | None, title: str, keys: Sequence[str], today: date) -> Report:
    span = _year_to(today)
    blocks = [block for key in keys for block in _section(db, vault, key, span, today)]
    whole = Report(title, f"The twelve months to today: {span.words}", blocks=tuple(blocks))
    made = [*public_passages(whole), *public_passages(whole, whole_rows=True)]
    return checked(whole, made, known(db, vault, Outline(title, "", today, span)))


def _section(db: Database, vault: Database | None, key: str, span: Span, today: date) -> list[Block]:
    record = section_of(key)
    if record is None:
        raise LookupError(key)
    ask = Ask(db=db, vault=vault, span=span, since=span.first - timedelta(days=1), today=today)
    try:
        return [_raised(block) for block in record.make(ask).blocks]
    except Problem as problem:
        return [Heading(record.title), Paragraph(problem.sentence)]


def _raised(block: Block) -> Block:
    """Sections have headings of level 2; here none stands above them."""
    return replace(block, level=1) if isinstance(block, Heading) else block


def _without_figures(block: Block) -> Block:
    """The rows behind a figure may name who is covered, so that none is opened here."""
    return replace(block, figures=()) if isinstance(block, Paragraph | Bullets) else block


def _year_to(day: date) -> Span:
    span = last_months(day, _MONTHS)
    return Span(span.first + timedelta(days=1), span.last)
