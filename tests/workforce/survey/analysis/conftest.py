"""The wave of `made_answers`, read once for each test that asks."""

import pytest

from resources.database import Database
from tests.workforce.survey.analysis.made_answers import homes
from tests.workforce.survey.analysis.made_waves import MadeWave, make_wave
from workforce.survey.analysis.frame import WaveData, read_wave


@pytest.fixture
def made(db: Database) -> MadeWave:
    return make_wave(db, homes())


@pytest.fixture
def data(db: Database, made: MadeWave) -> WaveData:
    return read_wave(db, made.wave_id)
