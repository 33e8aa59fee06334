"""Whom the statements about somebody nominated may name, as the file knows it: gathered in a few queries."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from awards.judging.blind.names import (
    Form,
    Names,
    Stand,
    address_forms,
    all_names,
    by_first_letters,
    can_be_indexed,
    email_forms,
    full_name_forms,
    hidden_forms,
    home_forms,
    person_forms,
    place_forms,
)
from awards.vocabulary import EntryStatus, NomineeKind
from engagement.register.facts import key_list
from engagement.register.names import other_names
from engagement.register.person_names import names_ever
from resources.database import Database

_DISTRICTS = "select distinct district from service where district <> '' order by 1"


@dataclass(frozen=True)
class _Somebody:
    """A nominee, also one grouped with another."""

    id: str
    kept_id: str
    kind: NomineeKind
    name: str
    also: str
    service_id: str | None
    provider_id: str | None
    contact_id: str | None
    place_told: str
    also_hide: str
    email: str


@dataclass(frozen=True)
class _Place:
    id: str
    provider_id: str
    names: tuple[str, ...]
    address: str
    postcode: str
    district: str
    people: tuple[str, ...]


@dataclass(frozen=True)
class _Person:
    name: str
    service_id: str | None


def names_of(db: Database, entry_id: str) -> Names:
    """All that is hidden in the statements about one nominee."""
    round_id = db.value("select round_id from award_entry where id = ?", (entry_id,))
    return names_in(db, str(round_id), only=(entry_id,))[entry_id]


def names_in(db: Database, round_id: str, *, only: Collection[str] | None = None) -> dict[str, Names]:
    """The same of every nominee of a round, or only of these."""
    everybody = _somebodies(db, round_id)
    asked = [
        one for one in everybody if one.id == one.kept_id and (one.id in only if only is not None else True)
    ]
    known = _Known(db, everybody, asked)
    return {one.id: _together(tuple(known.forms(one)), *known.everywhere) for one in asked}


def _somebodies(db: Database, round_id: str) -> list[_Somebody]:
    rows = db.rows(
        """select id, coalesce(merged_into_id, id), nominee_kind, nominee, also_known_as, service_id, provider_id,
        contact_id, place_told, also_hide, award_entry.email from award_entry where round_id = ? and status <> ?""",
        (round_id, EntryStatus.DRAFT.value),
    )
    return [_Somebody(row[0], row[1], NomineeKind(row[2]), *row[3:]) for row in rows]


class _Known:
    """What the file knows of whom the statements may name."""

    def __init__(self, db: Database, everybody: list[_Somebody], asked: list[_Somebody]) -> None:
        self.grouped: Mapping[str, list[_Somebody]] = _by(everybody, lambda one: one.kept_id)
        self.colleagues = _by([one for one in everybody if one.service_id], lambda one: one.service_id)
        providers = {one.provider_id for one in asked if one.provider_id}
        self.nominators, nominating, self.emails = _nominators(db, [one.id for one in asked])
        self.providers = _providers(db, providers | {key for keys in nominating.values() for key in keys})
        self.nominating = nominating
        self.places = _places(db, providers)
        self.of_provider = _by(self.places.values(), lambda place: place.provider_id)
        self.people = _people(db, providers)
        self.everywhere = _everywhere(db), _nominated(everybody)
        self.usual = _elsewhere(*self.everywhere)[1]
        self.districts = [form for (name,) in db.rows(_DISTRICTS) for form in place_forms(name)]
        self.ever = names_ever(db, [one.contact_id for one in asked if one.contact_id])

    def forms(self, one: _Somebody) -> Iterator[Form]:
        """Every way of naming anybody about whom the statements on one nominee may speak."""
        for other in self.grouped[one.id]:
            yield from _nominee(other)
            yield from hidden_forms(other.also_hide)
            yield from _home(other.place_told)
            yield from _email(other.email, Stand.NOMINEE)
        for name in self.ever.get(one.contact_id or "", ()):
            yield from _person(name, Stand.NOMINEE, "", True)
        for name in self.nominators[one.id]:
            yield from _person(name, Stand.NOMINATOR, "", True)
        for email in self.emails[one.id]:
            yield from _email(email, Stand.NOMINATOR)
        for key in {one.provider_id, *self.nominating[one.id]} - {None}:
            yield from self._firm(str(key))
        yield from self._homes(one)
        yield from self._others(one)
        yield from self.districts
        yield from self.usual

    def _firm(self, key: str) -> Iterator[Form]:
        for name in self.providers.get(key, ()):
            yield from _home(name)

    def _homes(self, one: _Somebody) -> Iterator[Form]:
        place = self.places.get(one.service_id or "")
        if place is not None:
            for name in place.names:
                yield from _home(name)
            yield from address_forms(place.address, place.district, place.postcode)
            for person in place.people:
                yield from _person(person, Stand.PERSON, "", True)
        for other in self.of_provider.get(one.provider_id or "", ()):
            for name in other.names:
                yield from _in_full(name, Stand.HOME)

    def _others(self, one: _Somebody) -> Iterator[Form]:
        """Whoever works there, or was nominated from there; everybody else nominated is in `elsewhere`."""
        for person in self.people.get(one.provider_id or "", ()):
            near = person.service_id in (None, one.service_id)
            yield from _person(person.name, Stand.PERSON, "", near)
        for other in self.colleagues.get(one.service_id or "", ()):
            if other.kept_id != one.id and other.kind is NomineeKind.INDIVIDUAL:
                yield from _person(other.name, Stand.PERSON, other.also, True)


@lru_cache(maxsize=20_000)
def _person(name: str, stand: Stand, also: str, alone: bool) -> tuple[Form, ...]:
    return tuple(person_forms(name, stand, also=also, alone=alone)) if name else ()


@lru_cache(maxsize=20_000)
def _email(email: str, stand: Stand) -> tuple[Form, ...]:
    return tuple(email_forms(email, stand)) if email else ()


@lru_cache(maxsize=20_000)
def _home(name: str, stand: Stand = Stand.HOME) -> tuple[Form, ...]:
    return tuple(home_forms(name, stand)) if name else ()


@lru_cache(maxsize=20_000)
def _in_full(name: str, stand: Stand) -> tuple[Form, ...]:
    return tuple(full_name_forms(name, stand))


@lru_cache(maxsize=2_000)
def _together(forms: tuple[Form, ...], homes: tuple[str, ...], people: tuple[str, ...]) -> Names:
    """Those of one nominee: the same ones while nothing about them has changed."""
    return all_names(forms, elsewhere=_elsewhere(homes, people)[0])


@lru_cache(maxsize=4)
def _elsewhere(
    homes: tuple[str, ...], people: tuple[str, ...]
) -> tuple[dict[str, tuple[Form, ...]], list[Form]]:
    """Names that no statement of the round may hold, and those of people that are made of ordinary words.

    Kept while the names are the same: of a register they are thousands, and every blind copy is made with them.
    """
    named = [form for name in people for form in _in_full(name, Stand.PERSON)]
    places = (form for name in homes for form in _home(name))
    return by_first_letters([*places, *named]), [one for one in named if not can_be_indexed(one)]


def _nominated(everybody: Iterable[_Somebody]) -> tuple[str, ...]:
    return tuple(sorted({one.name for one in everybody if one.kind is NomineeKind.INDIVIDUAL}))


def _nominee(one: _Somebody) -> Iterator[Form]:
    if one.kind is NomineeKind.INDIVIDUAL:
        yield from _person(one.name, Stand.NOMINEE, one.also, True)
        return
    for name in (one.name, *one.also.split(";")):
        yield from _home(name.strip(), Stand.NOMINEE)


def _by(some: Iterable[Any], key: Any) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = defaultdict(list)
    for one in some:
        found[key(one)].append(one)
    return found


# --- reading --------------------------------------------------------------------------------------------------


def _nominators(
    db: Database, entries: Iterable[str]
) -> tuple[dict[str, list[str]], dict[str, list[str]], dict[str, list[str]]]:
    """Who nominated each, for which providers, and from which e-mail addresses."""
    names: dict[str, list[str]] = defaultdict(list)
    firms: dict[str, list[str]] = defaultdict(list)
    emails: dict[str, list[str]] = defaultdict(list)
    rows = db.rows(
        """select entry_id, nominator, nominator_provider_id, coalesce(contact.name, ''),
        nominator_email, coalesce(contact.email, '') from nomination
        left join contact on contact.id = nominator_contact_id
        where entry_id in (select value from json_each(?))""",
        (key_list(entries),),
    )
    for entry, told, provider, kept, *written in rows:
        names[entry] += [name for name in dict.fromkeys((told, kept)) if name]
        firms[entry] += [provider] if provider else []
        emails[entry] += [one for one in dict.fromkeys(written) if one]
    return names, firms, emails


def _providers(db: Database, keys: Iterable[str]) -> dict[str, tuple[str, ...]]:
    rows = db.rows(
        "select id, name, brand from provider where id in (select value from json_each(?))", (key_list(keys),)
    )
    return {key: tuple(one for one in (name, brand) if one) for key, name, brand in rows}


def _places(db: Database, providers: Iterable[str]) -> dict[str, _Place]:
    rows = db.rows(
        """select id, provider_id, name, also_known_as, address, postcode, district, registered_manager,
        portfolio_officer from service where provider_id in (select value from json_each(?))""",
        (key_list(providers),),
    )
    return {
        key: _Place(
            key, provider, (name, *other_names(also)), address, postcode, district,
            tuple(one.strip() for one in (*manager.split("|"), officer) if one.strip()),
        )
        for key, provider, name, also, address, postcode, district, manager, officer in rows
    }  # fmt: skip


def _everywhere(db: Database) -> tuple[str, ...]:
    """Every home and firm of the register: a statement may name one to which nothing ties the nominee."""
    return tuple(
        name for (name,) in db.rows("select name from service union select name from provider order by 1")
    )


def _people(db: Database, providers: Iterable[str]) -> dict[str, list[_Person]]:
    found: dict[str, list[_Person]] = defaultdict(list)
    rows = db.rows(
        """select provider_id, name, service_id from contact
        where provider_id in (select value from json_each(?))""",
        (key_list(providers),),
    )
    for provider, name, service in rows:
        found[provider].append(_Person(name, service))
    return found
