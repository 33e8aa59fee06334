"""What is still to ask, and which wishes do not go together."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from resources.database import Database
from workforce.iwork.people.people import Person, edit_person
from workforce.iwork.profile.adjustments import Adjustment, add_adjustment
from workforce.iwork.profile.availability import set_availability
from workforce.iwork.profile.checks import CheckHeld, set_check
from workforce.iwork.profile.contradictions import contradictions, missing
from workforce.iwork.profile.needs import set_need
from workforce.iwork.profile.profile_tasks import set_task_wish
from workforce.iwork.profile.profiles import Profile, edit_profile
from workforce.iwork.profile.tasks import Task, add_task
from workforce.iwork.profile.travel import Way, set_way
from workforce.iwork.profile.whole import NeededAdjustment, WholeProfile, WishedTask, whole_profile
from workforce.iwork.vocabulary import BuddyNeed, CheckKind, CheckState, Level, Need, TaskWish, TravelMode
from workforce.iwork.weeks import read_week

TODAY = date(2026, 11, 23)
LAYING, MOWING = Task("t", "Laying tables"), Task("m", "Mowing")
FULL = WholeProfile(
    Profile(
        "k", "p", "Always on time", "Trains", "A café", "Plain words", "A list", "A job", Level.LOW, Level.HIGH,
        Level.MEDIUM, Level.LOW, 480, 600, BuddyNeed.HELPS, TODAY - timedelta(days=1),
    ),
    (WishedTask(LAYING, TaskWish.LIKES), WishedTask(MOWING, TaskWish.AVOID)),
    read_week("Mon, Tue, Wed 9:00 to 15:00"),
    (Way(TravelMode.BUS, 40),),
    (CheckHeld("c", "p", CheckKind.RIGHT_TO_WORK, CheckState.HELD),),
    (NeededAdjustment(Adjustment("a", "Extra breaks"), Need.HELPS),),
    has_postcode=True,
)  # fmt: skip


def test_of_a_whole_profile_nothing_is_left_to_ask() -> None:
    assert missing(FULL) == ()
    assert contradictions(FULL, today=TODAY) == ()


def test_of_an_empty_one_everything_is() -> None:
    asked = missing(WholeProfile(Profile("", "p")))
    assert [one.question for one in asked if one.matters] == [
        "Which tasks do they like, or would they try?",
        "How many hours a week at most?",
        "On which days, and at what times, can they work?",
        "How can they get to work, and how far or how long?",
    ]
    assert "How much of it suits them: noise, heat, people around and smells?" in [
        one.question for one in asked
    ]
    assert len(asked) == 15
    assert contradictions(WholeProfile(Profile("", "p")), today=TODAY) == ()


def test_what_was_answered_is_asked_no_more() -> None:
    only_tried = replace(FULL, tasks=(WishedTask(LAYING, TaskWish.WOULD_TRY),))
    assert [one.question for one in missing(only_tried)] == ["Is there any task that they want to avoid?"]


_WANTS_MORE = replace(FULL.profile, minutes_wanted=900)
_MUSTS = tuple(NeededAdjustment(Adjustment(str(at), str(at)), Need.MUST) for at in range(7))


@pytest.mark.parametrize(
    ("whole", "said"),
    [
        (replace(FULL, tasks=(*FULL.tasks, WishedTask(LAYING, TaskWish.AVOID))),
         ["Laying tables is liked and avoided alike. Ask which of the two it is."]),
        (replace(FULL, tasks=(*FULL.tasks, WishedTask(MOWING, TaskWish.WOULD_TRY))),
         ["Mowing is to be tried and avoided alike. Ask which of the two it is."]),
        (replace(FULL, profile=_WANTS_MORE),
         ["They want 15 hours a week and can do 10 at most. Ask which holds."]),
        (replace(FULL, week=read_week("Mon 9:00 to 13:00")),
         ["They want 8 hours a week, but the times they can work come to 4. Ask for more times, or fewer hours."]),
        (replace(FULL, has_postcode=False),
         ["How they travel is known, but no place from where. Ask for the postcode."]),
        (replace(FULL, ways=(Way(TravelMode.WALK),)),
         ["They come on foot or by cycle, and no most is set, so any distance would count. Ask how far."]),
        (replace(FULL, ways=()),
         ["When they can work is known, but no way to get there. Ask how they travel.",
          "They are ready from 22 November 2026, which has passed, but 1 question that matching needs is not answered "
          "yet."]),
        (replace(FULL, needs=_MUSTS),
         ["7 adjustments are marked as must have, so few posts can fit. Ask which of them help, and which the job "
          "cannot do without."]),
        (replace(FULL, checks=(CheckHeld("c", "p", CheckKind.DBS_BASIC, CheckState.HELD, until_on=date(2026, 1, 1)),)),
         ["DBS, basic ran out on 1 January 2026. Renew it, or take it away."]),
    ],
)  # fmt: skip
def test_what_does_not_go_together_is_said(whole: WholeProfile, said: list[str]) -> None:
    assert list(contradictions(whole, today=TODAY)) == said


def test_the_whole_profile_is_read_from_the_register(vault: Database, ada: Person) -> None:
    assert not whole_profile(vault, ada.id).is_begun
    laying = add_task(vault, "Laying tables")
    set_task_wish(vault, ada.id, laying.id, TaskWish.LIKES, done_before=True)
    set_availability(vault, ada.id, read_week("Mon 9 to 12"))
    set_way(vault, ada.id, Way(TravelMode.BUS, 40))
    set_check(vault, ada.id, CheckKind.RIGHT_TO_WORK, CheckState.HELD)
    set_need(vault, ada.id, add_adjustment(vault, "Extra breaks").id, Need.MUST)
    edit_profile(vault, ada.id, strengths="Always on time")
    edit_person(vault, ada.id, today=TODAY, postcode="NG18 1PA")
    whole = whole_profile(vault, ada.id)
    assert whole.is_begun and whole.has_postcode
    assert [one.task for one in whole.wished(TaskWish.LIKES)] == [laying]
    assert [one.adjustment.name for one in whole.needed(Need.MUST)] == ["Extra breaks"]
    assert whole.ways == (Way(TravelMode.BUS, 40),)
