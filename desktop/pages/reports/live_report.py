"""The report as it stands, made anew as it is written and as the file changes."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from desktop.committee.making import Made, SectionCache, make_report, pictures_of, questions
from desktop.locking.open_vault import OpenVault
from desktop.locking.reading_jobs import ReadingJobs
from desktop.shell.jobs import Job, Progress
from desktop.shell.page import Desk
from engagement.committee.outlines import outline as outline_of
from engagement.committee.reports import reports
from resources.database import Database
from resources.report.committee.composing import compose
from resources.report.committee.outline import Outline

_PATIENCE = 4.0
"""Seconds before the bar of progress covers some of the page; above the pages it is said at once."""


class LiveReport(QObject):
    """`changed` when there is another one to show. Figures that are at hand are used at once; others are read by a job.

    Until the job is over the report is shown as far as it is known, so that nothing that is typed waits.
    """

    changed = Signal()

    def __init__(self, desk: Desk, vault: OpenVault, parent: QObject, *, today: Callable[[], date]) -> None:
        super().__init__(parent)
        self._desk, self._vault, self._today = desk, vault, today
        self._kept, self._jobs = SectionCache(), ReadingJobs(desk, vault, self, quiet=True)
        self._job: Job | None = None
        self._again = False
        self._key = ""
        self.made: Made | None = None
        desk.jobs.ended.connect(self._ended)
        self._jobs.dropped.connect(self._ended)
        vault.changed.connect(self._forget)

    @property
    def kept(self) -> SectionCache:
        """The sections made until now."""
        return self._kept

    @property
    def is_making(self) -> bool:
        """Whether figures are still being read."""
        return self._job is not None

    def show(self, key: str) -> None:
        """The report with this key as it stands now; none where it is empty."""
        if key != self._key:
            self._key, self.made = key, None
        if not key:
            self.changed.emit()
            return
        outline = outline_of(self._desk.db, key)
        asked = questions(self._desk.db, self._vault.db, outline, today=self._today())
        if self._kept.has(asked.values()):
            self._take(make_report(self._desk.db, self._vault.db, key, today=self._today(), kept=self._kept))
        else:
            self._again = self._job is not None
            if self._job is None:
                self._begin(key)
            self._show_what_is_known(key, outline)

    def _show_what_is_known(self, key: str, outline: Outline) -> None:
        sections = dict(self.made.sections) if self.made is not None else {}
        self.made = Made(
            outline,
            compose(outline, sections, pictures_of(self._desk.db, outline)),
            sections,
            self._today(),
            key,
        )
        self.changed.emit()

    def _take(self, made: Made) -> None:
        self.made = made
        self.changed.emit()

    # The job

    def _begin(self, key: str) -> None:
        work = partial(_read, key, self._today(), self._kept)
        self._job = self._jobs.run("Making the report", work, self._made, patience=_PATIENCE)

    @Slot(object)
    def _ended(self, job: Job) -> None:
        """Also where it was stopped or refused: what came of it is handed over after this."""
        if job is self._job:
            self._job = None
            self.changed.emit()

    def _made(self, made: Made | None) -> None:
        if made is None:  # undone while it was being made: whoever shows it has another by now
            return
        if self._again or made.report_id != self._key:
            self._again = False
            self.show(self._key)
        else:
            self._take(made)

    @Slot()
    def _forget(self) -> None:
        self._kept = SectionCache()


def _read(
    key: str, today: date, kept: SectionCache, progress: Progress, db: Database, vault: Database | None
) -> Made | None:
    progress.step(0, 0, "Reading what the sections tell")
    if key not in {one.id for one in reports(db, archived=True)}:
        return None
    return make_report(db, vault, key, today=today, kept=kept, attempt=progress.attempt)
