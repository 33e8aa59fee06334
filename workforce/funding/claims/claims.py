"""Claims: for whom, for what, how much, and how each stands."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, TypedDict, Unpack

from resources.database import Database, change, new_key
from resources.problem import FieldProblem, Problem
from resources.tables import Cell
from resources.wording import date_words, money
from resources.words import sql_values
from workforce.funding.claims.first_part import why_not_first
from workforce.funding.claims.raising import Charge, refuse_raised
from workforce.funding.funds.allocations import pot_of
from workforce.funding.funds.balance import Passed
from workforce.funding.rows import refuse_too_much
from workforce.funding.vocabulary import ClaimPart, ClaimStatus
from workforce.years import FIRST_YEAR, LAST_YEAR, year_of

_COLUMNS = (
    "id, number, fund_id, item_id, provider_id, service_id, learner_id, course_id, what, part, first_part_id, year, "
    "workstream, awarding_body, candidate_number, qualification_code, apprenticeship, funded_before, started_on, "
    "cost_paid_on, completed_on, submitted_on, pence, approved_pence, status, decided_on, paid_on, over_passed_by, "
    "over_reason, over_pence, source, file_name, note"
)
_DAYS = ("started_on", "cost_paid_on", "completed_on", "submitted_on")
_HEADINGS = {
    "started_on": "Started", "cost_paid_on": "Paid for", "completed_on": "Completed", "submitted_on": "Received",
}  # fmt: skip
_FLAGS = ("apprenticeship", "funded_before")
_TEXTS = ("what", "workstream", "awarding_body", "candidate_number", "qualification_code", "note")
_KEYS = ("item_id", "service_id", "learner_id", "course_id", "first_part_id")
_CAN_CHANGE = (
    ClaimStatus.DRAFT,
    ClaimStatus.CHANGES_REQUESTED_STAFF,
    ClaimStatus.CHANGES_REQUESTED_FINANCE,
)


class ClaimFacts(TypedDict, total=False):
    """What can be said of a claim: the names of ClaimDraft."""

    fund_id: str
    provider_id: str
    pence: int
    item_id: str | None
    service_id: str | None
    learner_id: str | None
    course_id: str | None
    what: str
    part: ClaimPart
    first_part_id: str | None
    year: int | None
    workstream: str
    awarding_body: str
    candidate_number: str
    qualification_code: str
    apprenticeship: bool
    funded_before: bool
    started_on: date | None
    cost_paid_on: date | None
    completed_on: date | None
    submitted_on: date | None
    note: str


@dataclass(frozen=True)
class ClaimDraft:
    """What is claimed. Without a `year` it is charged to the year in which it is entered.

    `submitted_on` is filled where it came to us on another day than that on which it is submitted here.
    """

    fund_id: str
    provider_id: str
    pence: int
    item_id: str | None = None
    service_id: str | None = None
    learner_id: str | None = None
    course_id: str | None = None
    what: str = ""
    part: ClaimPart = ClaimPart.WHOLE
    first_part_id: str | None = None
    year: int | None = None
    workstream: str = ""
    awarding_body: str = ""
    candidate_number: str = ""
    qualification_code: str = ""
    apprenticeship: bool = False
    funded_before: bool = False
    started_on: date | None = None
    cost_paid_on: date | None = None
    completed_on: date | None = None
    submitted_on: date | None = None
    note: str = ""


@dataclass(frozen=True)
class Claim:
    """A claim as it stands."""

    id: str
    number: int
    fund_id: str
    item_id: str | None
    provider_id: str
    service_id: str | None
    learner_id: str | None
    course_id: str | None
    what: str
    part: ClaimPart
    first_part_id: str | None
    year: int
    workstream: str
    awarding_body: str
    candidate_number: str
    qualification_code: str
    apprenticeship: bool
    funded_before: bool
    started_on: date | None
    cost_paid_on: date | None
    completed_on: date | None
    submitted_on: date | None
    pence: int
    approved_pence: int | None
    status: ClaimStatus
    decided_on: date | None
    paid_on: date | None
    over_passed_by: str
    over_reason: str
    over_pence: int
    source: str
    file_name: str
    note: str

    @property
    def money(self) -> int:
        """What it costs the fund: what an officer allowed, until then what is asked for."""
        return self.pence if self.approved_pence is None else self.approved_pence

    @property
    def can_change(self) -> bool:
        """Whether what is claimed may be put right in this state."""
        return self.status in _CAN_CHANGE

    @property
    def charge(self) -> Charge:
        """Which allocation it is charged to, and with how much."""
        return Charge(self.fund_id, self.year, self.workstream, self.money)

    @property
    def days(self) -> dict[str, date]:
        """The days that it gives, by their headings."""
        given = {
            "started": self.started_on, "paid for": self.cost_paid_on, "completed": self.completed_on,
        }  # fmt: skip
        return {heading: day for heading, day in given.items() if day is not None}

    def draft(self) -> ClaimDraft:
        """As it would be entered."""
        return ClaimDraft(**{name: getattr(self, name) for name in ClaimDraft.__dataclass_fields__})


def _claim(row: tuple[Any, ...]) -> Claim:
    found = dict(zip(Claim.__dataclass_fields__, row, strict=True))
    for name in (*_DAYS, "decided_on", "paid_on"):
        found[name] = date.fromisoformat(found[name]) if found[name] else None
    for name in _FLAGS:
        found[name] = bool(found[name])
    return Claim(**found | {"part": ClaimPart(found["part"]), "status": ClaimStatus(found["status"])})


def claim(db: Database, key: str) -> Claim:
    """One by its key."""
    row = db.row(f"select {_COLUMNS} from claim where id = ?", (key,))
    if row is None:
        raise LookupError(f"no claim {key}")
    return _claim(row)


def claim_by_number(db: Database, number: int) -> Claim | None:
    """One by the number that people know it by."""
    row = db.row(f"select {_COLUMNS} from claim where number = ?", (number,))
    return _claim(row) if row else None


def is_claim(db: Database, key: str) -> bool:
    """Whether the key is a claim's."""
    return bool(db.value("select exists (select 1 from claim where id = ?)", (key,)))


