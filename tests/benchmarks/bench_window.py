"""The window: starting it, filtering and painting 100,000 rows, and the memory that they take."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

from engagement.register.listings import SERVICES
from resources.database import Database, OpenFile, Query
from tests.benchmarks.bench_door import register_of
from tests.benchmarks.measure import Figure, milliseconds, percentile

ROOT = Path(__file__).resolve().parents[2]
_READY = "print('ready', flush=True)"
_BARE = f"""
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
window = QMainWindow()
window.show()
QTimer.singleShot(0, lambda: ({_READY}, app.quit()))
app.exec()
"""
_WHOLE = f"""
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from desktop.main import main
app = QApplication([])
QTimer.singleShot(0, lambda: ({_READY}, QApplication.closeAllWindows()))
main(sys.argv[1:])
"""
_MEMORY = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from desktop.office import Office
from desktop.shell.settings import Settings
from desktop.shell.looks.style import apply_style
from desktop.shell.frame.window_actions import theme_of

app = QApplication([])
settings = Settings()
apply_style(app, theme_of(settings))
office = Office(settings)
office.open(Path(sys.argv[1]), read_only=True)
office.window.show_page("providers")
pane = office.window.pages["providers"].pane
for row in range(0, pane.model.rowCount(), 1 + pane.model.rowCount() // 50):
    pane.table.scrollTo(pane.model.index(row, 0))
    pane.table.viewport().repaint()
pane.bar.field.setText("ros")
pane.table.viewport().repaint()
print(next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM")))
office.quit()
"""


def _environment(home: str) -> dict[str, str]:
    return {**os.environ, "PROVIDER_DESK_HOME": home, "QT_QPA_PLATFORM": "offscreen"}


def _seconds_to_ready(code: str, home: str, *arguments: str) -> float:
    """From the start of a process until its window is there and its event loop answers."""
    begun = perf_counter()
    with subprocess.Popen(
        [sys.executable, "-c", code, *arguments],
        cwd=ROOT,
        env=_environment(home),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline().strip() == "ready"
        took = perf_counter() - begun
        process.stdout.read()
    return took


def bench_start(smoke: bool) -> Iterator[Figure]:
    """Start to a usable window on the file used last, warm."""
    services, contacts, rounds = (30, 30, 1) if smoke else (1_200, 1_000, 7)
    with (
        tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home,
        register_of(services, contacts) as file,
    ):
        path = str(file.path)
        file.close()
        _seconds_to_ready(_WHOLE, home, path)
        bare = median(_seconds_to_ready(_BARE, home) for _ in range(rounds))
        whole = median(_seconds_to_ready(_WHOLE, home, path) for _ in range(rounds))
        screen = median(_seconds_to_ready(_WHOLE, f"{home}/nobody") for _ in range(rounds))
        yield Figure("start to a usable window", whole, "s", 1.0, "a bare PySide6 window", bare)
        yield Figure("start to the start screen", screen, "s", 1.0, "a bare PySide6 window", bare)


@contextmanager
def _pages(file: OpenFile) -> Iterator[tuple[Any, Database]]:
    """The program's window with the providers' page in front."""
    from PySide6.QtWidgets import QApplication

    from desktop.office import Office
    from desktop.shell.looks.look import Theme
    from desktop.shell.looks.style import apply_style
    from desktop.shell.settings import Settings

    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
        os.environ["PROVIDER_DESK_HOME"] = home
        app = QApplication.instance() or QApplication([])
        assert isinstance(app, QApplication)
        apply_style(app, Theme.LIGHT)
        office = Office(Settings())
        office.open(file.path, read_only=True)
        assert office.window is not None and office.opened is not None
        office.window.resize(1366, 738)
        office.window.show_page("providers")
        app.processEvents()
        yield office.window.pages["providers"], office.opened.db
        office.quit()


def bench_typing(smoke: bool) -> Iterator[Figure]:
    """Key press to filtered rows, painted; and a full screen painted again."""
    rows = 300 if smoke else 100_000
    with register_of(rows, 300) as file, _pages(file) as (page, db):
        field, view = page.pane.bar.field, page.pane.table
        presses, plain = [], []
        for word in ("rosewood", "elm house", "oak", "care 12", "bassetlaw", "nursing", "willow") * (
            1 if smoke else 4
        ):
            field.clear()
            for at, letter in enumerate(word):
                presses.append(milliseconds(partial(_press, field, view, letter)))
                plain.append(milliseconds(partial(_ask, db, word[: at + 1])))
        name = "the same SQL without Qt"
        for percent in (50, 95):
            yield Figure(f"key press to filtered rows, p{percent}", percentile(presses, percent), "ms",
                         16 if percent == 95 else None, name, percentile(plain, percent))  # fmt: skip
        field.clear()
        paints = []
        for row in range(0, rows, max(1, rows // 60)):
            view.scrollTo(page.pane.model.index(row, 0), view.ScrollHint.PositionAtTop)
            view.viewport().repaint()
            paints.append(milliseconds(view.viewport().repaint))
        yield Figure("repaint of a full screen, p95", percentile(paints, 95), "ms", 16)
        scrolls = []
        for _ in range(5 if smoke else 200):
            scrolls.append(milliseconds(lambda: _page_down(view)))
        yield Figure("scroll by a screen, painted, p95", percentile(scrolls, 95), "ms", 16)


def _press(field: Any, view: Any, letter: str) -> None:
    from PySide6.QtTest import QTest  # this module is also read where there is no Qt

    QTest.keyClicks(field, letter)
    view.viewport().repaint()


def _page_down(view: Any) -> None:
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    QTest.keyClick(view, Qt.Key.Key_PageDown)
    view.viewport().repaint()


def _ask(db: Database, text: str) -> None:
    query = Query(text=text)
    SERVICES.count(db, query)
    SERVICES.page(db, query, offset=0, limit=128)


def bench_memory(smoke: bool) -> Iterator[Figure]:
    """The most memory that the program took with 100,000 rows open, scrolled through and filtered."""
    if not Path("/proc/self/status").exists():  # only Linux tells it without another package
        return
    with (
        tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home,
        register_of(300 if smoke else 100_000, 300) as file,
    ):
        path = file.path
        file.close()
        done = subprocess.run(
            [sys.executable, "-c", _MEMORY, str(path)], cwd=ROOT, env=_environment(home),
            capture_output=True, text=True, check=True,
        )  # fmt: skip
        yield Figure("memory with 100,000 rows open", int(done.stdout.split()[-1]) / 1024, "MB", 250)
