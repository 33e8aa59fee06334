"""Reads what is public by a job, over connections of its own, and looks at all of it once more before it is shown."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject

from desktop import clock
from desktop.locking.open_vault import OpenVault
from desktop.locking.reading_jobs import ReadingJobs
from desktop.shell.jobs import Progress
from desktop.shell.page import Desk
from desktop.shell.public_view import PublicView
from resources.database import Database
from resources.report.blocks import Report


class PublicReader(QObject):
    """Called with what is to be read and with who takes it. As the register of i-Work locks, reading it stops."""

    def __init__(
        self,
        desk: Desk,
        vault: OpenVault,
        parent: QObject | None = None,
        *,
        today: Callable[[], date] = clock.today,
    ) -> None:
        super().__init__(parent)
        self._jobs, self._today = ReadingJobs(desk, vault, self, quiet=True), today

    def __call__(self, title: str, view: PublicView, take: Callable[[Report | None], object]) -> None:
        """Have it read; what was asked for before and waits is dropped, for nobody wants it any more."""
        self._jobs.drop_waiting()
        today = self._today()

        def look(progress: Progress, db: Database, locked: Database | None) -> Report | None:
            from desktop.committee.public_pages import public_page  # loaded when first used

            progress.step(0, 0, "Reading what is public")
            return public_page(db, locked, title, view, today=today)

        self._jobs.run("What the public will see", look, take)
