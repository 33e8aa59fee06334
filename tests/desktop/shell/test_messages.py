from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from desktop.shell.frame.window import MainWindow
from desktop.shell.messages import LastResort
from desktop.shell.page import Desk
from resources.problem import Problem
from tests.desktop.shell.frame.window_parts import services_page

CTRL = Qt.KeyboardModifier.ControlModifier


def test_a_problem_raised_in_a_slot_is_shown_in_its_words(
    window: MainWindow, installed: LastResort, desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse() -> None:
        raise Problem("The file is open in Excel. Close it there and save again.")

    window.sidebar.buttons["forums"].clicked.connect(refuse)
    window.sidebar.buttons["forums"].click()
    assert window.banner.text == "The file is open in Excel. Close it there and save again."
    assert capsys.readouterr().err == ""


def test_a_fault_of_ours_is_rolled_back_logged_without_personal_data_and_told_in_a_sentence(
    window: MainWindow, installed: LastResort, desk: Desk, tmp_path: Path
) -> None:
    rolled_back: list[str] = []
    desk.messages.roll_back = lambda: rolled_back.append("rolled back")

    def fail() -> None:
        raise KeyError("Zoë Example, zoe@example.org")

    window.sidebar.buttons["forums"].clicked.connect(fail)
    window.sidebar.buttons["forums"].click()
    installed.remove()
    log = (tmp_path / "log" / "provider-desk.log").read_text(encoding="utf-8")
    assert rolled_back == ["rolled back"]
    assert "KeyError" in log and "test_messages.py" in log and "in fail" in log
    assert "Zoë" not in log and "example.org" not in log
    assert window.banner.text.startswith("Something in the program went wrong")
    assert services_page(window).pane.model.rowCount() == 365
