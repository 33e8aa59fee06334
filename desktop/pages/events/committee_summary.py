"""The attendance summary of a period for a committee: asked for, made on a thread, saved as a Word document."""

from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from desktop.dialogs.events.period import AskedPeriod, ChoosePeriod
from desktop.documents import save_public
from desktop.pages.saving import WORD_FILES, ask_path
from desktop.shell.actions import Action
from desktop.shell.jobs import Progress
from desktop.shell.page import Desk
from engagement.forums.summary.period import so_far
from engagement.forums.summary.reading import people_terms
from engagement.forums.summary.sections import period_report
from resources.database import OpenFile
from resources.files.names import name_of
from resources.spans import Span
from resources.wording import in_london


class CommitteeSummary:
    """Opens the dialog over `page`, asks where to, and saves."""

    def __init__(self, desk: Desk, page: QWidget, *, now: Callable[[], datetime]) -> None:
        self._desk, self._page, self._now = desk, page, now

    def action(self) -> Action:
        """For the page's menu; also where no event is chosen."""
        return Action(
            "committee_summary",
            "Committee summary…",
            self.ask,
            icon="reports",
            toolbar=False,
            tip="What a committee is told of the forums of a quarter or a year; names nobody",
        )

    def ask(self) -> None:
        """Ask for the period."""
        ChoosePeriod(self._desk.db, self._page, today=self._today()).ask(self._chosen)

    def _today(self) -> date:
        return in_london(self._now()).date()

    def _chosen(self, asked: AskedPeriod) -> None:
        span = so_far(Span(asked.first, asked.last), self._today())
        stem = f"Forums, {span.words}"
        path = ask_path(self._page, "Save the committee summary", stem, ".docx", WORD_FILES)
        if path is not None:
            self.save(asked, path)

    def save(self, asked: AskedPeriod, path: Path) -> None:
        """Make the document of the period, and say so."""
        self._desk.jobs.run(
            "Making the committee summary",
            partial(_make, self._desk.opened, asked, path, self._today()),
            done=self._saved,
            writes=False,
        )

    def _saved(self, path: Path) -> None:
        self._desk.messages.done(f"Saved “{name_of(path)}”", undo=False)


def _make(opened: OpenFile, asked: AskedPeriod, path: Path, today: date, progress: Progress) -> Path:
    db = opened.connection(read_only=True)
    try:
        progress.step(0, 2, "Counting")
        report = period_report(db, asked.first, asked.last, today=today, authorities=asked.authorities)
        progress.step(1, 2, "Writing")
        return save_public(db, report, path, also=people_terms(db, asked.first, asked.last))
    finally:
        db.close()
