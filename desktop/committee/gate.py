"""The gate: a public document is searched for all that is exempt before it is kept, and so is what somebody types."""

from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from desktop.committee.known import known, not_searched
from desktop.committee.making import Made
from engagement.committee.issues import ReportIssue, content_of, issues
from resources.database import Database
from resources.problem import Problem
from resources.report.committee.composing import Composed
from resources.report.committee.outline import Outline
from resources.report.document_text import parts_of, passages
from resources.report.gate.checks import CHECKS, DOUBTS, DOUBTS_OF_NAMES, leaks_of
from resources.report.gate.known import Earlier, Known, Looked
from resources.report.gate.report_text import (
    exempt_passages,
    made_passages,
    outline_passages,
    public_passages,
    public_tables,
)
from resources.report.leak_gate import Leak
from resources.report.pdf_text import beyond

__all__ = [
    "CHECKS",
    "known",
    "looked_at",
    "not_searched",
    "pdf_leaks",
    "search_of",
    "typed_leaks",
    "what_leaks",
]

A_YEAR = timedelta(days=366)
"""So long a reader is taken to have the reports before at hand."""


@dataclass(frozen=True)
class Search:
    """A finished document beside all that is known: gathered once, for every check of it.

    `unread` are reports issued before that this version cannot read.
    """

    looked: Looked
    known: Known
    unread: tuple[ReportIssue, ...] = ()

    def leaks(self) -> list[Leak]:
        """All that it would tell of what is exempt; nothing when it may be saved."""
        return leaks_of(self.looked, self.known)

    def doubts(self) -> list[Leak]:
        """What may tell something, or be of somebody else, and only somebody can judge: it stops nothing."""
        return leaks_of(self.looked, self.known, (*DOUBTS_OF_NAMES, *DOUBTS))


def search_of(
    db: Database, vault: Database | None, made: Made, document: bytes, *, file_name: str = ""
) -> Search:
    """What is needed to search the public document of a report. The name of the file counts too."""
    before = reports_before(db, made)
    held = known(db, vault, made.outline, earlier=before.read)
    return Search(looked_at(made.composed, document, file_name), held, before.unread)


def what_leaks(
    db: Database, vault: Database | None, made: Made, document: bytes | Path, *, file_name: str = ""
) -> list[Leak]:
    """The leaks of a document that is at hand, or of a file under its own name."""
    if isinstance(document, Path):
        file_name, document = document.name, document.read_bytes()
    return search_of(db, vault, made, document, file_name=file_name).leaks()


def pdf_leaks(db: Database, vault: Database | None, made: Made, document: bytes, pdf: bytes) -> list[Leak]:
    """The same of the PDF of a public document that passed: whatever it says beyond that document is searched too."""
    more = beyond(pdf, document)
    return leaks_of(Looked(document=more, said=more), known(db, vault, made.outline)) if more else []


@dataclass(frozen=True)
class Before:
    """What reports said that the public has already; `unread` are those that this version cannot read."""

    read: tuple[Earlier, ...]
    unread: tuple[ReportIssue, ...]


def reports_before(db: Database, made: Made) -> Before:
    """Every report issued for the year before or later, copies of this one too, and otherwise the last of all."""
    day = made.outline.span.last
    held = {(one.title, one.public_sha256): one for one in issues(db)}.values()
    late = [one for one in held if one.as_at >= day - A_YEAR]
    read, unread = [], []
    for one in late or [max(held, key=lambda one: (one.as_at, one.issued_at))] if held else ():
        try:
            report = content_of(db, one.id, pictures=False).report
        except Problem:
            unread.append(one)
        else:
            is_copy = one.report_id == made.report_id
            read.append(Earlier(one.title, tuple(public_passages(report)), is_copy=is_copy))
    return Before(tuple(read), tuple(unread))


def typed_leaks(db: Database, vault: Database | None, outline: Outline) -> list[Leak]:
    """The same of what somebody typed, before any document is made of it."""
    return leaks_of(Looked(said=tuple(outline_passages(outline))), known(db, vault, outline))


def looked_at(composed: Composed, document: bytes, file_name: str = "") -> Looked:
    """The finished file beside the report that it was made from."""
    return Looked(
        document=tuple(passages(document)),
        said=tuple(public_passages(composed.report)),
        rows=tuple(public_passages(composed.report, whole_rows=True)),
        tables=tuple(public_tables(composed.report)),
        exempt=tuple(exempt_passages(composed.report)),
        made=tuple(made_passages(composed)),
        parts=parts_of(document),
        file_name=file_name,
    )
