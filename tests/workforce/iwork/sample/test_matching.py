"""What the sample decides by hand can be decided, and the same each time."""

import pytest

from resources.database import Database
from tests.workforce.iwork.matching.team import TODAY, a_team
from workforce.iwork.matching import shipped
from workforce.iwork.matching.rules_by_hand import placing_rules
from workforce.iwork.matching.weights import weights
from workforce.iwork.posts.posts import add_post
from workforce.iwork.sample.matching import add_decided_by_hand
from workforce.iwork.vocabulary import Factor, PostStatus, RuleKind


@pytest.mark.parametrize("more", [0, 4])
def test_pins_and_bans_are_made_among_those_who_look(vault: Database, more: int) -> None:
    team = a_team(vault)
    for name in ("Eve", "Fay", "Gus")[:more]:
        team.person(name, week="Mon to Fri 9:00 to 17:00")
    for number in range(more):
        add_post(vault, team["home"], f"Invented {number}", today=TODAY, status=PostStatus.OPEN)
    add_decided_by_hand(vault, today=TODAY)
    held = placing_rules(vault, ended=True)
    assert any(one.kind is RuleKind.PIN for one in held)
    assert sum(one.kind is RuleKind.BAN for one in held) == (3 if more else 0)
    assert weights(vault)[Factor.SUPPORT] == shipped.WEIGHTS[Factor.SUPPORT] + 1
