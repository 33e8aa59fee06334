"""Profiles on the command line: by reference, each look written down."""

from pathlib import Path

import pytest
from docx import Document

from resources.database import Database
from resources.report.exemption import MARKING
from tests.desktop.command_line.conftest import TODAY, Clerk
from workforce.iwork.people.people import add_person, people
from workforce.iwork.people.views import views_of
from workforce.iwork.profile.adjustments import add_adjustment
from workforce.iwork.profile.tasks import add_task
from workforce.iwork.profile.whole import WholeProfile, whole_profile
from workforce.iwork.vocabulary import BuddyNeed, Level, Need, TaskWish
from workforce.iwork.weeks import week_said


def _begin(vault: Database) -> None:
    add_person(vault, "Ada", TODAY, today=TODAY, family_name="Example", coach="Casey Sample")
    add_task(vault, "Invented task", easy="inventing")
    add_adjustment(vault, "Invented adjustment", easy="Invent something for me.")


@pytest.fixture
def asked(iwork_clerk: Clerk) -> Clerk:
    iwork_clerk.with_vault(_begin)
    return iwork_clerk


def _whole(clerk: Clerk) -> WholeProfile:
    found: list[WholeProfile] = []
    clerk.with_vault(lambda vault: found.append(whole_profile(vault, people(vault)[0].id)))
    return found[0]


def test_a_profile_is_written_and_told(asked: Clerk, tmp_path: Path) -> None:
    said = asked.does(
        "iwork-profile-edit", "IW-001", "--strengths", "Always on time.", "--noise", "low", "--hours", "7½", "--most",
        "10", "--buddy", "helps", "--ready-from", "6 Jan 2020",
    )  # fmt: skip
    assert said == "Changed the profile of IW-001.\n"
    assert "IW-001 can work: Mon, Wed 9:30am to 2pm; Fri 9am to midday." in asked.does(
        "iwork-availability", "iw1", "Mon, Wed 9:30 to 14:00; Fri mornings"
    )
    asked.does("iwork-task", "1", "invented task", "likes", "--done-before")
    asked.does("iwork-need", "1", "Invented adjustment", "must")
    asked.does("iwork-travel", "1", "bus", "40 minutes")
    asked.does("iwork-check", "1", "DBS, basic", "--dated", "1/1/2019", "--until", "1/2/2019")
    asked.does(
        "iwork-meeting", "1", "--covered", "Tasks; Travel", "--with", "their mother", "--next", "Setting"
    )
    whole = _whole(asked)
    held = whole.profile
    assert (held.noise, held.minutes_wanted, held.buddy) == (Level.LOW, 450, BuddyNeed.HELPS)
    assert week_said(whole.week) == "Mon, Wed 9:30am to 2pm; Fri 9am to midday"
    assert [(one.task.name, one.done_before) for one in whole.wished(TaskWish.LIKES)] == [
        ("Invented task", True)
    ]
    assert [one.adjustment.name for one in whole.needed(Need.MUST)] == ["Invented adjustment"]
    told = asked.does("iwork-profile", "IW-001")
    assert "Profile of IW-001 A.E." in told and "Bus" in told and "up to 40 minutes" in told
    assert "DBS, basic ran out on 1 February 2019." in told and MARKING in told
    every = asked.does("iwork-profile", "--out", tmp_path / "profiles.xlsx")
    assert "profiles.xlsx”, marked EXEMPT" in every
    assert "Ada" not in told + every and "Example" not in told + every


def test_of_an_empty_profile_it_is_said_what_to_ask(asked: Clerk) -> None:
    told = asked.does("iwork-profile", "IW-001")
    assert "Nothing to list." in told and told.count("Still to ask: ") > 3


def test_what_is_looked_at_is_written_down(asked: Clerk) -> None:
    asked.does("iwork-profile", "IW-001")
    looks: list[str] = []
    asked.with_vault(lambda vault: looks.extend(one.what for one in views_of(vault, people(vault)[0].id)))
    assert looks == ["Profile"]


def test_parts_are_taken_out_again(asked: Clerk) -> None:
    for given in (
        ("iwork-task", "1", "Invented task", "avoid"), ("iwork-need", "1", "Invented adjustment"),
        ("iwork-travel", "1", "walk"), ("iwork-check", "1", "right_to_work"),
    ):  # fmt: skip
        asked.does(*given)
        asked.does(*given, "--remove")
    asked.does("iwork-availability", "1", "Mon 9 to 2")
    asked.does("iwork-availability", "1", "none")
    assert not _whole(asked).is_begun


def test_what_cannot_be_is_refused_in_a_sentence(asked: Clerk) -> None:
    assert "ends before it begins" in asked.refuses("iwork-availability", "1", "Mon 14:00 to 9:30")
    assert "Nothing was given to write" in asked.refuses("iwork-profile-edit", "1")
    assert "There is no task “Juggling”" in asked.refuses("iwork-task", "1", "Juggling", "likes")
    assert "There is no adjustment “Juggling”" in asked.refuses("iwork-need", "1", "Juggling")
    assert "Nobody on the register has the reference “99”" in asked.refuses("iwork-profile", "99")
    assert "The profile of IW-001 is empty" in asked.refuses("iwork-easy-read", "1", "page.docx")
    assert "does not say how long or how far" in asked.refuses("iwork-travel", "1", "bus", "far")
    assert asked("iwork-task", "1", "Invented task", "adores").code == 2


def test_the_one_page_profile_is_saved_and_what_is_left_out_is_said(asked: Clerk, tmp_path: Path) -> None:
    asked.does("iwork-profile-edit", "1", "--strengths", "Always on time. Has epilepsy.")
    said = asked.does("iwork-easy-read", "1", tmp_path / "page", "--without-name")
    assert "Saved “page.docx”, one page. It is for them alone" in said
    assert "1 sentence of “Strengths” seems to name a diagnosis or medicine and was left out." in said
    text = "\n".join(one.text for one in Document(str(tmp_path / "page.docx")).paragraphs)
    assert "About me" in text and "epilepsy" not in text
