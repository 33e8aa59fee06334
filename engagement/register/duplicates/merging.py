"""Making one record of two, without losing a row that pointed at either.

Which rows point at a record is asked of the schema itself, so that the tables of every capability, later ones too,
are served. Where two rows may not both point at the kept record (both contacts were invited to the same event; two
ratings of one day), the removed record's row is merged into the kept record's by the same rule: what pointed at it
moves, its facts fill blanks, and a fact that differs is written into a note. So nothing is lost, and undo puts every
row back as it was.

A capability says through `MergeRules` where that is not enough, such as which of two replies counts.
"""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime

from engagement.register import contacts, facts, providers, services
from engagement.register.contacts import Contact
from engagement.register.contracts import StatusPeriod, contract_history
from engagement.register.differences import cell_words, names_in
from engagement.register.duplicates.rules import REGISTER_RULES, MergeRules, Row, fill_blanks
from engagement.register.providers import Provider
from engagement.register.services import Service, follow_service
from engagement.register.vocabulary import OrganisationKind
from resources.database import Database, change, new_key
from resources.database.engine import IntegrityError
from resources.database.history import tracked_tables
from resources.problem import Problem
from resources.tables import Cell
from resources.wording import date_words, instant_text

# --- any record ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Pointer:
    table: str
    column: str


def _pointers(db: Database, table: str) -> list[_Pointer]:
    """Every column of the file whose foreign key points at the table."""
    return [
        _Pointer(name, row[3])
        for name in tracked_tables(db)
        for row in db.rows(f'pragma foreign_key_list("{name}")')
        if row[2] == table
    ]


def pointing_at(db: Database, table: str, key: str) -> dict[str, int]:
    """How many rows of each table point at a record, for a person to see before merging."""
    found: dict[str, int] = {}
    for pointer in _pointers(db, table):
        number = db.value(f'select count(*) from "{pointer.table}" where "{pointer.column}" = ?', (key,))
        if number:
            found[pointer.table] = found.get(pointer.table, 0) + number
    return found


