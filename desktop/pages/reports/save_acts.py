"""The report is checked, and saved: both documents and their manifest, made beside the window."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.committee.checking import check_report
from desktop.committee.making import SectionCache, make_report
from desktop.committee.saving import AsPdf, NotSaved, Prepared, keep_prepared, prepare_report
from desktop.dialogs.committee.saving import AskedSaving, SaveReport
from desktop.locking.open_vault import OpenVault
from desktop.locking.reading_jobs import ReadingJobs
from desktop.pages.saving import WORD_FILES, ask_path
from desktop.shell.jobs import Progress
from desktop.shell.page import Desk
from desktop.widgets.question import Question
from engagement.committee.meetings import meeting
from engagement.committee.reports import CommitteeReport
from resources.database import Database
from resources.problem import Problem
from resources.report.committee.changed_beneath import ChangedBeneath, changed_beneath, changed_words
from resources.report.committee.to_mend import ToMend
from resources.report.committee.to_mend_table import to_mend_words
from resources.wording import capital_first, in_london

_MOST_LISTED = 5
NO_PDF = "PDF copies need LibreOffice, which is not on this computer."


@dataclass(frozen=True)
class _Looked:
    """What came of it: what is to be mended, and all that can be written if nothing stops it."""

    report_id: str
    found: tuple[ToMend, ...]
    prepared: Prepared | None = None
    refused: Problem | None = None


class SaveActs(QObject):
    """Acts on the report that `current` gives. `checked` carries its key and what is to be mended.

    Sections that `kept` has are not made again, as long as nothing that they tell of changed.
    """

    checked = Signal(str, object)

    def __init__(
        self, desk: Desk, vault: OpenVault, view: QWidget, current: Callable[[], CommitteeReport | None], *,
        now: Callable[[], datetime], kept: Callable[[], SectionCache],
    ) -> None:  # fmt: skip
        super().__init__(view)
        self._desk, self._view = desk, view
        self._current, self._now, self._kept = current, now, kept
        self._jobs = ReadingJobs(desk, vault, self)

    def check(self) -> None:
        """Everything that would stop it, without saving."""
        held = self._current()
        if held is not None:
            work = partial(_looked, held.id, self._now(), self._kept())
            self._jobs.run("Checking the report", work, self._say_checked)

    def _say_checked(self, looked: _Looked) -> None:
        self.checked.emit(looked.report_id, looked.found)
        self._desk.messages.done(f"Checked: {to_mend_words(looked.found)}", undo=False)

    def save(self) -> None:
        """Ask how and where, make both documents, look at them, and write them all or none."""
        dialog = SaveReport(self._view, no_pdf="" if pdf_maker() is not None else NO_PDF)
        dialog.ask(self._ask_path)

    def _ask_path(self, asked: AskedSaving) -> None:
        held = self._current()
        if held is None:
            return
        at = meeting(self._desk.db, held.meeting_id)
        path = ask_path(
            self._view, "Save the report", f"{at.meets_on.isoformat()} {held.title}", ".docx", WORD_FILES
        )
        if path is not None:
            self.save_to(held.id, path, asked)

    def save_to(self, key: str, path: Path, asked: AskedSaving) -> None:
        """Make it beside the window; what was made is written and kept by the window."""
        pdf = pdf_maker() if asked.pdf else None
        work = partial(_prepared, key, self._now(), self._kept(), path, pdf)
        self._jobs.run("Saving the report", work, partial(self._keep, asked))

    def _keep(self, asked: AskedSaving, looked: _Looked) -> None:
        self.checked.emit(looked.report_id, looked.found)
        if looked.prepared is None:
            raise looked.refused or Problem("The report was not saved: something is to be mended first.")
        changed = changed_beneath(looked.prepared.made.composed)
        if not changed:
            self._write(asked, looked.prepared)
            return
        Question(
            f"{capital_first(changed_words(changed))}", _listed(changed), "Save as it stands", self._view
        ).ask(partial(self._write, asked, looked.prepared))

    def _write(self, asked: AskedSaving, prepared: Prepared) -> None:
        saved = keep_prepared(self._desk.db, prepared, issue=asked.issue, note=asked.note)
        self._desk.messages.done(saved.words, undo=False)


def _listed(changed: tuple[ChangedBeneath, ...]) -> str:
    """A line for each, as far as a window has room."""
    lines = [one.words for one in changed[:_MOST_LISTED]]
    if len(changed) > _MOST_LISTED:
        lines.append(f"{len(changed) - _MOST_LISTED} more stand in “To mend”.")
    return "\n\n".join(lines)


def pdf_maker() -> AsPdf | None:
    """What makes a PDF of a Word file on this computer; None where there is nothing that can."""
    from resources.report.pdf import libreoffice, pdf_of  # loaded when first used

    return pdf_of if libreoffice() is not None else None


def _looked(
    key: str, now: datetime, kept: SectionCache, progress: Progress, db: Database, vault: Database | None
) -> _Looked:
    progress.step(0, 2, "Making the documents")
    made = make_report(db, vault, key, today=in_london(now).date(), kept=kept)
    progress.step(1, 2, "Searching them for what is exempt")
    return _Looked(key, check_report(db, vault, made))


def _prepared(
    key: str, now: datetime, kept: SectionCache, path: Path, pdf: AsPdf | None, progress: Progress, db: Database,
    vault: Database | None,
) -> _Looked:  # fmt: skip
    progress.step(0, 2, "Making the documents")
    made = make_report(db, vault, key, today=in_london(now).date(), kept=kept)
    progress.step(1, 2, "Searching them for what is exempt")
    try:
        prepared = prepare_report(db, vault, made, path, now=now, pdf=pdf)
    except NotSaved as problem:
        return _Looked(key, problem.found, refused=problem)
    return _Looked(key, prepared.to_look_at, prepared)
