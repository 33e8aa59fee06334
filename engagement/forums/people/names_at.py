"""Every name that the people at events bear or bore, whether or not their records were merged since."""

from collections.abc import Iterable

from engagement.register.facts import key_list
from engagement.register.person_names import names_ever
from resources.database import Database

_MERGED = """select distinct json_extract(place.before, '$.event_id'), gone.row_id
    from history_row as gone
    join history_change as change on change.id = gone.change_id
    cross join history_row as place on place.change_id = gone.change_id
    where gone.table_name = 'contact' and gone.kind = 'delete' and change.kind = 'ordinary' and undone_by is null
    and place.table_name = 'participant' and place.before is not null
    and json_extract(place.before, '$.contact_id') = gone.row_id"""
"""Where those were whose records are gone: a merge takes the record and the places in one change."""


def names_at(db: Database, event_ids: Iterable[str]) -> list[str]:
    """The names, each once, of everybody on the lists of these events."""
    events = list(event_ids)
    rows = db.rows(
        """select contact_id from participant where event_id in (select value from json_each(?))""",
        (key_list(events),),
    )
    return all_names(db, {key for (key,) in rows} | merged_at(db, events))


def all_names(db: Database, contacts: Iterable[str]) -> list[str]:
    """The names that these contacts bear or bore, each once, in the order of the alphabet."""
    return sorted({name for names in names_ever(db, contacts).values() for name in names})


def merged_at(db: Database, event_ids: Iterable[str]) -> set[str]:
    """The keys of contacts that were on the lists of these events and have been merged into others since."""
    asked = set(event_ids)
    return {str(contact) for event, contact in db.rows(_MERGED) if event in asked}