@dataclass
class _Merging:
    """One merge under way; `lost` gathers what the kept rows could not take over, for the note."""

    db: Database
    rules: MergeRules
    lost: list[str] = field(default_factory=list)

    def merge(self, table: str, keep: str, remove: str, *, take: Collection[str] = (), via: str = "") -> None:
        """`via` is the column by which both rows pointed at records that are being merged."""
        kept, removed = _row(self.db, table, keep), _row(self.db, table, remove)
        cells = _cells(self.rules, table, kept, removed, take)
        pointers = _pointers(self.db, table)
        for pointer in pointers:
            self._repoint(pointer, table, keep, remove)
        own = {pointer.column for pointer in pointers if pointer.table == table}
        itself = (None, "", keep, remove)  # a row never stands for itself
        cells = {
            name: cell
            for name, cell in cells.items()
            if name != via and (name not in own or cell not in itself)
        }
        self._note_lost(table, {**kept, **cells}, (kept, removed), without={via, *own})
        self.db.delete_row(table, remove)
        if cells:
            self.db.update_row(table, keep, cells)
        self._repoint_key_lists(keep, remove)
        if table in self.rules.settle:
            self.rules.settle[table](self.db, keep)

    def _repoint(self, pointer: _Pointer, table: str, keep: str, remove: str) -> None:
        rows = self.db.rows(
            f'select id from "{pointer.table}" where "{pointer.column}" = ? order by id', (remove,)
        )
        for (key,) in rows:
            if pointer.table == table and key in (keep, remove):
                # A row that stood for the removed one (a substitute, a line that undoes another) would now stand
                # for itself.
                if key == keep:
                    self.db.update_row(table, key, {pointer.column: None})
                continue
            # A row that was merged into another a moment ago points nowhere any more.
            if self.db.value(f'select 1 from "{pointer.table}" where id = ?', (key,)):
                self._point_to(pointer, key, keep)

    def _point_to(self, pointer: _Pointer, key: str, keep: str) -> None:
        try:
            with self.db.atomic():
                self.db.update_row(pointer.table, key, {pointer.column: keep})
        except IntegrityError:
            standing = self._standing(pointer, key, keep)
            if standing is None:
                raise
            self.merge(pointer.table, standing, key, via=pointer.column)

    def _standing(self, pointer: _Pointer, key: str, keep: str) -> str | None:
        """The row that already is what this one would become, by one of the table's unique indexes."""
        row = {**_row(self.db, pointer.table, key), pointer.column: keep}
        for _, index, unique, *_ in self.db.rows(f'pragma index_list("{pointer.table}")'):
            columns = [name for _, _, name in self.db.rows(f'pragma index_info("{index}")')]
            if not unique or pointer.column not in columns:
                continue
            test = " and ".join(f'"{name}" = ?' for name in columns)
            found = self.db.value(
                f'select id from "{pointer.table}" where {test}', [row[name] for name in columns]
            )
            if found is not None and found != key:
                return str(found)
        return None

    def _repoint_key_lists(self, keep: str, remove: str) -> None:
        for table, column in self.rules.key_lists:
            rows = self.db.rows(
                f'select replace("{column}", ?, ?), id from "{table}" where instr("{column}", ?) > 0',
                (remove, keep, remove),
            )
            self.db.update_rows(table, (column,), rows)

    def _note_lost(self, table: str, becomes: Row, rows: tuple[Row, Row], *, without: set[str]) -> None:
        """Facts of either row that the kept row does not hold in the end."""
        name_of = names_in(self.db)
        left_out = without | {"id", "archived_on"} | _HELD_ELSEWHERE.get(table, set())
        if table not in facts.TABLES:
            left_out |= {row[3] for row in self.db.rows(f'pragma foreign_key_list("{table}")')}
        said = [
            f"{facts.heading(table, name)}: {cell_words(table, name, row[name], name_of)}"
            for name in becomes
            if name not in left_out
            for row in rows
            if row[name] not in (None, "", becomes[name])
        ]
        if said:
            title = self.rules.titles.get(table, table.replace("_", " ").capitalize())
            which = [cell_words(table, name, rows[1][name]) for name in self.rules.known_by.get(table, ())]
            start = "" if table in _LIKES else f"{' '.join([title, *which])}: "
            self.lost.append(f"{start}{'; '.join(dict.fromkeys(said))}.")


def _cells(rules: MergeRules, table: str, kept: Row, removed: Row, take: Collection[str]) -> dict[str, Cell]:
    """The cells that a kept row takes over: as if the facts to be taken were its own, and its own the other's."""
    taken = {name: removed[name] for name in take}
    given_up = {name: kept[name] for name in take}
    survivors = rules.survivors.get(table, fill_blanks)
    return taken | survivors({**kept, **taken}, {**removed, **given_up})


_LIKES = {"provider", "service", "contact"}
_HELD_ELSEWHERE = {
    "provider": {"name"},  # the note's own first line
    "service": {"name", "also_known_as"},  # both among the other names
    "contact": {"name", "notes"},  # both in the notes
}


def _row(db: Database, table: str, key: str) -> dict[str, Cell]:
    columns = [row[1] for row in db.rows(f'pragma table_info("{table}")')]
    names = ", ".join(f'"{name}"' for name in columns)
    row = db.row(f'select {names} from "{table}" where id = ?', (key,))
    if row is None:
        raise LookupError(f"{table} has no row {key}")
    return dict(zip(columns, row, strict=True))


def _merge(
    db: Database, table: str, keep: str, remove: str, take: Collection[str], rules: MergeRules
) -> list[str]:
    """What the kept record could not take over, as lines of a note. Belongs inside a change."""
    if keep == remove:
        raise ValueError("a record cannot be merged into itself")
    unknown = set(take) - {fact.name for fact in facts.TABLES[table] if not fact.refers_to}
    if unknown:
        raise LookupError(f"{table} has no {', '.join(sorted(unknown))}")
    merging = _Merging(db, REGISTER_RULES | rules)
    merging.merge(table, keep, remove, take=take)
    _repoint_not_duplicates(db, keep, remove)
    return merging.lost


