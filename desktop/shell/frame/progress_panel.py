"""The panel that shows a running job: what, how far, how long, Cancel."""

import time

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from desktop.shell.jobs import Job, JobRunner, Reach


class ProgressPanel(QFrame):
    """Stands above the status line while a job runs."""

    def __init__(self, jobs: JobRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("progressPanel")
        self._jobs = jobs
        self._title = QLabel()
        self._title.setProperty("kind", "bold")
        self._saying = QLabel()
        self._saying.setProperty("kind", "quiet")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName("Progress")
        self._cancel = QPushButton("Cancel")
        self._cancel.setAccessibleName("Cancel the running job")
        self._cancel.clicked.connect(self.cancel)
        self._lay_out()
        self.hide()
        jobs.started.connect(self._show_job)
        jobs.progressed.connect(self._show_job)
        jobs.ended.connect(self._end)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(6)
        for part in (self._title, self._bar, self._saying):
            words.addWidget(part)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 10, 16, 10)
        row.setSpacing(16)
        row.addLayout(words, 1)
        row.addWidget(self._cancel)

    @Slot(object)
    def _show_job(self, job: Job) -> None:
        seconds = time.monotonic() - job.began
        if seconds < job.patience:
            return
        reach = job.progress.reach
        self._title.setText(job.title)
        self._bar.setRange(0, reach.total)
        self._bar.setValue(min(reach.done, reach.total))
        self._saying.setText(how_far(reach, seconds))
        self._cancel.setEnabled(not job.progress.cancelled)
        self._cancel.setText("Stopping…" if job.progress.cancelled else "Cancel")
        self.show()

    @Slot(object)
    def _end(self, _job: Job) -> None:
        self.hide()

    @property
    def saying(self) -> str:
        """The words beneath the bar."""
        return self._saying.text()

    @Slot()
    def cancel(self) -> None:
        """Ask the running job to stop."""
        self._jobs.cancel()
        self._cancel.setEnabled(False)
        self._cancel.setText("Stopping…")


def how_far(reach: Reach, seconds: float) -> str:
    """`Reading rows · 12,000 of 60,000 · about 20 seconds left`."""
    parts = [reach.saying or "Starting"]
    if reach.total:
        parts.append(f"{reach.done:,} of {reach.total:,}")
    parts.append(_time_left(reach, seconds))
    return " · ".join(part for part in parts if part)


def _time_left(reach: Reach, seconds: float) -> str:
    if not reach.total or not reach.done or seconds < 1:
        return f"{seconds:.0f} s so far" if seconds >= 1 else ""
    left = seconds / reach.done * (reach.total - reach.done)
    if left < 1:
        return "nearly done"
    return f"about {left:.0f} seconds left" if left < 90 else f"about {left / 60:.0f} minutes left"
