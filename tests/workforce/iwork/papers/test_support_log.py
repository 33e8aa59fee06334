"""The support log: all of it by reference, with the name only where that is asked for, exempt either way."""

from pathlib import Path

import pytest

from resources.report.blocks import TableBlock
from tests.workforce.iwork.placements.world import DAY, TODAY, World, at_stage, made_world
from workforce.iwork.exempt import EXEMPTION, IDENTITY
from workforce.iwork.papers.support_log import support_log, write_support_log
from workforce.iwork.placements.checkpoints import record_checkpoint
from workforce.iwork.placements.support import add_visit, set_plan
from workforce.iwork.vocabulary import Stage


@pytest.fixture
def world(vault: object) -> World:
    """Two people and a post."""
    return made_world(vault)  # type: ignore[arg-type]


def in_work(world: World) -> str:
    held = at_stage(world, Stage.IN_POST)
    set_plan(world.vault, held.id, [(1, 600), (5, 60)])
    add_visit(world.vault, held.id, TODAY - DAY, 90, today=TODAY, words="Laying tables")
    record_checkpoint(world.vault, held.id, 13, in_work=True, today=TODAY)
    return held.id


def test_it_tells_support_and_whether_the_job_lasts_by_reference(world: World) -> None:
    report = support_log(world.vault, in_work(world), today=TODAY)
    said = str(report.blocks)
    for words in (
        "Lunch service assistant",
        "Given: 1.5 hours, 1 time.",
        "week 1: 10; week 5: 1",
        "Laying tables",
    ):
        assert words in said
    assert report.marking == (IDENTITY,)
    assert report.subtitle == "IW-014 A.E."
    assert not any(name in f"{said}{report.title}" for name in ("Ada", "Example"))
    titles = {
        block.table.title.partition(" of ")[0] for block in report.blocks if isinstance(block, TableBlock)
    }
    assert titles == {"Steps", "Support by week", "Support", "Checkpoints", "Hours and pay"}


def test_the_name_is_on_it_where_that_is_asked_for(world: World) -> None:
    report = support_log(world.vault, in_work(world), today=TODAY, named=True)
    assert report.subtitle == "Ada Example, IW-014 A.E."
    assert report.marking == (EXEMPTION,)


def test_before_the_start_there_is_little_to_tell(world: World, tmp_path: Path) -> None:
    held = at_stage(world, Stage.INTRODUCED)
    assert "No support is written down yet. No support is planned." in str(
        support_log(world.vault, held.id, today=TODAY).blocks
    )
    made = write_support_log(world.vault, held.id, tmp_path / "log.docx", today=TODAY)
    assert made.stat().st_size > 1_000
