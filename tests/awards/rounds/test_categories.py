"""Categories are added, put right, moved and removed while nobody has won in them."""

import pytest

from awards.rounds.categories import (
    add_category,
    categories,
    category,
    edit_category,
    is_category,
    move_category,
    remove_category,
)
from awards.rounds.criteria import add_criterion, criteria, set_values
from awards.vocabulary import NomineeKind
from resources.database import Database, change
from resources.problem import FieldProblem, Problem
from tests.awards.gala import Gala


def test_a_category_of_ones_own(db: Database) -> None:
    gala = Gala(db)
    made = add_category(db, gala.round_id, " Lifetime ", NomineeKind.INDIVIDUAL, word_limit=500)
    assert (made.name, made.position, made.words_in(gala.round), made.finalists_in(gala.round)) == (
        "Lifetime", 8, 500, 4,
    )  # fmt: skip
    changed = edit_category(db, made.id, name="A life of care", word_limit=None, most_finalists=2)
    assert (changed.name, changed.words_in(gala.round), changed.finalists_in(gala.round)) == (
        "A life of care", 300, 2,
    )  # fmt: skip
    assert move_category(db, made.id, by=-7).position == 1
    assert [one.position for one in categories(db, gala.round_id)] == list(range(1, 9))
    own = add_criterion(db, gala.round_id, "Years", category_id=made.id)
    set_values(db, own.id, {100: "One"})
    remove_category(db, made.id)
    assert not is_category(db, made.id) and len(categories(db, gala.round_id)) == 7
    assert own not in criteria(db, gala.round_id)


def test_a_name_is_needed_and_is_one_of_its_kind(db: Database) -> None:
    gala = Gala(db)
    with pytest.raises(FieldProblem, match="Give the category a name"):
        add_category(db, gala.round_id, " ", NomineeKind.TEAM)
    with pytest.raises(FieldProblem, match="is a category of this round already"):
        add_category(db, gala.round_id, "proud to care team award", NomineeKind.TEAM)
    with pytest.raises(FieldProblem, match="from 1 to 5,000"):
        edit_category(db, gala.category("Team").id, word_limit=0)
    assert edit_category(db, gala.category("Team").id, name="Proud to Care Team Award") == gala.category(
        "Team"
    )


def test_a_category_with_a_nominee_stays(db: Database) -> None:
    gala = Gala(db)
    gala.nominate("Ada Example", "Person Centred")
    with pytest.raises(Problem, match="1 nominee of the round belongs to it"):
        remove_category(db, gala.category("Person Centred").id)


def test_a_category_that_a_nominee_left_stays_too(db: Database) -> None:
    gala = Gala(db)
    ada, team = gala.nominate(), gala.category("Team")
    with change(db, "Set up"):
        for key in ("a", "b"):
            db.insert_row(
                "entry_step",
                {"id": key, "entry_id": ada.id, "at": "2026-09-02T09:00:00+00:00", "by": "Test Officer",
                 "to_status": "submitted", "from_category_id": team.id, "to_category_id": ada.category_id},
            )  # fmt: skip
    with pytest.raises(Problem, match="2 steps of nominees of the round belong to it"):
        remove_category(db, team.id)


def test_after_the_announcement_they_stay(db: Database) -> None:
    gala = Gala(db)
    with change(db, "Set up"):
        db.update_row("award_round", gala.round_id, {"announced_at": "2026-12-09T19:00:00+00:00"})
    with pytest.raises(Problem, match="Start the next round and change it there"):
        edit_category(db, gala.category("Team").id, description="x")


def test_a_category_that_is_gone_is_a_fault_of_ours(db: Database) -> None:
    with pytest.raises(LookupError):
        category(db, "gone")
