"""Matching on the command line: lists, reasons, pins, bans, weights and the shortlist."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.desktop.command_line.conftest import Clerk
from tests.workforce.iwork.matching.team import a_team
from workforce.iwork.people.views import views_of


@pytest.fixture
def matched(iwork_clerk: Clerk) -> Clerk:
    iwork_clerk.now = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
    iwork_clerk.with_vault(a_team)
    return iwork_clerk


def test_people_for_a_post_and_posts_for_a_person(matched: Clerk, tmp_path: Path) -> None:
    told = matched.does("iwork-match", "--post", "P-001")
    assert told.index("IW-001 A.E.") < told.index("IW-002 B.E.") < told.index("IW-003 C.E.")
    assert "not a decision" in told and "Ada" not in told
    assert "P-001 Lunch service assistant" in matched.does("iwork-match", "--person", "IW-002")
    saved = matched.does("iwork-match", "--post", "P-001", "--every", "--out", tmp_path / "people.csv")
    assert "4 rows" in saved and "exempt" in saved.casefold()
    assert "IW-014" in matched.refuses("iwork-match", "--person", "IW-099")


def test_one_pair_is_explained_and_the_look_is_kept(matched: Clerk) -> None:
    told = matched.does("iwork-explain", "IW-002", "P-001")
    assert "IW-002 B.E. and P-001 Lunch service assistant: Could fit." in told
    assert "start 30 minutes later, midday to 2:30pm" in told and "We tell the employer what you need" in told
    told = matched.does("iwork-explain", "IW-003", "P-001")
    assert "Consent first" in told and "Score" not in told
    assert "Nothing that we would ask for" in matched.does("iwork-explain", "IW-004", "P-001")
    matched.with_vault(
        lambda vault: _looked(str(vault.value("select id from person where number = 2")), vault)
    )


def _looked(key: str, vault: object) -> None:
    assert [one.what for one in views_of(vault, key)] == ["Match"]  # type: ignore[arg-type]


def test_pins_and_bans_are_made_and_ended(matched: Clerk) -> None:
    assert "Say why" in matched.refuses("iwork-pin", "IW-001", "P-001")
    pinned = matched.does("iwork-pin", "IW-001", "P-001", "--reason", "They know the cook")
    assert pinned == "Pinned IW-001 to P-001.\n"
    assert "pinned" in matched.does("iwork-match", "--post", "P-001")
    ended = matched.does("iwork-pin", "IW-001", "P-001", "--end", "--reason", "They left")
    assert ended == "Ended the pin.\n"
    assert "no such pin or ban" in matched.refuses("iwork-pin", "IW-001", "P-001", "--end", "--reason", "x")
    matched.does("iwork-ban", "IW-001", "--post", "P-001", "--reason", "It did not go well")
    matched.does("iwork-ban", "IW-002", "--employer", "rosewood", "--reason", "A relative lives there")
    assert "no employer" in matched.refuses("iwork-ban", "IW-002", "--employer", "Nowhere", "--reason", "x")
    told = matched.does("iwork-placing-rules", "--ended")
    assert "All posts of Rosewood House" in told and "They left" in told
    matched.does("iwork-ban", "IW-002", "--employer", "rosewood", "--end", "--reason", "They moved")


def test_weights_and_ways_are_shown_and_changed(matched: Clerk) -> None:
    assert "Tasks they like" in matched.does("iwork-weights")
    told = matched.does("iwork-weights", "--set", "travel=9", "--way", "bus=12.5,10,30")
    assert "12.5" in told and "9" in told
    assert "no weight" in matched.refuses("iwork-weights", "--set", "travel=high")
    assert "0 to 10" in matched.refuses("iwork-weights", "--set", "travel=11")
    assert "no way to work" in matched.refuses("iwork-weights", "--way", "bus=fast")


def test_a_shortlist_is_saved(matched: Clerk, tmp_path: Path) -> None:
    told = matched.does("iwork-shortlist", "P-001", "--out", tmp_path / "shortlist.docx")
    assert told == f"Saved “{tmp_path / 'shortlist.docx'}”.\n"
