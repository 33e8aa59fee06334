"""Rows read by the types of their fields."""

from datetime import date

from workforce.funding.projects.projects import Project, ProjectDraft
from workforce.funding.projects.rows import cells_of, columns_of, draft_of, row_as
from workforce.funding.vocabulary import ProjectStatus

ROW = ("k", "Burdett", None, "", "Wren", "2019-09-01", None, 6000000, "closing", 1, "", None)


def test_days_words_and_flags_are_read() -> None:
    held = row_as(Project, ROW)
    assert held == Project(
        "k",
        "Burdett",
        None,
        "",
        "Wren",
        date(2019, 9, 1),
        None,
        6000000,
        ProjectStatus.CLOSING,
        True,
        "",
        None,
    )


def test_a_draft_is_kept_as_it_was_read() -> None:
    cells = cells_of(draft_of(ProjectDraft, row_as(Project, ROW)))
    assert (cells["starts_on"], cells["status"], cells["tracks_dspt"]) == ("2019-09-01", "closing", 1)


def test_columns_of_one_table_among_several() -> None:
    assert columns_of(ProjectDraft, "p").startswith("p.name, p.starts_on")
