"""The one runner for work that can take over a second: a thread, its progress, and Cancel."""

import threading
import time
from collections import deque
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from resources.problem import Problem

_LOOK_EVERY_MS = 100
Result = TypeVar("Result")


class Cancelled(BaseException):
    """The person stopped the job; raised inside the work, at its next step."""


@dataclass(frozen=True)
class Reach:
    """How far a job is. `total` 0 means that nobody knows yet."""

    done: int = 0
    total: int = 0
    saying: str = ""


class Progress:
    """What the work calls as it goes; safe from any thread."""

    def __init__(self) -> None:
        self.reach = Reach()
        self.faults: list[Exception] = []
        self._stop = threading.Event()

    @property
    def cancelled(self) -> bool:
        """Whether the person asked to stop."""
        return self._stop.is_set()

    def step(self, done: int, total: int = 0, saying: str = "") -> None:
        """Say how far the work is; raises Cancelled when the person asked to stop."""
        if self._stop.is_set():
            raise Cancelled
        self.reach = Reach(done, total, saying or self.reach.saying)

    def attempt(self, part: Callable[[], Result]) -> Result | None:
        """What a part of the work gives; None where it fails by a fault of ours, told when the work is over."""
        self.step(self.reach.done, self.reach.total)
        try:
            return part()
        except Problem:
            raise
        except (
            Exception
        ) as fault:  # one part must not keep the others from being done; the last resort gets it
            self.faults.append(fault)
            return None

    def cancel(self) -> None:
        """Ask the work to stop at its next step."""
        self._stop.set()


@dataclass(frozen=True)
class Job:
    """A piece of work. `writes` keeps the pages from being used meanwhile.

    With `patience` the bar of progress is shown when it takes longer than so many seconds: for work that whoever asked
    for it tells of in a quieter way.
    """

    title: str
    work: Callable[[Progress], object] = field(repr=False)  # it may hold what was typed unseen
    done: Callable[[Any], object] | None = None  # `run` sees to it that it takes what the work returns
    stopped: Callable[[], object] | None = None
    writes: bool = True
    patience: float = 0
    progress: Progress = field(default_factory=Progress)
    began: float = field(default_factory=time.monotonic)


@dataclass(frozen=True)
class _Outcome:
    result: object = None
    error: BaseException | None = None


class JobRunner(QObject):
    """Runs jobs one after another on a worker thread; tells of each its start, its progress and its end.

    `on_error` gets what the work raised: a Problem or a fault of ours. Callbacks run in the window's thread.
    """

    started = Signal(object)
    progressed = Signal(object)
    ended = Signal(object)
    _came_back = Signal(object, object)

    def __init__(self, on_error: Callable[[BaseException], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.on_error = on_error
        self._waiting: deque[Job] = deque()
        self._thread: threading.Thread | None = None
        self.job: Job | None = None
        self._watch = QTimer(self)
        self._watch.setInterval(_LOOK_EVERY_MS)
        self._watch.timeout.connect(self._look)
        self._came_back.connect(self._end)

    @property
    def busy(self) -> bool:
        """Whether a job is running or waiting."""
        return self.job is not None

    def run(
        self,
        title: str,
        work: Callable[[Progress], Result],
        *,
        done: Callable[[Result], object] | None = None,
        stopped: Callable[[], object] | None = None,
        writes: bool = True,
        patience: float = 0,
    ) -> Job:
        """Run `work` on the worker thread, after any job before it; then `done(result)` here."""
        job = Job(title, work, done, stopped, writes, patience)
        self._waiting.append(job)
        if self.job is None:
            self._begin()
        return job

    def cancel(self) -> None:
        """Ask the running job to stop at its next step."""
        if self.job is not None:
            self.job.progress.cancel()

    def drop(self, jobs: Collection[Job]) -> None:
        """Forget those of them that wait, stop the one that runs and wait for it; nobody is told what came of it."""
        self._waiting = deque(one for one in self._waiting if not _among(one, jobs))
        job = self.job
        if job is None or not _among(job, jobs):
            return
        job.progress.cancel()
        if self._thread is not None:
            self._thread.join()
            self._thread = None
        self.job = None
        self._watch.stop()
        self.ended.emit(job)
        if self._waiting and self.job is None:
            self._begin()

    def finish(self) -> None:
        """Stop what runs and wait for it; nobody is told what came of it: the window is closing."""
        self._waiting.clear()
        self.cancel()
        if self._thread is not None:
            self._thread.join()
            self._thread = None
        self.job = None
        self._watch.stop()

    def _begin(self) -> None:
        self.job = self._waiting.popleft()
        self._thread = threading.Thread(target=self._work, args=(self.job,), name=f"job: {self.job.title}")
        self.started.emit(self.job)
        self._watch.start()
        self._thread.start()

    def _work(self, job: Job) -> None:
        try:
            outcome = _Outcome(result=job.work(job.progress))
        except (Problem, Cancelled) as expected:
            outcome = _Outcome(error=expected)
        except BaseException as fault:  # the runner ends whatever the work does; the last resort gets it
            outcome = _Outcome(error=fault)
        self._came_back.emit(job, outcome)

    @Slot()
    def _look(self) -> None:
        if self.job is not None:
            self.progressed.emit(self.job)

    @Slot(object, object)
    def _end(self, job: Job, outcome: _Outcome) -> None:
        if job is not self.job:  # `finish` has let it go
            return
        self.job = None
        self._watch.stop()
        if self._thread is not None:
            self._thread.join()
            self._thread = None
        self.ended.emit(job)
        for fault in job.progress.faults:
            self.on_error(fault)
        try:
            self._hand_over(job, outcome)
        except Exception as error:  # what comes after a job must not keep the next one from running
            self.on_error(error)
        if self._waiting and self.job is None:
            self._begin()

    def _hand_over(self, job: Job, outcome: _Outcome) -> None:
        if outcome.error is None:
            if job.done is not None:
                job.done(outcome.result)
        elif isinstance(outcome.error, Cancelled):
            if job.stopped is not None:
                job.stopped()
        else:
            self.on_error(outcome.error)


def _among(job: Job, jobs: Collection[Job]) -> bool:
    return any(job is one for one in jobs)
