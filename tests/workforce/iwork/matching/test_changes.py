"""What would make this a yes does make it a yes, and asks nobody for what they have refused."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.workforce.iwork.matching.pairs import RULES, TODAY, persons, posts
from workforce.iwork.matching.changes import Change, apply, changes
from workforce.iwork.matching.facts import (
    Hours,
    MatchPerson,
    MatchPost,
    MustHave,
    Place,
    Side,
    TaskInPost,
    Way,
)
from workforce.iwork.matching.judging import judge
from workforce.iwork.vocabulary import BuddyNeed, BuddyOffer, Offer, TravelMode

PERSON = MatchPerson("p", 14)
POST = MatchPost("j", 7, employer_id="e")


@settings(max_examples=400, deadline=None)
@given(persons(), posts())
def test_each_makes_it_a_yes_and_no_step_can_be_left_out(person: MatchPerson, post: MatchPost) -> None:
    for one in changes(person, post, RULES):
        assert judge(*apply(one, person, post), RULES).fits
        for left_out in one.steps:
            fewer = Change(tuple(step for step in one.steps if step is not left_out))
            assert not judge(*apply(fewer, person, post), RULES).fits


@settings(max_examples=150, deadline=None)
@given(persons(), posts(), st.sampled_from(["post", "employer"]))
def test_a_ban_stays_a_no(person: MatchPerson, post: MatchPost, banned: str) -> None:
    rules = replace(RULES, bans=frozenset({("person", banned)}))
    assert not judge(person, post, rules).fits
    assert changes(person, post, rules) == ()


@settings(max_examples=150, deadline=None)
@given(persons(), posts())
def test_what_was_refused_stays_refused(person: MatchPerson, post: MatchPost) -> None:
    """The employer’s no, a core task to avoid and a closed post; consent is asked of the person alone."""
    for one in changes(person, post, RULES):
        then_person, then_post = apply(one, person, post)
        assert then_person.current and then_post.open
        assert all(
            then_post.offer_of(key) is Offer.REFUSED for key, offer in post.offers if offer is Offer.REFUSED
        )
        assert post.buddy is not BuddyOffer.NO or then_post.buddy is BuddyOffer.NO
        wanted = person.likes | person.would_try
        assert person.avoid - then_person.avoid <= wanted
        assert {task for task in post.tasks if task.core} <= set(then_post.tasks)
        asked = [step for step in one.steps if step.kind is MustHave.CONSENT]
        assert all(step.side is Side.PERSON for step in asked)
        assert bool(asked) == (not person.consents)


@settings(max_examples=150, deadline=None)
@given(persons(), posts())
def test_a_yes_needs_no_change_and_the_order_is_the_same_each_time(
    person: MatchPerson, post: MatchPost
) -> None:
    told = changes(person, post, RULES)
    assert told == changes(person, post, RULES)
    assert not (judge(person, post, RULES).fits and told)
    assert [len(one.steps) for one in told] == sorted(len(one.steps) for one in told)
    assert len({one.for_team for one in told}) == len(told)


def _told(person: MatchPerson, post: MatchPost) -> list[str]:
    return [one.for_team for one in changes(person, post, RULES)]


def test_a_later_start_fewer_shifts_or_another_time_are_told_apart() -> None:
    person = replace(PERSON, available=(Hours(0, 600, 840), Hours(2, 570, 840)))
    post = replace(POST, shifts=(Hours(0, 570, 720), Hours(2, 570, 720)), minutes_least=300)
    assert _told(person, post) == [
        "Monday: start 30 minutes later, 10am to 12:30pm.",
        "Let them work only Wednesday, 9:30am to midday: 2.5 hours a week.",
        "Ask them whether they could also work Monday, 9:30am to midday.",
    ]


def test_a_shift_is_shortened_only_where_it_must_be() -> None:
    person = replace(PERSON, available=(Hours(0, 600, 705),))
    post = replace(POST, shifts=(Hours(0, 570, 720),), minutes_least=150)
    assert (
        _told(person, post)[0]
        == "Monday: start 30 minutes later and end 15 minutes earlier, 10am to 11:45am."
    )


def test_a_buddy_a_swap_and_an_adjustment_come_together() -> None:
    person = replace(PERSON, buddy=BuddyNeed.MUST, must=frozenset({"list"}), avoid=frozenset({"washing up"}))
    post = replace(POST, tasks=(TaskInPost("laying", True), TaskInPost("washing up", False)))
    (one,) = changes(person, post, RULES)
    assert one.for_team == (
        "Swap “Washing up” with a colleague’s task. Agree a buddy: a colleague who is beside them. "
        "Agree an adjustment: “Written list of tasks”."
    )
    assert one.sides == (Side.POST,)
    assert one.for_person == (
        "We ask if somebody else can do this: washing up. We ask if somebody at work can be beside you. "
        "We tell the employer what you need: “Give me a list so that I can tick things off.”"
    )


def test_a_way_that_is_a_little_too_long_is_asked_about_and_a_lift_is_looked_for() -> None:
    person = replace(PERSON, place=Place(450_000, 350_000), ways=(Way(TravelMode.BUS, 30),))
    post = replace(POST, place=Place(455_000, 350_000))
    assert _told(person, post) == [
        "Ask them whether 36 minutes by bus would be all right.",
        "Find them a lift or a taxi, about 21 minutes. Access to Work may pay towards taxis.",
    ]
    assert _told(replace(person, ways=(Way(TravelMode.WALK, 15),)), post)[0].startswith("Find them a lift")
    assert _told(person, replace(post, place=Place(550_000, 350_000))) == []


def test_more_hours_are_asked_for_only_where_it_is_a_little_more() -> None:
    person = replace(PERSON, minutes_most=480)
    assert _told(person, replace(POST, minutes_least=600)) == [
        "Offer 8 hours a week.",
        "Ask them whether 10 hours a week would be all right, and look at their benefits first.",
    ]
    assert _told(person, replace(POST, minutes_least=1800)) == ["Offer 8 hours a week."]


def test_it_starts_when_they_are_ready() -> None:
    person = replace(PERSON, ready_from=TODAY.replace(month=12, day=7))
    post = replace(POST, start_on=TODAY)
    assert _told(person, post) == ["Let them start on 7 December 2026, when they are ready."]
    assert _told(person, replace(post, until_on=TODAY)) == []
