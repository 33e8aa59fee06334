"""The forums' lines for tables on screen, and the register's people as the door looks them up."""

from collections.abc import Iterable

from engagement.forums.vocabulary import CAME, COUNTED, EventKind, EventState
from engagement.register.names import APOSTROPHES, PLAIN_LETTERS
from resources.database.listing import Listing, own_rows, rows_by
from resources.tables import Column, ColumnKind
from resources.words import Word, sql_labels, sql_text, sql_values


def _count(words: Iterable[Word]) -> str:
    return f"(select count(*) from participant where event_id = event.id and status in ({sql_values(words)}))"


EVENTS = Listing(
    name="event",
    columns=(
        Column("title", "Event", width=260),
        Column("starts_at", "When", ColumnKind.TIME, width=170),
        Column("kind", "Kind", width=170),
        Column("place", "Place", width=220),
        Column("state", "State", ColumnKind.STATUS, width=100),
        Column("invited", "Invited", ColumnKind.NUMBER, width=80),
        Column("coming", "Coming", ColumnKind.NUMBER, width=80),
        Column("came", "Came", ColumnKind.NUMBER, width=80),
        Column("capacity", "Places", ColumnKind.NUMBER, width=80),
    ),
    hidden=(Column("series", ""),),
    fill=f"""select event.id, event.title, event.starts_at, {sql_labels("event.kind", EventKind)},
        case when event.place = '' and event.online_link <> '' then 'Online' else event.place end,
        case when event.archived_on is not null then 'Archived' else {sql_labels("event.state", EventState)} end,
        (select count(*) from participant where event_id = event.id and walk_in = 0
            and reply <> 'cancelled'),
        {_count(COUNTED)}, {_count(CAME)},
        event.capacity, coalesce(series.name, '')
        from event left join series on series.id = event.series_id
        where event.id in (select id from temp.affected)""",
    depends={
        "event": own_rows(),
        "series": "select id from event where series_id in (select row_id from changed)",
        "participant": rows_by("participant", "event_id"),
    },
    searched=("title", "kind", "place", "series"),
    default_order="starts_at",
)


def _folded(column: str) -> str:
    """SQL for a name as it is looked up: no apostrophes, plain letters, other marks as spaces.

    The index drops the accents.
    """
    sql = column
    for mark in APOSTROPHES:
        sql = f"replace({sql}, {sql_text(mark)}, '')"
    for letter, plain in PLAIN_LETTERS.items():
        for each in dict.fromkeys((letter, letter.upper())):
            if not each.isascii():
                sql = f"replace({sql}, '{each}', '{plain}')"
    for mark in "-–.,/&()":
        sql = f"replace({sql}, '{mark}', ' ')"
    return sql


HOUSE_MARK = "0"
"""Words of a home's or provider's name begin with it in the door's index, so that people can be asked for alone."""


DOOR = Listing(
    name="door",
    columns=(
        Column("name", "Name", width=220),
        Column("service", "Service", width=260),
        Column("provider", "Provider", width=260),
    ),
    hidden=(
        Column("person_words", ""),
        Column("house_words", ""),
        Column("provider_id", ""),
        Column("service_id", ""),
        Column("role", ""),
    ),
    fill=f"""select contact.id, contact.name, coalesce(service.name, ''), provider.name, {_folded("contact.name")},
        replace(' ' || {_folded("provider.name || ' ' || coalesce(service.name, '')")}, ' ', ' {HOUSE_MARK}'),
        provider.id, coalesce(service.id, ''), contact.role
        from contact join provider on provider.id = contact.provider_id
        left join service on service.id = contact.service_id
        where contact.archived_on is null and contact.id in (select id from temp.affected)""",
    depends={
        "contact": own_rows(),
        "provider": "select id from contact where provider_id in (select row_id from changed)",
        "service": "select id from contact where service_id in (select row_id from changed)",
    },
    searched=("person_words", "house_words"),
    default_order="name",
)

LISTINGS = (EVENTS, DOOR)
