from dataclasses import replace
from fractions import Fraction

from awards.judging.assignments import recuse
from awards.judging.interests import declare_interest
from awards.nominations.entries import edit_entry
from awards.results.reading import category_standing
from awards.results.scoring import Summary
from awards.results.worth_knowing import (
    alike_words,
    harshness_line,
    harshness_sentences,
    of_category,
    of_choice,
    points,
    what_if_sentences,
)
from awards.rounds.rounds import edit_round
from awards.vocabulary import InterestKind, TieRule
from resources.database import Database
from tests.awards.gala import TODAY
from tests.awards.results.scored import Scored


def test_points_for_people() -> None:
    assert (points(466.6666), points(500), points(None)) == ("4.67", "5.00", "")


def test_of_a_clear_category(db: Database) -> None:
    made = Scored(db)
    held = category_standing(db, made.category_id)
    told = of_category(held)
    assert told[0].startswith("The judges agree well (alpha 0.8")
    assert told[1:] == [
        "Without any one of the 3 judges and if any one weight moved by 10%, the same nominee would stand first."
    ]
    assert of_choice(held, made.entry["ada"]) == []
    assert of_choice(held, made.entry["cal"]) == [
        "By the mean, Cal Instance stands third and Ada Example stands first. The reason should say why."
    ]
    assert of_choice(held, "nobody") == []


def test_of_a_tie_and_what_would_change_it(db: Database) -> None:
    made = Scored(db, {"Ada Example": (4, 4, 4), "Ben Specimen": (3, 4, 5), "Cal Instance": (5,)})
    edit_round(db, made.gala.round_id, tie_rule=TieRule.CHAIR)
    held = category_standing(db, made.category_id)
    told = " ".join(of_category(held))
    assert (
        "Ada Example and Ben Specimen have the same mean. By the round’s rule the chair’s vote decides."
        in told
    )
    assert "Without Jo Judge, Ben Specimen would stand first." in what_if_sentences(held)
    assert "Too few scores to decide on: Cal Instance. The round asks for 3 judges." in told
    assert "Cal Instance has 1 score, and the round asks for 3." in of_choice(held, made.entry["cal"])
    assert "it can hardly be told how far the judges agree (alpha -" in told


def test_of_judges_who_contradict_each_other(db: Database) -> None:
    made = Scored(db, {"Ada Example": (5, 1, 5), "Ben Specimen": (3, 3, 3)})
    told = of_choice(category_standing(db, made.category_id), made.entry["ada"])
    assert told[0] == "The judges contradict each other on Ada Example: some score high and some low."


def test_of_a_hair(db: Database) -> None:
    made = Scored(db, {"Ada Example": (4, 4, 4), "Ben Specimen": (4, 4, 4)})
    held = category_standing(db, made.category_id)
    top = held.nominees[0]
    raised = Summary({judge: mean + Fraction(1, 7) for judge, mean in top.summary.by_judge.items()})
    near = replace(held, nominees=(replace(top, summary=raised), held.nominees[1]))
    assert "Ada Example and Ben Specimen are less than a hundredth of a point apart" in " ".join(
        of_category(near)
    )


def test_harshness_in_sentences(db: Database) -> None:
    made = Scored(db)
    held = category_standing(db, made.category_id)
    assert harshness_sentences(held)[0] == (
        "Lou Judge scores 0.67 points lower than the mean of all judges on the same nominees (3 nominees, 3 of them "
        "shared with another judge)."
    )
    alone = category_standing(db, made.gala.category("Team").id)
    assert harshness_sentences(alone)[0].startswith("Harshness cannot be told")
    assert harshness_line(alone) == harshness_sentences(alone)[0]
    assert harshness_line(held) == (
        "Each judge beside the mean of all judges on the same nominees: Lou Judge −0.67, Jo Judge +0.33, Kim Judge "
        "+0.33."
    )


def test_where_adjusting_turns_it_that_is_said(db: Database) -> None:
    figures = {"Dot Sample": (5, 2), "Eve Pattern": (5, 2), "Ada Example": (4,), "Ben Specimen": (None, 3)}
    made = Scored(db, figures)
    edit_round(db, made.gala.round_id, least_scores=1)
    told = of_choice(category_standing(db, made.category_id), made.entry["ada"])
    assert "By the mean Ada Example stands first, by the mean adjusted for harshness fourth." in told


def test_two_of_one_name_are_told_apart_and_little_agreement_is_said(db: Database) -> None:
    made = Scored(db, {"Ada Example": (5, 1, 3), "Ben Specimen": (1, 5, 3), "Cal Instance": (3, 1, 5)})
    for first in ("ada", "ben"):
        edit_entry(db, made.entry[first], nominee="Night Team")
    held = category_standing(db, made.category_id)
    assert set(held.names.values()) == {"Night Team (2026-001)", "Night Team (2026-002)", "Cal Instance"}
    assert "no better than chance" in " ".join(of_choice(held, made.entry["ada"]))
    assert "Night Team (2026-001)" in " ".join(of_category(held))


def test_means_that_print_alike_and_differ_are_said(db: Database) -> None:
    made = Scored(db, {"Ada Example": (4, 4, 3), "Ben Specimen": (4, 4, 3), "Cal Instance": (5, 5, 5)})
    held = category_standing(db, made.category_id)
    ada, ben = held.of(made.entry["ada"]), held.of(made.entry["ben"])
    assert ada is not None and ben is not None
    assert alike_words(held, held.by_place()) == []  # a tie is no such thing
    hair = replace(ben, summary=Summary({"hair": Fraction(3667, 10)}))
    assert alike_words(held, [ada, hair]) == [
        "Ada Example and Ben Specimen both show 3.67 as their mean. They differ further back, and stand in that order."
    ]


def test_a_score_of_a_judge_with_a_conflict_is_said_until_it_is_settled(db: Database) -> None:
    made = Scored(db)
    declare_interest(db, made.judge[0], on=TODAY, kind=InterestKind.FRIEND, entry_id=made.entry["ada"])
    held = category_standing(db, made.category_id)
    told = of_choice(held, made.entry["ada"])
    assert told[0].startswith("Jo Judge scored Ada Example and has a conflict of interest: ")
    assert told[0].endswith(" Let the judge stand aside, or rule on it, on the Panel side.")
    assert told[0] in of_category(held)
    assert of_choice(held, made.entry["ben"]) == [
        "By the mean, Ben Specimen stands second and Ada Example stands first. The reason should say why."
    ]
    recuse(db, made.given["ada", 0], "Friends since school")
    assert not category_standing(db, made.category_id).clashes
