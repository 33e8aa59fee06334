"""The figures for a question, read from the file: all of them in a few statements."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from engagement.forums.reach import reading
from engagement.forums.reach.coverage import Coverage, coverage_by_quarter
from engagement.forums.reach.figures import ProviderReach, Reach, providers_of, reach_of
from engagement.forums.reach.question import ReachQuestion
from engagement.forums.reach.rating_changes import RatingChanges, ratings_before_and_after
from engagement.forums.reach.standing import ServiceRecord
from resources.database import Database
from resources.database.size import has_many

Step = Callable[[int, int, str], object]
_STEPS = 4


@dataclass(frozen=True)
class Answer:
    """All that the page shows."""

    reach: Reach
    providers: tuple[ProviderReach, ...]
    quarters: tuple[Coverage, ...]
    changes: RatingChanges


def reach(db: Database, question: ReachQuestion, records: Sequence[ServiceRecord] | None = None) -> Reach:
    """Every service with its figures, and who is left out; `records` are the services where they have been read."""
    return reach_of(
        question,
        reading.service_records(db, question) if records is None else records,
        reading.published_as_at(db, question.day),
        reading.service_histories(db, question),
        reading.next_invited(db, question, "service_id"),
    )


def providers(db: Database, found: Reach) -> tuple[ProviderReach, ...]:
    """The providers of those services, and those without a service."""
    question = found.question
    return providers_of(
        found,
        reading.providers_without_service(db, question),
        reading.provider_histories(db, question),
        reading.next_invited(db, question, "provider_id"),
    )


def answer(db: Database, question: ReachQuestion, step: Step = lambda _done, _total, _saying: None) -> Answer:
    """Everything; `step` hears how far it is, and may stop it by raising."""
    step(0, _STEPS, "Reading services")
    records = reading.service_records(db, question)
    services = reach(db, question, records)
    step(1, _STEPS, "Reading providers")
    owners = providers(db, services)
    step(2, _STEPS, "Counting by quarter")
    by_quarter = coverage_by_quarter(db, question, records=records)
    step(3, _STEPS, "Comparing ratings")
    changes = ratings_before_and_after(db, question, records=records)
    step(_STEPS, _STEPS, "Done")
    return Answer(services, owners, by_quarter, changes)


def is_large(db: Database, *, services: int = 5_000, participants: int = 50_000) -> bool:
    """Whether the figures take so long that they are not made while somebody waits."""
    return has_many(db, "service", services) or has_many(db, "participant", participants)
