"""The funnel, what changed and answers needed, without a window."""

from pathlib import Path

import pytest

from resources.database import Database
from tests.desktop.command_line.conftest import Clerk
from tests.workforce.survey.changes.two_waves import two_waves

BEFORE, AFTER = "2019-10-01", "2020-10-01"


def _waves(db: Database) -> None:
    before = {"how_hard": "Very hard", "applied": 40, "invited": 10, "attended": 5}
    after = {"how_hard": "Very easy", "applied": 40, "invited": 10, "attended": 8}
    two_waves(db, [*[(before, after)] * 34, ({"invited": 6, "attended": 9}, None)])


@pytest.fixture
def asked(clerk: Clerk) -> Clerk:
    clerk.with_db(_waves)
    return clerk


def test_the_funnel_both_ways_with_stages(asked: Clerk) -> None:
    told = asked.does("survey-funnel", BEFORE)
    assert "Of those invited, attended" in told and "170 of 340" in told and "People at each stage" in told
    assert "by kind of service" in asked.does("survey-funnel", BEFORE, "--by-kind")
    assert asked.does("survey-funnel", BEFORE, "--sentences").splitlines()[1] == (
        "Of those invited, 50% attended (170 of 340 people, 34 providers). At the typical provider it was 50% (34 "
        "providers)."
    )
    assert "Too few answered" in asked.does("survey-funnel", BEFORE, "--sentences", "--kind", "home care")
    assert "9 attended of 6 invited" in asked.does("survey-funnel", BEFORE, "--impossible")


def test_small_counts_are_hidden_below_one_of_three_numbers(asked: Clerk) -> None:
    assert "5, 7 or 10" in asked.refuses("survey-funnel", BEFORE, "--hide-below", "3")
    assert "Of those invited" in asked.does("survey-funnel", BEFORE, "--hide-below", "10")


def test_what_changed_since_the_wave_before(asked: Clerk) -> None:
    told = asked.does("survey-changes", AFTER)
    assert "All answers: change" in told and "−100 points" in told and "Improved" in told
    assert "95% interval" in asked.does("survey-changes", AFTER, "--since", BEFORE, "--all-answers")
    assert "Down" in asked.does("survey-changes", AFTER, "--same-providers")
    assert "Nothing to list." in asked.does("survey-changes", AFTER, "--breaks")
    assert "p, corrected" not in asked.does("survey-changes", AFTER, "--all-answers", "--uncorrected")
    sentences = asked.does("survey-changes", AFTER, "--sentences").splitlines()
    assert sentences[0].endswith(
        "100% of 34 (Wave of 2019-10-01), 0% of 34 (Wave of 2020-10-01), −100 points: improved."
    )


def test_two_waves_may_be_named_side_by_side(asked: Clerk) -> None:
    told = asked.does("survey-changes", AFTER)
    assert asked.does("survey-changes", BEFORE, AFTER) == told
    assert asked.does("survey-changes", AFTER, BEFORE) == told
    assert "with --since" in asked.refuses("survey-changes", BEFORE, AFTER, "--since", BEFORE)


def test_changes_are_saved_as_a_table(asked: Clerk, tmp_path: Path) -> None:
    asked.does("survey-changes", AFTER, "--all-answers", "--out", tmp_path / "changes.csv")
    text = (tmp_path / "changes.csv").read_text(encoding="utf-8-sig")
    assert "Verdict" in text and "Improved" in text


def test_two_waves_that_cannot_be_compared_are_refused(asked: Clerk) -> None:
    assert "No wave of the survey is earlier" in asked.refuses("survey-changes", BEFORE)
    assert "is not earlier than" in asked.refuses("survey-changes", BEFORE, "--since", AFTER)


def test_how_many_answers_it_takes(asked: Clerk) -> None:
    assert "388" in asked.does("survey-answers-needed")
    told = asked.does("survey-answers-needed", BEFORE, "--points", "20", "--share", "50")
    assert "93" in told and told.strip().endswith("35, show a change of 32 points.")
    assert "No share is 90 points from 30%" in asked.refuses("survey-answers-needed", "--points", "90")
