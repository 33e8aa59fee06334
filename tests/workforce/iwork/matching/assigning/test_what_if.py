"""What employers could be asked: every answer is what would come of it, and nothing that would do more is left out."""

import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.workforce.iwork.matching.assigning.many import RULES, many_people, many_posts
from tests.workforce.iwork.matching.pairs import RULES as SMALL_RULES
from tests.workforce.iwork.matching.pairs import persons, posts
from workforce.iwork.matching.assigning import what_if
from workforce.iwork.matching.assigning.planning import plan_of
from workforce.iwork.matching.assigning.what_if import post_what_if, register_what_if
from workforce.iwork.matching.facts import Hours, MatchPerson, MatchPost, Rules
from workforce.iwork.matching.fixes import steps_for
from workforce.iwork.matching.judging import judge
from workforce.iwork.matching.reading import Pool
from workforce.iwork.matching.steps import take
from workforce.iwork.vocabulary import BuddyNeed

LUNCH = MatchPost("lunch", 7, "Lunch service", shifts=(Hours(0, 690, 840),))
NEEDS_BUDDY = MatchPerson("p1", 1, buddy=BuddyNeed.MUST)
COMES_LATER = MatchPerson("p2", 2, available=(Hours(0, 720, 1000),))


def pool(people: list[MatchPerson], jobs: list[MatchPost], rules: Rules = RULES) -> Pool:
    return Pool(tuple(people), tuple(jobs), rules)


def test_what_opens_a_post_to_most_people_comes_first() -> None:
    people = [NEEDS_BUDDY, replace(NEEDS_BUDDY, key="p3", number=3), COMES_LATER]
    told = post_what_if(pool(people, [LUNCH]), LUNCH)
    assert [one.reference for one in told[0].people] == ["IW-001", "IW-003"]
    assert told[0].sentence.endswith("2 more people would fit: IW-001 and IW-003.")
    assert [one.people[0].reference for one in told[1:]] == ["IW-002"] * (len(told) - 1)
    assert any("30 minutes later" in one.sentence for one in told)


def test_what_is_asked_of_all_employers_is_reckoned_together() -> None:
    garden = replace(LUNCH, key="garden", number=9)
    people = [NEEDS_BUDDY, replace(NEEDS_BUDDY, key="p3", number=3)]
    gains = register_what_if(pool(people, [LUNCH, garden]))
    assert [(one.more_placed, [post.reference for post in one.posts]) for one in gains] == [
        (2, ["P-007", "P-009"]), (1, ["P-007"]), (1, ["P-009"]),
    ]  # fmt: skip
    assert gains[0].sentence.startswith("P-007 and P-009: Agree a buddy")
    assert gains[0].sentence.endswith("2 more people would be placed: IW-001 and IW-003.")


def test_more_choice_without_more_placed_is_said_as_such() -> None:
    gains = register_what_if(pool([MatchPerson("p0", 5), NEEDS_BUDDY], [LUNCH]))
    assert gains[0].more_placed == 0
    assert gains[0].sentence.endswith("Nobody more would be placed, but 1 more person would have a choice.")


def test_who_has_the_post_already_is_not_counted() -> None:
    there = replace(NEEDS_BUDDY, at_posts=frozenset(["lunch"]))
    assert post_what_if(pool([there], [LUNCH]), LUNCH) == ()
    assert register_what_if(pool([there], [LUNCH])) == ()


def test_where_everybody_fits_there_is_nothing_to_ask() -> None:
    assert post_what_if(pool([MatchPerson("p0", 5)], [LUNCH]), LUNCH) == ()
    assert register_what_if(pool([MatchPerson("p0", 5)], [LUNCH])) == ()
    assert register_what_if(pool([], [])) == ()


@given(st.lists(persons(), min_size=1, max_size=4), posts())
def test_every_single_step_that_opens_a_post_is_told_with_all_whom_it_opens_it_to(
    drawn: list[MatchPerson], post: MatchPost
) -> None:
    people = [replace(one, key=f"p{at}", number=at + 1) for at, one in enumerate(drawn)]
    wanted = {}
    for one in people:
        for finding in judge(one, post, SMALL_RULES).unmet:
            for step in steps_for(finding, one, post, SMALL_RULES):
                if step.of_post:
                    then = take(step, one, post)[1]
                    opened = [
                        other.key for other in people
                        if judge(other, then, SMALL_RULES).fits and not judge(other, post, SMALL_RULES).fits
                    ]  # fmt: skip
                    if opened:
                        wanted[step.edits] = opened
    told = post_what_if(pool(people, [post], SMALL_RULES), post)
    assert {one.step.edits: [who.key for who in one.people] for one in told} == wanted


def test_what_is_said_of_the_register_is_what_the_assignment_would_be() -> None:
    chance = random.Random(4)
    held = pool(many_people(40, chance), many_posts(12, chance))
    now = plan_of(held)
    gains = register_what_if(held)
    assert gains and gains[0].more_placed > 0
    for one in gains:
        keys = {post.key for post in one.posts}
        then = tuple(
            take(one.step, held.people[0], post)[1] if post.key in keys else post for post in held.posts
        )
        agreed = plan_of(replace(held, posts=then))
        assert len(agreed.suggested) - len(now.suggested) == one.more_placed
        assert agreed.score - now.score == one.better_by


@pytest.mark.parametrize("seed", range(6))
def test_what_is_not_reckoned_would_not_have_been_told(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    chance = random.Random(seed)
    people, jobs = many_people(24, chance), many_posts(10, chance)
    pins = frozenset({(people[0].key, jobs[0].key), (people[5].key, jobs[3].key)})
    held = pool(people, jobs, replace(RULES, pins=pins))
    heard: list[int] = []
    told = register_what_if(held, step=lambda done, _total: heard.append(done))
    monkeypatch.setattr(what_if, "TOLD", 10_000)
    whole = register_what_if(held)
    assert told == whole[:20]
    assert len(heard) <= len(whole)
