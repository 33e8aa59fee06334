"""The sample county's contacts: who is at each service and provider, and how they agreed to be written to."""

import random
from datetime import date, timedelta

from engagement.register.contacts import add_contact, archive_contact
from engagement.register.vocabulary import ConsentBasis, ContactRole, ServiceKind
from engagement.sample.county import PlannedProvider, PlannedService
from engagement.sample.keys import Keys
from engagement.sample.names import Names, email
from resources.database import Database

_CONSENTS = (
    (ConsentBasis.CONTRACT_CONTACT, 40), (ConsentBasis.EMAIL_OPT_IN, 25), (ConsentBasis.AGREED_AT_FORUM, 12),
    (ConsentBasis.PUBLIC_CONTACT, 14), (ConsentBasis.NOT_RECORDED, 6), (ConsentBasis.WITHDRAWN, 3),
)  # fmt: skip
_AT_A_SERVICE = (
    (ContactRole.DEPUTY_MANAGER, 0.32), (ContactRole.ADMINISTRATOR, 0.12), (ContactRole.TRAINING_LEAD, 0.06),
    (ContactRole.CARE_WORKER, 0.03),
)  # fmt: skip
_AT_A_PROVIDER = ((ContactRole.NOMINATED_INDIVIDUAL, 0.45), (ContactRole.OTHER, 0.03))


class _People:
    def __init__(self, db: Database, rnd: random.Random, names: Names, today: date) -> None:
        self._db, self._rnd, self._names, self._today = db, rnd, names, today

    def add(self, provider: str, name: str, role: ContactRole, service: str | None = None) -> None:
        """Somebody; a few have no e-mail address, a few have left."""
        rnd = self._rnd
        consent = rnd.choices([one for one, _ in _CONSENTS], [weight for _, weight in _CONSENTS])[0]
        agreed = self._today - timedelta(days=rnd.randint(20, 1200))
        made = add_contact(
            self._db, provider, service_id=service, name=name, role=role,
            email="" if rnd.random() < 0.04 else email(name), phone=self._names.telephone(), consent=consent,
            consent_on=None if consent is ConsentBasis.NOT_RECORDED else agreed,
        )  # fmt: skip
        if role is not ContactRole.REGISTERED_MANAGER and rnd.random() < 0.03:
            archive_contact(self._db, made.id, today=self._today - timedelta(days=rnd.randint(5, 400)))

    def drawn(self, provider: str, role: ContactRole, chance: float, service: str | None = None) -> None:
        if self._rnd.random() < chance:
            self.add(provider, self._names.person(), role, service)


def add_people(
    db: Database, county: list[PlannedProvider], keys: Keys, rnd: random.Random, names: Names, *, today: date
) -> None:
    """A manager for each service of the county, others at some, and somebody for most providers."""
    people = _People(db, rnd, names, today)
    for planned in county:
        provider = keys.provider(planned)
        if len(planned.services) > 1:
            people.drawn(provider, ContactRole.OWNER, 1.0)
        for role, chance in _AT_A_PROVIDER:
            people.drawn(provider, role, chance)
        for service in planned.services:
            people.add(provider, service.manager, _role_of(service), keys.service(service))
            for role, chance in _AT_A_SERVICE:
                people.drawn(provider, role, chance, keys.service(service))


def _role_of(service: PlannedService) -> ContactRole:
    if service.kind is ServiceKind.MICRO_PROVIDER:
        return ContactRole.OWNER
    return ContactRole.REGISTERED_MANAGER
