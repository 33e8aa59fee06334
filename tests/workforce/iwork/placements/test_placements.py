"""What is known of a placement beside its stage, and how many places of a post are spoken for."""

import pytest

from resources.database import change
from resources.problem import FieldProblem
from tests.workforce.iwork.placements.world import TODAY, World, at_stage
from workforce.iwork.people.consents import consents_of, standing
from workforce.iwork.placements.moving import pause
from workforce.iwork.placements.placements import (
    edit_placement,
    is_placement,
    placement,
    places_of,
)
from workforce.iwork.placements.whom import agrees
from workforce.iwork.vocabulary import AccessToWork, ConsentScope, Stage


def test_access_to_work_has_a_day_once_it_was_asked_for(world: World) -> None:
    held = at_stage(world, Stage.OFFERED)
    with pytest.raises(FieldProblem, match="without a day"):
        edit_placement(world.vault, held.id, access_to_work=AccessToWork.APPLIED)
    made = edit_placement(
        world.vault, held.id, access_to_work=AccessToWork.APPLIED, access_on=TODAY, permitted_work=True
    )
    assert (made.access_to_work, made.access_on, made.permitted_work) == (AccessToWork.APPLIED, TODAY, True)


def test_one_that_is_gone_is_no_placement(world: World) -> None:
    assert not is_placement(world.vault, "gone")
    with pytest.raises(LookupError):
        placement(world.vault, "gone")


def test_places_are_held_by_offers_and_work_also_through_a_pause(world: World) -> None:
    at_stage(world, Stage.IN_POST)
    offered = at_stage(world, Stage.OFFERED, person=world.wren)
    places = places_of(world.vault)[world.lunch]
    assert (places.most, places.in_work, places.offered, places.considered, places.free) == (2, 1, 1, 0, 0)
    pause(world.vault, offered.id, today=TODAY, words="Unwell")
    assert places_of(world.vault)[world.lunch].free == 0


@pytest.mark.parametrize("withdrawn", [None, "2026-11-22", "2026-11-23", "2026-11-24"])
@pytest.mark.parametrize("until", [None, "2026-11-22", "2026-11-23"])
def test_consent_holds_by_the_same_rule_as_among_people(
    world: World, until: str | None, withdrawn: str | None
) -> None:
    with change(world.vault, "Put right"):
        world.vault.update_row("consent", "ada-share", {"until_on": until, "withdrawn_on": withdrawn})
    holds = standing(consents_of(world.vault, world.ada), ConsentScope.SHARE, TODAY).label == "Given"
    assert agrees(world.vault, world.ada, ConsentScope.SHARE, TODAY) == holds
