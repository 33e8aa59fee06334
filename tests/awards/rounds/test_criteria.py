"""What is scored: scales that hang together, weights that stay once scoring ends, and what becomes of scores."""

import pytest

from awards.rounds.criteria import (
    Criterion,
    add_criterion,
    criteria,
    criteria_by_category,
    criteria_of,
    criterion,
    edit_criterion,
    move_criterion,
    remove_criterion,
    scores_given,
    set_values,
    values_of,
)
from awards.vocabulary import RoundPhase
from resources.database import Database, change
from resources.problem import FieldProblem, Problem
from tests.awards.gala import Gala


def first(gala: Gala) -> Criterion:
    """“Difference made”, which is scored in every category."""
    return criteria(gala.db, gala.round_id)[0]


def scored(gala: Gala) -> str:
    """Ada with four points by every criterion; the assignment."""
    ada, jo = gala.nominate(), gala.judge()
    gala.judging(ada.id)
    given = gala.give(jo.id, ada.id)
    gala.score(given, 4)
    gala.at(RoundPhase.SCORE)
    return given


def status(db: Database, assignment: str) -> str:
    return str(db.value("select status from judge_assignment where id = ?", (assignment,)))


def test_each_category_has_what_is_scored_in_all_and_its_own(db: Database) -> None:
    gala = Gala(db)
    by_category = criteria_by_category(db, gala.round_id)
    assert {key: len(some) for key, some in by_category.items()} == {one.id: 4 for one in gala.categories}
    team = gala.category("Team").id
    assert by_category[team] == criteria_of(db, team)
    assert [one.name for one in by_category[team]] == [
        "Difference made",
        "Values",
        "Beyond the role",
        "Together",
    ]


def test_a_criterion_of_ones_own(db: Database) -> None:
    gala = Gala(db)
    made = add_criterion(db, gala.round_id, "Kindness", weight=15, least=0, most=1000, step=50)
    assert (made.scale_words, made.weight_words, made.category_id) == ("0 to 10 in steps of 0.5", "1.5", None)
    assert 950 in made.allowed and 975 not in made.allowed and 1050 not in made.allowed
    set_values(db, made.id, {0: "None", 1000: " Boundless ", 500: ""})
    assert [(one.points, one.label) for one in values_of(db, made.id)] == [(0, "None"), (1000, "Boundless")]
    set_values(db, made.id, {0: "Not seen", 500: "Some"})
    assert [(one.points, one.label) for one in values_of(db, made.id)] == [(0, "Not seen"), (500, "Some")]
    changed = edit_criterion(db, made.id, most=400, step=100, counts=False)
    assert (changed.scale_words, changed.weight_words) == ("0 to 4", "does not count")
    assert [one.points for one in values_of(db, made.id)] == [0]
    assert move_criterion(db, made.id, by=-3) == criteria(db, gala.round_id)[0]
    remove_criterion(db, made.id)
    assert made.id not in [one.id for one in criteria(db, gala.round_id)]


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"name": ""}, "name"),
        ({"name": "values"}, "name"),
        ({"name": "together"}, "name"),
        ({"weight": -1}, "weight"),
        ({"weight": 1001}, "weight"),
        ({"most": 100}, "most"),
        ({"least": -100}, "most"),
        ({"step": 0}, "step"),
        ({"step": 300}, "step"),
        ({"most": 100_100, "step": 1}, "step"),
    ],
)
def test_what_cannot_be_scored_is_refused(db: Database, facts: dict[str, object], field: str) -> None:
    gala = Gala(db)
    held = first(gala)
    with pytest.raises(FieldProblem) as refused:
        edit_criterion(db, held.id, **facts)  # type: ignore[arg-type]
    assert refused.value.field == field
    assert criterion(db, held.id) == held


def test_one_name_may_stand_in_two_categories(db: Database) -> None:
    gala = Gala(db)
    team, lead = gala.category("Team").id, gala.category("Lead").id
    assert add_criterion(db, gala.round_id, "Courage", category_id=team).category_id == team
    assert add_criterion(db, gala.round_id, "Courage", category_id=lead).category_id == lead
    with pytest.raises(FieldProblem, match="Courage is scored here already"):
        add_criterion(db, gala.round_id, "Courage")


def test_a_value_off_the_scale_has_no_words(db: Database) -> None:
    gala = Gala(db)
    with pytest.raises(FieldProblem, match="6 is not on the scale of Difference made, 1 to 5"):
        set_values(db, first(gala).id, {600: "More than all"})


def test_weights_change_while_scores_come_in_and_stay_once_scoring_ended(db: Database) -> None:
    gala = Gala(db)
    given = scored(gala)
    assert edit_criterion(db, first(gala).id, weight=30).weight == 30
    assert scores_given(db, first(gala).id) == 1 and status(db, given) == "scored"
    for phase in (RoundPhase.MODERATE, RoundPhase.DECIDE, RoundPhase.ANNOUNCE):
        gala.at(phase)
        with pytest.raises(Problem, match="Move the round back to scoring first"):
            edit_criterion(db, first(gala).id, weight=10)
        with pytest.raises(Problem, match="scoring has ended"):
            remove_criterion(db, first(gala).id)
        with pytest.raises(Problem, match="scoring has ended"):
            add_criterion(db, gala.round_id, "More")
    assert edit_criterion(db, first(gala).id, guidance="In other words").guidance == "In other words"


def test_another_scale_takes_its_scores_out_only_where_that_is_said(db: Database) -> None:
    gala = Gala(db)
    given = scored(gala)
    with pytest.raises(Problem, match="1 score is given by Difference made on the scale 1 to 5"):
        edit_criterion(db, first(gala).id, most=1000)
    assert edit_criterion(db, first(gala).id, most=1000, take_out_scores=True).scale_words == "1 to 10"
    assert scores_given(db, first(gala).id) == 0
    assert db.value("select count(*) from judge_score") == 3 and status(db, given) == "scoring"


def test_a_criterion_more_asks_whoever_had_finished_again(db: Database) -> None:
    gala = Gala(db)
    given = scored(gala)
    add_criterion(db, gala.round_id, "Colour", required=False)
    assert status(db, given) == "scored"
    add_criterion(db, gala.round_id, "Courage", category_id=gala.category("Team").id)
    assert status(db, given) == "scored"
    more = add_criterion(db, gala.round_id, "Kindness")
    assert status(db, given) == "scoring"
    with pytest.raises(Problem, match="leave the criterion"):
        remove_criterion(db, first(gala).id)
    remove_criterion(db, more.id)


def test_locked_scores_are_unlocked_first(db: Database) -> None:
    gala = Gala(db)
    given = scored(gala)
    with change(db, "Set up"):
        db.update_row("judge_assignment", given, {"locked_at": "2026-10-01T09:00:00+00:00"})
    with pytest.raises(Problem, match="1 nominee by Difference made are locked"):
        remove_criterion(db, first(gala).id, take_out_scores=True)
    with pytest.raises(Problem, match="1 nominee are locked already"):
        add_criterion(db, gala.round_id, "Kindness")


def test_a_criterion_that_is_gone_is_a_fault_of_ours(db: Database) -> None:
    with pytest.raises(LookupError):
        criterion(db, "gone")
