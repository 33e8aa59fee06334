"""What the sides of the open register are given in the place of what the office's pages have."""

from dataclasses import replace
from pathlib import Path

from desktop.shell.changes import Changes
from desktop.shell.jobs import Job, JobRunner
from desktop.shell.messages import Messages
from desktop.shell.page import Desk
from desktop.shell.settings import Plain, Settings
from desktop.shell.undo import HistoryKeeper, UndoKeeper
from resources.database import OpenFile
from resources.problem import Problem


class RegisterMessages(Messages):
    """Says things in the office's window; Undo there takes back what was done in the register, not in the office."""

    def __init__(self, office: Messages, keeper: UndoKeeper) -> None:
        super().__init__()
        self._office, self._keeper = office, keeper

    def done(self, text: str, *, undo: bool = True, of: UndoKeeper | None = None) -> None:
        """Say that an act is finished."""
        super().done(text, undo=undo, of=of or self._keeper)
        self._office.done(text, undo=undo, of=of or self._keeper)

    def problem(self, problem: Problem) -> None:
        """Show a Problem until it is closed."""
        super().problem(problem)
        self._office.problem(problem)

    def move_on(self) -> None:
        """The person looks at something else."""
        super().move_on()
        self._office.move_on()

    def raised(self, error: BaseException) -> None:
        """Show what was raised."""
        self._office.raised(error)


class RegisterJobs(JobRunner):
    """Jobs on the register: they run among the office's, and are dropped when it locks."""

    def __init__(self, office: JobRunner) -> None:
        super().__init__(office.on_error)
        self._office = office
        self._mine: list[Job] = []
        office.started.connect(self._began)
        office.progressed.connect(self.progressed)
        office.ended.connect(self._over)

    @property
    def busy(self) -> bool:
        """Whether any job is running or waiting."""
        return self._office.busy

    def run(self, title, work, *, done=None, stopped=None, writes=True, patience=0) -> Job:  # type: ignore[no-untyped-def]
        """Run it after any job before it."""
        job = self._office.run(title, work, done=done, stopped=stopped, writes=writes, patience=patience)
        self._mine.append(job)
        return job

    def cancel(self) -> None:
        """Ask the running job to stop at its next step."""
        self._office.cancel()

    def finish(self) -> None:
        """Stop those of the register, and wait for the one that runs."""
        self._office.drop(self._mine)
        self._mine.clear()

    def _began(self, job: Job) -> None:
        self.job = job
        self.started.emit(job)

    def _over(self, job: Job) -> None:
        self.job = None
        self._mine = [one for one in self._mine if one is not job]
        self.ended.emit(job)


class ForgetfulSettings(Settings):
    """How tables were set up while the register is open. Nothing of it is ever written, and it goes with the lock."""

    def __init__(self) -> None:
        super().__init__(Path())

    def put(self, name: str, value: Plain) -> None:
        """Remember it until the register locks."""
        self._values[name] = value

    def _read(self) -> dict[str, Plain]:
        return {}


def register_desk(office: Desk, opened: OpenFile) -> Desk:
    """What the sides are given: the register's own file, changes, jobs and undo, and settings that are not written."""
    changes = Changes()
    opened.db.on_change.append(changes.tell)
    return replace(
        office,
        db=opened.db,
        changes=changes,
        jobs=RegisterJobs(office.jobs),
        messages=RegisterMessages(office.messages, HistoryKeeper(opened.db)),
        settings=ForgetfulSettings(),
        opened=opened,
    )
