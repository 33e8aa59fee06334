"""What the sample’s team typed in for its figures."""

from datetime import date

from resources.database import Database
from workforce.iwork.figures.measure_bases import set_base
from workforce.iwork.vocabulary import MeasureKind

_SOURCE = "Invented for the sample county"


def add_measure_bases(vault: Database, *, today: date) -> None:
    """How many people of the council the employment measure is a share of, this year and the year before."""
    for year, people, autistic in ((today.year - 1, 1820, 610), (today.year, 1850, 640)):
        first = date(year, 4, 1)
        set_base(vault, MeasureKind.LEARNING_DISABILITY, first, number=people, source=_SOURCE)
        set_base(vault, MeasureKind.AUTISM, first, number=autistic, source=_SOURCE)
