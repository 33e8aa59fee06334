import threading
import time

from pytestqt.qtbot import QtBot

from desktop.shell.frame.progress_panel import ProgressPanel, how_far
from desktop.shell.jobs import Job, Progress, Reach
from tests.desktop.shell.heard import Heard


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


def test_a_job_that_is_told_of_elsewhere_has_no_bar_before_it_takes_long(
    qtbot: QtBot, styled: object
) -> None:
    heard = Heard()
    panel = ProgressPanel(heard.jobs)
    qtbot.addWidget(panel)
    go_on = threading.Event()
    heard.jobs.run("Making the report", lambda _progress: go_on.wait(5), writes=False, patience=60)
    heard.jobs.progressed.emit(heard.jobs.job)
    assert panel.isHidden()
    panel._show_job(Job("Making the report", lambda _progress: None, patience=4, began=time.monotonic() - 5))
    assert not panel.isHidden()
    go_on.set()
    qtbot.waitUntil(lambda: not heard.jobs.busy)
    assert panel.isHidden()


def test_how_far_says_what_how_many_and_how_long() -> None:
    some = Reach(12_000, 60_000, "Reading rows")
    assert how_far(some, 5) == "Reading rows · 12,000 of 60,000 · about 20 seconds left"
    assert how_far(Reach(1, 3, "Reading"), 200) == "Reading · 1 of 3 · about 7 minutes left"
    assert how_far(Reach(), 0.2) == "Starting"
    assert how_far(Reach(saying="Opening"), 3) == "Opening · 3 s so far"
    assert how_far(Reach(60, 60, "Saving"), 3) == "Saving · 60 of 60 · nearly done"
