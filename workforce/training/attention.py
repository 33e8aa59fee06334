"""What about training wants doing: sessions, services that became low and were offered nothing, offers unanswered."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from engagement.register.attention import NEWLY
from engagement.register.names import name_of
from engagement.register.ratings import active_services
from resources.attention import Attention, Urgency
from resources.database import Database
from resources.wording import count_of, date_words, in_london
from workforce.training.packages.offers import PackageOffer, offers, package_name
from workforce.training.packages.worklist import NeedsPackage, worklist
from workforce.training.sessions_attention import sessions_attention
from workforce.training.vocabulary import OfferStatus

PAGE = "training"
MOST_NAMED = 5
UNANSWERED = timedelta(days=28)
"""An offer that long without an answer is to be asked after."""


def training_attention(db: Database, now: datetime) -> list[Attention]:
    """The lines for Home."""
    today = in_london(now).date()
    return [*sessions_attention(db, now), *_low(worklist(db, on=today), today), *_unanswered(db, today)]


def _low(found: Sequence[NeedsPackage], today: date) -> list[Attention]:
    """Those that became low lately each, up to five; all others in one line."""
    undecided = [one for one in found if one.is_undecided]
    named = [one for one in undecided if one.became and today - one.rated_on <= NEWLY][:MOST_NAMED]
    others = [one for one in undecided if one not in named]
    return [_became(one) for one in named] + ([_others(others, bool(named))] if others else [])


def _became(one: NeedsPackage) -> Attention:
    before = f"{one.change.replace('Was', 'It was')} before. " if one.before else ""
    return Attention(
        Urgency.DUE, f"{one.service} became {one.rating.label}: no learning package was offered",
        f"{before}Published {date_words(one.rated_on)}. Offer a package, or note why not", PAGE, one.service_id,
        "Open the worklist", one.rated_on,
    )  # fmt: skip


def _others(some: Sequence[NeedsPackage], beside: bool) -> Attention:
    number = count_of(len(some), "other service" if beside else "service")
    stand = "stands" if len(some) == 1 else "stand"
    return Attention(
        Urgency.WHEN_YOU_CAN, f"{number} that {stand} Inadequate or Requires improvement: no learning package offered",
        "Since that rating nothing was offered, nor noted why not", PAGE, some[0].service_id, "Open the worklist",
    )  # fmt: skip


def _unanswered(db: Database, today: date) -> list[Attention]:
    """Of services that are still there: of one that closed or was archived nobody is asked."""
    waiting = [
        one
        for one in offers(db)
        if one.status is OfferStatus.OFFERED and today - one.offered_on >= UNANSWERED
    ]
    there = {one.id for one in active_services(db, today, services={one.service_id for one in waiting})}
    found = [one for one in waiting if one.service_id in there]
    if len(found) > MOST_NAMED:
        first = found[-1]
        return [
            Attention(
                Urgency.SOON, f"{len(found)} offers of learning packages have had no answer for four weeks",
                f"The longest is of {date_words(first.offered_on)}. Ask, and note what they say", PAGE, first.id,
                "Open the offers", first.offered_on,
            )
        ]  # fmt: skip
    return [_ask(db, one) for one in found]


def _ask(db: Database, one: PackageOffer) -> Attention:
    return Attention(
        Urgency.SOON, f"{name_of(db, 'service', one.service_id)} has not answered the offer of {package_name(db, one)}",
        f"It was offered on {date_words(one.offered_on)}. Ask, and note what they say", PAGE, one.id, "Open the offer",
        one.offered_on,
    )  # fmt: skip
