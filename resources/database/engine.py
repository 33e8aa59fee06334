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


def connect(address: str, *, uri: bool = False) -> Connection:
    """A connection that starts no transaction by itself. It belongs to the thread that made it."""
    connection: Connection = dbapi2.connect(
        address, uri=uri, isolation_level=None, timeout=10.0, factory=_WholeText
    )
    return connection
