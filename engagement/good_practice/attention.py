"""What about buddies wants doing: pairs that no longer meet, and services newly Inadequate without one."""

from datetime import date, datetime

from engagement.good_practice.buddies.needing import Needing, needing_buddies
from engagement.good_practice.buddies.pairs import Pair, pairs
from engagement.register.attention import NEWLY
from engagement.register.vocabulary import Rating
from resources.attention import Attention, Urgency
from resources.database import Database
from resources.wording import count_of, date_words, in_london

MOST_NAMED = 3
"""More than so many pairs are one line: the page lists them."""


def buddy_attention(db: Database, now: datetime) -> list[Attention]:
    """The lines for Home."""
    today = in_london(now).date()
    return [*_without_a_buddy(db, today), *_quiet(db, today)]


def newly_inadequate_without_buddy(db: Database, today: date) -> list[Needing]:
    """Services newly Inadequate that have no buddy, the newest first."""
    since = today - NEWLY
    lately = db.rows(  # few of a great register, which is counted at every change
        "select service_id from rating where key_question = 'overall' and rating = 'inadequate' and published_on >= ?",
        (since.isoformat(),),
    )
    found = needing_buddies(db, today, services={key for (key,) in lately})
    return [
        one for one in found if one.rating is Rating.INADEQUATE and not one.buddies and one.rated_on >= since
    ]


def _without_a_buddy(db: Database, today: date) -> list[Attention]:
    found = newly_inadequate_without_buddy(db, today)
    if not found:
        return []
    first = found[0]
    what = count_of(
        len(found), "newly Inadequate service has no buddy", "newly Inadequate services have no buddy"
    )
    detail = f"The newest: {first.name}, published {date_words(first.rated_on)}."
    return [Attention(Urgency.SOON, what, detail, "good_practice", first.id, "Find a buddy", first.rated_on)]


def _quiet(db: Database, today: date) -> list[Attention]:
    found = sorted(
        (one for one in pairs(db, today=today, ended=False) if one.is_quiet(today)),
        key=lambda one: (one.last_met or one.started_on, one.id),
    )
    if len(found) <= MOST_NAMED:
        return [_line(one, f"{one.name} have not met for three months") for one in found]
    what = f"{len(found):,} pairs of buddies have not met for three months"
    return [_line(found[0], what, before="The longest: ")]


def _line(one: Pair, what: str, *, before: str = "") -> Attention:
    since = one.last_met or one.started_on
    said = f"{one.met_words}." if one.last_met else f"Agreed on {date_words(since)}; has not met yet."
    detail = f"{before}{one.name}. {said}" if before else said
    return Attention(Urgency.WHEN_YOU_CAN, what, detail, "good_practice", one.id, "Open the pair", since)
