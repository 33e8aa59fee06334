"""The steps of a claim: submitted, approved by an officer and by finance, paid, or not."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from resources.database import Database, change, new_key
from resources.problem import FieldProblem, Problem
from resources.tables import Cell
from resources.wording import and_list, as_instant, count_of, date_words, in_london, instant_text, money
from workforce.funding.claims.claims import Claim, claim
from workforce.funding.claims.concerns import Concern, Stops, concerns
from workforce.funding.claims.deciding import keep_decision_on
from workforce.funding.claims.raising import Charge, refuse_committing, refuse_raised
from workforce.funding.claims.steps import ClaimStep, who_may_not, why_not
from workforce.funding.funds.balance import Passed
from workforce.funding.funds.funds import fund, refuse_closed_books
from workforce.funding.vocabulary import ClaimStatus

S = ClaimStatus
_BLANK: dict[str, Cell] = {
    "approved_pence": None,
    "decided_on": None,
    "over_passed_by": "",
    "over_reason": "",
    "over_pence": 0,
}


def steps_of(db: Database, claim_id: str) -> list[ClaimStep]:
    """Every step of a claim in the order in which they were taken, which a clock put right does not alter."""
    rows = db.rows(
        'select id, claim_id, at, "by", from_status, to_status, reason from claim_step where claim_id = ? '
        "order by position",
        (claim_id,),
    )
    return [
        ClaimStep(key, of, as_instant(at), by, S(before) if before else None, S(after), reason)
        for key, of, at, by, before, after, reason in rows
    ]


def waiting_since(db: Database) -> dict[str, datetime]:
    """When each claim came into the state that it is in."""
    rows = db.rows("select claim_id, at, max(position) from claim_step group by claim_id")
    return {key: as_instant(at) for key, at, _ in rows}


def stopping(db: Database, held: Claim, step: Stops, *, today: date) -> list[Concern]:
    """What stops a step unless somebody says why it goes on; of finance's approval what the officer did not know."""
    known = ""
    if held.status is S.APPROVED_BY_STAFF:
        known = next(
            (one.reason for one in reversed(steps_of(db, held.id)) if one.to_status is held.status), ""
        )
    return [
        one for one in concerns(db, held, today=today)
        if one.stops_at(step) and one.sentence.rstrip(".") not in known
    ]  # fmt: skip


def submit(
    db: Database, key: str, *, now: datetime, passed: Passed | None = None, despite: str = ""
) -> Claim:
    """Hand a draft in: from now on its money counts. `despite` is why, where something speaks against it."""
    held = _may(db, key, S.SUBMITTED)
    day = in_london(now).date()
    against = _refuse_concerns(db, held, Stops.SUBMISSION, despite, today=day)
    with change(db, f"Submitted claim {held.number}"):
        cells = refuse_raised(db, None, held.charge, passed)
        sent = (held.submitted_on or day).isoformat()
        _take(db, held, S.SUBMITTED, now=now, reason=against, cells={**cells, "submitted_on": sent})
    return claim(db, key)


def request_changes(db: Database, key: str, *, now: datetime, reason: str) -> Claim:
    """Send it back, from an officer or, once an officer approved it, from finance; its money still counts."""
    held = claim(db, key)
    by_finance = held.status is S.APPROVED_BY_STAFF
    wanted = S.CHANGES_REQUESTED_FINANCE if by_finance else S.CHANGES_REQUESTED_STAFF
    _may(db, key, wanted)
    why = _needed(reason, "Say what is to be changed, so that the provider knows.")
    with change(db, f"Requested changes to claim {held.number}"):
        _take(db, held, wanted, now=now, reason=why)
    return claim(db, key)


def resubmit(
    db: Database, key: str, *, now: datetime, passed: Passed | None = None, despite: str = ""
) -> Claim:
    """Hand it in again after changes. What an officer had allowed of it is looked at anew."""
    held = _may(db, key, S.RESUBMITTED)
    against = _refuse_concerns(db, held, Stops.SUBMISSION, despite, today=in_london(now).date())
    whole = Charge(held.fund_id, held.year, held.workstream, held.pence)
    with change(db, f"Resubmitted claim {held.number}"):
        cells = refuse_raised(db, held.charge, whole, passed)
        _take(db, held, S.RESUBMITTED, now=now, reason=against, cells={**cells, "approved_pence": None})
    return claim(db, key)


