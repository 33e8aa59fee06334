"""The sentences on funding with their figures, for reports that open a figure to the rows behind it."""

from collections.abc import Sequence
from datetime import date

from resources.report.pointing import pointed
from resources.report.shown import counted, numbered
from resources.report.told import Shown, Told, joined, tell
from resources.wording import date_words, money
from workforce.funding.funds.runway import pounds
from workforce.funding.report.claims_since import ClaimsSince
from workforce.funding.report.figures import FundingFigures, FundLine
from workforce.funding.report.sections import (
    claimed_sentence,
    fund_sentences,
    refused_sentence,
    trained_sentence,
    unclaimed_sentence,
)
from workforce.funding.unclaimed.unclaimed import Found, Standing, sums

_FUNDS = "funds"


def fund_told(found: FundingFigures) -> list[Told]:
    """A sentence for each fund, by its key, then one on those that providers claim themselves."""
    sentences = fund_sentences(found)
    told = [_fund(one, text) for one, text in zip(found.funds, sentences, strict=False)]
    for text in sentences[len(told) :]:
        claimed = found.signposted_claimed
        told.append(
            pointed(
                "signposted", text, funds=counted(len(found.signposted), "fund"),
                claimed=_money(claimed, rows="elsewhere"),
            )
        )  # fmt: skip
    return told


def _fund(one: FundLine, text: str) -> Told:
    held = one.year
    return pointed(
        one.fund.id, text, bid=_money(one.fund.bid_pence), allocated=_money(held.allocated),
        whole=_money(one.whole.allocated if one.is_of_several_years else None), paid=_money(held.paid, "nothing"),
        committed=_money(held.committed, "nothing"), remaining=_money(held.remaining, "nothing"),
        awaiting=_money(held.awaiting), over=_money(sum(one.over.values())),
    )  # fmt: skip


def _money(pence: int | None, nothing: str = "", *, rows: str = _FUNDS) -> Shown:
    """An amount as it is printed; `value` is in pounds."""
    return Shown(money(pence) if pence else nothing, (pence or 0) / 100, rows=rows)


def claimed_told(found: FundingFigures) -> Told:
    """How much was claimed in the year, by how many claims of how many providers."""
    held = found.claimed
    return pointed(
        "claimed", claimed_sentence(found), pence=_money(held.pence, rows="claimed_by_kind"),
        claims=counted(held.claims, "claim", rows="claims"),
        providers=counted(held.providers, "provider", rows="claims"),
    )  # fmt: skip


def refused_told(found: FundingFigures) -> Told:
    """How many claims were declined and withdrawn; '' of none."""
    held = found.claimed
    return pointed(
        "refused", refused_sentence(found), refused=counted(held.refused, "claim", rows="refused"),
        pence=_money(held.refused_pence, rows="refused"), withdrawn=counted(held.withdrawn, "claim"),
    )  # fmt: skip


def trained_told(found: FundingFigures) -> Told:
    """How many times training was completed, and how many people it was claimed for: both to the nearest five."""
    held = found.trained
    return pointed(
        "trained", trained_sentence(found), times=_about(held.by_course_total, "trained"),
        people=_about(held.claimed_for_total, "claimed_for"),
    )  # fmt: skip


def _about(number: int | None, rows: str) -> Shown:
    return Shown(f"{number:,}", number, rows=rows) if number else Shown("")


def unclaimed_told(found: Found) -> Told:
    """How many services have not claimed what they could, and likely how much that is."""
    best: dict[str, Standing] = {}
    for one in found.rows:
        best.setdefault(one.place.service_id, one.standing)
    counts = {each: sum(one is each for one in best.values()) for each in Standing}
    now = sums(one for one in found.rows if one.standing is Standing.ELIGIBLE).pence
    rows = "unclaimed"
    return pointed(
        "unclaimed", unclaimed_sentence(found), services=counted(found.services, "service"),
        eligible=numbered(counts[Standing.ELIGIBLE], rows=rows, base=found.services),
        not_known=numbered(counts[Standing.NEEDS_INFORMATION], rows=rows, base=found.services),
        now=_money(now, rows=rows), ever=_money(sums(found.rows).pence, rows=rows),
    )  # fmt: skip


def since_told(held: ClaimsSince) -> Told:
    """What was claimed and what was paid after the report before; amounts where they give no provider's away."""
    day = date_words(held.since)
    if not held.claims and not held.paid:
        return tell("since", f"No claim was made or paid after {day}.")
    made = tell(
        "made", "After " + day + ", {claims} " + _were(held.claims) + " made by {providers}" + _of(held.claimed_pence)
        + ".",
        claims=counted(held.claims, "claim", rows="since"), providers=counted(held.providers, "provider", rows="since"),
        pence=_money(held.claimed_pence, "nothing", rows="since"),
    )  # fmt: skip
    paid = tell(
        "paid", "In the same time {claims} " + _were(held.paid) + " paid" + _of(held.paid_pence) + ".",
        claims=counted(held.paid, "claim", rows="since"), pence=_money(held.paid_pence, "nothing", rows="since"),
    )  # fmt: skip
    return joined("since", [made, paid] if held.paid else [made])


def _were(number: int) -> str:
    return "was" if number == 1 else "were"


def _of(pence: int | None) -> str:
    return ", {pence} in all" if pence else ""


def known_told(found: FundingFigures, last: date) -> Told:
    """As of when the figures are, where the period ended on another day."""
    if found.as_at == last:
        return Told("known", "")
    return Told("known", f"Funds and claims are told as they are known on {date_words(found.as_at)}.")


def _pounds(pence: int) -> Shown:
    return Shown(pounds(pence) if pence else "", pence / 100, rows="forecast")


def lasting_told(lines: Sequence[FundLine]) -> list[Told]:
    """How long each fund will last, and on what that rests."""
    return [
        pointed(
            one.fund.id, f"{one.fund.name}: {one.runway.basis}",
            pace=_pounds(one.runway.pace_per_week), free=_pounds(one.whole.free),
        )
        for one in lines
        if one.runway is not None
    ]  # fmt: skip
