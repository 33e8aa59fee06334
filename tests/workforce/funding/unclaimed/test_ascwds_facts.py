from datetime import date
from fractions import Fraction
from pathlib import Path

from resources.database import Database
from tests.workforce.ascwds.bulk_files import HOME, bring, worker, write_workers, write_workplaces
from tests.workforce.funding.unclaimed.eligible import home
from workforce.ascwds.workplaces import tie_workplace, workplaces
from workforce.funding.unclaimed.ascwds_facts import ascwds_facts, workers_without

SEPTEMBER, DECEMBER = date(2019, 9, 30), date(2019, 12, 31)


def tied(db: Database, folder: Path, *, service: bool = True) -> tuple[str, str]:
    owner, house = home(db, "Rosewood Example Homes", "Rosewood House")
    paths = [
        write_workplaces(folder, {**HOME}, name="homes.csv"),
        write_workers(folder, worker("Ada"), worker("Bo"), name="workers.csv"),
    ]
    bring(db, *paths, on=SEPTEMBER, today=date(2020, 1, 1))
    (one,) = workplaces(db)
    tie_workplace(db, one.id, **({"service_id": house} if service else {"provider_id": owner}))
    return owner, house


def test_what_a_workplace_says_of_its_service(db: Database, tmp_path: Path) -> None:
    owner, house = tied(db, tmp_path)
    known = ascwds_facts(db, DECEMBER, {house: owner})[house]
    assert (known["ascwds_completed"], known["ascwds_eligible"], known["ascwds_share"]) == (
        True,
        True,
        Fraction(1),
    )
    assert (known["ascwds_workers"], known["ascwds_staff"]) == (2, 2)
    assert known == ascwds_facts(db, DECEMBER, {house: owner}, only=[house])[house]
    assert ascwds_facts(db, DECEMBER, {"another": "nobody"}, only=["another"]) == {}


def test_a_workplace_of_the_provider_speaks_for_its_services(db: Database, tmp_path: Path) -> None:
    owner, house = tied(db, tmp_path, service=False)
    assert ascwds_facts(db, DECEMBER, {house: owner})[house]["ascwds_eligible"] is True
    assert ascwds_facts(db, DECEMBER, {house: owner}, only=[house])[house]["ascwds_eligible"] is True


def test_workers_without_a_level_are_counted_of_those_who_provide_care(db: Database, tmp_path: Path) -> None:
    _, house = tied(db, tmp_path)
    found = workers_without(db, DECEMBER, level=2)
    assert found[house].of == 2
    assert workers_without(db, DECEMBER, level=2, services=[house]) == found
    assert workers_without(db, DECEMBER, level=2, services=["another"]) == {}
    assert workers_without(db, date(2019, 9, 29), level=2) == {}
