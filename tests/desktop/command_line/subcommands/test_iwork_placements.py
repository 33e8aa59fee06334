"""Placements, tasters, support, reminders, pay and limits of i-Work on the command line."""

from pathlib import Path

import pytest

from resources.database import Database
from tests.desktop.command_line.conftest import TODAY, Clerk
from workforce.iwork.employers.employers import add_employer
from workforce.iwork.people.consents import give_consents
from workforce.iwork.people.people import add_person
from workforce.iwork.posts.moving import move_post
from workforce.iwork.posts.posts import add_post
from workforce.iwork.vocabulary import ConsentScope, PostStatus


def make_world(vault: Database) -> None:
    """Somebody who agreed, and an open post."""
    who = add_person(vault, "Ada", TODAY, today=TODAY, family_name="Example")
    give_consents(vault, who.id, [ConsentScope.MATCHING, ConsentScope.SHARE], TODAY, today=TODAY)
    home = add_employer(vault, today=TODAY, name="Sample Nursing Home")
    post = add_post(vault, home.id, "Lunch service", today=TODAY)
    move_post(vault, post.id, PostStatus.OPEN, today=TODAY)


@pytest.fixture
def coach(iwork_clerk: Clerk) -> Clerk:
    """With somebody and a post."""
    iwork_clerk.with_vault(make_world)
    return iwork_clerk


def to_work(coach: Clerk, *, on: str = "9 Dec 2019") -> None:
    coach.does("iwork-begin", "IW-001", "--stage", "job ready", "--on", on)
    coach.does("iwork-move", "IW-001", "matched", "--post", "P-001", "--on", on)
    for stage in ("introduced", "offered"):
        coach.does("iwork-move", "IW-001", stage, "--on", on)
    coach.does("iwork-move", "IW-001", "started", "--hours", "16", "--pay", "£12.21", "--on", on)


def test_somebody_is_taken_to_work_and_leaves(coach: Clerk) -> None:
    assert "has no placement yet. Begin one with “iwork-begin IW-001”" in coach.refuses(
        "iwork-move", "IW-001", "engaged"
    )
    to_work(coach)
    listed = coach.does("iwork-placements")
    assert "IW-001 A.E." in listed and "Started" in listed and "Example" not in listed
    assert coach.does("iwork-move", "IW-001", "in post") == "IW-001 is at “In post”.\n"
    assert "ends with a reason" in coach.refuses("iwork-move", "IW-001", "left")
    coach.does("iwork-move", "IW-001", "left", "--reason", "travel", "--words", "The bus stopped")
    assert "Nothing to list" in coach.does("iwork-placements")
    assert "Travel" in coach.does("iwork-placements", "--all")


def test_a_job_found_elsewhere_and_two_placements(coach: Clerk) -> None:
    to_work(coach)
    coach.does("iwork-begin", "IW-001", "--stage", "job ready")
    said = coach.refuses("iwork-placement", "IW-001")
    assert "has 2 placements that are meant. Say which with --job" in said
    coach.does(
        "iwork-move", "IW-001", "started", "--job", "job ready", "--title", "Shelf filler", "--employer", "Sample Shop",
        "--hours", "4",
    )  # fmt: skip
    assert "Shelf filler" in coach.does("iwork-placements")
    assert (
        coach.does("iwork-pay", "IW-001", "--job", "lunch")
        == "IW-001: 20 hours a week over 2 jobs, pay not known.\n"
    )


def test_support_checkpoints_and_the_log(coach: Clerk, tmp_path: Path) -> None:
    to_work(coach)
    assert "week 1: 10; week 5: 0" in coach.does("iwork-support", "IW-001", "--plan", "week 1: 10; week 5: 0")
    coach.does("iwork-support", "IW-001", "--add", "1.5", "--words", "Laying tables")
    assert "Laying tables" in coach.does("iwork-support", "IW-001")
    assert "4 weeks of work have passed on" in coach.refuses("iwork-checkpoint", "IW-001", "4", "--in-work")
    assert "--in-work or --not-in-work" in coach.refuses("iwork-checkpoint", "IW-001", "4")
    assert "To come" in coach.does("iwork-checkpoint", "IW-001")
    assert "Introduced" in coach.does("iwork-placement", "IW-001")
    log = tmp_path / "log.docx"
    assert "Saved" in coach.does("iwork-support-log", "IW-001", log)
    assert log.is_file()


