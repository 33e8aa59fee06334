"""A series of three quarterly forums, made by calling the domain's own functions."""

from datetime import date, time

import pytest

from engagement.forums import series
from engagement.forums.series import SeriesDraft
from engagement.forums.vocabulary import EventKind
from resources.database import Database


@pytest.fixture
def quarterly(db: Database) -> str:
    """The key of a series."""
    return series.add_series(
        db,
        SeriesDraft(
            "Quarterly forum", EventKind.PROVIDER_FORUM, "Provider forum, {month} {year}", time(10), time(12)
        ),
    )


@pytest.fixture
def meetings(db: Database, quarterly: str) -> list[str]:
    """March, June and September 2019, planned out of order."""
    june, march, september = (
        series.plan_next(db, quarterly, day)
        for day in (date(2019, 6, 11), date(2019, 3, 12), date(2019, 9, 10))
    )
    return [march, june, september]