def approve(
    db: Database, key: str, *, now: datetime, approved_pence: int | None = None, passed: Passed | None = None,
    despite: str = "",
) -> Claim:  # fmt: skip
    """An officer's approval, of all or a part of it; then finance's, by somebody else, of what the officer allowed."""
    if claim(db, key).status is S.APPROVED_BY_STAFF:
        return _approve_by_finance(
            db, key, now=now, approved_pence=approved_pence, passed=passed, despite=despite
        )
    held = _may(db, key, S.APPROVED_BY_STAFF)
    allowed = _allowed(held, approved_pence)
    against = _refuse_concerns(db, held, Stops.APPROVAL, despite, today=in_london(now).date())
    with change(db, f"Approved claim {held.number}, as an officer"):
        after = Charge(held.fund_id, held.year, held.workstream, allowed)
        cells = refuse_raised(db, held.charge, after, passed)
        _take(
            db, held, S.APPROVED_BY_STAFF, now=now, reason=against, cells={**cells, "approved_pence": allowed}
        )
        keep_decision_on(db, claim(db, key), now=now)
    return claim(db, key)


def _approve_by_finance(
    db: Database, key: str, *, now: datetime, approved_pence: int | None, passed: Passed | None, despite: str
) -> Claim:
    held = _may(db, key, S.APPROVED_BY_FINANCE)
    if approved_pence not in (None, held.money):
        raise FieldProblem(
            "approved_pence",
            f"The officer allowed {money(held.money)}, and finance approves that or requests changes.",
        )
    against = _refuse_concerns(db, held, Stops.APPROVAL, despite, today=in_london(now).date())
    with change(db, f"Approved claim {held.number}, for finance"):
        cells = refuse_committing(
            db, held.charge, passed, before=_passed_before(held), over_pence=held.over_pence
        )
        decided = in_london(now).date().isoformat()
        _take(
            db, held, S.APPROVED_BY_FINANCE, now=now, reason=against, cells={**cells, "decided_on": decided}
        )
    return claim(db, key)


def _passed_before(held: Claim) -> Passed | None:
    """Who passed the overspend when it was asked for."""
    return Passed(held.over_passed_by, held.over_reason) if held.over_passed_by else None


def decline(db: Database, key: str, reason: str, *, now: datetime) -> Claim:
    """It is not going to be paid; the reason and what was known are kept."""
    held = _may(db, key, S.DECLINED)
    why = _needed(reason, "Say why it is declined: the provider may ask, and may appeal.")
    with change(db, f"Declined claim {held.number}"):
        keep_decision_on(db, held, now=now)
        decided = in_london(now).date().isoformat()
        _take(db, held, S.DECLINED, now=now, reason=why, cells={"decided_on": decided})
    return claim(db, key)


def withdraw(db: Database, key: str, reason: str = "", *, now: datetime) -> Claim:
    """The provider does not want it any more."""
    held = _may(db, key, S.WITHDRAWN)
    with change(db, f"Withdrew claim {held.number}"):
        _take(db, held, S.WITHDRAWN, now=now, reason=reason.strip())
    return claim(db, key)


def reopen(db: Database, key: str, reason: str, *, now: datetime) -> Claim:
    """A declined or withdrawn claim is a draft again, such as after an appeal."""
    held = _may(db, key, S.DRAFT)
    why = _needed(reason, "Say why it is opened again.")
    with change(db, f"Opened claim {held.number} again"):
        _take(db, held, S.DRAFT, now=now, reason=why, cells=_BLANK)
    return claim(db, key)


