"""The tables of meetings.

event ─┬─ agenda_item ── decision
       ├─ minutes                       one a meeting: who chaired, who took them, when they were agreed
       └─ forum_action ── action_progress
"""

from resources.database import Database
from resources.database.opening import Capability


def _meeting(db: Database) -> None:
    for statement in (
        # `position` runs from 1 without gaps. `standing` items come back in the next agenda of the series.
        """create table agenda_item (
            id text primary key, event_id text not null references event (id),
            position integer not null check (position > 0), title text not null check (title <> ''),
            minutes integer check (minutes > 0), owner text not null default '', paper text not null default '',
            notes text not null default '', standing integer not null default 0 check (standing in (0, 1)),
            exempt integer not null default 0 check (exempt in (0, 1))) strict""",
        "create index agenda_item_by_event on agenda_item (event_id, position)",
        """create table decision (
            id text primary key, agenda_item_id text not null references agenda_item (id),
            event_id text not null references event (id), position integer not null check (position > 0),
            text text not null check (text <> '')) strict""",
        "create index decision_by_item on decision (agenda_item_id, position)",
        "create index decision_by_event on decision (event_id)",
        """create table minutes (
            id text primary key, event_id text not null unique references event (id),
            chair text not null default '', taken_by text not null default '', agreed_on text,
            note text not null default '') strict""",
        # `series_id` is empty while the action belongs to the series of the event at which it was raised.
        """create table forum_action (
            id text primary key, series_id text references series (id),
            event_id text not null references event (id), agenda_item_id text references agenda_item (id),
            text text not null check (text <> ''), owner text not null default '',
            owner_contact_id text references contact (id), due_on text,
            status text not null default 'open' check (status in ('open', 'done', 'dropped')),
            closed_on text, closed_event_id text references event (id),
            check ((status = 'open') = (closed_on is null)),
            check (closed_event_id is null or closed_on is not null)) strict""",
        "create index forum_action_by_event on forum_action (event_id)",
        "create index forum_action_by_series on forum_action (series_id)",
        "create index forum_action_by_item on forum_action (agenda_item_id)",
        "create index forum_action_by_owner on forum_action (owner_contact_id)",
        "create index forum_action_by_status on forum_action (status, due_on)",
        "create index forum_action_by_closing on forum_action (closed_event_id)",
        """create table action_progress (
            id text primary key, action_id text not null references forum_action (id),
            event_id text references event (id), said_on text not null,
            note text not null check (note <> '')) strict""",
        "create index action_progress_by_action on action_progress (action_id, said_on)",
        "create index action_progress_by_event on action_progress (event_id)",
    ):
        db.execute(statement)


def capability() -> Capability:
    """The meetings' migrations and listings."""
    from engagement.forums.meeting.listings import LISTINGS

    return Capability(name="meeting", migrations=(_meeting,), listings=LISTINGS)
