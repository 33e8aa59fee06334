"""Reports as they were issued: all of their blocks, the manifest, and the checksums of both documents."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from engagement.committee.kept import keep_picture, picture
from resources.database import Database, change, new_key
from resources.problem import FieldProblem
from resources.report.committee.composing import Composed, Origin, SentenceState
from resources.report.committee.parts import Part
from resources.report.committee.to_mend import ToMend, Weight
from resources.report.kept_blocks import as_json, from_json
from resources.wording import as_instant, instant_text, moment_words, shortened

_COLUMNS = "id, report_id, issued_at, as_at, title, file_name, public_sha256, exempt_sha256, note"
_COMPOSED = (Composed, Origin, SentenceState, Part, ToMend, Weight)
LONGEST_NOTE = 1_000


@dataclass(frozen=True)
class ReportIssue:
    """A report as it was saved at one moment; `exempt_sha256` is "" where all of it was public."""

    id: str
    report_id: str
    issued_at: datetime
    as_at: date
    title: str
    file_name: str
    public_sha256: str
    exempt_sha256: str
    note: str

    @property
    def words(self) -> str:
        """Progress report, 9 December 2019 at 2pm."""
        return f"{self.title}, {moment_words(self.issued_at)}"


def _issue(row: tuple[Any, ...]) -> ReportIssue:
    key, report, issued, as_at, *rest = row
    return ReportIssue(key, report, as_instant(issued), date.fromisoformat(as_at), *rest)


def issue(db: Database, key: str) -> ReportIssue:
    """One by its key."""
    row = db.row(f"select {_COLUMNS} from report_issue where id = ?", (key,))
    if row is None:
        raise LookupError(f"no issued report {key}")
    return _issue(row)


def issues(db: Database) -> list[ReportIssue]:
    """All that were ever issued, the newest first."""
    return [
        _issue(row)
        for row in db.rows(f"select {_COLUMNS} from report_issue order by issued_at desc, id desc")
    ]


def issues_of(db: Database, report_id: str) -> list[ReportIssue]:
    """Those of one report, the newest first."""
    rows = db.rows(
        f"select {_COLUMNS} from report_issue where report_id = ? order by issued_at desc, id desc",
        (report_id,),
    )
    return [_issue(row) for row in rows]


def manifest_text(db: Database, key: str) -> str:
    """The manifest of one, as it was written."""
    text = db.value("select manifest from report_issue where id = ?", (key,))
    if text is None:
        raise LookupError(f"no issued report {key}")
    return str(text)


def content_of(db: Database, key: str, *, pictures: bool = True) -> Composed:
    """The report as it was then; raises Problem where one of its `pictures` is gone, unless they are left out."""
    content = db.value("select content from report_issue where id = ?", (key,))
    if content is None:
        raise LookupError(f"no issued report {key}")
    kept: Composed = from_json(
        content, lambda sha256: picture(db, sha256) if pictures else b"", also=_COMPOSED
    )
    return kept


def keep_issue(
    db: Database,
    report_id: str,
    composed: Composed,
    *,
    now: datetime,
    as_at: date,
    file_name: str,
    public_sha256: str,
    exempt_sha256: str,
    manifest: str,
    note: str = "",
) -> ReportIssue:
    """Keep the report as it was saved. Pictures stand beside the file before the row names them."""
    content, pictures = as_json(composed)
    for png in pictures.values():
        keep_picture(db, png)
    key, title = new_key(), composed.report.title
    with change(db, f"Issued {shortened(title)}"):
        db.insert_row(
            "report_issue",
            {"id": key, "report_id": report_id, "issued_at": instant_text(now), "as_at": as_at.isoformat(),
             "title": title, "file_name": file_name, "public_sha256": public_sha256,
             "exempt_sha256": exempt_sha256, "content": content, "manifest": manifest, "note": _note(note)},
        )  # fmt: skip
    return issue(db, key)


def set_issue_note(db: Database, key: str, note: str) -> ReportIssue:
    """What is to be remembered of it: sent to whom, withdrawn, put right."""
    held = issue(db, key)
    with change(db, f"Noted on {shortened(held.title)} as issued"):
        db.update_row("report_issue", key, {"note": _note(note)})
    return issue(db, key)


def remove_issue(db: Database, key: str) -> None:
    """It was a trial, not an issue. Files saved stay where they are, and its pictures so that this can be undone."""
    held = issue(db, key)
    with change(db, f"Removed {shortened(held.title)} from the issued reports"):
        db.delete_row("report_issue", key)


def _note(note: str) -> str:
    told = note.strip()
    if len(told) > LONGEST_NOTE:
        raise FieldProblem(
            "note", f"The note has {len(told):,} signs, and up to {LONGEST_NOTE:,} are kept. Shorten it."
        )
    return told
