"""Who was nominated, as the ceremony speaks of them: for what, how far they came, and where they work."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from awards.ceremony.honours import Honour, honour_of
from awards.nominations.entries import sql_reference
from awards.vocabulary import COUNTED_VOICES, Consent, EntryStatus, NomineeKind
from engagement.register.facts import key_list
from engagement.register.names import email_key, name_key
from engagement.register.person_names import spoken_name
from resources.database import Database


@dataclass(frozen=True)
class Nominee:
    """Somebody nominated in a category. `home` is where they work, as it is said: '' where nobody knows."""

    id: str
    reference: str
    category_id: str
    category: str
    kind: NomineeKind
    name: str
    job_role: str
    home: str
    service_id: str | None
    provider_id: str | None
    contact_id: str | None
    email: str
    status: EntryStatus
    honour: Honour
    publish_name: Consent
    photo: Consent
    citation: str

    @property
    def name_and_home(self) -> str:
        """Ada Example, The Elms."""
        return f"{self.name}, {self.home}" if self.home else self.name


_SELECT = f"""select entry.id, {sql_reference(round_as="round", entry_as="entry")}, category.id, category.name,
    entry.nominee_kind, entry.nominee, entry.job_role,
    coalesce(service.name, provider.name, entry.place_told), entry.service_id,
    coalesce(entry.provider_id, service.provider_id), entry.contact_id,
    coalesce(nullif(entry.email, ''), contact.email, ''), entry.status, entry.publish_name, entry.photo, entry.citation,
    coalesce(provider.name, entry.place_told)
    from award_entry as entry join award_round as round on round.id = entry.round_id
    join award_category as category on category.id = entry.category_id
    left join service on service.id = entry.service_id
    left join provider on provider.id = coalesce(entry.provider_id, service.provider_id)
    left join contact on contact.id = entry.contact_id"""


def nominees(db: Database, round_id: str) -> list[Nominee]:
    """Everybody who is not out and no draft: by category, the highest honour first."""
    rows = db.rows(
        f"{_SELECT} where entry.round_id = ? order by category.position, category.name, entry.number",
        (round_id,),
    )
    found = [one for row in rows if (one := _nominee(row)) is not None]
    order, places = list(Honour), list(dict.fromkeys(one.category_id for one in found))
    return sorted(found, key=lambda one: (places.index(one.category_id), order.index(one.honour)))


def nominee(db: Database, entry_id: str) -> Nominee:
    """One of them."""
    row = db.row(f"{_SELECT} where entry.id = ?", (entry_id,))
    found = _nominee(row) if row is not None else None
    if found is None:
        raise LookupError(f"there is nobody to honour under {entry_id}")
    return found


def finalists(db: Database, round_id: str) -> list[Nominee]:
    """The finalists, whatever the panel decided of them."""
    return [one for one in nominees(db, round_id) if one.honour.is_finalist]


def _nominee(row: tuple[Any, ...]) -> Nominee | None:
    status, kind = EntryStatus(row[12]), NomineeKind(row[4])
    honour = honour_of(status)
    if honour is None:
        return None
    place, provider = row[7], row[16]
    name = spoken_name(row[5]) if kind is NomineeKind.INDIVIDUAL else row[5]
    # a service is at its provider, not at itself, and neither name is said twice where a file shouts it
    home = next((one for one in (place, provider) if name_key(one) != name_key(name)), "")
    return Nominee(
        id=row[0], reference=row[1], category_id=row[2], category=row[3], kind=kind, name=name, job_role=row[6],
        home=home, service_id=row[8], provider_id=row[9], contact_id=row[10], email=row[11],
        status=status, honour=honour, publish_name=Consent(row[13]), photo=Consent(row[14]), citation=row[15],
    )  # fmt: skip


@dataclass(frozen=True)
class Person:
    """Somebody to write to or to ask: a nominator or a manager. `about` are the keys of whom they are asked for."""

    name: str
    organisation: str
    email: str
    contact_id: str | None
    service_id: str | None
    provider_id: str | None
    about: tuple[str, ...]
    nomination_id: str | None = None

    @property
    def same_as(self) -> str:
        """What is the same where two are one person: the register’s key, else the address, else the name and place."""
        return person_key(self.contact_id, self.email, self.name, self.organisation)


def person_key(contact_id: str | None, email: str, name: str, organisation: str) -> str:
    """By what one person is known as the same."""
    return contact_id or email_key(email) or f"{name_key(name)}|{name_key(organisation)}"


_WRITTEN_TO = "contact.archived_on is null and contact.consent <> 'withdrawn'"


def nominators(db: Database, entry_ids: list[str]) -> list[Person]:
    """Whoever gave a voice that counts for one of them, each person once, in the order of whom they nominated.

    Without those who left the register or asked not to be written to: see `not_written_to`.
    """
    silent = {email_key(one.email) for one in not_written_to(db, entry_ids)} - {""}
    some = _nominators(db, entry_ids, f"contact.id is null or ({_WRITTEN_TO})")
    return [one for one in some if email_key(one.email) not in silent]


def not_written_to(db: Database, entry_ids: list[str]) -> list[Person]:
    """The nominators whom the register has as put away, or as not wishing to be written to."""
    return _nominators(db, entry_ids, f"contact.id is not null and not ({_WRITTEN_TO})")


def _nominators(db: Database, entry_ids: list[str], only: str) -> list[Person]:
    rows = db.rows(
        f"""select nomination.nominator, coalesce(service.name, provider.name, ''),
            coalesce(nullif(nomination.nominator_email, ''), contact.email, ''), nomination.nominator_contact_id,
            contact.service_id, coalesce(nomination.nominator_provider_id, contact.provider_id), nomination.entry_id,
            nomination.id
        from json_each(?) as asked join nomination on nomination.entry_id = asked.value
        left join contact on contact.id = nomination.nominator_contact_id
        left join service on service.id = contact.service_id
        left join provider on provider.id = coalesce(nomination.nominator_provider_id, contact.provider_id)
        where nomination.status in ({COUNTED_VOICES}) and nomination.nominator <> ''
        and ({only})
        order by asked.key, nomination.received_on, nomination.id""",
        (key_list(entry_ids),),
    )
    return _each_once([_person(row, row[6], row[7]) for row in rows])


def managers(db: Database, some: list[Nominee]) -> list[Person]:
    """The registered managers of the services where they work; of a provider alone, its own manager or individual."""
    found: list[Person] = []
    for one in some:
        row = db.row(
            f"""select contact.name, coalesce(service.name, provider.name), contact.email, contact.id,
                contact.service_id, contact.provider_id
            from contact join provider on provider.id = contact.provider_id
            left join service on service.id = contact.service_id
            where {_WRITTEN_TO}
            and (contact.service_id = ?1 or (contact.service_id is null and contact.provider_id = ?2))
            and contact.role in ('registered_manager', 'nominated_individual', 'owner')
            order by contact.service_id is null,
                instr('registered_manager nominated_individual owner', contact.role), contact.name limit 1""",
            (one.service_id, one.provider_id),
        )
        if row is not None:
            found.append(_person(row, one.id, None))
    return _each_once(found)


def _person(row: Sequence[Any], about: str, nomination_id: str | None) -> Person:
    name, organisation, email, contact_id, service_id, provider_id = row[:6]
    return Person(
        spoken_name(name), organisation, email, contact_id, service_id, provider_id, (about,), nomination_id
    )


def _each_once(some: list[Person]) -> list[Person]:
    """One person with all that they are asked about."""
    each: dict[str, Person] = {}
    for one in some:
        known = each.get(one.same_as)
        about = one.about if known is None else tuple(dict.fromkeys((*known.about, *one.about)))
        each[one.same_as] = replace(known or one, about=about)
    return list(each.values())


def address_lines(db: Database, service_id: str | None, provider_id: str | None) -> list[str]:
    """Where mail to somebody at a service goes, else to the provider; nothing where the register has no address."""
    for table, key in (("service", service_id), ("provider", provider_id)):
        row = db.row(f"select address, postcode from {table} where id = ?", (key,)) if key else None
        if row is not None and row[0]:
            parts = [part.strip() for part in str(row[0]).replace("\n", ",").split(",") if part.strip()]
            return [*parts, *([str(row[1])] if row[1] else [])]
    return []
