"""The forums' lines for tables on screen."""

from resources.database.listing import Listing, own_rows, rows_by
from resources.tables import Column, ColumnKind

_KIND_WORDS = """case event.kind
    when 'provider_forum' then 'Provider forum' when 'managers_network' then 'Managers network'
    when 'recruitment_event' then 'Recruitment event' when 'training_session' then 'Training session'
    when 'consultation_event' then 'Consultation event' when 'award_ceremony' then 'Award ceremony'
    when 'information_sharing' then 'Information-sharing meeting'
    when 'experts_by_experience' then 'Experts by Experience' else 'Other event' end"""

_STATE_WORDS = """case when event.archived_on is not null then 'Archived' when event.state = 'planned' then 'Planned'
    when event.state = 'held' then 'Held' else 'Cancelled' end"""


def _count(statuses: str) -> str:
    return f"(select count(*) from participant where event_id = event.id and status in ({statuses}))"


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
    fill=f"""select event.id, event.title, event.starts_at, {_KIND_WORDS},
        case when event.place = '' and event.online_link <> '' then 'Online' else event.place end, {_STATE_WORDS},
        (select count(*) from participant where event_id = event.id and walk_in = 0),
        {_count("'accepted', 'place_offered', 'attended', 'left_early'")}, {_count("'attended', 'left_early'")},
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

LISTINGS = (EVENTS,)
