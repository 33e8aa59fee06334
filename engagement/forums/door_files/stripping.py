"""Taking out of a copy all that the door does not need: what is not named here does not travel."""

from engagement.forums.door_files.mark import Mark, write_mark
from resources.database import Database
from resources.database.history import track, tracked_tables, untrack
from resources.database.listing import prepare_listings

TRAVELS = (
    "provider",
    "service",
    "contact",
    "series",
    "event",
    "participant",
    "check_in",
    "iwork_interest",
    "office",
)
"""The tables that the door reads or writes."""

_OF_THE_FILE = ("derived_capability", "derived_listing")

_OTHERS = (
    "delete from check_in where event_id <> :event",
    "delete from iwork_interest where event_id <> :event",
    "delete from participant where event_id <> :event",
    "delete from event where id <> :event",
    "delete from series where id not in (select series_id from event where series_id is not null)",
    """delete from contact where archived_on is not null
        and id not in (select contact_id from participant)""",
    """delete from service where archived_on is not null
        and id not in (select service_id from contact where service_id is not null)
        and id not in (select service_id from participant where service_id is not null)""",
    """delete from provider where archived_on is not null and id not in (select provider_id from contact)
        and id not in (select provider_id from participant) and id not in (select provider_id from service)""",
    # How to reach people is needed for those who are expected; the rest of the register is there to find names in.
    "update contact set notes = ''",
    """update contact set email = '', phone = '' where id not in (select contact_id from participant)""",
    "update participant set reasons = ''",
    "update event set notes = ''",
    "update service set portfolio_officer = ''",
)


NOT_OF_ALL = ("email", "phone")
"""Facts of a contact that travel for the event's people alone."""


def strip(db: Database, mark: Mark) -> None:
    """Leave one event with its people, and the register as the door searches it; no history, and the mark.

    `db` is a private copy. What was taken out still stands in its free pages: `vacuum into` leaves them behind.
    """
    db.execute("pragma foreign_keys = off")
    with db.atomic():
        untrack(db)
        for table in _emptied(db):
            db.execute(f'delete from "{table}"')
        for statement in _OTHERS:
            db.execute(statement, {"event": mark.event_id} if ":event" in statement else None)
        write_mark(db, mark)
        track(db)
        db.execute("delete from sqlite_sequence")
        prepare_listings(db, anew=True)
        broken = db.row("pragma foreign_key_check")
        if broken:
            raise RuntimeError(f"the door file would have rows of {broken[0]} that point at nothing")


def _emptied(db: Database) -> list[str]:
    """Every table that does not travel, the history among them; listings are made anew."""
    derived = [
        name
        for (name,) in db.rows("select name from sqlite_schema where type = 'table' and name like 'derived%'")
        if name not in _OF_THE_FILE
    ]
    own = [name for name in tracked_tables(db) if name not in TRAVELS]
    return ["history_row", "history_change", *own, *derived]