def _repoint_not_duplicates(db: Database, keep: str, remove: str) -> None:
    """What was marked as different from the removed record is different from the kept one."""
    for key, one, other in db.rows(
        "select id, one, other from not_duplicate where ? in (one, other)", (remove,)
    ):
        first, second = sorted((keep, other if one == remove else one))
        known = db.value("select 1 from not_duplicate where one = ? and other = ?", (first, second))
        if first == second or known:
            db.delete_row("not_duplicate", key)
        else:
            db.update_row("not_duplicate", key, {"one": first, "other": second})


# --- the three that people merge ---------------------------------------------------------------------------------


@dataclass(frozen=True)
class Difference:
    """A fact in which two records differ, in words; `column` goes into `take` to choose the removed record's."""

    column: str
    heading: str
    kept: str
    removed: str


def differences(db: Database, table: str, keep: str, remove: str) -> list[Difference]:
    """The facts that a person may choose between: both records have them, they differ, and no rule decides."""
    kept, removed, name_of = _row(db, table, keep), _row(db, table, remove), names_in(db)
    return [
        Difference(
            fact.name,
            fact.heading,
            cell_words(table, fact.name, kept[fact.name], name_of),
            cell_words(table, fact.name, removed[fact.name], name_of),
        )
        for fact in facts.TABLES[table]
        if not fact.refers_to and _may_choose(table, fact.name, kept, removed)
    ]


_BOTH_ARE_KEPT = ("also_known_as", "notes")


def _may_choose(table: str, name: str, kept: Row, removed: Row) -> bool:
    values = (kept[name], removed[name])
    if None in values or "" in values or name == "archived_on" or name in _BOTH_ARE_KEPT:
        return False
    if name == "consent_on" and kept["consent"] != removed["consent"]:
        return False  # goes with how they agreed
    become = [
        {**kept, **_cells(REGISTER_RULES, table, kept, removed, take)}[name] for take in ((), _whole({name}))
    ]
    return become[0] != become[1]


def _whole(take: Collection[str]) -> set[str]:
    """How somebody agreed is one fact with the day of it."""
    return {*take, "consent_on"} if "consent" in take else set(take)


def merge_providers(
    db: Database, keep: str, remove: str, take: Collection[str] = (), *, rules: MergeRules, now: datetime
) -> Provider:
    """One provider of two; what the removed one ran, knew and came to is the kept one's.

    `take` names the facts to be had from the removed one. `rules` are those of all capabilities whose tables point
    at the register.
    """
    kept, removed = providers.provider(db, keep), providers.provider(db, remove)
    if kept.cqc_provider_id and removed.cqc_provider_id and _still_lists(db, "provider_id", remove):
        raise _still_registered(kept.name, removed.name, "Give both the same brand instead, or keep")
    if "cqc_provider_id" in take and kept.cqc_provider_id and _still_lists(db, "provider_id", keep):
        raise Problem(
            f"CQC still lists {kept.name} under {kept.cqc_provider_id}, so the next file would bring that number back. "
            "Use the number of the record that is kept."
        )
    with change(db, f"Merged {removed.name} into {kept.name}"):
        lost = _merge(db, "provider", keep, remove, take, rules)
        other = kept.name if "name" in take else removed.name
        _write_what_was_lost(db, lost, other, provider=keep, service=None, now=now)
        _whoever_runs_services_provides_care(db, keep)
    return providers.provider(db, keep)


def _whoever_runs_services_provides_care(db: Database, key: str) -> None:
    held = providers.provider(db, key)
    if not held.is_care_provider and (held.cqc_provider_id or services.services_of(db, key, archived=True)):
        db.update_row("provider", key, {"organisation": OrganisationKind.CARE_PROVIDER.value})


