"""What training the workers of tied workplaces have by their latest files: plain values for the training matrix."""

from collections.abc import Iterator
from datetime import date

from resources.database import Database
from workforce.ascwds.vocabulary import RowStatus
from workforce.training.matrix_reading import Elsewhere, Place, TrainedElsewhere


def trained(db: Database, *, on: date) -> Elsewhere:
    """The training of workers who are still there on a day, and how many work at each place."""
    workers = _workers(db, on)
    number: dict[Place, int] = {}
    for (workplace, _), here in workers.items():
        if here is not None:
            number[here] = number.get(here, 0) + 1
    return Elsewhere(list(_training(db, on, workers)), number)


def _workers(db: Database, on: date) -> dict[tuple[str, str], Place | None]:
    """Where each worker is by the latest that was said of them; None for one who was taken out."""
    # With max() alone SQLite takes the other columns from the row that has it.
    rows = db.rows(
        """select workplace_id, worker_key, worker_record.status, provider_id, service_id, max(as_at)
        from worker_record join workplace on workplace.id = workplace_id
        where as_at <= ? and provider_id is not null group by workplace_id, worker_key""",
        (on.isoformat(),),
    )
    return {
        (workplace, key): None if status == RowStatus.DELETE.value else (provider, service)
        for workplace, key, status, provider, service, _ in rows
    }


def _training(
    db: Database, on: date, workers: dict[tuple[str, str], Place | None]
) -> Iterator[TrainedElsewhere]:
    """What each workplace’s latest training file says; of workers of whom no worker file speaks too."""
    rows = db.rows(
        """with latest (workplace_id, day) as (
            select workplace_id, max(as_at) from worker_training where as_at <= ? group by workplace_id)
        select worker_training.workplace_id, worker_key, category, completed_on, expires_on, provider_id, service_id
        from latest join worker_training on worker_training.workplace_id = latest.workplace_id and as_at = day
        join workplace on workplace.id = latest.workplace_id where provider_id is not null""",
        (on.isoformat(),),
    )
    for workplace, key, category, completed, expires, provider, service in rows:
        if workers.get((workplace, key), ()) is not None:
            yield TrainedElsewhere(
                provider, service, category, f"{workplace} {key}",
                date.fromisoformat(completed) if completed else None, date.fromisoformat(expires) if expires else None,
            )  # fmt: skip
