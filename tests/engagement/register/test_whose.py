"""Whose services were on a day, told from the history."""

from datetime import UTC, date, datetime

from engagement.register import providers, services
from engagement.register.vocabulary import ServiceKind
from engagement.register.whose import gone_from, whose_on
from resources.database import Database, change

DAY = date(2019, 9, 9)


def made(db: Database) -> tuple[str, str, str]:
    """Two providers and a home of the first, before the day."""
    with change(db, "Began", now=datetime(2019, 6, 1, 9, tzinfo=UTC)):
        first = providers.add_provider(db, name="First Care Ltd").id
        second = providers.add_provider(db, name="Second Care Ltd").id
        home = services.add_service(db, first, name="Larkmeadow House", kind=ServiceKind.NURSING_HOME).id
    return first, second, home


def moved(db: Database, home: str, to: str, month: int) -> None:
    with change(db, "Sold", now=datetime(2019, month, 15, 9, tzinfo=UTC)):
        services.move_service(db, home, to)


def test_a_home_sold_since_was_the_first_provider_s(db: Database) -> None:
    first, second, home = made(db)
    moved(db, home, second, 10)
    assert whose_on(db, [home], DAY) == {home: first}
    assert gone_from(db, first, DAY) == [home]
    assert gone_from(db, second, DAY) == []


def test_a_home_sold_before_and_one_sold_and_bought_back_have_not_moved(db: Database) -> None:
    first, second, home = made(db)
    moved(db, home, second, 8)
    assert whose_on(db, [home], DAY) == {}
    assert gone_from(db, first, DAY) == []
    moved(db, home, first, 10)
    moved(db, home, second, 11)
    assert gone_from(db, second, DAY) == [] and whose_on(db, [home], DAY) == {home: second}


def test_a_home_that_came_into_the_register_since_was_nobody_s(db: Database) -> None:
    first, second, _ = made(db)
    home = services.add_service(db, first, name="Teacup Court", kind=ServiceKind.HOME_CARE).id
    services.move_service(db, home, second)
    assert whose_on(db, [home], DAY) == {}
    assert gone_from(db, first, DAY) == []
