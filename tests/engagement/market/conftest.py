"""The market table published in Nottinghamshire's committee report of December 2019, as figures."""

from datetime import date

import pytest

from engagement.market.market_table import MarketTable, from_published
from engagement.register.vocabulary import MarketKind

# For each authority: nursing homes, residential homes, domiciliary care agencies;
# each: % Inadequate, Requires improvement, Good, Outstanding of rated, and % of all not yet rated.
PUBLISHED = {
    "Derby": ((0, 12, 88, 0, 0), (0, 13, 87, 0, 4), (0, 16, 79, 5, 31)),
    "Derbyshire": ((1, 14, 82, 2, 1), (4, 16, 79, 2, 3), (1, 9, 90, 0, 25)),
    "Leicester": ((0, 33, 62, 5, 5), (0, 9, 87, 4, 8), (0, 12, 87, 1, 28)),
    "Leicestershire": ((0, 20, 80, 0, 0), (0, 16, 82, 2, 3), (0, 15, 82, 4, 17)),
    "Lincolnshire": ((3, 17, 80, 0, 6), (2, 14, 80, 3, 4), (2, 12, 78, 8, 29)),
    "Northamptonshire": ((5, 18, 73, 3, 3), (1, 12, 78, 10, 5), (0, 12, 85, 3, 33)),
    "Nottingham": ((0, 38, 62, 0, 5), (2, 12, 82, 4, 14), (0, 27, 67, 6, 32)),
    "Nottinghamshire": ((10, 23, 60, 7, 3), (3, 15, 77, 6, 9), (1, 7, 86, 6, 17)),
    "Rutland": ((0, 0, 100, 0, 0), (0, 22, 78, 0, 0), (0, 0, 100, 0, 11)),
}


@pytest.fixture
def published() -> MarketTable:
    """The nine East Midlands authorities as at August 2019."""
    figures = {
        (area, kind): row
        for area, rows in PUBLISHED.items()
        for kind, row in zip(MarketKind, rows, strict=True)
    }
    return from_published(figures, as_at=date(2019, 8, 1))
