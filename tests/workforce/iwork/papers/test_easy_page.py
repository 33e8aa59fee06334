"""The easy-read page: short sentences in the first person, one page, and what is left out is said."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from workforce.iwork.papers.easy_icons import Icon
from workforce.iwork.papers.easy_page import (
    PAPER,
    SIZES,
    EasyPage,
    EasyPart,
    easy_page,
    fitted,
    height_of,
    telling,
)
from workforce.iwork.profile.adjustments import Adjustment
from workforce.iwork.profile.profiles import Profile
from workforce.iwork.profile.tasks import Task
from workforce.iwork.profile.travel import Way
from workforce.iwork.profile.whole import NeededAdjustment, WholeProfile, WishedTask
from workforce.iwork.vocabulary import BuddyNeed, Level, Need, TaskWish, TravelMode
from workforce.iwork.weeks import read_week

ROOM = (PAPER.height - PAPER.top - PAPER.bottom) * 72 / 25.4
FULL = WholeProfile(
    Profile(
        "k", "p", "Always on time. remembers where everything goes", "Trains; football", "A café on Fridays.",
        "Say it once. Then show it.", "A list on the wall.", "To earn money.", Level.LOW, Level.HIGH, Level.MEDIUM,
        Level.HIGH, 450, 600, BuddyNeed.MUST, date(2027, 1, 4),
    ),
    (
        WishedTask(Task("a", "Laying tables", "laying the tables"), TaskWish.LIKES, done_before=True),
        WishedTask(Task("b", "Mowing"), TaskWish.LIKES),
        WishedTask(Task("c", "Ironing", "ironing"), TaskWish.WOULD_TRY),
        WishedTask(Task("d", "Answering the telephone", "answering the telephone"), TaskWish.AVOID),
    ),
    read_week("Mon, Tue, Wed 9:30 to 14:00; Sat mornings"),
    (Way(TravelMode.BUS, 40), Way(TravelMode.WALK, most_tenths=10), Way(TravelMode.LIFT)),
    needs=(
        NeededAdjustment(Adjustment("x", "One task at a time", "Tell me one thing at a time."), Need.MUST),
        NeededAdjustment(Adjustment("y", "Extra breaks", "I need a few more breaks."), Need.HELPS),
    ),
)  # fmt: skip


def _lines(page: EasyPage) -> dict[str, tuple[str, ...]]:
    return {part.heading: part.lines for part in page.parts}


def test_a_full_profile_is_said_in_the_first_person() -> None:
    page = easy_page(FULL, called="Ada", foot="My job coach is Casey Sample.")
    assert page.title == "About Ada"
    assert page.left_out == ("There was no room under “What I like and hope for” for: To earn money.",)
    assert _lines(page) == {
        "What I am good at": ("Always on time.", "Remembers where everything goes."),
        "What I like and hope for": ("Trains.", "Football."),
        "What I have done": ("A café on Fridays.", "I have done this before: laying the tables."),
        "Work I want to do": ("I like laying the tables and mowing.", "I would try ironing."),
        "Work I do not want to do": ("I do not want to do: answering the telephone.",),
        "Places that suit me": (
            "I work best where it is quiet.", "Some people around me is fine. A crowd is not.",
            "I do not mind heat or smells.",
        ),
        "When I can work": (
            "I want to work 7.5 hours a week, 10 at most.",
            "I can work on Monday to Wednesday, 9:30am to 2pm.",
            "I can work on Saturday, 9am to midday.",
        ),
        "How I get to work": (
            "I can take the bus, up to 40 minutes.", "I can walk to work, up to 1 mile.", "I can get a lift.",
        ),
        "What helps me at work": (
            "I need a colleague beside me.", "Tell me one thing at a time.", "I need a few more breaks.",
            "A list on the wall.",
        ),
        "How to talk with me": ("Say it once.", "Then show it."),
    }  # fmt: skip


def test_limits_are_said_hard_ones_first_and_never_left_out() -> None:
    some_of_each = replace(
        FULL.profile, noise=Level.MEDIUM, heat=Level.MEDIUM, people=Level.LOW, smells=Level.MEDIUM,
        experience="I did a thing once and then another. " * 30,
    )  # fmt: skip
    page = easy_page(replace(FULL, profile=some_of_each), called="Ada", foot="")
    assert _lines(page)["Places that suit me"] == (
        "I like to have few people around me.", "Some noise is fine. Loud is not.",
        "Some heat is fine. Very hot is not.", "Some smells are fine. Strong smells are not.",
    )  # fmt: skip
    assert _lines(page)["How I get to work"][-1] == "I can get a lift."
    assert page.left_out, "what is less needed goes, and is named"
    assert not [one for one in page.left_out if "Places" in one or "get to work" in one or "talk" in one]


def test_of_parts_with_as_much_the_less_needed_goes_first() -> None:
    long = "This goes on and on, so that there is never room for all of it on one page. " * 12
    held = replace(FULL.profile, experience=long, communication=long)
    left = easy_page(replace(FULL, profile=held), called="", foot="").left_out
    assert sum("How to talk" in one for one in left) <= sum("What I have done" in one for one in left)


def test_what_is_liked_and_avoided_alike_is_not_said_to_be_liked() -> None:
    torn = replace(
        FULL, tasks=(*FULL.tasks, WishedTask(Task("a", "Laying tables", "laying the tables"), TaskWish.AVOID))
    )
    said = _lines(easy_page(torn, called="", foot=""))
    assert said["Work I want to do"][0] == "I like mowing."
    assert "laying the tables" in said["Work I do not want to do"][0]


@pytest.mark.parametrize(
    "sentence",
    [
        "Has autism.",
        "She is autistic",
        "Has Down's syndrome.",
        "Learning disabilities",
        "Takes medication at noon.",
    ],
)
def test_a_sentence_with_a_diagnosis_is_left_out_and_that_is_said(sentence: str) -> None:
    whole = replace(FULL, profile=replace(FULL.profile, strengths=f"Always on time. {sentence}"))
    page = easy_page(whole, called="", foot="")
    assert page.title == "About me"
    assert _lines(page)["What I am good at"] == ("Always on time.",)
    assert page.left_out == (
        "1 sentence of “Strengths” seems to name a diagnosis or medicine and was left out.",
    )
    assert telling(page.left_out)[0] == "1 thing did not go on the page:"
    assert telling(()) == ()


_TEXT = some.lists(
    some.sampled_from(
        ["I am good with people.", "Rain.", "Walks the dog by the river each and every single morning."]
    ),
    max_size=16,
).map(" ".join)


@given(
    strengths=_TEXT,
    interests=_TEXT,
    experience=_TEXT,
    talk=_TEXT,
    support=_TEXT,
    avoided=some.integers(0, 12),
)
def test_it_is_one_page_and_nothing_goes_unsaid(
    strengths: str, interests: str, experience: str, talk: str, support: str, avoided: int
) -> None:
    held = replace(
        FULL.profile, strengths=strengths, interests=interests, experience=experience, communication=talk,
        support_at_work=support,
    )  # fmt: skip
    unwanted = tuple(WishedTask(Task(str(at), f"Task {at}"), TaskWish.AVOID) for at in range(avoided))
    page = easy_page(replace(FULL, profile=held, tasks=unwanted), called="Ada", foot="Foot.")
    assert page.size in SIZES and height_of(page, page.size) <= ROOM
    said = " ".join(line for part in page.parts for line in part.lines)
    assert all(f"task {at}" in said for at in range(avoided))
    assert "I need a colleague beside me." in said and "I can work on Saturday" in said
    bare = replace(held, strengths="", interests="", experience="", communication="", support_at_work="")
    fixed = easy_page(replace(FULL, profile=bare, tasks=unwanted), called="Ada", foot="Foot.")
    assert fixed.left_out == ()
    sentences = " ".join((strengths, interests, experience, talk, support)).count(".")
    assert sentences + _count(fixed) == _count(page) + len(page.left_out)


def _count(page: EasyPage) -> int:
    return sum(len(part.lines) for part in page.parts)


def test_even_what_never_goes_goes_before_a_second_page() -> None:
    endless = tuple(f"I do not want to do: task {at} and all that comes with it." for at in range(90))
    page = fitted(
        EasyPage("About me", (EasyPart(Icon.CROSS, "Work I do not want to do", endless, firm=90),), "")
    )
    assert height_of(page, page.size) <= ROOM
    assert len(page.left_out) + len(page.parts[0].lines) == 90
