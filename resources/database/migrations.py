"""Bringing a file's tables up to date: one transaction, a backup first, and every reference checked."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from resources.database import backups
from resources.database.database import Database
from resources.database.history import create_history, track, untrack
from resources.database.listing import Listing, prepare_listings
from resources.database.refusals import DamagedFile

APPLICATION_ID = 0x50445331
"""'PDS1' in the file's header: the file is Provider Desk's."""

Migration = Callable[[Database], None]


@dataclass(frozen=True)
class Capability:
    """A capability's tables: migrations in the order they are carried out, and the listings drawn from them.

    A migration that has been released is never changed; a later one changes what it made. It may write rows too: the
    history does not record that, and undo ends there. `clear_away` removes, as a file is opened, what a killed program
    left beside it.
    """

    name: str
    migrations: tuple[Migration, ...]
    listings: tuple[Listing, ...] = ()
    clear_away: Callable[[Path], None] | None = None


def bring_up_to_date(db: Database, path: Path, capabilities: Sequence[Capability], *, suspect: bool) -> None:
    """Carry out the migrations that the file lacks. A `suspect` file has its references checked in any case."""
    held = versions(db)
    due = _due(held, capabilities)
    if due and held:
        backups.make(db, path, reason="before an upgrade", now=datetime.now(UTC))
    db.execute(
        "pragma foreign_keys = off"
    )  # a table may be rebuilt; it can be switched only between transactions
    with db.atomic():
        if not held:
            _begin(db)
        if due:
            untrack(db)
        for capability, number, migration in due:
            migration(db)
            db.execute(
                "insert into derived_capability values (?, ?) "
                "on conflict (name) do update set version = excluded.version",
                (capability.name, number),
            )
        if due or suspect:
            _refuse_broken_references(db, path)
        if due:
            track(db)
            db.execute(f"pragma user_version = {sum(len(one.migrations) for one in capabilities)}")
        prepare_listings(db, anew=bool(due))
    db.execute("pragma foreign_keys = on")


def is_up_to_date(db: Database, capabilities: Sequence[Capability]) -> bool:
    """Whether there is nothing to bring up to date, listings included."""
    listed = dict(db.rows("select name, definition from derived_listing"))
    wanted = {listing.name: listing.definition for listing in db.listings}
    return not _due(versions(db), capabilities) and wanted.items() <= listed.items()


def versions(db: Database) -> dict[str, int]:
    """How many migrations of each capability the file has had."""
    if db.value("select count(*) from sqlite_schema where name = 'derived_capability'") == 0:
        return {}
    return dict(db.rows("select name, version from derived_capability"))


def _due(held: dict[str, int], capabilities: Sequence[Capability]) -> list[tuple[Capability, int, Migration]]:
    return [
        (capability, number, migration)
        for capability in capabilities
        for number, migration in enumerate(capability.migrations, start=1)
        if number > held.get(capability.name, 0)
    ]


def _refuse_broken_references(db: Database, path: Path) -> None:
    broken = db.row("pragma foreign_key_check")
    if broken:
        raise DamagedFile(
            f"“{path.name}” has rows that point at nothing ({broken[0]}). Restore the last backup."
        )


def _begin(db: Database) -> None:
    db.execute(f"pragma application_id = {APPLICATION_ID}")
    db.execute("create table derived_capability (name text primary key, version integer not null) strict")
    create_history(db)