def claims(
    db: Database, *, fund_id: str | None = None, status: ClaimStatus | None = None, provider_id: str | None = None,
    learner_id: str | None = None, year: int | None = None,
) -> list[Claim]:  # fmt: skip
    """All that meet what is given, in the order of their numbers."""
    asked = {
        "fund_id": fund_id, "status": status, "provider_id": provider_id, "learner_id": learner_id, "year": year,
    }  # fmt: skip
    given = {name: value for name, value in asked.items() if value is not None}
    where = " and ".join(f"{name} = :{name}" for name in given) or "true"
    return [
        _claim(row) for row in db.rows(f"select {_COLUMNS} from claim where {where} order by number", given)
    ]


def claims_in(db: Database, statuses: Iterable[ClaimStatus], *, fund_id: str | None = None) -> list[Claim]:
    """Those that stand in one of some statuses, of all funds or of one, in the order of their numbers."""
    rows = db.rows(
        f"""select {_COLUMNS} from claim where status in ({sql_values(statuses)})
        and (?1 is null or fund_id = ?1) order by number""",
        (fund_id,),
    )
    return [_claim(row) for row in rows]


def any_claim(db: Database) -> bool:
    """Whether there is one at all."""
    return bool(db.value("select exists (select 1 from claim)"))


def was_opened_again(db: Database, key: str) -> bool:
    """Whether it was declined or withdrawn once, and is a draft since."""
    return bool(
        db.value(
            "select exists (select 1 from claim_step where claim_id = ? and to_status = 'draft')", (key,)
        )
    )


# --- the verbs ------------------------------------------------------------------------------------------------


def add_claim(
    db: Database, draft: ClaimDraft, *, today: date, source: str = "typed", file_name: str = ""
) -> Claim:
    """Enter a claim as a draft; no money is promised before it is submitted."""
    cells = checked(db, draft, today=today)
    key = new_key()
    with change(db, f"Added claim {_next_number(db)}"):
        row = {"id": key, "number": _next_number(db), "status": ClaimStatus.DRAFT.value, **cells}
        db.insert_row("claim", {**row, "source": source, "file_name": file_name})
    return claim(db, key)


def edit_claim(
    db: Database, key: str, *, today: date, passed: Passed | None = None, **given: Unpack[ClaimFacts]
) -> Claim:
    """Put right what is claimed, while it is a draft or changes are requested; its note at any time."""
    held = claim(db, key)
    if not held.can_change and given.keys() - {"note"}:
        raise Problem(
            f"Claim {held.number} is {held.status.label.lower()}, so that what it claims stays as it was looked at. "
            "Request changes first."
        )
    draft = ClaimDraft(**{**vars(held.draft()), **given})
    cells = checked(db, draft, today=today, before=held.draft())
    if held.approved_pence is not None:  # allowed before finance asked for changes
        cells["approved_pence"] = min(held.approved_pence, draft.pence)
    with change(db, f"Changed claim {held.number}"):
        if held.status.counts:
            after = Charge(
                draft.fund_id, int(str(cells["year"])), str(cells["workstream"]),
                int(str(cells.get("approved_pence") or draft.pence)),
            )  # fmt: skip
            cells |= refuse_raised(db, held.charge, after, passed)
        db.update_row("claim", key, cells)
        _check_second_parts(db, held)
    return claim(db, key)


def remove_claim(db: Database, key: str) -> None:
    """Take away a draft entered by mistake; one that was ever submitted is withdrawn instead."""
    held = claim(db, key)
    if held.status is not ClaimStatus.DRAFT or db.value(
        "select exists (select 1 from claim_step where claim_id = ?)", (key,)
    ):
        raise Problem(
            f"Claim {held.number} was submitted, so that its history is kept. Withdraw or decline it instead."
        )
    _refuse_named(db, held)
    with change(db, f"Removed claim {held.number}"):
        for table in ("claim_evidence", "eligibility_decision"):
            for (row,) in db.rows(f"select id from {table} where claim_id = ?", (key,)):
                db.delete_row(table, row)
        db.delete_row("claim", key)


