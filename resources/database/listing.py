"""Listings: derived tables that big tables on screen read from, kept up to date at the end of every change.

A listing holds a line for each thing listed (a service with its provider's name, its current rating and so on), an
index for each sortable column and a full-text index. It is not tracked: it follows from tracked tables alone, and it
is made anew when its definition has changed.
"""

import hashlib
import re
import sys
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from resources.tables import Cell, Column, ColumnKind

if TYPE_CHECKING:
    from resources.database.database import Database

MOST_HITS = 256
"""A filter's text answers with this many hits: more than a person reads, few enough to be instant."""

_MANY = 2_000
"""From so many changed lines on it is quicker to make the indexes anew than to keep them in step."""


_FORM = 3
"""Raised when this module makes a listing's tables in another way, so that those in files are made anew."""

_MOST_WORDS = 32
"""Of a text pasted into a filter the rest adds nothing but time."""

_PREFIXES = (1, 2, 3)
"""The beginnings of words, by their length, that the full-text index answers at once."""

_AT_ONCE = 16 * 1024 * 1024
"""The full-text index is written in portions of this many bytes: one portion, in one piece, for most offices."""

_MOST_ENDINGS = 16
"""Up to so many words with one beginning are looked for one by one."""


@dataclass(frozen=True)
class Condition:
    """The column holds one of the values; None among them stands for "empty"."""

    column: str
    values: tuple[Cell, ...]


@dataclass(frozen=True)
class Query:
    """What a table shows: words typed (the start of each is enough), conditions that all hold, and the order."""

    text: str = ""
    conditions: tuple[Condition, ...] = ()
    order_by: str = ""
    descending: bool = False


@dataclass(frozen=True)
class Count:
    """How many lines; `capped` when there are at least that many."""

    number: int
    capped: bool = False