def test_what_was_entered_by_mistake_is_removed(coach: Clerk) -> None:
    to_work(coach, on="1 Aug 2019")
    coach.does("iwork-checkpoint", "IW-001", "4", "--not-in-work")
    assert "Not in work" in coach.does("iwork-checkpoint", "IW-001")
    said = coach.does("iwork-checkpoint", "IW-001", "4", "--remove")
    assert said == "Removed the checkpoint of 4 weeks of IW-001.\n"
    assert "Not in work" not in coach.does("iwork-checkpoint", "IW-001")
    assert "none can be removed" in coach.refuses("iwork-checkpoint", "IW-001", "4", "--remove")

    coach.does("iwork-pay", "IW-001", "--hours", "20", "--from", "2 Dec 2019")
    assert "with --from and their first day" in coach.refuses("iwork-pay", "IW-001", "--remove")
    assert "no hours that begin on 3 December 2019" in coach.refuses(
        "iwork-pay", "IW-001", "--remove", "--from", "3 Dec 2019"
    )
    said = coach.does("iwork-pay", "IW-001", "--remove", "--from", "2 Dec 2019")
    assert said.startswith("IW-001: 16 hours a week, £195.36.")
    assert "from the start of the job" in coach.refuses(
        "iwork-pay", "IW-001", "--remove", "--from", "1 Aug 2019"
    )


def test_access_to_work_and_pay(coach: Clerk) -> None:
    to_work(coach)
    coach.does("iwork-placement-edit", "IW-001", "--access", "applied", "--permitted-work", "yes")
    assert "16 hours or more" not in coach.does("iwork-pay"), "in 2019 no limit is kept"
    said = coach.does("iwork-pay", "IW-001", "--hours", "20", "--pay", "£13")
    assert said == "IW-001: 20 hours a week, £260.\n"
    said = coach.does("iwork-pay", "IW-001", "--hours", "10")
    assert said == "IW-001: 10 hours a week, £130.\n", "what is not given stays"
    said = coach.does("iwork-pay", "IW-001", "--pay", "£14")
    assert said == "IW-001: 10 hours a week, £140.\n"


def test_tasters_are_planned_and_told(coach: Clerk) -> None:
    assert "on a day" in coach.refuses("iwork-taster", "IW-001", "--at", "sample")
    assert "is the name of no employers" in coach.refuses(
        "iwork-taster", "IW-001", "--at", "nobody", "--on", "9 Dec 2019"
    )
    coach.does(
        "iwork-taster", "IW-001", "--at", "sample", "--on", "9 Dec 2019", "--from", "9:30", "--until", "12"
    )
    said = coach.does("iwork-taster", "IW-001", "--on", "9 Dec 2019", "--outcome", "went well")
    assert said == "The taster of IW-001 on 9 December 2019: went well.\n"
    assert "9:30am to midday" in coach.does("iwork-taster", "IW-001")
    assert "Nobody on the register has the reference" in coach.refuses("iwork-taster", "IW-009")


def test_reminders_are_added_listed_and_ticked_off(coach: Clerk) -> None:
    assert "has a day" in coach.refuses("iwork-reminders", "--add", "Ring")
    coach.does(
        "iwork-reminders", "--add", "Ring about the bus pass", "--by", "10 Dec 2019", "--person", "IW-001"
    )
    listed = coach.does("iwork-reminders")
    assert "Ring about the bus pass" in listed and "IW-001 A.E." in listed
    coach.does("iwork-reminders", "--finish", "bus pass")
    assert "Ring about the bus pass" in coach.does("iwork-reminders", "--done")
    assert "no reminder" in coach.refuses("iwork-reminders", "--finish", "bus pass")


def test_limits_are_listed_as_not_checked_and_set_with_a_source(coach: Clerk) -> None:
    listed = coach.does("iwork-benefits")
    assert "Not checked" in listed and "Checked " not in listed
    assert "an amount and a first day" in coach.refuses("iwork-benefits", "--set", "permitted_earnings")
    given = ("--amount", "£200", "--from", "1 Apr 2019")
    assert "kept with its source" in coach.refuses("iwork-benefits", "--set", "permitted_earnings", *given)
    said = coach.does(
        "iwork-benefits",
        "--set",
        "permitted_earnings",
        *given,
        "--source",
        "A page",
        "--checked",
        "9 Dec 2019",
    )
    assert said == "Permitted work: earnings a week up to £200: checked 9 Dec 2019.\n"
    weeks = ("--set", "access_weeks", "--from", "1 Apr 2019", "--source", "A page", "--amount")
    assert "is no number of weeks" in coach.refuses("iwork-benefits", *weeks, "some")
    assert "6 weeks: not checked" in coach.does("iwork-benefits", *weeks, "6")
