"""Tasks and adjustments to choose from, on the command line."""

from pathlib import Path

import pytest

from tests.desktop.command_line.conftest import Clerk


@pytest.mark.parametrize("called", ["task", "adjustment"])
def test_words_are_added_changed_archived_and_restored(iwork_clerk: Clerk, called: str) -> None:
    clerk, listed = iwork_clerk, f"iwork-{called}s"
    assert (
        clerk.does(f"iwork-{called}-add", "Invented", "--easy", "in easy words")
        == f"Added the {called} “Invented”.\n"
    )
    assert "already" in clerk.refuses(f"iwork-{called}-add", "invented")
    clerk.does(f"iwork-{called}-edit", "invented", "--rename", "Made up", "--easy", "easier")
    assert "Made up" in clerk.does(listed) and "easier" in clerk.does(listed)
    clerk.does(f"iwork-{called}-edit", "Made up", "--archive")
    assert "Made up" not in clerk.does(listed) and "Archived" in clerk.does(listed, "--archived")
    clerk.does(f"iwork-{called}-edit", "Made up", "--restore")
    assert "Made up" in clerk.does(listed)
    assert f"There is no {called} “Gone”" in clerk.refuses(f"iwork-{called}-edit", "Gone", "--archive")
    assert "Nothing was given to change" in clerk.refuses(f"iwork-{called}-edit", "Made up")


def test_a_task_has_an_area_and_the_list_can_be_saved(iwork_clerk: Clerk, tmp_path: Path) -> None:
    iwork_clerk.does("iwork-task-add", "Invented", "--area", "Somewhere")
    iwork_clerk.does("iwork-task-edit", "Invented", "--area", "Elsewhere")
    iwork_clerk.does("iwork-tasks", "--out", tmp_path / "tasks.csv")
    assert "Invented,,Elsewhere,Current" in (tmp_path / "tasks.csv").read_text(encoding="utf-8-sig")
