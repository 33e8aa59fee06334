"""What training the workers of tied workplaces have by their latest files: plain values for the training matrix."""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date

from resources.database import Database
from workforce.ascwds.codes import ROLE_OF
from workforce.ascwds.vocabulary import RowStatus
from workforce.training.matrix_reading import Elsewhere, Place, TrainedElsewhere
from workforce.training.vocabulary import JobRole


def trained(db: Database, *, on: date) -> Elsewhere:
    """The training of workers who are still there on a day, and how many work at each place."""
    places = _places(db)
    workers = _workers(db, on)
    number: Counter[Place] = Counter()
    in_role: Counter[tuple[Place, JobRole]] = Counter()
    for workplace, here in workers.items():
        if workplace in places:
            place = places[workplace]
            number[place] += len(here)
            in_role.update((place, role) for role in here.values() if role is not None)
    return Elsewhere(list(_training(db, on, places, workers)), number, in_role)


def _places(db: Database) -> dict[str, Place]:
    """The provider and service that each workplace is tied to."""
    rows = db.rows(
        """select workplace.id, coalesce(workplace.provider_id, service.provider_id), service.id
        from workplace left join service on service.id = service_id
        where workplace.provider_id is not null or service.id is not null"""
    )
    return {workplace: (provider, service) for workplace, provider, service in rows}


def _workers(db: Database, on: date) -> dict[str, dict[str, JobRole | None]]:
    """Who works at each workplace by its latest worker file, and in which role: whoever is not in it has left."""
    rows = db.rows(
        """with latest (workplace_id, day) as (
            select workplace_id, max(as_at) from worker_record where as_at <= ? group by workplace_id)
        select worker_record.workplace_id, worker_key, status, job_role from latest
        join worker_record on worker_record.workplace_id = latest.workplace_id and as_at = day""",
        (on.isoformat(),),
    )
    found: dict[str, dict[str, JobRole | None]] = {}
    for workplace, key, status, role in rows:
        here = found.setdefault(workplace, {})
        if status != RowStatus.DELETE.value:
            here[key] = ROLE_OF.get(role)
    return found


def _training(
    db: Database, on: date, places: Mapping[str, Place], workers: Mapping[str, Mapping[str, JobRole | None]]
) -> Iterator[TrainedElsewhere]:
    """What each workplace’s latest training file says of those who work there."""
    rows = db.rows(
        """with latest (workplace_id, day) as (
            select workplace_id, max(as_at) from worker_training where as_at <= ? group by workplace_id)
        select worker_training.workplace_id, worker_key, category, completed_on, expires_on
        from latest join worker_training on worker_training.workplace_id = latest.workplace_id and as_at = day""",
        (on.isoformat(),),
    )
    for workplace, key, category, completed, expires in rows:
        if workplace in places and (workplace not in workers or key in workers[workplace]):
            yield TrainedElsewhere(
                *places[workplace], category, f"{workplace} {key}",
                date.fromisoformat(completed) if completed else None, date.fromisoformat(expires) if expires else None,
                workers.get(workplace, {}).get(key),
            )  # fmt: skip
