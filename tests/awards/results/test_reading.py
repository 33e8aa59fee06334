from fractions import Fraction

import pytest

from awards.judging.assignments import recuse
from awards.judging.scores import abstain, give_scores
from awards.results.harshness import Harshness
from awards.results.reading import category_standing, read_scores, round_standings
from awards.rounds.criteria import criteria_of, edit_criterion
from awards.rounds.rounds import edit_round
from awards.vocabulary import EntryStatus, ReviewState, RoundPhase
from resources.database import Database
from tests.awards.gala import NOW
from tests.awards.results.scored import Scored


def test_nominees_stand_by_their_means(db: Database) -> None:
    made = Scored(db)
    held = category_standing(db, made.category_id)
    assert [
        (one.nominee.name, one.placed and one.placed.place, one.summary.mean, one.summary.median)
        for one in held.nominees
    ] == [
        ("Ada Example", 1, Fraction(1400, 3), 500),
        ("Ben Specimen", 2, Fraction(1100, 3), 400),
        ("Cal Instance", 3, Fraction(500, 3), 200),
    ]
    assert held.nominees[0].nominee.reference == "2026-001"
    assert held.nominees[0].nominee.place == "Rosewood House"
    assert [one.state for one in held.nominees] == [
        ReviewState.POSITIVE, ReviewState.POSITIVE, ReviewState.NEGATIVE,
    ]  # fmt: skip
    assert isinstance(held.harshness, Harshness)
    assert [round(float(one.added)) for one in held.harshness.effects] == [33, 33, -67]


def test_means_are_weighed_by_the_criteria_of_the_category(db: Database) -> None:
    made = Scored(db, {"Ada Example": (3, 3, 3)})
    made.gala.at(RoundPhase.SCORE)
    criteria = criteria_of(db, made.category_id)
    give_scores(db, made.given["ada", 0], {criteria[0].id: 500}, now=NOW)
    held = category_standing(db, made.category_id)
    judge = held.nominees[0].summary.by_judge[made.judge[0]]
    weights = [one.weight for one in criteria]
    assert judge == Fraction(500 * weights[0] + 300 * sum(weights[1:]), sum(weights))


def test_who_abstains_or_stands_aside_or_is_not_finished_is_not_counted(db: Database) -> None:
    made = Scored(db, {"Ada Example": (5, 4, 1, 1)})
    made.gala.at(RoundPhase.SCORE)
    abstain(db, made.given["ada", 0], "Knows the home", now=NOW)
    recuse(db, made.given["ada", 1], "Was a colleague")
    first = criteria_of(db, made.category_id)[0]
    give_scores(db, made.given["ada", 2], {first.id: None}, now=NOW)
    one = category_standing(db, made.category_id).nominees[0]
    assert (one.summary.number, one.summary.mean) == (1, 100)
    assert (one.awaited, one.abstained, one.aside) == (1, 1, 1)
    assert one.placed is None and one.has_too_few
    assert one.state is ReviewState.IN_PROGRESS


def test_those_with_too_few_scores_have_no_place(db: Database) -> None:
    made = Scored(db, {"Ada Example": (4, 4, 4), "Ben Specimen": (5,)})
    held = category_standing(db, made.category_id)
    assert [(one.nominee.name, one.placed is not None) for one in held.nominees] == [
        ("Ada Example", True),
        ("Ben Specimen", False),
    ]
    assert held.what_if.first == (made.entry["ada"],)
    edit_round(db, made.gala.round_id, least_scores=1)
    assert category_standing(db, made.category_id).first()[0].nominee.name == "Ben Specimen"


def test_who_is_out_or_not_yet_judged_is_not_there(db: Database) -> None:
    made = Scored(db)
    made.gala.stands(made.entry["ben"], EntryStatus.WITHDRAWN)
    made.gala.at(RoundPhase.NOMINATE)
    made.gala.nominate("Dot Sample")
    assert [one.nominee.name for one in category_standing(db, made.category_id).nominees] == [
        "Ada Example",
        "Cal Instance",
    ]


def test_judges_are_compared_over_the_whole_round(db: Database) -> None:
    """Two judges who share nobody in a category share somebody in another."""
    made = Scored(db, {"Ada Example": (4,), "Ben Specimen": (4,)})
    made.judge.append(made.gala.judge("Other Judge").id)
    made.add("Dot Sample", 5, 3, category="Support")
    made.add("Eve Pattern", None, 4)
    held = category_standing(db, made.category_id)
    assert isinstance(held.harshness, Harshness)
    assert {held.judge_names[one.judge]: one.scored for one in held.harshness.effects} == {
        "Jo Judge": 3,
        "Other Judge": 2,
    }
    ada = held.of(made.entry["ada"])
    assert ada is not None and ada.adjusted is not None and ada.adjusted < 400


def test_adjusting_can_turn_the_order(db: Database) -> None:
    figures = {"Dot Sample": (5, 2), "Eve Pattern": (5, 2), "Ada Example": (4,), "Ben Specimen": (None, 3)}
    made = Scored(db, figures)
    edit_round(db, made.gala.round_id, least_scores=1)
    held = category_standing(db, made.category_id)
    plain = [one.nominee.name for one in held.by_place()]
    again = [one.nominee.name for one in held.by_place(adjusted=True)]
    assert plain.index("Ada Example") < plain.index("Ben Specimen")
    assert again.index("Ben Specimen") < again.index("Ada Example")
    assert held.first(adjusted=True)[0].nominee.name == "Ben Specimen"


def test_all_categories_are_read_at_once(db: Database) -> None:
    made = Scored(db)
    held = round_standings(db, made.gala.round_id)
    assert [one.category.name for one in held] == [one.name for one in made.gala.categories]
    assert [len(one.nominees) for one in held] == [3, 0, 0, 0, 0, 0, 0]
    assert held[1].first() == [] and held[1].of("") is None and held[1].names == {}
    assert held[1].agreement.nominees == 0
    assert len(read_scores(db, made.gala.round_id).marks) == 3


def test_a_criterion_that_no_more_counts_leaves_the_means(db: Database) -> None:
    made = Scored(db, {"Ada Example": (3, 3, 3)})
    made.gala.at(RoundPhase.SCORE)
    first, *rest = criteria_of(db, made.category_id)
    give_scores(db, made.given["ada", 0], {first.id: 100}, now=NOW)
    edit_criterion(db, first.id, counts=False)
    held = category_standing(db, made.category_id)
    assert held.nominees[0].summary.by_judge[made.judge[0]] == 300
    assert held.criterion_means() == pytest.approx({first.id: 700 / 3, **{one.id: 300 for one in rest}})