def pay(db: Database, key: str, *, now: datetime, paid_on: date) -> Claim:
    """It was paid on a day."""
    held, today = _may(db, key, S.PAID), in_london(now).date()
    if paid_on > today:
        raise FieldProblem(
            "paid_on",
            f"Paid: {date_words(paid_on)} is after today, {date_words(today)}. Give a day up to today.",
        )
    if held.decided_on and paid_on < held.decided_on:
        raise FieldProblem(
            "paid_on",
            f"Paid: {date_words(paid_on)} is before finance approved it on {date_words(held.decided_on)}. Give a "
            "day from then on.",
        )
    with change(db, f"Paid claim {held.number}"):
        _take(db, held, S.PAID, now=now, cells={"paid_on": paid_on.isoformat()})
    return claim(db, key)


def pay_claims(db: Database, keys: Sequence[str], *, now: datetime, paid_on: date) -> int:
    """Several were paid in one run; either all of them, or none where one cannot be. Returns how many."""
    with change(db, f"Paid {count_of(len(keys), 'claim')}"):
        for key in keys:
            pay(db, key, now=now, paid_on=paid_on)
    return len(keys)


def payment_failed(db: Database, key: str, reason: str, *, now: datetime) -> Claim:
    """The payment did not arrive or came back; its money is still promised."""
    held = _may(db, key, S.PAYMENT_FAILED)
    why = _needed(reason, "Say why the payment failed, such as “account closed”.")
    with change(db, f"Payment of claim {held.number} failed"):
        _take(db, held, S.PAYMENT_FAILED, now=now, reason=why, cells={"paid_on": None})
    return claim(db, key)


# --- what every step has --------------------------------------------------------------------------------------


def _may(db: Database, key: str, wanted: ClaimStatus) -> Claim:
    held = claim(db, key)
    against = why_not(held.number, held.status, wanted) or who_may_not(wanted, db.who, steps_of(db, key))
    if against:
        raise Problem(against)
    return held


def _needed(reason: str, sentence: str) -> str:
    if not reason.strip():
        raise FieldProblem("reason", f"No reason is given. {sentence}")
    return reason.strip()


def _allowed(held: Claim, approved: int | None) -> int:
    allowed = held.pence if approved is None else approved
    if not 0 < allowed <= held.pence:
        raise FieldProblem(
            "approved_pence",
            f"{money(allowed)} cannot be allowed of a claim for {money(held.pence)}. Give an amount above £0 and up "
            "to that, or decline it.",
        )
    return allowed


def _refuse_concerns(db: Database, held: Claim, stops: Stops, despite: str, *, today: date) -> str:
    """What the step's reason says; raises Problem where something stops it and nobody says why it goes on."""
    found = [one.sentence for one in stopping(db, held, stops, today=today)]
    if not found:
        return despite.strip()
    if not despite.strip():
        step = "submitted" if stops is Stops.SUBMISSION else "approved"
        raise Problem(
            f"Claim {held.number} was not {step}: {found[0]} Put it right, or give the reason why it goes on all the "
            "same.",
            details=tuple(found[1:]),
        )
    return f"{despite.strip()} (Known: {and_list([one.rstrip('.') for one in found])}.)"


def _take(
    db: Database, held: Claim, to: ClaimStatus, *, now: datetime, reason: str = "",
    cells: Mapping[str, Cell] | None = None,
) -> None:  # fmt: skip
    if held.status.counts or to.counts:
        refuse_closed_books(fund(db, held.fund_id))
    db.update_row("claim", held.id, {"status": to.value, **(cells or {})})
    note_step(db, held.id, held.status, to, now=now, reason=reason)


def note_step(
    db: Database, claim_id: str, before: ClaimStatus, to: ClaimStatus, *, now: datetime, reason: str
) -> None:
    """Keep that the person at the desk took a step, within the change that takes it."""
    last = db.value("select ifnull(max(position), 0) from claim_step where claim_id = ?", (claim_id,))
    db.insert_row(
        "claim_step",
        {"id": new_key(), "claim_id": claim_id, "position": int(str(last)) + 1, "at": instant_text(now),
         "by": db.who, "from_status": before.value, "to_status": to.value, "reason": reason},
    )  # fmt: skip
