"""Whether a claim can be the first part of another: of the same fund, provider and learner, and for the same thing."""

from typing import NamedTuple, Protocol

from resources.database import Database
from resources.words import plain
from workforce.funding.vocabulary import ClaimPart


class Second(Protocol):
    """What is asked of a second part, kept or not."""

    @property
    def fund_id(self) -> str: ...

    @property
    def provider_id(self) -> str: ...

    @property
    def learner_id(self) -> str | None: ...

    @property
    def item_id(self) -> str | None: ...

    @property
    def course_id(self) -> str | None: ...

    @property
    def what(self) -> str: ...


class _First(NamedTuple):
    number: int
    part: str
    fund_id: str
    provider_id: str
    learner_id: str | None
    item_id: str | None
    course_id: str | None
    what: str


def why_not_first(db: Database, first_part_id: str, second: Second) -> str:
    """Why that claim is not the first part of this one, and what to do; "" where it is."""
    row = db.row(
        """select number, part, fund_id, provider_id, learner_id, item_id, course_id, what from claim
        where id = ?""",
        (first_part_id,),
    )
    first = _First(*row) if row else None
    if first is None or first.part != ClaimPart.FIRST:
        return "The claim chosen is no first part. Choose the claim of the first part."
    if first.fund_id != second.fund_id:
        return f"Claim {first.number} is made from another fund. Choose the first part made from this one."
    if first.provider_id != second.provider_id:
        return f"Claim {first.number} is another provider’s. Choose the first part of this one’s."
    if first.learner_id != second.learner_id:
        return f"Claim {first.number} is for another learner. Choose the first part of this one’s."
    if not _same_thing(db, first, second):
        return f"Claim {first.number} is for something else. Choose the first part of what this one is for."
    return ""


def second_parts_of(db: Database, first_part_id: str) -> list[str]:
    """The claims that name it as their first part, in the order of their numbers."""
    return [
        key
        for (key,) in db.rows(
            "select id from claim where first_part_id = ? order by number", (first_part_id,)
        )
    ]


def _same_thing(db: Database, first: Second, second: Second) -> bool:
    """The same course where both are for one; a fund may list it anew for another year."""
    courses = _course(db, first), _course(db, second)
    if None not in courses:
        return courses[0] == courses[1]
    if first.item_id or second.item_id:
        return first.item_id == second.item_id
    return courses == (None, None) and plain(first.what) == plain(second.what)


def _course(db: Database, one: Second) -> str | None:
    if one.course_id:
        return one.course_id
    found: str | None = db.value("select course_id from fund_item where id = ?", (one.item_id,))
    return found
