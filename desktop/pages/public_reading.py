"""Reads what is public by a job, over connections of its own, and looks at all of it once more before it is shown."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, Slot

from desktop import clock
from desktop.both_files import with_connections
from desktop.locking.open_vault import OpenVault
from desktop.shell.jobs import Job, Progress
from desktop.shell.lens import PublicView
from desktop.shell.page import Desk
from resources.database import Database
from resources.report.blocks import Report


class PublicReader(QObject):
    """Called with what is to be read and with who takes it. As the register of i-Work locks, reading stops."""

    def __init__(
        self,
        desk: Desk,
        vault: OpenVault,
        parent: QObject | None = None,
        *,
        today: Callable[[], date] = clock.today,
    ) -> None:
        super().__init__(parent)
        self._desk, self._vault, self._today = desk, vault, today
        self._jobs: list[Job] = []
        desk.jobs.ended.connect(self._ended)
        vault.closing.connect(self._let_go)

    def __call__(self, title: str, view: PublicView, take: Callable[[Report | None], object]) -> None:
        """Have it read; what was asked for before and waits is dropped, for nobody wants it any more."""
        runner = self._desk.jobs
        runner.drop([one for one in self._jobs if one is not runner.job])
        office, vault, today = self._desk.opened, self._vault.opened, self._today()

        def look(db: Database, locked: Database | None) -> Report | None:
            from desktop.committee.public_pages import public_page  # loaded when first used

            return public_page(db, locked, title, view, today=today)

        def work(progress: Progress) -> Report | None:
            progress.step(0, 0, "Reading what is public")
            return with_connections(office, vault, look)

        self._jobs.append(runner.run("What the public will see", work, done=take, writes=False))

    @Slot(object)
    def _ended(self, job: Job) -> None:
        self._jobs = [one for one in self._jobs if one is not job]

    @Slot()
    def _let_go(self) -> None:
        self._desk.jobs.drop(self._jobs)
        self._jobs = []
