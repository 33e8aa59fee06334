"""The tables of door files.

event ── door_file ─┬─ door_return     each time it came back, and as what it came back
                    └─ door_key        a row made at the door that is another row here
"""

from engagement.forums.door_files import kept
from resources.database import Database
from resources.database.opening import Capability


def _door_files(db: Database) -> None:
    for statement in (
        """create table door_file (
            id text primary key, event_id text not null references event (id), label text not null check (label <> ''),
            made_at text not null, made_by text not null, base_sha256 text not null default '') strict""",
        "create index door_file_by_event on door_file (event_id, made_at)",
        # `sha256` names the copy kept of it as it came back: the next return is compared with that.
        """create table door_return (
            id text primary key, door_file_id text not null references door_file (id), taken_in_at text not null,
            taken_in_by text not null, sha256 text not null, lines integer not null) strict""",
        "create index door_return_by_file on door_return (door_file_id, taken_in_at)",
        """create table door_key (
            id text primary key, door_file_id text not null references door_file (id), table_name text not null,
            door_key text not null, row_key text not null, unique (door_file_id, table_name, door_key)) strict""",
    ):
        db.execute(statement)


def capability() -> Capability:
    """The migrations of door files; they have no listing."""
    return Capability(name="door_files", migrations=(_door_files,), clear_away=kept.clear_away)
