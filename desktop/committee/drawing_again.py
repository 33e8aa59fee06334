"""A report drawn again as it was issued: from the blocks kept then, proved by the checksums of that day."""

from dataclasses import dataclass
from pathlib import Path

from desktop.committee.checking import document_bytes
from desktop.committee.gate import known, looked_at
from desktop.committee.manifest import SavedFile
from desktop.committee.saving import APPENDIX, PUBLIC, all_or_none
from desktop.documents import document_name, exempt_name
from engagement.committee.issues import ReportIssue, content_of, issue
from engagement.committee.outlines import outline
from resources.database import Database
from resources.files.names import name_of
from resources.files.sha256 import sha256_of_bytes
from resources.problem import Problem
from resources.report.blocks import exempt_part, public_part
from resources.report.committee.outline import Outline
from resources.report.gate.checks import OF_WHOM, leaks_of
from resources.report.gate.known import Looked
from resources.spans import Span
from resources.wording import moment_words


@dataclass(frozen=True)
class DrawnAgain:
    """What was written, and whether each file has the bytes that were issued."""

    issue: ReportIssue
    public: Path
    exempt: Path | None
    is_same: bool

    @property
    def words(self) -> str:
        """As a toast says it."""
        saved = moment_words(self.issue.issued_at)
        said = f"Saved “{name_of(self.public)}”, the report as it was issued on {saved}"
        if self.is_same:
            return f"{said}, byte for byte"
        return f"{said}: the same words and figures, written by another version of this program"


def draw_again(
    db: Database, issue_id: str, path: Path, *, vault: Database | None = None, with_appendix: bool = True
) -> DrawnAgain:
    """Write the public document and, where there was one, the appendix beside it: both or none.

    What has the very bytes of then passed the gate then. Where it has not, it is searched for everybody who may not be
    named today, and for words held back.
    """
    target, held = document_name(path), issue(db, issue_id)
    kept = content_of(db, issue_id)
    report = kept.report
    appendix = exempt_part(report) if with_appendix else None
    public = document_bytes(public_part(report))
    files = [SavedFile(target, PUBLIC, public)]
    same = sha256_of_bytes(public) == held.public_sha256
    if not same:
        _refuse_leaks(db, vault, held, looked_at(kept, public, target.name))
    if appendix is not None:
        exempt = document_bytes(appendix)
        same = same and sha256_of_bytes(exempt) == held.exempt_sha256
        files.append(SavedFile(exempt_name(target), APPENDIX, exempt))
    with all_or_none(files):
        return DrawnAgain(held, target, files[1].path if len(files) > 1 else None, same)


def _refuse_leaks(db: Database, vault: Database | None, held: ReportIssue, looked: Looked) -> None:
    found = leaks_of(looked, known(db, vault, _outline_of(db, held)), OF_WHOM)
    if found:
        raise Problem(
            "The report was not drawn again: it holds words that are exempt from publication today, and this version "
            "of the program writes it otherwise than it was issued. Use the files that were saved then.",
            details=tuple(leak.words for leak in found),
        )


def _outline_of(db: Database, held: ReportIssue) -> Outline:
    """That of the report as it stands, which names its officers; where it is gone, one that names nobody."""
    try:
        return outline(db, held.report_id)
    except LookupError:
        return Outline(held.title, "", held.as_at, Span(held.as_at, held.as_at))
