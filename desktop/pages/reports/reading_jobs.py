"""Jobs that read the office's file and, while it is open, the register of i-Work, over connections of their own."""

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Slot

from desktop.both_files import with_connections
from desktop.locking.open_vault import OpenVault
from desktop.shell.jobs import Job, Progress
from desktop.shell.page import Desk
from resources.database import Database
from resources.problem import Problem

Result = TypeVar("Result")
Read = Callable[[Progress, Database, Database | None], Result]


class ReadingJobs(QObject):
    """None of them reads the register any more once it is locked: what was begun ends, and that is said."""

    def __init__(self, desk: Desk, vault: OpenVault, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._vault = desk, vault
        self._jobs: list[Job] = []
        desk.jobs.ended.connect(self._forget)
        vault.closing.connect(self._let_go)

    def run(self, title: str, read: Read[Result], done: Callable[[Result], object]) -> None:
        """Read beside the window, then `done` in it."""
        vault = self._vault.opened

        def work(progress: Progress) -> Result:
            return with_connections(self._desk.opened, vault, partial(read, progress))

        job = self._desk.jobs.run(title, work, done=done, writes=False)
        if vault is not None:
            self._jobs.append(job)

    @Slot(object)
    def _forget(self, job: Job) -> None:
        self._jobs = [one for one in self._jobs if one is not job]

    @Slot()
    def _let_go(self) -> None:
        if self._jobs:
            title, jobs = self._jobs[0].title, list(self._jobs)
            self._desk.jobs.drop(jobs)
            self._jobs.clear()
            stopped = Problem(
                f"“{title}” was stopped, because the register of i-Work locked meanwhile. Do it again, with the "
                "register unlocked or without it."
            )
            self._desk.messages.problem(stopped)
