"""What speaks against a claim because of its fund: whose money it is, its period and its last days."""

from collections.abc import Iterator
from datetime import date

from resources.database import Database
from resources.wording import date_words, lower_first
from workforce.funding.claims.claims import Claim, was_opened_again
from workforce.funding.claims.concern import Concern, stops_submission, worth_knowing
from workforce.funding.funds.cut_offs import CutOff, cut_offs_of, last_of_year
from workforce.funding.funds.funds import Fund, fund
from workforce.funding.vocabulary import ClaimStatus, CutOffKind


def fund_concerns(db: Database, held: Claim, *, today: date) -> Iterator[Concern]:
    """Whether this fund takes a claim of these days."""
    of = fund(db, held.fund_id)
    if not of.is_ours:
        where = f" at {of.where_to_claim}" if of.where_to_claim else ""
        yield worth_knowing(
            f"Providers claim from {of.name} themselves{where}, so that nothing is paid from here."
        )
    elif not of.status.takes_claims:
        yield from _not_open(of, held, today)
    if held.status is ClaimStatus.DRAFT and held.submitted_on is not None and was_opened_again(db, held.id):
        yield worth_knowing(
            f"It was opened again, and counts as received on {date_words(held.submitted_on)}, as it did before."
        )
    yield from _period(of, held, today)
    yield from _last_days(db, held, today)


def _not_open(of: Fund, held: Claim, today: date) -> Iterator[Concern]:
    """What came while the fund was open is taken; that a draft came by its last day is only somebody's word."""
    came, last = held.submitted_on, of.closes_on
    if of.status.is_over and held.status is not ClaimStatus.DRAFT:
        return
    if of.status.is_over and came is not None and last is not None and came <= last < today:
        yield worth_knowing(
            f"{of.name} is {lower_first(of.status.label)}. The claim is taken to have come on {date_words(came)}, "
            f"before it closed on {date_words(last)}."
        )
        return
    yield stops_submission(
        f"{of.name} is {lower_first(of.status.label)}, and takes claims only while it is open."
    )


def _period(of: Fund, held: Claim, today: date) -> Iterator[Concern]:
    handed_in = held.submitted_on or today
    last = max(held.days.values(), default=None)
    if handed_in < of.opens_on:
        yield stops_submission(
            f"The claim is dated {date_words(handed_in)}, before {of.name} opened on {date_words(of.opens_on)}."
        )
    elif last is not None and last < of.opens_on:
        told = next(heading for heading, day in held.days.items() if day == last)
        yield stops_submission(
            f"It was {told} on {date_words(last)}, before {of.name} opened on {date_words(of.opens_on)}."
        )
    elif held.completed_on is None and held.started_on is not None and held.started_on < of.opens_on:
        yield worth_knowing(
            f"It started on {date_words(held.started_on)}, before {of.name} opened on {date_words(of.opens_on)}."
        )
    if of.closes_on is not None and handed_in > of.closes_on:
        yield stops_submission(
            f"The claim is dated {date_words(handed_in)}, after {of.name} closed on {date_words(of.closes_on)}."
        )


def _last_days(db: Database, held: Claim, today: date) -> Iterator[Concern]:
    handed_in = held.submitted_on or today
    claims_by = _last_of_year(db, held, CutOffKind.CLAIMS)
    if claims_by is not None and handed_in > claims_by.on_day:
        yield stops_submission(
            f"The last day for claims was {claims_by.when}, and this one is dated {date_words(handed_in)}."
        )
    starts_by = _last_of_year(db, held, CutOffKind.STARTS)
    if starts_by is not None and held.started_on is not None and held.started_on > starts_by.on_day:
        yield stops_submission(
            f"The last day for new starts was {starts_by.when}, and this one started on "
            f"{date_words(held.started_on)}."
        )


def evidence_days(db: Database, held: Claim, today: date) -> str:
    """What the last day for evidence has to do with what is missing; "" without such a day."""
    by = _last_of_year(db, held, CutOffKind.EVIDENCE)
    if by is None:
        return ""
    return f"The last day for it {'was' if by.on_day < today else 'is'} {by.when}."


def _last_of_year(db: Database, held: Claim, kind: CutOffKind) -> CutOff | None:
    """The last such day of the year that the claim is charged to."""
    return last_of_year(cut_offs_of(db, held.fund_id), fund(db, held.fund_id), kind, held.year)
