"""The sample county's learning packages: offers to services rated low, past ones with the inspection that followed."""

import random
from datetime import date, timedelta

from engagement.register.council import council_names
from engagement.register.facts import key_list
from resources.database import Database, change
from workforce.training.packages.offers import mark_not_offered, offer_package, set_offer_status
from workforce.training.packages.packages import SHIPPED
from workforce.training.packages.sessions import add_package_session
from workforce.training.packages.worklist import worklist
from workforce.training.vocabulary import OfferStatus

_SEED = "learning packages of the sample county"
_NAMES = tuple(one.name for one in SHIPPED)
_PAST = 18
_WHY_NOT = "They have a programme of their own with the company’s trainers"
_DECLINED = "They cannot release staff before the new rota"
_NOW = (
    OfferStatus.OFFERED, OfferStatus.ACCEPTED, OfferStatus.IN_PROGRESS, OfferStatus.IN_PROGRESS, OfferStatus.COMPLETED,
    OfferStatus.DECLINED, OfferStatus.NOT_OFFERED,
)  # fmt: skip
_THEN = (OfferStatus.COMPLETED, OfferStatus.COMPLETED, OfferStatus.DECLINED)


def add_packages(db: Database, *, today: date) -> int:
    """About half of those that stand low now, and some that were inspected again since; returns how many offers."""
    rnd = random.Random(_SEED)
    low = worklist(db, on=today)
    with change(db, "Made the sample county: learning packages"):
        made = 0
        since = _inspected_since(db)
        for number, (service, rated, until) in enumerate(rnd.sample(since, min(_PAST, len(since)))):
            _follow(db, service, rated, until, _THEN[number % len(_THEN)], rnd, today)
            made += 1
        for number, one in enumerate(one for one in low if (today - one.rated_on).days > 75):
            if number % 2 == 0:
                _follow(db, one.service_id, one.rated_on, today, _NOW[number // 2 % len(_NOW)], rnd, today)
                made += 1
    return made


def _inspected_since(db: Database) -> list[tuple[str, date, date]]:
    """Services of ours once rated low, with the day of it and of the next rating."""
    rows = db.rows(
        """select service_id, published_on, (select min(later.published_on) from rating as later
            where later.service_id = rating.service_id and later.key_question = 'overall'
            and later.published_on > rating.published_on) as next_on
        from rating join service on service.id = service_id
        where key_question = 'overall' and rating in ('inadequate', 'requires_improvement') and next_on is not null
        and (? or authority in (select value from json_each(?))) order by published_on desc, service_id""",
        (not council_names(db), key_list(council_names(db))),
    )
    found: dict[str, tuple[str, date, date]] = {}
    for service, rated, then in rows:
        span = date.fromisoformat(rated), date.fromisoformat(then)
        if (span[1] - span[0]).days > 90:
            found.setdefault(service, (service, *span))
    return list(found.values())


def _follow(
    db: Database, service: str, rated: date, until: date, status: OfferStatus, rnd: random.Random, today: date
) -> None:
    """An offer three weeks after the rating, and what came of it before `until`."""
    package, offered = rnd.choice(_NAMES), rated + timedelta(days=21)
    if status is OfferStatus.NOT_OFFERED:
        mark_not_offered(db, service, package, reason=_WHY_NOT, today=today, on=offered)
        return
    key = offer_package(db, service, package, today=today, offered_on=offered).id
    if status is OfferStatus.OFFERED:
        return
    answered = offered + timedelta(days=rnd.randint(3, 18))
    if status is OfferStatus.DECLINED:
        set_offer_status(db, key, status, on=answered, today=today, reason=_DECLINED)
        return
    set_offer_status(db, key, OfferStatus.ACCEPTED, on=answered, today=today)
    if status is OfferStatus.ACCEPTED:
        return
    step = max((until - answered).days // 5, 1)
    for number, topic in enumerate(("First session", "Practice at the service", "Looking back together"), 1):
        held = answered + timedelta(days=step * number)
        add_package_session(db, key, held, people=rnd.randint(4, 14), today=today, topic=topic)
    if status is OfferStatus.COMPLETED:
        set_offer_status(db, key, status, on=answered + timedelta(days=step * 4), today=today)
