"""What was claimed of a fund in a funding year, by service; what is begun or was declined is remembered apart."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from resources.database import Database
from workforce.funding.vocabulary import ClaimStatus
from workforce.years import year_of


@dataclass(frozen=True)
class MadeClaim:
    """A claim with where its learner works, as far as that is known."""

    number: int
    item_id: str | None
    provider_id: str
    service_id: str | None
    learner_id: str | None
    status: ClaimStatus


@dataclass(frozen=True)
class ClaimsMade:
    """Of one fund in one funding year.

    A claim that counts is the service's where it names it or its learner works there; where neither is known, it is
    the provider's, and so counts for each of its services.
    """

    by_service: frozenset[tuple[str, str]]
    by_provider: frozenset[tuple[str, str]]
    remarks: dict[tuple[str, str], tuple[str, ...]]

    def has(self, item_id: str | None, service_id: str, provider_id: str) -> bool:
        """Whether it was claimed for at the service."""
        item = item_id or ""
        return (item, service_id) in self.by_service or (item, provider_id) in self.by_provider

    def remarks_on(self, item_id: str | None, service_id: str, provider_id: str) -> tuple[str, ...]:
        """Claims begun and not submitted, declined or withdrawn, in words."""
        item = item_id or ""
        return self.remarks.get((item, service_id), ()) + self.remarks.get((item, provider_id), ())


def claims_made(db: Database, fund_id: str, on: date) -> ClaimsMade:
    """As known on the day."""
    made = list(_read(db, fund_id, on))
    counts = [one for one in made if one.status.counts]
    remarks: dict[tuple[str, str], tuple[str, ...]] = {}
    for one in made:
        if not one.status.counts:
            place = (one.item_id or "", one.service_id or one.provider_id)
            remarks[place] = (*remarks.get(place, ()), _remark(one))
    return ClaimsMade(
        frozenset((one.item_id or "", one.service_id) for one in counts if one.service_id),
        frozenset((one.item_id or "", one.provider_id) for one in counts if not one.service_id),
        remarks,
    )


def _read(db: Database, fund_id: str, on: date) -> Iterable[MadeClaim]:
    """A claim without an item is of the one that pays for its course; its service is that of its learner's post."""
    rows = db.rows(
        """select number, coalesce(claim.item_id, (select fund_item.id from fund_item
                where fund_item.fund_id = claim.fund_id and fund_item.course_id = claim.course_id
                order by position limit 1)),
            provider_id, coalesce(service_id, (select post.service_id from learner_post as post
                where post.learner_id = claim.learner_id and post.provider_id = claim.provider_id
                    and (post.from_on is null or post.from_on <= coalesce(claim.started_on, claim.submitted_on, :on))
                    and (post.until_on is null or post.until_on >= coalesce(claim.started_on, claim.submitted_on, :on))
                order by post.from_on desc limit 1),
                (select min(service.id) from service where service.provider_id = claim.provider_id
                    and service.archived_on is null having count(*) = 1)),
            learner_id, status
        from claim where fund_id = :fund and year = :year and (submitted_on is null or submitted_on <= :on)
        order by number""",
        {"fund": fund_id, "year": year_of(on), "on": on.isoformat()},
    )
    for number, item, provider, service, learner, status in rows:
        yield MadeClaim(number, item, provider, service, learner, ClaimStatus(status))


def _remark(one: MadeClaim) -> str:
    if one.status is ClaimStatus.DRAFT:
        return f"Claim {one.number} is begun and not submitted"
    return f"Claim {one.number} was {one.status.label.lower()}"