def _refuse_named(db: Database, held: Claim) -> None:
    number = db.value("select min(number) from claim where first_part_id = ?", (held.id,))
    if number is not None:
        raise Problem(
            f"Claim {number} is the second part of claim {held.number}. Remove that one, or take the first part out "
            "of it, and then remove this."
        )


def _next_number(db: Database) -> int:
    return int(db.value("select ifnull(max(number), 0) + 1 from claim"))


# --- what is checked before anything is kept ------------------------------------------------------------------


def checked(
    db: Database, draft: ClaimDraft, *, today: date, before: ClaimDraft | None = None
) -> dict[str, Cell]:
    """The cells of a claim; refuses what no claim can be. What merely speaks against one is in `concerns`.

    What it gave `before` is not held against today again: neither a clock that was put right nor a service that was
    sold since makes it a mistake.
    """
    refuse_too_much("pence", draft.pence, "Value claimed")
    if draft.pence <= 0:
        raise FieldProblem("pence", f"The value claimed is {money(draft.pence)}. Write an amount above £0.")
    _check_whose(db, draft, before)
    _check_days(draft, today, before)
    _check_part(db, draft)
    year = year_of(today) if draft.year is None else draft.year
    pot = pot_of(db, draft.fund_id, year, draft.workstream)  # as the fund writes them
    given = {name: getattr(draft, name) for name in (*_TEXTS, *_KEYS, *_DAYS, *_FLAGS)}
    return {
        **{name: given[name].strip() for name in _TEXTS},
        **{name: given[name] or None for name in _KEYS},
        **{name: given[name].isoformat() if given[name] else None for name in _DAYS},
        **{name: int(given[name]) for name in _FLAGS},
        "fund_id": draft.fund_id, "provider_id": draft.provider_id, "part": draft.part.value,
        "pence": draft.pence, "year": pot.year, "workstream": pot.workstream,
    }  # fmt: skip


def _check_whose(db: Database, draft: ClaimDraft, before: ClaimDraft | None) -> None:
    for field, table, value in (
        ("fund_id", "fund", draft.fund_id), ("provider_id", "provider", draft.provider_id),
    ):  # fmt: skip
        if not db.value(f"select exists (select 1 from {table} where id = ?)", (value,)):
            raise FieldProblem(field, f"No {table} is chosen. Choose one from the list.")
    moved = before is None or (before.service_id, before.provider_id) != (draft.service_id, draft.provider_id)
    if (
        moved
        and draft.service_id
        and draft.provider_id != db.value("select provider_id from service where id = ?", (draft.service_id,))
    ):
        raise FieldProblem("service_id", "The service is another provider’s. Choose one of this provider.")
    if draft.item_id and draft.fund_id != db.value(
        "select fund_id from fund_item where id = ?", (draft.item_id,)
    ):
        raise FieldProblem(
            "item_id", "This is paid for from another fund. Choose something that this fund pays for."
        )
    if not (draft.item_id or draft.course_id or draft.what.strip()):
        raise FieldProblem(
            "what", "Nothing says what is claimed for. Choose or write the qualification or course."
        )


def _check_days(draft: ClaimDraft, today: date, before: ClaimDraft | None) -> None:
    for field, heading in _HEADINGS.items():
        day = getattr(draft, field)
        if day and not FIRST_YEAR <= day.year <= LAST_YEAR:
            raise FieldProblem(
                field,
                f"{heading}: {date_words(day)} is none of our times. Give a day of {FIRST_YEAR} to {LAST_YEAR}.",
            )
    for field in ("cost_paid_on", "submitted_on"):
        day, heading = getattr(draft, field), _HEADINGS[field]
        if day and day > today and (before is None or day != getattr(before, field)):
            raise FieldProblem(
                field,
                f"{heading}: {date_words(day)} is after today, {date_words(today)}. Give a day up to today.",
            )
    if draft.started_on and draft.completed_on and draft.completed_on < draft.started_on:
        raise FieldProblem(
            "completed_on",
            f"Completed on {date_words(draft.completed_on)}, before it started on {date_words(draft.started_on)}. "
            "Put one of the days right.",
        )


def _check_part(db: Database, draft: ClaimDraft) -> None:
    if draft.first_part_id is None:
        return
    if draft.part is not ClaimPart.SECOND:
        raise FieldProblem(
            "first_part_id", "Only a second part has a first. Choose “Second part”, or no claim here."
        )
    against = why_not_first(db, draft.first_part_id, draft)
    if against:
        raise FieldProblem("first_part_id", against)


def _check_second_parts(db: Database, held: Claim) -> None:
    """What was put right on a first part must not part it from its second."""
    seconds = db.rows(
        f"""select {_COLUMNS} from claim where first_part_id = ? and status not in ('declined', 'withdrawn')
        order by number""",
        (held.id,),
    )
    for second in map(_claim, seconds):
        against = why_not_first(db, held.id, second)
        if against:
            raise Problem(
                f"Claim {second.number} is the second part of claim {held.number}, and would not be so any more. "
                f"{against}"
            )
