"""What rules can ask of learners, and who of them works where on a day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from engagement.register.facts import key_list
from resources.database import Database
from resources.words import sql_values
from workforce.funding.rulebook.facts import FactValue
from workforce.funding.vocabulary import ClaimPart, ClaimStatus

_APPROVED = sql_values(one for one in ClaimStatus if one.is_approved)
_COUNTS = sql_values(one for one in ClaimStatus if one.counts)


@dataclass(frozen=True)
class LearnerClaim:
    """A claim for a learner that counts: awaiting, committed or paid."""

    claim_id: str
    learner_id: str
    fund_id: str
    item_id: str | None
    course_id: str | None
    year: int
    part: ClaimPart
    pence: int
    credits: int | None

    def is_for(self, course_id: str | None, item_id: str | None) -> bool:
        """Whether it claims for the same course, or for the same thing that a fund pays for."""
        if course_id is not None and self.course_id is not None:
            return course_id == self.course_id
        return item_id is not None and item_id == self.item_id


def learner_claims(
    db: Database, on: date, *, learners: Iterable[str] | None = None, approved_since: bool = False
) -> dict[str, list[LearnerClaim]]:
    """Every learner's claims that count, submitted by the day; `approved_since`: or later, and approved already."""
    keys = None if learners is None else key_list(learners)
    rows = db.rows(
        f"""select claim.id, claim.learner_id, claim.fund_id, claim.item_id,
            coalesce(claim.course_id, fund_item.course_id), claim.year, claim.part,
            ifnull(claim.approved_pence, claim.pence), course.credits
        from claim left join fund_item on fund_item.id = claim.item_id
        left join course on course.id = coalesce(claim.course_id, fund_item.course_id)
        where claim.learner_id is not null and claim.status in ({_COUNTS})
            and (claim.submitted_on is null or claim.submitted_on <= :on
                or (:since and claim.status in ({_APPROVED})))
            and (:keys is null or claim.learner_id in (select value from json_each(:keys)))""",
        {"on": on.isoformat(), "keys": keys, "since": approved_since},
    )
    found: dict[str, list[LearnerClaim]] = {}
    for row in rows:
        found.setdefault(row[1], []).append(_learner_claim(row))
    return found


def _learner_claim(row: tuple[Any, ...]) -> LearnerClaim:
    claim_id, learner, fund, item, course, year, part, pence, credits = row
    return LearnerClaim(claim_id, learner, fund, item, course, year, ClaimPart(part), pence, credits)


def posts_facts(
    db: Database, learner_id: str, provider_id: str, started_on: date | None, on: date
) -> dict[str, FactValue]:
    """The learner's post at the claimant when the course started (on the day, while no start is known)."""
    day = started_on or on
    posts = db.rows(
        """select job_role, employment, from_on, until_on from learner_post
        where learner_id = ? and provider_id = ? order by from_on desc""",
        (learner_id, provider_id),
    )
    known = bool(posts) or bool(db.value("select 1 from learner_post where learner_id = ?", (learner_id,)))
    standing = [_held_on(from_on, until_on, day) for _, _, from_on, until_on in posts]
    employed: bool | None = True in standing
    if not employed and (None in standing or not known):
        employed = None
    best = next((post for post, held in zip(posts, standing, strict=True) if held), None)
    best = best or next((post for post, held in zip(posts, standing, strict=True) if held is None), None)
    best = best or next(iter(posts), None)
    return {
        "job_role": best[0] if best else None,
        "employment": best[1] if best else None,
        "employed_at_start": employed if started_on is not None else None,
    }


def _held_on(from_on: str | None, until_on: str | None, day: date) -> bool | None:
    """Whether a post was held on a day; None where its beginning is not known."""
    if until_on is not None and until_on < day.isoformat():
        return False
    return None if from_on is None else from_on <= day.isoformat()


def training_of(
    db: Database, on: date, *, learners: Iterable[str] | None = None
) -> dict[str, frozenset[str]]:
    """Names of the courses that each learner holds on the day."""
    keys = None if learners is None else key_list(learners)
    rows = db.rows(
        """select record.learner_id, course.name from training_record as record
        join course on course.id = record.course_id where record.learner_id is not null
            and record.completed_on <= :on and (record.expires_on is null or record.expires_on >= :on)
            and (:keys is null or record.learner_id in (select value from json_each(:keys)))""",
        {"on": on.isoformat(), "keys": keys},
    )
    held: dict[str, set[str]] = {}
    for learner, name in rows:
        held.setdefault(learner, set()).add(name)
    return {learner: frozenset(names) for learner, names in held.items()}


@dataclass(frozen=True)
class Completed:
    """A course that a learner completed, with its level where it has one."""

    course_id: str
    level: int | None
    completed_on: date


@dataclass(frozen=True)
class LearnerAt:
    """Somebody who works at a provider on a day, at one of its services where that is known."""

    id: str
    name: str
    provider_id: str
    service_id: str | None
    job_role: str
    employment: str
    has_ni_number: bool | None
    completed: tuple[Completed, ...] = ()

    @property
    def level(self) -> int:
        """The highest level that they hold; 0 for none."""
        return max((one.level or 0 for one in self.completed), default=0)

    def completed_on(self, course_id: str | None) -> date | None:
        """When they last completed a course."""
        return max((one.completed_on for one in self.completed if one.course_id == course_id), default=None)


def learners_at(db: Database, on: date) -> list[LearnerAt]:
    """Every learner in use with a post on the day, once for each provider and service."""
    completed = _completed(db, on)
    rows = db.rows(
        """select learner.id, trim(learner.given_name || ' ' || learner.family_name), post.provider_id,
            post.service_id, post.job_role, post.employment, learner.has_ni_number
        from learner_post as post join learner on learner.id = post.learner_id
        where learner.archived_on is null and (post.from_on is null or post.from_on <= :on)
            and (post.until_on is null or post.until_on >= :on)
        group by learner.id, post.provider_id, post.service_id
        order by learner.family_name, learner.given_name, learner.id""",
        {"on": on.isoformat()},
    )
    return [
        LearnerAt(
            key, name, provider, service, role, employment, None if number is None else bool(number),
            tuple(completed.get(key, ())),
        )
        for key, name, provider, service, role, employment, number in rows
    ]  # fmt: skip


def _completed(db: Database, on: date) -> dict[str, list[Completed]]:
    rows: list[tuple[Any, ...]] = db.rows(
        """select record.learner_id, record.course_id, course.level, record.completed_on
        from training_record as record join course on course.id = record.course_id
        where record.learner_id is not null and record.completed_on <= ?""",
        (on.isoformat(),),
    )
    found: dict[str, list[Completed]] = {}
    for learner, course, level, day in rows:
        found.setdefault(learner, []).append(Completed(course, level, date.fromisoformat(day)))
    return found
