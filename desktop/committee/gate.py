"""The gate: a public document is searched for all that is exempt before it is kept, and so is what somebody types."""

from pathlib import Path

from desktop.committee.known import known, not_searched
from desktop.committee.making import Made
from engagement.committee.issues import content_of, issues
from resources.database import Database
from resources.problem import Problem
from resources.report.committee.composing import Composed
from resources.report.committee.outline import Outline
from resources.report.document_text import parts_of, passages
from resources.report.gate.checks import CHECKS, leaks_of
from resources.report.gate.known import Earlier, Looked
from resources.report.gate.report_text import (
    exempt_passages,
    made_passages,
    outline_passages,
    public_passages,
    public_tables,
)
from resources.report.leak_gate import Leak
from resources.report.pdf_text import beyond

__all__ = ["CHECKS", "known", "looked_at", "not_searched", "pdf_leaks", "typed_leaks", "what_leaks"]


def what_leaks(
    db: Database, vault: Database | None, made: Made, document: bytes | Path, *, file_name: str = ""
) -> list[Leak]:
    """All that the public document of a report would tell of what is exempt; nothing when it may be saved.

    The name of the file counts too: of a path its own, of bytes the `file_name`.
    """
    content, name = (
        (document, file_name) if isinstance(document, bytes) else (document.read_bytes(), document.name)
    )
    held = known(db, vault, made.outline, earlier=report_before(db, made))
    return leaks_of(looked_at(made.composed, content, name), held)


def pdf_leaks(db: Database, vault: Database | None, made: Made, document: bytes, pdf: bytes) -> list[Leak]:
    """The same of the PDF of a public document that passed: whatever it says beyond that document is searched too."""
    more = beyond(pdf, document)
    return leaks_of(Looked(document=more, said=more), known(db, vault, made.outline)) if more else []


def report_before(db: Database, made: Made) -> tuple[Earlier, ...]:
    """What the last report said that was issued for an earlier day; nothing where there is none, or it is not whole."""
    day = made.outline.span.last
    before = (one for one in issues(db) if one.report_id != made.report_id and one.as_at < day)
    last = max(before, key=lambda one: (one.as_at, one.issued_at), default=None)
    if last is None:
        return ()
    try:
        report = content_of(db, last.id).report
    except Problem:
        return ()  # a picture of it is gone, which is said where the issue is looked at
    return (Earlier(last.title, tuple(public_passages(report))),)


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
