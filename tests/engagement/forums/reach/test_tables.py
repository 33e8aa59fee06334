"""The tables with names, and the sentences that are said first."""

from datetime import date

from engagement.forums.reach.figures import providers_of
from engagement.forums.reach.tables import (
    COUNTED,
    headlines,
    not_seen_title,
    of_words,
    providers_table,
    reason_of,
    services_table,
)
from engagement.forums.vocabulary import EventKind
from resources.statistics import share
from tests.engagement.forums.reach.made_services import LATELY, QUESTION, came, four_bands


def test_a_row_for_each_service() -> None:
    table = services_table("All services", four_bands().services, QUESTION)
    assert table.rows[0] == (
        "Ada House", "Came in 12 months", "2019-06-03", "Good", "Nursing home", "Bassetlaw", None, 3, 2, 2, 4, 1,
        None, "", "Ada Ltd",
    )  # fmt: skip
    assert table.rows[3][:4] == ("Dot House", "Never invited", None, "Not rated by CQC")
    assert table.base == "4 services; figures from 10 December 2018 to 10 December 2019"
    assert table.notes == (COUNTED,)


def test_a_row_for_each_provider_with_the_kinds_of_event_come_to() -> None:
    history = came(
        LATELY, came=2, kinds=(EventKind.PROVIDER_FORUM, EventKind.TRAINING_SESSION), places=20, no_shows=5
    )
    lines = providers_of(four_bands(), [], {"Ada Ltd": history}, {"Ben Ltd": date(2020, 1, 7)})
    table = providers_table(lines, QUESTION)
    assert table.rows[0] == (
        "Ada Ltd", "Came in 12 months", "2019-06-03", 1, 1, None, 0, 0, 2, 20, 5, 25,
        "Provider forum, Training session",
    )  # fmt: skip
    assert table.rows[1][5] == "2020-01-07"


def test_what_is_said_first_gives_the_base() -> None:
    assert headlines(four_bands()) == [
        "1 of 4 services came to something in the last 12 months.",
        "1 service came before that; 2 services never came (1 invited, 1 never invited).",
        "1 service came for the first time from 10 December 2018 to 10 December 2019; "
        "0 came in the year before and not since.",
        "1 of 4 people with a place did not come.",
    ]
    assert of_words(share(212, 362), "services") == "212 of 362 services (59%)"
    assert of_words(share(5, 10), "services") == "5 of 10 services (50%, a small base)"


def test_why_a_service_is_invited() -> None:
    assert [reason_of(one) for one in four_bands().services] == [
        "Last came on 3 June 2019", "Last came on 1 March 2017", "Invited before, never came", "Never invited before",
    ]  # fmt: skip
    assert not_seen_title(QUESTION) == "Not seen for 12 months"
