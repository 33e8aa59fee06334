"""Each must-have, met, in the way or not known, in sentences for the team and in easy words."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings

from tests.workforce.iwork.matching.pairs import RULES, TODAY, persons, posts
from workforce.iwork.matching.facts import (
    Finding,
    HeldCheck,
    Hours,
    MatchPerson,
    MatchPost,
    MustHave,
    NeededCheck,
    Place,
    TaskInPost,
    Way,
)
from workforce.iwork.matching.judging import judge
from workforce.iwork.matching.must_haves import check_name, find, minutes_said, times_said
from workforce.iwork.vocabulary import (
    BuddyNeed,
    BuddyOffer,
    CheckKind,
    CheckState,
    Offer,
    ShiftPattern,
    TravelMode,
    WhenNeeded,
)

PERSON = MatchPerson("p", 14)
POST = MatchPost("j", 7, employer_id="e")


def one(person: MatchPerson, post: MatchPost, kind: MustHave) -> Finding:
    return next(found for found in find(person, post, RULES) if found.kind is kind)


@settings(max_examples=200, deadline=None)
@given(persons(), posts())
def test_every_sentence_is_whole_and_names_nobody(person: MatchPerson, post: MatchPost) -> None:
    for found in find(person, post, RULES):
        for said in (found.for_team, found.for_person):
            assert (
                (said[0].isupper() or said[0].isdigit())
                and said.endswith((".", ".”"))
                and "  " not in said
                and "None" not in said
            )
            assert not {"please", "sorry", "invalid"} & set(said.casefold().split())


@settings(max_examples=200, deadline=None)
@given(persons(), posts())
def test_a_pair_fits_where_nothing_is_known_to_fail(person: MatchPerson, post: MatchPost) -> None:
    fit = judge(person, post, RULES)
    assert fit.fits is (not fit.unmet)
    assert 0 <= fit.score <= 1000 and all(0 <= factor.points <= 1000 for factor in fit.factors)


def test_what_is_not_known_stops_nothing() -> None:
    fit = judge(PERSON, POST, RULES)
    assert fit.fits and {found.kind for found in fit.unknown} == {
        MustHave.START, MustHave.HOURS, MustHave.SHIFTS, MustHave.TRAVEL, MustHave.TASK, MustHave.SETTING,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("starts", "ends", "ready", "met"),
    [
        (None, None, None, None),
        (None, None, TODAY + timedelta(days=30), True),
        (TODAY + timedelta(days=9), None, TODAY + timedelta(days=9), True),
        (TODAY + timedelta(days=9), None, TODAY + timedelta(days=10), False),
        (None, TODAY - timedelta(days=1), TODAY, False),
        (None, TODAY + timedelta(days=1), TODAY + timedelta(days=2), False),
    ],
)
def test_the_start(starts: date | None, ends: date | None, ready: date | None, met: bool | None) -> None:
    post = replace(POST, start_on=starts, until_on=ends)
    assert one(replace(PERSON, ready_from=ready), post, MustHave.START).met is met


@pytest.mark.parametrize(
    ("held", "needed", "met", "said"),
    [
        ((), WhenNeeded.BEFORE_START, False, "They are not known to hold it."),
        ((), WhenNeeded.AFTER_START, True, "It may follow after the start."),
        (
            (HeldCheck(CheckKind.DBS_ENHANCED, CheckState.HELD),),
            WhenNeeded.BEFORE_START,
            True,
            "They hold it.",
        ),
        (
            (HeldCheck(CheckKind.DBS_BASIC, CheckState.APPLIED),),
            WhenNeeded.BEFORE_START,
            False,
            "has not come",
        ),
        (
            (HeldCheck(CheckKind.DBS_BASIC, CheckState.HELD, TODAY),),
            WhenNeeded.BEFORE_START,
            False,
            "runs out",
        ),
    ],
)
def test_checks(held: tuple[HeldCheck, ...], needed: WhenNeeded, met: bool, said: str) -> None:
    post = replace(
        POST, checks=(NeededCheck(CheckKind.DBS_BASIC, needed),), start_on=TODAY + timedelta(days=7)
    )
    found = one(replace(PERSON, checks=held), post, MustHave.CHECK)
    assert found.met is met and said in found.for_team and found.about == CheckKind.DBS_BASIC
    assert check_name(CheckKind.FOOD_HYGIENE) == "food hygiene certificate"


def test_hours_of_jobs_they_have_count() -> None:
    post = replace(POST, minutes_least=450)
    person = replace(PERSON, minutes_most=960, minutes_worked=600)
    found = one(person, post, MustHave.HOURS)
    assert found.met is False
    assert found.for_team == "7.5 hours a week; they want 16 at most, and already work 10."
    assert (
        found.for_person == "This job is 7.5 hours a week. You said 16 hours at most. You work 10 hours now."
    )
    assert one(replace(person, minutes_worked=0), post, MustHave.HOURS).met is True


def test_every_shift_has_to_suit_unless_they_may_choose() -> None:
    person = replace(PERSON, available=(Hours(0, 540, 900),), minutes_most=300)
    post = replace(POST, shifts=(Hours(0, 600, 720), Hours(1, 600, 720)))
    found = one(person, post, MustHave.SHIFTS)
    assert (
        found.met is False and found.for_team == "Outside the times they can work: Tuesday, 10am to midday."
    )
    choose = replace(post, pattern=ShiftPattern.CHOOSE)
    assert one(person, choose, MustHave.SHIFTS).for_person == "You can choose from Monday, 10am to midday."
    assert one(person, replace(choose, minutes_least=240), MustHave.SHIFTS).met is False
    long = replace(choose, shifts=(Hours(0, 540, 900), Hours(1, 600, 660)))
    assert "too many hours" in one(person, long, MustHave.SHIFTS).for_person
    assert times_said(post.shifts) == "Monday and Tuesday, 10am to midday"


def test_a_way_that_is_not_known_is_never_a_no() -> None:
    person = replace(PERSON, ways=(Way(TravelMode.BUS, 30),), place=Place(450_000, 350_000))
    assert one(person, POST, MustHave.TRAVEL).met is None
    far = one(person, replace(POST, place=Place(490_000, 350_000)), MustHave.TRAVEL)
    assert far.met is False and "3 hours 22 minutes by bus" in far.for_person
    near = one(person, replace(POST, place=Place(451_000, 350_000)), MustHave.TRAVEL)
    assert near.met is True and near.for_person == "It takes about 17 minutes by bus."
    assert [minutes_said(1), minutes_said(119), minutes_said(120)] == ["1 minute", "119 minutes", "2 hours"]


def test_a_task_to_avoid_stands_in_the_way_and_a_contradiction_is_told() -> None:
    post = replace(POST, tasks=(TaskInPost("washing up", False), TaskInPost("laying", True)))
    person = replace(PERSON, avoid=frozenset({"washing up", "laying"}), likes=frozenset({"laying"}))
    swap, heart = (found for found in find(person, post, RULES) if found.kind is MustHave.TASK)
    assert "could be swapped" in swap.for_team and "heart of the post" in heart.for_team
    assert heart.for_person == (
        "Part of this job is laying the tables. You said you do not want that. You also said you like it or would "
        "try it."
    )
    assert one(replace(person, avoid=frozenset()), post, MustHave.TASK).met is True


def test_a_setting_above_what_suits_stands_in_the_way() -> None:
    person, post = replace(PERSON, suits=(1, None, 2, 3)), replace(POST, levels=(2, 3, 2, None))
    noise, heat, people, smells = (
        found for found in find(person, post, RULES) if found.kind is MustHave.SETTING
    )
    assert (noise.met, heat.met, people.met, smells.met) == (False, None, True, None)
    assert noise.for_team == "Noise: medium at the post; low suits them."
    assert noise.for_person == "In this job there is some noise. You said: a little noise at most."
    assert people.for_team == "People around: medium at the post; medium or less suits them."


@pytest.mark.parametrize(("offer", "met"), [(one, one is BuddyOffer.YES) for one in BuddyOffer])
def test_a_buddy_whom_they_need(offer: BuddyOffer, met: bool) -> None:
    assert one(replace(PERSON, buddy=BuddyNeed.MUST), replace(POST, buddy=offer), MustHave.BUDDY).met is met
    helped = find(replace(PERSON, buddy=BuddyNeed.HELPS), replace(POST, buddy=offer), RULES)
    assert MustHave.BUDDY not in {found.kind for found in helped}


@pytest.mark.parametrize(("offer", "met"), [(None, False), *((one, one is Offer.OFFERED) for one in Offer)])
def test_an_adjustment_that_they_must_have(offer: Offer | None, met: bool) -> None:
    post = replace(POST, offers=() if offer is None else (("list", offer),))
    found = one(replace(PERSON, must=frozenset({"list"})), post, MustHave.ADJUSTMENT)
    assert found.met is met and "“Written list of tasks”" in found.for_team
    assert found.for_person.startswith("You said: “Give me a list so that I can tick things off.”")


def test_a_closed_record_a_closed_post_no_consent_and_no_profile() -> None:
    assert not judge(replace(PERSON, current=False), POST, RULES).fits
    assert not judge(PERSON, replace(POST, open=False), RULES).fits
    assert not judge(replace(PERSON, consents=False), POST, RULES).fits
    assert not judge(replace(PERSON, profiled=False), POST, RULES).fits
    assert not judge(PERSON, POST, replace(RULES, bans=frozenset({("p", "e")}))).fits
    assert judge(PERSON, POST, replace(RULES, pins=frozenset({("p", "j")}))).pinned
