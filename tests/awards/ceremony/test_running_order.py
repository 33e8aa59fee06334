"""The running order: made, timed, moved."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from awards.ceremony.running_order import (
    CeremonyItem,
    add_item,
    edit_item,
    is_item,
    item,
    items,
    make_running_order,
    minutes_of,
    move_item,
    remove_item,
    timed,
    title_of,
)
from awards.vocabulary import CeremonyItemKind
from resources.problem import FieldProblem, Problem
from tests.awards.ceremony.conftest import Evening

_K = CeremonyItemKind


def test_the_first_order_has_every_category_once(evening: Evening) -> None:
    made = make_running_order(evening.db, evening.round_id)
    assert [one.category_id for one in made if one.category_id] == [one.id for one in evening.gala.categories]
    assert (made[0].kind, made[-1].kind) == (_K.WELCOME, _K.PHOTOGRAPHS)
    assert [one.position for one in made] == list(range(1, len(made) + 1))
    with pytest.raises(Problem, match="has a running order already"):
        make_running_order(evening.db, evening.round_id)


def test_points_are_added_changed_moved_and_removed(evening: Evening) -> None:
    db, key = evening.db, evening.round_id
    first = add_item(db, key, _K.WELCOME, minutes=10, presenter="Cllr Example")
    second = add_item(db, key, _K.SPEECH, minutes=5, words="Why we are here")
    assert move_item(db, second.id, -1).position == 1
    assert [one.id for one in items(db, key)] == [second.id, first.id]
    edited = edit_item(
        db, first.id, kind=_K.CATEGORY, category_id=evening.gala.category("Team").id, minutes=8
    )
    assert (
        title_of(edited, {one.id: one.name for one in evening.gala.categories}) == "Proud to Care Team Award"
    )
    assert title_of(second, {}) == "Why we are here"
    remove_item(db, first.id)
    assert not is_item(db, first.id)
    with pytest.raises(LookupError):
        item(db, first.id)


def test_a_category_is_announced_once_and_named_by_its_point_alone(evening: Evening) -> None:
    db, key, team = evening.db, evening.round_id, evening.gala.category("Team").id
    add_item(db, key, _K.CATEGORY, minutes=8, category_id=team)
    for kind, category in ((_K.CATEGORY, team), (_K.CATEGORY, None), (_K.BREAK, team)):
        with pytest.raises(FieldProblem) as refused:
            add_item(db, key, kind, minutes=8, category_id=category)
        assert refused.value.field == "category_id"
    with pytest.raises(FieldProblem, match="0 is written"):
        add_item(db, key, _K.BREAK, minutes=0)
    assert len(items(db, key)) == 1


@given(st.lists(st.integers(1, 90)))
def test_each_point_begins_when_the_one_before_it_ends(lengths: list[int]) -> None:
    some = [
        CeremonyItem(str(n), "r", n, _K.OTHER, None, "", minutes, "") for n, minutes in enumerate(lengths)
    ]
    starts = datetime(2026, 11, 26, 18, tzinfo=UTC)
    found = timed(some, starts)
    assert [one.after for one in found] == [sum(lengths[:n]) for n in range(len(lengths))]
    assert minutes_of(some) == sum(lengths)
    assert all(one.at is not None and (one.at - starts).total_seconds() == one.after * 60 for one in found)
    assert all(one.at is None for one in timed(some, None))
