"""Jobs that read the office's file and, while it is open, the register of i-Work, over connections of their own."""

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Signal, Slot

from desktop.both_files import with_connections
from desktop.locking.open_vault import OpenVault
from desktop.shell.jobs import Job, Progress
from desktop.shell.page import Desk
from resources.database import Database
from resources.problem import Problem

Result = TypeVar("Result")
Read = Callable[[Progress, Database, Database | None], Result]


class ReadingJobs(QObject):
    """None of them reads the register any more once it is locked: what was begun ends.

    `dropped` tells of each that did. It is said to the person too, unless they are `quiet`: begun by nobody's act.
    """

    dropped = Signal(object)

    def __init__(self, desk: Desk, vault: OpenVault, parent: QObject | None, *, quiet: bool = False) -> None:
        super().__init__(parent)
        self._desk, self._vault, self._quiet = desk, vault, quiet
        self._jobs: list[Job] = []
        self._of_vault: list[Job] = []
        desk.jobs.ended.connect(self._forget)
        vault.closing.connect(self._let_go)

    def run(
        self, title: str, read: Read[Result], done: Callable[[Result], object], *, patience: float = 0
    ) -> Job:
        """Read beside the window, then `done` in it."""
        opened, vault = self._desk.opened, self._vault.opened

        def work(progress: Progress) -> Result:
            return with_connections(opened, vault, partial(read, progress))

        job = self._desk.jobs.run(title, work, done=done, writes=False, patience=patience)
        self._jobs.append(job)
        if vault is not None:
            self._of_vault.append(job)
        return job

    def drop_waiting(self) -> None:
        """Nobody wants any more what has not begun."""
        self._desk.jobs.drop([one for one in self._jobs if one is not self._desk.jobs.job])
        self._jobs = [one for one in self._jobs if one is self._desk.jobs.job]

    @Slot(object)
    def _forget(self, job: Job) -> None:
        self._jobs = [one for one in self._jobs if one is not job]
        self._of_vault = [one for one in self._of_vault if one is not job]

    @Slot()
    def _let_go(self) -> None:
        jobs, self._of_vault = self._of_vault, []
        if not jobs:
            return
        self._jobs = [one for one in self._jobs if not any(one is job for job in jobs)]
        self._desk.jobs.drop(jobs)
        for job in jobs:
            self.dropped.emit(job)
        if not self._quiet:
            stopped = Problem(
                f"“{jobs[0].title}” was stopped, because the register of i-Work locked meanwhile. Do it again, with "
                "the register unlocked or without it."
            )
            self._desk.messages.problem(stopped)
