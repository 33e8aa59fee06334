"""Waves of the survey, who is invited and what can be compared, without a window."""

import pytest

from engagement.register.council import set_council
from resources.database import Database
from tests.desktop.command_line.conftest import Clerk


def ready(db: Database) -> None:
    set_council(db, "Nottinghamshire")


@pytest.fixture
def desk(county: Clerk) -> Clerk:
    """A county whose survey is started and has its baseline."""
    county.with_db(ready)
    county.does("survey", "--start")
    county.does(
        "survey-wave-plan", "Baseline 2019", "--opens", "2 December 2019", "--closes", "20 December 2019"
    )
    return county


def test_waves_are_planned_listed_and_put_right(desk: Clerk) -> None:
    printed = desk.does("survey-wave-plan", "Re-evaluation 2020", "--opens", "1 December 2020")
    assert printed.startswith("Planned Re-evaluation 2020 (re-evaluation) with ")
    assert "is the baseline" in desk.refuses("survey-wave-plan", "Another", "--kind", "baseline")
    assert "before it opens" in desk.refuses("survey-wave-edit", "baseline", "--closes", "1 November 2019")
    desk.does("survey-wave-edit", "baseline", "--name", "First survey", "--mode", "mixed")
    listed = desk.does("survey-waves")
    assert "First survey" in listed and "More than one way" in listed
    desk.does("survey-wave-edit", "re-evaluation", "--archive")
    assert "Re-evaluation 2020" not in desk.does("survey-waves")
    assert "Re-evaluation 2020" in desk.does("survey-waves", "--archived")
    desk.does("survey-wave-edit", "re-evaluation 2020", "--restore")


def test_what_a_wave_asks_is_put_right(desk: Clerk) -> None:
    desk.does("survey-question", "--add", "Anything else?")
    assert desk.does("survey-wave-edit", "baseline", "--ask", "Anything else?") == (
        "Baseline 2019 asks “Anything else?” too.\n"
    )
    assert "asked “What else?”" in desk.does(
        "survey-wave-edit", "baseline", "--asked-as", "Anything else", "What else?"
    )
    assert "does not ask" in desk.does("survey-wave-edit", "baseline", "--drop", "Anything else")
    assert "as they stand now" in desk.does("survey-wave-edit", "baseline", "--ask-as-now")


def test_the_population_is_previewed_taken_and_put_right(desk: Clerk) -> None:
    preview = desk.does("survey-population", "baseline", "--preview", "--kind", "nursing")
    assert "Larkmeadow House" in preview and "Home care: not a kind that is asked" in preview
    assert desk.does("survey-population", "baseline", "--set") == (
        "3 services invited, as the register was on 2 December 2019.\n"
    )
    desk.does("survey-population", "baseline", "--leave-out", "quill")
    listed = desk.does("survey-population", "baseline")
    assert "2 invited; 0 of them answered." in listed and "Quill Care" not in listed
    assert desk.does("survey-population", "baseline", "--add", "Quill Care") == (
        "Invited Quill Care to Baseline 2019.\n"
    )
    assert "1 service invited" in desk.does(
        "survey-population", "baseline", "--set", "--district", "Gedling", "--on", "1 December 2019"
    )
    assert "no service that the rule invites" in desk.refuses(
        "survey-population", "baseline", "--set", "--active-contracts"
    )


def test_providers_are_invited_where_these_are_asked(desk: Clerk) -> None:
    desk.does("survey-wave-edit", "baseline", "--asked-of", "provider")
    assert desk.does("survey-population", "baseline", "--add", "Quill Ltd") == (
        "Invited Quill Ltd to Baseline 2019.\n"
    )
    assert "3 providers invited" in desk.does("survey-population", "baseline", "--set")


def test_questions_are_matched_and_decided(desk: Clerk) -> None:
    assert "there is none to compare" in desk.refuses("survey-matching", "baseline")
    desk.does("survey-question", "--edit", "one_thing", "--wording", "What would help you most?")
    desk.does("survey-wave-plan", "Re-evaluation 2020", "--opens", "1 December 2020")
    assert "Break, not decided" in desk.does("survey-matching", "re-evaluation")
    assert "needs a reason" in desk.refuses("survey-matching", "re-evaluation", "--comparable", "one_thing")
    desk.does("survey-matching", "re-evaluation", "--comparable", "one_thing", "--reason", "Means the same")
    assert "Means the same" in desk.does("survey-matching", "re-evaluation", "--since", "baseline")
    assert "is a break" in desk.does("survey-matching", "re-evaluation", "--break", "one_thing")
    assert "left open" in desk.does("survey-matching", "re-evaluation", "--undecided", "one_thing")
    assert "not two waves of one survey" in desk.refuses(
        "survey-matching", "re-evaluation", "--since", "re-evaluation"
    )
