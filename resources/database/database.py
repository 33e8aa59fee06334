"""Our Database: sqlite-utils' with the settings, the transaction and the writes that this program relies on."""

from collections.abc import Callable, Generator, Iterable, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from resources.database.data_key import DataKey
from resources.database.engine import Connection, DatabaseError, SqliteUtilsDatabase, SqliteUtilsTable
from resources.database.many_rows import insert_many
from resources.database.refusals import DamagedFile
from resources.problem import Problem
from resources.tables import Cell

if TYPE_CHECKING:
    from resources.database.history import Change, OpenChange
    from resources.database.listing import Listing

Params = Sequence[Any] | Mapping[str, Any]


_SETTINGS = (
    "foreign_keys = on",
    "busy_timeout = 10000",
    "trusted_schema = off",
    "cache_size = -32000",
    "temp_store = memory",
)
_SETTINGS_OF_A_WRITER = (
    "journal_mode = wal",
    "synchronous = full",
    # The change that sets off a checkpoint waits for it: with 1,000 pages, SQLite's own number, that is more than one
    # change in a hundred; with 4,000 it is one in three hundred.
    "wal_autocheckpoint = 4000",
    "journal_size_limit = 33554432",  # after a great import the -wal gives its space back
)


class TrackedTable(SqliteUtilsTable):
    """A table of sqlite-utils that can't drop the history's triggers."""

    def transform(self, *_arguments: Any, **_options: Any) -> Any:
        """Refused: sqlite-utils' transform drops triggers without a word, the history's among them."""
        raise TypeError("write the migration in SQL: transform() would drop the history's triggers")


