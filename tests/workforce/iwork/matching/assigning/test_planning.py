"""The best assignment of people who look for a post, and all that is said of it."""

import random
from dataclasses import replace

from tests.workforce.iwork.matching.assigning.many import RULES, many_people, many_posts
from workforce.iwork.matching.assigning.explaining import Why
from workforce.iwork.matching.assigning.planning import Plan, plan_of
from workforce.iwork.matching.facts import Hours, MatchPerson, MatchPost, Rules, TaskInPost
from workforce.iwork.matching.judging import judge
from workforce.iwork.matching.reading import Pool

LUNCH = MatchPost(
    "lunch", 7, "Lunch service", places=1, shifts=(Hours(0, 690, 840),), tasks=(TaskInPost("task 1", True),)
)
GARDEN = replace(LUNCH, key="garden", number=9, title="Garden", tasks=(TaskInPost("task 2", True),))


def person(number: int, *, avoid: str = "", likes: str = "", consents: bool = True) -> MatchPerson:
    return MatchPerson(
        f"p{number}", number, avoid=frozenset([avoid] if avoid else []), likes=frozenset([likes] if likes else []),
        consents=consents,
    )  # fmt: skip


def planned(people: list[MatchPerson], posts: list[MatchPost], rules: Rules = RULES) -> Plan:
    return plan_of(Pool(tuple(people), tuple(posts), rules))


def pairs(plan: Plan) -> dict[str, str]:
    return {one.person.reference: one.post.reference for one in plan.suggested}


def test_everybody_is_placed_where_they_suit_best() -> None:
    plan = planned([person(1, likes="task 2"), person(2, likes="task 1")], [LUNCH, GARDEN])
    assert pairs(plan) == {"IW-001": "P-009", "IW-002": "P-007"}
    assert (plan.sentence, plan.unplaced, plan.left, plan.ties) == (
        "2 of 2 people could be placed in 2 free places.", (), (), 0,
    )  # fmt: skip


def test_ties_are_shown_as_ties() -> None:
    plan = planned([person(1), person(2), person(3)], [LUNCH, GARDEN])
    assert [one.tie for one in plan.suggested] == [
        "A tie: P-009 would do as well and somebody else could be placed instead.",
        "A tie: P-007 would do as well and somebody else could be placed instead.",
    ]
    assert (
        plan.sentence
        == "2 of 3 people could be placed in 2 free places. 2 suggestions could be another just as well."
    )


def test_who_is_not_placed_is_told_why() -> None:
    both = replace(person(4, avoid="task 1"), avoid=frozenset(["task 1", "task 2"]))
    people = [person(1, likes="task 1"), person(2), person(3, consents=False), both]
    plan = planned(people, [LUNCH])
    assert [(one.person.reference, one.why) for one in plan.unplaced] == [
        ("IW-002", Why.ALL_TAKEN), ("IW-003", Why.CONSENT), ("IW-004", Why.NOTHING_FITS),
    ]  # fmt: skip
    taken, silent, nothing = (one.sentence for one in plan.unplaced)
    assert taken.startswith("They fit P-007. Every place there goes to IW-001.")
    assert silent == "They have not agreed to be matched to posts, or no longer do. Ask them first."
    assert nothing == (
        "None of 1 post with a free place fits. In the way most often: “Tasks to avoid” (1). Nearest is P-007: only "
        "“Tasks to avoid” is in the way."
    )


def test_a_post_whose_places_are_spoken_for_is_told_as_that() -> None:
    (alone,) = planned([person(1)], [replace(LUNCH, places=0)]).unplaced
    assert alone.sentence == (
        "They fit P-007. Every place there is spoken for: somebody is matched to it, or considered."
    )


def test_posts_that_are_spoken_for_are_not_counted_with_those_that_are_free() -> None:
    spoken = replace(LUNCH, key="spoken", number=9, places=0)
    plan = planned([person(1, avoid="task 1")], [LUNCH, spoken])
    assert plan.sentence == (
        "0 of 1 person could be placed in 1 free place. At 1 more post every place is spoken for."
    )
    assert plan.unplaced[0].sentence.startswith(
        "None of 1 post with a free place fits; at 1 more every place is spoken for. In the way most often: “Tasks to "
        "avoid” (1). Nearest is P-007"
    )
    (alone,) = planned([person(1, avoid="task 1")], [spoken]).unplaced
    assert alone.sentence.startswith("None of 1 open post fits, and every place there is spoken for.")


def test_places_that_nobody_has_are_told() -> None:
    plan = planned([person(1, avoid="task 2")], [replace(LUNCH, places=3), GARDEN])
    assert [one.sentence for one in plan.left] == [
        "2 places at P-007 go to nobody: 1 person fits it, and all of them are placed.",
        "1 place at P-009 goes to nobody: nobody who looks for a post fits it.",
    ]


def test_pins_hold_and_what_is_wrong_with_them_is_told() -> None:
    people = [person(1, avoid="task 1"), person(2), person(3, consents=False), person(4)]
    pins = {("p1", "lunch"), ("p2", "lunch"), ("p3", "garden"), ("p4", "garden"), ("gone", "lunch")}
    rules = replace(RULES, pins=frozenset(pins), bans=frozenset([("p4", "garden")]))
    plan = planned(people, [LUNCH, GARDEN], rules)
    assert pairs(plan) == {"IW-001": "P-007", "IW-002": "P-009"}
    assert [one.pinned for one in plan.suggested] == [True, False]
    assert plan.troubles == (
        "IW-003 is pinned to P-009, but has not agreed to be matched.",
        "IW-004 is pinned to P-009, but is not to be placed there.",
        "IW-001 is pinned to P-007, though something is in the way. The pin is kept: look at the reasons.",
        "IW-002 is pinned to P-007, but every place there is pinned or taken. End one of the pins.",
    )


def test_who_has_a_post_or_finds_none_open_is_left_out() -> None:
    assert planned([replace(person(1), placed=True)], [LUNCH]).sentence == "Nobody is looking for a post."
    alone = planned([person(1)], [])
    assert alone.unplaced[0].sentence == "There is no open post to fit."
    assert alone.sentence == "0 of 1 person could be placed in 0 free places."


def test_nobody_is_suggested_for_a_post_that_does_not_fit_and_everybody_is_told_of() -> None:
    chance = random.Random(2)
    people, posts = many_people(80, chance), many_posts(20, chance)
    plan = planned(people, posts)
    assert all(judge(one.person, one.post, RULES).fits for one in plan.suggested)
    assert len(plan.suggested) + len(plan.unplaced) == 80
    for one in plan.unplaced:
        fitting = {post.key for post in posts if judge(one.person, post, RULES).fits}
        assert (one.why is Why.ALL_TAKEN) == bool(fitting)
        assert one.why is not Why.ALL_TAKEN or {post.key for post in one.posts} == fitting


def test_nobody_is_given_a_post_that_they_have_already() -> None:
    there = replace(person(1), at_posts=frozenset(["lunch"]))
    assert pairs(planned([there, person(2)], [LUNCH, GARDEN])) == {"IW-001": "P-009", "IW-002": "P-007"}
    (alone,) = planned([there], [LUNCH]).unplaced
    assert alone.why is Why.NOTHING_FITS
    assert "“The post” (1)" in alone.sentence
