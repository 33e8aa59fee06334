"""A report drawn again as it was issued: from the blocks kept then, proved by the checksums of that day."""

from dataclasses import dataclass
from pathlib import Path

from desktop.committee.checking import document_bytes
from desktop.committee.manifest import SavedFile
from desktop.committee.saving import APPENDIX, PUBLIC, all_or_none
from desktop.documents import document_name, exempt_name, exempt_terms
from engagement.committee.issues import ReportIssue, content_of, issue
from engagement.register.contracts import fixed_labels, public_names
from resources.database import Database
from resources.files.names import name_of
from resources.files.sha256 import sha256_of_bytes
from resources.report.blocks import exempt_part, public_part
from resources.report.leak_gate import refuse_leaks
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


def draw_again(db: Database, issue_id: str, path: Path, *, with_appendix: bool = True) -> DrawnAgain:
    """Write the public document and, where there was one, the appendix beside it: both or none.

    What has the very bytes of then passed the gate then. Where it has not, it is searched for what is exempt today.
    """
    target, held = document_name(path), issue(db, issue_id)
    report = content_of(db, issue_id).report
    appendix = exempt_part(report) if with_appendix else None
    public = document_bytes(public_part(report))
    files = [SavedFile(target, PUBLIC, public)]
    same = sha256_of_bytes(public) == held.public_sha256
    if not same:
        refuse_leaks(public, exempt_terms(db), fixed_labels=fixed_labels(db), public_names=public_names(db))
    if appendix is not None:
        exempt = document_bytes(appendix)
        same = same and sha256_of_bytes(exempt) == held.exempt_sha256
        files.append(SavedFile(exempt_name(target), APPENDIX, exempt))
    with all_or_none(files):
        return DrawnAgain(held, target, files[1].path if len(files) > 1 else None, same)
