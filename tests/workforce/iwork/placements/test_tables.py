"""Tables of placements: by reference and initials, exempt, and the same on screen and the command line."""

from resources.database import change
from resources.tables import Table
from tests.workforce.iwork.placements.world import DAY, TODAY, World, at_stage
from workforce.iwork.exempt import IDENTITY
from workforce.iwork.placements import tables
from workforce.iwork.placements.checkpoints import record_checkpoint
from workforce.iwork.placements.finding import find_people, post_options
from workforce.iwork.placements.placements import edit_placement
from workforce.iwork.placements.reminders import add_reminder, finish_reminder
from workforce.iwork.placements.support import add_visit, set_plan
from workforce.iwork.placements.tasters import plan_taster
from workforce.iwork.vocabulary import Stage


def full(world: World) -> str:
    held = at_stage(world, Stage.IN_POST, minutes_week=960)
    at_stage(world, Stage.INTRODUCED, person=world.wren)
    set_plan(world.vault, held.id, [(1, 600)])
    add_visit(world.vault, held.id, TODAY - DAY, 90, today=TODAY)
    record_checkpoint(world.vault, held.id, 4, in_work=True, minutes_week=600, today=TODAY)
    plan_taster(world.vault, world.ada, world.employer, TODAY, today=TODAY, from_minute=570, until_minute=720)
    finish_reminder(
        world.vault, add_reminder(world.vault, "Ring", TODAY, person_id=world.ada).id, today=TODAY
    )
    edit_placement(world.vault, held.id, permitted_work=True)
    return held.id


def made(world: World) -> list[Table]:
    key, vault = full(world), world.vault
    return [
        tables.placements_table(vault), tables.steps_table(vault, key), tables.visits_table(vault, key),
        tables.weeks_table(vault, key, TODAY), tables.checkpoints_table(vault, key, TODAY),
        tables.periods_table(vault, key), tables.tasters_table(vault), tables.pay_table(vault, TODAY),
        tables.todo_table(vault, TODAY), tables.done_table(vault),
    ]  # fmt: skip


def test_every_table_is_exempt_whole_and_without_names(world: World) -> None:
    for table in made(world):
        said = f"{table.title} {table.rows}"
        assert table.rows, table.title
        assert all(len(row) == len(table.columns) for row in table.rows), table.title
        assert table.exempt is IDENTITY, table.title
        assert not any(name in said for name in ("Ada", "Example", "Wren", "Specimen")), said


def test_limits_speak_of_nobody_and_say_how_far_they_can_be_relied_on(world: World) -> None:
    table = tables.benefits_table(world.vault)
    assert table.exempt is None
    assert {row[4] for row in table.rows} == {"Not checked", "Not filled in"}
    assert "Nothing of it is advice" in table.notes[0]


def test_16_hours_and_more_are_flagged(world: World) -> None:
    full(world)
    row = tables.pay_table(world.vault, TODAY).rows[0]
    assert row[:4] == ("IW-014 A.E.", 1, "16", "16 hours or more")


def test_who_is_to_be_deleted_is_in_no_table(world: World) -> None:
    full(world)
    with change(world.vault, "Asked"):
        world.vault.update_row("person", world.ada, {"purge_asked_at": "2026-11-01T10:00:00+00:00"})
    vault = world.vault
    for table in (
        tables.placements_table(vault), tables.tasters_table(vault), tables.pay_table(vault, TODAY),
        tables.todo_table(vault, TODAY), tables.done_table(vault),
    ):  # fmt: skip
        assert "IW-014" not in str(table.rows), table.title


def test_somebody_is_found_by_name_and_shown_by_reference(world: World) -> None:
    for text in ("IW-014", "exam", "A.E."):
        assert [(one.key, one.words) for one in find_people(world.vault, text)] == [
            (world.ada, "IW-014 A.E.")
        ]


def test_posts_offered_have_a_free_place_and_are_not_theirs_already(world: World) -> None:
    full(world)
    assert post_options(world.vault) == [(world.lunch, "P-007 Lunch service assistant (1 free)")]
    assert post_options(world.vault, world.wren) == []
