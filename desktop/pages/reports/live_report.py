"""The report as it stands, made anew as it is written and as the file changes."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from desktop.both_files import with_connections
from desktop.committee.making import Made, SectionCache, make_report, pictures_of
from desktop.locking.open_vault import OpenVault
from desktop.shell.jobs import Job, Progress
from desktop.shell.page import Desk
from engagement.committee.outlines import outline as outline_of
from engagement.committee.reports import reports
from engagement.committee.row_words import KINDS
from resources.database import Database, OpenFile
from resources.database.history import history_position, position_beyond
from resources.report.committee.composing import compose
from resources.report.committee.outline import ItemKind, Outline

Question = tuple[object, ...]

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
        self._kept, self._known = SectionCache(), frozenset[Question]()
        self._job: Job | None = None
        self._again = False
        self._key = ""
        self.made: Made | None = None
        desk.jobs.ended.connect(self._ended)
        vault.closing.connect(self._let_go)
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
        asked = self._questions(outline)
        if asked <= self._known:
            self._take(self._make(key), asked)
        elif self._job is None:
            self._begin(key, asked)
            self._show_what_is_known(key, outline)
        else:
            self._again = True
            self._show_what_is_known(key, outline)

    def _make(self, key: str) -> Made:
        return make_report(self._desk.db, self._vault.db, key, today=self._today(), kept=self._kept)

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

    def _questions(self, outline: Outline) -> frozenset[Question]:
        """What the sections are asked, of which facts: what was asked before is answered at once."""
        vault = self._vault.db
        facts = (
            position_beyond(self._desk.db, KINDS),
            None if vault is None else history_position(vault),
            self._today(),
            outline.span,
            outline.since or outline.span.first - timedelta(days=1),
        )
        return frozenset(
            (facts, one.section, tuple(sorted(one.options.items())))
            for one in outline.items
            if one.kind is ItemKind.SECTION
        )

    # The job

    def _begin(self, key: str, asked: frozenset[Question]) -> None:
        self._again = False
        work = _work(self._desk.opened, self._vault.opened, key, self._today(), self._kept)
        self._job = self._desk.jobs.run(
            "Making the report", work, done=partial(self._made, asked), writes=False, patience=_PATIENCE
        )

    @Slot(object)
    def _ended(self, job: Job) -> None:
        """Also where it was stopped or refused: what came of it is handed over after this."""
        if job is self._job:
            self._job = None
            self.changed.emit()

    def _made(self, asked: frozenset[Question], made: Made | None) -> None:
        if made is None:  # undone while it was being made: whoever shows it has another by now
            return
        self._known = asked
        if self._again or made.report_id != self._key:
            self._again = False
            self.show(self._key)
        else:
            self._take(made, asked)

    def _take(self, made: Made, asked: frozenset[Question]) -> None:
        self._known |= asked
        self.made = made
        self.changed.emit()

    @Slot()
    def _let_go(self) -> None:
        """The register of i-Work locks: no job reads it any more."""
        if self._job is not None:
            self._desk.jobs.drop([self._job])
            self._job = None

    @Slot()
    def _forget(self) -> None:
        self._known = frozenset()
        self._kept = SectionCache()


def _work(
    office: OpenFile, vault: OpenFile | None, key: str, today: date, kept: SectionCache
) -> Callable[[Progress], Made | None]:
    def read(db: Database, locked: Database | None) -> Made | None:
        if key not in {one.id for one in reports(db, archived=True)}:
            return None
        return make_report(db, locked, key, today=today, kept=kept)

    def work(progress: Progress) -> Made | None:
        progress.step(0, 0, "Reading what the sections tell")
        return with_connections(office, vault, read)

    return work
