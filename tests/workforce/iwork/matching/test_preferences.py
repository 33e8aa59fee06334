"""How well a post suits somebody, factor by factor."""

from dataclasses import replace

import pytest

from tests.workforce.iwork.matching.pairs import RULES
from workforce.iwork.matching.facts import (
    FactorScore,
    Hours,
    MatchPerson,
    MatchPost,
    Place,
    TaskInPost,
    Way,
    out_of_100,
)
from workforce.iwork.matching.preferences import factors, score, task_points
from workforce.iwork.vocabulary import BuddyNeed, BuddyOffer, Factor, Offer, TravelMode

PERSON = MatchPerson("p", 14)
POST = MatchPost("j", 7)


def of(person: MatchPerson, post: MatchPost, factor: Factor) -> FactorScore:
    return next(one for one in factors(person, post, RULES) if one.factor is factor)


def test_every_factor_is_told_and_half_is_given_where_nothing_is_known() -> None:
    found = factors(PERSON, POST, RULES)
    assert [one.factor for one in found] == list(Factor)
    assert {one.factor: one.points for one in found if not one.known} == dict.fromkeys(
        (Factor.TASKS, Factor.SETTING, Factor.HOURS, Factor.DAYS, Factor.TRAVEL, Factor.EXPERIENCE), 500
    )


def test_tasks_count_by_what_was_said_of_each() -> None:
    person = replace(
        PERSON,
        likes=frozenset("a"),
        would_try=frozenset("b"),
        avoid=frozenset("ad"),
        done_before=frozenset("ab"),
    )
    assert [task_points(person, key) for key in "abcd"] == [0, 600, 300, 0]  # what they avoid stands above
    post = replace(POST, tasks=tuple(TaskInPost(key, True) for key in "bcd"))
    assert of(person, post, Factor.TASKS).points == 300
    assert of(person, post, Factor.EXPERIENCE).points == 333


@pytest.mark.parametrize(
    ("wanted", "least", "most", "points"),
    [
        (600, 480, 720, 1000),
        (600, 720, 720, 800),
        (600, 300, 450, 750),
        (240, 720, 720, 0),
        (600, 600, None, 1000),
    ],
)
def test_hours_count_by_how_far_they_are_from_those_wanted(
    wanted: int, least: int, most: int | None, points: int
) -> None:
    post = replace(POST, minutes_least=least, minutes_most=most)
    assert of(replace(PERSON, minutes_wanted=wanted), post, Factor.HOURS).points == points


def test_days_setting_and_the_way() -> None:
    person = replace(
        PERSON, available=(Hours(0, 540, 900),), suits=(2, 2, None, 1), place=Place(450_000, 350_000),
        ways=(Way(TravelMode.BUS, 60),),
    )  # fmt: skip
    post = replace(
        POST,
        shifts=(Hours(0, 600, 780), Hours(1, 600, 660)),
        levels=(2, 3, 1, 1),
        place=Place(451_000, 350_000),
    )
    assert of(person, post, Factor.DAYS).points == 750
    assert of(person, post, Factor.SETTING).points == 625
    assert of(person, post, Factor.TRAVEL).points == 1000 - 1000 * 17 // 120
    assert of(person, replace(post, place=Place(520_000, 350_000)), Factor.TRAVEL).points == 0


def test_support_counts_what_is_needed_or_helps() -> None:
    person = replace(PERSON, must=frozenset({"a"}), helps=frozenset({"b", "c"}), buddy=BuddyNeed.HELPS)
    post = replace(POST, offers=(("a", Offer.OFFERED), ("b", Offer.REFUSED)), buddy=BuddyOffer.POSSIBLE)
    assert of(person, post, Factor.SUPPORT).points == (1000 + 0 + 300 + 600) // 4
    assert of(person, post, Factor.SUPPORT).for_team == (
        "Of 4 things needed or of help: 1 offered, 1 possible, 1 not known and 1 not offered."
    )
    assert of(PERSON, post, Factor.SUPPORT).points == 1000


def test_points_are_shown_rounded_with_a_half_to_the_even_one() -> None:
    assert [out_of_100(points) for points in (0, 474, 475, 476, 485, 996, 1000)] == [
        0,
        47,
        48,
        48,
        48,
        100,
        100,
    ]


def test_the_score_is_the_weighed_mean_rounded_down() -> None:
    found = [FactorScore(Factor.TASKS, 1000, True, ""), FactorScore(Factor.DAYS, 500, True, "")]
    assert score(found, {Factor.TASKS: 2, Factor.DAYS: 1}) == 833
    assert score(found, {Factor.TASKS: 0, Factor.DAYS: 0}) == 0
