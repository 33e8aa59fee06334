import threading

from pytestqt.qtbot import QtBot

from desktop.shell.frame.progress_panel import ProgressPanel, how_far
from desktop.shell.jobs import JobRunner, Progress, Reach
from resources.problem import Problem


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


def test_a_job_gives_its_result_in_the_windows_thread(qtbot: QtBot) -> None:
    heard = Heard()
    with qtbot.waitSignal(heard.jobs.ended):
        heard.run(lambda progress: threading.current_thread() is threading.main_thread())
    assert (heard.results, heard.errors, heard.jobs.busy) == ([False], [], False)


def test_a_problem_in_the_work_is_handed_over_and_the_runner_ends(qtbot: QtBot) -> None:
    heard = Heard()

    def work(progress: Progress) -> None:
        raise Problem("The file is open in Excel. Close it there and import again.")

    with qtbot.waitSignal(heard.jobs.ended):
        heard.run(work)
    assert [str(error) for error in heard.errors] == [
        "The file is open in Excel. Close it there and import again."
    ]
    assert (heard.results, heard.jobs.busy) == ([], False)


def test_a_fault_of_ours_is_handed_over_and_the_next_job_still_runs(qtbot: QtBot) -> None:
    heard = Heard()
    heard.run(lambda progress: 1 // 0)
    heard.run(lambda progress: "second")
    qtbot.waitUntil(lambda: heard.results == ["second"])
    assert [type(error) for error in heard.errors] == [ZeroDivisionError]
    assert not heard.jobs.busy


def test_cancel_stops_the_work_at_its_next_step(qtbot: QtBot) -> None:
    heard, steps, go_on = Heard(), [], threading.Event()

    def work(progress: Progress) -> str:
        for at in range(1000):
            progress.step(at, 1000, "Reading rows")
            steps.append(at)
            go_on.wait(5)
        return "finished"

    heard.run(work)
    qtbot.waitUntil(lambda: bool(steps))
    heard.jobs.cancel()
    go_on.set()
    qtbot.waitUntil(lambda: not heard.jobs.busy)
    assert (steps, heard.stopped, heard.results, heard.errors) == ([0], ["stopped"], [], [])


def test_what_comes_after_a_job_may_fail_and_the_next_one_runs(qtbot: QtBot) -> None:
    errors: list[BaseException] = []
    jobs = JobRunner(errors.append)
    results: list[object] = []

    def refuse(_result: object) -> None:
        raise Problem("The directory changed meanwhile. Read it again.")

    jobs.run("First", lambda progress: 1, done=refuse)
    jobs.run("Second", lambda progress: 2, done=results.append)
    qtbot.waitUntil(lambda: results == [2])
    assert [str(error) for error in errors] == ["The directory changed meanwhile. Read it again."]


def test_finish_waits_for_the_running_job(qtbot: QtBot) -> None:
    heard, began = Heard(), threading.Event()

    def work(progress: Progress) -> None:
        began.set()
        while True:
            progress.step(0)

    heard.run(work)
    began.wait(5)
    heard.jobs.finish()
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("job")]


def test_the_panel_shows_the_job_and_its_button_cancels(qtbot: QtBot, styled: object) -> None:
    heard = Heard()
    panel = ProgressPanel(heard.jobs)
    qtbot.addWidget(panel)
    began = threading.Event()

    def work(progress: Progress) -> None:
        while True:
            progress.step(12_000, 60_000, "Reading rows")
            began.set()

    heard.run(work)
    began.wait(5)
    qtbot.waitUntil(lambda: "12,000 of 60,000" in panel.saying)
    assert not panel.isHidden()
    panel.cancel()
    qtbot.waitUntil(lambda: not heard.jobs.busy)
    assert (panel.isHidden(), heard.stopped) == (True, ["stopped"])


def test_how_far_says_what_how_many_and_how_long() -> None:
    some = Reach(12_000, 60_000, "Reading rows")
    assert how_far(some, 5) == "Reading rows · 12,000 of 60,000 · about 20 seconds left"
    assert how_far(Reach(1, 3, "Reading"), 200) == "Reading · 1 of 3 · about 7 minutes left"
    assert how_far(Reach(), 0.2) == "Starting"
    assert how_far(Reach(saying="Opening"), 3) == "Opening · 3 s so far"
    assert how_far(Reach(60, 60, "Saving"), 3) == "Saving · 60 of 60 · nearly done"
