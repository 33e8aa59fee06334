"""What a runner of jobs tells, kept to be asked about."""

from desktop.shell.jobs import JobRunner


class Heard:
    """Collects what a runner tells."""

    def __init__(self) -> None:
        self.errors: list[BaseException] = []
        self.results: list[object] = []
        self.stopped: list[str] = []
        self.jobs = JobRunner(self.errors.append)

    def run(self, work, **more):  # type: ignore[no-untyped-def]
        return self.jobs.run("Importing", work, done=self.results.append, stopped=self._stopped, **more)

    def _stopped(self) -> None:
        self.stopped.append("stopped")
