"""A form whose answer takes a while to act on: it stays open until that has gone well, with all that was typed."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Slot

from desktop.shell.jobs import JobRunner, Progress
from desktop.widgets.forms.form import FormDialog
from resources.problem import Problem


class JobDialog(FormDialog):
    """`ask_job` opens it: `work(value)` runs beside the window, `then(result)` follows in it."""

    _jobs: JobRunner
    _work: Callable[[Any], Any]
    _title = ""
    is_busy = False

    def ask_job(
        self, jobs: JobRunner, title: str, work: Callable[[Any], Any], then: Callable[[Any], object]
    ) -> None:
        """Open over the window."""
        self._jobs, self._title, self._work = jobs, title, work
        self.ask(then)

    @Slot()
    def submit(self) -> None:
        """Read the form, and begin the work when everything can be read."""
        if self.is_busy:
            return
        self.banner.hide()
        answers = self.form.read()
        if answers is None:
            self._say_refused()
            return
        try:
            value = self.value(answers)
        except Problem as problem:
            self._refuse(problem)
            return
        self._set_busy(True)
        work = partial(_tried, self._title, self._work, value)
        self._jobs.run(self._title, work, done=self._came, stopped=self._stopped, writes=False)

    def reject(self) -> None:
        """Not while the work runs: it would be done, and nobody told."""
        if not self.is_busy:
            super().reject()

    def _stopped(self) -> None:
        self._set_busy(False)

    def _came(self, outcome: tuple[Any, Problem | None]) -> None:
        self._set_busy(False)
        result, problem = outcome
        try:
            if problem is not None:
                raise problem
            if self._then is not None:
                self._then(result)
        except Problem as refused:
            self._refuse(refused)
            return
        self.answered.emit(result)
        self.accept()

    def _set_busy(self, busy: bool) -> None:
        self.is_busy = busy
        for part in (self.form, self._verb, self._cancel):
            part.setEnabled(not busy)


def _tried(
    title: str, work: Callable[[Any], Any], value: Any, progress: Progress
) -> tuple[Any, Problem | None]:
    progress.step(0, 0, title)
    try:
        return work(value), None
    except Problem as problem:  # it is said in the dialog
        return None, problem
