"""How people read the columns of the register's tables, for the history of their rows and for comparing two."""

from collections.abc import Mapping
from functools import partial

from engagement.register import facts
from engagement.register.facts import Fact
from resources.database import Database
from resources.database.history import RowVersion, of_row
from resources.differences import NOTHING, FieldWords, NameOf, said_day, said_flag, said_word
from resources.tables import Cell

__all__ = ["FIELDS", "NOTHING", "NameOf", "cell_words", "names_in"]


def _said(known: Fact, cell: Cell) -> str:
    if known.words is not None:
        return said_word(known.words)(cell)
    if known.check is facts.day:
        return said_day(cell)
    if known.check is facts.flag:
        return said_flag(cell)
    return str(cell)


KINDS: Mapping[str, str] = {
    "cqc_file": "CQC file",
    "contract_status": "Contract",
    "former_location": "Former CQC location",
    "not_duplicate": "Not a duplicate",
    "office": "Setting",
    "other_location": "Location outside social care",
    "published_market": "Published figures",
    "service_period": "CQC period",
}
FIELDS: Mapping[str, Mapping[str, FieldWords]] = {
    table: {
        known.name: FieldWords(known.heading, partial(_said, known), known.refers_to) for known in columns
    }
    for table, columns in facts.TABLES.items()
}


def cell_words(table: str, column: str, cell: Cell, name_of: NameOf | None = None) -> str:
    """A cell as people read it: fixed words by their label, dates in full, keys by name."""
    return FIELDS.get(table, {}).get(column, FieldWords(column)).read(cell, name_of)


def names_in(db: Database) -> NameOf:
    """Names of providers, services and contacts as they are now; one that is gone by its last name."""

    def name_of(table: str, key: str) -> str:
        name = db.value(f'select name from "{table}" where id = ?', (key,))
        return str(name or _last_name(of_row(db, table, key)) or "one that is gone")

    return name_of


def _last_name(versions: list[RowVersion]) -> str | None:
    images: list[Mapping[str, Cell]] = [version.before for version in versions if version.before]
    return str(images[0].get("name")) if images else None
