"""Which row of the office's file a row of the door file is: by its key, as noted before, by what the office merged it
into, or by its name."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property

from engagement.forums.door_files.returned import Returned
from engagement.forums.door_files.tables import REFERS, Row
from engagement.register.names import folded, without_company_words
from resources.database import Database
from resources.database.history import ChangeKind, tracked_tables
from resources.tables import Cell


class Is(Enum):
    """How a row of the door file stands in the office's."""

    SAME = "same"
    """There under its own key, or under another by which it is known."""
    NAMED = "named"
    """Made at the door, while another of that name was made in the office or at another door."""
    NEW = "new"
    """Made at the door."""
    REMOVED = "removed"
    """There when the door file left, and in the office no more."""


@dataclass(frozen=True)
class Resolved:
    """`key` is the row's key in the office's file; its own where it has to be added."""

    how: Is
    key: str

    @property
    def is_there(self) -> bool:
        """Whether the office's file has the row."""
        return self.how in (Is.SAME, Is.NAMED)


@dataclass
class Resolver:
    """Asks once for each row. `apart` are keys of people whom somebody said to be others than those of their name."""

    db: Database
    returned: Returned
    apart: frozenset[str] = frozenset()
    known: dict[tuple[str, str], Resolved] = field(default_factory=dict)

    def of(self, table: str, key: str) -> Resolved:
        """The row of the office's file."""
        found = self.known.get((table, key))
        if found is None:
            found = self.known[table, key] = self._asked(table, key)
        return found

    def mapped(self, table: str, row: Row) -> dict[str, Cell]:
        """The row with the office's keys in place of the door's."""
        cells = dict(row)
        for column, other in REFERS[table].items():
            if row.get(column) and (table, column) != ("participant", "substitute_for_id"):
                cells[column] = self.of(other, str(row[column])).key
            elif row.get(column):
                cells[column] = self._stand_in_for(str(row[column]))
        return cells

    def _stand_in_for(self, key: str) -> str:
        return self.of("participant", key).key

    def _asked(self, table: str, key: str) -> Resolved:
        there = self._key_there(table, key)
        if there is not None:
            return Resolved(Is.SAME, there)
        row = self.returned.row(table, key)
        named = None if key in self.apart else self._named(table, row)
        if named is not None:
            return Resolved(Is.NAMED, named)
        was_there = key in self.returned.left[table] or key not in self.returned.changed[table]
        return Resolved(Is.REMOVED if was_there else Is.NEW, key)

    def _key_there(self, table: str, key: str) -> str | None:
        if _is_there(self.db, table, key):
            return key
        noted = self.db.value(
            "select row_key from door_key where door_file_id = ? and table_name = ? and door_key = ?",
            (self.returned.mark.id, table, key),
        )
        if noted is not None:
            return noted if _is_there(self.db, table, noted) else followed(self.db, table, noted)
        return followed(self.db, table, key)

    def _named(self, table: str, row: Row) -> str | None:
        return _FINDERS[table](self, row)

    def provider_named(self, row: Row) -> str | None:
        """By CQC's number, by the very name as the door itself finds it, else without Ltd for a person typed twice."""
        numbered = _by_number(self.db, "provider", "cqc_provider_id", row)
        if numbered is not None:
            return numbered
        return self._providers.get(folded(str(row["name"]))) or self._written_another_way(row)

    def _written_another_way(self, row: Row) -> str | None:
        """The one provider whose name is the same but for Ltd or plc, and which has somebody of the same name."""
        plain = without_company_words(str(row["name"]))
        typed = {
            folded(str(one["name"]))
            for key, one in self.returned.changed["contact"].items()
            if one["provider_id"] == row["id"] and key not in self.apart
        }
        alike = [key for name, key in self._plain_names if name == plain]
        if not typed or len(alike) != 1:
            return None
        there = self.db.rows(
            "select name from contact where provider_id = ? and archived_on is null", (alike[0],)
        )
        return alike[0] if any(folded(name) in typed for (name,) in there) else None

    @cached_property
    def _plain_names(self) -> list[tuple[str, str]]:
        rows = self.db.rows("select name, id from provider where archived_on is null order by id")
        return [(without_company_words(name), key) for name, key in rows]

    @cached_property
    def _providers(self) -> dict[str, str]:
        """The first provider of each name, as the door reads names."""
        rows = self.db.rows("select name, id from provider where archived_on is null order by id desc")
        return {folded(name): key for name, key in rows}

    def service_named(self, row: Row) -> str | None:
        """By CQC's number, else by its name at the same provider."""
        numbered = _by_number(self.db, "service", "cqc_location_id", row)
        if numbered is not None:
            return numbered
        provider = self.of("provider", str(row["provider_id"]))
        rows = self.db.rows(
            "select id, name from service where provider_id = ? and archived_on is null order by id",
            (provider.key,),
        )
        return next((key for key, name in rows if folded(name) == folded(str(row["name"]))), None)

    def contact_named(self, row: Row) -> str | None:
        """The one person of that name at the same provider, and at the same service where both say one."""
        cells = self.mapped("contact", row)
        at = cells["service_id"]
        found = [
            key
            for key, name, service in self.db.rows(
                "select id, name, service_id from contact where provider_id = ? and archived_on is null order by id",
                (cells["provider_id"],),
            )
            if folded(name) == folded(str(row["name"])) and (not at or service in (None, at))
        ]
        return str(found[0]) if len(found) == 1 else None

    def participant_named(self, row: Row) -> str | None:
        """The one that the same person is at the same event."""
        found = self.db.value(
            "select id from participant where event_id = ? and contact_id = ?",
            (row["event_id"], self.of("contact", str(row["contact_id"])).key),
        )
        return str(found) if found else None


