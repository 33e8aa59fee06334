"""What about funding wants doing: claims waiting, last days of funds, milestones and reports to funders."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta

from resources.attention import Attention, Urgency
from resources.database import Database
from resources.wording import and_list, count_of, date_words, in_london, lower_first, money
from workforce.funding.claims.approving import waiting_since
from workforce.funding.claims.claims import Claim, claims_in
from workforce.funding.claims.duplicates import duplicates
from workforce.funding.claims.steps import WAITS_FOR_FINANCE, WAITS_FOR_OFFICER, WAITS_FOR_PAYMENT
from workforce.funding.claims.windows import LastDay, windows_ending
from workforce.funding.funds.cut_offs import CutOff, cut_offs_between
from workforce.funding.funds.funds import fund
from workforce.funding.projects.attention import project_attention
from workforce.funding.unclaimed.attention import unclaimed_attention
from workforce.funding.vocabulary import ClaimStatus, CutOffKind

PAGE = "funding"
SOON = timedelta(days=28)
"""Last days of funds are said so long before: a claim needs time to be put together."""
MOST_NAMED = 4


def funding_attention(db: Database, now: datetime) -> list[Attention]:
    """The lines for Home."""
    today = in_london(now).date()
    return [
        *_waiting(db, now),
        *_windows(db, today),
        *_last_days(db, today),
        *_twice(db),
        *project_attention(db, today),
        *unclaimed_attention(db, today),
    ]


# --- claims that wait for us ----------------------------------------------------------------------------------


def _waiting(db: Database, now: datetime) -> list[Attention]:
    waits = {ClaimStatus.PAYMENT_FAILED, *WAITS_FOR_OFFICER, *WAITS_FOR_FINANCE, *WAITS_FOR_PAYMENT}
    held, since = claims_in(db, waits), waiting_since(db)
    failed = [one for one in held if one.status is ClaimStatus.PAYMENT_FAILED]
    groups: tuple[tuple[Sequence[ClaimStatus], str, str], ...] = (
        (WAITS_FOR_OFFICER, "for an officer’s approval", "Open the claim"),
        (WAITS_FOR_FINANCE, "for finance’s approval", "Open the claim"),
        (WAITS_FOR_PAYMENT, "to be paid", "Open the claim"),
    )
    lines = []
    for statuses, words, verb in groups:
        found = [one for one in held if one.status in statuses and one not in failed]
        if found:
            lines.append(_wait(found, since, words, verb, now))
    return lines + _failures(failed)


def _failures(failed: Sequence[Claim]) -> list[Attention]:
    if len(failed) <= MOST_NAMED:
        return [_failed(one) for one in failed]
    first = failed[0]
    detail = f"{money(sum(one.money for one in failed))} is still promised. The first is claim {first.number}"
    what = f"The payments of {len(failed):,} claims failed"
    return [Attention(Urgency.DUE, what, detail, PAGE, first.id, "Open the claim")]


def _wait(
    found: Sequence[Claim], since: Mapping[str, datetime], words: str, verb: str, now: datetime
) -> Attention:
    first = min(found, key=lambda one: (one.id not in since, since.get(one.id, now)))
    asked = f", since {date_words(in_london(since[first.id]))}" if first.id in since else ""
    what = f"{count_of(len(found), 'claim waits', 'claims wait')} {words}"
    detail = f"{money(sum(one.money for one in found))} together. The first is claim {first.number}{asked}"
    return Attention(Urgency.DUE, what, detail, PAGE, first.id, verb, _day(since.get(first.id)))


def _day(moment: datetime | None) -> date | None:
    return in_london(moment).date() if moment else None


def _failed(one: Claim) -> Attention:
    what = f"The payment of claim {one.number} failed"
    return Attention(
        Urgency.DUE, what, f"{money(one.money)} is still promised", PAGE, one.id, "Open the claim"
    )


# --- last days ------------------------------------------------------------------------------------------------


def _windows(db: Database, today: date) -> list[Attention]:
    found = windows_ending(db, today=today, until=today + SOON)
    if len(found) > MOST_NAMED:
        return [_several_windows(found, today)]
    return [_window(one, today) for one in found]


def _window(one: LastDay, today: date) -> Attention:
    urgency = Urgency.TODAY if one.on == today else Urgency.SOON
    what = f"Claim {one.line.claim.number} can be submitted until {date_words(one.on)}"
    detail = f"{one.line.what_words}, {one.line.provider}. {one.why}"
    return Attention(urgency, what, detail, PAGE, one.line.claim.id, "Open the claim", one.on)


def _several_windows(found: Sequence[LastDay], today: date) -> Attention:
    first = found[0]
    pence = sum(one.line.claim.pence for one in found)
    what = f"{count_of(len(found), 'claim')} not submitted, whose last day is near"
    detail = (
        f"{money(pence)} together. The first is claim {first.line.claim.number}, by {date_words(first.on)}"
    )
    urgency = Urgency.TODAY if first.on == today else Urgency.SOON
    return Attention(urgency, what, detail, PAGE, first.line.claim.id, "Open the claim", first.on)


def _last_days(db: Database, today: date) -> list[Attention]:
    """Reports to funders are in the list of reports too, and are said from there."""
    found = [one for one in cut_offs_between(db, today, today + SOON) if one.kind is not CutOffKind.REPORT]
    return [_last_day(db, one, today) for one in found]


def _last_day(db: Database, one: CutOff, today: date) -> Attention:
    of = fund(db, one.fund_id)
    when = "today" if one.on_day == today else f"on {date_words(one.on_day)}"
    at = f", {one.at_time}" if one.at_time else ""
    urgency = Urgency.TODAY if one.on_day == today else Urgency.SOON
    detail = _under_way(claims_in(db, _UNDER_WAY, fund_id=of.id))
    what = f"{of.name}: {lower_first(one.words)} {when}{at}"
    return Attention(urgency, what, detail, PAGE, of.id, "Open the fund", one.on_day)


_UNDER_WAY = (
    ClaimStatus.DRAFT,
    ClaimStatus.CHANGES_REQUESTED_STAFF,
    ClaimStatus.CHANGES_REQUESTED_FINANCE,
)


def _under_way(found: Sequence[Claim]) -> str:
    if not found:
        return "No claim is being put together"
    return f"{count_of(len(found), 'claim is', 'claims are')} still being put together"


# --- made twice -----------------------------------------------------------------------------------------------


def _twice(db: Database) -> list[Attention]:
    found = [one for one in duplicates(db) if one.sure and _stands(one.second.claim)]
    if not found:
        return []
    numbers = and_list(
        [f"{one.first.claim.number} and {one.second.claim.number}" for one in found[:MOST_NAMED]], "or"
    )
    what = f"{count_of(len(found), 'claim')} for a learner and qualification claimed already"
    detail = f"Claims {numbers}{' and others' if len(found) > MOST_NAMED else ''}. Decline one, or say why both stand"
    return [Attention(Urgency.WHEN_YOU_CAN, what, detail, PAGE, found[0].second.claim.id, "Open the claim")]


def _stands(one: Claim) -> bool:
    """Whether something can still be done about it: what was approved by both was looked at."""
    return one.status.is_awaiting or one.status is ClaimStatus.DRAFT
