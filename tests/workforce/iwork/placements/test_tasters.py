"""Tasters: planned with consent, told by both sides, and nothing that cannot have been."""

import pytest

from resources.problem import FieldProblem, Problem
from tests.workforce.iwork.placements.world import DAY, TODAY, World, add_person, add_post
from workforce.iwork.placements.tasters import (
    edit_taster,
    plan_taster,
    record_outcome,
    remove_taster,
    tasters,
    tasters_of,
)
from workforce.iwork.vocabulary import TasterOutcome


def test_a_taster_is_planned_and_told_by_both(world: World) -> None:
    made = plan_taster(
        world.vault, world.ada, world.employer, TODAY, today=TODAY, from_minute=570, until_minute=720
    )
    assert made.outcome is TasterOutcome.PLANNED
    told = record_outcome(
        world.vault, made.id, TasterOutcome.WENT_WELL, today=TODAY, persons_words="I liked it",
        employers_words="So did we",
    )  # fmt: skip
    assert (told.persons_words, told.employers_words, told.from_minute) == ("I liked it", "So did we", 570)
    assert tasters_of(world.vault, world.ada) == tasters(world.vault) == [told]
    remove_taster(world.vault, made.id)
    assert tasters(world.vault) == []


def test_it_needs_consent_to_be_introduced(world: World) -> None:
    add_person(world.vault, "tam", 16, "Tam", "Sample", agreed=False)
    with pytest.raises(Problem, match="introduced to employers by name"):
        plan_taster(world.vault, "tam", world.employer, TODAY, today=TODAY)


def test_nobody_knows_how_a_taster_to_come_went(world: World) -> None:
    made = plan_taster(world.vault, world.ada, world.employer, TODAY + DAY, today=TODAY)
    with pytest.raises(Problem, match="still to come"):
        record_outcome(world.vault, made.id, TasterOutcome.MIXED, today=TODAY)
    assert (
        record_outcome(world.vault, made.id, TasterOutcome.CANCELLED, today=TODAY).outcome
        is TasterOutcome.CANCELLED
    )


@pytest.mark.parametrize(
    ("begins", "ends", "words"),
    [
        (600, None, "Only one of the two"),
        (None, 600, "Only one of the two"),
        (600, 600, "ends before it begins"),
    ],
)
def test_times_that_cannot_be_are_refused(
    world: World, begins: int | None, ends: int | None, words: str
) -> None:
    with pytest.raises(FieldProblem, match=words):
        plan_taster(
            world.vault, world.ada, world.employer, TODAY, today=TODAY, from_minute=begins, until_minute=ends
        )


def test_a_post_of_another_employer_is_refused(world: World) -> None:
    made = plan_taster(world.vault, world.ada, world.employer, TODAY, today=TODAY)
    assert edit_taster(world.vault, made.id, today=TODAY, post_id=world.lunch).post_id == world.lunch
    with pytest.raises(FieldProblem, match="another employer’s"):
        edit_taster(world.vault, made.id, today=TODAY, post_id="nobody’s")
    add_post(world.vault, "garden", 8, world.employer, "Gardener’s mate", 1)
    assert edit_taster(world.vault, made.id, today=TODAY, post_id="garden").post_id == "garden"
