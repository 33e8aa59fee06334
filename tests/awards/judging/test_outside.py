"""Nominees of a category that their judge does not judge."""

import pytest

from awards.judging.assignments import assignments, give, recuse
from awards.judging.attention import judging_attention
from awards.judging.interests import declare_none
from awards.judging.outside import outside
from awards.judging.panel_categories import set_categories
from awards.judging.planning import assign_panel
from resources.database import Database, change
from resources.problem import Problem
from tests.awards.gala import TODAY, Gala


def test_a_judge_limited_to_others_after_being_given_a_nominee_is_found_until_it_is_settled(
    db: Database,
) -> None:
    gala = Gala(db)
    judge, ada = gala.judge(), gala.nominate("Ada Example")
    declare_none(db, judge.id, on=TODAY)
    gala.judging(ada.id)
    given = gala.give(judge.id, ada.id)
    assert outside(db, gala.round_id) == []
    set_categories(db, judge.id, [gala.category("Team").id])
    (found,) = outside(db, gala.round_id)
    assert found.assignment.id == given
    assert found.sentence == (
        "Jo Judge has 2026-001 of “Proud to deliver Excellent Person Centred Care”, which they are not to judge. Take "
        "the nominee back, or let them judge that category."
    )
    (line,) = judging_attention(db, gala.round, TODAY)
    assert line.what == "1 nominee of Proud to Care 2026 with a judge of other categories"
    assert line.key == judge.id
    recuse(db, given, "Judges teams")
    assert outside(db, gala.round_id) == []


def test_a_category_changed_after_the_giving_is_found_too(db: Database) -> None:
    gala = Gala(db)
    judge, ada = gala.judge(), gala.nominate("Ada Example")
    gala.judging(ada.id)
    set_categories(db, judge.id, [ada.category_id])
    give(db, judge.id, ada.id, today=TODAY)
    with change(db, "Set up"):
        db.update_row("award_entry", ada.id, {"category_id": gala.category("Team").id})
    assert [one.category for one in outside(db, gala.round_id)] == ["Proud to Care Team Award"]


def test_nobody_is_given_a_nominee_of_another_category(db: Database) -> None:
    gala = Gala(db)
    judge, ada = gala.judge(), gala.nominate("Ada Example")
    gala.judging(ada.id)
    set_categories(db, judge.id, [gala.category("Team").id])
    with pytest.raises(Problem, match="judges other categories than “Proud to deliver Excellent Person"):
        give(db, judge.id, ada.id, today=TODAY)


def test_giving_to_the_whole_panel_again_puts_it_right(db: Database) -> None:
    gala = Gala(db)
    first, second, ada = gala.judge(), gala.judge("Kim Judge"), gala.nominate("Ada Example")
    for one in (first, second):
        declare_none(db, one.id, on=TODAY)
    gala.judging(ada.id)
    gala.give(first.id, ada.id)
    set_categories(db, first.id, [gala.category("Team").id])
    done = assign_panel(db, gala.round_id, today=TODAY)
    assert (done.given, done.taken_back) == (1, 1)
    assert [one.member_id for one in assignments(db, gala.round_id)] == [second.id]
    assert outside(db, gala.round_id) == []
