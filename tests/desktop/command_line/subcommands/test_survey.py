"""The survey and its questions, without a window."""

from pathlib import Path

from tests.desktop.command_line.conftest import Clerk

PAY = (
    "survey-question", "--add", "Do you pay above the minimum?", "--kind", "one_choice", "--topic", "retention",
    "--option", "Yes", "--option", "No", "--dont-know", "Cannot say",
)  # fmt: skip


def test_a_survey_is_started_listed_named_and_put_away(county: Clerk) -> None:
    assert "No survey is kept yet" in county.refuses("survey-questions")
    assert county.does("survey", "--start") == "Started the Recruitment survey.\n"
    assert "is kept already" in county.refuses("survey", "--start")
    county.does("survey", "--edit", "recruitment", "--name", "Workforce survey")
    assert "Workforce survey" in county.does("survey")
    county.does("survey", "--add", "Exit survey", "--purpose", "Why people leave")
    assert "Write more of the name" in county.refuses("survey-questions", "--survey", "survey")
    county.does("survey", "--archive", "exit")
    assert "23 questions" not in county.does("survey-questions", "--survey", "exit")
    county.does("survey", "--restore", "exit")
    assert county.does("survey").count("Why people leave") == 1


def test_questions_are_listed(county: Clerk) -> None:
    county.does("survey", "--start")
    printed = county.does("survey-questions")
    assert "Where do you advertise your posts?" in printed and "Several choices" in printed


def test_a_question_is_added_changed_moved_and_removed(county: Clerk) -> None:
    county.does("survey", "--start")
    assert county.does(*PAY) == (
        "Added the question “Do you pay above the minimum?” (one choice), code pay_above_minimum.\n"
    )
    assert "is asked already" in county.refuses(*PAY)
    county.does(
        "survey-question", "--edit", "pay_above_minimum", "--wording", "Do you pay more?", "--better", "higher",
        "--add-option", "Partly", "--reword-option", "Yes=Yes, always", "--retire-option", "No",
    )  # fmt: skip
    printed = county.does("survey-questions")
    assert "Do you pay more?" in printed
    county.does("survey-question", "--edit", "pay more", "--restore-option", "No")
    assert "to place 1" in county.does("survey-question", "--move", "pay more", "--to", "1")
    first = next(line for line in county.does("survey-questions").splitlines() if "Do you" in line)
    assert first.strip().startswith("1")
    assert "Say to which place" in county.refuses("survey-question", "--move", "pay more")
    county.does("survey-question", "--remove", "pay_above_minimum")
    assert "Do you pay more?" not in county.does("survey-questions", "--retired")


def test_a_question_is_retired_and_restored(county: Clerk) -> None:
    county.does("survey", "--start")
    county.does("survey-question", "--retire", "one_thing")
    assert "What one thing" not in county.does("survey-questions")
    assert "Retired" in county.does("survey-questions", "--retired")
    county.does("survey-question", "--restore", "one_thing")
    assert "What one thing" in county.does("survey-questions")


def test_what_a_question_measures_is_taken_off_and_put_on(county: Clerk) -> None:
    county.does("survey", "--start")
    asked = ("survey-question", "--add", "Who came?", "--kind", "people", "--measures", "attended")
    assert "is measured by" in county.refuses(*asked)
    county.does("survey-question", "--edit", "attended", "--measures", "nothing")
    assert "Added the question" in county.does(*asked)


def test_a_band_is_written_with_its_figures(county: Clerk) -> None:
    county.does("survey", "--start")
    asked = ("survey-question", "--add", "What share is paid more?", "--kind", "band")
    assert "needs the figures" in county.refuses(*asked, "--option", "Half")
    county.does(*asked, "--option", "Half: 40 to 60", "--option", "All: 90 to 100")


def test_the_questionnaire_on_paper(county: Clerk, tmp_path: Path) -> None:
    county.does("survey", "--start")
    county.does("survey-paper", tmp_path / "paper.docx")
    county.does("survey-wave-plan", "Baseline 2019")
    county.does("survey-paper", "--wave", "baseline", tmp_path / "wave.docx")
    assert (tmp_path / "paper.docx").exists() and (tmp_path / "wave.docx").exists()