def merge_services(
    db: Database, keep: str, remove: str, take: Collection[str] = (), *, rules: MergeRules, now: datetime
) -> Service:
    """One service of two; the removed one's ratings, registration, contract, contacts and notes are the kept one's.

    Contacts and notes of the removed one come under the kept one's provider. Its name stays as another name.
    """
    kept, removed = services.service(db, keep), services.service(db, remove)
    if kept.cqc_location_id and removed.cqc_location_id and _still_lists(db, "service.id", remove):
        raise _still_registered(kept.name, removed.name, "Keep")
    _one_contract(db, kept, removed)
    with change(db, f"Merged {removed.name} into {kept.name}"):
        lost = _merge(db, "service", keep, remove, take, rules)
        _kind_has_number(db, kept, removed)
        follow_service(db, keep, kept.provider_id)
        _remember_location(db, keep, {kept.cqc_location_id, removed.cqc_location_id})
        other = kept.name if "name" in take else removed.name
        _write_what_was_lost(db, lost, other, provider=kept.provider_id, service=keep, now=now)
    return services.service(db, keep)


def merge_contacts(
    db: Database, keep: str, remove: str, take: Collection[str] = (), *, rules: MergeRules, now: datetime
) -> Contact:
    """One contact of two; what the removed one came to is the kept one's. What differs goes into the notes."""
    kept, removed = contacts.contact(db, keep), contacts.contact(db, remove)
    with change(db, f"Merged {removed.name} into {kept.name}"):
        lost = _merge(db, "contact", keep, remove, _whole(take), rules)
        other = kept.name if "name" in take else removed.name
        notes = [kept.notes, removed.notes, _said_of(other, lost, now) if lost else ""]
        text = "\n".join(dict.fromkeys(note for note in notes if note))
        if text != contacts.contact(db, keep).notes:
            db.update_row("contact", keep, {"notes": text})
    return contacts.contact(db, keep)


def _kind_has_number(db: Database, kept: Service, removed: Service) -> None:
    """A Problem when a Location ID and a kind come together that CQC does not register."""
    became = services.service(db, kept.id)
    if became.cqc_location_id and kept.kind is not removed.kind and not became.kind.is_registered_by_cqc:
        other = removed.kind if became.kind is kept.kind else kept.kind
        raise Problem(
            f"{became.name} would have a CQC Location ID, and CQC does not register services of the kind "
            f"{became.kind.label}. To merge them, choose the kind {other.label}."
        )


def _remember_location(db: Database, keep: str, numbers: set[str | None]) -> None:
    """An older file that has the other Location ID then speaks of the kept service."""
    for number in numbers - {None, services.service(db, keep).cqc_location_id}:
        db.insert_row("former_location", {"id": number, "service_id": keep})


def _still_lists(db: Database, column: str, key: str) -> bool:
    """Whether CQC lists the service, or a service of the provider, at its last word."""
    return bool(
        db.value(
            "select 1 from service join service_period on service_period.service_id = service.id "
            f"where {column} = ? and service_period.until_on is null and service.cqc_location_id is not null",
            (key,),
        )
    )


def _still_registered(kept: str, removed: str, instead: str) -> Problem:
    return Problem(
        f"{removed} and {kept} have CQC numbers of their own and CQC still lists {removed}, so the next file would "
        f"bring it back. {instead} {removed} and merge {kept} into it if CQC no longer lists {kept}."
    )


def _one_contract(db: Database, kept: Service, removed: Service) -> None:
    """A Problem when the two contracts stand differently: which of them counts is for a person to say."""
    stand = [_running(db, service.id) for service in (kept, removed)]
    if stand[0] and stand[1] and stand[0].status is not stand[1].status:
        raise Problem(
            f"The contract of {kept.name} is “{stand[0].words}” and that of {removed.name} is “{stand[1].words}”. "
            "End the one that does not count, then merge."
        )


def _running(db: Database, service: str) -> StatusPeriod | None:
    return next((period for period in contract_history(db, service) if period.until_on is None), None)


def _said_of(name: str, lost: list[str], now: datetime) -> str:
    return f"Merged with {name} on {date_words(now)}. What was recorded otherwise: {' '.join(lost)}"


def _write_what_was_lost(
    db: Database, lost: list[str], name: str, *, provider: str, service: str | None, now: datetime
) -> None:
    if lost:
        db.insert_row(
            "note",
            {
                "id": new_key(),
                "provider_id": provider,
                "service_id": service,
                "written_at": instant_text(now),
                "written_by": db.who,
                "text": _said_of(name, lost, now),
            },
        )
