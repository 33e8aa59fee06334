"""The training matrix: 100,000 records of 20,000 learners, the whole of it and the pane of one provider."""

import random
import tempfile
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

from desktop.capabilities import CAPABILITIES
from resources.database import Database, change, new_key, new_keys, open_file
from tests.benchmarks.measure import Figure, milliseconds
from workforce.training.matrix import matrix, provider_training
from workforce.training.same_learner import likely_known

TODAY = date(2020, 1, 15)
_COURSES = 10
_GIVEN = ("Ada", "Brian", "Chi", "Dilys", "Esther", "Farah", "Gwen", "Hamid", "Iris", "Jacek")


def bench_training(smoke: bool) -> Iterator[Figure]:
    """The matrix of the county, then what a click on one provider costs, and what typing a new learner's name does."""
    services, learners, records = (20, 100, 500) if smoke else (2_000, 20_000, 100_000)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        opened = open_file(Path(name) / "office.providerdesk", CAPABILITIES, who="Benchmark", create=True)
        with closing(opened):
            provider = _fill(opened.db, services, learners, records, random.Random(2020))
            whole = milliseconds(lambda: matrix(opened.db, on=TODAY))
            yield Figure(f"the matrix of {services:,} services, {records:,} records", whole, budget=10_000)
            pane = min(
                milliseconds(lambda: provider_training(opened.db, provider, on=TODAY)) for _ in range(3)
            )
            yield Figure(
                "one provider in the pane", pane, budget=100, yardstick="the whole", yardstick_value=whole
            )
            typed = milliseconds(lambda: likely_known(opened.db, "Ada Examplebd", provider))
            yield Figure(f"a new name beside {learners:,} learners", typed, budget=100)


def _surname(chance: random.Random) -> str:
    return f"Example{''.join(chance.choices('abcdefghijklmnopqrstuvwxyz', k=2))}"


def _fill(db: Database, services: int, learners: int, records: int, chance: random.Random) -> str:
    """A county by chance; the key of a provider in it."""
    owners, places = new_keys(services // 2), new_keys(services)
    at = [(place, chance.choice(owners)) for place in places]
    with change(db, "Filled the county"):
        db.insert_rows(
            "provider", ("id", "name"), [(key, f"Example Care {n}") for n, key in enumerate(owners)]
        )
        db.insert_rows(
            "service", ("id", "provider_id", "name", "kind", "authority", "registered_on"),
            [(place, owner, f"Example House {n}", "residential_home", "Nottinghamshire", "2015-01-01")
             for n, (place, owner) in enumerate(at)],
        )  # fmt: skip
        _add_people(db, at, _add_courses(db), learners, records, chance)
    return at[0][1]


def _add_courses(db: Database) -> list[str]:
    courses = new_keys(_COURSES)
    db.insert_rows(
        "course", ("id", "name", "kind", "valid_months"),
        [(key, f"Example Course {at}", "course", 12) for at, key in enumerate(courses)],
    )  # fmt: skip
    db.insert_rows(
        "training_requirement", ("id", "course_id", "job_role", "from_on"),
        [(new_key(), key, "care_worker", "2015-01-01") for key in courses],
    )  # fmt: skip
    return courses


def _add_people(
    db: Database, at: list[tuple[str, str]], courses: list[str], learners: int, records: int, chance: random.Random
) -> None:  # fmt: skip
    people = [(key, *chance.choice(at)) for key in new_keys(learners)]
    db.insert_rows(
        "learner", ("id", "given_name", "family_name"),
        [(key, chance.choice(_GIVEN), _surname(chance)) for key, *_ in people],
    )  # fmt: skip
    db.insert_rows(
        "learner_post", ("id", "learner_id", "service_id", "provider_id", "job_role", "employment"),
        [(new_key(), *one, "care_worker", "permanent") for one in people],
    )  # fmt: skip
    db.insert_rows(
        "training_record", ("id", "learner_id", "service_id", "provider_id", "course_id", "completed_on", "source"),
        [(new_key(), *chance.choice(people), chance.choice(courses),
          (TODAY - timedelta(days=chance.randrange(700))).isoformat(), "typed") for _ in range(records)],
    )  # fmt: skip
