import threading
from functools import partial

from pytestqt.qtbot import QtBot

from desktop.shell.jobs import Job, JobRunner, Progress
from resources.problem import Problem
from tests.desktop.shell.heard import Heard


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


def test_a_part_that_fails_is_told_and_the_other_parts_are_done(qtbot: QtBot) -> None:
    heard = Heard()

    def work(progress: Progress) -> list[object]:
        return [progress.attempt(lambda: 1 // 0), progress.attempt(lambda: "second")]

    with qtbot.waitSignal(heard.jobs.ended):
        heard.run(work)
    assert [type(error) for error in heard.errors] == [ZeroDivisionError]
    assert heard.results == [[None, "second"]]


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


def test_jobs_that_are_dropped_are_waited_for_and_nobody_hears_of_them(qtbot: QtBot) -> None:
    heard, began = Heard(), threading.Event()

    def work(progress: Progress) -> str:
        began.set()
        while True:
            progress.step(0, 0, "Reading rows")

    mine = [heard.run(work), heard.run(lambda progress: "waiting")]
    heard.run(lambda progress: "another's")
    began.wait(5)
    heard.jobs.drop(mine)
    assert mine[0].progress.cancelled
    qtbot.waitUntil(lambda: not heard.jobs.busy)
    assert (heard.results, heard.errors, heard.stopped) == (["another's"], [], [])


def test_dropping_leaves_another_s_job_alone(qtbot: QtBot) -> None:
    heard, go_on = Heard(), threading.Event()
    heard.run(lambda progress: go_on.wait(5))
    mine = heard.run(lambda progress: "mine")
    heard.jobs.drop([mine])
    go_on.set()
    qtbot.waitUntil(lambda: not heard.jobs.busy)
    assert (heard.results, heard.errors) == ([True], [])


def test_what_a_job_works_with_is_not_told_with_its_name() -> None:
    assert "lantern" not in repr(Job("Unlocking", partial(str, "lantern otter biscuit harbour")))
