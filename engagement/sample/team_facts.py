"""What the team knows of the sample county beside CQC: contracts, portfolio officers, notes, what is put away."""

import random
from collections import defaultdict
from datetime import date, datetime, time, timedelta

from engagement.register.contacts import add_contact, contacts_of
from engagement.register.contracts import add_past_status, set_contract_status
from engagement.register.notes import write_note
from engagement.register.providers import add_provider, archive_provider
from engagement.register.services import add_service, set_portfolio_officer
from engagement.register.vocabulary import ConsentBasis, ContactRole, ContractStatus, ServiceKind
from engagement.sample.county import PlannedProvider, PlannedService, poorly_rated
from engagement.sample.keys import Keys
from engagement.sample.places import OFFICERS
from resources.database import Database
from resources.wording import from_london

SUSPENDED, UNDER_NOTICE, TERMINATED, ONCE_SUSPENDED, ARCHIVED, TWICE = 3, 6, 4, 9, 5, 4
_NOTES = (
    "Telephoned about the action plan; the manager will send the updated version by the end of the month.",
    "Visited with the community nurses. Medicines records are in order; two care plans are overdue for review.",
    "New deputy manager in post. Asked for places on the next leadership course.",
    "Recruitment is the main worry: four vacancies, two of them at night.",
    "The home has joined the quality network and will host the next visit.",
    "Asked how to claim for the Care Certificate; sent the guidance.",
    "Family feedback is good. The activities programme has been rebuilt since spring.",
    "Insurance certificate received and filed.",
    "The lift is out of use until the part arrives; two residents have moved to the ground floor.",
    "Wants to speak at a forum about its taster days for new staff.",
)
_REASONS = {
    ContractStatus.SUSPENDED: "Safeguarding enquiries are under way; no new placements until they end.",
    ContractStatus.IMPROVEMENT_NOTICE: "Audit below standard: medicines and care planning.",
    ContractStatus.TERMINATED: "The provider gave notice and the service closed.",
}


def add_what_cqc_does_not_register(db: Database, county: list[PlannedProvider], keys: Keys) -> None:
    """Day care and micro-providers, by hand."""
    for planned in county:
        by_hand = [one for one in planned.services if not one.kind.is_registered_by_cqc]
        if not by_hand:
            continue
        if not planned.cqc_id:
            made = add_provider(db, name=planned.name, phone=planned.phone, postcode=by_hand[0].postcode)
            keys.tell_provider(planned, made.id)
        for one in by_hand:
            service = add_service(
                db, keys.provider(planned), name=one.name, kind=one.kind, address=one.address, phone=one.phone,
                postcode=one.postcode, registered_on=one.registered_on,
            )  # fmt: skip
            keys.tell_service(one, service.id)


def share_out_portfolios(db: Database, county: list[PlannedProvider], keys: Keys) -> None:
    """Each officer has the services of some districts."""
    officer_of = {district: name for name, districts in OFFICERS.items() for district in districts}
    portfolios: defaultdict[str, list[str]] = defaultdict(list)
    for planned in county:
        for service in planned.services:
            portfolios[officer_of[service.district]].append(keys.service(service))
    for officer, services in sorted(portfolios.items()):
        set_portfolio_officer(db, services, officer)


# --- contracts ------------------------------------------------------------------------------------------


def add_contracts(
    db: Database, county: list[PlannedProvider], keys: Keys, rnd: random.Random, *, today: date
) -> None:
    """Most services have one; a few are suspended, under notice, terminated, or have been suspended before."""
    services = [one for planned in county for one in planned.services]
    current = [one for one in services if one.ends is None and not one.dormant and _old_enough(one, today)]
    poor = [one for one in current if poorly_rated(one)]
    rnd.shuffle(poor)
    suspended, notices = poor[:SUSPENDED], poor[SUSPENDED : SUSPENDED + UNDER_NOTICE]
    terminated = [one for one in services if one.ends is not None][:TERMINATED]
    ordinary = [one for one in current if one not in suspended + notices and rnd.random() < 0.72]
    for one in suspended + notices + terminated + ordinary:
        _contract(db, keys.service(one), one, rnd, today, before=one in ordinary[:ONCE_SUSPENDED])
    for some, status, days in (
        (suspended, ContractStatus.SUSPENDED, 300), (notices, ContractStatus.IMPROVEMENT_NOTICE, 220),
    ):  # fmt: skip
        for one in some:
            day = today - timedelta(days=rnd.randint(12, days))
            set_contract_status(db, keys.service(one), status, day, _REASONS[status], today=today)
    for one in terminated:
        status = ContractStatus.TERMINATED
        set_contract_status(db, keys.service(one), status, one.ends or today, _REASONS[status], today=today)


