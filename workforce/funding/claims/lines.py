"""Claims with the names of whom and what they speak of, as people read them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from resources.database import Database
from workforce.funding.claims.claims import Claim, claim, claims
from workforce.funding.vocabulary import ClaimPart


@dataclass(frozen=True)
class ClaimLine:
    """A claim and its names; "" where it names none. `workplace` is the ASC-WDS identifier of the workplace."""

    claim: Claim
    fund: str
    provider: str
    service: str
    district: str
    given_name: str
    family_name: str
    uln: str
    course: str
    item: str
    workplace: str

    @property
    def learner(self) -> str:
        """Given name first."""
        return f"{self.given_name} {self.family_name}".strip()

    @property
    def what(self) -> str:
        """The course as the catalogue has it, otherwise as the claim or the fund says it."""
        return self.course or self.claim.what or self.item

    @property
    def what_words(self) -> str:
        """The same, with which part of it."""
        part = self.claim.part
        return self.what if part is ClaimPart.WHOLE else f"{self.what} ({part.label.lower()})"

    @property
    def words(self) -> str:
        """Claim 12: Level 3 Diploma, Ada Example, Rosewood Homes."""
        return f"Claim {self.claim.number}: " + ", ".join(
            part for part in (self.what_words, self.learner, self.provider) if part
        )


_NAMES = """select claim.id, fund.name, provider.name, coalesce(service.name, ''), coalesce(service.district, ''),
    coalesce(learner.given_name, ''), coalesce(learner.family_name, ''), coalesce(learner.uln, ''),
    coalesce(course.name, ''), coalesce(fund_item.name, ''),
    coalesce((select coalesce(nullif(workplace_code, ''), local_id) from workplace
        where workplace.service_id = claim.service_id
        or (claim.service_id is null and workplace.provider_id = claim.provider_id)
        order by workplace.service_id is null, local_id limit 1), '')
    from claim join fund on fund.id = claim.fund_id join provider on provider.id = claim.provider_id
    left join service on service.id = claim.service_id left join learner on learner.id = claim.learner_id
    left join course on course.id = claim.course_id left join fund_item on fund_item.id = claim.item_id"""


def lines_of(db: Database, some: Sequence[Claim]) -> list[ClaimLine]:
    """Of these claims, in their order."""
    if len(some) < 20:
        marks = ", ".join("?" * len(some))
        rows = db.rows(f"{_NAMES} where claim.id in ({marks})", tuple(one.id for one in some))
    else:
        rows = db.rows(_NAMES)
    names: dict[str, tuple[Any, ...]] = {row[0]: row[1:] for row in rows}
    return [ClaimLine(one, *names[one.id]) for one in some]


def line(db: Database, key: str) -> ClaimLine:
    """One by its key."""
    return lines_of(db, [claim(db, key)])[0]


def all_lines(db: Database, *, fund_id: str | None = None, provider_id: str | None = None) -> list[ClaimLine]:
    """All, in the order of their numbers."""
    return lines_of(db, claims(db, fund_id=fund_id, provider_id=provider_id))
