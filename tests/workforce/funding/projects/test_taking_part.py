"""Who takes part, and the level of the DSPT as at a day."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resources.database import history
from resources.problem import FieldProblem, Problem
from tests.workforce.funding.projects.conftest import TODAY, Held
from workforce.funding.projects.projects import edit_project
from workforce.funding.projects.taking_part import (
    Level,
    TakingPartDraft,
    add_taking_part,
    edit_taking_part,
    level,
    level_counts,
    level_on,
    levels_of,
    record_level,
    remove_level,
    remove_taking_part,
    standings,
    taking_part,
    taking_part_in,
)
from workforce.funding.vocabulary import DsptLevel

JOINED = date(2019, 9, 10)


def test_a_level_holds_from_its_day_until_the_next(held: Held) -> None:
    db = held.db
    part = add_taking_part(
        db, held.project.id, TakingPartDraft(held.larch, JOINED, held.larch_house), today=TODAY
    )
    assert part.name == "Larkmeadow House" and part.provider == "Larkmeadow Ltd"
    record_level(db, part.id, DsptLevel.STARTED, date(2019, 10, 1), today=TODAY)
    record_level(db, part.id, DsptLevel.STANDARDS_MET, date(2019, 12, 1), today=TODAY)
    for day, reached in (
        (date(2019, 9, 30), DsptLevel.NOT_STARTED), (date(2019, 10, 1), DsptLevel.STARTED),
        (date(2019, 11, 30), DsptLevel.STARTED), (date(2019, 12, 1), DsptLevel.STANDARDS_MET),
    ):  # fmt: skip
        (found,) = standings(db, held.project.id, day)
        assert found.level is reached
    assert [one.level for one in levels_of(db, part.id)] == [DsptLevel.STANDARDS_MET, DsptLevel.STARTED]


def test_the_same_day_is_put_right_and_a_level_removed(held: Held) -> None:
    db = held.db
    part = add_taking_part(db, held.project.id, TakingPartDraft(held.larch, JOINED), today=TODAY)
    first = record_level(db, part.id, DsptLevel.STARTED, TODAY, today=TODAY)
    again = record_level(db, part.id, DsptLevel.APPROACHING_STANDARDS, TODAY, today=TODAY, note="Looked at")
    assert again.id == first.id and levels_of(db, part.id) == [again]
    remove_level(db, again.id)
    assert levels_of(db, part.id) == []
    with pytest.raises(LookupError):
        level(db, again.id)
    with pytest.raises(FieldProblem, match="after today"):
        record_level(db, part.id, DsptLevel.STARTED, date(2019, 12, 10), today=TODAY)


def test_only_a_project_that_follows_the_dspt_has_levels(held: Held) -> None:
    db = held.db
    part = add_taking_part(db, held.project.id, TakingPartDraft(held.larch, JOINED), today=TODAY)
    edit_project(db, held.project.id, replace(held.project.draft(), tracks_dspt=False))
    with pytest.raises(Problem, match="does not follow the DSPT"):
        record_level(db, part.id, DsptLevel.STARTED, TODAY, today=TODAY)


def test_who_left_is_counted_no_more(held: Held) -> None:
    db = held.db
    part = add_taking_part(db, held.project.id, TakingPartDraft(held.larch, JOINED), today=TODAY)
    add_taking_part(db, held.project.id, TakingPartDraft(held.teacup, JOINED), today=TODAY)
    edit_taking_part(db, part.id, replace(part.draft(), left_on=date(2019, 11, 1)), today=TODAY)
    assert len(standings(db, held.project.id, date(2019, 10, 31))) == 2
    (found,) = standings(db, held.project.id, date(2019, 11, 1))
    assert found.part.name == "Teacup Ltd" and found.since is None
    assert level_counts([found]) == {one: int(one is DsptLevel.NOT_STARTED) for one in DsptLevel}
    assert [one.name for one in taking_part_in(db, held.project.id)] == ["Larkmeadow Ltd", "Teacup Ltd"]


def test_what_cannot_be_is_refused(held: Held) -> None:
    db, key = held.db, held.project.id
    part = add_taking_part(db, key, TakingPartDraft(held.larch, JOINED), today=TODAY)
    for draft, field, words in (
        (TakingPartDraft("", JOINED), "provider_id", "No provider is chosen"),
        (TakingPartDraft(held.teacup, JOINED, held.larch_house), "service_id", "another provider"),
        (TakingPartDraft(held.larch, JOINED), "provider_id", "in this project already"),
        (TakingPartDraft(held.teacup, JOINED, left_on=date(2019, 9, 9)), "left_on", "is before"),
        (TakingPartDraft(held.teacup, JOINED, left_on=date(2019, 12, 10)), "left_on", "after today"),
    ):
        with pytest.raises(FieldProblem, match=words) as refused:
            add_taking_part(db, key, draft, today=TODAY)
        assert refused.value.field == field
    assert edit_taking_part(db, part.id, part.draft(), today=TODAY) == part


def test_who_was_entered_by_mistake_goes_with_the_levels_and_comes_back(held: Held) -> None:
    db = held.db
    part = add_taking_part(db, held.project.id, TakingPartDraft(held.larch, JOINED), today=TODAY)
    reached = record_level(db, part.id, DsptLevel.STARTED, TODAY, today=TODAY)
    remove_taking_part(db, part.id)
    with pytest.raises(LookupError):
        taking_part(db, part.id)
    history.undo(db)
    assert taking_part(db, part.id) == part and levels_of(db, part.id) == [reached]


days = st.dates(date(2019, 1, 1), date(2019, 12, 31))


@given(st.lists(st.tuples(days, st.sampled_from(DsptLevel)), max_size=8), days)
def test_no_later_level_counts_and_none_between_is_passed_over(
    reached: list[tuple[date, DsptLevel]], on: date
) -> None:
    levels = [Level(f"{number:03}", "part", what, day, "") for number, (day, what) in enumerate(reached)]
    found = level_on(levels, on)
    by_then = [one for one in levels if one.reached_on <= on]
    assert (found is None) == (not by_then)
    if found is not None:
        assert found in by_then and all(one.reached_on <= found.reached_on for one in by_then)
