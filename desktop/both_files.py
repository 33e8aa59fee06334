"""The office's file and the register of i-Work read over connections of a job's own."""

from collections.abc import Callable
from typing import TypeVar

from resources.database import Database, OpenFile

Result = TypeVar("Result")


def with_connections(
    office: OpenFile, vault: OpenFile | None, read: Callable[[Database, Database | None], Result]
) -> Result:
    """Read both, on whatever thread this runs; `vault` is None while the register is locked."""
    db = office.connection(read_only=True)
    try:
        locked = vault.connection(read_only=True) if vault is not None else None
        try:
            return read(db, locked)
        finally:
            if locked is not None:
                locked.close()
    finally:
        db.close()