@dataclass(frozen=True)
class Listing:
    """One derived table, `listing_<name>`.

    `fill` selects `id` and then each column (and each of `hidden`) for the keys in the temporary table `affected`.
    `depends` says for each tracked table which keys a change to its rows concerns, as SQL over `changed (row_id,
    before)`: see `own_rows`, `rows_by`; the lines are of the tables that have `own_rows` there. `sort_by` names another
    column (of `columns` or `hidden`) to sort by.
    """

    name: str
    columns: tuple[Column, ...]
    fill: str
    depends: Mapping[str, str]
    searched: tuple[str, ...]
    hidden: tuple[Column, ...] = ()
    sort_by: Mapping[str, str] = field(default_factory=dict)
    default_order: str = ""

    @property
    def table(self) -> str:
        """The table's name in SQL."""
        return f"listing_{self.name}"

    @property
    def lines_of(self) -> tuple[str, ...]:
        """The tables whose rows have a line each."""
        return tuple(table for table, keys in self.depends.items() if keys == own_rows())

    @cached_property
    def definition(self) -> str:
        """A fingerprint: when it differs from the one in the file the listing is made anew."""
        made_of = (
            self.columns,
            self.hidden,
            self.fill,
            dict(self.depends),
            self.searched,
            dict(self.sort_by),
        )
        text = repr((_FORM, *made_of))
        return hashlib.sha256(text.encode()).hexdigest()

    def count(self, db: "Database", query: Query) -> Count:
        """How many lines the query has; with text, no more than the hits that are shown."""
        where, params = self._where(db, query)
        if _words(query.text):
            number = db.value(f"select count(*) from (select 1 {where} limit {MOST_HITS})", params)
            return Count(number, capped=number == MOST_HITS)
        return Count(db.value(f"select count(*) {where}", params))

    def page(self, db: "Database", query: Query, *, offset: int, limit: int) -> list[tuple[Any, ...]]:
        """Lines from `offset` on: the key first, then a cell per column."""
        shown = ", ".join(f'line."{column.name}"' for column in self.columns)
        where, params = self._where(db, query)
        inner = f"select line.rowid {where}"
        if _words(query.text):
            inner += f" limit {MOST_HITS}"
        order, inner_order = self._order("line", query), self._order("line", query)
        if not _words(query.text):
            # The inner query is answered from one index; only the lines of the page are then fetched whole.
            inner += f" order by {inner_order} limit ? offset ?"
            return db.rows(
                f"select line.id, {shown} from {self.table} as line where line.rowid in ({inner}) order by {order}",
                (*params, limit, offset),
            )
        return db.rows(
            f"select line.id, {shown} from {self.table} as line where line.rowid in ({inner}) order by {order} "
            "limit ? offset ?",
            (*params, limit, offset),
        )

    def keys(self, db: "Database", query: Query) -> list[str]:
        """The key of every line that meets the query."""
        where, params = self._where(db, query)
        return [
            key for (key,) in db.rows(f"select line.id {where} order by {self._order('line', query)}", params)
        ]

    def choices(self, db: "Database", column: str) -> list[Cell]:
        """The values that occur in a column, for a filter to offer."""
        self._known(column)
        sort = self.sort_by.get(column, column)
        return [
            value
            for (value,) in db.rows(
                f'select "{column}" from {self.table} group by "{column}" order by min("{sort}")'
            )
        ]

    def position(self, db: "Database", query: Query, key: str) -> int | None:
        """Where the line with this key stands in the query's order, from 0; None when it is not in it."""
        where, params = self._where(db, query)
        if _words(query.text):
            keys = [row[0] for row in self.page(db, query, offset=0, limit=MOST_HITS)]
            return keys.index(key) if key in keys else None
        column = self._order_column(query)
        meets = f"{where} {'and' if query.conditions else 'where'}"
        line = db.row(f'select line."{column}" {meets} line.id = ?', (*params, key))
        if line is None:
            return None
        counts = _ahead(f'line."{column}"', line[0], key, descending=query.descending)
        return sum(
            int(db.value(f"select count(*) {meets} {test}", (*params, *cells))) for test, cells in counts
        )

    def _known(self, column: str) -> None:
        if column not in {known.name for known in (*self.columns, *self.hidden)}:
            raise LookupError(f"the listing {self.name} has no column {column}")

    def _where(self, db: "Database", query: Query) -> tuple[str, list[Cell]]:
        source, params, tests = f"from {self.table} as line", list[Cell](), list[str]()
        match = " AND ".join(self._match(db, word) for word in _words(query.text))
        if match:
            source = f"from {self.table}_fts as hit join {self.table} as line on line.rowid = hit.rowid"
            tests.append(f"{self.table}_fts match ?")
            params.append(match)
        for condition in query.conditions:
            self._known(condition.column)
            values = [value for value in condition.values if value is not None]
            test = f'line."{condition.column}" in ({", ".join("?" for _ in values)})'
            if len(values) < len(condition.values):
                test = f'({test} or line."{condition.column}" is null)'
            tests.append(test)
            params.extend(values)
        return (f"{source} where {' and '.join(tests)}" if tests else source), params

    def _match(self, db: "Database", word: str) -> str:
        """The full-text query for words that begin so.

        A beginning that is not indexed makes FTS5 go through every hit of it before it gives the first. The words
        themselves, where they are few, give their first hits at once. Only of plain letters is it certain how the
        index folds them.
        """
        if len(word) > max(_PREFIXES) and word.isascii():
            first = word.lower()
            words = db.rows(
                f"select term from {self.table}_fts_words where term >= ? and term < ? limit ?",
                (first, first + chr(sys.maxunicode), _MOST_ENDINGS + 1),
            )
            if 0 < len(words) <= _MOST_ENDINGS:
                return "(" + " OR ".join(f'"{whole}"' for (whole,) in words) + ")"
        return f'"{word}"*'

    def _order(self, line: str, query: Query) -> str:
        way = " desc" if query.descending else ""
        return f'{line}."{self._order_column(query)}"{way}, {line}.id{way}'

    def _order_column(self, query: Query) -> str:
        chosen = query.order_by or self.default_order or self.columns[0].name
        self._known(chosen)
        return self.sort_by.get(chosen, chosen)


