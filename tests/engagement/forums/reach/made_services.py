"""Services and their figures made by hand, for tests of what decides."""

from datetime import date

from engagement.forums.reach.figures import Reach, reach_of
from engagement.forums.reach.question import ReachQuestion
from engagement.forums.reach.reading import History
from engagement.forums.reach.standing import CqcPeriod, ServiceRecord
from engagement.register.vocabulary import Rating
from resources.spans import Span

DAY = date(2019, 12, 10)
YEAR = Span(date(2018, 12, 10), DAY)
QUESTION = ReachQuestion(YEAR)


def service(
    key: str,
    *,
    provider: str = "",
    kind: str = "nursing_home",
    district: str = "Bassetlaw",
    location_id: str | None = None,
    registered_on: str | None = "2015-01-01",
    archived_on: str | None = None,
    dormant: bool = False,
    periods: tuple[CqcPeriod, ...] = (),
) -> ServiceRecord:
    """A record as the register has it."""
    owner = provider or f"{key} Ltd"
    return ServiceRecord(
        key, f"{key} House", owner, owner, kind, district, "Nottinghamshire", location_id, registered_on,
        archived_on, dormant, periods,
    )  # fmt: skip


def came(first: date, last: date | None = None, **more: object) -> History:
    """Somebody came, for the first and the last time."""
    return History(first_came=first, last_came=last or first, was_invited=True)._replace(**more)


LATELY, LONG_AGO = date(2019, 6, 3), date(2017, 3, 1)


def four_bands() -> Reach:
    """A service of each band: Ada came lately, Ben long ago, Cy was invited, Dot never."""
    records = [
        service("Ada"), service("Ben", district="Ashfield"), service("Cy", kind="home_care"),
        service("Dot", kind="day_care", district=""),
    ]  # fmt: skip
    histories = {
        "Ada": came(LATELY, came=2, invited=3, answered=2, places=4, no_shows=1),
        "Ben": came(LONG_AGO),
        "Cy": History(invited=1, was_invited=True),
    }
    return reach_of(QUESTION, records, {"Ada": Rating.GOOD, "Ben": Rating.INADEQUATE}, histories, {})
