"""The one SQLite library of this process: SQLCipher's, under sqlite-utils.

Two SQLite libraries in one process drop each other's file locks on Linux, and the library inside Python 3.11 has
the WAL-reset bug, so everything takes SQLite from here. sqlite-utils looks for `pysqlite3` first; it is given ours.
While it is imported pandas and numpy are hidden from it: it would load them only to know their types, which costs
a second at start-up.
"""

import sys
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

import sqlcipher3
from sqlcipher3 import dbapi2

from resources.database.data_key import DataKey

sys.modules["pysqlite3"] = sqlcipher3
sys.modules["pysqlite3.dbapi2"] = dbapi2

_hidden = [name for name in ("pandas", "numpy") if name not in sys.modules]
for _name in _hidden:
    sys.modules[_name] = None  # type: ignore[assignment]
import sqlite_utils  # noqa: E402

for _name in _hidden:
    del sys.modules[_name]

if TYPE_CHECKING:  # the same interface, and typed
    from sqlite3 import Connection, DatabaseError, IntegrityError, OperationalError
else:
    Connection = dbapi2.Connection
    DatabaseError = dbapi2.DatabaseError
    IntegrityError = dbapi2.IntegrityError
    OperationalError = dbapi2.OperationalError
SqliteUtilsDatabase = sqlite_utils.Database
SqliteUtilsTable = sqlite_utils.db.Table

__all__ = [
    "Connection",
    "DatabaseError",
    "IntegrityError",
    "OperationalError",
    "SqliteUtilsDatabase",
    "SqliteUtilsTable",
    "connect",
    "is_whole",
    "keep_to_memory",
    "quieten",
]


class _WholeText(Connection):
    """Whatever was typed, pasted or read comes by here: half a character, which no file can hold, becomes a mark."""

    def execute(self, sql: str, parameters: Any = (), /) -> Any:
        """As any connection's, once more with whole text where a text is not."""
        try:
            return super().execute(sql, parameters)
        except UnicodeEncodeError:
            return super().execute(sql, _whole(parameters))

    def executemany(self, sql: str, rows: Iterable[Any], /) -> Any:
        """As any connection's; each row is looked at before it is written."""
        return super().executemany(sql, map(_whole_row, rows))


def _whole_row(row: Any) -> Any:
    try:
        for cell in row:
            if type(cell) is str and not cell.isascii():
                cell.encode()
    except UnicodeEncodeError:
        return _whole(row)
    return row


def _whole(parameters: Any) -> Any:
    if isinstance(parameters, Mapping):
        return {name: _whole_cell(cell) for name, cell in parameters.items()}
    return tuple(_whole_cell(cell) for cell in parameters)


def _whole_cell(cell: Any) -> Any:
    """Two halves that belong together are put together: some clipboards bring them apart."""
    if not isinstance(cell, str):
        return cell
    return cell.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def connect(address: str, *, uri: bool = False, key: DataKey | None = None) -> Connection:
    """A connection that starts no transaction by itself. It belongs to the thread that made it.

    With a `key` it is one to a locked file: everything that it writes is encrypted, and a plain file is none to it.
    """
    connection: Connection = dbapi2.connect(
        address, uri=uri, isolation_level=None, timeout=10.0, factory=_WholeText
    )
    if key is not None:
        try:
            _unlock(connection, key)
        except BaseException:
            connection.close()
            raise
    return connection


def _unlock(connection: Connection, key: DataKey) -> None:
    """The key goes first of all; what is asked for before it is answered without it."""
    quieten(connection)
    connection.execute(f"pragma key = \"x'{key.reveal()}'\"")
    keep_to_memory(connection)


def quieten(connection: Connection) -> None:
    """Keep SQLCipher from writing a line to the console for each page that it cannot read."""
    connection.execute("pragma cipher_log_level = none")


def keep_to_memory(connection: Connection) -> None:
    """Nothing in the clear stays in a temporary file or on a page given back.

    SQLCipher could wipe what it gives back of its memory too, but for every connection of the process at once: the
    office's file would be six to fifteen times slower, and what Python has read stays in memory all the same.
    """
    connection.execute("pragma temp_store = memory")
    connection.execute("pragma secure_delete = on")


def _has_broken_seals(connection: Connection) -> bool:
    return connection.execute("pragma cipher_integrity_check").fetchone() is not None


def is_whole(connection: Connection, *, key: DataKey | None = None) -> bool:
    """Whether all of it can be read and fits together; of a locked file each page is held against its seal first."""
    if key is not None and _has_broken_seals(connection) and _has_broken_seals(connection):
        return (
            False  # twice, for it reads past SQLite's locks: another program may have been writing that page
        )
    return bool(connection.execute("pragma integrity_check(1)").fetchone()[0] == "ok")
