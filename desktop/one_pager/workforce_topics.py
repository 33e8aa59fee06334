"""What funding, training, learning packages, ASC-WDS, awards and i-Work say of a provider, for one page."""

from awards.ceremony.honours import honour_of, is_secret
from awards.nominations.entries import Entry, entries
from awards.rounds.rounds import rounds
from awards.vocabulary import Consent, NomineeKind
from desktop.one_pager.subject import Subject
from desktop.one_pager.topics import Topic
from resources.wording import count_of, date_words, lower_first, money
from workforce.ascwds.standings import service_standings
from workforce.funding.claims.claims import claims
from workforce.funding.unclaimed.unclaimed import Standing, unclaimed
from workforce.funding.vocabulary import ClaimStatus
from workforce.iwork.employers.employers import employer_of_service
from workforce.iwork.posts.posts import posts_of
from workforce.training.courses import course
from workforce.training.matrix import provider_training
from workforce.training.packages.offers import PackageOffer, offers_of, package_name
from workforce.training.vocabulary import OfferStatus, TrainingStatus
from workforce.years import year_of

_IN_DATE = (TrainingStatus.ACTIVE, TrainingStatus.EXPIRING_SOON)
_OUT = (ClaimStatus.DRAFT, ClaimStatus.WITHDRAWN, ClaimStatus.DECLINED)


def packages(of: Subject) -> Topic | None:
    """Learning packages that its services were offered."""
    held = [(key, one) for key in of.service_ids for one in offers_of(of.db, key)]
    if not held:
        return None
    held.sort(key=lambda pair: (not pair[1].is_open, -pair[1].offered_on.toordinal()))
    lines = tuple(
        f"{package_name(of.db, one)}: {_offer_words(one)}{of.place(key)}." for key, one in held
    )  # fmt: skip
    new = sum(one.offered_on > of.since for _, one in held if one.status is not OfferStatus.NOT_OFFERED)
    since = f"Offered {count_of(new, 'learning package')}." if new else ""
    ask = tuple(
        f"How does the package {package_name(of.db, one)} go{of.place(key)}?"
        for key, one in held
        if one.is_open
    )
    return Topic("Learning packages", lines, since, ask[:2])


def _offer_words(held: PackageOffer) -> str:
    """Accepted, offered 2 May 2026; what was not offered has the day on which that was said."""
    day = date_words(held.offered_on)
    if held.status in (OfferStatus.OFFERED, OfferStatus.NOT_OFFERED):
        return f"{lower_first(held.status.label)}, {day}"
    return f"{lower_first(held.status.label)}, offered {day}"


def funding(of: Subject) -> Topic:
    """What it claimed this year, and what it could claim and has not."""
    held = [
        one for one in claims(of.db, provider_id=of.provider.id)
        if one.status not in _OUT and (of.only is None or one.service_id in (None, of.only.id))
    ]  # fmt: skip
    this_year = [one for one in held if one.year == year_of(of.today)]
    claimed = money(sum(one.money for one in this_year))
    lines = (
        [f"{count_of(len(this_year), 'claim')} this year, {claimed}."]
        if this_year
        else ["No claim this year."]
    )
    wanted = set(of.service_ids)
    rows = [one for one in unclaimed(of.db, on=of.today) if one.place.service_id in wanted]
    could = [one for one in rows if one.standing is Standing.ELIGIBLE]
    could.sort(key=lambda one: -(one.likely_pence or 0))
    for one in could:
        likely = f", likely {money(one.likely_pence)}" if one.likely_pence else ""
        lines.append(
            f"{one.standing.label}: {one.fund.name}, {one.what_for}{likely}{of.place(one.place.service_id)}."
        )
    unsure = len(rows) - len(could)
    if unsure:
        lines.append(
            f"{count_of(unsure, 'more claim needs', 'more claims need')} something known or put right first."
        )
    new = [one for one in held if one.submitted_on and one.submitted_on > of.since]
    since = f"{count_of(len(new), 'claim')} made, {money(sum(one.money for one in new))}." if new else ""
    ask = (f"Do they know that they could claim from {could[0].fund.name}?",) if could else ()
    return Topic("Funding", tuple(lines), since, ask)


def ascwds(of: Subject) -> Topic | None:
    """How complete its records in ASC-WDS are."""
    held = service_standings(of.db, on=of.today, services=of.service_ids)
    if not held:
        return None
    lines, ask = [], []
    for key in (one for one in of.service_ids if one in held):
        now = held[key].now
        met = (
            "meets the funding requirements"
            if held[key].eligible
            else "does not meet the funding requirements"
        )
        lines.append(
            f"{now.percent_down}% of {count_of(now.workers, 'record')} complete, {met}{of.place(key)}."
        )
        if not held[key].eligible:
            ask.append(f"What keeps the records in ASC-WDS from being complete{of.place(key)}?")
    return Topic("ASC-WDS", tuple(lines), "", tuple(ask[:2]))


def training(of: Subject) -> Topic | None:
    """Required courses that are not held by all who should hold them."""
    held = [
        one for one in provider_training(of.db, of.provider.id, on=of.today)
        if of.only is None or one.service_id in (None, of.only.id)
    ]  # fmt: skip
    if not held:
        return None
    fine = sum(one.cover.status in _IN_DATE for one in held)
    each = ", counted at each service" if len(of.services) > 1 else ""
    lines = [f"{fine} of {count_of(len(held), 'required course')} held and in date{each}."]
    lacking: dict[str, list[str]] = {}
    for one in held:
        if one.cover.status is not TrainingStatus.ACTIVE:
            said = f"{course(of.db, one.course_id).name}, {lower_first(one.cover.words)}"
            lacking.setdefault(said, []).append(of.place(one.service_id))
    for said, places in sorted(lacking.items(), key=lambda one: -len(one[1])):
        where = places[0] if len(places) == 1 else f" at {count_of(len(places), 'service')}"
        lines.append(f"{said}{where}.")
    return Topic("Training", tuple(lines))


def awards(of: Subject) -> Topic | None:
    """Nominations and honours of rounds that are announced; of others nothing, since a number tells too."""
    lines = []
    for held in rounds(of.db):
        found = [
            one for one in entries(of.db, held.id)
            if one.provider_id == of.provider.id and (of.only is None or one.service_id in (None, of.only.id))
        ]  # fmt: skip
        found = [one for one in found if honour_of(one.status) is not None]
        if not found or is_secret(held, [one.status for one in found]):
            continue
        said = ", ".join(
            f"{_nominee(one)} ({lower_first(h.label)})" for one in found if (h := honour_of(one.status))
        )
        lines.append(f"{held.name}: {said}.")
    return Topic("Awards", tuple(lines)) if lines else None


def _nominee(held: Entry) -> str:
    """A person who has not agreed to be named is not."""
    person = held.nominee_kind is NomineeKind.INDIVIDUAL
    return "one person" if person and held.publish_name is not Consent.YES else held.nominee


def iwork(of: Subject) -> Topic | None:
    """Posts offered to i-Work, without anybody; nothing while the register is locked."""
    if of.vault is None:
        return None
    lines = []
    for key in of.service_ids:
        employer = employer_of_service(of.vault, key)
        for one in posts_of(of.vault, employer.id) if employer else ():
            lines.append(f"{one.title}: {lower_first(one.status.label)}{of.place(key)}.")
    return Topic("Posts for i-Work", tuple(lines)) if lines else None


TOPICS = (packages, funding, ascwds, training, awards, iwork)
