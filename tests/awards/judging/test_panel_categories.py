"""Which categories a member judges."""

import pytest

from awards.judging.panel_categories import categories_of, panel_categories, set_categories
from resources.database import Database
from resources.problem import FieldProblem
from tests.awards.gala import Gala


def test_some_categories_are_chosen_and_all_are_none(db: Database) -> None:
    gala = Gala(db)
    judge = gala.judge()
    team, lead = gala.category("Team").id, gala.category("Lead").id
    assert set(set_categories(db, judge.id, [team, lead])) == {team, lead}
    assert panel_categories(db, gala.round_id) == {judge.id: frozenset({team, lead})}
    assert set_categories(db, judge.id, [lead]) == (lead,)
    assert set_categories(db, judge.id, [one.id for one in gala.categories]) == ()
    assert panel_categories(db, gala.round_id) == {}


def test_a_category_of_another_round_is_refused(db: Database) -> None:
    gala, before = Gala(db), Gala(db, "Proud to Care 2025", year=2025)
    judge = gala.judge()
    with pytest.raises(FieldProblem, match="not of this round"):
        set_categories(db, judge.id, [before.category("Team").id])
    assert categories_of(db, judge.id) == ()
