"""The figures of a wave, without a window."""

from pathlib import Path

import pytest

from resources.database import Database
from resources.files.reading import read_sheets
from tests.desktop.command_line.conftest import Clerk
from tests.workforce.survey.analysis.made_answers import homes
from tests.workforce.survey.analysis.made_waves import make_wave

WAVE = "2019-10-01"


def _wave(db: Database) -> None:
    make_wave(db, homes())


@pytest.fixture
def asked(clerk: Clerk) -> Clerk:
    clerk.with_db(_wave)
    return clerk


def test_results_of_every_question_with_base_and_interval(asked: Clerk) -> None:
    told = asked.does("survey-results", WAVE)
    assert "How hard is it to fill your posts?" in told and "95% interval" in told
    assert "How many posts are vacant today?" in told
    one = asked.does("survey-results", WAVE, "--question", "how_hard")
    assert "Very hard" in one and "advertise" not in one
    figure = asked.does("survey-results", WAVE, "--question", "staff", "--question", "vacancies")
    assert "posts are vacant" in figure and "people applied" not in figure


def test_ranks_are_sentences(asked: Clerk) -> None:
    told = asked.does("survey-results", WAVE, "--ranks", "--question", "advertising_methods").strip()
    assert told.startswith("Where do you advertise your posts? ") and "irst: " in told and "% of " in told
    assert "Too few answered" in asked.does("survey-results", WAVE, "--ranks", "--size", "large")


def test_filters_are_said_and_hold_for_each_table(asked: Clerk) -> None:
    told = asked.does(
        "survey-results", WAVE, "--question", "how_hard", "--kind", "home care", "--district", "ashfield",
        "--good-and-outstanding", "--size", "small",
    )  # fmt: skip
    assert "Only: Home care; Ashfield; Small, 10–49 staff; Good and Outstanding only." in told
    assert "Only: Home care." in asked.does("survey-rates", WAVE, "--kind", "home_care")
    assert "Choose Ashfield, Bassetlaw or Mansfield." in asked.refuses(
        "survey-rates", WAVE, "--district", "Atlantis"
    )


def test_weighted_results_say_what_the_weights_are(asked: Clerk) -> None:
    told = asked.does("survey-results", WAVE, "--question", "how_hard", "--weighted")
    assert "Weighted, %" in told and "Weighted by kind of service to the population invited." in told
    both = asked.does("survey-rates", WAVE, "--weight-by", "kind", "--weight-by", "rating")
    assert "Weighted by kind of service and CQC rating" in both and "Pooled, weighted" in both
    assert "Leave out --by" in asked.refuses("survey-rates", WAVE, "--by", "kind", "--weighted")
    assert "filter by size" in asked.refuses("survey-results", WAVE, "--weighted", "--size", "small")


def test_a_question_by_a_group_or_by_another_question(asked: Clerk) -> None:
    assert "Nursing home (base" in asked.does("survey-crosstab", WAVE, "how_hard")
    assert "Mansfield (base" in asked.does(
        "survey-crosstab", WAVE, "how_hard", "--by", "district", "--weighted"
    )
    assert "Word of mouth (base" in asked.does(
        "survey-crosstab", WAVE, "how_hard", "--by", "best_advertising"
    )
    assert "Lower quartile" in asked.does("survey-crosstab", WAVE, "staff", "--by", "rating")
    assert "no question" in asked.refuses("survey-crosstab", WAVE, "how_hard", "--by", "colour of the door")


def test_rates_and_those_that_cannot_be(asked: Clerk) -> None:
    assert "Vacancy rate" in asked.does("survey-rates", WAVE)
    assert "Turnover rate by kind of service" in asked.does("survey-rates", WAVE, "--by", "kind")
    assert "incorrect-turnover" in asked.does("survey-rates", WAVE, "--incorrect")


def test_who_answered_and_who_did_not(asked: Clerk) -> None:
    assert "100 of 150 services invited answered (66.7%)" in asked.does("survey-response-rate", WAVE)
    assert "Those who answered differ from those who did not." in asked.does("survey-non-response", WAVE)
    assert "50 of 150 invited did not answer." in asked.does("survey-non-response", WAVE, "--names")
    assert "Lift the filter by size" in asked.refuses("survey-response-rate", WAVE, "--size", "small")


def test_length_of_service(asked: Clerk) -> None:
    assert "More than 10 years" in asked.does("survey-length-of-service", WAVE)
    assert "do not add up" in asked.does("survey-length-of-service", WAVE, "--differences")


def test_figures_are_saved_as_a_file_and_lists_of_names_are_marked(asked: Clerk, tmp_path: Path) -> None:
    asked.does("survey-response-rate", WAVE, "--out", tmp_path / "rate.csv")
    asked.does("survey-results", WAVE, "--out", tmp_path / "results.xlsx")
    assert "All,150,100,66.7" in (tmp_path / "rate.csv").read_text(encoding="utf-8-sig")
    assert len(read_sheets(tmp_path / "results.xlsx")) == 10
    asked.does("survey-non-response", WAVE, "--names", "--out", tmp_path / "silent.csv")
    assert "EXEMPT" in "".join(path.read_text(encoding="utf-8-sig") for path in tmp_path.glob("*silent*.csv"))


@pytest.mark.parametrize("command", ["survey-rates", "survey-length-of-service"])
def test_numbers_of_people_are_saved_as_not_for_publication(
    asked: Clerk, tmp_path: Path, command: str
) -> None:
    asked.does(command, WAVE, "--out", tmp_path / "people.csv")
    asked.does("survey-results", WAVE, "--question", "staff", "--out", tmp_path / "staff.csv")
    asked.does("survey-results", WAVE, "--question", "how_hard", "--out", tmp_path / "hard.csv")
    marked = {
        name: "EXEMPT" in (tmp_path / f"{name}.csv").read_text(encoding="utf-8-sig")
        for name in ("people", "staff", "hard")
    }
    assert marked == {"people": True, "staff": True, "hard": False}


def test_texts_are_counted_or_listed(asked: Clerk) -> None:
    assert "May be quoted" in asked.does("survey-results", WAVE, "--texts")
    assert "More drivers" in asked.does("survey-results", WAVE, "--texts", "--question", "one_thing")
