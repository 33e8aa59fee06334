"""Pins and bans by hand: one of each, with a reason, never against one another."""

from datetime import timedelta

import pytest

from resources.database import Database, history
from resources.problem import Problem
from tests.workforce.iwork.matching.team import TODAY, a_team
from workforce.iwork.matching.rules_by_hand import (
    ban_from_employer,
    ban_from_post,
    end_rule,
    pin,
    placing_rule,
    placing_rules,
    rules_between,
)


def test_a_pin_is_kept_with_who_why_and_when_and_named_by_reference(vault: Database) -> None:
    team = a_team(vault)
    made = pin(vault, team["Ada"], team["post"], " They know the cook ", today=TODAY)
    assert (made.reason, made.made_by, made.made_on, made.stands) == (
        "They know the cook",
        "Test Coach",
        TODAY,
        True,
    )
    named = history.next_undo(vault)
    assert named is not None and named.action == "Pinned IW-001 to P-001"
    assert placing_rule(vault, made.id) == made == placing_rules(vault)[0]
    with pytest.raises(LookupError):
        placing_rule(vault, "gone")


@pytest.mark.parametrize("reason", ["", "  "])
def test_a_reason_is_needed(vault: Database, reason: str) -> None:
    team = a_team(vault)
    with pytest.raises(Problem, match="Say why"):
        pin(vault, team["Ada"], team["post"], reason, today=TODAY)
    held = ban_from_post(vault, team["Ada"], team["post"], "Asked for it", today=TODAY)
    with pytest.raises(Problem, match="Say why it ends"):
        end_rule(vault, held.id, reason, today=TODAY)


def test_pins_and_bans_do_not_stand_against_one_another(vault: Database) -> None:
    team = a_team(vault)
    held = pin(vault, team["Ada"], team["post"], "They know the cook", today=TODAY)
    with pytest.raises(Problem, match="pinned to P-001 already"):
        pin(vault, team["Ada"], team["post"], "Again", today=TODAY)
    with pytest.raises(Problem, match="End that pin first"):
        ban_from_post(vault, team["Ada"], team["post"], "No", today=TODAY)
    with pytest.raises(Problem, match="End that pin first"):
        ban_from_employer(vault, team["Ada"], team["home"], "No", today=TODAY)
    ended = end_rule(vault, held.id, "They left", today=TODAY + timedelta(days=1))
    assert (ended.stands, ended.ended_reason) == (False, "They left")
    with pytest.raises(Problem, match="ended already"):
        end_rule(vault, held.id, "Again", today=TODAY)
    ban_from_employer(vault, team["Ada"], team["home"], "It did not go well", today=TODAY)
    with pytest.raises(Problem, match="already"):
        ban_from_employer(vault, team["Ada"], team["home"], "Again", today=TODAY)
    with pytest.raises(Problem, match="not to be placed"):
        pin(vault, team["Ada"], team["post"], "They know the cook", today=TODAY)
    assert len(placing_rules(vault)) == 1 and len(placing_rules(vault, ended=True)) == 2
    assert [one.employer_id for one in rules_between(vault, team["Ada"], team["post"])] == [team["home"]]
    assert rules_between(vault, team["Bel"], team["post"]) == []


def test_no_more_are_pinned_than_there_are_places(vault: Database) -> None:
    team = a_team(vault)
    for name in ("Ada", "Bel", "Cy"):
        pin(vault, team[name], team["post"], "A group of friends", today=TODAY)
    with pytest.raises(Problem, match="as it has places: 3"):
        pin(vault, team["Dee"], team["post"], "A friend too", today=TODAY)
