"""Waves, populations and matching as tables, in words."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime

from resources.database import Database
from tests.workforce.survey.conftest import LATER
from tests.workforce.survey.waves.test_facts import respond
from workforce.survey.questionnaire.editing import QuestionDraft, add_question
from workforce.survey.questionnaire.questions import Question
from workforce.survey.surveys import Survey
from workforce.survey.vocabulary import QuestionKind, Topic
from workforce.survey.waves.asking import add_asked, set_asked_wording
from workforce.survey.waves.comparability import decide
from workforce.survey.waves.population import PopulationRule, add_to_population, invite, would_invite
from workforce.survey.waves.tables import (
    candidates_table,
    kind_words,
    matching_table,
    population_table,
    state_of,
    waves_table,
)
from workforce.survey.waves.waves import Wave

Register = dict[str, str]
NOW = datetime(2020, 10, 1, 9, tzinfo=UTC)


def test_a_row_for_each_wave(db: Database, register: Register, survey: Survey, wave: Wave) -> None:
    invite(db, wave.id, PopulationRule())
    respond(db, wave, None, register["Elm Court"])
    (row,) = waves_table(db, survey.id, today=LATER).rows
    assert row == (
        "Baseline 2019", "Baseline", "2019-09-02", None, 5, 1, 20.0, "Online form", "Each service", "Open",
    )  # fmt: skip


def test_a_wave_is_to_come_open_closed_or_archived(wave: Wave) -> None:
    closes = date(2019, 10, 31)
    days = (date(2019, 9, 1), wave.opens_on, closes, date(2019, 11, 1))
    held = replace(wave, closes_on=closes)
    assert [state_of(held, day) for day in days] == ["To come", "Open", "Open", "Closed"]
    assert state_of(replace(held, archived_on="2020-01-01"), closes) == "Archived"


def test_the_population_with_the_facts_of_the_day(db: Database, register: Register, wave: Wave) -> None:
    add_to_population(db, wave.id, service_id=register["Sunny Days"])
    add_to_population(db, wave.id, service_id=register["Elm Court"])
    respond(db, wave, None, register["Elm Court"])
    table = population_table(db, wave.id)
    assert table.base == "2 invited; 1 of them answered."
    assert list(table.rows) == [
        ("Elm Court", "Elm Court Ltd", "Residential home", "Bassetlaw", "Outstanding", 30, "Active", 1),
        ("Sunny Days", "Sunny Days CIC", "Day care", "Mansfield", "Not rated by CQC", None, "Not active", 0),
    ]


def test_who_would_be_left_out_and_how_many_are_elsewhere(
    db: Database, register: Register, wave: Wave
) -> None:
    found = would_invite(db, wave, PopulationRule())
    left = candidates_table(found, meant=False)
    assert list(left.rows) == [
        ("Sunny Days", "Sunny Days CIC", "Day care", "Day care: not a kind that is asked")
    ]
    assert left.notes == ("1 more in the register are outside the area.",)
    assert len(candidates_table(found, meant=True).rows) == 5
    assert kind_words("Several kinds") == "Several kinds"


def test_what_became_of_the_questions(
    db: Database,
    survey: Survey,
    wave: Wave,
    later_wave: Wave,
    asked: Callable[[str], Question],
) -> None:
    changed, key = asked("one_thing").id, asked("how_hard").id
    set_asked_wording(db, later_wave.id, changed, "What would help?")
    set_asked_wording(db, later_wave.id, key, "How difficult is it?")
    decide(db, key, wave.id, later_wave.id, True, "Means the same", NOW)
    added = add_question(db, survey.id, QuestionDraft("Anything else?", Topic.OTHER, QuestionKind.TEXT))
    add_asked(db, later_wave.id, added.id)
    rows = {row[0]: row[1:] for row in matching_table(db, wave.id, later_wave.id).rows}
    assert rows["What would help?"] == (
        "Reworded", "Break, not decided",
        "It was asked as “What one thing would help you most to recruit and keep staff?”.", "", "",
    )  # fmt: skip
    assert rows["How difficult is it?"][1] == "Comparable"
    assert rows["How difficult is it?"][3:] == ("Means the same", "Test Officer, 1 October 2020")
    assert rows["Anything else?"][:2] == ("New", "In one wave only")
