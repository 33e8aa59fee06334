"""The sample’s denominators."""

from datetime import date

from resources.database import Database
from workforce.iwork.figures.measure_bases import base_on, measure_bases
from workforce.iwork.sample.figures import add_measure_bases
from workforce.iwork.vocabulary import MeasureKind


def test_both_measures_have_a_denominator_this_year_and_the_year_before(vault: Database) -> None:
    today = date(2026, 11, 23)
    add_measure_bases(vault, today=today)
    assert len(measure_bases(vault)) == 4
    held = base_on(vault, MeasureKind.LEARNING_DISABILITY, today)
    assert held is not None and held.number == 1850 and "Invented" in held.source
