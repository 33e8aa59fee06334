"""The best person to ring about a fund: somebody who agreed to be contacted, nearest to the service and to training."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from engagement.register.vocabulary import ConsentBasis, ContactRole
from resources.database import Database
from resources.words import sql_values

BEST_FIRST = (
    ContactRole.TRAINING_LEAD,
    ContactRole.REGISTERED_MANAGER,
    ContactRole.OWNER,
    ContactRole.NOMINATED_INDIVIDUAL,
    ContactRole.DEPUTY_MANAGER,
    ContactRole.ADMINISTRATOR,
    ContactRole.OTHER,
    ContactRole.CARE_WORKER,
)
"""Who decides on training and claims for it, before those who pass a message on."""

_ALLOWED = sql_values(basis for basis in ConsentBasis if basis.allows_contact)


@dataclass(frozen=True)
class Person:
    """Somebody at a provider who agreed to be contacted."""

    id: str
    provider_id: str
    service_id: str | None
    name: str
    role: ContactRole
    phone: str
    email: str

    @property
    def words(self) -> str:
        """Ada Example, Registered manager, 01632 960 001."""
        reach = self.phone or self.email or "no telephone number or e-mail address"
        return f"{self.name}, {self.role.label}, {reach}"


@dataclass(frozen=True)
class Switchboard:
    """The numbers of a service and its provider, for where nobody is known who agreed to be contacted."""

    service: str = ""
    provider: str = ""

    @property
    def number(self) -> str:
        """The service’s, else the provider’s."""
        return self.service or self.provider

    @property
    def words(self) -> str:
        """Nobody has agreed to be contacted; the office is on 01632 960 002."""
        nobody = "Nobody has agreed to be contacted"
        if not self.number:
            return f"{nobody}, and no number is recorded"
        return f"{nobody}; the office is on {self.number}"


class People:
    """Everybody who may be rung, by provider; read once for the whole register."""

    def __init__(self, people: Iterable[Person]) -> None:
        self._of: dict[str, list[Person]] = {}
        for one in people:
            self._of.setdefault(one.provider_id, []).append(one)

    def best(self, provider_id: str, service_id: str | None = None) -> Person | None:
        """Of the service itself, else of the provider as a whole, else of another of its services."""
        known = self._of.get(provider_id, ())
        return min(known, key=lambda one: _rank(one, service_id), default=None)


def _rank(one: Person, service_id: str | None) -> tuple[int, int, int, str, str]:
    near = 0 if one.service_id == service_id else 1 if one.service_id is None else 2
    reach = 0 if one.phone else 1 if one.email else 2
    return near, reach, BEST_FIRST.index(one.role), one.name, one.id


def people_to_ring(db: Database) -> People:
    """Contacts in use whose consent allows it."""
    rows = db.rows(
        f"""select id, provider_id, service_id, name, role, phone, email from contact
        where archived_on is null and consent in ({_ALLOWED})"""
    )
    roles: Mapping[str, ContactRole] = {role.value: role for role in ContactRole}
    return People(
        Person(row[0], row[1], row[2], row[3], roles.get(row[4], ContactRole.OTHER), row[5], row[6])
        for row in rows
    )
