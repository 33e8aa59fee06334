"""Rounds of the awards without a window."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from awards.rounds.categories import categories
from awards.rounds.rounds import rounds
from awards.vocabulary import RoundPhase
from resources.database import Database
from tests.awards.gala import Gala
from tests.desktop.command_line.conftest import Clerk


@pytest.fixture
def begun(clerk: Clerk) -> Clerk:
    """One round."""
    clerk.now = datetime(2026, 9, 1, 9, tzinfo=UTC)
    told = clerk.does("award-round-start", "Proud to Care 2026")
    assert told == "Started Proud to Care 2026 with 7 categories. Nominations open.\n"
    return clerk


def test_without_a_round_one_is_started(clerk: Clerk) -> None:
    assert "award-round-start" in clerk.refuses("award-round")


def test_rounds_are_listed_put_right_and_put_away(begun: Clerk, tmp_path: Path) -> None:
    told = begun.does("award-round-start", "Proud to Care 2027", "--year", "2027", "--like", "2026")
    assert told == "Started Proud to Care 2027 with 7 categories. Nominations open.\n"
    assert "Proud to Care 2027" in begun.does("award-rounds")
    told = begun.does(
        "award-round-edit", "--round", "2027", "--name", "Proud 2027", "--words", "250", "--tie", "chair",
        "--may-not-award", "no", "--embargo", "9 December 2027 7pm", "--archive",
    )  # fmt: skip
    assert told == "Archived the round Proud 2027.\n"
    assert "Proud 2027" not in begun.does("award-rounds")
    assert (
        begun.does("award-round-edit", "--round", "proud 2027", "--restore")
        == "Restored the round Proud 2027.\n"
    )
    told = begun.does("award-round")
    assert told.splitlines()[:2] == ["Proud 2027: Nominations open.", "Statements: at most 250 words."]
    assert "Under embargo until 9 December 2027 at 7pm." in told and "Next: Qualifying." in told
    begun.does("award-round-edit", "--round", "2027", "--no-embargo")
    assert "embargo" not in begun.does("award-round")
    saved = tmp_path / "rounds.xlsx"
    begun.does("award-rounds", "--out", saved)
    assert saved.is_file()
    assert begun("award-round-edit", "--embargo", "soon").code == 2


def test_a_round_is_planned_and_moved(begun: Clerk) -> None:
    assert begun.does(
        "award-phases", "--phase", "score", "--from", "1/10/2026", "--until", "31/10/2026", "--seen", "always"
    ) == "Proud to Care 2026, Scoring: 1 October 2026 to 31 October 2026.\n"  # fmt: skip
    assert "31 Oct 2026" in begun.does("award-phases")
    assert begun.does("award-move") == "Proud to Care 2026: Qualifying.\nNobody is nominated yet.\n"
    assert "No nominee has qualified" in begun.refuses("award-move")
    assert "Say why" in begun.refuses("award-move", "--to", "nominate")
    begun.does("award-move", "--to", "nominate", "--reason", "A late form")
    assert "A late form" in begun.does("award-round-steps")

    begun.with_db(lambda db: Gala(db, "Proud to Care 2028", year=2028).at(RoundPhase.ANNOUNCE))
    assert "at its last phase" in begun.refuses("award-move")
    assert "Next" not in begun.does("award-round")


def test_categories_are_kept(begun: Clerk) -> None:
    assert "Say with --kind" in begun.refuses("award-categories", "--add", "Lifetime")
    begun.does("award-categories", "--add", "Lifetime", "--kind", "individual", "--words", "500")
    assert begun.does("award-categories", "--edit", "lifetime", "--name", "A life of care") == (
        "Changed the category A life of care.\n"
    )
    assert (
        begun.does("award-categories", "--move", "life", "--by", "-7")
        == "Moved the category A life of care.\n"
    )
    assert "A life of care" in begun.does("award-categories")
    assert begun.does("award-categories", "--remove", "life") == (
        "Removed the category A life of care from Proud to Care 2026.\n"
    )


def test_criteria_are_kept(begun: Clerk) -> None:
    told = begun.does(
        "award-criteria", "--add", "Courage", "--category", "team", "--weight", "1.5", "--most", "10", "--step", "0.5",
        "--required", "no", "--value", "1=Little", "--value", "10=Boundless",
    )  # fmt: skip
    assert told == "Added the criterion Courage: 1 to 10 in steps of 0.5, weight 1.5.\n"
    assert "10 Boundless" in begun.does("award-criteria")
    told = begun.does(
        "award-criteria", "--edit", "courage", "--name", "Nerve", "--counts", "no", "--value", "2=Some"
    )
    assert told == "Changed the criterion Nerve: 1 to 10 in steps of 0.5, weight does not count.\n"
    assert begun.does("award-criteria", "--move", "nerve", "--by", "-1") == "Moved the criterion Nerve.\n"
    assert begun.does("award-criteria", "--remove", "nerve") == (
        "Removed the criterion Nerve from Proud to Care 2026.\n"
    )
    assert "“1,5” is not a weight" in begun.refuses("award-criteria", "--edit", "values", "--weight", "1,5")


def test_the_checklist_is_kept(begun: Clerk) -> None:
    begun.does("award-checklist", "--add", "Was asked for a photograph")
    assert begun.does("award-checklist", "--edit", "photograph", "--name", "Agreed to be photographed") == (
        "Changed the point.\n"
    )
    assert begun.does("award-checklist", "--move", "photographed", "--by", "-1") == "Moved the point.\n"
    assert "Agreed to be photographed" in begun.does("award-checklist")
    begun.does("award-checklist", "--remove", "photographed")
    assert "photographed" not in begun.does("award-checklist")


def test_the_round_meant_is_the_latest_unless_another_is_named(begun: Clerk) -> None:
    begun.with_db(lambda db: Gala(db, "Proud to Care 2025", year=2025))
    begun.does("award-categories", "--round", "2025", "--edit", "team", "--about", "Small and good")

    def look(db: Database) -> None:
        new, old = rounds(db)
        about = [one.description for one in categories(db, old.id) if "Team" in one.name]
        assert about == ["Small and good"]
        assert all(one.description != "Small and good" for one in categories(db, new.id))

    begun.with_db(look)
