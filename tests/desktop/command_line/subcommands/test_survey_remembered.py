"""What is remembered of answers, from the command line."""

import pytest

from resources.database import Database, change
from tests.desktop.command_line.conftest import Clerk
from tests.workforce.survey.answers.made import made_wave
from workforce.survey.answers.decisions import WhoDecision
from workforce.survey.answers.read_answer import Known
from workforce.survey.answers.who_answered import remember_name
from workforce.survey.answers.words.known_words import remember_words
from workforce.survey.waves.asked import asked_of_wave


def decided(db: Database) -> None:
    wave = made_wave(db)
    staff = next(one.question for one in asked_of_wave(db, wave.id) if one.question.code == "staff")
    with change(db, "Decided"):
        remember_words(db, staff.id, {"a few": ("a few", Known(low="3", high="5"))})
        remember_name(db, "The vicar", WhoDecision())
        remember_name(db, "The vicar’s wife", WhoDecision())


@pytest.fixture
def desk(county: Clerk) -> Clerk:
    county.with_db(decided)
    return county


def test_words_and_names_are_listed_and_forgotten(desk: Clerk) -> None:
    told = desk.does("survey-remembered")
    assert "a few" in told and "3 to 5 people" in told and "Nobody in the register" in told
    told = desk.does("survey-remembered", "--forget", "few", "--forget", "The vicar")
    assert told.startswith("Forgot what “a few” means.\nForgot what “The vicar” means.\n")
    assert "asked about again in the next file" in told
    told = desk.does("survey-remembered")
    assert "a few" not in told and "The vicar’s wife" in told


def test_what_is_not_remembered_is_refused(desk: Clerk) -> None:
    refused = desk.refuses("survey-remembered", "--forget", "the moon")
    assert "There is no word or name that is remembered “the moon”" in refused
    assert "may be more than one" in desk.refuses("survey-remembered", "--forget", "vicar")
