"""The ASC-WDS files of the sample county: some workplaces complete, one on either side of 90 %, some not."""

from datetime import date
from fractions import Fraction

import pytest

from engagement.register.providers import add_provider
from engagement.register.services import add_service
from engagement.register.vocabulary import ServiceKind
from resources.database import Database
from workforce.ascwds.standings import standings
from workforce.ascwds.tables import state_words
from workforce.ascwds.workplaces import workplaces
from workforce.sample.ascwds import WORKPLACES, add_ascwds

TODAY = date(2026, 11, 22)


@pytest.fixture
def county(db: Database) -> Database:
    kinds = (ServiceKind.NURSING_HOME, ServiceKind.RESIDENTIAL_HOME, ServiceKind.HOME_CARE)
    for number in range(45):
        run_by = add_provider(db, name=f"Sample Provider {number}")
        add_service(
            db, run_by.id, name=f"Sample House {number}", kind=kinds[number % 3], beds=20 + number,
            cqc_location_id=f"1-{number + 1000}",
        )  # fmt: skip
    return db


def test_about_forty_workplaces_of_every_standing(county: Database) -> None:
    assert add_ascwds(county, today=TODAY) == WORKPLACES == len(workplaces(county))
    found = standings(county, on=TODAY)
    states = [state_words(one) for one in found.values()]
    assert {state: states.count(state) > 2 for state in ("Complete", "Not complete", "Met earlier")} == {
        "Complete": True, "Not complete": True, "Met earlier": True,
    }  # fmt: skip
    shares = {one.now.share for one in found.values()}
    assert {Fraction(27, 30), Fraction(57, 64)} <= shares
    assert {code for one in found.values() for code in one.now.codes} >= {1, 10, 11, 101}
    assert sum(not one.is_tied for one in workplaces(county)) == 2


def test_it_is_the_same_each_time_and_holds_nobody(county: Database) -> None:
    add_ascwds(county, today=TODAY)
    assert county.value("select count(*) from worker_record where reference <> ''") == 0
    assert county.value("select count(*) > 50 from worker_training") == 1
    first = [one.now.share for one in standings(county, on=TODAY).values()]
    assert len(first) == WORKPLACES


def test_a_register_without_services_has_no_workplaces(db: Database) -> None:
    assert add_ascwds(db, today=TODAY) == 0