def _old_enough(service: PlannedService, today: date) -> bool:
    return service.registered_on < today - timedelta(days=400)


def _contract(
    db: Database, key: str, service: PlannedService, rnd: random.Random, today: date, *, before: bool
) -> None:
    """Active since some day before whatever came later; with a suspension that was lifted where `before`."""
    begins = max(service.registered_on, today - timedelta(days=rnd.randint(1900, 2600)))
    if not before or begins > today - timedelta(days=900):
        set_contract_status(db, key, ContractStatus.ACTIVE, begins, today=today)
        return
    stopped = begins + timedelta(days=rnd.randint(100, 500))
    lifted = stopped + timedelta(days=rnd.randint(40, 200))
    add_past_status(db, key, ContractStatus.ACTIVE, begins, stopped, today=today)
    reason = _REASONS[ContractStatus.SUSPENDED]
    add_past_status(db, key, ContractStatus.SUSPENDED, stopped, lifted, reason, today=today)
    set_contract_status(db, key, ContractStatus.ACTIVE, lifted, "Improvements made.", today=today)


# --- notes, what is put away, and what is kept twice ------------------------------------------------------


def write_notes(
    db: Database, county: list[PlannedProvider], keys: Keys, rnd: random.Random, *, today: date
) -> None:
    """What officers wrote after visits and calls, each in their own name."""
    who = db.who
    officers = sorted(OFFICERS)
    for planned in rnd.sample(county, 90):
        for _ in range(rnd.choice((1, 1, 2, 3))):
            at = _office_hours(rnd, today - timedelta(days=rnd.randint(2, 700)))
            db.who = rnd.choice(officers)
            service = keys.service(rnd.choice(planned.services)) if rnd.random() < 0.7 else None
            write_note(db, keys.provider(planned), rnd.choice(_NOTES), now=at, service=service)
    db.who = who


def _office_hours(rnd: random.Random, day: date) -> datetime:
    return from_london(day, time(rnd.randint(9, 16), rnd.choice((0, 5, 15, 20, 40, 55))))


def archive_some(db: Database, county: list[PlannedProvider], keys: Keys, *, today: date) -> None:
    """Providers all of whose services have gone."""
    gone = [one for one in county if all(service.ends for service in one.services) and not one.elsewhere]
    for planned in gone[:ARCHIVED]:
        ended = max(service.ends or today for service in planned.services)
        archive_provider(db, keys.provider(planned), today=min(today, ended + timedelta(days=7)))


def keep_some_twice(db: Database, county: list[PlannedProvider], keys: Keys) -> None:
    """What happens when a name is typed at a door and nobody looks first: near-duplicates to find and merge."""
    homes = [
        one
        for one in county
        if len(one.services) == 1 and one.services[0].ends is None
        and one.services[0].kind is ServiceKind.RESIDENTIAL_HOME
    ]  # fmt: skip
    for planned in homes[:TWICE]:
        home = planned.services[0]
        again = add_provider(db, name=planned.name.replace(" Ltd", " Limited"), phone=planned.phone)
        add_service(
            db, again.id, name=f"The {home.name}", kind=home.kind, postcode=home.postcode, phone=home.phone
        )
    for planned in homes[TWICE : 2 * TWICE]:
        manager = contacts_of(db, service=keys.service(planned.services[0]))[0]
        given, surname = manager.name.split()
        add_contact(
            db, keys.provider(planned), name=f"{given[0]} {surname}", role=ContactRole.OTHER,
            email=manager.email, phone=manager.phone, consent=ConsentBasis.AGREED_AT_FORUM,
            consent_on=manager.consent_on,
        )  # fmt: skip
