"""The catalogue, without a window."""

from pathlib import Path

from tests.desktop.command_line.conftest import Clerk


def test_a_course_is_added_changed_and_put_away(clerk: Clerk) -> None:
    told = clerk.does("training-course", "--add", "Fire safety", "--valid-months", 12, "--category", "6")
    assert told == "Added the course Fire safety.\n"
    assert "“Fire safety” already" in clerk.refuses("training-course", "--add", "fire safety")
    told = clerk.does("training-course", "--edit", "fire", "--name", "Fire safety at night", "--level", 2)
    assert told == "Changed the course Fire safety at night.\n"
    assert "is not a whole number from 1 to 8" in clerk.refuses(
        "training-course", "--edit", "fire", "--level", 9
    )
    listed = clerk.does("training-courses")
    assert "Fire safety at night" in listed and "Current" in listed
    assert clerk.does("training-course", "--archive", "fire") == "Archived the course Fire safety at night.\n"
    assert clerk.does("training-course", "--restore", "fire") == "Restored the course Fire safety at night.\n"
    assert "There is no course “swimming”" in clerk.refuses("training-course", "--archive", "swimming")


def test_the_usual_courses_are_added_and_saved_as_a_table(clerk: Clerk, tmp_path: Path) -> None:
    assert clerk.does("training-courses", "--usual") == "Added 52 courses.\n"
    assert clerk.does("training-courses", "--usual") == "Added 0 courses.\n"
    assert "52 rows" in clerk.does("training-courses", "--out", tmp_path / "courses.csv")
    assert "Level 3 Diploma in Adult Care" in (tmp_path / "courses.csv").read_text(encoding="utf-8-sig")
