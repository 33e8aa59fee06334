"""What comes back of each table: which facts are compared, which columns go together, which refer to other rows."""

from collections.abc import Mapping
from dataclasses import dataclass

from engagement.forums.row_words import FIELDS as FORUM_FIELDS
from engagement.register import facts
from engagement.register.differences import cell_words
from engagement.register.vocabulary import ConsentBasis, ContactRole
from resources.database import Database
from resources.differences import NameOf
from resources.tables import Cell

Row = Mapping[str, Cell]

TABLES = ("provider", "service", "contact", "participant")
"""Those of which rows and changed facts come back, each after those that it refers to. The log comes after them."""

ADDED = ("check_in", "iwork_interest")
"""Those of which rows are only ever added: what was told at the door stays as it was told."""

REFERS: Mapping[str, Mapping[str, str]] = {
    "provider": {},
    "service": {"provider_id": "provider"},
    "contact": {"provider_id": "provider", "service_id": "service"},
    "participant": {
        "contact_id": "contact",
        "provider_id": "provider",
        "service_id": "service",
        "substitute_for_id": "participant",
    },
}


@dataclass(frozen=True)
class FactOf:
    """A fact that a person chooses as one: its first column is the one that is shown."""

    table: str
    columns: tuple[str, ...]
    heading: str

    @property
    def column(self) -> str:
        """The column that is shown."""
        return self.columns[0]

    def of(self, row: Row) -> tuple[Cell, ...]:
        """The fact in a row; no text and nothing at all are the same."""
        return tuple(row.get(column) or None for column in self.columns)

    def is_blank(self, row: Row) -> bool:
        """Whether nothing was said: also a role of "Other", a consent that is not recorded, a walk-in's reply."""
        said = row.get(self.column)
        return said in (None, "") or (self.table, self.column, said) in _UNSAID

    def words(self, row: Row | None, name_of: NameOf) -> str:
        """The fact as people read it; empty for a row that was not there."""
        if row is None:
            return ""
        if self.table == "participant":
            known = FORUM_FIELDS["participant"][self.column]
            return known.read(row.get(self.column), name_of)
        return cell_words(self.table, self.column, row.get(self.column), name_of)


_UNSAID = {
    ("contact", "role", ContactRole.OTHER.value),
    ("contact", "consent", ConsentBasis.NOT_RECORDED.value),
    ("participant", "reply", "cancelled"),
    ("participant", "role", "delegate"),
}
_WITH: Mapping[tuple[str, str], tuple[str, ...]] = {
    ("contact", "consent"): ("consent_on",),
    ("participant", "reply"): ("answered_at", "offer_expires_at", "waiting_since", "waiting_number"),
}
_GO_ALONG = {column for columns in _WITH.values() for column in columns}


def _facts_of(table: str, named: Mapping[str, str]) -> tuple[FactOf, ...]:
    return tuple(
        FactOf(table, (column, *_WITH.get((table, column), ())), heading)
        for column, heading in named.items()
        if column not in _GO_ALONG
    )


_OF_PARTICIPANT = ("reply", "role", "service_id", "substitute_for_id", "note")

FACTS: Mapping[str, tuple[FactOf, ...]] = {
    **{
        table: _facts_of(table, {fact.name: fact.heading for fact in facts.TABLES[table]})
        for table in TABLES[:3]
    },
    "participant": _facts_of(
        "participant", {name: FORUM_FIELDS["participant"][name].heading for name in _OF_PARTICIPANT}
    ),
}
"""What is worked out from other rows, such as a status, is not among them."""

JOINED = ("contact", "notes")
"""Notes do not travel: what was written at the door is put after what the office has."""


def row_of(db: Database, table: str, key: str) -> Row:
    """The row of the office's file with this key."""
    return next(iter(db.query(f'select * from "{table}" where id = ?', (key,))))