def _ahead(column: str, cell: Cell, key: str, *, descending: bool) -> list[tuple[str, tuple[Cell, ...]]]:
    """Which lines come before the one with this cell and key: each test is a stretch of the column's index."""
    way = ">" if descending else "<"
    if cell is not None:
        nearer = (f"({column}, line.id) {way} (?, ?)", (cell, key))
        return [nearer] if descending else [nearer, (f"{column} is null", ())]  # empty cells sort lowest
    same = (f"{column} is null and line.id {way} ?", (key,))
    return [same, (f"{column} is not null", ())] if descending else [same]


_ACCENTS = re.compile("[\u0300-\u036f]+")
_WORD = re.compile("[^\\W_\u19b0-\u19c9\u1cf2\u1cf3]+")
"""What the full-text index takes for a word. It parts some letters of scripts that Python joins."""


def _words(text: str) -> list[str]:
    """The words of a text as typed, hyphens and apostrophes parting them."""
    return _WORD.findall(_ACCENTS.sub("", unicodedata.normalize("NFC", text)))[:_MOST_WORDS]


def own_rows() -> str:
    """The listing's key is the changed row's own."""
    return "select row_id from changed"


def rows_by(table: str, column: str) -> str:
    """The listing's key stands in `column` of the changed row, as it was or as it is."""
    return (
        f"select json_extract(before, '$.{column}') from changed where before is not null "
        f'union select "{column}" from "{table}" where id in (select row_id from changed)'
    )


def prepare_listings(db: "Database", *, anew: bool = False) -> None:
    """Make every listing whose definition is not the one in the file, or all anew, and drop those that are no more."""
    db.execute(
        "create table if not exists derived_listing (name text primary key, definition text not null) strict"
    )
    known = dict(db.rows("select name, definition from derived_listing"))
    for name in known.keys() - {listing.name for listing in db.listings}:
        _drop(db, name)
    for listing in db.listings:
        if anew or known.get(listing.name) != listing.definition:
            _drop(db, listing.name)
            _create(db, listing)


_SQL_TYPES = {
    ColumnKind.NUMBER: "integer",
    ColumnKind.MONEY: "integer",
    ColumnKind.POINTS: "integer",
    ColumnKind.FLAG: "integer",
    ColumnKind.PERCENT: "real",
}


def _drop(db: "Database", name: str) -> None:
    db.execute(f"drop table if exists listing_{name}_fts_words")
    db.execute(f"drop table if exists listing_{name}_fts")
    db.execute(f"drop table if exists listing_{name}")
    db.execute("delete from derived_listing where name = ?", (name,))


def _create(db: "Database", listing: Listing) -> None:
    columns = ", ".join(
        f'"{column.name}" {_SQL_TYPES.get(column.kind, "text collate nocase")}'
        for column in (*listing.columns, *listing.hidden)
    )
    db.execute(f"create table {listing.table} (id text primary key, {columns}) strict")
    searched = ", ".join(f'"{name}"' for name in listing.searched)
    db.execute(
        f"create virtual table {listing.table}_fts using fts5 ({searched}, content='{listing.table}', "
        f"content_rowid='rowid', prefix='{' '.join(map(str, _PREFIXES))}', detail='none', columnsize=0, "
        'tokenize="unicode61 remove_diacritics 2")'
    )
    db.execute(f"insert into {listing.table}_fts ({listing.table}_fts, rank) values ('hashsize', {_AT_ONCE})")
    db.execute(f"create virtual table {listing.table}_fts_words using fts5vocab({listing.table}_fts, row)")
    db.execute("insert into derived_listing values (?, ?)", (listing.name, listing.definition))
    _fill_whole(db, listing)


def _sorted_columns(listing: Listing) -> list[str]:
    names = [listing.sort_by.get(column.name, column.name) for column in listing.columns]
    return list(dict.fromkeys(names))


