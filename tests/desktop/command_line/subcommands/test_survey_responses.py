"""Responses from the command line: typed, listed, put right."""

import pytest

from tests.desktop.command_line.conftest import Clerk
from tests.workforce.survey.answers.made import made_wave


@pytest.fixture
def desk(county: Clerk) -> Clerk:
    county.with_db(made_wave)
    county.does(
        "survey-response", "baseline", "--answer", "staff=about 12", "--answer",
        "where=Word of mouth; Other: the vicar", "--service", "Teacup Court", "--received", "3 December 2019",
        "--quote", "yes",
    )  # fmt: skip
    return county


def test_a_response_is_typed_in_and_listed(desk: Clerk) -> None:
    listed = desk.does("survey-responses", "baseline")
    for words in ("Teacup Court", "12 people", "Word of mouth", "the vicar", "3 Dec 2019"):
        assert words in listed
    assert "Teacup" not in desk.does("survey-responses", "baseline", "--not-tied")


def test_it_is_put_right_tied_and_removed(desk: Clerk) -> None:
    assert desk.does(
        "survey-response", "baseline", "1", "--answer", "staff=-", "--answer", "hard=4", "--provider", "Quill Ltd",
        "--note", "Rang them",
    ) == "Changed response 1 to Baseline 2019.\n"  # fmt: skip
    listed = desk.does("survey-responses", "baseline")
    assert "Quill Ltd" in listed and "Quite hard" in listed and "12 people" not in listed
    desk.does("survey-response", "baseline", "1", "--provider", "nobody")
    assert "No name given" in desk.does("survey-responses", "baseline", "--not-tied")
    assert (
        desk.does("survey-response", "baseline", "1", "--remove")
        == "Removed response 1 from Baseline 2019.\n"
    )


def test_what_is_no_answer_is_refused(desk: Clerk) -> None:
    assert "is no answer to “How many staff" in desk.refuses(
        "survey-response", "baseline", "--answer", "staff=a few"
    )
    assert "is not a step from 1 to 5" in desk.refuses("survey-response", "baseline", "--answer", "hard=9")
    refused = desk.refuses("survey-response", "baseline", "--answer", "where=Radio")
    assert "“Other: ” with the words" in refused
    assert "“0.5” may be a share or per cent. Write it with its sign" in desk.refuses(
        "survey-response", "baseline", "--answer", "share=0.5"
    )
    assert "“6 months” is no answer" in desk.refuses(
        "survey-response", "baseline", "--answer", "staff=6 months"
    )
    assert "has no response 7" in desk.refuses("survey-response", "baseline", "7", "--note", "x")


def test_duplicates_are_shown_side_by_side_and_one_counts(desk: Clerk) -> None:
    desk.does("survey-response", "baseline", "--answer", "staff=9", "--service", "Teacup Court")
    shown = desk.does("survey-duplicates", "baseline")
    assert shown.count("Teacup Court") == 2
    assert desk.does("survey-duplicates", "baseline", "--count", "2") == (
        "Response 2 to Baseline 2019 counts, and those it duplicates do not.\n"
    )


def test_answers_that_cannot_be_are_listed(desk: Clerk) -> None:
    desk.does(
        "survey-question",
        "--add",
        "How many posts are vacant?",
        "--kind",
        "people",
        "--measures",
        "vacancies",
    )
    desk.does("survey-wave-edit", "baseline", "--ask", "How many posts are vacant?")
    desk.does("survey-response", "baseline", "1", "--answer", "How many posts=99")
    assert "99 posts are vacant, more than 3 times the staff" in desk.does("survey-queries", "baseline")
