"""What Home says of money not claimed: whom to ask again, and past answers that would be others today."""

from dataclasses import replace
from datetime import date, timedelta

from resources.attention import Attention, Urgency
from resources.database import Database
from resources.wording import date_words
from workforce.funding.decisions.answering import answers_now
from workforce.funding.vocabulary import AskedBy

_LOOKED_BACK = timedelta(days=550)
"""Decisions of this funding year and the last: what was answered before is settled."""
_MOST, _MOST_NAMED = 20, 4


def unclaimed_attention(db: Database, today: date) -> list[Attention]:
    """Providers to ask again, and decisions that would come out differently: a line each, or one for many."""
    return [
        *_one_line(_ask_again(db, today), "providers to ask again about money not claimed"),
        *_one_line(_other_answers(db, today), "past decisions would come out differently today"),
    ]


def _one_line(some: list[Attention], what: str) -> list[Attention]:
    """A few by themselves; of many their number, and the way to the first."""
    if len(some) <= _MOST_NAMED:
        return some
    first = some[0]
    number = f"{len(some):,}" if len(some) < _MOST else f"{_MOST} or more"
    told = f"{number} {what}"
    return [replace(first, what=told, detail=f"The first: {first.what}. {first.detail}")]


def _ask_again(db: Database, today: date) -> list[Attention]:
    """Those whose day has come and who were not spoken to about the fund since."""
    rows = db.rows(
        """select approach.id, provider.name, fund.name, approach.how, approach.made_on, approach.outcome,
            approach.again_on
        from approach join provider on provider.id = approach.provider_id join fund on fund.id = approach.fund_id
        where approach.again_on <= ? and provider.archived_on is null and fund.archived_on is null
            and fund.status in ('open', 'closing') and not exists (
                select 1 from approach as later where later.fund_id = approach.fund_id
                and later.provider_id = approach.provider_id
                and (later.made_on, later.id) > (approach.made_on, approach.id))
        order by approach.again_on limit ?""",
        (today.isoformat(), _MOST),
    )
    return [
        Attention(
            Urgency.DUE,
            f"Ask {provider} again about {fund}",
            f"{AskedBy(how).label} on {date_words(made_on)}: {outcome or 'nothing noted'}.",
            "funding",
            key,
            "Open the list",
            date.fromisoformat(again_on),
        )
        for key, provider, fund, how, made_on, outcome, again_on in rows
    ]


def _other_answers(db: Database, today: date) -> list[Attention]:
    return [
        Attention(
            Urgency.SOON,
            f"{one.who}: a past decision would come out differently",
            one.sentence,
            "funding",
            one.kept.id,
            "Open the decision",
            one.kept.as_at,
        )
        for one in answers_now(db, since=today - _LOOKED_BACK)[:_MOST]
    ]
