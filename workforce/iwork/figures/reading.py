"""What the figures are made of, read from the register in a few queries; nobody's name or number is among it."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from resources.database import Database
from resources.spans import Span
from resources.wording import as_date, in_london
from workforce.iwork.figures.counted import PersonFacts
from workforce.iwork.people.people import Person, people
from workforce.iwork.placements.pay import jobs_of_all


@dataclass(frozen=True)
class EmployerFacts:
    """An employer as the figures count it."""

    district: str
    interest_on: date
    closed_on: date | None

    def is_held_on(self, day: date) -> bool:
        """Whether the team works with it on a day."""
        return self.interest_on <= day and (self.closed_on is None or day < self.closed_on)


@dataclass(frozen=True)
class NewPosts:
    """Posts opened in a period, and the places in them: from the least to the most."""

    posts: int
    least: int
    most: int


def person_facts(vault: Database) -> list[PersonFacts]:
    """Everybody held, closed ones too."""
    jobs, looked = jobs_of_all(vault), _looked(vault)
    return [
        PersonFacts(
            one.referred_on, _left_on(one), one.born_on, one.district, one.learning_disability, one.autism,
            one.long_term_support, tuple(jobs.get(one.id, ())), frozenset(looked.get(one.id, ())),
        )
        for one in people(vault, closed=True)
    ]  # fmt: skip


def _left_on(one: Person) -> date | None:
    asked = in_london(one.purge_asked_at).date() if one.purge_asked_at else None
    return min((day for day in (one.closed_on, asked) if day is not None), default=None)


def _looked(vault: Database) -> dict[str, set[tuple[date, int]]]:
    """By person, when a job began in which they were found at a checkpoint, and at which."""
    found: dict[str, set[tuple[date, int]]] = defaultdict(set)
    for person_id, started, weeks in vault.rows(
        "select person_id, started_on, weeks from checkpoint join placement on placement.id = placement_id "
        "where in_work and started_on is not null"
    ):
        found[str(person_id)].add((as_date(started), int(weeks)))
    return found


def employer_facts(vault: Database) -> list[EmployerFacts]:
    """All employers, closed ones too."""
    return [
        EmployerFacts(str(district), as_date(since), as_date(closed) if closed else None)
        for district, since, closed in vault.rows("select district, interest_on, closed_on from employer")
    ]


def new_posts(vault: Database, period: Span) -> NewPosts:
    """Those opened in the period, whatever became of them since."""
    row = vault.row(
        "select count(*), coalesce(sum(places_least), 0), coalesce(sum(places_most), 0) from post "
        "where opened_on between ? and ?",
        (period.first.isoformat(), period.last.isoformat()),
    )
    return NewPosts(*row) if row else NewPosts(0, 0, 0)


def by_district(districts: Sequence[str], held: Sequence[str]) -> list[int]:
    """How many in each of the districts, and last how many elsewhere or nobody knows where."""
    counts = [sum(one == each for one in held) for each in districts]
    return [*counts, len(held) - sum(counts)]
