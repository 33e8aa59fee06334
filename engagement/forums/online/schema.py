"""The tables of attendance from online meetings.

event ── online_file ── online_attendance (everybody whom the file names) ── participant
contact ── known_as (under which names and addresses somebody was confirmed)
"""

from resources.database import Database
from resources.database.opening import Capability


def _online(db: Database) -> None:
    for statement in (
        """create table online_file (
            id text primary key, event_id text not null references event (id), name text not null,
            sha256 text not null,
            layout text not null check (layout in ('teams_old', 'teams', 'teams_webinar', 'zoom', 'eventbrite')),
            meeting_title text not null default '', starts_at text, ends_at text,
            least_minutes integer not null check (least_minutes >= 0), taken_in_at text not null) strict""",
        "create index online_file_by_event on online_file (event_id, taken_in_at)",
        "create index online_file_by_content on online_file (sha256)",
        # `email` is kept only of those who count as attended: of the others nothing is to be written to.
        """create table online_attendance (
            id text primary key, online_file_id text not null references online_file (id),
            event_id text not null references event (id), participant_id text references participant (id),
            shown_name text not null, email text not null default '', joins integer not null, seconds integer not null,
            first_join_at text, last_leave_at text,
            decision text not null check (decision in ('attended', 'too_short', 'booked', 'left_out'))) strict""",
        "create index online_attendance_by_file on online_attendance (online_file_id)",
        "create index online_attendance_by_event on online_attendance (event_id)",
        "create index online_attendance_by_participant on online_attendance (participant_id)",
        """create table known_as (
            id text primary key, contact_id text not null references contact (id), name_key text not null,
            email_key text not null default '', unique (contact_id, name_key, email_key)) strict""",
        "create index known_as_by_name on known_as (name_key, email_key)",
    ):
        db.execute(statement)


def capability() -> Capability:
    """The migrations of attendance from online meetings; it has no listing."""
    return Capability(name="online", migrations=(_online,))