class Database(SqliteUtilsDatabase):
    """One connection to the office's file. It belongs to the thread that made it.

    `who` is the person at the desk, `listings` the derived tables kept up to date at the end of each change,
    `on_change` what is told of each change after it is durable, `key` what a locked file is locked with.
    """

    def __init__(
        self,
        connection: Connection,
        *,
        who: str,
        listings: tuple["Listing", ...] = (),
        read_only: bool = False,
        key: DataKey | None = None,
    ) -> None:
        super().__init__(connection, execute_plugins=False)
        self.who = who
        self.key = key
        self.listings = listings
        self.on_change: list[Callable[[Change], None]] = []
        self.open_change: OpenChange | None = None
        with in_plain_words():
            for setting in (*_SETTINGS, *(("query_only = on",) if read_only else _SETTINGS_OF_A_WRITER)):
                connection.execute(f"pragma {setting}")
            if not read_only:  # the keys of the lines that a change concerns: see listing.py
                connection.execute("create temp table affected (id text primary key) without rowid")

    @contextmanager
    def atomic(self) -> Generator["Database", None, None]:
        """One transaction, begun IMMEDIATE: a deferred one can fail at its first write when two connections write.

        A nested block is a savepoint. Errors of the machine (full disk, read-only folder) come out as `Problem`.
        """
        with in_plain_words():
            if self.conn.in_transaction:
                with super().atomic():
                    yield self
                return
            self.conn.execute("begin immediate")
            try:
                yield self
                self._refuse_lost_transaction()
                self.conn.execute("commit")
            except BaseException:
                self.rollback()
                raise

    def _refuse_lost_transaction(self) -> None:
        """A full disk makes SQLite roll back by itself; whoever caught that error would go on writing nothing."""
        if not self.conn.in_transaction:
            raise Problem(
                "The disk was full or did not answer, so nothing was saved. Free some space, then do it again."
            )

    def execute(self, sql: str, parameters: Any = None) -> Any:
        """As sqlite-utils', with the machine's errors as `Problem`."""
        with in_plain_words():
            return super().execute(sql, parameters)

    def query(self, sql: str, params: Any = None) -> Generator[dict[str, Any], None, None]:
        """As sqlite-utils': each row as a dictionary."""
        with in_plain_words():
            rows: Iterable[dict[str, Any]] = super().query(sql, params)
        return _in_plain_words(rows)

    def table(self, table_name: str, **options: Any) -> "TrackedTable":
        """As sqlite-utils', without `transform`."""
        return TrackedTable(self, table_name, **options)

    def rows(self, sql: str, params: Params = ()) -> list[tuple[Any, ...]]:
        """Every row as a tuple."""
        with in_plain_words():
            return self.conn.execute(sql, params).fetchall()

    def row(self, sql: str, params: Params = ()) -> tuple[Any, ...] | None:
        """The first row, or None."""
        with in_plain_words():
            row: tuple[Any, ...] | None = self.conn.execute(sql, params).fetchone()
            return row

    def value(self, sql: str, params: Params = ()) -> Any:
        """The first cell of the first row, or None."""
        row = self.row(sql, params)
        return None if row is None else row[0]

    def insert_row(self, table: str, values: Mapping[str, Cell]) -> None:
        """Add one row. A table or column that does not exist is an error."""
        names = ", ".join(f'"{name}"' for name in values)
        marks = ", ".join("?" for _ in values)
        self.conn.execute(f'insert into "{table}" ({names}) values ({marks})', tuple(values.values()))

    def insert_rows(self, table: str, columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> None:
        """Add many rows with one prepared statement."""
        insert_many(self, table, columns, rows)

    def update_row(self, table: str, key: str, values: Mapping[str, Cell]) -> None:
        """Change the named columns of one row; a row that is not there is an error."""
        names = ", ".join(f'"{name}" = ?' for name in values)
        done = self.conn.execute(f'update "{table}" set {names} where id = ?', (*values.values(), key))
        if done.rowcount != 1:
            raise LookupError(f"{table} has no row {key}")

    def update_rows(self, table: str, columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> None:
        """Change many rows: each sequence holds the columns' values and, last, the row's key."""
        names = ", ".join(f'"{name}" = ?' for name in columns)
        self.conn.executemany(f'update "{table}" set {names} where id = ?', rows)

    def delete_row(self, table: str, key: str) -> None:
        """Remove one row; a row that is not there is an error."""
        if self.conn.execute(f'delete from "{table}" where id = ?', (key,)).rowcount != 1:
            raise LookupError(f"{table} has no row {key}")


@contextmanager
def in_plain_words() -> Generator[None, None, None]:
    """The machine's errors inside come out as `Problem`; ours come out as they are."""
    try:
        yield
    except DatabaseError as error:
        problem = as_problem(error)
        if problem is None:
            raise
        raise problem from error
    except OverflowError as error:
        if "SQLite INTEGER" not in str(error):
            raise
        raise Problem(
            "A number is larger than any that can be kept, so nothing was saved. Check its noughts."
        ) from error


def _in_plain_words(rows: Iterable[dict[str, Any]]) -> Generator[dict[str, Any], None, None]:
    with in_plain_words():
        yield from rows


_TROUBLES: dict[str, tuple[type[Problem], str]] = {
    "disk is full": (Problem, "The disk is full, so nothing was saved. Free some space, then do it again."),
    "readonly database": (
        Problem,
        "The file can only be read, so nothing was saved. Open it from a folder that you may write to.",
    ),
    "unable to open": (
        Problem,
        "The file could not be opened. Check that its folder exists and that you may write there.",
    ),
    "database is locked": (
        Problem,
        "Another job is still writing to the file, so nothing was saved. Do it again in a moment.",
    ),
    "disk I/O error": (
        Problem,
        "The disk did not answer, so nothing was saved. Check that the drive is still connected.",
    ),
    "database disk image is malformed": (DamagedFile, "The file is damaged. Restore the last backup."),
    "malformed database schema": (DamagedFile, "The file is damaged. Restore the last backup."),
    "file is not a database": (
        DamagedFile,
        "The file is damaged or is not a Provider Desk file. Restore the last backup.",
    ),
}
"""What SQLite says, by a part of its message, and what a person is told."""


def as_problem(error: DatabaseError) -> Problem | None:
    """The machine's trouble in a sentence, or None when the error is ours."""
    text = str(error)
    return next((kind(said) for sign, (kind, said) in _TROUBLES.items() if sign in text), None)
