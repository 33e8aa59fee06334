"""What opening the window must not load: everything that only some acts need."""

import json
import os
import subprocess
import sys
from pathlib import Path

HEAVY = {
    "pandas",
    "numpy",
    "matplotlib",
    "scipy",
    "docx",
    "openpyxl",
    "xlsxwriter",
    "python_calamine",
    "lxml",
    "PIL",
}

OPEN_THE_WINDOW = """
import json, sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from desktop.main import main

seen = []

def look():
    seen.extend(type(one).__name__ for one in QApplication.topLevelWidgets() if one.isVisible())
    QApplication.closeAllWindows()

app = QApplication([])
QTimer.singleShot(100, look)
code = main(sys.argv[1:])
print(json.dumps({"code": code, "seen": seen, "loaded": sorted(sys.modules)}))
"""


def run(home: Path, *arguments: str) -> dict[str, object]:
    """Open the program as a person does, look, and close its window."""
    environment = {**os.environ, "PROVIDER_DESK_HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", OPEN_THE_WINDOW, *arguments],
        cwd=Path(__file__).parents[2],
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    return json.loads(done.stdout.splitlines()[-1])


def heavy(told: dict[str, object]) -> set[str]:
    loaded = told["loaded"]
    assert isinstance(loaded, list)
    return HEAVY & {str(name).partition(".")[0] for name in loaded}


def test_the_window_on_a_file_loads_nothing_heavy_and_ends_when_it_closes(
    tmp_path: Path, migrated: bytes
) -> None:
    path = tmp_path / "office.providerdesk"
    path.write_bytes(migrated)
    told = run(tmp_path / "home", str(path))
    assert told["seen"] == ["MainWindow"]
    assert told["code"] == 0
    assert heavy(told) == set()
    assert not path.with_name(path.name + "-wal").exists()


def test_the_start_screen_loads_nothing_heavy_and_ends_when_it_closes(tmp_path: Path) -> None:
    told = run(tmp_path / "home")
    assert told["seen"] == ["StartScreen"]
    assert told["code"] == 0
    assert heavy(told) == set()
