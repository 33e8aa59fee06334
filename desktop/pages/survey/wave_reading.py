"""What is worked out from waves: at once from what is kept of them, or beside the window where a wave is large."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from desktop.shell.jobs import Job, Progress
from desktop.shell.page import Desk
from resources.database import Database, OpenFile, history
from workforce.survey.analysis.frame import WaveData, read_wave
from workforce.survey.answers.responses import most_answers

LARGE = 8_000
"""From so many answers on, reading them may hold the window up for longer than a tenth of a second."""


class ReadWaves:
    """Waves of a file, each read once."""

    def __init__(self, db: Database, kept: dict[str, WaveData]) -> None:
        self.db, self._kept = db, kept

    def wave(self, wave_id: str) -> WaveData:
        """All of its answers."""
        if wave_id not in self._kept:
            self._kept[wave_id] = read_wave(self.db, wave_id)
        return self._kept[wave_id]


Work = Callable[[ReadWaves], object]


class KeptWaves:
    """The waves that any side of the page has read, until something in the file changes."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._kept: dict[str, WaveData] = {}
        self._as_of = 0

    def now(self) -> dict[str, WaveData]:
        """By key. A job that still runs fills what was kept before, which nobody looks at any more."""
        last = next(iter(history.entries(self._desk.db, 1, 0)), None)
        as_of = last.id if last is not None else 0
        if as_of != self._as_of:
            self._as_of, self._kept = as_of, {}
        return self._kept


class WaveReading(QObject):
    """Works something out at a time: what is asked meanwhile comes after it, the last one only.

    `found` carries what the last work returned.
    """

    found = Signal(object)
    stopped = Signal()

    def __init__(self, desk: Desk, kept: KeptWaves, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._kept = desk, kept
        self._job: Job | None = None
        self._next: tuple[Sequence[str], Work, bool] | None = None
        desk.jobs.ended.connect(self._free)

    @property
    def is_working(self) -> bool:
        """Whether something is still to be found."""
        return self._job is not None

    def ask(self, wave_ids: Sequence[str], work: Work, *, quick: bool = True) -> None:
        """Work this out from these waves; with `quick` it takes no second once they are read."""
        kept = self._kept.now()
        if self._job is not None:
            self._next = (wave_ids, work, quick)
            return
        self._next = None
        if (quick and all(one in kept for one in wave_ids)) or not self._is_large(wave_ids):
            self.found.emit(work(ReadWaves(self._desk.db, kept)))
        else:
            self._job = self._desk.jobs.run(
                "Reading the answers", partial(_work, self._desk.opened, kept, work), done=self._arrived,
                stopped=self._stop, writes=False,
            )  # fmt: skip

    def _is_large(self, wave_ids: Sequence[str]) -> bool:
        return sum(most_answers(self._desk.db, one) for one in wave_ids) >= LARGE

    @Slot(object)
    def _free(self, job: Job) -> None:
        """Its end, a fault too, lets the next be asked."""
        if job is self._job:
            self._job = None

    def _arrived(self, made: object) -> None:
        following, self._next = self._next, None
        if following is not None:
            wave_ids, work, quick = following
            self.ask(wave_ids, work, quick=quick)
        else:
            self.found.emit(made)

    def _stop(self) -> None:
        self._next = None
        self.stopped.emit()


def _work(opened: OpenFile, kept: dict[str, WaveData], work: Work, progress: Progress) -> object:
    progress.step(0, 0, "Reading the answers")
    db = opened.connection(read_only=True)
    try:
        return work(ReadWaves(db, kept))
    finally:
        db.close()
