"""One key file: the key of a register, sealed by SQLCipher with a passphrase or a code, and slow to try.

It is a tiny locked database of one row. How many rounds its seal takes has to be known before it can be opened, so
the number stands in the clear beside it; it is believed between bounds only, so that nobody who alters it makes trying
quick or waiting endless.
"""

import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from resources.database.data_key import DataKey
from resources.database.engine import Connection, DatabaseError, connect, keep_to_memory, quieten
from resources.database.keys import new_key
from resources.database.locked.no_dumps import keep_out_of_dumps
from resources.problem import Problem


@dataclass(frozen=True)
class Slowness:
    """How many rounds a new seal takes, and between which numbers one that is told is believed."""

    rounds: int
    least: int
    most: int

    def believed(self, told: object) -> tuple[int, ...]:
        """The numbers to try: what is told where it can be true, and what this version writes."""
        there = isinstance(told, int) and not isinstance(told, bool) and self.least <= told <= self.most
        return tuple(dict.fromkeys((*((told,) if there and isinstance(told, int) else ()), self.rounds)))


SLOW = Slowness(rounds=3_000_000, least=1_000_000, most=20_000_000)
"""More than half a second for each try on a desk of today."""


def seal(path: Path, secret: str, key: DataKey, rounds: int) -> None:
    """Write the key file: under another name, proved by opening it, and only then in its place."""
    new = path.with_name(f"{path.name}.{new_key()}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _write(new, secret, key, rounds)
        if unseal(new, secret, rounds) != key:
            raise Problem("The new key could not be read back, so nothing was changed. Check the disk.")
        os.replace(new, path)
    except (OSError, DatabaseError) as error:
        raise Problem(
            f"The key could not be written to “{path.parent}”, so nothing was changed. Free some space, or check the "
            "folder."
        ) from error
    finally:
        with suppress(OSError):
            new.unlink(missing_ok=True)


def unseal(path: Path, secret: str, rounds: int) -> DataKey | None:
    """The key in a key file; None where the secret does not open it, or nothing of it can be read."""
    try:
        connection = _sealed(f"{path.absolute().as_uri()}?mode=ro&immutable=1", secret, rounds)
        try:
            digits = connection.execute("select digits from sealed").fetchone()[0]
        finally:
            connection.close()
        return DataKey(digits)
    except (DatabaseError, ValueError, TypeError):
        return None


def sweep(path: Path) -> None:
    """Clear away what a killed program left of a key file that it was writing."""
    for left in path.parent.glob(f"{path.name}.*.new"):
        with suppress(OSError):
            left.unlink()


def _write(path: Path, secret: str, key: DataKey, rounds: int) -> None:
    connection = _sealed(path.absolute().as_uri(), secret, rounds)
    try:
        connection.execute("pragma journal_mode = memory")
        connection.execute("create table sealed (digits text not null) strict")
        connection.execute("insert into sealed values (?)", (key.reveal(),))
    finally:
        connection.close()
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _sealed(address: str, secret: str, rounds: int) -> Connection:
    keep_out_of_dumps()
    connection = connect(address, uri=True)
    try:
        quieten(connection)
        # Spelled in hexadecimal digits with a letter before them: so no secret is taken for a key that needs no seal,
        # ends a text early, or stops at a sign that ends one for C.
        connection.execute(f"pragma key = 's{secret.encode(errors='surrogatepass').hex()}'")
        connection.execute(f"pragma kdf_iter = {int(rounds)}")
        keep_to_memory(connection)
    except BaseException:
        connection.close()
        raise
    return connection
