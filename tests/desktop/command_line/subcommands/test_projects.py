"""Projects without a window."""

from tests.desktop.command_line.conftest import Clerk


def test_a_project_is_added_changed_and_put_away(county: Clerk) -> None:
    told = county.does(
        "project-add", "Digital security", "--starts", "1 September 2019", "--dspt", "--lead", "Wren"
    )
    assert told == "Added the project Digital security.\n"
    assert "1 project" in county.does("projects")
    told = county.does("project-edit", "digital", "--status", "contracting", "--budget", "£6,000")
    assert told == "Changed the project Digital security.\n"
    assert "Contracting" in county.does("projects") and "£6,000" in county.does("projects")
    assert county.does("project-edit", "digital") == "Nothing was changed.\n"
    assert county.does("project-edit", "digital", "--archive") == "Archived the project Digital security.\n"
    assert "Nothing to list" in county.does("projects") and "1 project" in county.does(
        "projects", "--archived"
    )
    assert county.does("project-edit", "digital", "--restore") == "Restored the project Digital security.\n"
    assert "before the day on which it starts" in county.refuses(
        "project-edit", "digital", "--ends", "2019-01-01"
    )


def test_a_project_shows_all_that_is_kept_in_it(county: Clerk) -> None:
    county.does("project-add", "Digital security", "--dspt")
    county.does("project-milestones", "digital", "--add", "Test systems", "--due", "2019-12-20")
    county.does("project-providers", "digital", "--add", "Teacup")
    county.does("project-levels", "digital", "teacup", "--reached", "standards_met")
    told = county.does("project", "digital")
    assert "Test systems" in told and "Teacup Ltd" in told and "Standards met" in told
    assert "Not started" in county.does("project", "digital", "--on", "2019-12-08").replace(
        "Standards met", ""
    )


def test_a_report_to_a_funder_is_begun_submitted_skipped_and_opened_again(county: Clerk) -> None:
    county.does("project-add", "Digital security")
    told = county.does(
        "project-report", "--add", "Interim report", "--due", "2019-12-01", "--project", "digital"
    )
    assert told == "Added the report “Interim report”.\n"
    assert "Overdue" in county.does("project-reports")
    assert county.does("project-report", "--begin", "interim") == "Began the report “Interim report”.\n"
    assert county.does("project-report", "--submit", "interim") == "Submitted the report “Interim report”.\n"
    assert "Submitted, late" in county.does("project-reports")
    assert (
        county.does("project-report", "--reopen", "interim") == "Opened the report “Interim report” again.\n"
    )
    assert "Write why" in county.refuses("project-report", "--skip", "interim")
    told = county.does("project-report", "--skip", "interim", "--reason", "One a year is enough")
    assert told == "Skipped the report “Interim report”.\n"
    assert "One a year is enough" in county.does("project-reports")
    assert county.does("project-report", "--remove", "interim") == "Removed the report “Interim report”.\n"
    assert "Nothing is chosen" in county.refuses("project-report", "--add", "Report", "--due", "2019-12-01")


def test_an_apprenticeship_in_the_team(county: Clerk) -> None:
    told = county.does(
        "project-apprentices", "--add", "Wren Invented", "--apprenticeship", "Leadership and management", "--level",
        "5", "--started", "2019-06-01",
    )  # fmt: skip
    assert told == "Added the apprenticeship of Wren Invented.\n"
    assert "Under way" in county.does("project-apprentices")
    told = county.does("project-apprentices", "--of", "wren", "--now", "completed")
    assert told == "Apprenticeship of Wren Invented: completed.\n"
    assert "already" in county.refuses("project-apprentices", "--of", "wren", "--now", "completed")
    assert county.does("project-apprentices", "--remove", "wren").startswith("Removed the apprenticeship")
