"""Forums before the day: tables, planning, the audience, invitations and replies."""

import re

from tests.desktop.command_line.conftest import Clerk

FORUM = "Provider forum, December 2019"


def statuses(county: Clerk) -> dict[str, str]:
    told = county.does("participants", "forum").splitlines()[3:-1]
    return {re.split(r" {2,}", line)[0]: re.split(r" {2,}", line)[5] for line in told}


def test_events_are_listed_between_days(county: Clerk) -> None:
    assert county.does("events").splitlines()[3].split("  ")[0] == FORUM
    assert county.does(
        "events", "--from", "10 Dec 2019", "--to", "10 Dec 2019", "--state", "planned"
    ).endswith("1 event.\n")
    assert county.does("events", "--from", "11 Dec 2019").splitlines()[1] == "Nothing to list."


def test_the_audience_is_shown_with_reasons_and_who_is_left_out(county: Clerk) -> None:
    told = county.does("audience", "forum")
    assert told.startswith(
        "Nursing homes and residential homes.\n\nPeople to invite to Provider forum, December 2019\n"
    )
    assert re.search(r"Beth Cupworth +Registered manager +Teacup Court +Teacup Ltd +Residential home\n", told)
    assert told.endswith("Left out\nNothing to list.\n")


def test_an_event_is_planned_by_itself_with_a_rule(county: Clerk) -> None:
    told = county.does(
        "plan-event", "--title", "Nursing forum", "--date", "3 March 2020", "--start", "10am", "--end", "12:30",
        "--kind", "Provider forum", "--for-kind", "nursing home", "--in-district", "Bassetlaw", "--rated", "inadequate",
        "--rated", "requires improvement", "--came-to-nothing-in", "12", "--each", "everybody",
    ).splitlines()  # fmt: skip
    assert told[:3] == [
        "Planned Nursing forum: Tuesday 3 March 2020, 10am to 12:30pm.",
        "For: Inadequate or Requires improvement nursing homes in Bassetlaw that came to nothing in 12 months.",
        "There is no place and no link yet, so nobody can be told where to go.",
    ]
    assert (
        county.does("audience", told[-1].removeprefix("Its key is ").removesuffix(".")).count("Amina Larkson")
        == 1
    )
    assert county.does("invite", "nursing forum") == "Invited 1 person to Nursing forum.\n"
    assert county.does("invite", "nursing forum") == (
        "Invited 0 people to Nursing forum; 1 stood on the list already.\n"
    )


def test_what_an_event_lacks_is_said(county: Clerk) -> None:
    told = county.refuses("plan-event", "--date", "3 March 2020", "--title", "Forum")
    assert told == "An event outside a series needs --start, --end, --kind too."


def test_a_series_gives_what_is_the_same_each_time(county: Clerk) -> None:
    assert county.does("make-series", "forum", "Quarterly forum") == (
        "Made the series Quarterly forum of Provider forum, December 2019.\n"
    )
    assert (
        county.does("series")
        .splitlines()[3]
        .startswith("Quarterly forum  Provider forum  Provider forum, {month}")
    )
    told = county.does(
        "plan-event", "--series", "quarterly", "--date", "10 March 2020", "--start", "2pm", "--end", "4pm"
    )
    assert told.startswith("Planned Provider forum, March 2020: Tuesday 10 March 2020, 2pm to 4pm.\n")


def test_an_event_that_may_be_several_is_asked_about(county: Clerk) -> None:
    county.does("make-series", "forum", "Quarterly forum")
    county.does("plan-event", "--series", "quarterly", "--date", "10 March 2020")
    assert county.refuses("participants", "forum") == (
        "“forum” may be more than one event: Provider forum, December 2019 (10 December 2019); "
        "Provider forum, March 2020 (10 March 2020). Write more of the name, or its key."
    )
    assert county.does("participants", FORUM) == county.does("participants", "10 december")


def test_replies_waiting_list_and_offers(county: Clerk) -> None:
    assert statuses(county) == {"Amina Larkson": "Accepted", "Beth Cupworth": "Invited"}
    assert (
        county.does("reply", "forum", "accepted", "beth")
        == "Beth Cupworth, Teacup Court: On the waiting list.\n"
    )
    assert county.does("reply", "forum", "apologies", "larkmeadow", "--note", "Ill") == (
        "Amina Larkson, Larkmeadow House: Apologies.\n"
        "Beth Cupworth, Teacup Court, has been offered the place that is free.\n"
    )
    assert statuses(county) == {"Amina Larkson": "Apologies", "Beth Cupworth": "Place offered"}
    assert county.does("reply", "forum", "accepted", "amina", "--beyond-capacity").endswith("Accepted.\n")


def test_a_substitute_comes_instead(county: Clerk) -> None:
    assert (
        county.does("substitute", "forum", "amina", "zoë") == "Zoë Quillman comes instead of Amina Larkson.\n"
    )
    assert statuses(county) == {
        "Amina Larkson": "Apologies",
        "Beth Cupworth": "Invited",
        "Zoë Quillman": "Accepted",
    }


def test_participants_are_filtered(county: Clerk) -> None:
    assert county.does("participants", "forum", "--status", "accepted").endswith("1 person.\n")
    assert county.does("participants", "forum", "--district", "Mansfield", "--text", "beth").endswith(
        "1 person.\n"
    )
    assert county.refuses("reply", "forum", "declined", "nobody").startswith(
        "There is no person on the list “nobody”."
    )


def test_a_series_is_put_away_and_taken_out_again(county: Clerk) -> None:
    county.does("make-series", "forum", "Quarterly forum")
    assert county.refuses("restore-series", "quarterly").startswith("There is no series “quarterly”")
    assert county.does("archive-series", "quarterly") == "Archived the series Quarterly forum.\n"
    assert "Quarterly forum" not in county.does("series")
    assert "Quarterly forum" in county.does("series", "--archived")
    assert county.refuses("plan-event", "--series", "quarterly", "--date", "10 March 2020").startswith(
        "There is no series “quarterly”"
    )
    assert county.does("restore-series", "quarterly") == "Restored the series Quarterly forum.\n"
    assert "Quarterly forum" in county.does("series")


def test_roles_and_what_may_be_published(county: Clerk) -> None:
    assert (
        county.does("role", "december", "speaker", "amina") == "Amina Larkson, Larkmeadow House: speaker.\n"
    )
    assert "Nobody is “supporter” at an event of the kind" in county.refuses(
        "role", "december", "supporter", "amina"
    )
    said = county.does(
        "plan-event", "--title", "Partners", "--date", "2020-01-07", "--start", "10am", "--end", "11am", "--kind",
        "information-sharing meeting",
    )  # fmt: skip
    assert "Only that it met may be published; everything else is exempt." in said
    assert county.does("participants", "december").startswith("People at ")
    county.does(
        "plan-event", "--title", "Quiet forum", "--date", "2020-01-08", "--start", "10am", "--end", "11am",
        "--kind", "provider forum", "--confidentiality", "names withheld",
    )  # fmt: skip
    assert county.does("participants", "quiet").startswith(
        "EXEMPT – NOT FOR PUBLICATION: People at Quiet forum"
    )