def _index(db: "Database", listing: Listing) -> None:
    for name in _sorted_columns(listing):
        db.execute(f'create index "{listing.table}_{name}" on {listing.table} ("{name}", id)')
    fts, names = f"{listing.table}_fts", listing.searched
    new, old = (", ".join(f'{row}."{name}"' for name in names) for row in ("new", "old"))
    listed = ", ".join(f'"{name}"' for name in names)
    add = f"insert into {fts} (rowid, {listed}) values (new.rowid, {new});"
    remove = f"insert into {fts} ({fts}, rowid, {listed}) values ('delete', old.rowid, {old});"
    for what, event, body in (
        ("added", "insert", add),
        ("removed", "delete", remove),
        ("changed", f"update of {listed}", f"{remove} {add}"),
    ):
        db.execute(f"create trigger {listing.table}_{what} after {event} on {listing.table} begin {body} end")


def _all_columns(listing: Listing) -> list[str]:
    return [column.name for column in (*listing.columns, *listing.hidden)]


def _unindex(db: "Database", listing: Listing) -> None:
    for name in _sorted_columns(listing):
        db.execute(f'drop index if exists "{listing.table}_{name}"')
    for what in ("added", "removed", "changed"):
        db.execute(f"drop trigger if exists {listing.table}_{what}")


def _fill_whole(db: "Database", listing: Listing) -> None:
    _unindex(db, listing)
    db.execute(f"delete from {listing.table}")
    db.execute("delete from temp.affected")
    for table in listing.lines_of:
        db.execute(f'insert or ignore into temp.affected select id from "{table}" order by id')
    names = ", ".join(f'"{name}"' for name in _all_columns(listing))
    db.execute(f"insert into {listing.table} (id, {names}) {listing.fill}")
    db.execute(f"insert into {listing.table}_fts ({listing.table}_fts) values ('rebuild')")
    _index(db, listing)


def refresh_listings(db: "Database", change_id: int) -> None:
    """Bring every listing in step with what a change did."""
    touched = {
        name
        for (name,) in db.rows(
            "select distinct table_name from history_row where change_id = ?", (change_id,)
        )
    }
    for listing in db.listings:
        concerned = touched & listing.depends.keys()
        if concerned:
            _refresh(db, listing, change_id, concerned)


def _refresh(db: "Database", listing: Listing, change_id: int, concerned: set[str]) -> None:
    db.execute("delete from temp.affected")
    for table in sorted(concerned, key=listing.lines_of.__contains__, reverse=True):
        db.execute(
            "with changed as (select row_id, before from history_row where change_id = ? and table_name = ?) "
            f"insert or ignore into temp.affected select * from ({listing.depends[table]}) where 1",
            (change_id, table),
        )
        if db.value("select count(*) from temp.affected") > _MANY:
            _fill_whole(db, listing)
            return
    _bring_in_step(db, listing)


def _bring_in_step(db: "Database", listing: Listing) -> None:
    """Write only the cells that differ: each index left alone is a page less to make durable."""
    names = _all_columns(listing)
    listed = ", ".join(f'"{name}"' for name in names)
    held = {
        row[0]: row[1:]
        for row in db.rows(
            f"select id, {listed} from {listing.table} where id in (select id from temp.affected)"
        )
    }
    wanted = {row[0]: row[1:] for row in db.rows(listing.fill)}
    db.conn.executemany(
        f"delete from {listing.table} where id = ?", ((key,) for key in held.keys() - wanted.keys())
    )
    new = ((key, *cells) for key, cells in wanted.items() if key not in held)
    db.insert_rows(listing.table, ("id", *names), new)
    for places, keys in _differences(held, wanted).items():
        changed = [names[place] for place in places]
        rows = [(*(wanted[key][place] for place in places), key) for key in keys]
        db.update_rows(listing.table, changed, rows)


def _differences(
    held: Mapping[str, tuple[Cell, ...]], wanted: Mapping[str, tuple[Cell, ...]]
) -> dict[tuple[int, ...], list[str]]:
    """The keys of the lines in both, by the places of the cells that differ."""
    found: dict[tuple[int, ...], list[str]] = {}
    for key in held.keys() & wanted.keys():
        pairs = enumerate(zip(held[key], wanted[key], strict=True))
        if places := tuple(place for place, (before, after) in pairs if before != after):
            found.setdefault(places, []).append(key)
    return found
