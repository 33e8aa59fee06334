"""Waves are read in the order in which they open, with what is held of each."""

from datetime import date

import pytest

from resources.database import Database
from tests.workforce.survey.waves.test_facts import respond
from workforce.survey.surveys import Survey
from workforce.survey.vocabulary import AskedOf, Mode, WaveKind
from workforce.survey.waves.population import PopulationRule, invite
from workforce.survey.waves.waves import Wave, answers_in, invited_in, wave_before, waves
from workforce.survey.waves.waves import wave as by_key


def test_a_wave_reads_as_it_was_planned(db: Database, survey: Survey, wave: Wave) -> None:
    opens = date(2019, 9, 2)
    assert by_key(db, wave.id) == Wave(
        wave.id,
        survey.id,
        "Baseline 2019",
        WaveKind.BASELINE,
        opens,
        None,
        Mode.ONLINE,
        AskedOf.SERVICE,
        opens,
    )
    with pytest.raises(LookupError):
        by_key(db, "gone")


def test_they_stand_in_the_order_in_which_they_open(
    db: Database, survey: Survey, wave: Wave, later_wave: Wave
) -> None:
    assert waves(db, survey.id) == [wave, later_wave]
    assert wave_before(db, later_wave.id) == wave


def test_how_many_were_invited_and_answered(db: Database, register: dict[str, str], wave: Wave) -> None:
    invite(db, wave.id, PopulationRule())
    respond(db, wave, None)
    assert (invited_in(db, wave.id), answers_in(db, wave.id)) == (5, 1)
