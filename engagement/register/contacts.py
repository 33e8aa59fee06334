"""Contacts: people at a provider, how they agreed to be written to, and whether they may be invited."""

from dataclasses import dataclass
from datetime import date
from typing import Any, TypedDict, Unpack

from engagement.register import archiving, facts
from engagement.register.vocabulary import ConsentBasis, ContactRole
from resources.database import Database, change, new_key
from resources.problem import FieldProblem
from resources.tables import Cell

COLUMNS = ("id", *(fact.name for fact in facts.CONTACT))


class ContactFacts(TypedDict, total=False):
    """What can be entered of a contact. `service_id` says at which of the provider's services, if at one."""

    service_id: str | None
    name: str
    role: ContactRole
    email: str
    phone: str
    consent: ConsentBasis
    consent_on: date | None
    notes: str


@dataclass(frozen=True)
class Contact:
    """A person at a provider; `service_id` is None for one who speaks for all of it."""

    id: str
    provider_id: str
    service_id: str | None
    name: str
    role: ContactRole
    email: str
    phone: str
    consent: ConsentBasis
    consent_on: date | None
    notes: str
    archived_on: date | None


def _contact(row: tuple[Any, ...]) -> Contact:
    cells = dict(zip(COLUMNS, row, strict=True))
    days = {name: facts.as_day(cells[name]) for name in ("consent_on", "archived_on")}
    words = {"role": ContactRole(cells["role"]), "consent": ConsentBasis(cells["consent"])}
    return Contact(**{**cells, **days, **words})


@dataclass(frozen=True)
class MayInvite:
    """Whether somebody may be invited, and why (not)."""

    allowed: bool
    reason: str

    def __bool__(self) -> bool:
        return self.allowed


def may_be_invited(contact: Contact) -> MayInvite:
    """Whether an invitation may be sent. Somebody without an e-mail address can still get a letter."""
    if contact.archived_on is not None:
        return MayInvite(False, f"{contact.name} is archived.")
    if contact.consent is ConsentBasis.WITHDRAWN:
        return MayInvite(False, f"{contact.name} asked not to be contacted.")
    if not contact.consent.allows_contact:
        return MayInvite(False, f"How {contact.name} agreed to be contacted is not recorded.")
    if not contact.email:
        return MayInvite(True, f"{contact.consent.label}; no e-mail address, so by letter or telephone.")
    return MayInvite(True, f"{contact.consent.label}.")


def contact(db: Database, key: str) -> Contact:
    """The contact with this key."""
    row = db.row(f"select {', '.join(COLUMNS)} from contact where id = ?", (key,))
    if row is None:
        raise LookupError(f"there is no contact {key}")
    return _contact(row)


def contacts_of(
    db: Database, *, provider: str = "", service: str = "", archived: bool = False
) -> list[Contact]:
    """A provider's contacts, or one service's, by name; with `archived`, those too, last."""
    asked = {name: key for name, key in (("provider_id", provider), ("service_id", service)) if key}
    tests = [f"{name} = ?" for name in asked] + ([] if archived else ["archived_on is null"])
    rows = db.rows(
        f"select {', '.join(COLUMNS)} from contact where {' and '.join(tests) or 'true'} "
        "order by archived_on is not null, name collate nocase, id",
        tuple(asked.values()),
    )
    return [_contact(row) for row in rows]


def add_contact(db: Database, provider: str, **given: Unpack[ContactFacts]) -> Contact:
    """Add a person; the name is needed. Role and consent are "Other" and "Not recorded" until given."""
    unsaid = {"name": "", "role": ContactRole.OTHER, "consent": ConsentBasis.NOT_RECORDED}
    cells = {"id": new_key(), "provider_id": provider, **facts.checked("contact", {**unsaid, **given})}
    _at_this_provider(db, cells.get("service_id"), provider)
    with change(db, f"Added {cells['name']}"):
        db.insert_row("contact", cells)
    return contact(db, str(cells["id"]))


def edit_contact(db: Database, key: str, **given: Unpack[ContactFacts]) -> Contact:
    """Change what is given and leave the rest."""
    before = contact(db, key)
    cells = facts.checked("contact", given)
    _at_this_provider(db, cells.get("service_id"), before.provider_id)
    if cells:
        with change(db, f"Changed {before.name}"):
            db.update_row("contact", key, cells)
    return contact(db, key)


def withdraw_consent(db: Database, key: str, *, today: date) -> Contact:
    """Note that somebody asked not to be contacted."""
    before = contact(db, key)
    with change(db, f"{before.name} asked not to be contacted"):
        db.update_row(
            "contact", key, {"consent": ConsentBasis.WITHDRAWN.value, "consent_on": today.isoformat()}
        )
    return contact(db, key)


def move_contact(db: Database, key: str, to_provider: str, *, service: str | None = None) -> Contact:
    """Somebody now works for another provider. What they came to before stays with the provider they came from."""
    before = contact(db, key)
    _at_this_provider(db, service, to_provider)
    name = db.value("select name from provider where id = ?", (to_provider,))
    if name is None:
        raise LookupError(f"there is no provider {to_provider}")
    with change(db, f"Moved {before.name} to {name}"):
        db.update_row("contact", key, {"provider_id": to_provider, "service_id": service})
    return contact(db, key)


def archive_contact(db: Database, key: str, *, today: date) -> Contact:
    """Put somebody away who has left; what they came to stays."""
    archiving.archive(db, "contact", contact(db, key), today=today)
    return contact(db, key)


def restore_contact(db: Database, key: str) -> Contact:
    """Bring somebody back; their provider must be in use."""
    before = contact(db, key)
    archiving.restore(db, "contact", before, provider=before.provider_id)
    return contact(db, key)


def _at_this_provider(db: Database, service: Cell, provider: str) -> None:
    if not service:
        return
    runs = db.row("select provider_id, name from service where id = ?", (service,))
    if runs is None or runs[0] != provider:
        what = (
            "The service is not in the register"
            if runs is None
            else f"{runs[1]} is another provider’s service"
        )
        raise FieldProblem("service_id", f"Service: {what}. Choose one of the contact’s own provider.")
