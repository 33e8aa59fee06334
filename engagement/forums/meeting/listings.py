"""Actions as Find anything looks through them."""

from engagement.forums.meeting.vocabulary import ActionStatus
from resources.database.listing import Listing, own_rows
from resources.tables import Column, ColumnKind
from resources.words import sql_labels

SERIES_OF = "coalesce(forum_action.series_id, event.series_id)"
"""SQL for the series of an action: that of the event at which it was raised, unless it was moved."""
OWNER_OF = "coalesce(contact.name, forum_action.owner)"

ACTIONS = Listing(
    name="forum_action",
    columns=(
        Column("text", "Action", width=320),
        Column("owner", "Owner", width=160),
        Column("due_on", "Due", ColumnKind.DATE, width=110),
        Column("status", "Status", ColumnKind.STATUS, width=110),
        Column("series", "Series", width=220),
        Column("event", "Raised at", width=240),
    ),
    fill=f"""select forum_action.id, forum_action.text, {OWNER_OF}, forum_action.due_on,
        {sql_labels("forum_action.status", ActionStatus)}, coalesce(series.name, ''), event.title
        from forum_action join event on event.id = forum_action.event_id
        left join series on series.id = {SERIES_OF}
        left join contact on contact.id = forum_action.owner_contact_id
        where forum_action.id in (select id from temp.affected)""",
    depends={
        "forum_action": own_rows(),
        "event": "select id from forum_action where event_id in (select row_id from changed)",
        "series": f"""select forum_action.id from forum_action join event on event.id = forum_action.event_id
            where {SERIES_OF} in (select row_id from changed)""",
        "contact": "select id from forum_action where owner_contact_id in (select row_id from changed)",
    },
    searched=("text", "owner", "series", "event"),
    default_order="due_on",
)

LISTINGS = (ACTIONS,)
