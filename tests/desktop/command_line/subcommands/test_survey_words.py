"""What was written in a survey, without a window."""

import pytest

from resources.database import Database
from tests.desktop.command_line.conftest import Clerk
from tests.workforce.survey.written import AGAIN, Written

REASONS = "vacancy_reasons"


@pytest.fixture
def written(clerk: Clerk) -> Clerk:
    """A survey of two waves with some texts."""

    def made(db: Database) -> None:
        kept = Written(db)
        first, second = kept.wave(), kept.wave("Again", AGAIN)
        for wave, words in (
            (first, "No buses"),
            (first, "no buses!"),
            (second, "No buses"),
            (second, "Housing costs"),
        ):
            kept.answer(wave.id, {REASONS: words}, quote_consent="yes")
        kept.answer(first.id, {"one_thing": "Ring 0115 977 3201"}, quote_consent="yes")
        kept.answer(first.id, {"one_thing": "Better pay"}, quote_consent="yes")

    clerk.with_db(made)
    return clerk


def test_texts_are_listed_with_their_codes_themes_and_frequent_words(written: Clerk) -> None:
    assert "What are the main reasons" in written.does("survey-texts")
    told = written.does("survey-texts", REASONS)
    assert "No buses" in told and "2 texts are not coded yet." in told
    assert "Transport" not in told
    assert "Nothing to list" in written.does("survey-texts", REASONS, "--themes")
    assert "Housing costs" in written.does("survey-texts", REASONS, "--not-coded")
    assert "Words that come often" in written.does("survey-texts", REASONS, "--words")


def test_a_text_is_coded_for_every_wave(written: Clerk) -> None:
    told = written.does("survey-code", REASONS, "--text", "no buses", "--to", "Transport")
    assert told == "“No buses”: “Transport, or the place is hard to reach”.\n"
    told = written.does("survey-code", REASONS, "--text", "buses", "--to-new", "Buses", "--as-well")
    assert told == "“No buses”: “Transport, or the place is hard to reach” and “Buses”.\n"
    assert "Buses" in written.does("survey-texts", REASONS, "--themes")
    assert (
        written.does("survey-code", REASONS, "--text", "housing", "--fits-none")
        == "“Housing costs”: fits no code.\n"
    )
    assert (
        written.does("survey-code", REASONS, "--text", "housing", "--uncode")
        == "“Housing costs”: not coded.\n"
    )
    assert "There is no text “moon”" in written.refuses(
        "survey-code", REASONS, "--text", "moon", "--fits-none"
    )
    assert "There is no code “moon”" in written.refuses(
        "survey-code", REASONS, "--text", "housing", "--to", "moon"
    )


def test_codes_are_added_renamed_merged_retired_and_restored(written: Clerk) -> None:
    assert written.does("survey-codes", "one_thing", "--add", "Wages") == "Added the code “Wages”.\n"
    assert (
        written.does("survey-codes", "one_thing", "--rename", "wages", "Pay") == "Renamed “Wages” to “Pay”.\n"
    )
    written.does("survey-codes", "one_thing", "--add", "Salary")
    assert (
        written.does("survey-codes", "one_thing", "--merge", "salary", "pay")
        == "Merged “Salary” into “Pay”.\n"
    )
    assert written.does("survey-codes", "one_thing", "--retire", "pay") == "Retired the code “Pay”.\n"
    assert "9 Dec 2019" in written.does("survey-codes", "one_thing")
    assert written.does("survey-codes", "one_thing", "--restore", "pay") == "Restored the code “Pay”.\n"
    assert "offered to choose" in written.refuses("survey-codes", REASONS, "--retire", "Retirement")


def test_only_what_names_nobody_is_quoted(written: Clerk) -> None:
    told = written.does("survey-quotes", "baseline", "--question", "one_thing")
    assert "Better pay" in told and "0115" not in told and "1 text names somebody" in told
    assert "Housing costs" in written.does("survey-quotes", "again")
    refused = written.refuses("survey-quotes", "again", "--question", "best_retention")
    assert refused == "Nobody wrote anything to this question in this wave."