_FINDERS = {
    "provider": Resolver.provider_named,
    "service": Resolver.service_named,
    "contact": Resolver.contact_named,
    "participant": Resolver.participant_named,
}


def _is_there(db: Database, table: str, key: str) -> bool:
    return bool(db.value(f'select 1 from "{table}" where id = ?', (key,)))


def _by_number(db: Database, table: str, column: str, row: Row) -> str | None:
    if not row.get(column):
        return None
    found = db.value(f'select id from "{table}" where "{column}" = ?', (row[column],))
    return str(found) if found else None


def followed(db: Database, table: str, key: str) -> str | None:
    """The row that a row, gone since, was merged into: what pointed at the one points at the other.

    Told from the change that removed it; None where nothing tells.
    """
    for _ in range(20):  # merged again and again, but never in a circle without end
        last = db.row(
            "select change.id, change.kind from history_row cross join history_change as change "
            "where change.id = change_id and table_name = ? and row_id = ? and history_row.kind = 'delete' "
            "order by change.id desc limit 1",
            (table, key),
        )
        is_merge = (
            last is not None and last[1] != ChangeKind.UNDO.value
        )  # an undo unmakes, and merges nothing
        into = _merged_into(db, table, key, last[0]) if last and is_merge else None
        if into is None or _is_there(db, table, into):
            return into
        key = into
    return None


def _merged_into(db: Database, table: str, key: str, change: int) -> str | None:
    for name in tracked_tables(db):
        for column in (row[3] for row in db.rows(f'pragma foreign_key_list("{name}")') if row[2] == table):
            row_id = db.value(
                "select row_id from history_row where change_id = ? and table_name = ? and kind = 'update' "
                "and json_extract(before, ?) = ? order by id limit 1",
                (change, name, f'$."{column}"', key),
            )
            into = _after(db, name, row_id, column, change) if row_id else None
            if into and into != key:
                return into
    others = db.rows(
        "select distinct row_id from history_row where change_id = ? and table_name = ? and kind = 'update' "
        "and row_id <> ?",
        (change, table, key),
    )
    return str(others[0][0]) if len(others) == 1 else None


def _after(db: Database, table: str, row_id: str, column: str, change: int) -> str | None:
    """What a change made of a cell: the row's next record has it, or the row itself."""
    later = db.value(
        "select before from history_row where row_id = ? and table_name = ? and change_id > ? order by id limit 1",
        (row_id, table, change),
    )
    if later:
        cells: Mapping[str, Cell] = json.loads(later)
        return str(cells.get(column) or "") or None
    found = db.value(f'select "{column}" from "{table}" where id = ?', (row_id,))
    return str(found) if found else None
